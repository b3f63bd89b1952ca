"""Footnotes where nothing can lead to them, as on paper and in a letter: each is found by the name of its mark."""

from generator.domain.prose import Paragraph, Prose, Text


def named_note(name: str, note: Prose) -> Prose:
    """The note with its name, such as `Note 1:`, before its own words."""
    first, rest = note[:1], note[1:]
    if first and isinstance(first[0], Paragraph):
        return (Paragraph((Text(name), Text(" "), *first[0].runs)), *rest)
    return (Paragraph((Text(name),)), *note)
