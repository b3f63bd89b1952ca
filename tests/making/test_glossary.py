"""The first use of a term says what it means."""

import pytest

from generator.making.glossary import Expander


@pytest.mark.parametrize(
    ("words", "expanded"),
    [
        ("Our CRM is old; the CRM is slow.", "Our CRM (customer records) is old; the CRM is slow."),
        ("The CRMs and eCRM.", "The CRMs and eCRM."),
        ("customer records (CRM) and CRM", "customer records (CRM) and CRM"),
        ("CRM (our own words) and CRM", "CRM (our own words) and CRM"),
        ("CRM-based", "CRM (customer records)-based"),
    ],
)
def test_a_term_is_expanded_once_unless_the_writer_explains_it(words: str, expanded: str) -> None:
    assert Expander([("CRM", "customer records")]).expand(words) == expanded


def test_the_longer_of_two_terms_wins() -> None:
    assert Expander([("HR", "people"), ("HR plan", "the plan")]).expand("The HR plan.") == "The HR plan (the plan)."


def test_without_terms_words_stay_as_they_are() -> None:
    assert Expander(()).expand("CRM") == "CRM"
