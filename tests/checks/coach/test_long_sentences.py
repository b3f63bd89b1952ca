"""Sentences of more than 25 words."""

from generator.checks.coach.long_sentences import check
from tests.checks.coach.readers import coached, marked, said

TWENTY_FIVE = " ".join(["word"] * 25) + "."
TWENTY_SIX = " ".join(["word"] * 26) + "."


def test_twenty_five_words_are_no_finding_and_twenty_six_are() -> None:
    assert list(check(said(TWENTY_FIVE))) == []
    (found,) = check(said(TWENTY_SIX))
    assert found.message == "this sentence has 26 words"


def test_the_longest_sentence_of_a_file_is_marked_and_the_others_are_counted() -> None:
    longest = " ".join(["longer"] * 30) + "."
    words = f"Short. {TWENTY_SIX.capitalize()} {longest.capitalize()} {TWENTY_SIX.capitalize()}"
    (found,) = coached(words)
    assert marked(found, words) == longest.capitalize()
    assert found.message == "this sentence has 30 words; 2 more in this file have over 25"


def test_the_help_cuts_at_the_best_joint_near_the_middle() -> None:
    words = (
        "Cabinet has agreed the money for a new website, which will let people pay, apply and report on any telephone, "
        "and which will cost less to keep than the one that we have."
    )
    (found,) = check(said(words))
    assert found.help == "make two of it, perhaps from `and which will` on"


def test_a_sentence_without_a_joint_gets_a_help_without_one() -> None:
    (found,) = check(said(TWENTY_SIX))
    assert found.help == "make two or three of it, each with one thought"
