"""The measures of a report: where each stood when the period began and when it ended, and what the money did."""

from collections.abc import Iterator
from decimal import Decimal

from generator.briefing.report_views import ReportCell, ReportFact, ReportGroup, ReportItem, ReportPart, ReportTable
from generator.briefing.scrutiny.told import Told
from generator.briefing.wording import is_money
from generator.domain.headline import headline
from generator.domain.measure import Better, Measure, Reading, is_one
from generator.domain.prose import Paragraph, Prose, Text


def parts(told: Told) -> Iterator[ReportPart]:
    say, every = told.say, told.now.content.measures
    money = [it for it in every if is_money(it.unit)]
    others = [it for it in every if not is_money(it.unit)]
    yield _part(
        told,
        others,
        "part.measures",
        say("What was measured"),
        say("Measures at the start and at the end"),
        say("No measure is followed."),
    )
    yield _part(
        told,
        money,
        "part.money",
        say("Money"),
        say("Money at the start and at the end"),
        say("No measure is counted in money."),
    )


def _part(told: Told, measures: list[Measure], anchor: str, title: str, caption: str, none: str) -> ReportPart:
    if not measures:
        return ReportPart(anchor, title, (none,))
    return ReportPart(
        anchor,
        title,
        (told.say("Each value stands with the time of its reading."),),
        (_table(told, caption, measures),),
        tuple(_readings(told, measures)),
    )


def _table(told: Told, caption: str, measures: list[Measure]) -> ReportTable:
    say = told.say
    return ReportTable(
        caption=caption,
        head=(say("Measure"), say("At the start"), say("At the end"), say("Change"), say("Target")),
        rows=tuple(_row(told, measure) for measure in measures),
        numbers=False,
    )


def _row(told: Told, measure: Measure) -> tuple[ReportCell, ...]:
    start, end = start_of(told, measure), end_of(told, measure)
    change = told.say("no reading in the period") if end is start else _change(told, measure, end.value - start.value)
    values = (_value(told, measure, start), _value(told, measure, end), change, _value(told, measure, measure.target))
    return ReportCell(measure.title), *map(ReportCell, values)


def start_of(told: Told, measure: Measure) -> Reading:
    """The newest value from before the period; the baseline, where there is none."""
    before = [it for it in measure.readings if it.date.last_day <= told.period.eve]
    return before[-1] if before else measure.baseline


def end_of(told: Told, measure: Measure) -> Reading:
    """The newest reading of a time that ended in the period or before; the start, where there is none in it."""
    own = readings_in(told, measure)
    return own[-1] if own else start_of(told, measure)


def readings_in(told: Told, measure: Measure) -> list[Reading]:
    return [it for it in measure.readings if told.period.eve < it.date.last_day <= told.period.last]


def _value(told: Told, measure: Measure, reading: Reading) -> str:
    amount = told.now.wording.amount(reading.value, measure.unit_of(reading.value))
    return f"{amount}, {told.due(reading.date)}"


def _change(told: Told, measure: Measure, by: Decimal) -> str:
    if not by:
        return told.say("no change")
    amount = {"amount": _by(told, measure.unit_of(abs(by)), abs(by))}
    is_better = (by > 0) is (measure.better is Better.HIGHER)
    if by > 0:
        words = told.say("%(amount)s more: better") if is_better else told.say("%(amount)s more: worse")
    else:
        words = told.say("%(amount)s less: better") if is_better else told.say("%(amount)s less: worse")
    return words % amount


def _by(told: Told, unit: str, by: Decimal) -> str:
    """A difference of shares in a hundred is no share of its own."""
    if unit != "%":
        return told.now.wording.amount(by, unit)
    if is_one(by):
        return told.say("1 percentage point")
    return told.say("%(number)s percentage points") % {"number": told.now.wording.number(by)}


def _readings(told: Told, measures: list[Measure]) -> Iterator[ReportGroup]:
    """What was read in the period, and the promises that were to change it."""
    items = [
        ReportItem(_words(measure.title), (*_facts_of_readings(told, measure), *_facts_of_actions(told, measure)))
        for measure in measures
    ]
    told_of = tuple(item for item in items if item.facts)
    if told_of:
        yield ReportGroup(told.say("Reading by reading"), told_of)


def _facts_of_readings(told: Told, measure: Measure) -> Iterator[ReportFact]:
    for reading in readings_in(told, measure):
        amount = told.now.wording.amount(reading.value, measure.unit_of(reading.value))
        yield ReportFact(told.due(reading.date), f"{amount}. {reading.note}" if reading.note else amount)


def _facts_of_actions(told: Told, measure: Measure) -> Iterator[ReportFact]:
    """What the period's editions say was done, or stopped, that was to change it."""
    for thread in told.threads:
        closed = thread.closed_in
        is_for_it = closed is not None and closed.action.measure is not None and closed.action.measure.id == measure.id
        if closed and is_for_it and told.period.holds(closed.edition.published):
            title = headline(closed.action.text)
            name = told.say("Done for it") if closed.action.state.value == "completed" else told.say("Stopped for it")
            yield ReportFact(name, title, told.edition(closed.edition))


def _words(words: str) -> Prose:
    return (Paragraph((Text(words),)),)
