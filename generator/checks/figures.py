"""Figures that readers have been given: none is changed or taken away without telling them.

Authority: the programme's own rule, in docs/decisions/0009-the-published-record.md.
"""

from collections.abc import Iterator

from generator.checks.frozen import notes_to_seal
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import Edition
from generator.domain.measure import Measure, Reading
from generator.domain.record import FiguresThen, FigureThen
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

_FILE = "measures.yml"


def check(content: Content) -> Iterator[Diagnostic]:
    """Each figure, against the newest frozen edition that gave it. While that tells of a change which is not sealed
    yet, its figures may change with it.
    """
    if not content.is_whole_for(_FILE):  # else what seems gone may only not have been read
        return
    measures = {measure.id: measure for measure in content.measures}
    newest: dict[str, tuple[Edition, FiguresThen]] = {}
    readings: dict[tuple[object, ...], tuple[Edition, str, FigureThen]] = {}
    for edition in reversed(content.editions):
        for then in edition.record.figures if edition.record else ():
            newest.setdefault(then.id, (edition, then))
            if it := then.newest:
                readings.setdefault((then.id, it.first_day, it.last_day), (edition, then.id, it))
    for edition, then in newest.values():
        yield from _changed(edition, then, measures.get(then.id))
    for edition, identity, figure in readings.values():
        if measure := measures.get(identity):
            yield from _changed_reading(edition, figure, measure)


def _changed(edition: Edition, then: FiguresThen, measure: Measure | None) -> Iterator[Diagnostic]:
    if measure is None:
        yield from _found(edition, then.id, f"the measure `{then.id}` is gone; it was there", Span(_FILE, 0, 0))
        return
    for what, figure, now in (("baseline", then.baseline, measure.baseline), ("target", then.target, measure.target)):
        if not figure.is_still(now):
            told = f"the {what} of `{measure.id}` is {_said(now)}; it was {figure.value} ({figure.when})"
            yield from _found(edition, measure.id, told, now.written_at)


def _changed_reading(edition: Edition, figure: FigureThen, measure: Measure) -> Iterator[Diagnostic]:
    now = next(filter(figure.is_of_the_time_of, measure.readings), None)
    if now is None or not figure.is_still(now):
        is_now = "gone" if now is None else f"{now.value}"
        told = f"the reading of `{measure.id}` for {figure.when} is {is_now}; it was {figure.value}"
        yield from _found(edition, measure.id, told, now.written_at if now else measure.written_at)


def _said(reading: Reading) -> str:
    return f"{reading.value} ({reading.date.words})"


def _found(edition: Edition, measure_id: str, told: str, place: Span) -> Iterator[Diagnostic]:
    record = edition.record
    if record is None or notes_to_seal(edition, record):
        return
    yield Diagnostic(
        "published-figure-changed",
        f"{told} when the edition {edition.id} was frozen on {day_in_words(record.frozen_on)}",
        place,
        f"put it back; or say what was changed and why, under `corrections:` in {edition.written_at.path}, "
        f"and seal that with `golden freeze {edition.id}`",
        note="what was published stays as it was, unless its readers are told",
        subject=measure_id,
    )
