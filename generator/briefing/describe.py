"""Views of the things in a briefing, alike for every page that shows them."""

from collections.abc import Callable, Iterable

from generator.briefing import anchors
from generator.briefing.alphabet import Alphabet, named_alphabet
from generator.briefing.anchors import with_anchors
from generator.briefing.briefing import Briefing
from generator.briefing.opening import opening
from generator.briefing.reaching import mail_address, telephone_address
from generator.briefing.story import link_to_mark, missed_by, move_in, outcome_after, reopened_in, told_before
from generator.briefing.thread_views import CorrectionView
from generator.briefing.views import (
    ActionView,
    ContactView,
    CountView,
    DocumentView,
    EditionView,
    LinkTo,
    OutcomeView,
    PersonView,
    ProjectView,
    SectionView,
    TermView,
    UpdateView,
    WorkstreamView,
)
from generator.briefing.wording import Wording
from generator.domain import address
from generator.domain.edition import Action, Edition, State, Update
from generator.domain.headline import headline
from generator.domain.issue import Issue, issues_of
from generator.domain.library import Document
from generator.domain.mention import EditionMark
from generator.domain.person import Person
from generator.domain.programme import Contact
from generator.domain.progress import EditionChange, Tally, changes, tally
from generator.domain.register import Registers, find_registers
from generator.domain.thread import Thread, by_due
from generator.domain.weaving import those_waiting, weave
from generator.domain.workstream import Project, Workstream
from generator.values import cached_property


def english_number(one: str, more: str, count: int) -> str:
    return one if count == 1 else more


class Describer:
    """The way from a briefing's values to views; it holds nothing but what can be looked up in the briefing.

    `translate` gives the interface's own words in the language of the site; `translate_many` those that a number
    changes, from the words for one, the words for more, and the number. `is_searched` says that its pages can be
    searched: readers' browsers are given scripts, and an index. `weaving` makes threads of editions.
    """

    def __init__(
        self,
        briefing: Briefing,
        translate: Callable[[str], str],
        translate_many: Callable[[str, str, int], str] = english_number,
        *,
        is_searched: bool = False,
        weaving: Callable[[Iterable[Edition]], dict[str, Thread]] = weave,
    ) -> None:
        self.briefing = briefing
        self.is_searched = is_searched
        self._weave = weaving
        self.translate = translate
        self.translate_many = translate_many
        self.content = briefing.content
        self.wording = Wording(self.content.programme.language, translate)

    @cached_property
    def alphabet(self) -> Alphabet:
        return Alphabet(named_alphabet(self.translate))

    @cached_property
    def newest_first(self) -> tuple[Edition, ...]:
        return tuple(reversed(self.content.editions))

    @cached_property
    def editions(self) -> dict[str, Edition]:
        """By their ids."""
        return {edition.id: edition for edition in self.content.editions}

    @cached_property
    def _workstreams(self) -> dict[str, Workstream]:
        return {workstream.id: workstream for workstream in self.content.workstreams}

    @cached_property
    def _projects(self) -> dict[str, LinkTo]:
        return {
            it.id: LinkTo(it.title, f"{address.of_workstream(workstream.id)}#{anchors.of_project(it.id)}")
            for workstream in self.content.workstreams
            for it in workstream.projects
        }

    @cached_property
    def _measures(self) -> dict[str, LinkTo]:
        return {it.id: LinkTo(it.title, address.of_measure(it.id)) for it in self.content.measures}

    @cached_property
    def threads(self) -> dict[str, Thread]:
        """Folded from what the audience sees, so that a hidden mention leaves no gap, count or date."""
        return self._weave(self.content.editions)

    @cached_property
    def waiting_for(self) -> dict[str, list[str]]:
        return those_waiting(self.threads)

    @cached_property
    def open_by_due(self) -> tuple[Thread, ...]:
        """The open threads by due, so that overdue ones stand first; those without one last."""
        on = self.briefing.on
        return tuple(sorted((it for it in self.threads.values() if it.standing(on).is_open), key=by_due))

    @cached_property
    def open_by_measure(self) -> dict[str, list[Thread]]:
        """For each measure, the open threads that are to change it, in the order of `open_by_due`."""
        found: dict[str, list[Thread]] = {}
        for thread in self.open_by_due:
            if thread.latest.action.measure:
                found.setdefault(thread.latest.action.measure.id, []).append(thread)
        return found

    @cached_property
    def changes(self) -> tuple[EditionChange, ...]:
        """What each edition changed, oldest first."""
        return changes(self.threads, self.content.editions)

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """Each workstream's figures, a thread counting to the workstream that spoke of it last."""
        found: dict[str, list[Thread]] = {workstream.id: [] for workstream in self.content.workstreams}
        for thread in self.threads.values():
            found.setdefault(thread.latest.workstream, []).append(thread)
        return {workstream_id: tally(threads, self.briefing.on) for workstream_id, threads in found.items()}

    @cached_property
    def registers(self) -> Registers:
        return find_registers(self.content.editions, self.threads.values())

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """Every issue that has come out, the newsletters in the programme's order, each one's issues oldest first."""
        programme = self.content.programme
        return tuple(
            issue
            for newsletter in programme.newsletters
            for issue in issues_of(newsletter, self.content.editions, self.briefing.on, programme.quarters)
        )

    @property
    def home(self) -> LinkTo:
        # Translators: the way to a page begins with it: Home, Actions, Repair the lift.
        return LinkTo(self.translate("Home"), address.HOME)

    def whole(self, path: str) -> str:
        """The whole address of a path from the site's root; the path itself where the site's own is not known."""
        return f"{self.briefing.audience.site}{path}"

    def is_restricted(self, edition_id: str, action_id: str) -> bool:
        return (edition_id, action_id) in self.briefing.restricted

    def person(self, person: Person) -> PersonView:
        return PersonView(person.name, person.role)

    def contact(self, contact: Contact, subject: str = "") -> ContactView:
        return ContactView(
            contact.purpose,
            contact.name,
            contact.telephone,
            telephone_address(contact.telephone, self.content.programme.language),
            contact.email,
            mail_address(contact.email, subject),
            contact.post,
        )

    def in_other_formats(self, title: str) -> tuple[ContactView, ...]:
        """Whom to ask for something in another format; the subject of an e-mail says for what."""
        subject = self.translate("%(title)s in another format") % {"title": title}
        return tuple(self.contact(it, subject) for it in self.content.programme.contacts if it.formats)

    def link_to_edition(self, edition: Edition) -> LinkTo:
        return LinkTo(edition.title, address.of_edition(edition.id))

    def link_to_workstream(self, workstream_id: str) -> LinkTo:
        workstream = self._workstreams.get(workstream_id)
        return LinkTo(workstream.title if workstream else workstream_id, address.of_workstream(workstream_id))

    def workstream_then(self, edition: Edition, workstream_id: str) -> tuple[LinkTo, PersonView]:
        """A workstream's title and lead as they were when a frozen edition came out; as they are now in any other."""
        now = self.link_to_workstream(workstream_id)
        then = edition.record.workstream(workstream_id) if edition.record else None
        if then is None:
            return now, self.person(self._workstreams[workstream_id].lead)
        return LinkTo(then.title, now.address), self.person(then.lead)

    def director_then(self, edition: Edition) -> PersonView:
        """Who led the programme when a frozen edition came out; who leads it now, of any other."""
        return self.person(edition.record.director if edition.record else self.content.programme.director)

    def corrections(self, edition: Edition) -> tuple[CorrectionView, ...]:
        """What was openly changed in an edition since it came out, newest first."""
        told = [CorrectionView("correction", self.wording.day(it.date), it.what, it.why) for it in edition.corrections]
        gone = [CorrectionView("withdrawal", self.wording.day(it.date), it.what, it.why) for it in edition.withdrawals]
        return tuple(sorted((*told, *gone), key=lambda view: view.when.machine, reverse=True))

    def link_to_thread(self, action_id: str) -> LinkTo:
        """The action by its newest words."""
        return LinkTo(self.threads[action_id].headline, address.of_action(action_id))

    def links_to_open(self, action_ids: Iterable[str]) -> tuple[LinkTo, ...]:
        """Those of the actions that are still open: nothing waits for what is done, nor for what is named only later.

        An issue of a newsletter knows no edition that came out after it.
        """
        on = self.briefing.on
        known = (it for it in action_ids if it in self.threads)
        return tuple(self.link_to_thread(it) for it in known if self.threads[it].standing(on).is_open)

    def outcome(self, edition: Edition, action: Action) -> OutcomeView | None:
        thread = self.threads[action.id]
        standing = thread.standing(self.briefing.on)
        return outcome_after(thread, standing, edition, action.state, self.wording, self.link_to_thread)

    def told_before(self, edition: Edition, action: Action) -> EditionMark | None:
        return told_before(self.threads[action.id], edition, action.state)

    def action(self, edition: Edition, update: Update, action: Action) -> ActionView:
        thread = self.threads[action.id]
        project, measure = self.links_of(action)
        before = self.told_before(edition, action)
        missed = missed_by(thread, edition, action.state)
        return ActionView(
            id=action.id,
            address=address.of_action(action.id),
            anchor=anchors.of_action(action.id),
            title=headline(action.text),
            state=action.state.value,
            text=action.text[:1],
            detail=action.text[1:],
            due=self.wording.due(action.due) if action.due else None,
            reason=action.reason,
            workstream=self.link_to_workstream(update.workstream),
            edition=self.link_to_edition(edition),
            project=project,
            measure=measure,
            waits_for=self.links_to_open(reference.id for reference in action.after),
            continues=tuple(self.link_to_thread(it.id) for it in action.continues if it.id in self.threads),
            tags=action.tags,
            is_restricted=self.is_restricted(edition.id, action.id),
            outcome=self.outcome(edition, action),
            moved=move_in(thread, edition.id, self.wording),
            reopened=reopened_in(thread, edition.id),
            told_before=link_to_mark(before) if before else None,
            missed=self.wording.due(missed) if missed else None,
        )

    def links_of(self, action: Action) -> tuple[LinkTo | None, LinkTo | None]:
        """An action's project and measure."""
        project = self._projects.get(action.project.id) if action.project else None
        return project, self._measures.get(action.measure.id) if action.measure else None

    def sections(self, actions: Iterable[ActionView]) -> tuple[SectionView, ...]:
        """The actions under their states, in the order of the states; states without actions are left out."""
        by_state: dict[str, list[ActionView]] = {state.value: [] for state in State}
        for action in actions:
            by_state[action.state].append(action)
        return tuple(SectionView(state, tuple(found)) for state, found in by_state.items() if found)

    def counts(self, edition: Edition, updates: Iterable[Update]) -> tuple[CountView, ...]:
        """How many actions are in each state that has any; what has ended, only in the edition that tells so first."""
        actions = (action for update in updates for action in update.actions)
        states = [action.state for action in actions if not self.told_before(edition, action)]
        return tuple(CountView(state.value, states.count(state)) for state in State if state in states)

    def update(self, edition: Edition, update: Update) -> UpdateView:
        workstream, lead = self.workstream_then(edition, update.workstream)
        return UpdateView(
            workstream=workstream,
            edition=self.link_to_edition(edition),
            anchor=address.of_update(edition.id, update.workstream).partition("#")[2],
            lead=lead,
            introduction=with_anchors(update.introduction, update.workstream),
            sections=self.sections(self.action(edition, update, action) for action in update.actions),
            counts=self.counts(edition, [update]),
        )

    def edition(self, edition: Edition) -> EditionView:
        return EditionView(
            title=edition.title,
            address=address.of_edition(edition.id),
            published=self.wording.day(edition.published),
            opening=opening(edition.letter),
            counts=self.counts(edition, edition.updates),
            is_draft=not edition.is_out(self.briefing.on),
        )

    def latest_update(self, workstream_id: str) -> tuple[Edition, Update] | None:
        return next(
            (
                (edition, update)
                for edition in self.newest_first
                for update in edition.updates
                if update.workstream == workstream_id
            ),
            None,
        )

    def workstream(self, workstream: Workstream) -> WorkstreamView:
        is_over = workstream.is_over(self.briefing.on)
        latest = None if is_over else self.latest_update(workstream.id)
        return WorkstreamView(
            title=workstream.title,
            address=address.of_workstream(workstream.id),
            lead=self.person(workstream.lead),
            summary=workstream.summary,
            counts=self.counts(latest[0], [latest[1]]) if latest else (),
            last_reported=self.link_to_edition(latest[0]) if latest and self._has_come_since(latest[0]) else None,
            ended=self.wording.day(workstream.ended) if is_over and workstream.ended else None,
        )

    def _has_come_since(self, edition: Edition) -> bool:
        """Whether a regular edition has come out since, which every workstream reports in."""
        return any(it.order > edition.order and not it.is_special for it in self.newest_first)

    def project(self, project: Project) -> ProjectView:
        stages = tuple((stage, stage == project.stage) for stage in self.content.programme.stages)
        return ProjectView(anchors.of_project(project.id), project.title, project.summary, project.stage, stages)

    def document(self, document: Document) -> DocumentView:
        kind, size = self.wording.file(document.file, document.size)
        return DocumentView(
            id=document.id,
            anchor=anchors.of_document(document.id),
            title=document.title,
            address=address.of_document(document.file),
            summary=document.summary,
            kind=kind,
            size=size,
            ask=self.in_other_formats(document.title),
        )

    @cached_property
    def terms(self) -> tuple[TermView, ...]:
        """In the order of the glossary's file."""
        anchor = anchors.from_words("term")
        return tuple(TermView(anchor(it.term), it.term, it.means, it.explained) for it in self.content.terms)
