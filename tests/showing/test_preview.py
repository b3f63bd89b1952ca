"""What is shown while the content is written: as new as the last save, and the last good pages where it is wrong."""

import gc
from collections.abc import MutableMapping
from datetime import date
from pathlib import Path
from random import Random
from time import time_ns
from weakref import WeakSet

import pytest

from generator.briefing.views import SiteView
from generator.build import build
from generator.making.render import Renderer
from generator.making.theme import Theme
from generator.request import BuildRequest
from generator.shipped import places_for
from generator.showing import preview as showing
from generator.showing.fittings import Fittings, fittings_for
from generator.showing.preview import Preview
from generator.text.diagnostic import has_errors
from generator.text.source import Source
from tests.building import ON
from tests.examples import smallest, write_files

UPDATE = "editions/2020-01/customer-services.md"
PAGE = "updates/2020-01/index.html"
A_WHILE_NS = 10**10  # after which the dates of files can be relied on
NEWSLETTER = "newsletters:\n  - {id: news, title: News, audience: staff, every: month, formats: [html, text, pdf]}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write_files(smallest(), tmp_path / "content")
    return tmp_path / "content"


def preview_of(content: Path) -> Preview:
    return Preview(content, places_for(content), lambda _: ON, time_ns)


def edited(preview: Preview, content: Path, path: str, words: str) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(words, encoding="utf-8")
    preview.read()


def page(preview: Preview, path: str = PAGE, name: str = "staff") -> str:
    found = preview.file(name, path)
    return found.data.decode() if found else ""


def codes(preview: Preview) -> list[str]:
    return [found.code for found in preview.findings if found.severity.name == "ERROR"]


def test_an_edit_is_shown_before_it_is_judged(content: Path) -> None:
    preview = preview_of(content)
    edited(preview, content, UPDATE, "## Completed\n\n- We opened the desk. {#desk}\n")
    assert "We opened the desk." in page(preview)


def test_what_cannot_be_read_leaves_the_last_good_page_until_it_is_mended(content: Path) -> None:
    preview = preview_of(content)
    edited(preview, content, UPDATE, "## Completed\n\n- We opened the desk. {#desk}\n")
    preview.judge()
    edited(preview, content, UPDATE, "## Completd\n\n- We closed the desk. {#desk}\n")
    assert codes(preview) == ["unknown-heading"]
    assert "We opened the desk." in page(preview)
    edited(preview, content, UPDATE, "## Completed\n\n- We closed the desk. {#desk}\n")
    preview.judge()
    assert codes(preview) == []
    assert "We closed the desk." in page(preview)


def test_what_the_checks_refuse_leaves_the_last_good_page(content: Path) -> None:
    preview = preview_of(content)
    edited(preview, content, UPDATE, "## Completed\n\n- We opened the desk. {#desk}\n")
    preview.judge()
    edited(preview, content, UPDATE, "## Completed\n\n- See [the plan](document:nowhere). {#desk}\n")
    page(preview)
    preview.judge()
    assert codes(preview) != []
    assert "We opened the desk." in page(preview)


def test_while_the_checks_refuse_the_content_no_edit_is_shown_for_a_moment_and_taken_back(content: Path) -> None:
    """A colleague's mistake stands for an hour, and the director writes on."""
    preview = preview_of(content)
    edited(preview, content, UPDATE, "## Completed\n\n- We opened the desk. {#desk}\n")
    preview.judge()
    edited(preview, content, UPDATE, "## Completed\n\n- See [the plan](document:nowhere). {#desk}\n")
    preview.judge()
    refused = codes(preview)
    edited(preview, content, "editions/2020-01/edition.md", "---\npublished: 2020-01-31\n---\nWe write on.\n")
    assert ("We write on." in page(preview), codes(preview)) == (False, refused)
    preview.judge()
    assert ("We write on." in page(preview), codes(preview)) == (False, refused)
    edited(preview, content, UPDATE, "## Completed\n\n- We closed the desk. {#desk}\n")
    preview.judge()
    assert ("We write on." in page(preview), codes(preview)) == (True, [])
    edited(preview, content, UPDATE, "## Completed\n\n- We closed the other desk. {#desk}\n")
    assert "We closed the other desk." in page(preview)


def test_content_that_was_never_right_shows_nothing_and_says_why(content: Path) -> None:
    (content / "programme.yml").write_text("titel: x\n")
    preview = preview_of(content)
    preview.read()
    preview.judge()
    assert has_errors(preview.findings)
    assert page(preview) == ""
    assert preview.audiences == ()
    write_files(smallest(), content)
    preview.read()
    preview.judge()
    assert page(preview) != ""


def test_a_template_that_fails_leaves_the_page_as_it_was(content: Path) -> None:
    programme = (content / "programme.yml").read_text().replace("theme: council", "theme: ours")
    theme = content.parent / "themes" / "ours"
    theme.mkdir(parents=True)
    (theme / "theme.yml").write_text("name: ours\ntitle: Ours\nextends: council\n")
    preview = preview_of(content)
    edited(preview, content, "programme.yml", programme)
    preview.judge()
    before = page(preview)
    assert before
    (theme / "pages").mkdir()
    (theme / "pages" / "edition.html").write_text("{{ page.nothing_like_it }}")
    preview.read()
    assert page(preview) == before
    preview.judge()
    assert codes(preview) == ["template-error"]
    (theme / "pages" / "edition.html").write_text("mended")
    preview.read()
    preview.judge()
    assert (page(preview), codes(preview)) == ("mended", [])


def test_styles_have_a_digest_of_their_own(content: Path) -> None:
    programme = (content / "programme.yml").read_text().replace("theme: council", "theme: ours")
    theme = content.parent / "themes" / "ours"
    theme.mkdir(parents=True)
    (theme / "theme.yml").write_text("name: ours\ntitle: Ours\nextends: council\n")
    preview = preview_of(content)
    edited(preview, content, "programme.yml", programme)
    before = preview.file("staff", PAGE)
    (theme / "parts" / "styles").mkdir(parents=True)
    (theme / "parts" / "styles" / "brand.css").write_text("p { letter-spacing: 0; }")
    preview.read()
    after = preview.file("staff", PAGE)
    assert before
    assert after
    assert (before.data, before.rest) == (after.data, after.rest)
    assert before.styles != after.styles


def test_another_day_and_drafts_are_sites_of_their_own(content: Path) -> None:
    preview = preview_of(content)
    edited(preview, content, "editions/2020-03/edition.md", "---\npublished: 2020-03-31\n---\nDear all\n")
    preview.judge()
    later = "updates/2020-03/index.html"
    assert page(preview, later) == ""
    assert "Dear all" in page(preview, later, "staff@2020-04-01")
    assert "Dear all" in page(preview, later, "staff-drafts")
    assert page(preview, later, "staff@2020-13-01") == ""
    assert page(preview, later, "nobody") == ""


def test_of_many_days_that_were_looked_at_only_the_last_few_are_kept(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: WeakSet[Renderer] = WeakSet()

    def noting(theme: Theme, view: SiteView, sources: MutableMapping[str, Source]) -> Fittings:
        made = fittings_for(theme, view, sources)
        kept.add(made.renderer)
        return made

    monkeypatch.setattr(showing, "fittings_for", noting)
    monkeypatch.setattr(showing, "_MOST_SITES", 2)
    preview = preview_of(content)
    preview.read()
    for day in range(1, 5):
        assert preview.has(f"staff@2020-02-0{day}", PAGE)
        assert preview.has("staff", PAGE)
    gc.collect()
    assert len(kept) == 2
    preview.read()
    assert preview.has("staff", PAGE)
    gc.collect()
    assert len(kept) == 2  # the site that was looked at all the time had nothing to begin with anew


def test_no_page_waits_for_the_forms_of_newsletters_and_it_tells_the_size_of_one_that_has_been_opened(
    content: Path,
) -> None:
    preview = preview_of(content)
    edited(preview, content, "programme.yml", (content / "programme.yml").read_text() + NEWSLETTER)
    preview.judge()
    issue = "newsletters/news/2020-01/news-2020-01"
    assert "News" in page(preview, "newsletters/index.html")
    for form in (f"{issue}.pdf", f"{issue}.txt"):
        assert preview.has("staff", form)
        assert preview.made("staff", form) is None
    preview.file("staff", f"{issue}.txt")
    assert "1 kB" not in page(preview, "newsletters/index.html")
    edited(preview, content, UPDATE, "Hello again.")
    assert "1 kB" in page(preview, "newsletters/index.html")


def test_the_page_for_missing_addresses_leads_back_to_the_site_that_is_shown(content: Path) -> None:
    preview = preview_of(content)
    preview.read()
    preview.judge()
    missing = preview.missing("residents@2020-02-02", "/residents@2020-02-02/")
    assert missing
    assert b'href="/residents@2020-02-02/assets/site.css"' in missing.replace(b"%40", b"@")
    assert not preview.has("staff", "../programme.yml")
    assert not preview.has("staff", "programme.yml")


def test_whatever_is_edited_each_file_is_that_of_a_clean_build(content: Path) -> None:
    """Edits, new files, files taken away, and mistakes that are mended, in any order; some looked at long after."""
    random = Random(20261122)
    preview = Preview(
        content, places_for(content), lambda _: ON, lambda: time_ns() + random.choice((0, A_WHILE_NS, A_WHILE_NS))
    )
    preview.read()
    preview.judge()
    compared = 0
    sound: dict[Path, bytes] = {}
    mistakes = 0
    for turn in range(40):
        before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
        if has_errors(preview.findings):
            mistakes += 1
            _put_back(content, sound)
        else:
            sound = before
            _edit(content, random, turn)
        preview.read()
        for _ in range(2):  # what somebody looks at meanwhile
            page(preview, name=random.choice(["staff", "residents"]))
        preview.judge()
        clean = build(BuildRequest(content, lambda _: ON))
        assert has_errors(clean.findings) == has_errors(preview.findings)
        for name, files in clean.sites.items():
            for path, data in files.items():
                found = preview.file(name, path)
                assert found is not None, path
                assert found.data == data, path
            compared += len(files)
    assert compared > 400
    assert mistakes > 3


def _put_back(content: Path, sound: dict[Path, bytes]) -> None:
    for path in content.rglob("*"):
        if path.is_file() and path not in sound:
            path.unlink()
    for path, data in sound.items():
        path.write_bytes(data)


def _edit(content: Path, random: Random, turn: int) -> None:
    month = f"2020-{random.choice(('01', '02'))}"
    file = content / "editions" / month / "customer-services.md"
    actions = [f"- Promise {number}, told for the {turn}th time. {{#promise-{number}{extra}}}" for number, extra in (
        (random.randrange(4), random.choice(("", ' due="March 2020"', " for=staff", ' due="soon"'))),
        (4 + random.randrange(4), ""),
    )]  # fmt: skip
    heading = random.choice(("Future actions", "Future actions", "Under way", "Completd"))
    match random.randrange(5):
        case 0 if file.exists() and month == "2020-02":
            file.unlink()
        case 1:
            edition = content / "editions" / month / "edition.md"
            edition.parent.mkdir(parents=True, exist_ok=True)
            edition.write_text(f"---\npublished: {date(2020, int(month[-2:]), 1)}\n---\nLetter {turn}\n")
        case _:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"## {heading}\n\n" + "\n".join(actions) + "\n")
