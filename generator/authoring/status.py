"""The status of an edition: who has handed in, what is to be mended, which promises are due and overdue."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
from generator.values import dataclass

SOON = timedelta(days=31)
LETTER = "letter"
ELSEWHERE = "elsewhere"


class Handed(StrEnum):
    """How far a workstream's update is. BEGUN: it is there, and says nothing that an earlier one did not say."""

    IN = "handed in"
    BEGUN = "begun"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PartStatus:
    """What is counted of one workstream in an edition, of the letter, or of all other files.

    `handed` is None, and no promises are counted, for the letter and the other files. `open` counts the workstream's
    open promises, `overdue` those of them that are late; `errors`, `warnings` and `advice` count findings.
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
class EditionStatus:
    """An edition as it stands on a date.

    `parts` are its letter, the workstreams in the programme's order, and all other files. `overdue` and `soon` are the
    open promises of the whole programme that are late, and those due within `SOON`; both begin with the earliest due.
    """

    edition: str
    title: str
    published: date
    is_draft: bool
    on: date
    parts: tuple[PartStatus, ...]
    overdue: tuple[Promise, ...]
    soon: tuple[Promise, ...]

    @property
    def workstreams(self) -> tuple[PartStatus, ...]:
        return tuple(part for part in self.parts if part.handed)

    @property
    def is_whole(self) -> bool:
        """Whether everybody has handed in, and nothing is an error."""
        return all(part.handed in (None, Handed.IN) and not part.errors for part in self.parts)


def status_of(content: Content, edition: Edition, findings: Iterable[Diagnostic], on: date) -> EditionStatus:
    """The status of one edition on a date; `findings` are those of the whole content.

    Whether a promise is open or late is asked of all editions, not of this one alone: what an old edition had open may
    be done by now.
    """
    earlier = [it for it in content.editions if it.order <= edition.order]
    threads = [it for it in weave(content.editions).values() if it.standing(on).is_open]
    late = [it for it in threads if it.standing(on) is Standing.OVERDUE]
    near = [it for it in threads if it not in late and it.due and it.due.last_day <= on + SOON]
    counts = _counted(findings, edition)
    updates = {update.workstream: update for update in edition.updates}
    # A special edition is written by those whom it concerns: nobody else is missing from it.
    # One that has ended is asked only for what it left open.
    unclosed = {thread.latest.workstream for thread in threads}
    listed = [
        it
        for it in content.workstreams
        if it.id in updates or (not edition.is_special and (it.id in unclosed or not it.is_over(edition.published)))
    ]
    workstreams = (
        PartStatus(
            it.id,
            it.title,
            _handed(updates.get(it.id), earlier),
            sum(thread.latest.workstream == it.id for thread in threads),
            sum(thread.latest.workstream == it.id for thread in late),
            *_by_severity(counts, it.id),
        )
        for it in listed
    )
    parts = (
        PartStatus(LETTER, "The letter", None, 0, 0, *_by_severity(counts, LETTER)),
        *workstreams,
        PartStatus(ELSEWHERE, "Other files", None, 0, 0, *_by_severity(counts, ELSEWHERE)),
    )
    return EditionStatus(
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
    """How many findings there are by part and severity; those in other editions' files are left out."""
    folder = f"editions/{edition.id}/"
    counts: Counter[tuple[str, Severity]] = Counter()
    for finding in findings:
        path = finding.span.path
        if path.startswith(folder):
            name = path.removeprefix(folder).rpartition(".")[0]
            counts[LETTER if name == "edition" else name, finding.severity] += 1
        elif not path.startswith("editions/"):
            counts[ELSEWHERE, finding.severity] += 1
    return counts


def _by_severity(counts: Mapping[tuple[str, Severity], int], name: str) -> Sequence[int]:
    return [counts.get((name, severity), 0) for severity in (Severity.ERROR, Severity.WARNING, Severity.ADVICE)]


def _handed(update: Update | None, editions: Sequence[Edition]) -> Handed:
    """`editions` are those up to the update's own, which is the last of them."""
    if update is None:
        return Handed.MISSING
    before = {action.id: action for edition in editions[:-1] for it in edition.updates for action in it.actions}
    is_new = bool(update.introduction) or any(_says_more(it, before.get(it.id)) for it in update.actions)
    return Handed.IN if is_new else Handed.BEGUN


def _says_more(action: Action, before: Action | None) -> bool:
    """Whether a reader learns something from it who has read the mention before. A reason is of one edition: that it is
    not told again is no news.
    """
    return before is None or _said(before) != _said(action) or action.reason not in ("", before.reason)


def _said(action: Action) -> tuple[object, ...]:
    return action.state, plain_words(action.text), action.due.last_day if action.due else None


def _promises(threads: Iterable[Thread]) -> tuple[Promise, ...]:
    dated = (
        Promise(it.id, it.latest.workstream, due_in_words(it.due), it.due.last_day, it.headline)
        for it in threads
        if it.due
    )
    return tuple(sorted(dated, key=lambda it: (it.last_day, it.id)))


def as_json(status: EditionStatus) -> str:
    record = {
        "edition": status.edition,
        "title": status.title,
        "published": status.published.isoformat(),
        "is_draft": status.is_draft,
        "on": status.on.isoformat(),
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
            for part in status.parts
        ],
        "overdue": [_record(it) for it in status.overdue],
        "due_soon": [_record(it) for it in status.soon],
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


def as_csv(status: EditionStatus) -> str:
    """One row for each part. The promises are left out: `golden thread --format csv` lists them."""
    names = ("edition", "id", "title", "update", "open", "overdue", "errors", "warnings", "advice")
    return comma_separated(
        names,
        (
            (
                status.edition,
                part.id,
                part.title,
                part.handed.value if part.handed else None,
                part.open,
                part.overdue,
                part.errors,
                part.warnings,
                part.advice,
            )
            for part in status.parts
        ),
    )
