"""Numbers of things in words."""


def plural(count: int, word: str) -> str:
    """`1 edition`, `2 editions`, `3 pieces of advice`, `1,000 days`."""
    first, space, rest = word.partition(" ")
    return f"{count:,} {first}{'' if count == 1 else 's'}{space}{rest}"
