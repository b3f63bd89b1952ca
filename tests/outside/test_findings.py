"""What came of asking is told of the site that answered."""

import pytest

from generator.outside.answer import Answer, VisitOutcome
from generator.outside.findings import finding
from generator.text.source import Span

HERE = Span("editions/2020-01/edition.md", 1, 2)
OURS, THEIRS = "https://www.merebrook.gov.uk/plan", "https://forms.supplier.example.org/plan"


def message(answer: Answer) -> str:
    told = finding(OURS, [HERE], answer)
    assert told is not None
    return told.message


@pytest.mark.parametrize(
    ("outcome", "said", "words"),
    [
        (VisitOutcome.GONE, "404", "says that there is no such page (404)"),
        (VisitOutcome.REFUSED, "403", "does not show this page to a program (403)"),
        (VisitOutcome.FAULTY, "500", "says that something is wrong there (500)"),
        (VisitOutcome.BUSY, "", "asked us to come back later"),
        (VisitOutcome.UNSAFE, "its certificate has run out", "cannot show that it is itself"),
        (VisitOutcome.UNREACHABLE, "", "could not be reached"),
        (VisitOutcome.SILENT, "it did not answer in time", "gave no answer: it did not answer in time"),
    ],
)
def test_what_went_wrong_where_an_address_led_on_to_is_not_said_of_the_site_that_led_there(
    outcome: VisitOutcome, said: str, words: str
) -> None:
    """A council was told that its own site has no such page, or a bad certificate, where a supplier's had."""
    assert message(Answer(outcome, said=said)) == f"www.merebrook.gov.uk {words}"
    assert message(Answer(outcome, THEIRS, said)) == f"forms.supplier.example.org {words}"


def test_a_name_that_nobody_knows_is_the_one_that_it_led_on_to() -> None:
    assert message(Answer(VisitOutcome.UNKNOWN_HOST)) == "nobody knows a site called www.merebrook.gov.uk"
    assert message(Answer(VisitOutcome.UNKNOWN_HOST, THEIRS)) == (
        "this address leads on to forms.supplier.example.org, which nobody knows"
    )


def test_where_all_is_well_nothing_is_said() -> None:
    assert finding(OURS, [HERE], Answer(VisitOutcome.FINE)) is None
    assert finding(OURS, [HERE], Answer(VisitOutcome.LOST)) is None


def test_an_address_in_many_places_is_one_finding_with_the_first_of_them() -> None:
    places = [Span("editions/2020-01/edition.md", at, at + 1) for at in range(7)]
    told = finding(OURS, places, Answer(VisitOutcome.GONE, said="410"))
    assert told is not None
    assert (told.span, len(told.related)) == (places[0], 4)
    assert told.note == "it stands in 7 places, of which the first are shown"
