"""A prose with other runs or blocks in it. What stays as it is stays the very value that it was."""

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import TypeVar

from generator.domain.prose import (
    Block,
    BulletList,
    Emphasis,
    Heading,
    InLanguage,
    Link,
    Notes,
    NumberedList,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Run,
    Strong,
    Struck,
    Table,
    lines_of,
    proses_inside,
)

T = TypeVar("T")


def map_runs(prose: Prose, change: Callable[[Run], tuple[Run, ...]]) -> Prose:
    """The prose with each run replaced by what `change` gives, innermost first; where all stay, the very same prose.

    `change` sees a link after the runs inside it; it may give none, one or several runs.
    """

    def in_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return _same_or_new(runs, tuple(new for run in runs for new in change(inside(run))))

    def inside(run: Run) -> Run:
        match run:
            case Emphasis(runs) | Strong(runs) | Struck(runs) | InLanguage(runs=runs) | Link(runs=runs):
                return run if (new := in_runs(runs)) is runs else replace(run, runs=new)
            case _:
                return run

    return map_blocks(prose, lambda block: _with_runs(block, in_runs))


def map_blocks(prose: Prose, change: Callable[[Block], Block | None]) -> Prose:
    """The prose with each block replaced by what `change` gives, innermost first; None takes it out. Where all stay, it
    is the very same prose.
    """
    changed = (change(_with_blocks(block, lambda blocks: map_blocks(blocks, change))) for block in prose)
    return _same_or_new(prose, tuple(block for block in changed if block is not None))


def _same_or_new(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """The old one where each item is the very same, so that others need not compare what has not changed."""
    return old if len(old) == len(new) and all(map(is_, old, new)) else new


def _with_blocks(block: Block, change: Callable[[Prose], Prose]) -> Block:
    inside = proses_inside(block)
    changed = _same_or_new(inside, tuple(map(change, inside)))
    if changed is inside:
        return block
    match block:
        case BulletList() | NumberedList():
            return replace(block, items=changed)
        case Quote() | OnlyFor():
            return replace(block, blocks=changed[0])
        case Notes():
            return Notes(changed)
        case _:
            return block


def _with_runs(block: Block, change: Callable[[tuple[Run, ...]], tuple[Run, ...]]) -> Block:
    lines = lines_of(block)
    changed = _same_or_new(lines, tuple(map(change, lines)))
    if changed is lines:
        return block
    match block:
        case Paragraph() | Heading():
            return replace(block, runs=changed[0])
        case Table(head, rows):
            left = iter(changed)
            new_head, *new_rows = (tuple(replace(cell, runs=next(left)) for cell in row) for row in (head, *rows))
            return Table(new_head, tuple(new_rows))
        case _:
            return block
