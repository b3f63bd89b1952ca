"""Open promises, carried into the next edition as they were written.

Nobody sees more of a promise than before: where the new update is for more people than the old one was, `for` is
written into the promise itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.authoring import as_bullet, as_item
from generator.authoring.bullets import bullets_in
from generator.authoring.definitions import Definition
from generator.authoring.fields import items_in
from generator.authoring.parts import parts_of_bullet, parts_of_item
from generator.authoring.sourced_content import SourcedContent
from generator.domain.audience import Audiences
from generator.domain.edition import Action, Edition, State
from generator.domain.mention import Mention
from generator.domain.prose import InlineImage, Link, Notes, blocks_in, runs_in
from generator.domain.target import Inside, Thing, parse_target
from generator.domain.thread import Thread
from generator.domain.weaving import weave
from generator.values import dataclass

MARKDOWN, YAML = ".md", ".yml"


@dataclass(frozen=True, slots=True)
class Carried:
    """One promise for the next edition: `text` is the whole item, with `\\n` for every line end.

    `definitions` are what it names and what stands apart from it in a Markdown update; in YAML each text holds its own.
    """

    thread: Thread
    text: str
    definitions: tuple[Definition, ...] = ()

    @property
    def state(self) -> State:
        return self.thread.latest.action.state


def open_promises(editions: Iterable[Edition], on: date) -> list[Thread]:
    """What the editions leave open, in the order in which the newest has it, then what only older ones speak of."""
    threads = [thread for thread in weave(editions).values() if thread.standing(on).is_open]
    as_written = sorted(threads, key=lambda thread: thread.latest.action.written_at)
    return sorted(as_written, key=lambda thread: thread.latest.edition.order, reverse=True)


def seen_by(mention: Mention, editions: Mapping[str, Edition]) -> Audiences:
    """Who could see a promise by what the edition, its record, the update and the promise itself say."""
    edition = editions[mention.edition.id]
    updates = [update.audiences for update in edition.updates if update.workstream == mention.workstream]
    then = edition.record.workstream(mention.workstream) if edition.record else None
    return narrowed(
        edition.audiences,
        edition.record.audiences if edition.record else None,
        then.audiences if then else None,
        *updates,
        mention.action.audiences,
    )


def narrowed(audiences: Audiences, *further: Audiences | None) -> Audiences:
    for narrower in further:
        audiences = audiences if narrower is None else audiences & narrower
    return audiences


@dataclass(frozen=True, slots=True)
class UpdateReaders:
    """Whom a new update is for by its own words and its edition's; of `all` these, those who see the workstream."""

    meant: Audiences
    all: Audiences

    def of_promise(self, action: Action, seen: Audiences, says_so_itself: bool) -> tuple[str, ...]:
        """What a carried promise must say of who may see it, so that nobody sees more; empty leaves it as it is.

        One that stood in a part for some audiences leaves that part, and then says so itself.
        """
        said = narrowed(self.all, action.audiences)
        fits = not says_so_itself or (action.audiences or frozenset()) <= self.meant
        if fits and said <= seen and (says_so_itself or action.audiences is None):
            return ()
        return tuple(sorted((seen & self.meant) or seen))


def carry(thread: Thread, sourced: SourcedContent, form: str, seen: Audiences, readers: UpdateReaders) -> Carried:
    """The newest mention of a promise, for an update in one form, with whoever could see it before."""
    action = thread.latest.action
    source, rules = sourced.sources[action.written_at.path], sourced.rules
    at = action.written_at.start
    if source.path.endswith(MARKDOWN):
        bullet = bullets_in(source, rules)[at]
        audiences = readers.of_promise(action, seen, "for" in bullet.attributes)
        definitions = tuple(it for it in bullet.definitions if not it.is_note or _has_notes(action))
        if form == MARKDOWN:
            carried = Carried(thread, as_bullet.copied(bullet, source, action, audiences), definitions)
        else:
            parts = replace(parts_of_bullet(bullet, source), definitions=definitions)
            carried = Carried(thread, as_item.written(parts, action, audiences))
    else:
        item = items_in(source, rules)[at]
        audiences = readers.of_promise(action, seen, action.audiences is not None)
        if form == YAML:
            carried = Carried(thread, as_item.copied(item, source, action, audiences))
        else:
            parts = parts_of_item(item, source, rules)
            carried = Carried(thread, as_bullet.written(parts, action, audiences), parts.definitions)
    return _with_whole_links(carried, thread.latest.edition.id)


def _has_notes(action: Action) -> bool:
    return any(isinstance(block, Notes) for block in blocks_in((*action.text, *(action.plain or ()))))


def _with_whole_links(carried: Carried, edition: str) -> Carried:
    """A link to a file in its own edition's folder goes on leading there."""
    action = carried.thread.latest.action
    targets = {
        run.target
        for run in runs_in((*action.text, *(action.plain or ())))
        if isinstance(run, Link | InlineImage) and _is_in_own_folder(run.target, edition)
    }
    text, definitions = carried.text, carried.definitions
    for target in sorted(targets):
        whole = f"../{edition}/{target}"
        text = _leading_to(whole, target, text)
        definitions = tuple(Definition(it.label, _leading_to(whole, target, it.text)) for it in definitions)
    return replace(carried, text=text, definitions=definitions)


def _is_in_own_folder(target: str, edition: str) -> bool:
    if target.startswith(("../", "/")) or ":" in target:
        return False
    match parse_target(target, f"editions/{edition}/edition.md"):
        case Inside(Thing.EDITION | Thing.UPDATE, identity):
            return identity.partition("/")[0] == edition
        case _:
            return False


def _leading_to(whole: str, target: str, text: str) -> str:
    for before in ("](", "](<", "]: ", "]: <"):
        text = text.replace(before + target, before + whole)
    return text
