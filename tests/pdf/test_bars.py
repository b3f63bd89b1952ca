"""Bars of measures on paper begin at zero, on whichever side of it they lead."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.pdf.printing import small

MEASURE = """- id: balance
  title: What is left of the budget
  unit: GBP
  better: higher
  for: [staff, residents]
  baseline: {date: March 2019, value: -4000}
  target: {date: March 2021, value: 8000}
  readings:
    - {date: June 2019, value: -2000}
    - {date: September 2019, value: 0}
    - {date: December 2019, value: 4000}
"""


def test_a_bar_below_zero_leads_to_the_left_and_the_others_begin_where_it_ends() -> None:
    start, first, nothing, newest, target = bars(small({"measures.yml": MEASURE}).file)
    unit = (target[1] - target[0]) / 8
    zero = target[0]
    assert [left - zero for left, _ in (start, first, nothing, newest)] == about([-4 * unit, -2 * unit, 0, 0])
    assert [right - zero for _, right in (start, first, newest)] == about([0, 0, 4 * unit])
    assert nothing[1] - zero < unit / 2


def about(numbers: list[float]) -> object:
    return pytest.approx(numbers, abs=2.5)  # points: a stroke, on either side


def bars(file: bytes) -> list[tuple[float, float]]:
    """Left and right edge of each bar, from the top: what is as high as one, and no line."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
                left, bottom, right, top = drawn.get_bounds()
                if 10.8 < top - bottom < 11.3:
                    found.append((top, left, right))
    return [(left, right) for _, left, right in sorted(found, reverse=True)]
