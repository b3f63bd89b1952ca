"""Finding many words in a text in one pass, by the Aho-Corasick method. The only module that knows its library."""

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick


class Matcher:
    """Finds all of the words, which may be none, in one pass over a text; also where they overlap."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = list(words)
        self._automaton = AhoCorasick(self._words) if self._words else None

    def found_in(self, text: str) -> set[str]:
        if self._automaton is None:
            return set()
        return set(self._automaton.find_matches_as_strings(text, overlapping=True))

    def places_in(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each place of a word in the text: the word, and the offsets in characters of its begin and its end."""
        places = self._automaton.find_matches_as_indexes(text, overlapping=True) if self._automaton else []
        return ((self._words[which], start, end) for which, start, end in places)


def found_anywhere(words: Sequence[str], texts: Iterable[str]) -> set[str]:
    """Those of the words that stand in any of the texts."""
    return Matcher(words).found_in("\n".join(texts))
