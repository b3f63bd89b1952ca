"""The view of a report for a scrutiny committee: the same for its page and its PDF, in sentences, tables and items.

An address that begins with `#` is one within the report, one that begins with `https:` leads to the site; an empty one
leads nowhere, as where the site's own address is not known. Every figure and statement stands beside the edition that
it is from.
"""

from generator.briefing.page_views import PageView
from generator.briefing.views import ContactView, LinkTo, PersonView, When
from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class ReportCell:
    """Words, a reference, or words with their reference after them."""

    words: str
    reference: LinkTo | None = None


@dataclass(frozen=True, slots=True)
class ReportTable:
    """The first cell of a row is its header. `is_sum` says that the last row sums up the others, `numbers` that all
    cells but the first are numbers.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[ReportCell, ...], ...]
    is_sum: bool = False
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class ReportFact:
    """One thing that is said of an item: its name, the words, and the edition or thing that they are from."""

    name: str
    words: str
    reference: LinkTo | None = None


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A promise, a question or a note. `mark` says who alone may know of it, where that are not all."""

    words: Prose
    facts: tuple[ReportFact, ...] = ()
    detail: Prose = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """The items of one workstream, or of none in particular, where the title is empty; never none."""

    title: str
    items: tuple[ReportItem, ...]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One chapter. Where there is nothing to tell, a sentence says so."""

    anchor: str
    title: str
    sentences: tuple[str, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    groups: tuple[ReportGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportEdition:
    """An edition that the report draws on; `address` is its page on the site."""

    anchor: str
    title: str
    address: str
    published: When
    said: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """A document that goes with the report. `file` is its path beside the page; `file_name` the name by
    which it is attached to the PDF, unlike any other there; `type` its media type.
    """

    anchor: str
    title: str
    summary: str
    kind: str
    size: str
    file: str
    file_name: str
    type: str
    named_in: tuple[LinkTo, ...]


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The interface's own words. `page_number` has `{page}` and `{pages}` where the numbers go."""

    contents: str
    editions: str
    editions_about: str
    appendices: str
    appendices_about: str
    appendices_about_pdf: str
    none: str
    named_in: str
    formats: str
    telephone: str
    email: str
    post: str
    page_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(PageView):
    """`name` is the title without the period. `cover` are the facts at the head; `summary` says it all; `parts` are the
    chapters.

    `policy` lets the page's own styles through, and nothing else.
    """

    organisation: str
    programme: str
    name: str
    period: str
    made_on: When
    director: PersonView
    cover: tuple[ReportFact, ...]
    summary: ReportPart
    parts: tuple[ReportPart, ...]
    editions: tuple[ReportEdition, ...]
    appendices: tuple[Appendix, ...]
    contacts: tuple[ContactView, ...]
    purposes: tuple[str, ...]
    contents: tuple[LinkTo, ...]
    words: ReportWords
    policy: str = ""
