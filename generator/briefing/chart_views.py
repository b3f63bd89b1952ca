"""The views of charts: everything is placed already, so that a template draws without counting.

A place across is in per cent of the chart's width and one down is in em from its top, both as numbers in words. So a
chart is as wide as its page, and as tall as its reader's letters want it.
"""

from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class ValueTick:
    """A line across the chart at a round number."""

    y: str
    words: str


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A month on the axis of time, at its middle, or a year where it begins, which has no `month`.

    `anchor` is start, middle or end, so that no words stand outside. `year` is empty where the one before has said it.
    """

    x: str
    anchor: str
    month: str
    year: str


@dataclass(frozen=True, slots=True)
class StrokeView:
    """A straight line from one reading to the next."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class DotView:
    """One value in time. `first_x` and `last_x` are the ends of the time that it was given for.

    They are empty where that is no longer than a month.
    """

    x: str
    y: str
    is_start: bool
    first_x: str
    last_x: str


@dataclass(frozen=True, slots=True)
class LabelView:
    """Words beside what they tell of; `y` is where their letters stand, `anchor` is start or end."""

    x: str
    y: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """Values over time. Where readings are missing, there is no stroke.

    `room` says how much the words of the axis need at its side, from 1 to 4. `foot` is where the axis of time stands,
    `marks_y` where the marks on it end, `names_y` and `years_y` where its two lines of words are.
    """

    height: str
    foot: str
    marks_y: str
    names_y: str
    years_y: str
    room: str
    ticks: tuple[ValueTick, ...]
    times: tuple[TimeTick, ...]
    strokes: tuple[StrokeView, ...]
    dots: tuple[DotView, ...]
    target_y: str
    target: LabelView
    start: LabelView
    latest: LabelView


@dataclass(frozen=True, slots=True)
class BarView:
    """One value as a bar from zero, from `y` to `foot`; its words stand at `words_y`.

    `kind` is start, reading or target.
    """

    kind: str
    when: str
    value: str
    x: str
    y: str
    foot: str
    width: str
    words_y: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Values that no line may join, one below the other, all from the zero at `zero_x`; `target_x` is the target's.

    The words of each have two lines, the value and when that was, where they are too long to stand in one.
    """

    has_two_lines: bool
    height: str
    thickness: str
    zero_x: str
    target_x: str
    bars: tuple[BarView, ...]
