"""What one audience may know on one date: the whole content, narrowed before anything is planned."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TypeVar

from generator.briefing.addresses import addresses
from generator.briefing.narrowed import Narrowed
from generator.briefing.restricted import restricted
from generator.briefing.wording import Wording
from generator.domain import address
from generator.domain.audience import Audience, Audiences
from generator.domain.content import Content
from generator.domain.edition import Action, Edition, Update
from generator.domain.library import Document, Image, Page, Term
from generator.domain.measure import Measure
from generator.domain.newsletter import Every, Newsletter
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.prose import FileNote, InlineImage, Link, Prose, Run, is_alike_for_all
from generator.domain.question import Question
from generator.domain.record import Correction, Record, TitleThen, Withdrawal, WorkstreamThen
from generator.domain.rewording import map_runs
from generator.domain.statement import NonAccessible, Statement
from generator.domain.target import DocumentFile, Inside, Outside, Thing, parse_target
from generator.domain.visibility import editions_seen_by, may_see, prose_seen_by, statement_seen_by
from generator.domain.workstream import Project, Reference, Workstream
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Briefing:
    """The content as one audience may know it on `on`; nothing that they may not know is in it.

    Links hold addresses: outside ones as they were written, inside ones as paths from the site's root. `restricted` are
    the ids of actions, by edition, that the programme keeps from some audience; it is empty for all but internal ones.
    """

    audience: Audience
    on: date
    content: Content
    restricted: Collection[tuple[str, str]] = frozenset()


def brief(
    content: Content, audience: Audience, on: date, with_drafts: bool = False, before: Narrowed | None = None
) -> Briefing:
    """Narrow the content to one audience and one date. With drafts, editions that are not out are kept. `before` is
    what was narrowed for this audience before, and learns what is narrowed now.
    """
    editions = tuple(edition for edition in editions_seen_by(content, audience.id) if with_drafts or edition.is_out(on))
    narrowing = _Narrowing(content, _seen_by(audience, content, editions), audience)
    return Briefing(audience, on, narrowing.content(before or Narrowed()), restricted(content, audience, editions))


class Briefings:
    """All briefings of one content on one date; each is made once, when it is asked for first."""

    def __init__(self, content: Content, on: date) -> None:
        self.content = content
        self.on = on
        self._made: dict[tuple[str, bool], Briefing] = {}

    def of(self, audience: Audience, with_drafts: bool = False) -> Briefing:
        known = self._made.get((audience.id, with_drafts))
        if known is None:
            known = self._made[audience.id, with_drafts] = brief(self.content, audience, self.on, with_drafts)
        return known

    def of_the_public(self) -> tuple[Briefing, ...]:
        """The briefings, without drafts, of the audiences outside of the council."""
        audiences = self.content.programme.audiences
        return tuple(self.of(audience) for audience in audiences if not audience.is_internal)


Seen = TypeVar(
    "Seen", Workstream, Measure, Document, Image, Term, Page, Question, Edition, Record, WorkstreamThen, TitleThen
)
Note = TypeVar("Note", Correction, Withdrawal)


def _seen_by(audience: Audience, content: Content, editions: tuple[Edition, ...]) -> Content:
    """What there is for an audience, with these editions: its words and references are still those for everyone."""

    def seen(things: tuple[Seen, ...]) -> tuple[Seen, ...]:
        return tuple(it for it in things if may_see(it.audiences, audience.id))

    return replace(
        content,
        workstreams=tuple(_with_projects_seen_by(audience, it) for it in seen(content.workstreams)),
        measures=seen(content.measures),
        documents=seen(content.documents),
        images=seen(content.images),
        terms=seen(content.terms),
        statement=statement_seen_by(content, audience.id),
        pages=seen(content.pages),
        questions=seen(content.questions),
        editions=editions,
        accepted=(),
    )


def _with_projects_seen_by(audience: Audience, workstream: Workstream) -> Workstream:
    projects = tuple(project for project in workstream.projects if may_see(project.audiences, audience.id))
    return replace(workstream, projects=projects)


class _Narrowing:
    """What is seen of a whole content, with its words and references as one audience may have them."""

    def __init__(self, whole: Content, seen: Content, audience: Audience) -> None:
        self.whole = whole
        self.seen = seen
        self.audience = audience
        self.wording = Wording(whole.programme.language)
        self.people = (whole.programme.director, *(workstream.lead for workstream in whole.workstreams))
        self.addresses = addresses(seen)
        self.workstream_ids = frozenset(workstream.id for workstream in seen.workstreams)
        self.edition_ids = frozenset(edition.id for edition in seen.editions)
        self.document_files = {document.file: address.of_document(document.file) for document in seen.documents}
        self.file_words = {
            address.of_document(it.file): ", ".join(self.wording.file(it.file, it.size)) for it in seen.documents
        }

    def context(self) -> object:
        """All that an edition's words depend on, beside the edition as it is seen."""
        language = self.whole.programme.language
        return self.audience, self.addresses, self.document_files, self.file_words, self.people, language

    def sees(self, audiences: Audiences | None) -> bool:
        return may_see(audiences, self.audience.id)

    def content(self, before: Narrowed) -> Content:
        seen = self.seen
        before.begin_in(self.context())
        return replace(
            seen,
            programme=self.programme(seen.programme),
            workstreams=tuple(self.workstream(it) for it in seen.workstreams),
            measures=tuple(_known_workstream(self.for_own(it), self.workstream_ids) for it in seen.measures),
            documents=tuple(self.for_own(it) for it in seen.documents),
            images=tuple(self.for_own(it) for it in seen.images),
            terms=tuple(self.for_own(it) for it in seen.terms),
            pages=tuple(replace(self.for_own(it), body=self.words(it.body)) for it in seen.pages),
            statement=self.words_of_statement(seen.statement) if seen.statement else None,
            questions=tuple(self.question(it) for it in seen.questions),
            editions=tuple(before.once(it, self.edition) for it in seen.editions),
        )

    def question(self, question: Question) -> Question:
        edition = question.edition
        return replace(
            self.for_own(question),
            question=self.words(question.question),
            answer=self.words(question.answer),
            edition=edition if edition and edition.id in self.edition_ids else None,
            actions=self.known_actions(question.actions),
        )

    def words_of_statement(self, statement: Statement) -> Statement:
        return replace(
            statement,
            possible=tuple(self.words(it) for it in statement.possible),
            non_accessible=tuple(self.part_of_statement(it) for it in statement.non_accessible),
            improving=self.words(statement.improving),
            tests=tuple(replace(it, what=self.words(it.what), audiences=None) for it in statement.tests),
        )

    def part_of_statement(self, part: NonAccessible) -> NonAccessible:
        assessment = part.assessment
        if assessment:
            document = assessment.document
            is_seen = document is not None and self.addresses.has(Thing.DOCUMENT, document.id)
            words = self.words(assessment.words)
            assessment = replace(assessment, words=words, document=document if is_seen else None)
        return replace(
            part, what=self.words(part.what), instead=self.words(part.instead), assessment=assessment, audiences=None
        )

    def for_own(self, thing: Seen) -> Seen:
        """For this audience alone: nobody is told who else may see a thing."""
        return replace(thing, audiences=frozenset((self.audience.id,)))

    def programme(self, programme: Programme) -> Programme:
        return replace(
            programme,
            objective=self.words(programme.objective),
            director=self.person(programme.director),
            audiences=(self.audience,),
            contacts=tuple(
                replace(contact, audiences=None) for contact in programme.contacts if self.sees(contact.audiences)
            ),
            newsletters=tuple(
                self.newsletter(newsletter)
                for newsletter in programme.newsletters
                if newsletter.audience == self.audience.id
            ),
            severities={},
        )

    def newsletter(self, newsletter: Newsletter) -> Newsletter:
        """With the workstreams and editions that its readers see."""
        told = newsletter.workstreams
        every = newsletter.every
        return replace(
            newsletter,
            workstreams=None if told is None else tuple(it for it in told if it.id in self.workstream_ids),
            every=every if isinstance(every, Every) else tuple(it for it in every if it.id in self.edition_ids),
        )

    def person(self, person: Person) -> Person:
        return person if self.audience.is_internal else Person(person.name if person.is_public else "", person.role)

    def workstream(self, workstream: Workstream) -> Workstream:
        return replace(
            self.for_own(workstream),
            lead=self.person(workstream.lead),
            summary=self.own_words(workstream.summary, workstream.plain),
            plain=None,
            projects=tuple(self.project(project) for project in workstream.projects),
        )

    def project(self, project: Project) -> Project:
        return replace(project, summary=self.own_words(project.summary, project.plain), plain=None, audiences=None)

    def edition(self, edition: Edition) -> Edition:
        return replace(
            self.for_own(edition),
            title=self.wording.month(edition.named_for.first_day) if edition.named_for else edition.title,
            letter=self.words(edition.letter),
            updates=tuple(self.update(update) for update in edition.updates),
            corrections=self.notes(edition.corrections),
            withdrawals=self.notes(edition.withdrawals),
            record=self.record(edition.record) if edition.record else None,
            digest="",
        )

    def notes(self, notes: tuple[Note, ...]) -> tuple[Note, ...]:
        return tuple(replace(note, audiences=None) for note in notes if self.sees(note.audiences))

    def record(self, record: Record) -> Record:
        """Without the digests of files, which serve only to prove that nothing was changed since."""
        workstreams = (then for then in record.workstreams if self.sees(then.audiences))
        return replace(
            self.for_own(record),
            director=self.person_then(record.director),
            workstreams=tuple(self.workstream_then(then) for then in workstreams),
            measures=self.titles(record.measures),
            awaited=(),
            figures=(),
            files=(),
            corrections=(),
            withdrawals=(),
            before=None,
        )

    def workstream_then(self, then: WorkstreamThen) -> WorkstreamThen:
        return replace(
            self.for_own(then),
            lead=self.person_then(then.lead),
            summary=self.own_words(then.summary, then.plain),
            plain=None,
            projects=self.titles(then.projects),
        )

    def titles(self, things: tuple[TitleThen, ...]) -> tuple[TitleThen, ...]:
        return tuple(self.for_own(thing) for thing in things if self.sees(thing.audiences))

    def person_then(self, person: Person) -> Person:
        """A person as a record has them; one who is not public today is not named in old editions either."""
        is_private = any(it.name == person.name and not it.is_public for it in self.people)
        return self.person(replace(person, is_public=person.is_public and not is_private))

    def update(self, update: Update) -> Update:
        actions = tuple(self.action(action) for action in update.actions)
        introduction = self.words(update.introduction)
        return replace(update, introduction=introduction, actions=actions, audiences=None, digest="")

    def action(self, action: Action) -> Action:
        """The very same value where nothing has to be narrowed, so that two briefings share what both may know.

        Its notes are in the words for staff: where the public has words of its own, it is not told them.
        """
        text = self.own_words(action.text, action.plain)
        after, continues = self.known_actions(action.after), self.known_actions(action.continues)
        is_for_all = action.plain is None and action.audiences is None
        if is_for_all and text is action.text and after is action.after and continues is action.continues:
            return action
        is_told = action.plain is None or self.audience.is_internal
        return replace(
            action,
            text=text,
            plain=None,
            equality=action.equality if is_told else "",
            climate=action.climate if is_told else "",
            audiences=None,
            after=after,
            continues=continues,
        )

    def known_actions(self, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
        known = tuple(reference for reference in references if self.addresses.has(Thing.ACTION, reference.id))
        return known if len(known) < len(references) else references

    def own_words(self, own: Prose, plain: Prose | None) -> Prose:
        """The plain wording where there is one, unless these are the council's own people."""
        return self.words(own if plain is None or self.audience.is_internal else plain)

    def words(self, prose: Prose) -> Prose:
        if is_alike_for_all(prose):
            return prose
        return map_runs(prose_seen_by(prose, self.audience.id, keeps_marks=self.audience.is_internal), self.run)

    def run(self, run: Run) -> tuple[Run, ...]:
        """A link with its address; one to something hidden leaves only its words, a hidden picture nothing."""
        match run:
            case Link(target):
                found = self.address_of(target, run.written_at.path)
                return run.runs if found is None else (self.link(run, found),)
            case InlineImage(target):
                found = self.address_of(target, run.written_at.path)
                return () if found is None else (replace(run, target=found),)
            case _:
                return (run,)

    def link(self, link: Link, found: str) -> Link:
        """A link to a document says what kind of file it is and how large, so that nobody takes it for a page."""
        words = self.file_words.get(found)
        if words:
            return replace(link, target=found, runs=(*link.runs, FileNote(f" ({words})")))
        return link if found == link.target else replace(link, target=found)

    def address_of(self, target: str, from_file: str) -> str | None:
        match parse_target(target, from_file):
            case Outside(found):
                return found
            case Inside(thing, identity):
                return self.addresses.of(thing, identity)
            case DocumentFile(file):
                return self.document_files.get(file)
            case _:
                return None


def _known_workstream(measure: Measure, workstreams: Collection[str]) -> Measure:
    is_hidden = measure.workstream is not None and measure.workstream.id not in workstreams
    return replace(measure, workstream=None) if is_hidden else measure
