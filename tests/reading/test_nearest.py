"""The name that was meant, however many there are."""

from difflib import get_close_matches

from hypothesis import example, given
from hypothesis import strategies as st

from generator.reading.nearest import LIKE_ENOUGH, nearest

NAMES = st.lists(st.text("abcdef-", min_size=1, max_size=9), max_size=15)


@given(st.text("abcdef-", max_size=9), NAMES)
@example("aaa-", ["aaaaaa"])  # just like enough, where one of two ways to count rounds below it
def test_it_is_the_one_that_difflib_would_find(word: str, names: list[str]) -> None:
    assert nearest(word, names) == next(iter(get_close_matches(word, names, n=1, cutoff=LIKE_ENOUGH)), None)


def test_among_thousands_it_is_found_too() -> None:
    assert nearest("sight-visits", [*(f"action-{number}" for number in range(5_000)), "site-visits"]) == "site-visits"
    assert nearest("x" * 5_000, ["x" * 5_000]) is None
