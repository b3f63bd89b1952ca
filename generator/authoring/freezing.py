"""Freezing an edition: a record of what was published, which later changes can only add to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.authoring.figures import figures_of
from generator.authoring.putting import put_files
from generator.authoring.sheets import Sheet, sheet_in, text_of
from generator.authoring.sourced_content import as_on_disk
from generator.checks.all import check_content
from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import Action, Edition, Status
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.record import Correction, Withdrawal
from generator.domain.sealing import files_of, notes_to_seal
from generator.domain.visibility import sight_of
from generator.domain.workstream import Workstream
from generator.reading.content import read_content
from generator.reading.desk import Desk, with_choice
from generator.reading.front_matter import read_front_matter
from generator.reading.records import FILE_NAME, VERSION
from generator.reading.yaml import Mapping as Fields
from generator.reading.yaml import Node, Sequence, Word, read_yaml
from generator.text import UserError
from generator.text.diagnostic import Diagnostic, has_errors, in_order
from generator.text.source import Source
from generator.values import dataclass

_IN_EVERY_RECORD = ("programme.yml", "workstreams.yml", "measures.yml")  # with the edition's own folder


class FreezingRefused(UserError):
    """The edition cannot be frozen: one line of words that says why."""


@dataclass(frozen=True, slots=True)
class Freezing:
    """What is to be written, by path below the content folder; nothing where all is as it was, or there are errors."""

    edition: Edition | None
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    files: Mapping[str, bytes]


def freeze(root: Path, edition_id: str, today: Callable[[Programme], date]) -> Freezing:
    """The record of an edition, made or added to. Content with errors is not frozen, because it is not published.

    An edition that is frozen already keeps its day, and the titles, leads and audiences of that day: only what its
    corrections have changed is sealed anew. Raises FreezingRefused.
    """
    content, sources, findings = read_content(root)
    if content is None:
        return Freezing(None, in_order(findings), sources, {})
    on = today(content.programme)
    edition = content.edition(edition_id)
    if edition is not None:
        _refuse_unpublished(edition, on)
    findings.extend(check_content(content, on))
    if has_errors(findings):
        return Freezing(None, in_order(findings), sources, {})
    if edition is None:
        names = tuple(edition.id for edition in content.editions)
        raise FreezingRefused(with_choice(f"there is no edition `{edition_id}`", edition_id, names))
    if edition.record is not None and not notes_to_seal(edition, edition.record):
        return Freezing(edition, (), sources, {})
    path = f"{edition.folder}/{FILE_NAME}"
    sheet = _sheet(edition, content, sources, on)
    if edition.is_frozen:
        sheet = _added_to(sheet_in(sources[path]), sheet, has_own_audiences(edition, sources))
    return Freezing(edition, (), sources, {path: text_of(sheet).encode()})


def seal(root: Path, freezing: Freezing) -> None:
    """Writes the record, if there is one to be written.

    Raises WritingFailed; SavedMeanwhile where a file that it was made from was saved since it was read: it would be a
    record of words that were never published.
    """
    if freezing.edition is not None and freezing.files:
        read = recorded(freezing.sources, freezing.edition)
        files = {root / path: data for path, data in freezing.files.items()}
        put_files(files, {**dict.fromkeys(files), **as_on_disk(root, read.values())})


def recorded(sources: Mapping[str, Source], edition: Edition) -> Mapping[str, Source]:
    """The texts of all files that an edition's record is made from, by path."""
    folder = f"{edition.folder}/"
    return {path: it for path, it in sources.items() if path.startswith(folder) or path in _IN_EVERY_RECORD}


def _refuse_unpublished(edition: Edition, on: date) -> None:
    if edition.status is Status.DRAFT:
        raise FreezingRefused(f"{edition.title} is a draft: publish it first, then freeze what was published")
    if not edition.has_day:
        raise FreezingRefused(f"{edition.title} gives no day of publication that can be read")
    if not edition.is_out(on):
        raise FreezingRefused(
            f"{edition.title} is published on {day_in_words(edition.published)}, which is still to come"
        )


def has_own_audiences(edition: Edition, sources: Mapping[str, Source]) -> bool:
    """Whether edition.md itself says whom it is for."""
    front, _ = read_front_matter(Desk(sources[edition.written_at.path], []))
    return isinstance(front, Fields) and any(key.text == "for" for key, _ in front.entries)


def _sheet(edition: Edition, content: Content, sources: Mapping[str, Source], on: date) -> Sheet:
    actions = edition.actions
    source = sources["workstreams.yml"]
    return {
        "version": VERSION,
        "edition": edition.id,
        "frozen": on.isoformat(),
        **_before(edition, content, on),
        "for": sorted(edition.audiences),
        "director": _person(content.programme.director),
        "workstreams": list(_workstreams(content.workstreams, actions, source)),
        "measures": [
            {"id": it.id, "title": it.title, "for": sorted(it.audiences)}
            for it in content.measures
            if it.id in {action.measure.id for action in actions if action.measure}
        ],
        "figures": figures_of(edition, content),
        "awaited": list(_awaited(content, actions)),
        "files": [{"file": name, "digest": digest} for name, digest in sorted(files_of(edition).items())],
        "corrections": notes(edition.corrections),
        "withdrawals": notes(edition.withdrawals),
    }


def _before(edition: Edition, content: Content, on: date) -> Sheet:
    """The edition that had come out last before this one; nothing for the first."""
    out = [it for it in content.editions if it.order < edition.order and it.is_out(on)]
    return {"before": {"id": out[-1].id, "frozen": "true" if out[-1].record else "false"}} if out else {}


def _workstreams(workstreams: Iterable[Workstream], actions: Iterable[Action], source: Source) -> Iterator[Sheet]:
    words = _words_by_id(read_yaml(Desk(source, [])))
    named = {action.project.id for action in actions if action.project}
    for workstream in workstreams:
        own = words.get(workstream.id, {})
        yield {
            "id": workstream.id,
            "title": workstream.title,
            "lead": _person(workstream.lead),
            "summary": own.get("summary", ""),
            "plain": own.get("plain", ""),
            "for": sorted(workstream.audiences),
            "projects": [
                {"id": it.id, "title": it.title, "for": sorted(_narrowed(workstream.audiences, it.audiences))}
                for it in workstream.projects
                if it.id in named
            ],
        }


def _narrowed(audiences: Audiences, own: Audiences | None) -> Audiences:
    return audiences if own is None else audiences & own


def _words_by_id(node: Node | None) -> dict[str, dict[str, str]]:
    """The fields of workstreams.yml that hold words, as they were written."""
    groups = [item for item in node.items if isinstance(item, Fields)] if isinstance(node, Sequence) else []
    found = [{key.text: value.text for key, value in item.entries if isinstance(value, Word)} for item in groups]
    return {words["id"]: words for words in found if "id" in words}


def _person(person: Person) -> dict[str, str]:
    """The e-mail address is no part of what was published to everyone, and changes nothing in what was said."""
    return {"name": person.name, "role": person.role, "public": "true" if person.is_public else "false"}


def _awaited(content: Content, actions: Iterable[Action]) -> Iterator[Sheet]:
    named = sorted({reference.id for action in actions for reference in action.after})
    sights = [sight_of(content, audience.id) for audience in content.programme.audiences if named]
    for identity in named:
        yield {"id": identity, "for": sorted(sight.audience for sight in sights if identity in sight.actions)}


def notes(of: tuple[Correction, ...] | tuple[Withdrawal, ...]) -> list[dict[str, str]]:
    return [{"date": note.date.isoformat(), "digest": note.digest} for note in of]


def _added_to(kept: Sheet, fresh: Sheet, has_own_audiences: bool) -> Sheet:
    """The record of that day with what has been openly changed since.

    Whom the edition is for is changed by its own words alone, never by what programme.yml says today.
    """
    now = {name: fresh[name] for name in ("files", "corrections", "withdrawals", "figures")}
    then = {name: _with_missing(kept.get(name, []), fresh[name]) for name in ("workstreams", "measures", "awaited")}
    sheet = {**fresh, **kept, **then, **now}
    return {**sheet, "for": fresh["for"]} if has_own_audiences else sheet


def _with_missing(kept: list[Sheet], fresh: list[Sheet]) -> list[Sheet]:
    """All that the record has as it has it, and what it does not know yet."""
    newer = {thing["id"]: thing for thing in fresh}
    old = [_with_missing_projects(thing, newer.get(thing["id"], {})) for thing in kept]
    return [*old, *(thing for identity, thing in newer.items() if identity not in {it["id"] for it in kept})]


def _with_missing_projects(kept: Sheet, fresh: Sheet) -> Sheet:
    return (
        {**kept, "projects": _with_missing(kept["projects"], fresh.get("projects", []))} if "projects" in kept else kept
    )
