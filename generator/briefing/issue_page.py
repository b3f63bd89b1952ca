"""An issue of a newsletter, told as it stood on the day on which it came out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.briefing.anchors import with_anchors
from generator.briefing.describe import Describer
from generator.briefing.issue_actions import as_known_then, counts_of, unmentioned_then
from generator.briefing.measured import measure_view
from generator.briefing.newsletter_views import (
    LetterView,
    MoveView,
    NewsletterPage,
    NewsletterPart,
    PutRightView,
    UnmentionedView,
)
from generator.briefing.newsletters import address_of, downloads, time_told, title_of
from generator.briefing.opening import in_short, opening
from generator.briefing.thread_views import CorrectionView
from generator.briefing.views import DocumentView, LinkTo
from generator.domain import address
from generator.domain.content import Content
from generator.domain.edition import Action, Edition, Update
from generator.domain.issue import Issue
from generator.domain.measure import Measure
from generator.domain.mention import slip_days
from generator.domain.newsletter import Format
from generator.domain.prose import Link, Prose, runs_in
from generator.domain.reason import why_moved
from generator.domain.thread import Standing, Thread
from generator.domain.workstream import Workstream
from generator.values import cached_property


def issue_page(describe: Describer, of: Issue) -> NewsletterPage:
    """One issue, from what was known when its newest edition came out; only its corrections are of today."""
    return _IssuePage(describe, of).page()


class _IssuePage:
    """One issue's page; `then` describes the content as it was known on the issue's day."""

    def __init__(self, describe: Describer, issue: Issue) -> None:
        self.now = describe
        self.issue = issue
        self.then = Describer(
            replace(describe.briefing, on=issue.published, content=_known_then(describe.content, issue)),
            describe.translate,
            describe.translate_many,
        )

    def page(self) -> NewsletterPage:
        issue, then = self.issue, self.then
        earlier, later = self.neighbours()
        moves = tuple(self.moves())
        parts = tuple(self.parts({move.address: move.reason for move in moves}))
        newest = issue.editions[-1]
        programme = then.content.programme
        canonical = self.now.briefing.audience.site
        has_page = Format.HTML in issue.newsletter.formats
        letters = tuple(self.letters())
        return NewsletterPage(
            address=address_of(issue),
            title=title_of(self.now, issue),
            description=in_short(opening(letters[0].letter)) if letters else "",
            trail=(then.home, LinkTo(then.translate("Newsletters"), address.NEWSLETTERS)),
            newsletter=issue.newsletter.title,
            issue=time_told(then, issue),
            organisation=programme.organisation,
            programme=programme.title,
            published=then.wording.day(issue.published),
            director=then.director_then(newest),
            objective=programme.objective,
            letters=letters,
            counts=counts_of(parts),
            contents=tuple(LinkTo(part.workstream.title, f"{address_of(issue)}#{part.anchor}") for part in parts),
            parts=parts,
            moves=moves,
            unmentioned=tuple(self.unmentioned()),
            put_right=self.put_right(),
            measures=tuple(measure_view(then, it) for it in then.content.measures if self.tells_of_measure(it)),
            documents=self.documents(letters, parts),
            contacts=tuple(then.contact(contact) for contact in programme.contacts),
            corrections=self.corrections(),
            web=f"{canonical}{address_of(issue)}" if canonical and has_page else "",
            files=tuple(downloads(issue)),
            ask=self.now.in_other_formats(title_of(self.now, issue)),
            earlier=earlier,
            later=later,
            is_draft=not issue.is_out(self.now.briefing.on),
        )

    @cached_property
    def own(self) -> list[Issue]:
        """All issues of the same newsletter, oldest first."""
        return [other for other in self.now.issues if other.newsletter == self.issue.newsletter]

    def neighbours(self) -> tuple[LinkTo | None, LinkTo | None]:
        """The same newsletter's issue before this one, and the one after it; None where there is none."""
        at = self.own.index(self.issue)
        earlier = self.link_to_issue(self.own[at - 1]) if at > 0 else None
        later = self.link_to_issue(self.own[at + 1]) if at + 1 < len(self.own) else None
        return earlier, later

    def link_to_issue(self, issue: Issue) -> LinkTo:
        return LinkTo(title_of(self.now, issue), address_of(issue))

    def letters(self) -> Iterator[LetterView]:
        """The letters of the issue's editions, the newest first."""
        for edition in reversed(self.issue.editions):
            if edition.letter:
                published = self.then.wording.day(edition.published)
                yield LetterView(self.then.link_to_edition(edition), published, with_anchors(edition.letter, "letter"))

    def corrections(self) -> tuple[CorrectionView, ...]:
        """All that are known now, also those made since the issue came out; the newest first."""
        out = self.issue.published.isoformat()
        corrections = [
            it
            for edition in self.issue.editions
            for it in self.now.corrections(edition)
            if edition == self.issue.editions[-1] or it.when.machine >= out  # what was right on that day is not changed
        ]
        return tuple(sorted(corrections, key=lambda it: it.when.machine, reverse=True))

    def put_right(self) -> tuple[PutRightView, ...]:
        """What earlier issues of this newsletter said otherwise, and was changed after the last of them, until this one
        came out; the newest first.
        """
        earlier = self.own[: self.own.index(self.issue)]
        out = self.issue.published.isoformat()
        changes = [
            PutRightView(self.link_to_issue(issue), change)
            for issue in earlier
            for edition in issue.editions
            for change in self.now.corrections(edition)
            if earlier[-1].published.isoformat() < change.when.machine <= out
        ]
        return tuple(sorted(changes, key=lambda it: it.change.when.machine, reverse=True))

    def tells_of(self, workstream_id: str) -> bool:
        told = self.issue.newsletter.workstreams
        return told is None or any(reference.id == workstream_id for reference in told)

    def tells_of_measure(self, measure: Measure) -> bool:
        if measure.workstream is None:
            return self.issue.newsletter.workstreams is None
        return self.tells_of(measure.workstream.id)

    def parts(self, why_moved: Mapping[str, str]) -> Iterator[NewsletterPart]:
        """`why_moved` are the reasons that are told elsewhere, by the actions' addresses."""
        newest = self.newest_mentions()
        for workstream in self.then.content.workstreams:
            updates = [
                (edition, update)
                for edition in reversed(self.issue.editions)
                for update in edition.updates
                if update.workstream == workstream.id
            ]
            if updates and self.tells_of(workstream.id):
                yield self.part(workstream, updates, newest, why_moved)

    def newest_mentions(self) -> dict[str, tuple[Edition, Update, Action]]:
        """Each action once: what the newest of the issue's editions that names it says."""
        return {
            action.id: (edition, update, action)
            for edition in self.issue.editions
            for update in edition.updates
            for action in update.actions
        }

    def part(
        self,
        workstream: Workstream,
        updates: list[tuple[Edition, Update]],
        newest: dict[str, tuple[Edition, Update, Action]],
        why_moved: Mapping[str, str],
    ) -> NewsletterPart:
        link, lead = self.then.workstream_then(updates[0][0], workstream.id)
        introduction = next((update.introduction for _, update in updates if update.introduction), ())
        actions = (
            as_known_then(self.then, self.issue, self.then.action(edition, update, action), why_moved)
            for edition, update, action in newest.values()
            if update.workstream == workstream.id and not self.is_told_by_another(action)
        )
        return NewsletterPart(
            anchor=f"workstream.{workstream.id}",
            workstream=link,
            lead=lead,
            summary=workstream.summary,
            introduction=with_anchors(introduction, workstream.id),
            sections=self.then.sections(actions),
        )

    def is_told_by_another(self, action: Action) -> bool:
        """Whether it went on as another action, which stands in its place."""
        return self.then.threads[action.id].standing(self.issue.published) is Standing.CONTINUED

    def moves(self) -> Iterator[MoveView]:
        """The promises whose due the issue's editions moved, from where it stood before: those, too, that have ended
        since, or else nobody would read that they came late.
        """
        named = frozenset(self.newest_mentions())  # no other can have been moved
        for thread in (it for it in self.then.threads.values() if it.id in named):
            is_told = thread.standing(self.issue.published) is not Standing.CONTINUED
            if is_told and self.tells_of(thread.latest.workstream):
                yield from self.move(thread)

    def move(self, thread: Thread) -> Iterator[MoveView]:
        told = {edition.id for edition in self.issue.editions}
        moves = [move for move in thread.moves if move.edition.id in told]
        if not moves or not slip_days(moves[0].before, moves[-1].after):
            return
        yield MoveView(
            title=thread.headline,
            address=address.of_action(thread.id),
            workstream=self.then.link_to_workstream(thread.latest.workstream),
            before=self.then.wording.due(moves[0].before),
            after=self.then.wording.due(moves[-1].after),
            days=slip_days(moves[0].before, moves[-1].after),
            reason=next(filter(None, (why_moved(thread, move) for move in reversed(moves))), ""),
            state=thread.latest.action.state.value,
        )

    def unmentioned(self) -> Iterator[UnmentionedView]:
        """The open promises, by due, that its newest regular edition passes over and none of its editions names. A
        special edition alone passes over nothing.
        """
        told = {edition.id for edition in self.issue.editions}
        for thread in self.then.open_by_due:
            is_news = thread.newest is not None and thread.newest.id in told
            is_named = thread.latest.edition.id in told
            if thread.is_passed_over and is_news and not is_named and self.tells_of(thread.latest.workstream):
                yield unmentioned_then(self.then, thread)

    def documents(self, letters: tuple[LetterView, ...], parts: tuple[NewsletterPart, ...]) -> tuple[DocumentView, ...]:
        """Those that the issue's own words link to, in the order of the documents' list."""
        linked = {
            run.target for prose in _words_shown(letters, parts) for run in runs_in(prose) if isinstance(run, Link)
        }
        views = map(self.then.document, self.then.content.documents)
        return tuple(view for view in views if view.address in linked)


def _known_then(content: Content, issue: Issue) -> Content:
    last = issue.editions[-1]
    return replace(
        content,
        editions=tuple(edition for edition in content.editions if edition.order <= last.order),
        measures=tuple(replace(measure, readings=measure.known_by(last.published)) for measure in content.measures),
    )


def _words_shown(letters: tuple[LetterView, ...], parts: tuple[NewsletterPart, ...]) -> Iterator[Prose]:
    """The newest letter is the only one that an issue shows whole."""
    for letter in letters[:1]:
        yield letter.letter
    for part in parts:
        yield part.summary
        yield part.introduction
        for section in part.sections:
            for action in section.actions:
                yield action.text
                yield action.detail
