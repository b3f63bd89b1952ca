"""Characters that paper cannot show are told of in the writer's file, and stop nothing."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.build import Result
from generator.shipped import themes_folder
from tests.building import built
from tests.examples import smallest

WELCOME = "## Completed\n\n- We say 欢迎 to all.\n"
UPDATE = "editions/2020-01/customer-services.md"


def with_words(
    folder: Path, words: str, formats: str = "[html, pdf]", file: str = UPDATE, theme: str = "council"
) -> Result:
    programme = smallest()["programme.yml"].decode().replace("theme: council", f"theme: {theme}")
    newsletter = f"newsletters:\n  - {{id: news, title: News, audience: staff, every: month, formats: {formats}}}\n"
    return built(folder, {"programme.yml": programme + newsletter, file: words})


def places(result: Result) -> list[tuple[str, int, int]]:
    return [
        (place.path, place.line, found.span.end - found.span.start)
        for found in result.findings
        if found.code == "character-not-printed"
        for place in [result.sources[found.span.path].place(found.span.start)]
    ]


def test_each_line_is_told_of_once_with_the_run_that_cannot_be_printed(tmp_path: Path) -> None:
    words = "## Completed\n\n- Said 欢迎 and 你好.\n- Said নমস্কার বন্ধু to all. {#hello}\n"
    result = with_words(tmp_path, words)
    assert [(path, line) for path, line, _ in places(result)] == [(UPDATE, 3), (UPDATE, 4)]
    assert places(result)[0][2] == 2
    assert "newsletters/news/2020-01/news-2020-01.pdf" in result.sites["staff"]


@pytest.mark.parametrize("words", ["Croeso → tŷ ✓ 🎉", "اردو میں", "Zażółć", "Привіт", "½ × 3 ≤ £5 – “so”…"])
def test_nothing_is_said_of_what_a_font_has(words: str, tmp_path: Path) -> None:
    result = with_words(tmp_path, f"## Completed\n\n- So: {words}\n")
    assert result.sites
    assert not places(result)


def test_nothing_is_said_where_nothing_is_printed(tmp_path: Path) -> None:
    assert places(with_words(tmp_path / "paper", WELCOME))
    result = with_words(tmp_path / "web", WELCOME, formats="[html]")
    assert result.sites
    assert not places(result)


def test_nothing_is_said_of_what_is_in_no_newsletter(tmp_path: Path) -> None:
    page = "---\ntitle: Welcome\nfor: [staff]\n---\n\nWe say 欢迎.\n"
    result = with_words(tmp_path, page, file="pages/welcome.md")
    assert result.sites
    assert not places(result)


def test_a_theme_can_bring_the_font(tmp_path: Path) -> None:
    theme = tmp_path / "themes/own"
    (theme / "newsletter/fonts").mkdir(parents=True)
    (theme / "theme.yml").write_text("name: own\nextends: council\n")
    (theme / "newsletter/fonts/own.ttf").write_bytes(font_of("欢迎"))
    result = with_words(tmp_path, WELCOME, theme="own")
    assert result.sites
    assert not places(result)


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    theme = tmp_path / "themes/own"
    (theme / "newsletter/fonts").mkdir(parents=True)
    (theme / "theme.yml").write_text("name: own\nextends: council\n")
    (theme / "newsletter/fonts/own.ttf").write_bytes(b"no font")
    assert places(with_words(tmp_path, WELCOME, theme="own"))


def font_of(characters: str) -> bytes:
    """A font of its own name that has these characters, each looking like an A."""
    font = TTFont(themes_folder() / "base/newsletter/fonts/AtkinsonHyperlegibleNext_400Regular.ttf")
    for table in font["cmap"].tables:
        table.cmap.update(dict.fromkeys(map(ord, characters), "A"))
    for name in font["name"].names:
        if name.nameID in (1, 4, 6, 16):
            name.string = "Own"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
