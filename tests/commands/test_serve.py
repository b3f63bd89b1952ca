"""`golden serve` from outside: saved, seen, wrong, mended, ended."""

import signal
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import sleep

import pytest

from generator.cli import main
from tests.examples import smallest, write_files
from tests.serving.running import PATIENCE, command, environment, listening, served, until

UPDATE = "editions/2020-01/customer-services.md"
PAGE = "staff/updates/2020-01/"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted in another way there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(smallest(), tmp_path / "content")
    return tmp_path


def test_what_is_saved_is_seen_and_what_is_wrong_is_told_until_it_is_mended(folder: Path) -> None:
    update = folder / "content" / UPDATE
    with served(folder) as preview:
        update.write_text("## Completed\n\n- We opened the desk. {#desk}\n")
        until(lambda: "We opened the desk." in preview.page(PAGE))
        sleep(2)  # the last good page is one that has been judged, which comes right behind it
        update.write_text("## Completd\n\n- We closed the desk. {#desk}\n")
        until(lambda: "error[unknown-heading]" in preview.said())
        page = preview.page(PAGE)
        assert "We opened the desk." in page
        assert "`Completd` is not a heading of an update" in page  # told to the preview's script
        update.write_text("## Completed\n\n- We closed the desk. {#desk}\n")
        until(lambda: "We closed the desk." in preview.page(PAGE))
        until(lambda: "We closed the desk." in preview.page("residents/updates/2020-01/"))
    said = preview.said()
    assert f"edited content/{UPDATE}" in said
    assert "1 error: the last good pages are shown" in said
    assert said.endswith("the preview has ended\n")
    assert "Traceback" not in said
    assert preview.process.returncode == 0
    assert not (folder / "output").exists()


def test_a_browser_is_not_told_where_on_the_machine_the_content_stands(folder: Path) -> None:
    (folder / "content" / UPDATE).write_text("## Completd\n\n- We closed the desk.\n")
    with served(folder, str(folder / "content")) as preview:
        page = preview.page("")
        assert "content/editions/2020-01/customer-services.md:1:1" in page
        assert folder.as_posix() not in page
        assert folder.as_posix() in preview.said()


def test_what_only_a_whole_build_finds_is_told_when_it_has_been_quiet(folder: Path) -> None:
    """A page that nobody has open may have a template that fails."""
    theme = folder / "themes" / "ours"
    theme.mkdir(parents=True)
    (theme / "theme.yml").write_text("name: ours\ntitle: Ours\nextends: council\n")
    programme = folder / "content" / "programme.yml"
    programme.write_text(programme.read_text().replace("theme: council", "theme: ours"))
    with served(folder) as preview:
        (theme / "pages").mkdir()
        (theme / "pages" / "glossary.html").write_text("{{ page.nothing_like_it }}")
        until(lambda: "template-error" in preview.said())
        until(lambda: "A build would stop here" in preview.page("staff/"))
        assert "A build would stop here: the last good" not in preview.said()  # all other pages go on
        update = folder / "content" / UPDATE
        for number in range(3):
            update.write_text(f"## Completed\n\n- We opened desk {number}. {{#desk}}\n")
            until(partial(lambda words: words in preview.page(PAGE), f"We opened desk {number}."))
            assert "A build would stop here" in preview.page("staff/")
        (theme / "pages" / "glossary.html").unlink()
        until(lambda: preview.said().endswith("nothing to mend\n"))
    assert preview.said().count("error[template-error]") == 1
    assert preview.said().count("nothing to mend") == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104  as the deputy needs it
def test_who_shows_the_preview_to_others_is_told_by_what_address_they_reach_it(folder: Path, host: str) -> None:
    """127.0.0.1 leads nowhere on the deputy's tablet; and it led nowhere at all from where `::` was listened on."""
    if host == "::" and not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with served(folder, "--host", host) as preview:
        port = preview.address.rsplit(":", 1)[1].strip("/")
        assert "</html>" in preview.page("residents/")
        until(lambda: "everyone who can reach this machine" in preview.said())
        assert f"from other machines it is at http://{socket.gethostname()}:{port}/" in preview.said()
    with served(folder) as preview:
        assert "from other machines" not in preview.said()


def refused(folder: Path, *words: str) -> str:
    """What is said by a command that ends with a mistake of usage or of the machine."""
    end = subprocess.run(
        command(*words), cwd=folder, env=environment(), capture_output=True, text=True, check=False, timeout=100
    )
    assert end.returncode == 2
    return end.stderr


def test_a_taken_port_is_said_to_be_and_another_is_chosen_where_none_was_named(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert refused(folder, "--port", str(port)) == (
            f"golden: another program listens on port {port}; name another, or none to have one chosen\n"
        )
    with served(folder) as first:
        (folder / "second").mkdir()
        write_files(smallest(), folder / "second" / "content")
        with served(folder / "second") as second:
            assert first.address != second.address
            assert "is taken by another program, so this is port" in second.said()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "golden: there is no folder `nowhere`; programme.yml is in `content`, so name that one\n"),
        (["--host", "203.0.113.7"], "golden: we cannot listen on `203.0.113.7`: "),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(folder: Path, words: list[str], said: str) -> None:
    found = refused(folder, *words)
    assert found.startswith(said)
    assert found.count("\n") == 1


@pytest.mark.parametrize(
    ("place", "error", "said"),
    [
        (
            "generator.commands.serve.bind",
            "OSError(99, 'Cannot assign (while attempting to bind)')",
            "we cannot listen on `127.0.0.1`: Cannot assign requested address",
        ),
        (
            "generator.commands.serve.bind",
            "__import__('socket').gaierror(-2, 'Name or service not known')",
            "we cannot listen on `127.0.0.1`: Name or service not known",
        ),
        (
            "generator.showing.preview.Preview.read",
            "PermissionError(13, 'Permission denied', 'themes/ours/theme.yml')",
            "`themes/ours/theme.yml` cannot be used: permission denied",
        ),
    ],
)
def test_an_address_is_blamed_for_nothing_but_that_we_cannot_listen_on_it(
    place: str, error: str, said: str, folder: Path
) -> None:
    """In a process of its own: one that has run a browser may have an event loop that still runs."""
    program = f"""
import sys
from unittest.mock import patch
from generator.cli import main
with patch({place!r}, side_effect={error}):
    sys.exit(main(["serve", "content", "--no-open"]))
"""
    told = subprocess.run(
        [sys.executable, "-c", program], check=False, cwd=folder, env=environment(), capture_output=True, text=True
    )
    assert (told.returncode, told.stderr) == (2, f"golden: {said}\n")


def test_an_edition_is_out_when_its_day_begins_though_nobody_saves_anything(folder: Path) -> None:
    """A preview is left open overnight, and an embargo ends at midnight."""
    edition = folder / "content" / "editions" / "2020-01" / "edition.md"
    edition.write_text(edition.read_text().replace("published: 2020-01-31", "published: 2020-02-01"))
    program = """
import sys
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch
from generator.cli import main
def today(_):
    return date(2020, 2, 1) if Path("midnight").exists() else date(2020, 1, 31)
with patch("generator.commands.arguments.today_in", today):
    sys.exit(main(["serve", "content", "--no-open"]))
"""
    with listening([sys.executable, "-c", program], folder, environment()) as preview:
        assert "updates/2020-01/" not in preview.page("staff/")
        (folder / "midnight").touch()
        until(lambda: "updates/2020-01/" in preview.page("staff/"))
        until(lambda: "it is 2020-02-01 now: no open page changed" in preview.said())
        sleep(2)
    assert preview.said().count("it is 2020-02-01 now") == 1


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_is_a_number_that_a_port_can_have(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--port", port])
    assert "no port" in capsys.readouterr().err or port == "-1"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_nothing_of_the_preview_is_left_when_it_is_told_to_end(name: str, folder: Path) -> None:
    """By a service manager, or the closing of the terminal: it holds drafts, and words for staff."""
    (left := folder / "temporary").mkdir()
    words = command("--on", "2020-02-01")
    with listening(words, folder, environment() | {"TMPDIR": str(left)}) as preview:
        assert [path.name.startswith("golden-preview-") for path in left.iterdir()].count(True) == 1
        preview.process.send_signal(getattr(signal, name))
        assert preview.process.wait(timeout=PATIENCE) == 0
    assert preview.said().endswith("the preview has ended\n")
    assert list(left.iterdir()) == []


def test_every_option_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    told = capsys.readouterr().out
    assert all(option in told for option in ("--port", "--host", "--no-open", "--on", "--drafts", "--poll"))
