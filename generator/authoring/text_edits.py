"""Changes of a text that leave every other character as it is."""

from collections.abc import Iterable

from generator.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """The characters from `start` up to, not including, `end` become `new`; where both are one, it is put in."""

    start: int
    end: int
    new: str


def changed(text: str, changes: Iterable[TextEdit]) -> str:
    """The text with all changes made; none of them may overlap."""
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.new + text[change.end :]
    return text
