"""The measures of a report: where each stood when the period began and when it ended, and what the money did."""

from collections.abc import Iterator
from decimal import Decimal

from generator.briefing.report_views import ReportCell, ReportFact, ReportGroup, ReportItem, ReportPart, ReportTable
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.briefing.wording import is_money
from generator.domain.edition import State
from generator.domain.headline import headline
from generator.domain.measure import Better, Measure, Reading
from generator.domain.prose import Paragraph, Prose, Text


def parts(report: ReportDescriber) -> Iterator[ReportPart]:
    say, every = report.say, report.now.content.measures
    money = [it for it in every if is_money(it.unit)]
    others = [it for it in every if not is_money(it.unit)]
    yield _part(
        report,
        others,
        "part.measures",
        say("What was measured"),
        say("Measures at the start and at the end"),
        say("No measure is followed."),
    )
    yield _part(
        report,
        money,
        "part.money",
        say("Money"),
        say("Money at the start and at the end"),
        say("No measure is counted in money."),
    )


def _part(
    report: ReportDescriber, measures: list[Measure], anchor: str, title: str, caption: str, none: str
) -> ReportPart:
    if not measures:
        return ReportPart(anchor, title, (none,))
    return ReportPart(
        anchor,
        title,
        (report.say("Each value stands with the time of its reading."),),
        (_table(report, caption, measures),),
        tuple(_readings(report, measures)),
    )


def _table(report: ReportDescriber, caption: str, measures: list[Measure]) -> ReportTable:
    say = report.say
    return ReportTable(
        caption=caption,
        head=(say("Measure"), say("At the start"), say("At the end"), say("Change"), say("Target")),
        rows=tuple(_row(report, measure) for measure in measures),
        numbers=False,
    )


def _row(report: ReportDescriber, measure: Measure) -> tuple[ReportCell, ...]:
    start, end = start_of(report, measure), end_of(report, measure)
    change = (
        report.say("no reading in the period") if end is start else _change(report, measure, end.value - start.value)
    )
    values = (
        _value(report, measure, start),
        _value(report, measure, end),
        change,
        _value(report, measure, measure.target),
    )
    return ReportCell(measure.title), *map(ReportCell, values)


def start_of(report: ReportDescriber, measure: Measure) -> Reading:
    """The newest value from before the period; the baseline, where there is none."""
    before = [it for it in measure.readings if it.date.last_day <= report.period.eve]
    return before[-1] if before else measure.baseline


def end_of(report: ReportDescriber, measure: Measure) -> Reading:
    """The newest reading of a time that ended in the period or before; the start, where there is none in it."""
    own = readings_in(report, measure)
    return own[-1] if own else start_of(report, measure)


def readings_in(report: ReportDescriber, measure: Measure) -> list[Reading]:
    return [it for it in measure.readings if report.period.eve < it.date.last_day <= report.period.last]


def _value(report: ReportDescriber, measure: Measure, reading: Reading) -> str:
    amount = report.now.wording.amount(reading.value, measure.unit_of(reading.value))
    return f"{amount}, {report.due(reading.date)}"


def _change(report: ReportDescriber, measure: Measure, by: Decimal) -> str:
    if not by:
        return report.say("no change")
    amount = {"amount": _by(report, measure.unit_of(abs(by)), abs(by))}
    is_better = (by > 0) is (measure.better is Better.HIGHER)
    if by > 0:
        words = report.say("%(amount)s more: better") if is_better else report.say("%(amount)s more: worse")
    else:
        words = report.say("%(amount)s less: better") if is_better else report.say("%(amount)s less: worse")
    return words % amount


def _by(report: ReportDescriber, unit: str, by: Decimal) -> str:
    """A difference of shares in a hundred is no share of its own."""
    if unit != "%":
        return report.now.wording.amount(by, unit)
    if by.as_tuple().exponent == 0:
        return report.count("%(num)s percentage point", "%(num)s percentage points", int(by))
    return report.say("%(number)s percentage points") % {"number": report.now.wording.number(by)}


def _readings(report: ReportDescriber, measures: list[Measure]) -> Iterator[ReportGroup]:
    """What was read in the period, and the promises that were to change it."""
    items = [
        ReportItem(_words(measure.title), (*_facts_of_readings(report, measure), *_facts_of_actions(report, measure)))
        for measure in measures
    ]
    told_of = tuple(item for item in items if item.facts)
    if told_of:
        yield ReportGroup(report.say("Reading by reading"), told_of)


def _facts_of_readings(report: ReportDescriber, measure: Measure) -> Iterator[ReportFact]:
    for reading in readings_in(report, measure):
        amount = report.now.wording.amount(reading.value, measure.unit_of(reading.value))
        yield ReportFact(report.due(reading.date), f"{amount}. {reading.note}" if reading.note else amount)


def _facts_of_actions(report: ReportDescriber, measure: Measure) -> Iterator[ReportFact]:
    """What the period's editions say was done, or stopped, that was to change it; the oldest first."""
    ended = [it for thread in report.threads if (it := thread.closed_in) and report.period.holds(it.edition.published)]
    for closed in sorted(ended, key=lambda mention: mention.edition.order):
        if closed.action.measure is not None and closed.action.measure.id == measure.id:
            is_done = closed.action.state is State.COMPLETED
            name = report.say("Done for it") if is_done else report.say("Stopped for it")
            yield ReportFact(name, headline(closed.action.text), report.edition(closed.edition))


def _words(words: str) -> Prose:
    return (Paragraph((Text(words),)),)
