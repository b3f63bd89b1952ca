"""What a programme begins with is sound, whatever its people and places are called."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from generator.authoring.naming import next_name
from generator.authoring.new_edition import begin_edition
from generator.authoring.new_programme import (
    LONGEST,
    Named,
    Start,
    Strand,
    content_files,
    fault_of,
    fault_of_audience,
    fault_of_email,
    fault_of_strand,
    ids_of,
    public_site,
    read_person,
    read_strand,
    strand_ids,
)
from generator.authoring.sourced_content import read_sourced_content
from generator.checks.all import check_all
from generator.checks.weighing import weigh
from generator.domain.content import Content
from generator.reading.content import read_content
from generator.text.diagnostic import Diagnostic, in_order
from tests.authoring.names import NAMES, as_taken
from tests.examples import write_files
from tests.quick import QUICK

ON = date(2026, 11, 22)


def begun(start: Start) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """The content as it is after the first edition was begun, and all that is found in it without making pages."""
    with TemporaryDirectory(dir=QUICK) as name:
        folder = Path(name)
        write_files(content_files(start, False, ON), folder)
        sourced, _, findings = read_sourced_content(folder)
        if sourced is None:
            return None, tuple(findings)
        edition = next_name((), ON)
        beginning = begin_edition(sourced, edition, edition.last_day, "")
        write_files(beginning.files, folder / "editions" / beginning.name)
        content, sources, findings = read_content(folder)
        if content is not None:
            findings += check_all(content, sources, ON)
        return content, in_order(weigh(findings, content))


PEOPLE = st.builds(Named, NAMES, NAMES)


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(
    organisation=NAMES,
    title=NAMES,
    director=PEOPLE,
    strands=st.lists(st.builds(Strand, NAMES, PEOPLE), min_size=1, max_size=4),
    audiences=st.sampled_from([("Staff",), ("residents",), ("staff", "Residents", "Ward members")]),
    email=st.sampled_from(["", "help@merebrook.example", "o'neil+help@x.example"]),
)
@example("no", "~", Named("null", "1.10"), [Strand("2020-02-30", Named("- a", "? b"))], ("staff",), "")
@example("a: b # c", '"', Named("'", "|"), [Strand("%", Named("&a", "*a"))] * 3, ("staff",), "")
@example("Merebrook", "One", Named("A", "B"), [Strand(it, Named("A", "B")) for it in ("edition", "CON", "居")], (), "")
def test_any_names_begin_a_programme_without_a_finding_and_are_kept_to_the_letter(
    organisation: str, title: str, director: Named, strands: list[Strand], audiences: tuple[str, ...], email: str
) -> None:
    start = Start(organisation, title, Start().objective, director, tuple(strands), audiences or ("Staff",), email)
    content, findings = begun(start)
    assert findings == ()
    assert content is not None
    programme = content.programme
    assert (programme.organisation, programme.title) == (organisation, title)
    assert (programme.director.name, programme.director.role) == (director.name, director.role)
    assert [(it.title, it.lead.name, it.lead.role) for it in content.workstreams] == [
        (it.title, it.lead.name, it.lead.role) for it in strands
    ]
    assert len(content.editions[0].updates) == len(strands)
    assert [contact.email for contact in programme.contacts] == ([email] if email else [])


@given(st.text(max_size=LONGEST).map(as_taken))
def test_a_purpose_that_is_taken_is_no_error(words: str) -> None:
    assume(words and not fault_of(words, is_sentence=True))
    _, findings = begun(Start(objective=words))
    assert not [found for found in findings if found.severity.value == "error"]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("a\u200bb", "a character that nobody can see, U+200B"),
        ("a\ud800b", "a character that nobody can see, U+D800"),
        ("x" * 201, "it has 201 characters; write 200 at the most"),
        ("One {for=staff} Council", "braces"),
    ],
)
def test_what_no_file_of_ours_can_hold_is_told(words: str, fault: str) -> None:
    assert fault in fault_of(words)


def test_a_workstream_and_its_lead_are_read_from_one_line() -> None:
    assert read_strand("Bins: phase 2: Ann Lee, Head of Waste, Parks") == Strand(
        "Bins: phase 2", Named("Ann Lee", "Head of Waste, Parks")
    )
    assert read_strand("Bins") == Strand("Bins", Named("Name to come", "Workstream lead"))
    assert read_person(" , Director", "x") == Named("Name to come", "Director")
    assert fault_of_strand(read_strand(": Ann Lee")) == "a workstream needs a title before its lead"
    assert fault_of_strand(read_strand("Bins: Ann\u200b Lee"))


def test_each_workstream_has_an_id_of_its_own_that_its_file_can_have() -> None:
    titles = ["Customer services", "Customer Services!", "edition", "Frozen", "CON", "居民", "2 Café", "README"]
    assert strand_ids(Strand(it, Named("A", "B")) for it in titles) == [
        "customer-services",
        "customer-services-2",
        "workstream-3",
        "workstream-4",
        "workstream-5",
        "workstream-6",
        "cafe",
        "workstream-8",
    ]


def test_readers_are_known_by_what_they_are_called() -> None:
    assert ids_of(["staff", "Ward members", "Staff"]) == {"staff": "Staff", "ward-members": "Ward members"}
    assert fault_of_audience("staff") == fault_of_audience("Ward members") == ""
    assert "cannot name a site's folder" in fault_of_audience("居民")
    assert "cannot name a site's folder" in fault_of_audience("con")
    assert "drafts" in fault_of_audience("Our drafts")
    assert public_site(Start()) == "residents"
    assert public_site(Start(audiences=("staff",))) is None


@pytest.mark.parametrize("words", ["help", "a@b", "a b@c.example", "<a@b.example>", "a@b.example."])
def test_what_is_no_email_address_is_told(words: str) -> None:
    assert "is no e-mail address" in fault_of_email(words)


def test_the_statement_claims_no_test_by_people() -> None:
    content, _ = begun(Start())
    assert content is not None
    statement = content.statement
    assert statement is not None
    assert set(statement.compliance.values()) == {"none"}
    assert [(it.id, it.fails) for it in statement.non_accessible] == [("not-tested-by-people", ())]
    assert [test.by for test in statement.tests] == ["Golden Thread, the program that makes these pages"]
