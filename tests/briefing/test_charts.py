"""Charts: every place in them can be counted back to the number or the day that it shows."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.briefing.charts import bar_chart, gaps, is_line, line_chart
from generator.domain.due import day_of
from generator.domain.measure import Measure, Reading
from tests.briefing.measures import ENGLISH, MONTHS, measure

STEADY = measure(*zip(MONTHS, ("10", "20", "40", "30", "60"), strict=True))


def test_four_values_in_time_make_a_line() -> None:
    assert is_line(STEADY)
    assert is_line(measure(("2018", "1"), ("2019", "1"), ("2020", "1"), ("January 2021", "1")))


def test_fewer_values_make_bars() -> None:
    assert not is_line(measure(("2018", "1"), ("2019", "1"), ("2020", "1")))


def test_two_values_of_one_time_make_bars() -> None:
    assert not is_line(measure(("2018", "1"), ("2019", "1"), ("2019", "1"), ("2020", "1")))


def test_a_start_that_is_later_than_a_reading_makes_bars() -> None:
    assert not is_line(measure(("2021", "1"), ("2018", "1"), ("2019", "1"), ("2020", "1")))


def test_a_month_without_a_reading_breaks_the_line() -> None:
    of = measure(*((month, "5") for month in MONTHS if month != "July 2026"), ("October 2026", "5"))
    assert [(gap.before.date.words, gap.after.date.words) for gap in gaps(of)] == [("June 2026", "August 2026")]
    assert len(line_chart(of, ENGLISH, str).strokes) == 3


def test_months_of_different_lengths_break_nothing() -> None:
    of = measure(("January 2026", "1"), ("February 2026", "1"), ("March 2026", "1"), ("April 2026", "1"))
    assert gaps(of) == ()


def test_readings_half_as_far_again_apart_as_usual_break_the_line() -> None:
    days = ("1 May 2026", "3 May 2026", "5 May 2026", "7 May 2026", "10 May 2026")
    (gap,) = gaps(measure(*((day, "5") for day in days)))
    assert (gap.before.date.words, gap.after.date.words) == ("7 May 2026", "10 May 2026")


def test_dots_stand_in_time_as_their_readings_do() -> None:
    of = measure(("1 January 2026", "1"), ("2 January 2026", "2"), ("4 January 2026", "3"), ("11 January 2026", "4"))
    assert [dot.x for dot in line_chart(of, ENGLISH, str).dots] == ["0", "10", "30", "100"]


def test_dots_stand_as_high_as_their_values() -> None:
    chart = line_chart(STEADY, ENGLISH, str)
    heights = [Decimal(chart.foot) - Decimal(dot.y) for dot in chart.dots]
    assert [round(height / heights[0], 1) for height in heights] == [1, 2, 4, 3, 6]
    assert chart.ticks[0].y == chart.foot


def test_a_year_is_as_long_as_it_is() -> None:
    of = measure(("2018", "1"), ("2019", "1"), ("2020", "1"), ("2021", "1"))
    dots = line_chart(of, ENGLISH, str).dots
    assert (dots[0].first_x, dots[-1].last_x) == ("0", "100")
    assert all(dot.last_x == other.first_x for dot, other in pairwise(dots))


def test_a_month_is_a_point() -> None:
    assert {(dot.first_x, dot.last_x) for dot in line_chart(STEADY, ENGLISH, str).dots} == {("", "")}


def test_only_the_first_dot_is_the_start() -> None:
    assert [dot.is_start for dot in line_chart(STEADY, ENGLISH, str).dots] == [True, False, False, False, False]


def test_a_unit_stands_in_labels_and_a_sign_also_on_the_axis() -> None:
    many = line_chart(measure(*((month, "5000") for month in MONTHS), unit="homes"), ENGLISH, str)
    assert (many.target.words, many.latest.words, many.ticks[-1].words) == ("Target: 80 homes", "5,000 homes", "5,000")
    money = line_chart(measure(*((month, "5000") for month in MONTHS), unit="GBP"), ENGLISH, str)
    assert (money.latest.words, money.ticks[-1].words) == ("£5,000", "£5,000")


def test_a_unit_too_long_for_a_telephone_is_left_to_the_table() -> None:
    chart = line_chart(measure(*((month, "5") for month in MONTHS), unit="complaints answered late"), ENGLISH, str)
    assert chart.latest.words == "5"


def test_the_year_is_named_once() -> None:
    of = measure(("November 2025", "1"), ("December 2025", "1"), ("January 2026", "1"), ("February 2026", "1"))
    times = line_chart(of, ENGLISH, str).times
    assert [(tick.month, tick.year) for tick in times] == [("November", "2025"), ("January", "2026")]


def test_the_year_is_named_once_however_many_months_of_it_are() -> None:
    times = line_chart(STEADY, ENGLISH, str).times
    assert len(times) > 2
    assert [tick.year for tick in times] == ["2026", *[""] * (len(times) - 1)]


def test_the_words_of_a_rising_line_stand_above_its_end_and_below_its_start() -> None:
    rising = line_chart(measure(*zip(MONTHS, ("30", "40", "50", "60", "70"), strict=True)), ENGLISH, str)
    assert Decimal(rising.latest.y) < Decimal(rising.dots[-1].y)
    assert Decimal(rising.start.y) > Decimal(rising.dots[0].y)
    falling = line_chart(measure(*zip(MONTHS, ("70", "60", "50", "40", "30"), strict=True)), ENGLISH, str)
    assert Decimal(falling.latest.y) > Decimal(falling.dots[-1].y)
    assert Decimal(falling.start.y) < Decimal(falling.dots[0].y)


def test_a_start_on_the_axis_is_told_above_it_although_no_line_leaves_it() -> None:
    of = measure(("2018", "0"), *((month, "5") for month in MONTHS))
    chart = line_chart(of, ENGLISH, str)
    assert Decimal(chart.start.y) < Decimal(chart.dots[0].y) == Decimal(chart.foot)


def test_the_target_gives_way_to_the_newest_value() -> None:
    near = line_chart(measure(*zip(MONTHS, ("10", "20", "30", "60", "82"), strict=True)), ENGLISH, str)
    assert Decimal(near.target.y) > Decimal(near.target_y)
    assert Decimal(near.target.y) - Decimal(near.latest.y) > 1


def test_the_target_stands_above_its_line_where_nothing_is_near_it() -> None:
    far = line_chart(
        measure(*zip(MONTHS, ("70", "60", "70", "60", "70"), strict=True), target=("2027", "30")), ENGLISH, str
    )
    assert Decimal(far.target.y) < Decimal(far.target_y)


def test_bars_begin_at_zero() -> None:
    chart = bar_chart(measure(("2018", "20"), ("2019", "40")), ENGLISH)
    assert [(bar.kind, bar.x, bar.width) for bar in chart.bars] == [
        ("start", "0", "25"),
        ("reading", "0", "50"),
        ("target", "0", "100"),
    ]
    assert (chart.zero_x, chart.target_x) == ("0", "100")


def test_words_too_long_for_one_line_have_two() -> None:
    short = bar_chart(measure(("March 2018", "20"), unit="homes"), ENGLISH)
    long = bar_chart(measure(("September 2018", "20"), unit="homes in the north"), ENGLISH)
    assert (short.has_two_lines, long.has_two_lines) == (False, True)
    assert Decimal(long.height) > Decimal(short.height)


def test_bars_below_zero_go_the_other_way() -> None:
    chart = bar_chart(measure(("2018", "-20"), ("2019", "40")), ENGLISH)
    assert [(bar.x, bar.width) for bar in chart.bars] == [("0", "20"), ("20", "40"), ("20", "80")]
    assert chart.zero_x == "20"


def test_nothing_but_zeros_is_drawn_too() -> None:
    chart = bar_chart(measure(("2018", "0"), target=("2020", "0")), ENGLISH)
    assert [bar.width for bar in chart.bars] == ["0", "0"]


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.decimals(-(10**7), 10**7, places=1)), min_size=1
    ),
    st.decimals(-(10**7), 10**7, places=1),
)
def test_everything_stands_on_the_paper(points: list[tuple[date, Decimal]], target: Decimal) -> None:
    start, *readings = (Reading(day_of(day), value) for day, value in sorted(points))
    of = Measure("m", "M", frozenset(), start, Reading(start.date, target), "%", readings=tuple(readings))
    if is_line(of):
        chart = line_chart(of, ENGLISH, str)
        labels = (chart.target, chart.start, chart.latest)
        downs = [*(it.y for it in chart.dots), *(it.y for it in chart.ticks), *(it.y for it in labels)]
        acrosses = [*(it.x for it in chart.dots), *(it.x for it in chart.times)]
        assert max(map(Decimal, downs)) <= Decimal(chart.foot)
    else:
        bars = bar_chart(of, ENGLISH)
        acrosses = [bars.zero_x, bars.target_x, *(bar.x for bar in bars.bars)]
        downs = [bar.foot for bar in bars.bars]
        assert max(map(Decimal, downs)) <= Decimal(bars.height)
        assert all(Decimal(bar.x) + Decimal(bar.width) <= Decimal("100.01") for bar in bars.bars)
    assert all(0 <= Decimal(x) <= 100 for x in acrosses)
    assert min(map(Decimal, downs)) >= 0
