"""Which chart a measure gets, and where everything in it stands. Pure: numbers and dates in, places and words out.

Bars begin at zero. A line stands in time as its readings do, its axis says where it begins, and it breaks where
readings are missing.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from generator.briefing.chart_views import (
    BarChart,
    BarView,
    DotView,
    LabelView,
    LineChart,
    StrokeView,
    TimeTick,
    ValueTick,
)
from generator.briefing.scale import Scale, marks_between, middle_of, scale_of
from generator.briefing.wording import Wording
from generator.domain.due import Due, Precision
from generator.domain.measure import Measure, Reading
from generator.values import dataclass

# Fewer say nothing of how it went between them.
_FEWEST_FOR_A_LINE = 4
# Months differ by three days, but a month without a reading makes the distance twice as long as it usually is.
_GAP = Decimal("1.5")

# All in em.
_TOP = Decimal("1.8")
_PLOT = Decimal(13)
_FOOT = Decimal("3.2")
_ABOVE, _BELOW = Decimal("-0.6"), Decimal("1.3")  # where letters stand, seen from what they tell of
_LINE = Decimal("1.4")  # from one line of words to the next
_ROW, _BAR, _WORDS, _UNDER_WORDS = Decimal("3.1"), Decimal("0.9"), Decimal("1.1"), Decimal("0.5")

_LONGEST_WITH_UNIT = 22  # letters that a telephone has room for beside an axis
_LONGEST_LINE = 28  # of a value, when it was and what it is
_NAMED = ("start", "target")
_ROOMS = ((4, "1"), (7, "2"), (10, "3"))
_EDGE, _EDGE_OF_YEARS = 10, 2  # per cent: words nearer to an end than this stand inside


@dataclass(frozen=True, slots=True)
class Gap:
    """Readings are missing between these two."""

    before: Reading
    after: Reading


def is_line(measure: Measure) -> bool:
    """Whether a line may join what was measured: at least four values, each later than the one before."""
    places = [_place(it.date) for it in measured(measure)]
    return len(places) >= _FEWEST_FOR_A_LINE and all(one < other for one, other in pairwise(places))


def measured(measure: Measure) -> tuple[Reading, ...]:
    return (measure.baseline, *measure.readings)


def gaps(measure: Measure) -> tuple[Gap, ...]:
    """Where the line of a measure breaks: where two values are half as far again apart as they usually are, or more."""
    pairs = [(_place(two.date) - _place(one.date), Gap(one, two)) for one, two in pairwise(measured(measure))]
    usual = median(distance for distance, _ in pairs)
    return tuple(gap for distance, gap in pairs if distance >= usual * _GAP)


def _place(due: Due) -> Decimal:
    """The middle of the time that a value was given for, as the ordinal of a day."""
    return middle_of(due.first_day, due.last_day + timedelta(days=1))


def _is_long(due: Due) -> bool:
    return due.precision not in (Precision.DAY, Precision.MONTH)


def scale_for(measure: Measure) -> Scale:
    """The scale of a line."""
    return scale_of((*(it.value for it in measured(measure)), measure.target.value))


@dataclass(frozen=True, slots=True)
class _Paper:
    """Turns times and values into places."""

    first: Decimal
    last: Decimal
    scale: Scale

    def x(self, place: Decimal) -> Decimal:
        return (place - self.first) / (self.last - self.first) * 100

    def y(self, value: Decimal) -> Decimal:
        return _TOP + _PLOT * (1 - self.scale.share(value))


def line_chart(measure: Measure, wording: Wording, translate: Callable[[str], str]) -> LineChart:
    """Of a measure of which `is_line` is true."""
    values, paper = measured(measure), _paper(measure)
    ticks = tuple(ValueTick(_number(paper.y(it)), short_amount(it, measure.unit, wording)) for it in paper.scale.ticks)
    target_y = paper.y(measure.target.value)
    target = translate("Target: %(value)s") % {"value": _label(measure.target, measure, wording)}
    start_y = paper.y(values[0].value) + _side_of_start(measure, paper)
    latest_y = paper.y(values[-1].value) + _side_of_latest(measure, paper)
    foot = _TOP + _PLOT
    return LineChart(
        height=_number(foot + _FOOT),
        foot=_number(foot),
        marks_y=_number(foot + Decimal("0.35")),
        names_y=_number(foot + Decimal("1.5")),
        years_y=_number(foot + Decimal("2.8")),
        room=_room(ticks),
        ticks=ticks,
        times=tuple(_times(paper, wording)),
        strokes=tuple(_strokes(measure, paper)),
        dots=tuple(_dot(reading, paper, is_start=reading is measure.baseline) for reading in values),
        target_y=_number(target_y),
        target=LabelView("0", _number(_beside_line(target_y, (start_y, latest_y))), "start", target),
        start=LabelView(
            _number(paper.x(_place(values[0].date))),
            _number(start_y),
            "start",
            short_amount(values[0].value, measure.unit, wording),
        ),
        latest=LabelView("100", _number(latest_y), "end", _label(values[-1], measure, wording)),
    )


def _paper(measure: Measure) -> _Paper:
    dates = [it.date for it in measured(measure)]
    ends = [(_first(it), _last(it)) for it in dates]
    return _Paper(min(first for first, _ in ends), max(last for _, last in ends), scale_for(measure))


def _first(due: Due) -> Decimal:
    return Decimal(due.first_day.toordinal()) if _is_long(due) else _place(due)


def _last(due: Due) -> Decimal:
    return Decimal(due.last_day.toordinal() + 1) if _is_long(due) else _place(due)


def _beside_line(line_y: Decimal, others: tuple[Decimal, ...]) -> Decimal:
    """Where the words on a line stand: above it, or below it where other words are nearer to those above."""
    above, below = line_y + _ABOVE, line_y + _BELOW
    has_room = below < _TOP + _PLOT
    is_better = _distance(below, others) > _distance(above, others)
    return below if has_room and is_better and _distance(above, others) < _LINE else above


def _distance(y: Decimal, others: tuple[Decimal, ...]) -> Decimal:
    return min(abs(y - other) for other in others)


def _side_of_start(measure: Measure, paper: _Paper) -> Decimal:
    """Where the line does not go; above it where no line leaves it, or if room is wanting.

    Never beside it: the names of the scale stand on its other side, and would be read together with it.
    """
    one, two = measured(measure)[:2]
    if any(gap.before is one for gap in gaps(measure)):
        return _ABOVE
    return _BELOW if two.value > one.value and _has_room_below(one, paper) else _ABOVE


def _side_of_latest(measure: Measure, paper: _Paper) -> Decimal:
    """Where the line does not come from, if there is room for words."""
    one, two = measured(measure)[-2:]
    return _BELOW if two.value < one.value and _has_room_below(two, paper) else _ABOVE


def _has_room_below(reading: Reading, paper: _Paper) -> bool:
    return paper.y(reading.value) + _BELOW < _TOP + _PLOT


def _times(paper: _Paper, wording: Wording) -> Iterator[TimeTick]:
    before = ""
    for mark in marks_between(paper.first, paper.last):
        x = paper.x(mark.place)
        edge = _EDGE_OF_YEARS if mark.is_year else _EDGE
        anchor = "start" if x < edge else "end" if x > 100 - edge else "middle"
        month, year = "" if mark.is_year else wording.name_of_month(mark.first_day), wording.year(mark.first_day)
        yield TimeTick(_number(x), anchor, month, "" if year == before else year)
        before = year


def _strokes(measure: Measure, paper: _Paper) -> Iterator[StrokeView]:
    broken = {(id(gap.before), id(gap.after)) for gap in gaps(measure)}
    for one, two in pairwise(measured(measure)):
        if (id(one), id(two)) not in broken:
            (x1, y1), (x2, y2) = ((paper.x(_place(it.date)), paper.y(it.value)) for it in (one, two))
            yield StrokeView(_number(x1), _number(y1), _number(x2), _number(y2))


def _dot(reading: Reading, paper: _Paper, *, is_start: bool) -> DotView:
    due = reading.date
    ends = (_number(paper.x(_first(due))), _number(paper.x(_last(due)))) if _is_long(due) else ("", "")
    return DotView(_number(paper.x(_place(due))), _number(paper.y(reading.value)), is_start, *ends)


def bar_chart(measure: Measure, wording: Wording) -> BarChart:
    """A bar for each value, and one for the target."""
    rows = [("start", measure.baseline), *(("reading", it) for it in measure.readings), ("target", measure.target)]
    lowest = min(Decimal(0), *(reading.value for _, reading in rows))
    highest = max(Decimal(0), *(reading.value for _, reading in rows))
    whole = highest - lowest or Decimal(1)
    words = [
        (_label(reading, measure, wording), wording.due(reading.date).words, len(kind) if kind in _NAMED else 0)
        for kind, reading in rows
    ]
    has_two_lines = any(len(value) + len(when) + named > _LONGEST_LINE for value, when, named in words)
    words_under = _LINE if has_two_lines else Decimal(0)
    pitch = _ROW + words_under

    def across(value: Decimal) -> Decimal:
        return (value - lowest) / whole * 100

    def bar(row: int, kind: str, reading: Reading) -> BarView:
        top = row * pitch + _WORDS + words_under + _UNDER_WORDS
        left, right = sorted((across(Decimal(0)), across(reading.value)))
        return BarView(
            kind=kind,
            when=words[row][1],
            value=words[row][0],
            x=_number(left),
            y=_number(top),
            foot=_number(top + _BAR),
            width=_number(right - left),
            words_y=_number(row * pitch + _WORDS),
        )

    return BarChart(
        has_two_lines=has_two_lines,
        height=_number(len(rows) * pitch),
        thickness=_number(_BAR),
        zero_x=_number(across(Decimal(0))),
        target_x=_number(across(measure.target.value)),
        bars=tuple(bar(row, kind, reading) for row, (kind, reading) in enumerate(rows)),
    )


def short_amount(value: Decimal, unit: str, wording: Wording) -> str:
    """As on an axis: the number alone, unless its unit is a sign."""
    words = wording.amount(value, unit)
    return words if not words.endswith(f" {unit}") else wording.number(value)


def _label(reading: Reading, measure: Measure, wording: Wording) -> str:
    words = wording.amount(reading.value, measure.unit_of(reading.value))
    return words if len(words) <= _LONGEST_WITH_UNIT else short_amount(reading.value, measure.unit, wording)


def _room(ticks: tuple[ValueTick, ...]) -> str:
    longest = max(len(tick.words) for tick in ticks)
    return next((room for most, room in _ROOMS if longest <= most), "4")


def _number(value: Decimal) -> str:
    """For an attribute: two decimals at most, and no zeros that say nothing."""
    return f"{value.quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".") if value else "0"
