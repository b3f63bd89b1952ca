"""A prose with other runs or blocks in it: what is changed, and that all else stays the very value that it was."""

from hypothesis import given

from generator.domain.prose import (
    Block,
    BulletList,
    Cell,
    OnlyFor,
    Prose,
    Run,
    Table,
    Text,
    blocks_in,
    runs_in,
)
from generator.domain.rewording import map_blocks, map_runs
from tests.proses import STAFF, proses, words


@given(proses)
def test_to_change_nothing_gives_the_very_same_prose(prose: Prose) -> None:
    assert map_runs(prose, lambda run: (run,)) is prose
    assert map_blocks(prose, lambda block: block) is prose


@given(proses)
def test_every_run_and_every_block_is_changed_once(prose: Prose) -> None:
    changed_runs: list[Run] = []
    changed_blocks: list[Block] = []

    def see_run(run: Run) -> tuple[Run, ...]:
        changed_runs.append(run)
        return (run,)

    def see_block(block: Block) -> Block:
        changed_blocks.append(block)
        return block

    map_runs(prose, see_run)
    map_blocks(prose, see_block)
    assert len(changed_runs) == len(list(runs_in(prose)))
    assert len(changed_blocks) == len(list(blocks_in(prose)))


@given(proses)
def test_without_its_texts_a_prose_has_no_text(prose: Prose) -> None:
    without = map_runs(prose, lambda run: () if isinstance(run, Text) else (run,))
    assert not any(isinstance(run, Text) for run in runs_in(without))


def test_a_block_that_is_taken_out_takes_what_is_in_it_along() -> None:
    prose = (OnlyFor(STAFF, (words("secret"),)), BulletList(((OnlyFor(STAFF, (words("secret"),)), words("a")),)))
    left = map_blocks(prose, lambda block: None if isinstance(block, OnlyFor) else block)
    assert left == (BulletList(((words("a"),),)),)


def test_each_cell_of_a_table_keeps_its_place() -> None:
    def row(*texts: str) -> tuple[Cell, ...]:
        return tuple(Cell((Text(it),)) for it in texts)

    def louder(run: Run) -> tuple[Run, ...]:
        return (Text(run.words.upper()),) if isinstance(run, Text) else (run,)

    table = Table(row("a", "b"), (row("c", "D"), row("E", "F")))
    assert map_runs((table,), louder) == (Table(row("A", "B"), (row("C", "D"), row("E", "F"))),)
