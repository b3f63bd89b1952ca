"""`golden freeze`: what was published is recorded, and only added to."""

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.freezing import FreezingRefused, freeze
from generator.briefing.briefing import brief
from generator.domain.prose import Link, runs_in
from tests.authoring.record_examples import (
    EDITION,
    FILES,
    ITEMS,
    LETTER,
    ON,
    RECORD,
    UPDATE,
    change,
    codes_in,
    content_of,
    edition_of,
    freeze_again,
    frozen,
    laid,
)

CORRECTION = "corrections:\n  - {date: 2020-02-04, what: We said 61., why: We had miscounted.}\n---\nJanuary"


def correct(folder: Path) -> None:
    change(folder, LETTER, "---\nJanuary", CORRECTION)


def test_a_record_holds_the_titles_leads_and_audiences_of_its_day(tmp_path: Path) -> None:
    record = edition_of(frozen(tmp_path)).record
    assert record is not None
    assert record.frozen_on == ON
    assert record.audiences == {"staff", "residents"}
    services, it = record.workstreams
    assert (services.lead.name, services.lead.is_public, it.lead.name, it.lead.is_public) == (
        "Priya Nair", True, "Gareth Llewellyn", False
    )  # fmt: skip
    assert [project.title for project in services.projects] == ["New website"]
    assert [measure.title for measure in record.measures] == ["Services online"]
    assert {action.id: set(action.audiences) for action in record.awaited} == {
        "visits": {"staff", "residents"},
        "laptops": {"staff"},
    }
    assert [file.name for file in record.files] == ["customer-services.md", "edition.md", "it.yml"]


def test_the_words_of_the_day_are_shown_after_a_workstream_is_renamed_and_led_by_someone_else(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, "workstreams.yml", "title: Digital and IT", "title: Technology")
    change(tmp_path, "workstreams.yml", "Gareth Llewellyn", "Ada Byron")
    record = edition_of(tmp_path).record
    assert record is not None
    then = record.workstream("it")
    assert then is not None
    assert (then.title, then.lead.name) == ("Digital and IT", "Gareth Llewellyn")
    assert codes_in(tmp_path) == set()


def test_freezing_twice_changes_nothing(tmp_path: Path) -> None:
    frozen(tmp_path)
    assert freeze_again(tmp_path, date(2020, 3, 1)) == {}


def test_the_same_content_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    first = (frozen(tmp_path / "one") / RECORD).read_bytes()
    assert (frozen(tmp_path / "two") / RECORD).read_bytes() == first


def test_an_openly_corrected_edition_is_sealed_again_and_keeps_its_day_and_titles(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, LETTER, "61 comments", "60 comments")
    assert codes_in(tmp_path) == {"frozen-edition-changed"}
    correct(tmp_path)
    assert codes_in(tmp_path) == {"correction-not-sealed"}
    change(tmp_path, "workstreams.yml", "title: Digital and IT", "title: Technology")
    assert list(freeze_again(tmp_path, date(2020, 3, 1))) == [RECORD]
    assert codes_in(tmp_path) == set()
    record = edition_of(tmp_path).record
    assert record is not None
    assert record.frozen_on == ON
    assert [then.title for then in record.workstreams] == ["Customer services", "Digital and IT"]
    assert len(record.corrections) == 1
    change(tmp_path, LETTER, "60 comments", "59 comments")
    assert codes_in(tmp_path) == {"frozen-edition-changed"}


def test_corrections_stand_newest_first_wherever_they_are_written(tmp_path: Path) -> None:
    notes = "corrections:\n" + "".join(
        f"  - {{date: 2020-02-{day:02}, what: It was {day}., why: We counted again.}}\n" for day in (4, 9, 6)
    )
    laid(tmp_path, {LETTER: FILES[LETTER].replace("---\nJanuary", f"{notes}---\nJanuary")})
    assert [note.date.day for note in edition_of(tmp_path).corrections] == [9, 6, 4]


def test_of_two_corrections_that_read_the_same_neither_can_be_taken_away(tmp_path: Path) -> None:
    note = "  - {date: 2020-02-01, what: We said 61., why: We had miscounted.}\n"
    frozen(tmp_path, {LETTER: FILES[LETTER].replace("---\nJanuary", f"corrections:\n{note}{note}---\nJanuary")})
    assert codes_in(tmp_path) == set()
    change(tmp_path, LETTER, note + note, note)
    assert codes_in(tmp_path) == {"frozen-edition-changed"}


def test_what_a_correction_adds_is_recorded_beside_what_was_known(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, "workstreams.yml", "- id: it\n", "- id: people\n  title: People\n  lead: {name: Mo, role: Head}\n"
           "  summary: People.\n- id: it\n")  # fmt: skip
    change(
        tmp_path, "workstreams.yml", "stage: design}", "stage: design}\n    - {id: phones, title: Phones, stage: live}"
    )
    change(tmp_path, UPDATE, "{#funding}", "{#funding project=phones}")
    (tmp_path / EDITION / "people.md").write_text("We met.\n")
    correct(tmp_path)
    freeze_again(tmp_path)
    record = edition_of(tmp_path).record
    assert record is not None
    assert record.workstream("people") is not None
    assert {project.id for then in record.workstreams for project in then.projects} == {"website", "phones"}
    assert codes_in(tmp_path) == set()


def test_the_edition_s_own_words_may_widen_it_with_a_correction_and_programme_yml_never(tmp_path: Path) -> None:
    laid(
        tmp_path,
        {ITEMS: "completed:\n  - Every desk has one.\n", UPDATE: "## Future actions\n\n- Visit councils. {#visits}\n"},
    )
    change(tmp_path, "programme.yml", "editions: [staff, residents]", "editions: [staff]")
    freeze_again(tmp_path)
    change(tmp_path, "programme.yml", "editions: [staff]", "editions: [staff, residents]")
    correct(tmp_path)
    freeze_again(tmp_path)
    record = edition_of(tmp_path).record
    assert record is not None
    assert record.audiences == {"staff"}
    change(tmp_path, LETTER, "title: January", "for: [staff, residents]\ntitle: January")
    change(
        tmp_path,
        LETTER,
        "corrections:\n",
        "corrections:\n  - {date: 2020-02-05, what: This is for all., why: It is.}\n",
    )
    freeze_again(tmp_path)
    record = edition_of(tmp_path).record
    assert record is not None
    assert record.audiences == {"staff", "residents"}


@pytest.mark.parametrize(
    ("changes", "on", "complaint"),
    [
        ({LETTER: FILES[LETTER].replace("title:", "status: draft\ntitle:")}, ON, "January 2020 is a draft"),
        ({}, date(2020, 1, 30), "is published on 31 January 2020, which is still to come"),
    ],
)
def test_what_is_not_published_is_not_frozen(changes: dict[str, str], on: date, complaint: str, tmp_path: Path) -> None:
    laid(tmp_path, changes)
    with pytest.raises(FreezingRefused, match=complaint):
        freeze(tmp_path, "2020-01", lambda _: on)


def test_an_unknown_edition_is_refused_with_the_closest(tmp_path: Path) -> None:
    laid(tmp_path)
    with pytest.raises(FreezingRefused, match="did you mean `2020-01`"):
        freeze(tmp_path, "2020-10", lambda _: ON)


def test_content_with_errors_is_not_frozen(tmp_path: Path) -> None:
    laid(tmp_path, {UPDATE: "## Compleated\n"})
    freezing = freeze(tmp_path, "2020-01", lambda _: ON)
    assert "unknown-heading" in {found.code for found in freezing.findings}
    assert freezing.files == {}
    assert not (tmp_path / RECORD).exists()


def test_content_that_cannot_be_read_is_not_frozen_either(tmp_path: Path) -> None:
    laid(tmp_path, {"programme.yml": "title: ["})
    freezing = freeze(tmp_path, "2020-01", lambda _: ON)
    assert freezing.findings
    assert freezing.files == {}


def test_a_record_holds_the_projects_that_the_edition_names_for_those_alone_who_may_know_of_them(
    tmp_path: Path,
) -> None:
    staff = "stage: design, for: [staff]}\n    - {id: phones, title: Phones, stage: live}"
    record = edition_of(
        frozen(tmp_path, {"workstreams.yml": FILES["workstreams.yml"].replace("stage: design}", staff)})
    ).record
    assert record is not None
    assert [(it.id, set(it.audiences)) for then in record.workstreams for it in then.projects] == [
        ("website", {"staff"})
    ]


def test_links_in_a_recorded_summary_lead_where_they_led_from_workstreams_yml(tmp_path: Path) -> None:
    content = content_of(frozen(tmp_path))
    residents = content.programme.audience("residents")
    assert residents is not None
    (edition,) = brief(content, residents, ON).content.editions
    then = edition.record.workstream("it") if edition.record else None
    assert then is not None
    assert [run.target for run in runs_in(then.summary) if isinstance(run, Link)] == ["about/"]
