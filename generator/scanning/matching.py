"""Many words looked for at once, however many there are: the Aho-Corasick method, and the only module that knows it."""

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick


class Matcher:
    """Looks for all of the words in one pass over a text; there may be none."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = list(words)
        self._automaton = AhoCorasick(self._words) if self._words else None

    def found_in(self, text: str) -> set[str]:
        if self._automaton is None:
            return set()
        return set(self._automaton.find_matches_as_strings(text, overlapping=True))

    def places_in(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each time that one of them stands in the text, with where it begins and ends."""
        places = self._automaton.find_matches_as_indexes(text, overlapping=True) if self._automaton else []
        return ((self._words[which], start, end) for which, start, end in places)


def found_anywhere(words: Sequence[str], texts: Iterable[str]) -> set[str]:
    """Those of the words that stand in any of the texts."""
    return Matcher(words).found_in("\n".join(texts))
