"""Which sites can be searched, and what is said where an index cannot be made."""

from importlib.util import find_spec

from generator.making.theme import Theme
from generator.text import UserError

INDEXER = "pagefind_bin"


class NotIndexed(UserError):
    """No search index could be made; the message says why, for the user."""


def can_index() -> bool:
    """Whether Pagefind's program is installed: it is made for most kinds of machines, not for all."""
    return find_spec(INDEXER) is not None


def is_searchable(theme: Theme) -> bool:
    """Whether sites of a theme get an index: it wants one and has a script to search with, and we can make it here."""
    return all(theme.options.get(it) for it in ("script", "search")) and can_index()
