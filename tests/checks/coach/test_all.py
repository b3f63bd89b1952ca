"""All checks of the words at once: quiet on true sentences, quick on any, and in other languages where they can be."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.coach.passages import PassageContext, passages_of
from generator.domain.coaching import Avoided, Coaching
from generator.domain.edition import State
from generator.domain.prose import InLanguage, Paragraph, Strong, Text
from generator.text.source import Source, Span
from tests.checks.coach.readers import EVERYONE, PATH, PUBLISHED, coached

# Written for this test in the manner of councils' updates; an editor has nothing to mark in them.
TRUE_SENTENCES = (
    "The lift at Loom Street library works again.",
    "Cabinet agreed the budget for 2020/21 on 12 February 2020.",
    "We have replaced 40 of the 120 lamps in Market Square with LED lamps.",
    "Residents can now pay for a garden waste bin online, by telephone or at the Town Hall.",
    "Labour costs were £12,000 lower than we had planned.",
    "Green bins are emptied on Tuesdays, black bins on Fridays.",
    "On a conservative estimate, the new boilers save 30 tonnes of carbon a year.",
    "The reform of parking permits is complete: one form takes the place of six.",
    "Independent advice is free at the Citizens Advice office.",
    "Councillors asked 14 questions at the meeting of 3 March 2020, and each has an answer on our site.",
    "The scrutiny committee met on 9 January 2020, with Councillor Ahmed in the chair.",
    "Dr. Jones and Mrs. Brown opened the centre at 10.30 a.m. on 4 May 2020.",
    "Call 01632 960200 or write to formats@merebrook.example.",
    "The NHS, the BBC and HMRC have each written to us.",
    "Room B12 has a hearing loop, and so has the GP surgery.",
    "The survey was answered by 412 residents.",
    "The roof was repaired in June 2019.",
    "It was decided by the cabinet that the pool would stay open.",
    "Each month we publish what we spent.",
    "The next step is a trial in two wards.",
    "The last week of March 2020 is kept for training.",
    "We answer within the next five working days.",
    "As soon as the road is dry, we paint the lines.",
    "In the first year of the contract, we saved £48,000.",
    "Every member of staff can use the intranet from home.",
    "The draft local plan was approved by the council on 20 January 2020.",
    "Two teams moved to Brook House. Their telephone numbers stay the same.",
    "We asked people what they use the library for, and they told us: warmth, quiet and the internet.",
    "The old cameras are gone; the new ones see in the dark.",
    "People with a disabled person's badge park free of charge.",
    "King Charles III visited on 2 May 2023.",
    "Take the A40 to junction 3 of the M5.",
    "The post code is ME1 4XX.",
    "We bought 12 PCs and 3 TVs from a firm in Leeds.",
    "The caretaker's hours are Monday to Friday, 8am to 4pm.",
    "Children drove the design: they asked for swings.",
    "The ring road is closed to lorries.",
    "The clerk gave her approval on 6 January 2020.",
    "Housing benefit letters are now one page long.",
    "The cash office takes cards.",
)


@pytest.mark.parametrize("words", TRUE_SENTENCES)
@pytest.mark.parametrize("state", [State.COMPLETED, State.FUTURE])
def test_a_true_sentence_of_a_council_stays_without_a_mark(words: str, state: State) -> None:
    assert [found.message for found in coached(words, state)] == []


PATIENCE = 5  # a machine that does other things besides; what grows with the square takes minutes
HOSTILE = (
    "a", "A", "A ", "AB ", "Ab ", ".", ". ", "? ! ", "...A ", "(", "(A", "(AB) ", ")", "'", "’A", "-", "a-", "A/",
    "e.g. ", "it was ", "it is expected ", "by ", "in the next ", "next month ", "this May ", "over the next few ",
    "recently ", "is being ", "has been now ", "we have drafted ", "draft ", "which is now ", "http://", "www.a ",
    "https://a.b ", "utilis", "stakeholder ", "going forward", "going-", "drive this ", "Labour ", "Labour-",
    "ruling ", "vote for ", "É", "\u00a0", " \n", "\t", "😀", "ﬃ", "0", "1,", "x’", "PLEASE ", "ÀÉ ",
    "y", "ayi", "ee", "ia", "Freedom of Information (FOI) ",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("state", [State.COMPLETED])
def test_a_hundred_thousand_characters_of_anything_take_less_than_a_second(words: str, state: State) -> None:
    started = perf_counter()
    coached((words * (100_000 // len(words) + 1))[:100_000], state)
    assert perf_counter() - started < 1 * PATIENCE


@given(st.text(max_size=300), st.sampled_from(State))
def test_any_words_are_read_and_every_mark_stands_within_them(words: str, state: State) -> None:
    for found in coached(words, state):
        assert found.span.path == PATH
        assert 0 <= found.span.start <= found.span.end <= len(words)
        assert found.help


@given(st.lists(st.sampled_from(HOSTILE), max_size=40).map("".join))
def test_pieces_that_checks_look_for_are_read_in_any_order(words: str) -> None:
    coached(words, State.COMPLETED)


def test_in_another_language_lists_of_english_words_keep_silent() -> None:
    words = "Rydym yn utilise stakeholders recently. It was decided to do so. " + "gair " * 40
    assert [found.code for found in coached(words, State.COMPLETED, "cy")] == []


def test_words_in_another_language_are_not_judged_by_rules_for_this_one() -> None:
    words = "Rydym yn utilise stakeholders recently. It was decided to do so. " + "gair " * 40
    runs = (Text("We say "), Strong((InLanguage("cy", (Text(words),)),)), Text(" and utilise it."))
    context = PassageContext(Span(PATH, 0, 0), "it", PUBLISHED, None)
    source = f"We say **[{words}]{{lang=cy}}** and utilise it."
    (line,) = passages_of((((Paragraph(runs),), EVERYONE),), context, {PATH: Source(PATH, source)})
    assert line.words.split() == ["We", "say", "and", "utilise", "it."]
    place = line.words.index("utilise")
    assert source[line.span(place, place + 7).start :].startswith("utilise it.")


def test_in_another_language_capitals_acronyms_and_addresses_are_still_marked() -> None:
    words = "MAE HYN YN BWYSIG. Gweler https://www.merebrook.example a CRM."
    assert {found.code for found in coached(words, language="cy-GB")} == {
        "all-capitals",
        "unexplained-acronym",
        "vague-link",
    }


def test_jargon_in_a_sentence_that_is_to_be_written_anew_is_not_marked_besides() -> None:
    words = "We will utilise " + "one more word and " * 10 + "no more."
    assert [found.code for found in coached(words)] == ["long-sentence"]


def test_the_programme_adds_words_to_avoid_and_allows_others() -> None:
    words = "We utilise the offices and rationalise the stakeholders."
    own = Coaching((Avoided("Rationalis*", "make fewer"),), ("Stakeholders", "utilise"))
    assert [(found.message, found.help) for found in coached(words, coaching=own)] == [
        ("`rationalise` is an office word", "in plain words: make fewer")
    ]


def test_a_star_alone_is_no_word_to_avoid() -> None:
    assert coached("We met.", coaching=Coaching((Avoided("*", "nothing"),))) == ()
