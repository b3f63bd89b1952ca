"""A template that was copied into a theme, and what is said when the one that it was copied from has changed."""

from pathlib import Path

import pytest

from generator.making.copied import changed_since, copied
from generator.making.theme import Theme, load_theme, papers_of, templates_of
from generator.shipped import themes_folder
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span


def theme_in(folder: Path, name: str = "own") -> Theme:
    theme = load_theme(name, (folder, themes_folder()), {}, [], Span("", 0, 0))
    assert theme is not None
    return theme


def write(file: Path, data: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(data, encoding="utf-8")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A theme `own` on a theme `theirs`, which has one page."""
    write(tmp_path / "theirs" / "theme.yml", "extends: plain\n")
    write(tmp_path / "theirs" / "pages" / "home.html", "<h1>One</h1>\n")
    write(tmp_path / "own" / "theme.yml", "extends: theirs\n")
    return tmp_path


def told(folder: Path) -> list[Diagnostic]:
    return list(changed_since(theme_in(folder), {}))


def test_a_fresh_copy_is_not_told_and_one_whose_pattern_has_changed_is(own: Path) -> None:
    copy = copied(theme_in(own), "pages/home.html", "1.0.0")
    assert copy is not None
    write(own / "own" / "pages" / "home.html", copy.decode() + "<p>Ours</p>\n")
    assert told(own) == []
    write(own / "theirs" / "pages" / "home.html", "<h1>Two</h1>\n")
    sources: dict[str, Source] = {}
    (found,) = changed_since(theme_in(own), sources)
    assert found.code == "copy-is-old"
    assert found.message == "`theirs` has changed the template that this was copied from in version 1.0.0"
    assert "look at what is new in" in found.help
    assert sources[found.span.path].place(found.span.start).line == 1


def test_the_digits_that_the_message_gives_say_that_the_change_was_seen(own: Path) -> None:
    copy = copied(theme_in(own), "pages/home.html", "1.0.0")
    assert copy is not None
    write(own / "own" / "pages" / "home.html", copy.decode())
    write(own / "theirs" / "pages" / "home.html", "<h1>Two</h1>\n")
    (found,) = told(own)
    *_, new, _, old, _ = found.help.split("`")
    write(own / "own" / "pages" / "home.html", copy.decode().replace(old, new))
    assert told(own) == []


def test_a_copy_of_what_has_gone_is_told(own: Path) -> None:
    copy = copied(theme_in(own), "pages/home.html", "1.0.0")
    assert copy is not None
    write(own / "own" / "pages" / "gone.html", copy.decode())
    (found,) = told(own)
    assert found.message == "`theirs` had this template in version 1.0.0, and has it no longer"


def test_line_ends_are_no_change(own: Path) -> None:
    copy = copied(theme_in(own), "pages/home.html", "1.0.0")
    assert copy is not None
    write(own / "own" / "pages" / "home.html", copy.decode())
    (own / "theirs" / "pages" / "home.html").write_bytes(b"<h1>One</h1>\r\n")
    assert told(own) == []


def test_what_is_no_text_cannot_be_copied(tmp_path: Path) -> None:
    write(tmp_path / "own" / "theme.yml", "extends: council\n")
    theme = theme_in(tmp_path)
    assert copied(theme, "assets/fonts/atkinson-hyperlegible-next-bold.woff2", "1.0.0") is None
    assert copied(theme, "pages/absent.html", "1.0.0") is None


def test_every_template_of_ours_can_be_copied_and_the_first_line_is_a_comment(tmp_path: Path) -> None:
    write(tmp_path / "own" / "theme.yml", "extends: plain\n")
    theme = theme_in(tmp_path)
    for name in templates_of(theme) | papers_of(theme):
        copy = copied(theme, name, "1.0.0")
        assert copy is not None
        assert copy.startswith(b"// Copied" if name.endswith(".typ") else b"{# Copied"), name
