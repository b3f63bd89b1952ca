"""Words are found as their reader sees them, however they were typed."""

import pytest

from generator.authoring.occurrences import Sought


def found(words: str, text: str) -> list[str]:
    return [text[occurrence.start : occurrence.end] for occurrence in Sought(words).in_text(text)]


@pytest.mark.parametrize(
    "written",
    [
        "Jane Smith",
        "JANE SMITH",
        "jane smith",
        "Jane  Smith",
        "Jane\nSmith",
        "Jane\r\n  > Smith",
        "Jane\\\nSmith",
        "Jane\u00a0Smith",
        "Jane&nbsp;Smith",
        "J&#97;ne Smith",
        "Ja\u00adne Smith",
        "Jane** Smith",
        "Jane *Smith",
        "jane-smith",
        "jane.smith",
        "Jane_Smith",
        "Jane%20Smith",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert found("Jane Smith", f"Ask {written}, please.") == [written]


@pytest.mark.parametrize(
    "written", ["Janet Smith", "Jane Smithers", "Jane\n\nSmith", "Jane, Smith", "Mary-jane smithy"]
)
def test_other_words_are_left_alone(written: str) -> None:
    assert found("Jane Smith", f"Ask {written}, please.") == []


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Tomasz Zieliński", "Tomasz Zielinski"),
        ("Tomasz Zielinski", "Tomasz Zielin\u0301ski"),
        ("O’Brien", "O'Brien"),
        ("O'Brien", "O&rsquo;Brien"),
        ("4 Mill Lane", "4 Mill Lane"),
        ("01632 960200", "01632-960200"),
        ("01632 960200", "01632960200"),
    ],
)
def test_accents_apostrophes_and_hyphens_make_no_difference(words: str, written: str) -> None:
    assert found(words, f"See {written}.")[0].startswith(written[:-1])


def test_one_word_with_a_capital_is_found_with_it_alone() -> None:
    assert found("Will", "Will the lift open? It will. WILL!") == ["Will", "WILL"]
    assert found("will", "Will the lift open? It will.") == ["Will", "will"]


def test_two_words_are_not_found_in_one_unless_it_is_a_name() -> None:
    assert found("every day", "An everyday matter") == []
    assert found("Jane Smith", "Write to @janesmith or janesmith@merebrook.example") == ["janesmith", "janesmith"]


def test_marks_of_emphasis_between_the_words_are_no_part_of_any() -> None:
    text = "**Jane** Smith came."
    (occurrence,) = Sought("Jane Smith").in_text(text)
    assert [text[start:end] for start, end in occurrence.words] == ["Jane", "Smith"]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Gofynnwch i [Siân]{lang=cy} Jones.", "Gofynnwch i [X]{lang=cy} X."),
        ("Ask Siân [*Jones* a Lowri]{lang=cy-GB}.", "Ask X [*X* a Lowri]{lang=cy-GB}."),
        ("Ask [Siân]{lang=cy} [Jones]{lang=en}.", "Ask [X]{lang=cy} [X]{lang=en}."),
    ],
)
def test_what_says_in_which_language_words_are_is_no_part_of_them(written: str, left: str) -> None:
    (found,) = Sought("Siân Jones").in_text(written)
    for start, end in reversed(found.words):
        written = f"{written[:start]}X{written[end:]}"
    assert written == left


@pytest.mark.parametrize("words", ["", " ", "...", "- x", "x!"])
def test_what_does_not_begin_and_end_with_a_letter_or_digit_is_nothing_to_look_for(words: str) -> None:
    assert not Sought(words).has_words
