"""Everything that was read: the whole programme, before it is narrowed to one audience."""

from generator.domain.edition import Edition
from generator.domain.library import Document, Image, Page, Term
from generator.domain.measure import Measure
from generator.domain.programme import Acceptance, Programme
from generator.domain.question import Question
from generator.domain.statement import Statement
from generator.domain.workstream import Workstream
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """Workstreams, measures, documents and terms in the order of their files, editions oldest first.

    `accepted` are the findings that writers have accepted, each for the file that it stands in; those of programme.yml
    hold everywhere. `unread` are the paths of files with mistakes by which some of what they hold is not known,
    `undated` of those in which a due could not be read.
    """

    programme: Programme
    workstreams: tuple[Workstream, ...] = ()
    measures: tuple[Measure, ...] = ()
    documents: tuple[Document, ...] = ()
    images: tuple[Image, ...] = ()
    terms: tuple[Term, ...] = ()
    pages: tuple[Page, ...] = ()
    statement: Statement | None = None
    questions: tuple[Question, ...] = ()
    editions: tuple[Edition, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    unread: frozenset[str] = frozenset()
    undated: frozenset[str] = frozenset()

    def edition(self, edition_id: str) -> Edition | None:
        return next((edition for edition in self.editions if edition.id == edition_id), None)

    @property
    def frozen(self) -> frozenset[str]:
        """The ids of the frozen editions."""
        return frozenset(edition.id for edition in self.editions if edition.is_frozen)

    def is_whole_for(self, place: str) -> bool:
        """Whether everything below a path was read, so that an id that is not there can be called unknown."""
        return not any(path.startswith(place) for path in self.unread)
