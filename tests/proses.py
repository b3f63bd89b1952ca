"""Proses of every kind of block and run."""

from hypothesis import strategies as st

from generator.domain.prose import (
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InlineImage,
    LineBreak,
    Link,
    Notes,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Strong,
    Struck,
    Table,
    Text,
)

STAFF = frozenset({"staff"})


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


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
