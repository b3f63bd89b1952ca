"""The status of an edition: who has handed in, what is to be mended, which promises are due and overdue."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from generator.authoring.listing import comma_separated
from generator.authoring.story import due_in_words
from generator.domain.content import Content
from generator.domain.edition import Action, Edition, Status, Update
from generator.domain.prose import plain_words
from generator.domain.thread import Standing, Thread
from generator.domain.weaving import weave
from generator.domain.workstream import Workstream
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.values import dataclass

SOON = timedelta(days=31)
LETTER = "letter"
ELSEWHERE = "elsewhere"

Counts = Counter[tuple[str, Severity]]  # of findings, by the name of the part and their severity


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
    """An edition as it stands on a date. `published` is None where its letter gives no day that can be read.

    `parts` are its letter, the workstreams in the programme's order, and all other files. `overdue` and `soon` are the
    open promises of the whole programme that are late, and those due within `SOON`; both begin with the earliest due.
    """

    edition: str
    title: str
    published: date | None
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
    threads = [it for it in weave(content.editions).values() if it.standing(on).is_open]
    late = [it for it in threads if it.standing(on) is Standing.OVERDUE]
    in_time = (it for it in threads if it.standing(on) is not Standing.OVERDUE)
    counts = _counted(findings, edition)
    return EditionStatus(
        edition=edition.id,
        title=edition.title,
        published=edition.published if edition.has_day else None,
        is_draft=edition.status is Status.DRAFT,
        on=on,
        parts=(
            _part(LETTER, "The letter", counts),
            *_workstreams(content, edition, threads, counts, on),
            _part(ELSEWHERE, "Other files", counts),
        ),
        overdue=_promises(late),
        soon=_promises(it for it in in_time if it.due and it.due.last_day <= on + SOON),
    )


def _workstreams(
    content: Content, edition: Edition, threads: Sequence[Thread], counts: Counts, on: date
) -> Iterator[PartStatus]:
    """`threads` are the open ones of the whole programme."""
    earlier = [it for it in content.editions if it.order <= edition.order]
    updates = {update.workstream: update for update in edition.updates}
    for workstream in content.workstreams:
        own = [it for it in threads if it.latest.workstream == workstream.id]
        if workstream.id in updates or _is_awaited(workstream, edition, has_open=bool(own)):
            yield replace(
                _part(workstream.id, workstream.title, counts),
                handed=_handed(updates.get(workstream.id), earlier),
                open=len(own),
                overdue=sum(it.standing(on) is Standing.OVERDUE for it in own),
            )


def _is_awaited(workstream: Workstream, edition: Edition, *, has_open: bool) -> bool:
    """Whether an edition lacks something without its update. A special one is written by those whom it concerns; a
    workstream that has ended is asked only for the promises that it left open.
    """
    return not edition.is_special and (has_open or not workstream.is_over(edition.published))


def _part(name: str, title: str, counts: Counts) -> PartStatus:
    """With its findings alone."""
    return PartStatus(
        id=name,
        title=title,
        handed=None,
        open=0,
        overdue=0,
        errors=counts[name, Severity.ERROR],
        warnings=counts[name, Severity.WARNING],
        advice=counts[name, Severity.ADVICE],
    )


def _counted(findings: Iterable[Diagnostic], edition: Edition) -> Counts:
    """How many findings there are by part and severity; those in other editions' files are left out."""
    folder = f"editions/{edition.id}/"
    counts: Counts = Counter()
    for finding in findings:
        path = finding.span.path
        if path.startswith(folder):
            name = path.removeprefix(folder).rpartition(".")[0]
            counts[LETTER if name == "edition" else name, finding.severity] += 1
        elif not path.startswith("editions/"):
            counts[ELSEWHERE, finding.severity] += 1
    return counts


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
        "published": status.published.isoformat() if status.published else None,
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
