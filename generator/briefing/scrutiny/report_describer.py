"""What a report tells from: one briefing as it was known at the end of the period, and how it refers to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.briefing.describe import Describer
from generator.briefing.report_views import ReportCell, ReportFact, ReportGroup, ReportItem
from generator.briefing.views import LinkTo
from generator.domain import address
from generator.domain.account import Step, StepKind, steps_of
from generator.domain.due import Due
from generator.domain.edition import Action, Edition
from generator.domain.footnotes import named_note
from generator.domain.mention import EditionMark, Mention
from generator.domain.period import Period
from generator.domain.prose import InlineImage, Link, NoteMark, Notes, Prose, Run, Text, runs_in
from generator.domain.rewording import map_runs
from generator.domain.thread import Standing, Thread
from generator.values import cached_property


class ReportDescriber:
    """`now` describes what is known today, `then` what was known when the period ended; `end` is that day, or today
    where the period has not ended.
    """

    def __init__(self, now: Describer, period: Period) -> None:
        self.now = now
        self.period = period
        self.end = min(period.last, now.briefing.on)
        content = replace(
            now.content,
            editions=tuple(it for it in now.content.editions if it.published <= period.last),
        )
        self.then = Describer(replace(now.briefing, on=self.end, content=content), now.translate, now.translate_many)

    @property
    def say(self) -> Callable[[str], str]:
        return self.now.translate

    def count(self, one: str, more: str, count: int, none: str = "", **values: str) -> str:
        """The words for a number, with the number for `%(num)s`, and other values by their names; where it is 0, those
        for none, if there are any.
        """
        if none and not count:
            return none
        return self.now.translate_many(one, more, count) % {"num": self.now.wording.count(count), **values}

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Those of the period, oldest first."""
        return self.period.editions(self.then.content.editions)

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        return tuple(self.then.threads.values())

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All that was ever told, thread by thread."""
        return tuple(step for thread in self.threads for step in steps_of(thread))

    def steps_in_period(self, kind: StepKind) -> tuple[Step, ...]:
        """The oldest first."""
        found = (it for it in self.steps if it.kind is kind and self.period.holds(it.edition.published))
        return tuple(sorted(found, key=lambda step: step.edition.order))

    @cached_property
    def taken_over(self) -> frozenset[tuple[str, str]]:
        """The ids of promises that others took the place of, each with that of the edition that says so."""
        return frozenset((it.thread.id, it.edition.id) for it in self.steps if it.kind is StepKind.CONTINUED)

    def standing(self, thread: Thread) -> Standing:
        return thread.standing(self.end)

    @cached_property
    def open(self) -> tuple[Thread, ...]:
        """Open at the end, in the order of their dues."""
        return self.then.open_by_due

    def whole(self, target: str) -> str:
        """An address of the site, whole; empty where the site's own is not known."""
        site = self.now.briefing.audience.site
        return f"{site}{target}" if site else ""

    def edition(self, mark: EditionMark | Edition) -> LinkTo:
        """The reference to an edition: to the list of them, for one of the period; to the site, for an earlier one."""
        is_ours = self.period.holds(mark.published)
        listed = f"#{anchor_of_edition(mark.id)}"
        return LinkTo(mark.title, listed if is_ours else self.whole(address.of_edition(mark.id)))

    def due(self, due: Due | None) -> str:
        return self.now.wording.due(due).words if due else ""

    def day(self, day: date) -> str:
        return self.now.wording.day(day).words

    def item(self, mention: Mention, facts: Iterable[ReportFact]) -> ReportItem:
        """A promise in the words of one mention, with the documents that these name."""
        action = mention.action
        is_restricted = self.then.is_restricted(mention.edition.id, action.id)
        audience = self.now.briefing.audience.title
        return ReportItem(
            words=self.words(first_words(action.text)),
            facts=(*facts, *self.documents(action)),
            mark=self.say("%(audience)s only") % {"audience": audience} if is_restricted else "",
        )

    @cached_property
    def bound(self) -> dict[str, str]:
        """Where in the report each document stands, by its address on the site."""
        return {address.of_document(it.file): f"#{anchor_of_document(it.id)}" for it in self.now.content.documents}

    def words(self, prose: Prose) -> Prose:
        return in_own_words(prose, self.say, self.bound)

    def documents(self, action: Action) -> Iterator[ReportFact]:
        """Those that the action's detail names, which the report does not show."""
        for document in self.now.content.documents:
            if address.of_document(document.file) in targets_in(action.text[1:]):
                reference = LinkTo(document.title, f"#{anchor_of_document(document.id)}")
                yield ReportFact(self.say("Document"), "", reference)

    def groups(self, told: Iterable[tuple[str, ReportItem]]) -> tuple[ReportGroup, ...]:
        """The items by workstream, each given with its own, in the order of the workstreams."""
        found: dict[str, list[ReportItem]] = {it.id: [] for it in self.now.content.workstreams}
        for workstream, item in told:
            found.setdefault(workstream, []).append(item)
        return tuple(
            ReportGroup(self.now.link_to_workstream(workstream).title, tuple(items))
            for workstream, items in found.items()
            if items
        )

    def name(self, thread: Thread) -> LinkTo:
        return LinkTo(thread.headline, self.whole(address.of_action(thread.id)))


def anchor_of_edition(edition_id: str) -> str:
    return f"edition.{edition_id}"


def anchor_of_document(document_id: str) -> str:
    return f"document.{document_id}"


def number(value: int) -> ReportCell:
    return ReportCell(str(value))


def first_words(text: Prose) -> Prose:
    """The first paragraph, with the footnotes that it may name."""
    return (*text[:1], *(it for it in text[1:] if isinstance(it, Notes)))


def targets_in(prose: Prose) -> frozenset[str]:
    """Where its links lead."""
    return frozenset(run.target for run in runs_in(prose) if isinstance(run, Link))


def in_own_words(prose: Prose, say: Callable[[str], str], bound: Mapping[str, str]) -> Prose:
    """The prose with links to what is bound in alone, by its address on the site; pictures and notes in words."""

    def in_report(run: Run) -> tuple[Run, ...]:
        match run:
            case Link(target):
                return (replace(run, target=bound[target]),) if target in bound else run.runs
            case InlineImage():
                return (Text(f"({say('Picture: %(words)s') % {'words': run.alt}})"),) if run.alt else ()
            case NoteMark(number):
                return (Text(f" ({say('note %(number)s') % {'number': number}})"),)
            case _:
                return (run,)

    told = map_runs(prose, in_report)
    notes = [note for it in told if isinstance(it, Notes) for note in it.notes]
    own = tuple(it for it in told if not isinstance(it, Notes))
    return own + tuple(block for at, note in enumerate(notes, 1) for block in _note(at, note, say))


def _note(at: int, note: Prose, say: Callable[[str], str]) -> Prose:
    return named_note(say("Note %(number)s:") % {"number": at}, note)
