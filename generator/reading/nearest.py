"""The known name that a misspelt one is most like."""

from collections.abc import Iterable
from difflib import get_close_matches

LIKE_ENOUGH = 0.61  # at 0.6, `state` would be like `after`
_ABOUT = 0.001  # the quick comparison counts from the other end, and may round another way
_LOOKED_AT = 20  # of many names, so many are compared with care
_LONGEST = 200  # characters of a name that anybody could have meant


def nearest(word: str, names: Iterable[str]) -> str | None:
    """None where no name is like it.

    With thousands of names and as many misspelt words, comparing each pair with care would take minutes, so that a
    quick comparison, which never calls a name less like than the careful one does, chooses those worth the care.
    """
    from rapidfuzz import distance, process  # noqa: PLC0415  only a word that is not known is compared

    if len(word) > _LONGEST:
        return None
    likely = process.extract(
        word,
        list(names),
        scorer=distance.Indel.normalized_similarity,
        score_cutoff=LIKE_ENOUGH - _ABOUT,
        limit=_LOOKED_AT,
    )
    found = get_close_matches(word, [name for name, *_ in likely], n=1, cutoff=LIKE_ENOUGH)
    return found[0] if found else None
