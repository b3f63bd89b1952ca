"""A new edition has a draft letter and an update for each workstream, and brings no new finding."""

from datetime import date
from pathlib import Path

from generator.authoring.new_edition import begin_update
from generator.authoring.sourced_content import SourcedContent, read_sourced_content
from generator.build import build
from generator.request import BuildRequest
from tests.authoring.sourced import UPDATE, YAML_UPDATE, begun, begun_on, laid, sound_content, workstreams
from tests.building import SAMPLE
from tests.examples import smallest, write_files

LETTER = """\
---
published: 2020-02-28
status: draft
---
What is the one thing that a reader should remember from this update?
"""


def text_of(data: bytes) -> str:
    return data.decode()


def test_the_letter_is_a_draft_with_questions_that_a_director_can_answer() -> None:
    letter = text_of(begun({}).files["edition.md"])
    assert letter.startswith(LETTER)
    assert letter.count("\n## ") == 3


def test_a_workstream_without_promises_gets_its_headings() -> None:
    files = begun({"workstreams.yml": workstreams("customer-services", "it")}).files
    assert list(files) == ["edition.md", "customer-services.md", "it.md"]
    assert files["it.md"] == b"## Completed\n\n## Under way\n\n## Future actions\n"


def test_the_programme_s_own_headings_stand_in_what_is_begun_as_they_were_written() -> None:
    own = 'headings: {completed: ["Wedi’u cwblhau", Gwnaed], future: [Camau nesaf y GIG]}\n'
    programme = smallest()["programme.yml"].decode()
    files = begun(
        {"workstreams.yml": workstreams("customer-services", "it"), "programme.yml": f"{programme}{own}"}
    ).files
    assert text_of(files["it.md"]) == "## Wedi’u cwblhau\n\n## Under way\n\n## Camau nesaf y GIG\n"


def test_a_special_edition_has_a_title_and_a_letter_and_nothing_else() -> None:
    begun_special = begun_on(sound_content({}), "2020-02-flood", 'The "great" flood: what we do')
    assert list(begun_special.files) == ["edition.md"]
    assert 'title: "The \\"great\\" flood: what we do"\n' in text_of(begun_special.files["edition.md"])
    assert begun_special.count == 0


def test_promises_of_a_special_edition_go_into_the_next_regular_one() -> None:
    files: dict[str, str | bytes | None] = {
        "editions/2020-01-flood/edition.md": "---\npublished: 2020-02-03\ntitle: Flood\n---\nWater.\n",
        "editions/2020-01-flood/customer-services.md": "## Future actions\n\n- Dry the desk. {#desk}\n",
    }
    assert "{#desk}" in text_of(begun(files).files["customer-services.md"])


def test_files_end_their_lines_as_the_last_ones_did() -> None:
    made = begun(
        {
            UPDATE: b"## Future actions\r\n\r\n- One. {#one}\r\n",
            "editions/2020-01/edition.md": b"---\r\npublished: 2020-01-31\r\n---\r\nJanuary.\r\n",
        }
    )
    assert made.files.keys() >= {"edition.md", "customer-services.md"}
    for data in made.files.values():
        assert data.count(b"\n") == data.count(b"\r\n") > 0


def test_whom_the_edition_is_for_is_said_only_where_the_programme_does_not_say_it() -> None:
    assert "for:" not in text_of(begun({}).files["edition.md"])
    silent = laid({})["programme.yml"].replace(b"  editions: [staff, residents]\n", b"")
    for_staff = "---\npublished: 2020-01-31\nfor: staff\n---\nJanuary.\n"
    made = begun({"programme.yml": silent, "editions/2020-01/edition.md": for_staff})
    assert "for: [staff]\n" in text_of(made.files["edition.md"])


def test_the_first_edition_of_all_is_for_the_council_s_own_people_where_nothing_else_is_said() -> None:
    silent = laid({})["programme.yml"].replace(b"  editions: [staff, residents]\n", b"")
    gone = {path: None for path in laid({}) if path.startswith("editions/")}
    made = begun({**gone, "programme.yml": silent})
    assert "for: [staff]\n" in text_of(made.files["edition.md"])


def test_findings_that_were_accepted_of_a_promise_stay_accepted() -> None:
    accepting = (
        "---\naccept:\n  - {code: overdue, place: visits, reason: 'They come late: in May.'}\n"
        "  - {code: stopped-without-reason, place: gone, reason: Known.}\n"
        "  - {code: completed-but-unknown, reason: Others.}\n"
        "  - {code: unmentioned, place: visits, reason: In May.}\n---\n"
        "## Future actions\n\n- Visit. {#visits due=2019}\n\n## Stopped\n\n- Gone. {#gone}\n"
    )
    text = text_of(begun({UPDATE: accepting}).files["customer-services.md"])
    accepted = 'accept:\n  - code: overdue\n    place: visits\n    reason: "They come late: in May."\n'
    assert text.startswith(f"---\n{accepted}---\n")
    in_yaml = (
        "accept:\n  - {code: overdue, place: visits, reason: 'They come late: in May.'}\n"
        "future:\n  - {id: visits, text: Visit, due: 2019}\n"
    )
    assert text_of(begun({UPDATE: None, YAML_UPDATE: in_yaml}).files["customer-services.yml"]).startswith(accepted)


def test_an_update_that_was_for_more_people_than_the_next_edition_is_narrowed_to_those() -> None:
    files: dict[str, str | bytes | None] = {
        UPDATE: "---\nfor: [staff, residents]\n---\n## Future actions\n\n- Visit. {#visits}\n",
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\nfor: [staff]\n---\nFebruary.\n",
    }
    made = begun(files, "2020-03")
    assert text_of(made.files["customer-services.md"]).startswith("---\nfor: [staff]\n---\n")


def test_an_update_that_is_missing_gets_the_promises_of_which_the_edition_says_nothing() -> None:
    sourced = sound_content(
        {
            "workstreams.yml": workstreams("customer-services", "it"),
            "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nFebruary.\n",
            "editions/2020-02/it.md": "## Completed\n\n- Moved to us. {#site-visits}\n",
            UPDATE: "## Future actions\n\n- Visit. {#site-visits}\n- Ask. {#ask}\n",
        }
    )
    made = begin_update(sourced, sourced.content.editions[-1], "customer-services")
    assert {name: text_of(data) for name, data in made.files.items()} == {
        "customer-services.md": "## Completed\n\n## Under way\n\n## Future actions\n\n- Ask. {#ask}\n"
    }


def test_the_sample_programme_s_next_editions_give_no_finding(tmp_path: Path) -> None:
    files = {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in SAMPLE.rglob("*") if path.is_file()}
    write_files(files, tmp_path)
    on = date(2026, 11, 2)
    before = build(BuildRequest(tmp_path, lambda _: on, with_drafts=True)).findings
    for name in ("2026-11", "2026-12", "2027-01"):
        made = begun_on(ground_at(tmp_path), name)
        assert made.count == 21
        write_files({f"editions/{name}/{file}": data for file, data in made.files.items()}, tmp_path)
    after = build(BuildRequest(tmp_path, lambda _: on, with_drafts=True))
    assert {found.code for found in after.findings} <= {found.code for found in before}
    assert after.sites.keys() == {"staff-drafts", "residents-drafts"}


def ground_at(folder: Path) -> SourcedContent:
    sourced, _, _ = read_sourced_content(folder)
    assert sourced
    return sourced


def test_a_workstream_that_has_ended_gets_no_update_but_for_what_it_left_open() -> None:
    ended = workstreams("customer-services", "it")[:-2] + ", ended: 2020-02-01}\n"
    assert list(begun({"workstreams.yml": ended}).files) == ["edition.md", "customer-services.md"]
    left = "## Future actions\n\n- Move every mailbox. {#mailboxes}\n"
    files = begun({"workstreams.yml": ended, "editions/2020-01/it.md": left}).files
    assert "{#mailboxes}" in text_of(files["it.md"])
