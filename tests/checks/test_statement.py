"""The accessibility statement claims nothing that is not so, and leaves nothing out."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.statement import FAILURES, check_claims
from generator.domain.content import Content
from generator.domain.criteria import CRITERIA
from generator.reading.content import read_content
from generator.text.codes import CODES, Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span
from tests.building import built, checked, codes
from tests.examples import smallest, write_files
from tests.statements import PATH, PLAN, statement

LETTER = "editions/2020-01/edition.md"


def found(folder: Path, text: str, on: date = date(2020, 2, 1)) -> list[str]:
    """What is found in the statement itself."""
    return [finding.code for finding in checked(folder, {PATH: text}, on) if finding.span.path == PATH]


def content_of(folder: Path, text: str) -> Content:
    write_files(smallest() | {PATH: text.encode()}, folder)
    content, _, _ = read_content(folder)
    assert content is not None
    return content


def test_a_whole_statement_gives_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path, statement()) == []
    assert found(tmp_path, statement("", "full")) == []


def test_a_review_is_due_when_a_year_has_passed_and_not_on_its_day(tmp_path: Path) -> None:
    text = statement("", "full")
    assert found(tmp_path, text, date(2021, 1, 6)) == []
    assert found(tmp_path, text, date(2021, 1, 7)) == ["review-due"]


def test_a_review_on_29_february_is_due_after_28_february(tmp_path: Path) -> None:
    text = statement("", "full", reviewed="2020-02-29")
    assert found(tmp_path, text, date(2021, 2, 28)) == []
    assert found(tmp_path, text, date(2021, 3, 1)) == ["review-due"]


def test_a_review_of_the_day_itself_is_sound_and_one_that_is_still_to_come_is_not(tmp_path: Path) -> None:
    text = statement("", "full", reviewed="2020-02-01")
    assert found(tmp_path, text, date(2020, 2, 1)) == []
    assert found(tmp_path, text, date(2020, 1, 31)) == ["review-due"]


def test_mending_is_overdue_only_after_the_last_day_of_its_date(tmp_path: Path) -> None:
    assert found(tmp_path, statement(), date(2020, 6, 30)) == []
    assert found(tmp_path, statement(), date(2020, 7, 1)) == ["mending-overdue"]


def test_nothing_that_time_alone_brings_about_is_an_error(tmp_path: Path) -> None:
    findings = checked(tmp_path, {PATH: statement()}, date(2030, 1, 1))
    assert {finding.code for finding in findings} > {"review-due", "mending-overdue"}
    assert {finding.severity for finding in findings} == {Severity.WARNING}


@pytest.mark.parametrize("compliance", ["partial", "none"])
def test_what_is_not_accessible_must_be_said(tmp_path: Path, compliance: str) -> None:
    assert found(tmp_path, statement("", compliance)) == ["statement-incomplete"] * 2


def test_a_part_about_a_document_for_staff_is_no_reason_on_the_site_for_residents(tmp_path: Path) -> None:
    files = {
        PATH: statement(PLAN + "    document: plan\n"),
        "documents.yml": "- {id: plan, title: Plan, file: plan.pdf, for: staff}\n",
        "documents/plan.pdf": "%PDF",
    }
    ((code, message),) = [(finding.code, finding.message) for finding in checked(tmp_path, files)]
    assert (code, message) == ("statement-incomplete", "nothing says what is not accessible on the site for residents")


def test_contacts_of_the_programme_are_a_way_to_tell_of_a_problem(tmp_path: Path) -> None:
    text = statement(feedback="{answered_within: two days}")
    assert found(tmp_path, text) == ["statement-incomplete"] * 2
    contact = "contacts: [{purpose: questions, email: a@merebrook.example, for: staff}]\n"
    programme = smallest()["programme.yml"].decode() + contact
    messages = [finding.message for finding in checked(tmp_path, {PATH: text, "programme.yml": programme})]
    assert messages == ["nothing says how residents can tell you of a problem"]


def test_every_failure_is_a_code_that_is_there_and_names_a_criterion() -> None:
    assert FAILURES.keys() <= CODES.keys()
    assert set(FAILURES.values()) <= CRITERIA.keys()


def a_failure(weight: Severity | None = None) -> Diagnostic:
    return Diagnostic("image-without-alt", "no words", Span(LETTER, 0, 5), "write them", weight=weight)


def test_what_we_find_contradicts_a_claim_of_full_compliance_however_little_it_weighs(tmp_path: Path) -> None:
    content = content_of(tmp_path, statement("", "{staff: partial, residents: full}"))
    for weight in (None, Severity.WARNING, Severity.ADVICE):
        (claim,) = check_claims(content, [a_failure(weight)])
        assert (claim.code, claim.span.path) == ("unfounded-claim", PATH)
        assert claim.message == "full compliance is claimed, but what we have found does not meet 1.1.1"
        assert claim.related == ((Span(LETTER, 0, 5), "image-without-alt, 1.1.1"),)


def test_a_claim_is_told_with_three_of_the_failures_at_most(tmp_path: Path) -> None:
    failures = [Diagnostic("empty-link", "no words", Span(LETTER, it, 5), "write them") for it in range(4)]
    (claim,) = check_claims(content_of(tmp_path, statement("", "full")), failures)
    assert [span.start for span, _ in claim.related] == [0, 1, 2]


def test_one_failure_that_is_found_twice_is_told_once(tmp_path: Path) -> None:
    (claim,) = check_claims(content_of(tmp_path, statement("", "full")), [a_failure(), a_failure()])
    assert len(claim.related) == 1


def test_what_we_find_contradicts_no_other_claim_and_other_findings_contradict_none(tmp_path: Path) -> None:
    assert list(check_claims(content_of(tmp_path, statement()), [a_failure()])) == []
    full = content_of(tmp_path, statement("", "full"))
    assert list(check_claims(full, [Diagnostic("overdue", "late", Span(LETTER, 0, 5))])) == []


def test_the_build_sets_the_claim_against_all_that_it_has_found(tmp_path: Path) -> None:
    letter = "---\npublished: 2020-01-31\n---\n![](../../images/a.png)\n"
    files = {PATH: statement("", "full"), LETTER: letter, "images/a.png": "PNG"}
    assert codes(built(tmp_path, files)) == ["image-without-alt", "unfounded-claim"]
