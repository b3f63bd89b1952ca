"""Figures that readers have been given: none is changed or taken away without telling them.

Authority: the programme's own rule, in docs/decisions/0009-the-published-record.md.
"""

from collections.abc import Iterator

from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.given import FigureKind, Given, figure_histories, newest_of, untold_changes_in
from generator.domain.measure import Measure
from generator.domain.record import Record
from generator.domain.sealing import notes_to_seal
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

_FILE = "measures.yml"


def check(content: Content) -> Iterator[Diagnostic]:
    """Each figure, against what each audience was given last; and each change between two editions of which the later
    has told nothing. While an edition tells of a change that is not sealed yet, its figures may change with it.
    """
    if not content.is_whole_for(_FILE):  # else what seems gone may only not have been read
        return
    measures = {measure.id: measure for measure in content.measures}
    for history in figure_histories(content.editions):
        measure = measures.get(history[0].measure)
        for given in newest_of(history, measure):
            yield from _changed(given, measure)
        for before, after in untold_changes_in(history, measure):
            if measure is not None and _was_frozen_before(before, after):
                yield from _changed_between(before, after, measure)


def _changed(given: Given, measure: Measure | None) -> Iterator[Diagnostic]:
    """Of a measure that is gone, one finding for all its figures."""
    figure, now = given.figure, given.now(measure)
    if figure.value is None or (now and figure.is_still(now)):
        return
    what = f"the {given.kind} of `{given.measure}`"
    if measure is None:
        if given.kind is FigureKind.TARGET:
            yield from _found(given, f"the measure `{given.measure}` is gone; it was there", given, Span(_FILE, 0, 0))
    elif now is None:
        told = f"{what} for {figure.when} is gone; it was {figure.value}"
        yield from _found(given, told, given, measure.written_at)
    elif given.kind is FigureKind.READING:
        told = f"{what} for {figure.when} is {now.value}; it was {figure.value}"
        yield from _found(given, told, given, now.written_at)
    else:
        told = f"{what} is {now.value} ({now.date.words}); it was {figure.value} ({figure.when})"
        yield from _found(given, told, given, now.written_at)


def _changed_between(before: Given, after: Given, measure: Measure) -> Iterator[Diagnostic]:
    now, was, became = after.now(measure), before.figure, after.figure
    time = f" for {was.when}" if after.kind is FigureKind.READING else ""
    dates = ("", "") if time else (f" ({became.when})", f" ({was.when})")
    told = (
        f"the {after.kind} of `{after.measure}`{time} is {became.value}{dates[0]} in the edition {after.edition.id}; "
        f"it was {was.value}{dates[1]}"
    )
    yield from _found(before, told, after, now.written_at if now else measure.written_at)


def _was_frozen_before(before: Given, after: Given) -> bool:
    """An edition that is frozen years later is frozen with the figures of then, which its readers may not have had."""
    return before.record.frozen_on <= after.record.frozen_on


def _sealed(record: Record) -> str:
    """Its first day says nothing of a figure that it has by a correction."""
    return "sealed last" if record.corrections else f"frozen on {day_in_words(record.frozen_on)}"


def _found(given: Given, told: str, tells: Given, place: Span) -> Iterator[Diagnostic]:
    """That a figure is not what an edition gave; who was given it is told by the edition that `tells`."""
    edition = tells.edition
    if notes_to_seal(edition, tells.record):
        return
    readers = "" if edition.audiences <= tells.audiences else f", with `for: [{', '.join(sorted(tells.audiences))}]`"
    back = "put it back; or " if tells is given else ""
    yield Diagnostic(
        "published-figure-changed",
        f"{told} when the edition {given.edition.id} was {_sealed(given.record)}",
        place,
        f"{back}say what was changed and why, under `corrections:` in {edition.written_at.path}{readers}, "
        f"and seal that with `golden freeze {edition.id}`",
        note="what was published stays as it was, unless its readers are told",
        subject=given.measure,
    )
