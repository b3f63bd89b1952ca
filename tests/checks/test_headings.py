"""Headings go down one level at a time, wherever they stand and whoever reads them."""

from pathlib import Path

import pytest

from tests.building import checked

LETTER, UPDATE = "editions/2020-01/edition.md", "editions/2020-01/customer-services.md"


def found(folder: Path, path: str, text: str) -> list[tuple[str, str]]:
    codes = ("heading-skips-level", "unknown-heading")
    told = [it for it in checked(folder, {path: text}) if it.code in codes]
    return [(it.code, text[it.span.start : it.span.end].removeprefix("1. > ").removeprefix("> ")) for it in told]


@pytest.mark.parametrize(
    "words", ["#### Hours", "- By day\n\n  #### Hours", "> #### Hours", "::: staff\n#### Hours\n:::", "1. > #### Hours"]
)
def test_a_heading_skips_a_level_wherever_it_stands(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, LETTER, f"---\npublished: 2020-01-31\n---\nHello.\n\n{words}\n") == [
        ("heading-skips-level", "#### Hours")
    ]


def test_a_part_for_some_readers_does_not_lead_others_from_one_level_to_the_next(tmp_path: Path) -> None:
    """Residents would hear a heading of the third level after the page's title, and nobody was told."""
    letter = "---\npublished: 2020-01-31\n---\n::: staff\n## Pay\n:::\n\n### Hours\n\n## Days\n"
    assert found(tmp_path, LETTER, letter) == [("heading-skips-level", "### Hours")]


def test_each_audience_may_have_a_heading_of_its_own(tmp_path: Path) -> None:
    letter = "---\npublished: 2020-01-31\n---\n::: staff\n## Pay\n:::\n\n::: residents\n## Tax\n:::\n\n### Hours\n"
    assert found(tmp_path, LETTER, letter) == []


@pytest.mark.parametrize(
    "below", ["  > We paint it.\n  >\n  > ##### Hours", "  - By day\n\n    ##### Hours", "  ##### Hours"]
)
def test_none_stands_inside_an_action(tmp_path: Path, below: str) -> None:
    update = f"## Future actions\n\n- Paint the hall. {{#paint-hall}}\n\n{below}\n"
    ((code, words),) = found(tmp_path, UPDATE, update)
    assert (code, words) == ("unknown-heading", "##### Hours")


def test_nor_in_its_words_for_residents_in_yaml(tmp_path: Path) -> None:
    update = 'future:\n  - text: Paint the hall.\n    id: paint-hall\n    plain: "We paint it.\\n\\n##### Hours"\n'
    letter = "---\npublished: 2020-02-28\n---\nHello.\n"
    files = {"editions/2020-02/edition.md": letter, "editions/2020-02/customer-services.yml": update}
    assert "unknown-heading" in {it.code for it in checked(tmp_path, files)}
