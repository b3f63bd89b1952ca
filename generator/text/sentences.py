"""Where sentences begin and end, and how many words they have."""

import re
from collections.abc import Iterator
from functools import cache


@cache
def word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’.,/&-][^\W_]+)*")


@cache
def _end_pattern() -> re.Pattern[str]:
    """A run of stops is tried once, at its first, so that any input is read in one pass."""
    return re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)")


@cache
def _next_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*+[\"'“‘(\[]*+([A-Z0-9£À-ÖØ-Þ])")


@cache
def _last_word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\s(“‘\"']+\Z")


_SHORTENED = frozenset(
    (
        "e.g", "eg", "i.e", "ie", "mr", "mrs", "ms", "mx", "dr", "st", "vs", "cllr", "cllrs", "rev", "prof", "approx",
        "dept", "fig", "ltd", "para", "ref", "tel", "ext", "hon", "jr", "sr", "viz", "cf",
    )
)  # fmt: skip
_LONGEST_SHORTENED = 8
# Words that are short for others before a number alone: "No. 10", "by Sept. 3".
_NUMBERED = frozenset(
    (
        "no", "nos", "p", "pp", "art", "c",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    )
)  # fmt: skip


def sentences_in(words: str) -> Iterator[tuple[int, int]]:
    """Offsets of each sentence, without the white space around it. A stop ends one where a capital or digit follows."""
    start = len(words) - len(words.lstrip())
    for stop in _end_pattern().finditer(words):
        following = _next_pattern().match(words, stop.end())
        before = words[max(start, stop.start() - _LONGEST_SHORTENED) : stop.start()]
        if following and not _is_shortened(before, following):
            yield start, stop.end()
            start = following.end() - len(following.group().lstrip())
    end = len(words.rstrip())
    if start < end:
        yield start, end


def _is_shortened(before: str, following: re.Match[str]) -> bool:
    found = _last_word_pattern().search(before)
    last = found.group().lower() if found else ""
    is_initial = len(last) == 1 and last.isalpha() and last != "i"
    return last in _SHORTENED or is_initial or (last in _NUMBERED and following[1].isdigit())


def count_words(words: str, start: int = 0, end: int | None = None) -> int:
    """Words as a reader counts them: `half-price`, `2,500` and `it’s` are one."""
    return sum(1 for _ in word_pattern().finditer(words, start, len(words) if end is None else end))
