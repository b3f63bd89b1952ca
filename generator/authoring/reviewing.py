"""What an approver must read before an edition goes out: what it changes, in sentences, each promise once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.authoring.carrying import seen_by
from generator.authoring.readers import NewsReaders
from generator.authoring.story import due_in_words, events_since, title_of
from generator.briefing.briefing import brief
from generator.briefing.review_views import ReviewGroup, ReviewItem, ReviewPage
from generator.briefing.wording import Wording
from generator.checks import figures
from generator.domain.audience import Audience
from generator.domain.comparison import Difference, DifferenceKind, as_repeated, compare
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import OF_ONE_EDITION, Edition, Status, Update
from generator.domain.measure import Measure
from generator.domain.mention import EditionMark, Mention, mark_of
from generator.domain.prose import Prose, plain_words
from generator.domain.record import Correction, Record, Withdrawal
from generator.domain.sealing import changed_files, notes_to_seal
from generator.domain.thread import Standing, Thread
from generator.domain.visibility import may_see
from generator.domain.weaving import weave
from generator.reading.desk import with_choice
from generator.text import UserError
from generator.text.plural import joined, plural
from generator.text.source import Source, Span
from generator.values import dataclass

CHANGES: Mapping[DifferenceKind, str] = {
    DifferenceKind.KEPT: "Kept",
    DifferenceKind.DONE: "Done",
    DifferenceKind.STOPPED: "Stopped",
    DifferenceKind.MOVED: "Moved",
    DifferenceKind.REOPENED: "Opened again",
    DifferenceKind.CONTINUED: "Continued",
    DifferenceKind.SILENT: "Silent",
    DifferenceKind.NEW: "New",
    DifferenceKind.REWORDED: "Told otherwise",
}
_COUNTED: Mapping[DifferenceKind, str] = {
    DifferenceKind.KEPT: "kept",
    DifferenceKind.DONE: "done without having been promised",
    DifferenceKind.STOPPED: "stopped",
    DifferenceKind.MOVED: "moved",
    DifferenceKind.REOPENED: "opened again",
    DifferenceKind.CONTINUED: "continued as others",
    DifferenceKind.SILENT: "not spoken of",
    DifferenceKind.NEW: "new",
    DifferenceKind.REWORDED: "told otherwise than before",
}
_FIELDS: Mapping[str, str] = {
    "text": "how they are set, or where they lead",
    "plain": "the plain wording",
    "audiences": "whom it is for",
    "project": "its project",
    "measure": "its measure",
    "after": "what it waits for",
    "continues": "what it continues",
    "tags": "its tags",
    "reason": "the reason",
    "equality": "the note on equality",
    "climate": "the note on the climate",
}


class ReviewRefused(UserError):
    """There is nothing to compare: one line of words that says why."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is compared: the content that is told of, the editions up to the newest, and the one that it begins after.

    `whole` is all content, which the programme's own people may compare by; `audience` is None for them.
    """

    whole: Content
    content: Content
    audience: Audience | None
    today: date
    since: Edition | None
    sources: Mapping[str, Source]
    prefix: str

    @property
    def newest(self) -> Edition:
        return self.content.editions[-1]

    @property
    def on(self) -> date:
        """The day on which readers read it, from the first on."""
        return max(self.today, self.newest.published) if self.newest.has_day else self.today

    @property
    def mark(self) -> EditionMark | None:
        return mark_of(self.since) if self.since else None

    @property
    def later(self) -> tuple[Edition, ...]:
        """The editions after the earlier one, newest first."""
        after = [it for it in self.content.editions if self.since is None or it.order > self.since.order]
        return tuple(reversed(after))

    def place(self, span: Span) -> str:
        source = self.sources.get(span.path)
        line = f":{source.place(span.start).line}" if source else ""
        return f"{self.prefix}{span.path}{line}"


def review(
    whole: Content,
    audience: Audience | None,
    since: str,
    today: date,
    sources: Mapping[str, Source],
    prefix: str = "",
) -> ReviewPage:
    """What the newest edition, drafts included, changes after the edition named, or after the one before it.

    For an audience, no more than it may know. `prefix` stands before the places of files. It is looked at on the day on
    which the newest edition comes out, if that is still to come. Raises ReviewRefused.
    """
    content = brief(whole, audience, today, with_drafts=True).content if audience else whole
    if not content.editions:
        raise ReviewRefused("there is no edition yet; `golden new` begins one")
    wanted = _Wanted(whole, content, audience, today, _since(content, since), sources, prefix)
    threads = weave(content.editions)
    editions = {it.id: it for it in content.editions}
    own = tuple(it for it in compare(threads, wanted.mark) if not _says_alone_who_saw_it(it, editions))
    readers = _readers(wanted)
    differences = (*own, *_of_others_alone(own, threads, readers))
    return ReviewPage(
        address="",
        title=_title(wanted),
        organisation=content.programme.organisation,
        summary=(*_summary(wanted, differences, readers), *_overdue(wanted, differences, threads)),
        groups=tuple(_groups(wanted, differences, threads, readers)),
        reading=tuple(_to_read(wanted)),
        corrections=tuple(_corrections(wanted)),
        measures=tuple(_measures(wanted)),
    )


def _since(content: Content, name: str) -> Edition | None:
    *earlier, newest = content.editions
    if not name:
        return earlier[-1] if earlier else None
    edition = next((it for it in earlier if it.id == name), None)
    if edition is None and name == newest.id:
        raise ReviewRefused(f"`{name}` is the newest edition: nothing has changed since; name an earlier one")
    if edition is None:
        names = tuple(it.id for it in earlier)
        raise ReviewRefused(with_choice(f"there is no edition `{name}` to compare with", name, names))
    return edition


def _readers(wanted: _Wanted) -> tuple[NewsReaders, ...]:
    """The public audiences, for whom the programme's own people must know what they read."""
    if wanted.audience:
        return ()
    public = (it for it in wanted.whole.programme.audiences if not it.is_internal)
    briefings = ((it, brief(wanted.whole, it, wanted.on, with_drafts=True).content) for it in public)
    return tuple(NewsReaders(audience.title, weave(content.editions), wanted.mark) for audience, content in briefings)


def _of_others_alone(
    own: Collection[Difference], threads: Mapping[str, Thread], readers: Collection[NewsReaders]
) -> Iterator[Difference]:
    """What is no difference in all that is written, but one to somebody who sees less of it."""
    known = {it.thread.id for it in own}
    others = {identity: before for it in readers for identity, before in it.changed.items()}
    for identity, thread in threads.items():
        if identity in others and identity not in known:
            yield Difference(DifferenceKind.REWORDED, thread, others[identity])


def _says_alone_who_saw_it(difference: Difference, editions: Mapping[str, Edition]) -> bool:
    """Whether all that is new is that the action itself says whom it is for, and these are those who saw it before. So
    `golden new` carries what was promised before an audience was added.
    """
    before, now = difference.before, difference.now
    if difference.kind is not DifferenceKind.REWORDED or before is None or before.workstream != now.workstream:
        return False
    said_before = as_repeated(before.action, now.action)
    is_alike = replace(said_before, audiences=now.action.audiences) == now.action
    return is_alike and seen_by(before, editions) == seen_by(now, editions)


def _title(wanted: _Wanted) -> str:
    against = f" since {wanted.since.title}" if wanted.since else ""
    for_whom = f", for {wanted.audience.title}" if wanted.audience else ""
    return f"{wanted.newest.title}: what has changed{against}{for_whom}"


def _summary(wanted: _Wanted, differences: Collection[Difference], readers: Collection[NewsReaders]) -> Iterator[str]:
    if wanted.newest.status is Status.DRAFT:
        yield f"{wanted.newest.title} is a draft, and in no site yet."
    elif not wanted.newest.has_day:
        yield f"{wanted.newest.title} gives no day of publication that can be read."
    elif not wanted.newest.is_out(wanted.today):
        yield f"{wanted.newest.title} comes out on {day_in_words(wanted.newest.published)}."
    if wanted.since is None:
        yield "It is the first edition: all of it is new."
    counts = [
        f"{count} {_COUNTED[kind]}" for kind in DifferenceKind if (count := sum(it.kind is kind for it in differences))
    ]
    yield f"Promises: {', '.join(counts)}." if counts else "No promise stands otherwise than before."
    if differences:
        yield from (reader.news_of([it.thread.id for it in differences]) for reader in readers)


def _overdue(wanted: _Wanted, differences: Collection[Difference], threads: Mapping[str, Thread]) -> Iterator[str]:
    """What is late and of which nothing else is told."""
    listed = {it.thread.id for it in differences}
    late = [
        identity
        for identity, thread in threads.items()
        if identity not in listed and thread.standing(wanted.on) is Standing.OVERDUE
    ]
    if late:
        yield f"Overdue on {day_in_words(wanted.on)}, and told as before: {', '.join(late)}."


def _groups(
    wanted: _Wanted,
    differences: Collection[Difference],
    threads: Mapping[str, Thread],
    readers: Collection[NewsReaders],
) -> Iterator[ReviewGroup]:
    """The workstreams in their order; one that is gone comes last."""
    order = list(DifferenceKind)
    named = dict.fromkeys([it.id for it in wanted.content.workstreams] + [it.now.workstream for it in differences])
    for workstream in named:
        own = [it for it in differences if it.now.workstream == workstream]
        own.sort(key=lambda it: order.index(it.kind))
        if own:
            items = tuple(_item(wanted, it, threads, readers) for it in own)
            yield ReviewGroup(title=title_of(workstream, wanted.content), items=items)


def _item(
    wanted: _Wanted, difference: Difference, threads: Mapping[str, Thread], readers: Collection[NewsReaders]
) -> ReviewItem:
    now = difference.now.action
    words = plain_words(now.text)
    return ReviewItem(
        id=difference.thread.id,
        change=CHANGES[difference.kind],
        words=words,
        lines=(
            *events_since(difference.thread, threads, wanted.content, wanted.on, wanted.mark),
            *_other_words(difference),
            *(reader.line(difference.thread.id, words) for reader in readers),
        ),
        place=wanted.place(now.written_at),
    )


def _other_words(difference: Difference) -> Iterator[str]:
    """What it said before, where it says something else now."""
    if difference.before is None or difference.kind is DifferenceKind.SILENT:
        return
    before, now = plain_words(difference.before.action.text), plain_words(difference.now.action.text)
    if before != now:
        yield f"Before, it said: “{before}”"
    elif difference.kind is DifferenceKind.REWORDED and (fields := _changed_fields(difference.before, difference.now)):
        yield f"In the same words; what is new is {joined(fields)}."


def _changed_fields(before: Mention, now: Mention) -> tuple[str, ...]:
    """What is no word of its own, and no event that a story tells. What was told of the earlier edition is not gone."""
    return tuple(
        f"{words} (“{is_now}”)" if name == "reason" else words
        for name, words in _FIELDS.items()
        if (is_now := getattr(now.action, name)) != getattr(before.action, name)
        and (is_now or name not in OF_ONE_EDITION)
    )


def _to_read(wanted: _Wanted) -> Iterator[str]:
    """Letters and introductions, which are new in every edition."""
    for edition in wanted.later:
        if edition.letter:
            yield f"{edition.title}, the letter: {_length(edition.letter)} ({wanted.place(edition.written_at)})"
        for update in edition.updates:
            if update.introduction:
                yield _introduction(wanted, edition, update)


def _introduction(wanted: _Wanted, edition: Edition, update: Update) -> str:
    whose = title_of(update.workstream, wanted.content)
    return (
        f"{edition.title}, introduction of {whose}: {_length(update.introduction)} ({wanted.place(update.written_at)})"
    )


def _length(prose: Prose) -> str:
    count = len(plain_words(prose).split())
    return plural(count, "word")


def _corrections(wanted: _Wanted) -> Iterator[str]:
    """Words of editions that were out before: what was corrected since, and what was changed without a word."""
    seen = {it.id for it in wanted.content.editions}
    for edition in wanted.whole.editions:
        if edition.id not in seen:
            continue
        unsealed = notes_to_seal(edition, edition.record) if edition.record else ()
        notes: tuple[Correction | Withdrawal, ...] = (*edition.corrections, *edition.withdrawals)
        for note in notes:
            is_new = note in unsealed or wanted.since is None or note.date > wanted.since.published
            if is_new and (wanted.audience is None or may_see(note.audiences, wanted.audience.id)):
                what = note.what if isinstance(note, Correction) else f"Withdrawn: {note.what.value}."
                yield f"{edition.title}, {day_in_words(note.date)}: {what} Why: {note.why}"
        if wanted.audience is None and edition.record and not unsealed:
            yield from _changed_silently(edition, edition.record, wanted.prefix)
    if wanted.audience is None:
        for found in figures.check(wanted.whole):
            yield f"{found.message[:1].upper()}{found.message[1:]}, and no correction says why."


def _changed_silently(edition: Edition, record: Record, prefix: str) -> Iterator[str]:
    when, folder = day_in_words(record.frozen_on), f"{prefix}{edition.folder}"
    for name in changed_files(edition, record):
        yield f"{edition.title}: {folder}/{name} is not what was frozen on {when}, and no correction says why."


def _measures(wanted: _Wanted) -> Iterator[str]:
    wording = Wording(wanted.content.programme.language)
    for measure in wanted.content.measures:
        yield from _readings(measure, wanted, wording)


def _readings(measure: Measure, wanted: _Wanted, wording: Wording) -> Iterator[str]:
    """Readings of times that ended after the earlier edition came out, each against the one before."""
    before = measure.baseline
    for reading in measure.readings:
        if wanted.since is None or reading.date.last_day > wanted.since.published:
            now, then = (wording.amount(it.value, measure.unit_of(it.value)) for it in (reading, before))
            target = wording.amount(measure.target.value, measure.unit_of(measure.target.value))
            note = f" {reading.note}" if reading.note else ""
            yield (
                f"{measure.title}: {now} ({due_in_words(reading.date)}), after {then} ({due_in_words(before.date)});"
                f" the target is {target} by {due_in_words(measure.target.date)}.{note}"
            )
        before = reading
