"""What one audience may know: nothing that it may not know is left in its briefing."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from generator.briefing.briefing import Briefing, Briefings, brief
from generator.domain.edition import Action
from generator.domain.prose import InlineImage, Link, plain_words, runs_in
from generator.reading.content import read_content
from tests.examples import smallest, write_files
from tests.scanning.canaries import CANARIES

ON = date(2020, 2, 1)
# Of an action that an audience sees: it sees none whose project or measure it may not see.
KNOWN_TO_ALL_WHO_SEE_IT = {"id", "state", "due", "reason", "project", "measure", "tags", "has_written_id", "written_at"}
NARROWED = {"text", "plain", "audiences", "after", "continues", "equality", "climate"}
UPDATE = "editions/2020-01/customer-services.md"


def briefing(folder: Path, audience: str = "residents", on: date = ON, drafts: bool = False, **files: str) -> Briefing:
    paths = {"update": UPDATE, "letter": "editions/2020-01/edition.md", "workstreams": "workstreams.yml",
             "programme": "programme.yml", "documents": "documents.yml", "measures": "measures.yml"}  # fmt: skip
    laid = smallest() | {paths[name]: text.encode() for name, text in files.items()}
    write_files(laid, folder)
    content, _, findings = read_content(folder)
    assert content is not None, findings
    found = content.programme.audience(audience)
    assert found is not None
    return brief(content, found, on, drafts)


def test_an_edition_that_is_called_by_its_month_is_so_in_the_language_of_the_site(tmp_path: Path) -> None:
    letter, files = "editions/2020-01/edition.md", smallest()
    programme = files["programme.yml"].decode()
    (titled := tmp_path / "titled").mkdir()
    named = files[letter].decode().replace("---\n", "---\ntitle: One year on\n", 1)
    for folder, written in ((tmp_path, files[letter].decode()), (titled, named)):
        seen = briefing(folder, programme=f"{programme}language: cy\n", letter=written)
        title = "One year on" if folder == titled else "Ionawr 2020"
        assert [it.title for it in seen.content.editions] == [title]


def actions(briefing: Briefing) -> dict[str, str]:
    return {
        action.id: plain_words(action.text)
        for edition in briefing.content.editions
        for update in edition.updates
        for action in update.actions
    }


def test_of_each_field_of_an_action_it_is_decided_who_may_know_it() -> None:
    undecided = {it.name for it in fields(Action)} - KNOWN_TO_ALL_WHO_SEE_IT - NARROWED
    assert undecided == set(), "`action` in briefing.py: narrow it, with a test of its own; or name it as known to all"


def test_residents_do_not_see_an_action_that_is_for_staff(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Agree the contract. {#contract for=staff}\n- Visit councils. {#visits}\n"
    assert actions(briefing(tmp_path, update=update)) == {"visits": "Visit councils."}


def test_staff_see_their_words_and_residents_the_plain_ones(tmp_path: Path) -> None:
    update = "## Completed\n\n- The CRM procurement closed. {#crm}\n\n  > We chose a new system.\n"
    assert actions(briefing(tmp_path, update=update)) == {"crm": "We chose a new system."}
    assert actions(briefing(tmp_path, "staff", update=update)) == {"crm": "The CRM procurement closed."}


def test_an_action_is_hidden_with_what_it_waits_for_and_so_on_down_the_chain(tmp_path: Path) -> None:
    update = (
        "## Future actions\n\n- Settle the claim. {#claim for=staff}\n- Open the office. {#office after=claim}\n"
        "- Move in. {#move after=office}\n- Paint it. {#paint}\n"
    )
    assert list(actions(briefing(tmp_path, update=update))) == ["paint"]


def test_an_action_is_hidden_with_its_measure(tmp_path: Path) -> None:
    values = "baseline: {date: 2019, value: 9}, target: {date: 2021, value: 5}"
    measures = f"- {{id: sickness, title: Sickness, for: [staff], {values}}}"
    update = "## Future actions\n\n- Hold talks. {#talks measure=sickness}\n- Paint it. {#paint}\n"
    assert list(actions(briefing(tmp_path, update=update, measures=measures))) == ["paint"]


def test_a_part_for_staff_leaves_nothing_behind(tmp_path: Path) -> None:
    letter = "---\npublished: 2020-01-31\n---\nHello.\n\n::: staff\nThe secret is out.\n:::\n\nGoodbye.\n"
    (edition,) = briefing(tmp_path, letter=letter).content.editions
    assert plain_words(edition.letter) == "Hello. Goodbye."
    (edition,) = briefing(tmp_path / "staff", "staff", letter=letter).content.editions
    assert plain_words(edition.letter) == "Hello. The secret is out. Goodbye."


def test_all_audiences_share_an_action_in_which_nothing_is_to_be_narrowed(tmp_path: Path) -> None:
    shared = "- [Reports](https://a.example/) *of* all, after a visit. {#reports after=visits}\n"
    led_on = "- See [the letter](edition.md).\n"
    update = f"## Future actions\n\n- Visit. {{#visits}}\n{shared}{led_on}"
    write_files(smallest() | {UPDATE: update.encode()}, tmp_path)
    content, _, findings = read_content(tmp_path)
    assert content is not None, findings
    written = content.editions[0].updates[0].actions
    for audience in content.programme.audiences:
        known = brief(content, audience, ON).content.editions[0].updates[0].actions
        assert [it is other for it, other in zip(known, written, strict=True)] == [True, True, False]


def test_a_link_to_something_hidden_leaves_only_its_words(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Open, see [the other](action:secret). {#open}\n- Secret. {#secret for=staff}\n"
    (edition,) = briefing(tmp_path, update=update).content.editions
    (action,) = edition.updates[0].actions
    assert plain_words(action.text) == "Open, see the other."
    assert not [run for run in runs_in(action.text) if isinstance(run, Link)]


def test_a_link_holds_the_address_that_it_leads_to(tmp_path: Path) -> None:
    update = "## Future actions\n\n- See [the letter](edition.md) and [us](https://a.example/). {#open}\n"
    (edition,) = briefing(tmp_path, update=update).content.editions
    links = [run.target for run in runs_in(edition.updates[0].actions[0].text) if isinstance(run, Link)]
    assert links == ["updates/2020-01/", "https://a.example/"]


def test_a_picture_is_known_by_its_path_from_the_root_and_a_hidden_one_leaves_nothing(tmp_path: Path) -> None:
    pictures = {"images/map.svg": b"<svg/>", "images/a/b.svg": b"<svg/>", "images/a/images.yml": b"for: staff\n"}
    write_files(pictures, tmp_path)
    letter = "---\npublished: 2020-01-31\n---\n![Map](../../images/map.svg) ![Plan](../../images/a/b.svg)\n"
    (edition,) = briefing(tmp_path, letter=letter).content.editions
    assert [(run.target, run.alt) for run in runs_in(edition.letter) if isinstance(run, InlineImage)] == [
        ("images/map.svg", "Map")
    ]


def test_residents_are_told_the_name_of_a_lead_only_if_it_is_public(tmp_path: Path) -> None:
    (workstream,) = briefing(tmp_path).content.workstreams
    assert (workstream.lead.name, workstream.lead.role) == ("", "Head of Customer Services")
    public = smallest()["workstreams.yml"].decode().replace("Customer Services}", "Customer Services, public: true}")
    (workstream,) = briefing(tmp_path / "public", workstreams=public).content.workstreams
    assert workstream.lead.name == "Priya Nair"
    assert briefing(tmp_path / "staff", "staff").content.workstreams[0].lead.name == "Priya Nair"


def test_residents_are_not_told_who_else_sees_what(tmp_path: Path) -> None:
    content = briefing(tmp_path).content
    assert [audience.id for audience in content.programme.audiences] == ["residents"]
    assert content.editions[0].audiences == {"residents"}


@pytest.mark.parametrize("front", ["published: 2020-02-02", "published: 2020-01-31\nstatus: draft"])
def test_drafts_and_editions_of_a_later_day_are_kept_only_if_drafts_are_asked_for(tmp_path: Path, front: str) -> None:
    letter = f"---\n{front}\n---\nHello.\n"
    assert briefing(tmp_path, letter=letter).content.editions == ()
    assert len(briefing(tmp_path / "drafts", drafts=True, letter=letter).content.editions) == 1


def test_staff_are_told_which_actions_others_do_not_see(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Agree the contract. {#contract for=staff}\n- Visit councils. {#visits}\n"
    found = briefing(tmp_path, "staff", update=update).restricted
    assert (set(found), len(found)) == ({("2020-01", "contract")}, 1)
    assert [("2020-01", it) in found for it in ("contract", "visits")] == [True, False]
    assert set(briefing(tmp_path / "residents", update=update).restricted) == set()


def test_an_action_that_only_one_of_several_audiences_does_not_see_is_among_those_that_staff_are_told_of(
    tmp_path: Path,
) -> None:
    programme = smallest()["programme.yml"].decode()
    for found in ("audiences:\n", "[staff, residents]"):
        assert found in programme
    three = programme.replace("audiences:\n", "audiences:\n  members: {title: Members, theme: plain}\n")
    three = three.replace("[staff, residents]", "[staff, members, residents]")
    update = (
        "## Future actions\n\n- One. {#one for=staff}\n- Two. {#two for='staff members'}\n"
        "- Three. {#three for='staff residents'}\n- Four. {#four}\n"
    )
    restricted = briefing(tmp_path, "staff", programme=three, update=update).restricted
    assert {identity for _, identity in restricted} == {"one", "two", "three"}


def test_a_link_to_a_document_says_its_kind_and_size(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir(parents=True)
    (tmp_path / "documents" / "plan.pdf").write_bytes(b"x" * 43_000)
    documents = "- {id: plan, title: Plan, file: plan.pdf}\n"
    update = "## Completed\n\n- See [our plan](document:plan) and [it](../../documents/plan.pdf). {#a}\n"
    (edition,) = briefing(tmp_path, update=update, documents=documents).content.editions
    assert plain_words(edition.updates[0].actions[0].text) == "See our plan (PDF, 43 kB) and it (PDF, 43 kB)."


def test_in_no_field_is_anything_left_that_is_for_others_not_even_that_there_are_others(tmp_path: Path) -> None:
    write_files(smallest() | {path: text.encode() for path, text in CANARIES.items()}, tmp_path)
    content, _, _ = read_content(tmp_path)
    assert content is not None
    for audience, is_told in (("residents", False), ("staff", True)):
        found = content.programme.audience(audience)
        assert found is not None
        told = re.sub(r"Span\([^)]*\)", "", repr(brief(content, found, ON).content)).lower()
        assert ("canary" in told, "staff" in told, "2020-04" in told) == (is_told, is_told, False)


def test_the_public_is_nobody_who_belongs_to_the_council(tmp_path: Path) -> None:
    programme = smallest()["programme.yml"].decode()
    more = "audiences:\n  managers: {title: Managers, theme: council, internal: true}\n"
    write_files(smallest() | {"programme.yml": programme.replace("audiences:\n", more).encode()}, tmp_path)
    content, _, _ = read_content(tmp_path)
    assert content is not None
    briefings = Briefings(content, ON)
    assert [it.audience.id for it in briefings.of_the_public()] == ["residents"]
