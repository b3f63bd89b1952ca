"""The tree of blocks and runs, and the walks over it."""

from collections.abc import Iterator

import pytest
from hypothesis import given

from generator.domain.prose import (
    Block,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InlineImage,
    LineBreak,
    Link,
    NoteMark,
    Notes,
    NumberedList,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Run,
    Strong,
    Struck,
    Table,
    Text,
    headings_in,
    plain_words,
    runs_in,
    words_by_line,
)
from tests.proses import STAFF, proses, words


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph((Text("a "), Emphasis((Strong((Text("b"),)),)), Struck((Text(" c"),)), Code(" d"))), "a b c d"),
        (Paragraph((Text("a"), LineBreak(), Text("b"), NoteMark(1))), "a b"),
        (Paragraph((Link("x", (Text("the plan"),)), Text(" "), InlineImage("y", "a map"))), "the plan a map"),
        (Heading(2, (Text("a"),)), "a"),
        (BulletList(((words("a"), words("b")), (words("c"),))), "a b c"),
        (NumberedList(((words("a"),),)), "a"),
        (Quote((words("a"),)), "a"),
        (OnlyFor(STAFF, (words("a"), Rule())), "a"),
        (CodeBlock("a\n"), "a\n"),
        (Table((Cell((Text("a"),)),), ((Cell((Text("b"),)),),)), "a b"),
        (Notes(((words("a"),), (words("b"),))), "a b"),
        (Rule(), ""),
    ],
)
def test_the_words_alone_of_each_block(block: Block, expected: str) -> None:
    assert plain_words((block,)) == expected


def test_headings_are_found_at_the_top_and_in_parts_for_some() -> None:
    def heading(text: str) -> Heading:
        return Heading(2, (Text(text),))

    prose = (heading("a"), OnlyFor(STAFF, (heading("b"),)), Quote((heading("c"),)))
    assert [plain_words((found,)) for found in headings_in(prose)] == ["a", "b"]


def test_a_run_is_given_before_the_runs_inside_it() -> None:
    def kinds(found: Iterator[Run]) -> list[str]:
        return [type(run).__name__ for run in found]

    assert kinds(runs_in((Paragraph((Emphasis((Link("x", (Text("a"),)),)), Code("b"))),))) == [
        "Emphasis",
        "Link",
        "Text",
        "Code",
    ]


@given(proses)
def test_the_words_line_by_line_are_all_the_words(prose: Prose) -> None:
    assert " ".join(words_by_line(prose)).split() == plain_words(prose).split()
