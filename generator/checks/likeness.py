"""How alike two sentences are. The only module that knows RapidFuzz."""

from rapidfuzz.fuzz import token_set_ratio

from generator.domain.prose import Prose, plain_words


def likeness(one: Prose, other: Prose) -> float:
    """From 0, nothing in common, to 100: the words that two actions share, whatever their order and number.

    Only the first paragraphs are compared, in small letters and without punctuation.
    """
    return float(token_set_ratio(_bare(one), _bare(other)))


def _bare(text: Prose) -> str:
    kept = (c if c.isalnum() else " " for c in plain_words(text[:1]).casefold())
    return " ".join("".join(kept).split())
