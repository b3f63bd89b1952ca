"""The figures in the record of an edition: those that its readers had, and what they have been told of since."""

from collections.abc import Iterator

from generator.authoring.sheets import Sheet
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.given import (
    FigureHistory,
    FigureKind,
    Given,
    figure_histories,
    newest_of,
    untold_changes_in,
)
from generator.domain.measure import Measure, Reading
from generator.domain.record import FiguresThen, FigureThen, Record


def figures_of(edition: Edition, content: Content) -> list[Sheet]:
    """As its record is to have them. An edition that is frozen for the first time has the figures of measures.yml. One
    that is sealed again keeps those that it gave, but for what its corrections may tell of: a figure that it was the
    newest to give is written as it is now.
    """
    return list(_told(edition.record, edition, content) if edition.record else _first(edition, content))


def _first(edition: Edition, content: Content) -> Iterator[Sheet]:
    """Of the measures that any of the edition's readers saw."""
    for measure in content.measures:
        if had := measure.audiences & edition.audiences:
            known = measure.known_by(edition.published)
            yield {
                "id": measure.id,
                **({} if had == edition.audiences else {"for": sorted(had)}),
                "baseline": _figure(measure.baseline),
                "target": _figure(measure.target),
                **({"newest": _figure(known[-1])} if known else {}),
            }


def _told(record: Record, edition: Edition, content: Content) -> Iterator[Sheet]:
    measures = {measure.id: measure for measure in content.measures}
    asked = {
        (given.measure, given.kind): given
        for history in figure_histories(content.editions)
        for given in _may_tell_of(history, measures.get(history[0].measure))
        if given.edition is edition
    }

    def told(then: FiguresThen, kind: FigureKind, figure: FigureThen) -> Sheet:
        given = asked.get((then.id, kind))
        return _kept(figure) if given is None else _now(given, given.now(measures.get(then.id)))

    for then in record.figures:
        yield {
            "id": then.id,
            **({} if then.audiences is None else {"for": sorted(then.audiences)}),
            "baseline": told(then, FigureKind.BASELINE, then.baseline),
            "target": told(then, FigureKind.TARGET, then.target),
            **({"newest": told(then, FigureKind.READING, then.newest)} if then.newest else {}),
        }


def _may_tell_of(history: FigureHistory, measure: Measure | None) -> Iterator[Given]:
    """What is told by the edition that gave it last; or by the one before a change, where the next was frozen first."""
    yield from newest_of(history, measure)
    yield from (before for before, _ in untold_changes_in(history, measure))


def _now(given: Given, reading: Reading | None) -> Sheet:
    return _dated(given.figure) if reading is None else _figure(reading)


def _kept(figure: FigureThen) -> Sheet:
    return _dated(figure) if figure.value is None else {**_dated(figure), "value": str(figure.value)}


def _dated(figure: FigureThen) -> Sheet:
    return {"date": figure.when, "from": figure.first_day.isoformat(), "to": figure.last_day.isoformat()}


def _figure(reading: Reading) -> Sheet:
    days = {"from": reading.date.first_day.isoformat(), "to": reading.date.last_day.isoformat()}
    return {"date": reading.date.words, **days, "value": str(reading.value)}
