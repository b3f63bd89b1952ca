"""What a programme makes of a finding: raised, lowered, accepted. An error stays an error."""

from dataclasses import replace

import pytest

from generator.checks.weighing import weigh
from generator.domain.content import Content
from generator.domain.person import Person
from generator.domain.programme import Acceptance, Programme
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

HERE, ELSEWHERE = Span("editions/2020-01/it.md", 1, 2), Span("editions/2020-01/people.md", 1, 2)
WARNING = Diagnostic("hidden-target", "hidden", HERE, subject="website")
ERROR = Diagnostic("dead-link", "dead", HERE, subject="website")


def content(*accepted: Acceptance, **severities: Severity) -> Content:
    weights = {name.replace("_", "-"): severity for name, severity in severities.items()}
    return Content(Programme("", "", (), Person("", ""), (), severities=weights), accepted=accepted)


def test_a_warning_can_be_raised_and_lowered() -> None:
    (raised,) = weigh([WARNING], content(hidden_target=Severity.ERROR))
    (lowered,) = weigh([WARNING], content(hidden_target=Severity.ADVICE))
    assert (raised.severity, lowered.severity) == (Severity.ERROR, Severity.ADVICE)


def test_an_error_is_neither_lowered_nor_accepted() -> None:
    lenient = content(Acceptance("dead-link", "Later.", written_at=HERE), dead_link=Severity.ADVICE)
    assert list(weigh([ERROR], lenient)) == [ERROR]


def test_a_finding_that_weighs_as_an_error_where_it_stands_is_not_accepted() -> None:
    heavy = replace(WARNING, weight=Severity.ERROR)
    assert list(weigh([heavy], content(Acceptance("hidden-target", "Known.", written_at=HERE)))) == [heavy]


@pytest.mark.parametrize(
    ("acceptance", "left"),
    [
        (Acceptance("hidden-target", "Known.", written_at=HERE), 0),
        (Acceptance("hidden-target", "Known.", "website", HERE), 0),
        (Acceptance("hidden-target", "Known.", "website", Span("programme.yml", 1, 2)), 0),
        (Acceptance("hidden-target", "Known.", "contract", HERE), 1),
        (Acceptance("hidden-target", "Known.", written_at=ELSEWHERE), 1),
        (Acceptance("html-in-markdown", "Known.", written_at=HERE), 1),
    ],
)
def test_an_acceptance_holds_for_its_code_its_file_and_its_place(acceptance: Acceptance, left: int) -> None:
    assert len(list(weigh([WARNING], content(acceptance)))) == left


def test_without_a_programme_findings_stay_as_they_are() -> None:
    assert list(weigh([WARNING, ERROR], None)) == [WARNING, ERROR]
