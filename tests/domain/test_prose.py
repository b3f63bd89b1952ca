"""The tree of blocks and runs, and the walks over it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

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

STAFF = frozenset({"staff"})


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


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


text_runs = st.builds(Text, st.sampled_from(["a", "b "]))
runs = st.recursive(
    text_runs
    | st.just(LineBreak())
    | st.builds(Code, st.just("c"))
    | st.builds(InlineImage, st.just("y"), st.just("alt")),
    lambda inner: (
        st.builds(Emphasis, st.lists(inner, max_size=2).map(tuple))
        | st.builds(Strong, st.lists(inner, max_size=2).map(tuple))
        | st.builds(Struck, st.lists(inner, max_size=2).map(tuple))
        | st.builds(Link, st.just("x"), st.lists(inner, max_size=2).map(tuple))
    ),
    max_leaves=5,
)
run_rows = st.lists(runs, max_size=3).map(tuple)
one_cell = st.tuples(st.builds(Cell, run_rows))
two_cells = st.tuples(st.builds(Cell, run_rows), st.builds(Cell, run_rows))
leaves = st.one_of(
    st.builds(Paragraph, run_rows),
    st.builds(Heading, st.integers(2, 4), run_rows),
    st.just(Rule()),
    st.builds(CodeBlock, st.just("x")),
    *(st.builds(Table, cells, st.lists(cells, max_size=2).map(tuple)) for cells in (one_cell, two_cells)),
)
proses: st.SearchStrategy[Prose] = st.recursive(
    st.lists(leaves, max_size=3).map(tuple),
    lambda inner: st.lists(
        st.builds(BulletList, st.lists(inner, max_size=2).map(tuple))
        | st.builds(Quote, inner)
        | st.builds(OnlyFor, st.just(STAFF), inner)
        | st.builds(Notes, st.lists(inner, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
    max_leaves=6,
)


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
