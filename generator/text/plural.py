"""Numbers and lists of things, in words."""

from collections.abc import Iterable


def plural(count: int, word: str) -> str:
    """`1 edition`, `2 editions`, `3 pieces of advice`, `1,000 days`."""
    first, space, rest = word.partition(" ")
    return f"{count:,} {first}{'' if count == 1 else 's'}{space}{rest}"


def joined(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; empty for none."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last
