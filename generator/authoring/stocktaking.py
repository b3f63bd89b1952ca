"""Where an edition stands: who has handed in, what is to be mended, which promises are due and overdue."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.authoring.listing import comma_separated
from generator.authoring.story import due_in_words
from generator.domain.content import Content
from generator.domain.edition import Action, Edition, Status, Update
from generator.domain.prose import plain_words
from generator.domain.thread import Standing, Thread
from generator.domain.weaving import weave
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic

SOON = timedelta(days=31)
LETTER = "letter"
ELSEWHERE = "elsewhere"


class Handed(StrEnum):
    """What a workstream has done. Begun: its update is there, and says nothing that the one before did not say."""

    IN = "handed in"
    BEGUN = "begun"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Part:
    """A workstream in an edition, the letter, or all other files: `handed` is None for these two.

    `open` counts its promises that are open, `overdue` those of them that are late.
    """

    id: str
    title: str
    handed: Handed | None
    open: int
    overdue: int
    errors: int
    warnings: int
    advice: int

    @property
    def has_findings(self) -> bool:
        return bool(self.errors or self.warnings or self.advice)


@dataclass(frozen=True, slots=True)
class Promise:
    """An open promise whose date is past or near."""

    id: str
    workstream: str
    due: str
    last_day: date
    words: str


@dataclass(frozen=True, slots=True)
class Stock:
    """An edition on a date. The parts are its letter, the workstreams in their order, and all other files."""

    edition: str
    title: str
    published: date
    is_draft: bool
    on: date
    parts: tuple[Part, ...]
    overdue: tuple[Promise, ...]
    soon: tuple[Promise, ...]

    @property
    def workstreams(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.handed)

    @property
    def is_whole(self) -> bool:
        """Whether everybody has handed in, and nothing is an error."""
        return all(part.handed in (None, Handed.IN) and not part.errors for part in self.parts)


def take_stock(content: Content, edition: Edition, findings: Iterable[Diagnostic], on: date) -> Stock:
    """Promises stand as all editions leave them, since what an old one had open may be done by now.

    `findings` are those of the whole content.
    """
    earlier = [it for it in content.editions if it.order <= edition.order]
    threads = [it for it in weave(content.editions).values() if it.standing(on).is_open]
    late = [it for it in threads if it.standing(on) is Standing.OVERDUE]
    near = [it for it in threads if it not in late and it.due and it.due.last_day <= on + SOON]
    counts = _counted(findings, edition)
    updates = {update.workstream: update for update in edition.updates}
    # A special edition is written by those whom it concerns: nobody else is missing from it.
    listed = [it for it in content.workstreams if not edition.is_special or it.id in updates]
    workstreams = (
        Part(
            it.id,
            it.title,
            _handed(updates.get(it.id), earlier),
            sum(thread.latest.workstream == it.id for thread in threads),
            sum(thread.latest.workstream == it.id for thread in late),
            *_weights(counts, it.id),
        )
        for it in listed
    )
    parts = (
        Part(LETTER, "The letter", None, 0, 0, *_weights(counts, LETTER)),
        *workstreams,
        Part(ELSEWHERE, "Other files", None, 0, 0, *_weights(counts, ELSEWHERE)),
    )
    return Stock(
        edition.id,
        edition.title,
        edition.published,
        edition.status is Status.DRAFT,
        on,
        parts,
        _promises(late),
        _promises(near),
    )


def _counted(findings: Iterable[Diagnostic], edition: Edition) -> Counter[tuple[str, Severity]]:
    """By workstream and weight; those of other editions' files are left out."""
    folder = f"editions/{edition.id}/"
    counts: Counter[tuple[str, Severity]] = Counter()
    for found in findings:
        path = found.span.path
        if path.startswith(folder):
            name = path.removeprefix(folder).rpartition(".")[0]
            counts[LETTER if name == "edition" else name, found.severity] += 1
        elif not path.startswith("editions/"):
            counts[ELSEWHERE, found.severity] += 1
    return counts


def _weights(counts: Mapping[tuple[str, Severity], int], name: str) -> Sequence[int]:
    return [counts.get((name, severity), 0) for severity in (Severity.ERROR, Severity.WARNING, Severity.ADVICE)]


def _handed(update: Update | None, editions: Sequence[Edition]) -> Handed:
    """`editions` end with the update's own."""
    if update is None:
        return Handed.MISSING
    before = {action.id: _said(action) for edition in editions[:-1] for it in edition.updates for action in it.actions}
    is_new = bool(update.introduction) or any(before.get(it.id) != _said(it) for it in update.actions)
    return Handed.IN if is_new else Handed.BEGUN


def _said(action: Action) -> tuple[object, ...]:
    """What a reader learns of an action; that it is told again is no news."""
    return action.state, plain_words(action.text), action.due.last_day if action.due else None, action.reason


def _promises(threads: Iterable[Thread]) -> tuple[Promise, ...]:
    found = (
        Promise(it.id, it.latest.workstream, due_in_words(it.due), it.due.last_day, it.headline)
        for it in threads
        if it.due
    )
    return tuple(sorted(found, key=lambda it: (it.last_day, it.id)))


def as_json(stock: Stock) -> str:
    record = {
        "edition": stock.edition,
        "title": stock.title,
        "published": stock.published.isoformat(),
        "is_draft": stock.is_draft,
        "on": stock.on.isoformat(),
        "parts": [
            {
                "id": part.id,
                "title": part.title,
                "update": part.handed.value if part.handed else None,
                "open": part.open,
                "overdue": part.overdue,
                "errors": part.errors,
                "warnings": part.warnings,
                "advice": part.advice,
            }
            for part in stock.parts
        ],
        "overdue": [_record(it) for it in stock.overdue],
        "due_soon": [_record(it) for it in stock.soon],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _record(promise: Promise) -> Mapping[str, str]:
    return {
        "id": promise.id,
        "workstream": promise.workstream,
        "due": promise.due,
        "last_day": promise.last_day.isoformat(),
        "words": promise.words,
    }


def as_csv(stock: Stock) -> str:
    """A row a part: for the promises, `golden thread --format csv` has more."""
    names = ("edition", "id", "title", "update", "open", "overdue", "errors", "warnings", "advice")
    return comma_separated(
        names,
        (
            (
                stock.edition,
                part.id,
                part.title,
                part.handed.value if part.handed else None,
                part.open,
                part.overdue,
                part.errors,
                part.warnings,
                part.advice,
            )
            for part in stock.parts
        ),
    )
