"""Who sees a frozen edition: those who may today and could on its day."""

import re
from pathlib import Path

import pytest

from generator.briefing.briefing import Briefing, brief
from generator.domain.visibility import editions_seen_by
from tests.authoring.record_examples import (
    ITEMS,
    LETTER,
    ON,
    UPDATE,
    change,
    codes_in,
    content_of,
    freeze_again,
    frozen,
    laid,
    lay,
)

NEXT = "editions/2020-02/edition.md"


def seen(folder: Path, audience: str = "residents") -> set[str]:
    """The actions of January, and `january` for the edition itself."""
    editions = [edition for edition in editions_seen_by(content_of(folder), audience) if edition.id == "2020-01"]
    actions = {action.id for edition in editions for update in edition.updates for action in update.actions}
    return actions | {"january" for _ in editions}


def briefing(folder: Path, audience: str = "residents") -> Briefing:
    content = content_of(folder)
    found = content.programme.audience(audience)
    assert found is not None
    return brief(content, found, ON)


def test_an_edition_for_staff_stays_so_when_programme_yml_opens_all_editions(tmp_path: Path) -> None:
    laid(tmp_path)
    change(tmp_path, UPDATE, "for: [staff, residents]", "for: [staff]")
    change(tmp_path, "programme.yml", "editions: [staff, residents]", "editions: [staff]")
    freeze_again(tmp_path)
    change(tmp_path, "programme.yml", "editions: [staff]", "editions: [staff, residents]")
    assert seen(tmp_path) == set()
    assert "january" in seen(tmp_path, "staff")


@pytest.mark.parametrize(
    ("path", "narrow", "wide", "hidden"),
    [
        ("workstreams.yml", "title: Digital and IT\n  for: [staff]", "title: Digital and IT", "every-desk-has-one"),
        ("workstreams.yml", "stage: design, for: [staff]}", "stage: design}", "visits"),
        ("measures.yml", "title: Services online\n  for: [staff]", "title: Services online", "visits"),
    ],
)
def test_what_hid_an_action_that_day_hides_it_for_good(
    path: str, narrow: str, wide: str, hidden: str, tmp_path: Path
) -> None:
    laid(tmp_path)
    change(tmp_path, path, wide, narrow)
    change(tmp_path, "pages/about.md", "[what we promised](action:visits)", "more")
    freeze_again(tmp_path)
    assert hidden not in seen(tmp_path)
    change(tmp_path, path, narrow, wide)
    assert hidden not in seen(tmp_path)
    assert hidden in seen(tmp_path, "staff")


def test_an_action_stays_hidden_when_what_it_waits_for_is_told_to_residents_later(tmp_path: Path) -> None:
    laid(tmp_path)
    change(tmp_path, ITEMS, "after: [laptops], for: [staff]", "after: [laptops]")
    freeze_again(tmp_path)
    assert "wifi" not in seen(tmp_path)
    lay(tmp_path, "editions/2020-02/it.yml", "under_way:\n  - {id: laptops, text: Laptops came.}\n")
    lay(tmp_path, NEXT, "---\npublished: 2020-02-01\n---\nFebruary.\n")
    assert "wifi" not in seen(tmp_path)
    assert "wifi" in seen(tmp_path, "staff")


@pytest.mark.parametrize(
    ("path", "wide", "narrow", "gone"),
    [
        ("programme.yml", "editions: [staff, residents]", "editions: [staff]", "january"),
        ("workstreams.yml", "title: Digital and IT", "title: Digital and IT\n  for: [staff]", "every-desk-has-one"),
        ("workstreams.yml", "stage: design}", "stage: design, for: [staff]}", "visits"),
    ],
)
def test_a_later_narrowing_works_at_once(path: str, wide: str, narrow: str, gone: str, tmp_path: Path) -> None:
    frozen(tmp_path)
    assert gone in seen(tmp_path)
    change(tmp_path, path, wide, narrow)
    assert gone not in seen(tmp_path)
    assert gone in seen(tmp_path, "staff")
    assert "wider-audience" not in codes_in(tmp_path)


def test_residents_learn_the_names_that_were_public_and_nothing_that_seals(tmp_path: Path) -> None:
    frozen(tmp_path)
    (edition,) = briefing(tmp_path).content.editions
    record = edition.record
    assert record is not None
    assert [(then.lead.name, then.lead.role) for then in record.workstreams] == [
        ("Priya Nair", "Head of Customer Services"),
        ("", "Head of IT"),
    ]
    assert (record.files, record.awaited, record.corrections, edition.digest) == ((), (), (), "")
    assert record.audiences == {"residents"}
    (staff,) = briefing(tmp_path, "staff").content.editions
    assert staff.record is not None
    assert [then.lead.name for then in staff.record.workstreams] == ["Priya Nair", "Gareth Llewellyn"]


def test_who_may_no_longer_be_named_is_not_named_in_old_editions(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, "workstreams.yml", "Services, public: true", "Services, public: false")
    (edition,) = briefing(tmp_path).content.editions
    assert edition.record is not None
    assert edition.record.workstreams[0].lead.name == ""


def test_a_correction_for_staff_is_told_to_staff_alone(tmp_path: Path) -> None:
    notes = (
        "corrections:\n  - {date: 2020-02-04, what: One., why: We counted., for: [staff]}\n"
        "  - {date: 2020-02-05, what: Two., why: We counted.}\n---\nJanuary"
    )
    laid(tmp_path)
    change(tmp_path, LETTER, "---\nJanuary", notes)
    assert [note.what for note in briefing(tmp_path).content.editions[0].corrections] == ["Two."]
    assert [note.what for note in briefing(tmp_path, "staff").content.editions[0].corrections] == ["Two.", "One."]


def test_nothing_of_a_record_that_is_for_staff_is_left_in_what_residents_may_know(tmp_path: Path) -> None:
    ends = "baseline: {date: 2018, value: 1}, target: {date: 2021, value: 2}"
    project = "{id: website, title: New website, stage: design"
    note = "corrections:\n  - {date: 2020-02-02, what: Canarycorrection., why: We counted., for: [staff]}\n---\nJanuary"
    laid(tmp_path)
    change(tmp_path, "workstreams.yml", "title: Digital and IT", "title: Canaryworkstream\n  for: [staff]")
    hidden = project.replace("website", "canary").replace("New", "Canaryproject")
    change(tmp_path, "workstreams.yml", f"- {project}}}", f"- {project}}}\n    - {hidden}, for: [staff]}}")
    change(
        tmp_path,
        "measures.yml",
        "- id: online",
        f"- {{id: canary, title: Canarymeasure, for: [staff], {ends}}}\n- id: online",
    )
    change(tmp_path, UPDATE, "#price after=visits", "#price project=canary measure=canary after=visits")
    change(tmp_path, LETTER, "---\nJanuary", note)
    freeze_again(tmp_path)
    residents, staff = (
        re.sub(r"Span\([^)]*\)", "", repr(briefing(tmp_path, audience).content.editions)).lower()
        for audience in ("residents", "staff")
    )
    for word in (
        "canaryworkstream",
        "canaryproject",
        "canarymeasure",
        "canarycorrection",
        "gareth",
        "amina",
        "one front door",
        "staff",
    ):
        assert word in staff, word
        assert word not in residents, word
    (edition,) = briefing(tmp_path).content.editions
    assert edition.record is not None
    assert [(it.id, [each.id for each in it.projects]) for it in edition.record.workstreams] == [
        ("customer-services", ["website"])
    ]
    assert ([it.id for it in edition.record.measures], edition.record.corrections) == (["online"], ())
