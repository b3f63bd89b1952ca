"""What somebody did by hand in a site that was published, and what `golden publish` tells of it."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.output.by_hand import ByHand
from generator.output.names import JOURNAL
from generator.output.site_folder import SiteFolder

OVERWRITTEN = (
    "golden: changed by hand in `site` since the last time, and overwritten: {}; say it in the content, or in the"
    " server's own settings, if it is to stay\n"
)
GONE = (
    "golden: changed by hand in `site` since the last time, and removed, as the site has no such file any more: {};"
    " keep a copy elsewhere if you need it\n"
)
PUT_BACK = (
    "golden: taken away by hand from `site` since the last time, and put back: {}; take it out of the content if it is"
    " to stay away\n"
)


@pytest.fixture(autouse=True)
def is_published(in_a_council_s_folder: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish("--audience", "residents") == 0
    capsys.readouterr()


def publish(*words: str) -> int:
    return main(["publish", "--on", "2020-02-03", "--to", "site", *words])


def change(path: str) -> None:
    file = Path("site", path)
    file.write_bytes(file.read_bytes() + b"ours")


@pytest.mark.parametrize("words", [(), ("--quiet",), ("--atomic",)])
def test_what_was_changed_or_taken_away_by_hand_is_told_when_it_is_undone(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    change("web.config")
    change("robots.txt")
    Path("site/404.html").unlink()
    assert publish(*words) == 0
    assert capsys.readouterr().err == OVERWRITTEN.format("robots.txt, web.config") + PUT_BACK.format("404.html")
    assert Path("site/404.html").exists()
    assert publish() == 0
    assert not capsys.readouterr().err


def test_a_look_beforehand_tells_of_it_and_leaves_it(capsys: pytest.CaptureFixture[str]) -> None:
    change("robots.txt")
    assert publish("--dry-run") == 0
    told = "golden: changed by hand in `site` since the last time, and to be overwritten: robots.txt; say it in"
    assert capsys.readouterr().err.startswith(told)
    assert Path("site/robots.txt").read_bytes().endswith(b"ours")


def test_a_page_that_goes_is_told_of_too(capsys: pytest.CaptureFixture[str]) -> None:
    change("actions/site-visits/index.html")
    change("glossary/index.html")
    update = Path("content/editions/2020-01/customer-services.md")
    update.write_text(update.read_text().replace("site-visits", "visits"))
    Path("content/editions/2020-01/frozen.yml").unlink()
    assert publish("--lenient") == 0
    assert not Path("site/actions/site-visits/index.html").exists()
    told = capsys.readouterr().err
    assert OVERWRITTEN.format("glossary/index.html") in told
    assert GONE.format("actions/site-visits/index.html") in told


def test_files_of_somebody_else_are_left_and_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("site/.htaccess").write_text("theirs")
    assert publish() == 0
    assert Path("site/.htaccess").read_text() == "theirs"
    assert not capsys.readouterr().err


def test_what_somebody_wrote_as_we_would_is_nobody_s_loss() -> None:
    change("robots.txt")
    wanted = {"robots.txt": Path("site/robots.txt").read_bytes()}
    assert SiteFolder(Path("site").absolute()).by_hand(wanted).changed == ()


def test_a_run_that_was_killed_is_not_taken_for_somebody_s_hand() -> None:
    change("robots.txt")
    Path(JOURNAL).write_text("{}")
    assert SiteFolder(Path("site").absolute()).by_hand({}) == ByHand()


def test_of_many_files_few_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    pages = [it for it in sorted(Path("site").rglob("*")) if it.is_file()]
    for page in pages:
        page.unlink()
    assert publish() == 0
    told = capsys.readouterr().err
    assert f" and {len(pages) - 10} more; take it out" in told
    assert "index.html" in told
