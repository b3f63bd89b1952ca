"""Beginning an edition: a draft letter, and an update for each workstream with every open promise in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.authoring.carrying import (
    MARKDOWN,
    YAML,
    Carried,
    UpdateReaders,
    carry,
    narrowed,
    open_promises,
    seen_by,
)
from generator.authoring.definitions import Definition
from generator.authoring.fields import names, scalar
from generator.authoring.naming import EditionName
from generator.authoring.parts import without_clashes
from generator.authoring.sourced_content import SourcedContent
from generator.domain import opening
from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.edition import Edition, State, Update
from generator.domain.programme import Acceptance
from generator.domain.thread import Thread
from generator.reading.desk import Rules
from generator.values import dataclass

LETTER = "edition.md"
_PROMPTS = f"""\
{opening.THE_ONE_THING}

## What has changed for people

{opening.CHANGED} Tell it with one person, one place or one number.

## What has not gone well

{opening.NOT_WELL} Readers would rather hear it from you.

## What comes next

{opening.NEXT}
"""
_PROMPTS_OF_SPECIAL = f"""\
{opening.HAPPENED}

## What we are doing about it

{opening.WHO_DOES_WHAT} Each promise goes into an update beside this letter, named for its workstream.
"""
_STATES = (State.COMPLETED, State.UNDER_WAY, State.FUTURE)
# What these say of one edition does not hold for the next, in which every open promise stands.
_ACCEPTED_FOR_ONE_EDITION = ("unmentioned", "missing-update", "completed-but-unknown")

_HINT = "# Move here what is done, in place of the brackets, and say what was done."


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is to be made: `files` by their name in the edition's folder, and the promises by workstream, in order.

    `published` is the day that the letter names. `left_out` are the titles of those whom the programme's editions are
    for, and this one is not; `news_to` those of whom it is for, and who see none of the promises: an audience that has
    come since they were made.
    """

    name: str
    published: date
    files: Mapping[str, bytes]
    promises: Mapping[str, tuple[Thread, ...]]
    left_out: tuple[str, ...] = ()
    news_to: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(map(len, self.promises.values()))


def begin_edition(sourced: SourcedContent, name: EditionName, published: date, title: str) -> Beginning:
    """A whole edition. A special one has a letter alone: it stands between the regular ones and carries nothing."""
    earlier = _before(sourced.content, (published, str(name)))
    audiences = _audiences(sourced, earlier)
    letter = draft_letter(sourced, name, published, title)
    files = {LETTER: _encoded(letter, _line_end(sourced, (f"editions/{it.id}/{LETTER}" for it in reversed(earlier))))}
    promises: dict[str, tuple[Thread, ...]] = {}
    if not name.is_special:
        threads = open_promises(earlier, published)
        for workstream in sourced.content.workstreams:
            own = tuple(it for it in threads if it.latest.workstream == workstream.id)
            if workstream.is_over(published) and not own:
                continue
            promises[workstream.id] = own
            file, data = _update(sourced, workstream.id, own, earlier, audiences)
            files[file] = data
    usual = sourced.rules.defaults.get("editions", frozenset()) - audiences
    left_out = tuple(it.title for it in sourced.content.programme.audiences if it.id in usual)
    news_to = _news_to(sourced.content, audiences, promises)
    return Beginning(str(name), published, files, promises, left_out, news_to)


def _news_to(content: Content, audiences: Audiences, promises: Mapping[str, tuple[Thread, ...]]) -> tuple[str, ...]:
    """The titles of audiences of an edition that see none of what is carried into it."""
    editions = {edition.id: edition for edition in content.editions}
    seen = [seen_by(thread.latest, editions) for threads in promises.values() for thread in threads]
    unseeing = audiences.difference(*seen) if seen else frozenset()
    return tuple(it.title for it in content.programme.audiences if it.id in unseeing)


def begin_update(sourced: SourcedContent, edition: Edition, workstream: str) -> Beginning:
    """The update that a workstream has not handed in, with the promises of which the edition says nothing yet."""
    earlier = _before(sourced.content, edition.order)
    threads = open_promises([*earlier, edition], edition.published)
    silent = tuple(it for it in threads if it.latest.edition.id != edition.id and it.latest.workstream == workstream)
    file, data = _update(sourced, workstream, silent, earlier, edition.audiences)
    return Beginning(edition.id, edition.published, {file: data}, {workstream: silent})


def _before(content: Content, order: tuple[date, str]) -> list[Edition]:
    return [edition for edition in content.editions if edition.order < order]


def _audiences(sourced: SourcedContent, earlier: Sequence[Edition]) -> Audiences:
    """Those of the newest regular edition; else the programme's for editions; else the council's own people."""
    newest = next((edition.audiences for edition in reversed(earlier) if not edition.is_special), None)
    own = sourced.content.programme.internal
    every = frozenset(audience.id for audience in sourced.content.programme.audiences)
    return newest or sourced.rules.defaults.get("editions") or own or every


def audiences_of_draft(sourced: SourcedContent, name: EditionName, published: date) -> Audiences:
    """Whom a new edition is for until somebody says otherwise, whether its letter says so or programme.yml."""
    return _audiences(sourced, _before(sourced.content, (published, str(name))))


def draft_letter(sourced: SourcedContent, name: EditionName, published: date, title: str, body: str = "") -> str:
    """A whole edition.md: a draft for those that the edition before it is for. Without words it has our questions."""
    audiences = audiences_of_draft(sourced, name, published)
    front = [f"published: {published.isoformat()}", "status: draft"]
    if title:
        front.append(f"title: {scalar(title)}")
    if audiences != sourced.rules.defaults.get("editions"):
        front.append(for_line(sourced, audiences))
    return _with_front_matter(front, body or (_PROMPTS_OF_SPECIAL if name.is_special else _PROMPTS))


def _with_front_matter(lines: Sequence[str], body: str) -> str:
    return "\n".join(["---", *lines, "---", body]) if lines else body


def for_line(sourced: SourcedContent, audiences: Audiences) -> str:
    """The audiences as a file says them, in the order of programme.yml."""
    return f"for: {names(it.id for it in sourced.content.programme.audiences if it.id in audiences)}"


def _update(
    sourced: SourcedContent,
    workstream: str,
    threads: Sequence[Thread],
    earlier: Sequence[Edition],
    edition_for: Audiences,
) -> tuple[str, bytes]:
    """One update's file: its name, in the form that the workstream used last, and what stands in it."""
    newest_first = (update for edition in reversed(earlier) for update in edition.updates)
    last = next((update for update in newest_first if update.workstream == workstream), None)
    form = YAML if last and last.written_at.path.endswith(YAML) else MARKDOWN
    editions = {edition.id: edition for edition in earlier}
    seen = [seen_by(thread.latest, editions) for thread in threads]
    own = _own_audiences(last, edition_for, seen)
    meant = narrowed(edition_for, own)
    of_workstream = next((it.audiences for it in sourced.content.workstreams if it.id == workstream), None)
    readers = UpdateReaders(meant, narrowed(meant, of_workstream))
    carried = [
        carry(thread, sourced, form, audiences, readers) for thread, audiences in zip(threads, seen, strict=True)
    ]
    front = [] if own is None else [for_line(sourced, own)]
    front += _accepted_lines(sourced.content.accepted, threads)
    text = _as_yaml(front, carried) if form == YAML else _with_front_matter(front, _as_markdown(carried, sourced.rules))
    return f"{workstream}{form}", _encoded(text, _line_end(sourced, [last.written_at.path] if last else []))


def _own_audiences(last: Update | None, edition_for: Audiences, seen: Iterable[Audiences]) -> Audiences | None:
    """What the update's own `for` says, as it said last; not where nobody would see a promise then."""
    own = last.audiences if last else None
    own = own if own is None else own & edition_for
    return own if own and all(own & audiences for audiences in seen) else None


def _accepted_lines(accepted: Iterable[Acceptance], threads: Iterable[Thread]) -> list[str]:
    """The findings that were accepted of what is carried, for they come with it."""
    ids = {thread.id: thread.latest.action.written_at.path for thread in threads}
    kept = {
        (it.code, it.place): it.reason
        for it in accepted
        if it.code not in _ACCEPTED_FOR_ONE_EDITION
        and it.written_at.path in (ids.values() if not it.place else (ids.get(it.place),))
    }
    lines = ["accept:"] if kept else []
    for (code, place), reason in kept.items():
        lines += [f"  - code: {code}", *([f"    place: {place}"] if place else []), f"    reason: {scalar(reason)}"]
    return lines


def _as_markdown(carried: Iterable[Carried], rules: Rules) -> str:
    """The headings, also those below which nothing stands yet, then what the bullets name."""
    bullets: dict[State, list[str]] = {state: [] for state in _STATES}
    definitions: tuple[Definition, ...] = ()
    for promise in carried:
        text, own = without_clashes(promise.text, promise.definitions, definitions)
        bullets[promise.state].append(text)
        definitions += own
    parts = [part for state, texts in bullets.items() for part in (f"## {rules.heading(state)}", _list(texts)) if part]
    return "\n\n".join([*parts, *(definition.text for definition in definitions)]) + "\n"


def _list(bullets: Sequence[str]) -> str:
    """One below the other, with an empty line around those that have one within."""
    text = ""
    for before, bullet in zip(("", *bullets), bullets, strict=False):
        is_close = before[:1] == bullet[:1] and before[:1] in "-+*" and "\n\n" not in before + bullet
        text += bullet if not before else f"\n{bullet}" if is_close else f"\n\n{bullet}"
    return text


def _as_yaml(front: Sequence[str], carried: Sequence[Carried]) -> str:
    lines = [*front, _HINT]
    for state in _STATES:
        items = [promise.text for promise in carried if promise.state is state]
        lines += [f"{state}:", *items] if items else [f"{state}: []"]
    return "\n".join(lines) + "\n"


def _line_end(sourced: SourcedContent, paths: Iterable[str]) -> str:
    """As in the first of these files that is there."""
    source = next((sourced.sources[path] for path in paths if path in sourced.sources), None)
    return "\r\n" if source and "\r\n" in source.text else "\n"


def _encoded(text: str, line_end: str) -> bytes:
    return text.replace("\n", line_end).encode()
