"""Office words, each with a plain one."""

import pytest

from generator.checks.coach.jargon import PLAIN_WORDS, check
from generator.checks.coach.passages import CoachedPassage, PassageContext, passages_of
from generator.domain.coaching import Avoided, Coaching
from generator.domain.prose import Paragraph, Text
from generator.text.source import Span
from tests.checks.coach.readers import EVERYONE, marked, said


def told(words: str, coaching: Coaching | None = None) -> list[tuple[str, str]]:
    return [(marked(found, words), found.help) for found in check(said(words), coaching or Coaching())]


@pytest.mark.parametrize(
    ("words", "word", "plain"),
    [
        ("We utilised it.", "utilised", "use"),
        ("It moves at pace.", "at pace", "quickly, or the date"),
        ("Going forwards, we talk.", "Going forwards", "from now on, or nothing"),
        ("A cross cutting theme.", "cross cutting", "shared by several services"),
        ("Low-hanging fruit.", "Low-hanging fruit", "what is easiest"),
    ],
)
def test_an_office_word_comes_with_its_plain_word(words: str, word: str, plain: str) -> None:
    assert told(words) == [(word, f"in plain words: {plain}")]


@pytest.mark.parametrize(
    "words",
    [
        "A space at the back.",
        "The leverets are in the park.",
        "The way going back.",
        "Drive forwards into the bay.",
        "A facilitated walk.",
        "The granary and the hole.",
        "Buying in bulk.",
    ],
)
def test_words_that_look_alike_are_not_marked(words: str) -> None:
    assert told(words) == []


def test_each_word_is_told_once_an_edition() -> None:
    assert len(told("We utilise this. We are utilising that.")) == 1


def test_a_word_in_two_files_is_told_once_where_they_are_of_one_edition() -> None:
    def in_file(path: str) -> tuple[CoachedPassage, ...]:
        words = (Paragraph((Text("We utilise it."),)),)
        return tuple(passages_of(((words, EVERYONE),), PassageContext(Span(path, 0, 0), ""), {}))

    january = (*in_file("editions/2020-01/people.md"), *in_file("editions/2020-01/property.md"))
    february = in_file("editions/2020-02/people.md")
    assert [found.span.path for found in check((*january, *february), Coaching())] == [
        "editions/2020-01/people.md",
        "editions/2020-02/people.md",
    ]


def test_the_programme_s_own_word_wins_over_ours() -> None:
    assert told("We utilise it.", Coaching((Avoided("utilis*", "borrow"),))) == [("utilise", "in plain words: borrow")]


def test_each_word_of_the_list_finds_itself() -> None:
    for key in PLAIN_WORDS:
        assert len(told(f"We {key.removesuffix('*')} now.")) == 1, key


def test_the_list_stands_in_the_order_of_the_alphabet() -> None:
    assert list(PLAIN_WORDS) == sorted(PLAIN_WORDS, key=lambda key: key.replace("*", "").replace("-", " "))
