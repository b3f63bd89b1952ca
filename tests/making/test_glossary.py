"""The first use of a term says what it means."""

from unicodedata import normalize

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


@pytest.mark.parametrize("term", ["Carer’s Allowance", "Carer's Allowance"])
@pytest.mark.parametrize("typed", ["Carer's Allowance", "Carer’s Allowance", "Carerʼs Allowance"])
def test_a_term_is_known_whichever_apostrophe_is_typed_and_stays_as_it_was_typed(term: str, typed: str) -> None:
    expander = Expander([(term, "money for carers")])
    assert expander.expand(f"{typed}; {term}") == f"{typed} (money for carers); {term}"


def test_a_term_is_known_where_an_accent_is_a_sign_of_its_own() -> None:
    """As files from a Mac and words copied out of a PDF have it; nobody sees the difference."""
    apart = normalize("NFD", "Tŷ Gŵyr")
    assert Expander([("Tŷ Gŵyr", "the hall")]).expand(f"Yn {apart}.") == f"Yn {apart} (the hall)."
    assert Expander([(apart, "the hall")]).expand("Yn Tŷ Gŵyr.") == "Yn Tŷ Gŵyr (the hall)."


def test_the_longer_of_two_terms_wins() -> None:
    assert Expander([("HR", "people"), ("HR plan", "the plan")]).expand("The HR plan.") == "The HR plan (the plan)."


def test_without_terms_words_stay_as_they_are() -> None:
    assert Expander(()).expand("CRM") == "CRM"
