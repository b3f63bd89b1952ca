"""Whose the time is."""

import pytest

from benchmarks.profile import Figures, shares
from generator import shipped

READ = (shipped.__file__.replace("shipped.py", "reading/content.py"), 1, "read_content")
RENDER = (shipped.__file__.replace("shipped.py", "making/render.py"), 1, "render")
LIBRARY = ("/elsewhere/markup.py", 5, "escape")
BUILTIN = ("~", 0, "<built-in method str>")
START = ("/elsewhere/start.py", 1, "start")


def test_the_time_of_a_library_belongs_to_the_layer_that_asked_for_it() -> None:
    figures: Figures = {
        READ: (1, 1, 1.0, 2.0, {}),
        RENDER: (1, 1, 2.0, 5.0, {}),
        LIBRARY: (4, 4, 1.0, 4.0, {READ: (1, 1, 0.25, 1.0), RENDER: (3, 3, 0.75, 3.0)}),
        BUILTIN: (4, 4, 3.0, 3.0, {LIBRARY: (4, 4, 3.0, 3.0)}),
        START: (1, 1, 0.5, 7.5, {}),
    }
    parts = shares(figures)
    assert parts["reading"] == {READ: pytest.approx(2.0)}
    assert parts["making"] == {RENDER: pytest.approx(5.0)}
    assert parts["the rest"] == {START: pytest.approx(0.5)}


def test_functions_that_call_each_other_lose_no_time() -> None:
    one, two = ("/elsewhere/a.py", 1, "one"), ("/elsewhere/b.py", 1, "two")
    figures: Figures = {
        READ: (1, 1, 0.0, 2.0, {}),
        one: (2, 3, 1.0, 2.0, {READ: (1, 1, 0.5, 2.0), two: (1, 2, 0.5, 1.0)}),
        two: (2, 2, 1.0, 1.5, {one: (2, 2, 1.0, 1.5)}),
    }
    assert sum(sum(part.values()) for part in shares(figures).values()) == pytest.approx(2.0)
