"""Acronyms without words, and with other words than the glossary's."""

import pytest

from generator.checks.coach.acronyms import check
from generator.domain.library import Term
from tests.checks.coach.readers import EVERYONE, marked, said

CRM = Term("CRM", "customer records management", EVERYONE)


def told(words: str, *terms: Term, allowed: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(found.code, marked(found, words)) for found in check(said(words), terms, allowed)]


@pytest.mark.parametrize(
    ("words", "acronym"),
    [
        ("We replaced the CRM.", "CRM"),
        ("We wrote two DPIAs.", "DPIA"),
        ("The LGR’s end is near.", "LGR"),
        ("The CRM, and then the CRM again.", "CRM"),
        ("CIPFA", "CIPFA"),
    ],
)
def test_an_acronym_that_nobody_explains_is_marked_once(words: str, acronym: str) -> None:
    assert told(words) == [("unexplained-acronym", acronym)]


@pytest.mark.parametrize(
    "words",
    [
        "Customer records management (CRM) is bought. The CRM works.",
        "The CRM (customer records management) is bought.",
        "Freedom of Information (FOI) requests are answered.",
        "The Department for Work and Pensions (DWP) has agreed.",
        "Our Medium-Term Financial Strategy (MTFS) stands.",
        "Data protection impact assessments (DPIAs) are written.",
        "The NHS, the BBC, VAT and PDFs are known.",
        "Room B12, A4 paper, ME1 4XX, the A40, Henry VIII and the M&S shop.",
        "PLEASE READ THIS",
        "Write to HELP@merebrook.example.",
        "It is I.",
    ],
)
def test_what_is_explained_or_known_or_no_acronym_is_not_marked(words: str) -> None:
    assert told(words) == []


def test_a_term_of_the_glossary_and_an_allowed_word_need_no_explanation() -> None:
    assert told("The CRM and the LGR.", CRM, allowed=("LGR",)) == []


@pytest.mark.parametrize(
    "words",
    ["Customer Relations Management (CRM) is bought.", "The CRM (customer relations management) is bought."],
)
def test_a_term_that_is_written_out_otherwise_than_in_the_glossary_is_marked(words: str) -> None:
    ((code, place),) = told(words, CRM)
    assert (code, place.lower()) == ("expanded-otherwise", "customer relations management")


@pytest.mark.parametrize(
    "words",
    ["Customer Records Management (CRM) is bought.", "The CRM (the customer record management) is bought."],
)
def test_capitals_plurals_and_small_words_make_no_difference(words: str) -> None:
    assert told(words, CRM) == []
