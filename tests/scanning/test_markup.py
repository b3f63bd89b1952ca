"""The words of pages without their tags, whatever stands between them."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from generator.scanning.markup import _place, from_root, without_tags

_WORDS = st.text(st.sampled_from("ab &;/=\n"), max_size=6).map(lambda words: words.replace(" ", " road "))
_PIECES = st.one_of(
    _WORDS,
    _WORDS.map(lambda words: words * 100),  # longer than what is kept in mind
    st.sampled_from(["<", ">", "<p>", "</p>", "<b>", "</b>", '<a href="actions/">', "<br/>", "&amp;", "<P\n>"]),
)


@given(st.lists(_PIECES).map("".join))
def test_words_are_what_stands_outside_of_tags_however_long_they_are(text: str) -> None:
    words, tags = without_tags(text)

    ends_lines = re.compile(r"</?(?:p|br)\b.*", re.IGNORECASE | re.DOTALL)
    without = re.sub(r"<([^<>]*)>", lambda tag: "\n" if ends_lines.fullmatch(f"<{tag[1]}") else "", text)
    assert words == html.unescape(without)
    assert [tag.written for tag in tags] == re.findall(r"<[^<>]*>", text)


def test_a_link_keeps_where_it_leads_when_it_is_met_again() -> None:
    for _ in range(2):
        _, tags = without_tags('See <a href="actions/fund/">the fund</a>.')
        assert [tag.leads_to for tag in tags] == [("actions/fund/",), ()]


@given(
    st.lists(st.sampled_from(("one", "two-2", "index.html")), min_size=1, max_size=3),
    st.integers(0, 3),
    st.text("ab./:?#é ", max_size=8),
)
def test_what_leads_up_and_down_again_leads_where_it_would_from_anywhere(path: list[str], up: int, down: str) -> None:
    target = "../" * up + down
    assert from_root("/".join(path), target) == _place("/".join(path), target)
