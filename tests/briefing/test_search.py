"""What can be found: every action from A to Z, and the records of an index, both of what one audience may know."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.briefing import search
from generator.briefing.describe import Describer
from generator.briefing.search_views import SearchRecord
from generator.briefing.views import LinkTo
from tests.briefing.describers import describer_of
from tests.building import ON, SAMPLE, SAMPLE_ON, built, pages
from tests.examples import smallest, write_files

UPDATE = """\
Our first words.

## Future actions

- “Élan” is the name of the new van. {#van due="Spring 2020" tags="transport"}
- apply for the grant. {#grant}
- 30 desks are to be mended. {#desks}
- Sell Brook House to the hospital next door. {#sale for=staff}

  And nobody else.
"""


def describer(folder: Path, audience: str = "staff", update: str = UPDATE, is_searched: bool = True) -> Describer:
    files = smallest() | {"editions/2020-01/customer-services.md": update.encode()}
    write_files(files, folder)
    return describer_of(folder, audience, ON, is_searched)


@cache
def sample(audience: str) -> tuple[SearchRecord, ...]:
    return search.records(describer_of(SAMPLE, audience, SAMPLE_ON))


def by_address(describe: Describer) -> dict[str, SearchRecord]:
    return {record.address: record for record in search.records(describe)}


def test_names_stand_where_people_look_them_up(tmp_path: Path) -> None:
    found = search.letters(describer(tmp_path))
    assert {letter: [thread.id for thread in threads] for letter, threads in found.items()} == {
        "0-9": ["desks"],
        "A": ["grant"],
        "E": ["van"],
        "S": ["sale"],
    }


def test_a_letter_leads_to_its_place_on_the_page(tmp_path: Path) -> None:
    describe = describer(tmp_path)
    page = search.search_page(describe, search.letters(describe))
    assert [link.address for link in page.letters] == [f"search/#letter.{it}" for it in ("0-9", "a", "e", "s")]
    assert [group.anchor for group in page.groups] == ["letter.0-9", "letter.a", "letter.e", "letter.s"]


def test_too_many_actions_for_a_page_get_a_page_a_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_ON_ONE_PAGE", 3)
    describe = describer(tmp_path)
    found = search.letters(describe)
    page = search.search_page(describe, found)
    assert (page.groups, [link.address for link in page.letters][:2]) == ((), ["search/0-9/", "search/a/"])
    assert [entry.title for entry in search.letter_page(describe, "A", found).group.entries] == ["apply for the grant"]


def test_without_an_index_the_page_says_only_what_it_is(tmp_path: Path) -> None:
    describe = describer(tmp_path, is_searched=False)
    page = search.search_page(describe, search.letters(describe))
    assert (page.title, page.search) == ("A to Z", None)
    assert search.link_to_search(describer(tmp_path)).title == "Search"


def test_an_action_that_has_ended_is_found_with_the_month_in_which_it_did(tmp_path: Path) -> None:
    found = by_address(describer(tmp_path, update="## Completed\n\n- Opened the desk. {#desk due=2021}\n"))
    assert dict(found["actions/desk/index.html"].told)["due"] == "January 2020"


def test_an_action_is_found_by_all_that_is_said_of_it_and_leads_to_itself(tmp_path: Path) -> None:
    record = by_address(describer(tmp_path))["actions/van/index.html"]
    told = dict(record.told)
    assert "Élan" in record.words
    assert (told["due"], told["about"], told["more"]) == ("Due Spring 2020", "Customer services", "transport")
    assert dict(record.filters) == {
        "edition": ("2020-01",),
        "only": (),
        "state": ("future",),
        "workstream": ("customer-services",),
    }


def test_the_words_that_it_was_first_promised_in_find_it_too() -> None:
    (record,) = (it for it in sample("staff") if it.address == "actions/website-supplier/index.html")
    assert len(record.words.split("\n")) > 1
    assert len(dict(record.filters)["edition"]) > 1


def test_what_is_overdue_and_not_mentioned_is_found_as_either_and_what_is_only_one_of_them_as_that(
    tmp_path: Path,
) -> None:
    promised = (
        "- Paint the hall. {#hall due=2020-01-31}\n"
        "- Mend the lift. {#lift due=2020-01-31}\n"
        "- Print the map. {#map due=2020-12-31}\n"
    )
    laid = {
        "editions/2020-01/customer-services.md": f"## Future actions\n\n{promised}".encode(),
        "editions/2020-02/edition.md": b"---\npublished: 2020-02-28\n---\nFebruary.\n",
        "editions/2020-02/customer-services.md": b"## Future actions\n\n- Mend the lift. {#lift}\n",
    }
    write_files(smallest() | laid, tmp_path)
    found = by_address(describer_of(tmp_path, "staff", date(2020, 3, 1)))
    assert {it: dict(found[f"actions/{it}/index.html"].filters)["state"] for it in ("hall", "lift", "map")} == {
        "hall": ("overdue", "unmentioned"),
        "lift": ("overdue",),
        "map": ("unmentioned",),
    }


def test_as_many_actions_as_a_page_has_room_for_stand_on_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    describe = describer(tmp_path)
    monkeypatch.setattr(search, "MOST_ON_ONE_PAGE", len(describe.threads))
    assert not search.has_pages_of_letters(describe)


def test_the_list_marks_what_is_for_some_readers_alone(tmp_path: Path) -> None:
    describe = describer(tmp_path)
    page = search.search_page(describe, search.letters(describe))
    assert {entry.title: entry.is_restricted for group in page.groups for entry in group.entries} == {
        it.headline: it.id == "sale" for it in describe.threads.values()
    }


def test_an_action_is_found_by_its_reasons_and_its_newest_words_come_first(tmp_path: Path) -> None:
    laid = {
        "editions/2020-01/customer-services.md": b"## Future actions\n\n- Mend the lift. {#lift}\n",
        "editions/2020-02/edition.md": b"---\npublished: 2020-02-28\n---\nFebruary.\n",
        "editions/2020-02/customer-services.md": b'## Stopped\n\n- Close the lift. {#lift reason="It is worn out."}\n',
    }
    write_files(smallest() | laid, tmp_path)
    record = by_address(describer_of(tmp_path, "staff", date(2020, 3, 1)))["actions/lift/index.html"]
    assert record.words.split("\n") == ["Close the lift.", "It is worn out.", "Mend the lift."]


def test_updates_are_found_where_they_stand(tmp_path: Path) -> None:
    record = by_address(describer(tmp_path))["updates/2020-01/index.html#workstream.customer-services"]
    assert record.words == "Our first words."
    assert dict(record.filters)["kind"] == ("update",)


def test_a_measure_is_found_by_what_it_says() -> None:
    (record,) = (it for it in sample("residents") if it.address == "measures/online-transactions/index.html")
    assert "46 services" in record.words
    assert "The first five of the ten most-used forms." in record.words
    assert dict(record.told) == {"title": "Services you can use online", "about": "Customer services"}
    assert dict(record.filters) == {"kind": ("measure",), "workstream": ("customer-services",)}


def test_small_words_at_the_beginning_of_a_name_do_not_count(tmp_path: Path) -> None:
    update = """\
## Future actions

- We will open the new depot. {#depot due="Spring 2020"}
- You can ring us all day. {#ring}
- The A64 reopens. {#road}
- Weather data are published. {#weather}
- We can. {#slogan}
"""
    assert ids_by_letter(describer(tmp_path, update=update)) == {
        "A": ["road"],
        "O": ["depot"],
        "R": ["ring"],
        "W": ["slogan", "weather"],
    }


def test_a_catalogue_says_which_words_are_small_in_its_language(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Y lifft newydd. {#lifft due=2020}\n- A oes newid. {#will}\n"
    files = {**smallest(), "editions/2020-01/customer-services.md": update.encode()}
    files["programme.yml"] += b"language: cy\n"
    write_files(files, tmp_path)
    describe = describer_of(tmp_path, "staff", ON)
    assert ids_by_letter(describe) == {"A": ["will"], "Y": ["lifft"]}
    describe.translate = lambda words: "y yr" if words.startswith("a an the ") else words
    assert ids_by_letter(describe) == {"A": ["will"], "L": ["lifft"]}


def test_the_letters_of_the_language_have_pages_and_places_of_their_own(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Chwarae teg. {#teg}\n- Cwm glân. {#cwm}\n- Ŵyn ar y bryn. {#wyn}\n"
    describe = describer(tmp_path, update=update)
    letters = "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y"
    describe.translate = lambda words: letters if words.startswith("a b c ") else words
    found = search.letters(describe)
    assert list(found) == ["C", "Ch", "W"]
    assert [it.address for it in search.search_page(describe, found).letters][1] == "search/#letter.ch"
    assert search.letter_page(describe, "Ch", found).address == "search/ch/"


def ids_by_letter(describe: Describer) -> dict[str, list[str]]:
    return {letter: [it.id for it in threads] for letter, threads in search.letters(describe).items()}


def test_an_update_is_not_found_under_the_name_of_its_workstream_alone(tmp_path: Path) -> None:
    told_names = [dict(it.told)["title"] for it in by_address(describer(tmp_path)).values()]
    assert "Customer services, January 2020" in told_names
    assert told_names.count("Customer services") == 1


def test_a_list_of_no_actions_is_not_pointed_to(tmp_path: Path) -> None:
    none_yet = built(tmp_path, {"editions/2020-01/customer-services.md": "Nothing has been done yet."})
    page = pages(none_yet, "staff")["search/index.html"]
    assert "No action has been reported yet." in page
    assert "Every action is in the list below." not in page
    assert "Every action is in the list below." in pages(built(tmp_path / "some"), "staff")["search/index.html"]


def test_every_kind_of_thing_that_is_found_has_a_word_for_it() -> None:
    template = (SAMPLE.parent / "themes" / "base" / "parts" / "search.html").read_text(encoding="utf-8")
    kinds = {kind for record in sample("staff") for kind in dict(record.filters).get("kind", ())}
    assert kinds == {"edition", "update", "workstream", "measure", "page", "document", "term", "newsletter"}
    assert kinds == set(re.findall(r'data-kind="(\w+)"', template))


def test_an_action_is_found_by_what_its_abbreviations_mean(tmp_path: Path) -> None:
    """The page says "CRM (customer records management)", and whoever sought those words found the glossary alone."""
    glossary = b"- {term: CRM, means: customer records management}\n- {term: RM, means: risk management}\n"
    update = b"## Future actions\n\n- Buy a CRM. {#crm}\n- Mend the CRMs. {#many}\n"
    laid = {"glossary.yml": glossary, "editions/2020-01/customer-services.md": update}
    write_files(smallest() | laid, tmp_path)
    found = by_address(describer_of(tmp_path, "staff", ON))
    means = {it: dict(found[f"actions/{it}/index.html"].told)["more"] for it in ("crm", "many")}
    assert means == {"crm": "customer records management", "many": ""}


def test_what_has_no_words_of_its_own_is_found_by_its_title() -> None:
    """The indexer leaves out a record that has no words, whatever it is told of it."""
    assert not [record.address for record in sample("staff") if not record.words]


def test_the_sites_own_pages_are_found_and_none_of_them_twice(tmp_path: Path) -> None:
    lists = (LinkTo("Progress", "progress/"), LinkTo("The desk", "actions/desks/"))
    found = search.records(describer(tmp_path), lists)
    titles = {record.address: dict(record.told)["title"] for record in found}
    assert titles["progress/index.html"] == "Progress"
    assert titles["actions/desks/index.html"] == "30 desks are to be mended"
    assert len(titles) == len(found)


def test_an_issue_of_a_newsletter_is_found_by_its_name_and_time() -> None:
    (issue,) = (it for it in sample("residents") if it.address == "newsletters/our-promises/2026-q3/index.html")
    assert dict(issue.told) == {"title": "Our promises to you, July to September 2026", "due": "30 September 2026"}
    assert dict(issue.filters)["edition"] == ("2026-07", "2026-08", "2026-09")


def test_an_audience_finds_only_what_it_may_know(tmp_path: Path) -> None:
    staff, residents = (by_address(describer(tmp_path, audience)) for audience in ("staff", "residents"))
    assert dict(staff["actions/sale/index.html"].filters)["only"] == ("yes",)
    assert "actions/sale/index.html" not in residents
    assert "Brook House" not in repr(residents)


def test_residents_of_the_sample_find_no_sentence_that_is_for_staff() -> None:
    residents = {record.address: record for record in sample("residents")}
    own = {address for address in residents if address.startswith("newsletters/our-promises/")}
    assert residents.keys() - own < {record.address for record in sample("staff")}
    assert not [record for record in residents.values() if dict(record.filters).get("only")]


def test_drafts_are_not_found_but_among_drafts(tmp_path: Path) -> None:
    draft = b"---\npublished: 2020-01-31\nstatus: draft\n---\nFebruary.\n"
    update = b"## Future actions\n\n- Paint the hall. {#hall}\n"
    laid = {"editions/2020-02/edition.md": draft, "editions/2020-02/customer-services.md": update}
    write_files(smallest() | laid, tmp_path)
    out, drafts = (by_address(describer_of(tmp_path, "staff", ON, with_drafts=asked)) for asked in (False, True))
    assert drafts.keys() - out.keys() == {"actions/hall/index.html", "updates/2020-02/index.html"}
    assert not any("2020-02" in dict(record.filters).get("edition", ()) for record in out.values())


def test_every_record_of_the_sample_leads_to_one_place() -> None:
    places = [record.address for record in sample("staff")]
    assert len(places) == len(set(places))
    assert all(dict(record.told)["title"] for record in sample("staff"))
