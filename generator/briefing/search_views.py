"""The views of searching: the page with the actions from A to Z, and the records that an index is made from."""

from generator.briefing.page_views import PageView
from generator.briefing.views import LinkTo
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that can be found; `address` is the file where it stands, with its place on that page.

    `words` are searched, and shown as far as they fit. So is what is `told` by name: the `title`, when it is `due`,
    what it is `about`, and what `more` it can be found by, which is not shown. What is empty is left out.
    `filters` are ids that it can be chosen by, and that nobody finds by typing them: its `kind`, `workstream`, `state`
    and `edition`; `only` is there for what not every audience sees.
    """

    address: str
    words: str
    told: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """An action in the list from A to Z."""

    title: str
    address: str
    standing: str
    is_restricted: bool


@dataclass(frozen=True, slots=True)
class InitialView:
    """The actions whose names begin alike, never none; `anchor` is the letter's id on a page."""

    letter: str
    anchor: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One of the things that a search can be narrowed to."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """What a script needs to search. `script` is the address of Pagefind's own.

    `policy` is the page's security policy in place of the site's: this page alone may run the index's program.
    """

    script: str
    policy: str
    workstreams: tuple[ChoiceView, ...]
    states: tuple[str, ...]
    editions: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(PageView):
    """Every action from A to Z. `search` is None where the site has no scripts, or no index.

    `letters` lead to each letter: on this page, where `groups` has them all; or else to pages of their own.
    """

    search: SearchView | None
    letters: tuple[LinkTo, ...]
    groups: tuple[InitialView, ...]
    register: LinkTo


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage(PageView):
    """The actions of one letter, of a programme that has too many for one page. `letters` lead to all of them."""

    letters: tuple[LinkTo, ...]
    group: InitialView
