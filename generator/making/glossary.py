"""The first use of a glossary term on a page says what it means: `CRM (customer records management)`."""

import re
from collections.abc import Iterable
from functools import lru_cache


class Expander:
    """Expands each term once; one of these serves one page, in the order in which its words are read."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self._means = dict(terms)
        self._pattern = _pattern(tuple(self._means))
        self._done: set[str] = set()

    def expand(self, words: str) -> str:
        """The words with each term that is new to the page expanded.

        A term that the writer explains beside it, in brackets before or after, counts as explained.
        """
        if self._pattern is None or len(self._done) == len(self._means):
            return words
        return self._pattern.sub(lambda found: self._one(found, words), words)

    def _one(self, found: re.Match[str], words: str) -> str:
        term = found.group()
        if term in self._done:
            return term
        self._done.add(term)
        is_explained = words[: found.start()].endswith("(") or words[found.end() :].lstrip().startswith("(")
        return term if is_explained else f"{term} ({self._means[term]})"


@lru_cache(maxsize=8)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Whole words only, longer terms before those that they begin with."""
    ordered = sorted(terms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)") if ordered else None
