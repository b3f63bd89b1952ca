"""Characters that paper cannot show are told of in the writer's file, and stop nothing."""

from contextlib import redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.build import Result
from generator.cli import main
from generator.shipped import themes_folder
from tests.building import built
from tests.examples import smallest

WELCOME = "## Completed\n\n- We say ሰላም to all.\n"
UPDATE = "editions/2020-01/customer-services.md"


def with_words(
    folder: Path, words: str, formats: str = "[html, pdf]", file: str = UPDATE, theme: str = "council"
) -> Result:
    programme = smallest()["programme.yml"].decode().replace("theme: council", f"theme: {theme}")
    newsletter = f"newsletters:\n  - {{id: news, title: News, audience: staff, every: month, formats: {formats}}}\n"
    return built(folder, {"programme.yml": programme + newsletter, file: words})


def places(result: Result) -> list[tuple[str, int, str]]:
    return [
        (found.span.path, source.place(found.span.start).line, source.text[found.span.start : found.span.end])
        for found in result.findings
        if found.code == "character-not-printed"
        for source in [result.sources[found.span.path]]
    ]


def test_each_run_is_told_of_where_it_first_stands(tmp_path: Path) -> None:
    words = "## Completed\n\n- Said ሰላም and ሰላም.\n- Said வணக்கம்\n  நண்பர் to all, and ሰላም. {#hello}\n"
    result = with_words(tmp_path, words)
    assert places(result) == [(UPDATE, 3, "ሰላም"), (UPDATE, 4, "வணக்கம்\n  நண்பர்")]
    assert "newsletters/news/2020-01/news-2020-01.pdf" in result.sites["staff"]


@pytest.mark.parametrize(
    "words",
    [
        "Croeso → tŷ ✓ 🎉",
        "اردو میں",
        "پښتو کوردی ێ",
        "Zażółć",
        "Привіт",
        "½ × 3 ≤ £5 – “so”…",
        "欢迎。",
        "বাংলা",
        "ਪੰਜਾਬੀ",
        "ગુજરાતી",
        "हिन्दी",
    ],
)
def test_nothing_is_said_of_what_a_font_has(words: str, tmp_path: Path) -> None:
    result = with_words(tmp_path, f"## Completed\n\n- So: {words}\n")
    assert result.sites
    assert not places(result)


def test_it_is_said_by_every_build_until_it_is_mended_also_where_that_issue_stands(tmp_path: Path) -> None:
    with_words(tmp_path, WELCOME)
    later = tmp_path / "content/editions/2020-02/edition.md"
    later.parent.mkdir()
    later.write_text("---\npublished: 2020-02-28\n---\n\nHello.\n")
    assert [said_by_build(tmp_path) for _ in range(2)] == [1, 1]
    later.write_text("---\npublished: 2020-02-28\n---\n\nHello, all.\n")
    assert said_by_build(tmp_path) == 1
    (tmp_path / "content" / UPDATE).write_text("## Completed\n\n- We greet all.\n")
    assert said_by_build(tmp_path) == 0
    later.write_text("---\npublished: 2020-02-28\n---\n\nWe say ሰላም.\n", encoding="utf-8")
    assert said_by_build(tmp_path) == 1


def said_by_build(folder: Path) -> int:
    """How many characters are told of by a build into the same output as those before it."""
    words = ["build", str(folder / "content"), "--output", str(folder / "output"), "--on", "2020-03-01", "--quiet"]
    with redirect_stdout(StringIO()) as told:
        assert main([*words, "--format", "concise"]) == 0
    return told.getvalue().count("character-not-printed")


def test_nothing_is_said_where_nothing_is_printed(tmp_path: Path) -> None:
    assert places(with_words(tmp_path / "paper", WELCOME))
    result = with_words(tmp_path / "web", WELCOME, formats="[html]")
    assert result.sites
    assert not places(result)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("pages/welcome.md", "---\ntitle: Welcome\nfor: [staff]\n---\n\nWe say ሰላም.\n"),
        (
            UPDATE,
            "---\nfor: [staff, residents]\n---\n\n## Completed\n\n- Told. {#told}\n- ሰላም. {#other for=residents}\n",
        ),
        ("glossary.yml", "# ሰላም\n- {term: CRM, means: ሰላም, for: [staff]}\n"),
        ("editions/2020-01/edition.md", "---\npublished: 2020-01-31\n# ሰላም\n---\n\nHello.\n"),
    ],
)
def test_nothing_is_said_of_what_these_newsletters_do_not_show(file: str, words: str, tmp_path: Path) -> None:
    result = with_words(tmp_path, words, file=file)
    assert result.sites, result.findings
    assert not places(result)


def test_the_place_is_in_the_words_that_are_shown_and_not_in_a_remark_before_them(tmp_path: Path) -> None:
    words = "---\npublished: 2020-01-31\n# ሰላም is how they say it\n---\n\nWe say ሰላም to all.\n"
    assert places(with_words(tmp_path, words, file="editions/2020-01/edition.md")) == [
        ("editions/2020-01/edition.md", 6, "ሰላም")
    ]


def test_what_the_glossary_puts_into_words_is_found_in_the_glossary(tmp_path: Path) -> None:
    terms = "- {term: decisions, means: ሰላም, for: [staff]}\n"
    assert [(path, run) for path, _, run in places(with_words(tmp_path, terms, file="glossary.yml"))] == [
        ("glossary.yml", "ሰላም")
    ]


def test_a_theme_can_bring_the_font(tmp_path: Path) -> None:
    theme = tmp_path / "themes/own"
    (theme / "newsletter/fonts").mkdir(parents=True)
    (theme / "theme.yml").write_text("name: own\nextends: council\n")
    (theme / "newsletter/fonts/own.ttf").write_bytes(font_of("ሰላም"))
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
