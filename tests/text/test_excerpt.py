import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.excerpt import CUT, LINE_ROOM, columns, excerpt, visible
from generator.text.source import Source

AWKWARD = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab \t\r\n\x1b\x00\u0301\u200b\u200d\u202e\u2028\ufeff字语🏴\U000e0067é"), st.characters()
    ),
    max_size=300,
)


def marked(text: str, start: int, end: int) -> tuple[str, str]:
    seen = excerpt(source := Source("x.md", text), source.span(start, end))
    return seen.text, " " * seen.indent + "^" * seen.marks


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "marks"),
    [
        pytest.param("due: soon\n", 5, 9, "due: soon", "     ^^^^", id="a word"),
        pytest.param("due: soon\n", 5, 5, "due: soon", "     ^", id="nothing between two characters"),
        pytest.param("due: soon\n", 9, 10, "due: soon", "         ^", id="a line end"),
        pytest.param("one\ntwo three\nfour\n", 8, 16, "two three", "    ^^^^^", id="over two lines"),
        pytest.param("one\r\ntwo\r\n", 4, 8, "one", "   ^", id="within a Windows line end"),
        pytest.param("one", 50, 60, "one", "   ^", id="past the end"),
        pytest.param("one", -5, 1, "one", "^", id="before the beginning"),
        pytest.param("one", 2, 0, "one", "  ^", id="the wrong way round"),
        pytest.param("", 1, 2, "", "^", id="in an empty file"),
        pytest.param("a\tb", 2, 3, "a   b", "    ^", id="after a tab"),
        pytest.param("a\tb", 1, 2, "a   b", " ^^^", id="a tab"),
        pytest.param("市政厅 x", 4, 5, "市政厅 x", "       ^", id="after wide characters"),
        pytest.param("市政厅 x", 0, 3, "市政厅 x", "^^^^^^", id="wide characters"),
        pytest.param("Sio\u0302n x", 6, 7, "Sio\u0302n x", "     ^", id="after a combining accent"),
        pytest.param("Sio\u0302n", 3, 4, "Sio\u0302n", "  ^", id="a combining accent"),
        pytest.param("a\x1b[31mb", 6, 7, "a\\x1b[31mb", "         ^", id="after an escape sequence"),
        pytest.param("a\u202eb", 1, 2, "a\\u202eb", " ^^^^^^", id="a mark that turns the direction"),
    ],
)
def test_marks_stand_under_the_words_of_the_span(text: str, start: int, end: int, line: str, marks: str) -> None:
    assert marked(text, start, end) == (line, marks)


def test_a_long_line_is_shortened_around_its_span() -> None:
    text = "word " * 40 + "HERE" + " word" * 40
    line, marks = marked(text, 200, 204)
    assert len(line) == LINE_ROOM
    assert line.startswith(CUT)
    assert line.endswith(CUT)
    assert line[len(marks) - 4 : len(marks)] == "HERE"
    assert abs(marks.index("^") - LINE_ROOM // 2) < 10  # as many words before it as after it


@pytest.mark.parametrize(
    ("start", "before", "after"), [(0, "", CUT), (396, CUT, "")], ids=["at its beginning", "at its end"]
)
def test_a_long_line_is_cut_on_one_side_only_where_the_span_is(start: int, before: str, after: str) -> None:
    line, marks = marked("word" * 100, start, start + 4)
    assert len(line) == LINE_ROOM - 3
    assert (line.startswith(CUT), line.endswith(CUT)) == (bool(before), bool(after))
    assert marks.endswith("^^^^")


def test_a_span_longer_than_the_room_shows_its_beginning() -> None:
    line, marks = marked("a " * 20 + "b" * 300, 40, 340)
    assert line == CUT + "b" * (LINE_ROOM - 6) + CUT
    assert marks == "   " + "^" * (LINE_ROOM - 6)


def test_flags_and_joined_emoji_are_left_as_they_are() -> None:
    wales = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    assert visible(wales) == wales
    assert columns(wales) == 2


@given(AWKWARD, st.integers(-5, 310), st.integers(-5, 310))
def test_any_span_of_any_text_is_marked_under_its_first_character(text: str, start: int, end: int) -> None:
    source = Source("x.md", text)
    seen = excerpt(source, source.span(start, end))
    offset = min(max(start, 0), len(text))
    first = text[offset : offset + 1]
    assert seen.marks >= 1
    assert seen.line == text.count("\n", 0, offset) + 1
    assert columns(seen.text) <= LINE_ROOM
    if first.isspace() or not first or columns(visible(first)) == 0:
        return
    assert shown_from_column(seen.text, seen.indent).startswith(visible(first))


@given(AWKWARD)
def test_nothing_that_steers_a_terminal_is_left_in_visible_text(text: str) -> None:
    assert not {unicodedata.category(character) for character in visible(text)} & {"Cc", "Cs", "Zl", "Zp"}


def shown_from_column(text: str, column: int) -> str:
    """The text from the first character with a width that begins at the column."""
    at = 0
    for index, character in enumerate(text):
        if at == column and columns(character):
            return text[index:]
        at += columns(character)
    return ""
