"""A merged cell leaves the others in their columns."""

from generator.importing.laying import in_columns


def laid(*rows: str) -> list[str]:
    """Each row's cells, as `a` or `a2x3` (two columns wide, three rows high)."""
    below: dict[int, int] = {}
    made = []
    for row in rows:
        cells = [(cell[0], tuple(map(int, cell[1:].split("x"))) if cell[1:] else (1, 1)) for cell in row.split()]
        made.append("".join(cell or "." for cell in in_columns(cells, below)))
    return made


def test_what_stands_beside_a_high_cell_stays_in_its_column() -> None:
    assert laid("a b c", "d1x2 e f", "g h", "i j k") == ["abc", "def", ".gh", "ijk"]


def test_high_cells_in_the_middle_and_at_the_end_leave_their_place_empty() -> None:
    assert laid("a b1x2 c1x3", "d", "e f") == ["abc", "d..", "ef."]


def test_a_cell_can_be_wide_and_high() -> None:
    assert laid("a2x2 b", "c", "d e f") == ["a.b", "..c", "def"]
