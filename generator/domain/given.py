"""The figures that readers were given, by the records of frozen editions: the newest of each, and where it changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from generator.domain.audience import Audiences
from generator.domain.edition import Edition
from generator.domain.measure import Measure, Reading
from generator.domain.record import FigureThen, Record
from generator.values import dataclass


class FigureKind(StrEnum):
    BASELINE = "baseline"
    TARGET = "target"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Given:
    """A figure of a measure, as the record of an edition has it, and the audiences that had it from there."""

    edition: Edition
    record: Record
    measure: str
    kind: FigureKind
    figure: FigureThen
    audiences: Audiences

    def now(self, measure: Measure | None) -> Reading | None:
        """The same figure in measures.yml; None where it is gone. Of two readings of one time, the one that stands as
        it was given, or else the later.
        """
        if measure is None:
            return None
        if self.kind is not FigureKind.READING:
            return measure.baseline if self.kind is FigureKind.BASELINE else measure.target
        of_that_time = list(filter(self.figure.is_of_the_time_of, measure.readings))
        return next(filter(self.figure.is_still, of_that_time), of_that_time[-1] if of_that_time else None)


FigureHistory = list[Given]  # one figure through the editions that gave it, oldest first


def figure_histories(editions: Iterable[Edition]) -> list[FigureHistory]:
    """That of each figure of each measure; readings of one time are one figure."""
    histories: dict[tuple[object, ...], FigureHistory] = {}
    for edition in editions:
        for given in _given_by(edition):
            time = (given.figure.first_day, given.figure.last_day) if given.kind is FigureKind.READING else ()
            histories.setdefault((given.measure, given.kind, *time), []).append(given)
    return list(histories.values())


def newest_of(history: FigureHistory, measure: Measure | None) -> Iterator[Given]:
    """What each audience was given last, each edition that gave it once, with all whom it gave it last. Where the
    measure is still there, of the audiences that see it alone.
    """
    left = frozenset[str]().union(*(given.audiences for given in history))
    left = left if measure is None else left & measure.audiences
    for given in reversed(history):
        if told := given.audiences & left:
            yield replace(given, audiences=told)
            left -= told
        if not left:
            return


def untold_changes_in(history: FigureHistory, measure: Measure | None) -> Iterator[tuple[Given, Given]]:
    """What one edition gave, and what the next gave otherwise to the same audience; the next one tells of no change."""
    if measure is None or all(given.figure.is_as(history[0].figure) for given in history):
        return
    found: dict[tuple[str, str], tuple[Given, Given]] = {}
    for audience in sorted(measure.audiences):
        for before, after in pairwise(given for given in history if audience in given.audiences):
            both_have_it = before.figure.value is not None and after.figure.value is not None
            if both_have_it and not after.figure.is_as(before.figure) and not after.record.corrections:
                told = replace(after, audiences=after.audiences & before.audiences & measure.audiences)
                found.setdefault((before.edition.id, after.edition.id), (before, told))
    yield from found.values()


def _given_by(edition: Edition) -> Iterator[Given]:
    record = edition.record
    if record is None:
        return
    for then in record.figures:
        had = record.audiences if then.audiences is None else then.audiences & record.audiences
        yield Given(edition, record, then.id, FigureKind.BASELINE, then.baseline, had)
        yield Given(edition, record, then.id, FigureKind.TARGET, then.target, had)
        if then.newest:
            yield Given(edition, record, then.id, FigureKind.READING, then.newest, had)
