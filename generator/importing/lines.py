"""Runs of a line: put together, trimmed, and asked whether they hold words."""

from collections.abc import Iterable

from generator.domain.prose import (
    Block,
    Code,
    Emphasis,
    InLanguage,
    InlineImage,
    LineBreak,
    Link,
    Paragraph,
    Run,
    Strong,
    Struck,
    Text,
)

_ABOVE_THE_LINE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbouring words as one, with single spaces and none at the edges; no line break at the end."""
    made: list[Run] = []
    for run in runs:
        if isinstance(run, Text) and made and isinstance(made[-1], Text):
            made[-1] = Text(made[-1].words + run.words)
        else:
            made.append(run)
    while made and (isinstance(made[-1], LineBreak) or (isinstance(made[-1], Text) and not made[-1].words.strip())):
        made.pop()
    while made and (isinstance(made[0], LineBreak) or (isinstance(made[0], Text) and not made[0].words.strip())):
        made.pop(0)
    if made and isinstance(made[0], Text):
        made[0] = Text(made[0].words.lstrip())
    if made and isinstance(made[-1], Text):
        made[-1] = Text(made[-1].words.rstrip())
    return tuple(made)


def worded(runs: tuple[Run, ...]) -> Iterable[Block]:
    """A paragraph of the runs; none where they hold neither words nor a picture."""
    return (Paragraph(runs),) if has_words(runs) else ()


def raised_number(runs: Iterable[Run]) -> Text | None:
    """A number that stood above the line, as such: the 2 of `10²` would make it 102. None for any other words."""
    words = "".join(run.words if isinstance(run, Text) else " " for run in runs)
    return Text(words.translate(_ABOVE_THE_LINE)) if words.isascii() and words.isdigit() else None


def has_words(runs: Iterable[Run]) -> bool:
    """Whether there is a character to be seen, or a picture."""
    for run in runs:
        match run:
            case Text(words) | Code(words):
                if words.strip():
                    return True
            case Strong() | Emphasis() | Struck() | InLanguage() | Link():
                if has_words(run.runs):
                    return True
            case InlineImage():
                return True
            case _:
                pass
    return False
