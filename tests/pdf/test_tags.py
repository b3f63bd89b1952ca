"""The tags of a printed issue, by which a screen reader walks through it.

A validator's pass says little of whether they make sense, so the tree itself is looked at.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise

import pytest
from pikepdf import Array, Name, Object, Pdf
from pypdf import PdfReader

from generator.domain.prose import BulletList, NumberedList, blocks_in
from tests.pdf.printing import (
    Printed,
    bare,
    children,
    held_by,
    kind,
    of_the_sample,
    small,
    tags_of,
    words_of_tags,
    words_shown,
)

SAMPLE = pytest.mark.parametrize("printed", of_the_sample(), ids=lambda it: it.name)


@contextmanager
def tree_of(printed: Printed) -> Iterator[list[Object]]:
    with Pdf.open(BytesIO(printed.file)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        yield list(tags_of(pdf.Root.StructTreeRoot))


@SAMPLE
def test_headings_go_down_one_level_at_a_time(printed: Printed) -> None:
    with tree_of(printed) as tags:
        levels = [int(kind(it)[1]) for it in tags if kind(it) in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels)), levels


@SAMPLE
def test_the_actions_of_a_state_are_one_list_even_over_the_end_of_a_page(printed: Printed) -> None:
    sections = [section for part in printed.page.parts for section in part.sections]
    with tree_of(printed) as tags:
        lengths = [sum(kind(it) == "LI" for it in children(tag)) for tag in tags if kind(tag) == "L"]
    assert all(lengths)
    rest = iter(lengths)
    for section in sections:
        assert len(section.actions) in rest, f"no list of {len(section.actions)} {section.state} actions"


@SAMPLE
def test_a_table_is_whole_with_headers_of_columns_and_rows(printed: Printed) -> None:
    with tree_of(printed) as tags:
        tables = [tag for tag in tags if kind(tag) == "Table"]
        assert tables or printed.large
        for table in tables:
            rows = [it for it in tags_of(table) if kind(it) == "TR"]
            assert {kind(cell) for cell in children(rows[0])} == {"TH"}
            for row in rows[1:]:
                head, *cells = children(row)
                assert kind(head) == "TH"
                assert attribute(head, "/Scope") == Name.Row
                for cell in cells:
                    assert kind(cell) == "TD"
                    assert head.ID in list(attribute(cell, "/Headers"))


def test_a_long_table_is_one_over_the_ends_of_pages_and_its_head_is_said_once() -> None:
    rows = "".join(f"| {number} | {number * 7} |\n" for number in range(1, 81))
    letter = f"---\npublished: 2020-01-31\n---\n\n| Week | Calls |\n| --- | --- |\n{rows}"
    printed = small({"editions/2020-01/edition.md": letter})
    with tree_of(printed) as tags:
        (table,) = [tag for tag in tags if kind(tag) == "Table"]
        found = [it for it in tags_of(table) if kind(it) == "TR"]
        assert [kind(cell) for cell in children(found[0])] == ["TH", "TH"]
        assert [[kind(cell) for cell in children(row)] for row in found[1:]] == [["TH", "TD"]] * 80
    assert len(PdfReader(BytesIO(printed.file)).pages) > 2
    assert "Week" not in words_of_tags(printed.file).replace("Week", "", 1)


def test_a_long_list_is_one_over_the_ends_of_pages() -> None:
    items = "".join(f"- Item {number}, of which there is a good deal to say.\n" for number in range(1, 91))
    printed = small({"editions/2020-01/edition.md": f"---\npublished: 2020-01-31\n---\n\n{items}"})
    with tree_of(printed) as tags:
        lists = [sum(kind(it) == "LI" for it in children(tag)) for tag in tags if kind(tag) == "L"]
    assert 90 in lists


def attribute(element: Object, name: str) -> Object:
    found = element.A if isinstance(element.A, Array) else [element.A]
    (value,) = [it[name] for it in found if name in it]
    return value


@SAMPLE
def test_every_picture_and_chart_says_what_it_shows(printed: Printed) -> None:
    with tree_of(printed) as tags:
        alts = [str(tag.Alt) for tag in tags if kind(tag) == "Figure"]
    assert all(alts)
    for measure in printed.page.measures:
        assert any(measure.title in alt and measure.latest.value in alt and measure.target.value in alt for alt in alts)
    assert any(printed.page.web in alt for alt in alts)


@SAMPLE
def test_a_chart_tells_those_who_hear_it_every_reading_that_it_draws(printed: Printed) -> None:
    """The alternative takes the place of the words in the drawing, so that what it leaves out is for sight alone."""
    with tree_of(printed) as tags:
        alts = [str(tag.Alt) for tag in tags if kind(tag) == "Figure"]
    for measure in printed.page.measures:
        said = next(alt for alt in alts if f" {measure.title}." in alt)
        drawn = (measure.baseline, *measure.readings, measure.target)
        assert [it for it in drawn if f"{it.value}, {it.when.words}" not in said] == []


@SAMPLE
def test_the_counts_of_an_issue_are_kept_apart_by_more_than_white_space(printed: Printed) -> None:
    """A listener hears no gap: of `41 completed 9 under way` nobody knows what the 9 is of."""
    words = {"completed": "completed", "under_way": "under way", "future": "future action", "stopped": "stopped"}
    counted = [f"{it.count}{bare(words[it.state])}s?" for it in printed.page.counts]
    assert len(counted) > 1
    assert re.search(",".join(counted), bare(words_of_tags(printed.file)))


@SAMPLE
def test_no_link_stands_in_another_and_none_is_without_words(printed: Printed) -> None:
    with tree_of(printed) as tags:
        links = [tag for tag in tags if kind(tag) == "Link"]
        assert links
        assert not any(kind(inside) == "Link" for link in links for inside in tags_of(link))


@SAMPLE
def test_no_words_stand_outside_of_a_paragraph_or_its_like(printed: Printed) -> None:
    with tree_of(printed) as tags:
        loose = [kind(tag) for tag in tags if kind(tag) in ("Div", "Sect", "Document") and has_own_words(tag)]
    assert not loose


def has_own_words(element: Object) -> bool:
    return any(isinstance(it, int) for it in held_by(element))


def test_the_writers_own_lists_are_lists() -> None:
    for printed in of_the_sample():
        own = [it for prose in words_shown(printed.page) for it in blocks_in(prose)]
        expected = sum(isinstance(it, BulletList | NumberedList) for it in own)
        with tree_of(printed) as tags:
            assert sum(kind(tag) == "L" for tag in tags) >= expected


def test_a_heading_that_skips_a_level_in_a_letter_is_set_right() -> None:
    words = "---\npublished: 2020-01-31\n---\n\nHello.\n\n## One\n\nWords.\n\n### Two\n\nWords.\n"
    with tree_of(small({"editions/2020-01/edition.md": words})) as tags:
        levels = [kind(it) for it in tags if kind(it) in ("H1", "H2", "H3", "H4")]
    assert levels[:4] == ["H1", "H2", "H3", "H1"]


def test_an_issue_with_nothing_to_tell_has_no_empty_list_of_contents() -> None:
    words = {
        "editions/2020-01/customer-services.md": "## Completed\n",
        "editions/2020-01/edition.md": "---\npublished: 2020-01-31\n---\n",
    }
    printed = small(words)
    assert not printed.page.letters
    with tree_of(printed) as tags:
        contents = [tag for tag in tags if kind(tag) == "TOC"]
        assert all(children(tag) for tag in contents)


def test_words_of_another_language_are_tagged_with_it_and_hold_no_term_of_this_one() -> None:
    letter = (
        "---\npublished: 2020-01-31\nfor: [staff, residents]\n---\nWe say [croeso i’r CRM]{lang=cy}. The CRM works.\n"
    )
    glossary = "- {term: CRM, means: records, for: [staff, residents]}\n"
    printed = small({"editions/2020-01/edition.md": letter, "glossary.yml": glossary})
    with Pdf.open(BytesIO(printed.file)) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert re.findall(rb"/Span<</MCID \d+/Lang\(cy\)>>BDC", drawn)
    assert "croeso i’r CRM. The CRM (records) works." in words_of_tags(printed.file).replace("\n", " ")


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#036"/></svg>'
)


def test_a_writers_picture_is_on_paper_and_says_what_it_shows() -> None:
    words = (
        "---\npublished: 2020-01-31\n---\nBefore it.\n\n![A door without a step.](../../images/door.svg)\n\n"
        "It stands ![a key](../../images/door.svg) in a line.\n"
    )
    files = {
        "editions/2020-01/edition.md": words,
        "images/door.svg": DRAWING,
        "images/images.yml": "for: [residents]\n",
    }
    for large in (False, True):
        with tree_of(small(files, large=large)) as tags:
            alts = [str(tag.Alt) for tag in tags if kind(tag) == "Figure"]
        assert alts[:2] == ["A door without a step.", "a key"]
