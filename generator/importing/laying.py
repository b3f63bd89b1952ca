"""Cells that are several columns wide or several rows high, each laid where it is seen."""

from collections.abc import Iterable
from typing import TypeVar

Cell = TypeVar("Cell")

HIGH = "a cell is as high as {} rows; it is brought in with the first of them"


def in_columns(cells: Iterable[tuple[Cell, tuple[int, ...]]], below: dict[int, int]) -> list[Cell | None]:
    """The cells of one row in their columns; None where one of this row or of a row above goes on.

    With each cell stand its width and its height. `below` says by column how many rows more a cell goes on for, and is
    brought up to date: the rows of a table are laid with the same one, in order.
    """
    laid: list[Cell | None] = []

    def pass_over() -> None:
        while below.get(len(laid), 0) > 0:
            below[len(laid)] -= 1
            laid.append(None)

    for cell, (width, height) in cells:
        pass_over()
        below |= dict.fromkeys(range(len(laid), len(laid) + width), height - 1)
        laid += [cell, *(None for _ in range(width - 1))]
    pass_over()
    return laid
