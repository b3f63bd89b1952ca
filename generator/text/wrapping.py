"""Sentences in lines, for a terminal or a plain file."""

from textwrap import wrap

from generator.text.excerpt import visible

_LEAST = 20  # columns: in fewer, hardly a word has room


def wrapped(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `width` columns, broken between words alone. `first` stands before the first, `rest` before the
    others.
    """
    return wrap(
        visible(words),
        max(width, _LEAST),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
