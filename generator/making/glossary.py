"""The first use of a glossary term on a page says what it means: `CRM (customer records management)`."""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from generator.domain.saying import normal

_APOSTROPHE = re.compile("['‘’ʼ]")


class Expander:
    """Expands each term once; one of these serves one page, in the order in which its words are read."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        named = dict(terms)
        self._means = {normal(term): means for term, means in named.items()}
        self._pattern = _pattern(tuple(named))
        self._done: set[str] = set()

    def expand(self, words: str) -> str:
        """The words with each term that is new to the page expanded.

        A term that the writer explains beside it, in brackets before or after, counts as explained.
        """
        if self._pattern is None or len(self._done) == len(self._means):
            return words
        return self._pattern.sub(lambda found: self._one(found, words), words)

    def _one(self, found: re.Match[str], words: str) -> str:
        written = found.group()
        term = normal(written)
        if term in self._done:
            return written
        self._done.add(term)
        is_explained = words[: found.start()].endswith("(") or words[found.end() :].lstrip().startswith("(")
        return written if is_explained else f"{written} ({self._means[term]})"


@lru_cache(maxsize=8)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Whole words only, longer terms before those that they begin with. Keyboards have another apostrophe than Word,
    and what comes from a Mac or a PDF may have an accent as a sign of its own: nobody sees either.
    """
    ordered = sorted({form for term in terms for form in _forms(term)}, key=lambda form: (-len(form), form))
    said = "|".join(_APOSTROPHE.sub(lambda _: _APOSTROPHE.pattern, re.escape(form)) for form in ordered)
    return re.compile(rf"(?<!\w)(?:{said})(?![\w\u0300-\u036f])") if ordered else None


def _forms(term: str) -> tuple[str, ...]:
    return (term,) if term.isascii() else (normalize("NFC", term), normalize("NFD", term))
