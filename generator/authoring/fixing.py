"""What `golden fix` writes into updates: ids for actions that have none, and `- ` for bullets pasted from Word.

Every other byte stays. An update is read again after it was mended, and is left alone if it would say anything else.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import PurePosixPath

from generator.authoring.bullets import bullets_in
from generator.authoring.fields import items_in
from generator.authoring.ids import id_in_bullet, id_in_item
from generator.authoring.sourced_content import SourcedContent
from generator.authoring.text_edits import TextEdit, changed
from generator.authoring.word_bullets import bullets_from
from generator.domain.content import Content
from generator.domain.edition import Action, Edition, Update
from generator.reading.desk import Desk, Rules
from generator.reading.editions import read_update
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from generator.values import dataclass

_NO_UPDATES = ("edition.md", "frozen.yml")


@dataclass(frozen=True, slots=True)
class Mended:
    """One update: its text before and after, and how it is then read.

    `ids` were written, and `bullets` of Word's made ours. It is left alone for its `errors`, or where it `is_unsafe`.
    """

    before: Source
    after: Source
    update: Update | None
    ids: int = 0
    bullets: int = 0
    errors: tuple[Diagnostic, ...] = ()
    is_unsafe: bool = False

    @property
    def is_changed(self) -> bool:
        return self.after != self.before

    @property
    def is_left_alone(self) -> bool:
        return bool(self.errors) or self.is_unsafe


def mend(sourced: SourcedContent, findings: Iterable[Diagnostic]) -> tuple[Mended, ...]:
    """Every update of the editions that are not frozen. `findings` are those of reading the whole content.

    An id that two actions of an edition would get is written into neither: that asks the writer.
    """
    errors = frozenset(finding for finding in findings if finding.severity is Severity.ERROR)
    mended: list[Mended] = []
    for _, paths in groupby(_updates(sourced), lambda path: PurePosixPath(path).parent):
        updates = [_with_bullets(sourced.sources[path], sourced.rules, errors) for path in paths]
        counts = Counter(action.id for it in updates if it.update for action in it.update.actions)
        mended += [_with_ids(it, counts, sourced.rules) for it in updates]
    return tuple(mended)


def after_mending(content: Content, mended: Iterable[Mended]) -> Content:
    """The content as it is read once the files are written."""
    updates = {it.after.path: it.update for it in mended if it.is_changed and it.update}

    def renewed(edition: Edition) -> Edition:
        return replace(edition, updates=tuple(updates.get(it.written_at.path, it) for it in edition.updates))

    return replace(content, editions=tuple(map(renewed, content.editions)))


def _updates(sourced: SourcedContent) -> Iterator[str]:
    frozen = sourced.frozen
    for path in sorted(sourced.sources):
        match path.split("/"):
            case ["editions", edition, name] if edition not in frozen and name not in _NO_UPDATES:
                yield path


def _read(source: Source, rules: Rules) -> tuple[Update | None, tuple[Diagnostic, ...]]:
    findings: list[Diagnostic] = []
    update, _ = read_update(Desk(source, findings, rules))
    return update, tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def _with_bullets(source: Source, rules: Rules, findings: Collection[Diagnostic]) -> Mended:
    """The update with Word's bullets mended, if it is without errors then."""
    update, errors = _read(source, rules)
    others = tuple(it for it in findings if it.span.path == source.path and it not in errors)
    left_alone = Mended(source, source, update, errors=(*errors, *others))
    if not left_alone.errors:
        return left_alone
    pasted = [bullets_from(source, it.span.start) for it in errors if it.code == "pasted-bullet"]
    changes = frozenset(change for each in pasted for change in each)
    if others or not all(pasted) or not changes:
        return left_alone
    after = Source(source.path, changed(source.text, changes))
    update, errors = _read(after, rules)
    return left_alone if errors else Mended(source, after, update, bullets=len(changes))


def _with_ids(mended: Mended, counts: Mapping[str, int], rules: Rules) -> Mended:
    if mended.is_left_alone or mended.update is None:
        return mended
    without = [it for it in mended.update.actions if not it.has_written_id and counts[it.id] == 1]
    if not without:
        return mended
    after = Source(mended.after.path, changed(mended.after.text, _ids_into(without, mended.after, rules)))
    update, errors = _read(after, rules)
    written = {it.id for it in update.actions if it.has_written_id} if update else set[str]()
    if errors or update != mended.update or not written.issuperset(it.id for it in without):
        return Mended(mended.before, mended.before, mended.update, is_unsafe=True)
    return replace(mended, after=after, update=update, ids=len(without))


def _ids_into(actions: Iterable[Action], source: Source, rules: Rules) -> Iterator[TextEdit]:
    """What cannot be found again gets none, and then the update is left alone."""
    if source.path.endswith(".md"):
        bullets = bullets_in(source, rules)
        for action in actions:
            if bullet := bullets.get(action.written_at.start):
                yield from id_in_bullet(bullet, action.id)
        return
    items = items_in(source, rules)
    for action in actions:
        if item := items.get(action.written_at.start):
            yield from id_in_item(item, source, action.id)
