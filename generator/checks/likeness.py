"""How alike two sentences are. Names are compared by nearest.py."""

from collections.abc import Iterable

from generator.domain.prose import Prose, plain_words
from generator.domain.thread import Thread

# Measured on the sample: mentions of one action are alike by 67 in the median, two actions hardly ever by more than 62.
_ALIKE_IN_ONE_WORKSTREAM = 60
_ALIKE_ELSEWHERE = 70
_STEM = 5
_EMPTY_WORDS = frozenset(("about", "after", "again", "before", "every", "other", "their", "there", "under", "which"))


def likeness(one: Prose, other: Prose) -> float:
    """From 0, nothing in common, to 100: the words that two actions share, whatever their order and number.

    Only the first paragraphs are compared, in small letters and without punctuation.
    """
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415  few builds find two that may be one

    return float(token_set_ratio(_bare(one), _bare(other)))


def closest_promise(text: Prose, workstream: str, promises: Iterable[Thread]) -> Thread | None:
    """The promise that an action reads most like, where it reads like one at all."""
    best: tuple[float, str, Thread] | None = None
    for thread in promises:
        score = likeness(text, thread.latest.action.text)
        enough = _ALIKE_IN_ONE_WORKSTREAM if thread.latest.workstream == workstream else _ALIKE_ELSEWHERE
        if score >= enough and (best is None or (score, thread.id) > best[:2]):
            best = (score, thread.id, thread)
    return best[2] if best else None


def share_a_word(one: Prose, other: Prose) -> bool:
    """Whether two actions name the same thing somewhere: a word of five letters or more, but for its ending."""
    return not _stems(one).isdisjoint(_stems(other))


def _stems(text: Prose) -> set[str]:
    return {word[:_STEM] for word in _bare(text).split() if len(word) >= _STEM and word not in _EMPTY_WORDS}


def _bare(text: Prose) -> str:
    kept = (c if c.isalnum() else " " for c in plain_words(text[:1]).casefold())
    return " ".join("".join(kept).split())
