"""A short name for an action, taken from its own words."""

from generator.domain.prose import Prose, plain_words

_LONGEST = 90


def headline(text: Prose) -> str:
    """The first sentence of an action without its full stop, or as many whole words of it as fit in 90 characters."""
    words = plain_words(text[:1])
    sentence = words.split(". ")[0].rstrip(". ")
    if len(sentence) <= _LONGEST:
        return sentence
    cut = sentence[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:")
    return f"{cut or sentence[:_LONGEST]} …"
