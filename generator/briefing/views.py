"""The frozen values that templates see: everything is chosen, sorted, counted and put in words before it gets here.

An address is a path from the site's root without a leading `/`; the home page's is empty, a folder's ends in `/`. It
may carry a `#fragment`. Templates turn it into a relative link with the filter `url`. Prose is shown with the filter
`prose` (blocks) or `runs` (one paragraph without its tags).
"""

from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class LinkTo:
    """The words of a link and the address that it leads to."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class When:
    """A day or a period in words; `machine` is for `<time datetime>` and empty where HTML has no form for it."""

    words: str
    machine: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """`name` is empty where the audience may know only the role."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """`telephone_address` and `email_address` are whole `tel:` and `mailto:` addresses, or empty."""

    purpose: str
    name: str
    telephone: str
    telephone_address: str
    email: str
    email_address: str
    post: str


@dataclass(frozen=True, slots=True)
class HeaderView:
    """What a server says with a file."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """What stands on every page. It holds nothing that an ordinary edit changes.

    `navigation` is the main menu, `footer` the further pages. `canonical` is the site's own address with a `/` at its
    end, or empty. `direction` is `ltr` or `rtl`. `feeds` are those of the whole programme. `policy` is
    the security policy of every page; `is_indexed` says that search engines may find them.
    `terms` are the glossary's, each with what it means, for the first use
    on each page. `locale` is the language with its country, as in `en_GB`; empty where no country is known.
    """

    title: str
    organisation: str
    audience: str
    audience_title: str
    language: str
    direction: str
    canonical: str
    navigation: tuple[LinkTo, ...]
    footer: tuple[LinkTo, ...]
    contacts: tuple[ContactView, ...]
    feeds: tuple[LinkTo, ...]
    policy: str
    is_indexed: bool
    terms: tuple[tuple[str, str], ...]
    locale: str


@dataclass(frozen=True, slots=True)
class CountView:
    """How many actions are in one state; `state` is completed, under_way, future or stopped."""

    state: str
    count: int


@dataclass(frozen=True, slots=True)
class DueMoveView:
    """A due that an edition moved; `is_earlier` says that it was brought forward."""

    before: When
    after: When
    is_earlier: bool


@dataclass(frozen=True, slots=True)
class EndingView:
    """That an edition told an action as ended: `state` is completed or stopped."""

    state: str
    edition: LinkTo


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What became of an action after the edition that shows it.

    `standing` is where its thread stands now: overdue, unmentioned, under_way, future, completed, stopped or continued.
    `step` says what has changed of one that is open: reopened, moved_later, moved_earlier or dated (a first date was
    given); it may be empty. What this edition told as ended, and what was opened again and has ended anew, is reopened
    too. `edition` is the one that says so, the one that ended it, or the newest that speaks of it.
    `due` is its newest, given only where it has changed since, or where the action was opened again. `known_on` is
    given where it is told as it was known on that day. `is_passed_over` says that it is open and the newest update
    does not name it: that an overdue one was forgotten, too, only this tells.
    """

    standing: str
    edition: LinkTo
    due: When | None
    continued_by: tuple[LinkTo, ...]
    step: str
    known_on: When | None
    is_passed_over: bool


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action as one edition tells it.

    `address` is its own page. `anchor` is its id on an edition's page. `title` is its short name by these very words,
    for the names of links beside them: whoever hears `text` is not to hear it again with each. `text` and `detail` are
    the item's first paragraph and what stands below it. `is_restricted` says that not every audience of the programme
    sees it. `outcome` is what became of it since; None where no later edition speaks of it and time has changed
    nothing. `moved` is given where this edition moved its due, and `reopened` where it opened again what the edition
    there named had told as ended. `told_before` is given where an earlier edition was the first to tell that it was
    completed or stopped. `missed` is what it was first promised for, where it was completed later than that.
    """

    id: str
    address: str
    anchor: str
    title: str
    state: str
    text: Prose
    detail: Prose
    due: When | None
    reason: str
    workstream: LinkTo
    edition: LinkTo
    project: LinkTo | None
    measure: LinkTo | None
    waits_for: tuple[LinkTo, ...]
    continues: tuple[LinkTo, ...]
    tags: tuple[str, ...]
    is_restricted: bool
    outcome: OutcomeView | None
    moved: DueMoveView | None
    reopened: EndingView | None
    told_before: LinkTo | None
    missed: When | None


@dataclass(frozen=True, slots=True)
class SectionView:
    """The actions of one state, never none."""

    state: str
    actions: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True)
class UpdateView:
    """What one workstream reports in one edition; `anchor` is its id on the edition's page."""

    workstream: LinkTo
    edition: LinkTo
    anchor: str
    lead: PersonView
    introduction: Prose
    sections: tuple[SectionView, ...]
    counts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """`value` is the number with its unit, in words for people; `number` is the bare number for machines."""

    when: When
    value: str
    number: str
    note: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """`address` is its own page; `anchor` is its id on the pages of others. `says` is what it says, in sentences.

    `share` is how far the latest value is on the way from baseline to target, in whole per cent from 0 to 100; `way`
    says so, and says it otherwise where the start was better than the value or than the target.
    """

    id: str
    address: str
    anchor: str
    title: str
    says: str
    workstream: LinkTo | None
    baseline: ReadingView
    latest: ReadingView
    target: ReadingView
    readings: tuple[ReadingView, ...]
    lower_is_better: bool
    share: int
    way: str


@dataclass(frozen=True, slots=True)
class ProjectView:
    """`stage` is the programme's word; `stages` are all of them in order, each with whether it is this one."""

    anchor: str
    title: str
    summary: Prose
    stage: str
    stages: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """`kind` is the file's type in words, such as PDF; `size` is in words, such as 43 kB.

    `ask` are those who give it in another format.
    """

    id: str
    anchor: str
    title: str
    address: str
    summary: str
    kind: str
    size: str
    ask: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    anchor: str
    term: str
    means: str
    explained: str


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms that begin with one letter."""

    letter: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition in short, for lists; `opening` is the first paragraph of the letter."""

    title: str
    address: str
    published: When
    opening: Prose
    counts: tuple[CountView, ...]
    is_draft: bool


@dataclass(frozen=True, slots=True)
class YearView:
    """The editions published in one year, newest first."""

    year: str
    editions: tuple[EditionView, ...]


@dataclass(frozen=True, slots=True)
class WorkstreamView:
    """A workstream in short, for lists; `counts` are those of its newest update. `last_reported` is the edition of that
    update, given where a regular one has come out since without a word of the workstream's. Of one that has ended, its
    last day is given, and neither counts nor that edition.
    """

    title: str
    address: str
    lead: PersonView
    summary: Prose
    counts: tuple[CountView, ...]
    last_reported: LinkTo | None
    ended: When | None


@dataclass(frozen=True, slots=True)
class DownloadView:
    """One form of an issue as a file; `size` is in words, such as 120 kB, and empty until the file is made.

    `format` is html, pdf, large-print, email or text.
    """

    format: str
    address: str
    size: str = ""


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue of a newsletter in short, for lists; `address` is empty where it has no page of its own. `is_draft` says
    that one of its editions is not out yet.
    """

    newsletter: str
    issue: str
    address: str
    published: When
    files: tuple[DownloadView, ...]
    is_draft: bool
