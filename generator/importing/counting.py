"""Sentences and words counted alike before and after, so that it can be shown that none is lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from generator.domain.prose import Prose, words_by_line
from generator.text.sentences import sentences_in

_WORD = re.compile(r"\w+")


def texts_of(prose: Prose) -> Iterator[str]:
    """The words of each paragraph, heading, cell and piece of code, in reading order, with single spaces."""
    for words in words_by_line(prose):
        if plain := " ".join(words.split()):
            yield plain


def count_sentences(texts: Iterable[str]) -> int:
    """How many sentences; a heading, a cell or a bullet without a full stop is one as well. Marks alone are none."""
    return sum(1 for text in texts for start, end in sentences_in(text) if _WORD.search(text, start, end))


def words_in(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def letters_missing(raw: str, read: Iterable[str]) -> int:
    """How many letters and digits of the raw words are nowhere in what was read; `²` is a 2."""
    there = Counter(character for text in read for character in _plain(text))
    return sum((Counter(_plain(raw)) - there).values())


def _plain(text: str) -> Iterator[str]:
    return filter(str.isalnum, normalize("NFKC", text))
