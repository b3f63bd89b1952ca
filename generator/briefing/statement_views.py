"""The views of the accessibility statement and of the page about other formats."""

from generator.briefing.page_views import PageView
from generator.briefing.views import ContactView, IssueView, LinkTo, When
from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A success criterion; `name` is the standard's own, in English whatever the language of the site."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """Why mending would ask too much: words, a document, or both."""

    when: When
    words: Prose
    document: LinkTo | None


@dataclass(frozen=True, slots=True)
class NonAccessibleView:
    """One thing that not everyone can use. `address` is its own on the page; `instead` may be empty."""

    address: str
    anchor: str
    title: str
    what: Prose
    criteria: tuple[CriterionView, ...]
    since: When | None
    by: When | None
    instead: Prose
    document: LinkTo | None
    assessment: AssessmentView | None


@dataclass(frozen=True, slots=True)
class ExaminationView:
    """A test of the site; `is_own` says that those who run it tested it themselves."""

    when: When
    by: str
    is_own: bool
    what: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(PageView):
    """What the council claims of this site; nothing here is found out by us.

    `compliance` is full, partial or none; `because` says what the parts below are: problems, exemptions or both, and is
    empty where there are none. `is_in_northern_ireland` decides whom a complaint goes to.
    """

    compliance: str
    because: str
    possible: tuple[Prose, ...]
    non_accessible: tuple[NonAccessibleView, ...]
    problems: tuple[NonAccessibleView, ...]
    burdens: tuple[NonAccessibleView, ...]
    out_of_scope: tuple[NonAccessibleView, ...]
    improving: Prose
    prepared: When
    reviewed: When
    tests: tuple[ExaminationView, ...]
    answered: str
    contacts: tuple[ContactView, ...]
    is_in_northern_ireland: bool


@dataclass(frozen=True, slots=True)
class OfferView:
    """The formats that can be asked for in one place, each with how long it takes, or with nothing."""

    contact: ContactView
    formats: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatsPage(PageView):
    """Ways to have the update in another form.

    `newsletters` leads to what tells it in short, where there is any; `issues` are the newest of each newsletter.
    `contacts` are those of the statement, which leads here, where nobody says which formats there are.
    """

    newsletters: LinkTo | None
    issues: tuple[IssueView, ...]
    offers: tuple[OfferView, ...]
    contacts: tuple[ContactView, ...]
