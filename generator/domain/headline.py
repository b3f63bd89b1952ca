"""A short name for an action, taken from its own words."""

import re

from generator.domain.prose import FileNote, Prose, is_alike_for_all, plain_words
from generator.domain.rewording import map_runs

_LONGEST = 140  # characters: about two lines of a list
_SHORTEST = 60
_END_OF_CLAUSE = re.compile(r"[,;:]? (?=(?:and|but|so|because|which|who|where|while) )|[,;:](?= )| [–—](?= )")


def headline(text: Prose) -> str:
    """The first sentence of an action without its full stop. Of one with over 140 characters as many whole clauses as
    fit, or whole words where that would leave little. What a link says of its file is no part of it.
    """
    words = _words(text[:1])
    sentence = words.split(". ")[0].rstrip(". ")
    if len(sentence) <= _LONGEST:
        return sentence
    ends = [found.start() for found in _END_OF_CLAUSE.finditer(sentence, _SHORTEST, _LONGEST)]
    cut = sentence[: ends[-1]] if ends else sentence[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:")
    return f"{cut or sentence[:_LONGEST]} …"


def _words(text: Prose) -> str:
    if is_alike_for_all(text):
        return plain_words(text)
    return plain_words(map_runs(text, lambda run: () if isinstance(run, FileNote) else (run,)))
