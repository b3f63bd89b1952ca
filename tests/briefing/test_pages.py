"""The views of pages, each made from a small programme."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.briefing import pages
from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.promises import promise
from generator.domain.person import Person
from generator.domain.record import Correction, Record, Withdrawal, Withdrawn, WorkstreamThen
from generator.reading.content import read_content
from tests.examples import smallest, write_files

ON = date(2020, 4, 10)
MONTHS = {
    "2020-01": """\
## Future actions

- Publish the parking map. {#map due="March 2020"}
- Open the help desk. {#desk due="May 2020"}
- Repair the lift. {#lift due="June 2020" after="map van"}
- Sell the old van. {#van}
""",
    "2020-02": """\
## Future actions

- Open the help desk. {#desk due="September 2020" reason="The room is let."}

## Completed

- Sold the old van. {#van after=map}
""",
    "2020-03": """\
## Future actions

- Publish the parking map. {#map}
- Open the help desk. {#desk due="August 2020" reason="The room is free in summer."}
- Repair the lift. {#lift after="map van"}
""",
}


@pytest.fixture(scope="module")
def describe(tmp_path_factory: pytest.TempPathFactory) -> Describer:
    return described(tmp_path_factory.mktemp("pages"), {})


def described(folder: Path, more: Mapping[str, str]) -> Describer:
    """For staff, with drafts."""
    files = dict(more)
    for month, update in MONTHS.items():
        files[f"editions/{month}/edition.md"] = f"---\npublished: {month}-28\n---\nA month.\n"
        files[f"editions/{month}/customer-services.md"] = update
    write_files(smallest() | {path: text.encode() for path, text in files.items()}, folder)
    content, _, _ = read_content(folder)
    assert content is not None
    return Describer(brief(content, content.programme.audiences[0], ON, with_drafts=True), str)


def test_an_edition_leads_to_the_one_before_and_the_one_after_and_the_first_and_the_last_to_one_alone(
    describe: Describer,
) -> None:
    around = []
    for it in describe.content.editions:
        page = pages.edition(describe, it)
        around.append((page.earlier and page.earlier.title, page.later and page.later.title))
    first, second, third = (it.title for it in describe.content.editions)
    assert around == [(None, second), (first, third), (second, None)]


def test_an_edition_that_is_not_out_is_marked_as_a_draft(tmp_path: Path) -> None:
    letter = "---\npublished: {}\n{}---\nA month.\n"
    files = {
        "editions/2020-04/edition.md": letter.format("2020-04-09", "status: draft\n"),
        "editions/2020-05/edition.md": letter.format("2020-05-28", ""),
    }
    describe = described(tmp_path, files)
    drafts = [it.id for it in describe.content.editions if pages.edition(describe, it).is_draft]
    assert drafts == ["2020-04", "2020-05"]


def test_the_page_of_an_action_says_that_it_is_late_from_the_day_on_which_it_is_overdue(describe: Describer) -> None:
    late = describe.threads["map"]
    assert not late.was_late
    assert pages.action(describe, late).was_late
    assert not pages.action(describe, describe.threads["desk"]).days_taken


@pytest.mark.parametrize(
    ("due", "months"),
    [
        ("Summer 2020", "June to August 2020"),
        ("Winter 2020/21", "December 2020 to February 2021"),
        ("June 2020", ""),
        ("2020", ""),
    ],
)
def test_the_page_of_an_action_says_which_months_a_season_has(tmp_path: Path, due: str, months: str) -> None:
    update = f'## Future actions\n\n- Mend the bus stop. {{#stop due="{due}"}}\n'
    letter = "---\npublished: 2020-03-30\n---\nA month.\n"
    files = {"editions/2020-03-more/edition.md": letter, "editions/2020-03-more/customer-services.md": update}
    describe = described(tmp_path, files)
    assert pages.action(describe, describe.threads["stop"]).due_months == months


def test_the_page_of_an_action_names_those_alone_that_still_wait_for_it(describe: Describer) -> None:
    waiting = [link.title for link in pages.action(describe, describe.threads["map"]).waited_for_by]
    assert waiting == ["Repair the lift"]
    awaited = [link.title for link in pages.action(describe, describe.threads["lift"]).waits_for]
    assert awaited == ["Publish the parking map"]


def test_a_search_engine_is_told_when_an_action_ended_or_is_due_before_the_words_that_may_only_promise_it(
    tmp_path: Path,
) -> None:
    letter = "---\npublished: 2020-03-30\n---\nA month.\n"
    ended = '## Stopped\n\n- Put a robot on the telephone. {#robot reason="It was wrong."}\n'
    files = {"editions/2020-03-more/edition.md": letter, "editions/2020-03-more/customer-services.md": ended}
    describe = described(tmp_path, files)
    told = {it: pages.action(describe, describe.threads[it]).description for it in ("robot", "van", "desk", "lift")}
    assert told == {
        "robot": "Stopped in March 2020: Put a robot on the telephone. Why: It was wrong.",
        "van": "Completed in February 2020: Sold the old van.",
        "desk": "Due August 2020 (first promised for May 2020): Open the help desk.",
        "lift": "Due June 2020: Repair the lift.",
    }


def test_why_an_action_was_stopped_follows_words_that_end_with_or_without_a_full_stop(tmp_path: Path) -> None:
    letter = "---\npublished: 2020-03-30\n---\nA month.\n"
    ended = '## Stopped\n\n- Kiosk in the hall {#kiosk reason="No money."}\n- “Ask me.” {#ask reason="No money."}\n'
    files = {"editions/2020-03-more/edition.md": letter, "editions/2020-03-more/customer-services.md": ended}
    describe = described(tmp_path, files)
    assert [pages.action(describe, describe.threads[it]).description for it in ("kiosk", "ask")] == [
        "Stopped in March 2020: Kiosk in the hall. Why: No money.",
        "Stopped in March 2020: “Ask me.” Why: No money.",
    ]


def test_what_a_search_engine_is_told_of_an_action_has_an_end(tmp_path: Path) -> None:
    update = f"## Future actions\n\n- Repair {'the lift and ' * 20}the door. {{#all due='May 2020'}}\n"
    letter = "---\npublished: 2020-03-30\n---\nA month.\n"
    files = {"editions/2020-03-more/edition.md": letter, "editions/2020-03-more/customer-services.md": update}
    describe = described(tmp_path, files)
    told = pages.action(describe, describe.threads["all"]).description
    assert told.startswith("Due May 2020: Repair the lift")
    assert told.endswith(" …")
    assert len(told) <= 155 + len(" …")


def test_a_list_tells_how_often_a_promise_was_put_off_and_no_reason_but_that_of_its_end(describe: Describer) -> None:
    told = promise(describe, describe.threads["desk"])
    assert describe.threads["desk"].latest.action.reason
    assert (told.moves, told.reason) == (1, "")


def test_what_is_overdue_stands_first_and_what_has_no_date_last(describe: Describer) -> None:
    assert [it.id for it in describe.open_by_due] == ["map", "lift", "desk"]
    page = pages.timeline(describe)
    assert [it.title for it in page.overdue] == ["Publish the parking map"]
    assert [when.when.words for when in page.periods] == ["June 2020", "August 2020"]
    assert page.undated == ()


def test_the_glossary_is_in_the_order_of_the_alphabet_whatever_its_capitals(tmp_path: Path) -> None:
    terms = "".join(
        f"- {{term: {term}, means: a thing}}\n" for term in ("Zebra crossing", "Ash dieback", "app", "Band D")
    )
    groups = pages.glossary(described(tmp_path, {"glossary.yml": terms})).groups
    assert [(it.letter, [term.term for term in it.terms]) for it in groups] == [
        ("A", ["app", "Ash dieback"]),
        ("B", ["Band D"]),
        ("Z", ["Zebra crossing"]),
    ]


def test_no_two_terms_of_the_glossary_have_one_place_on_the_page(tmp_path: Path) -> None:
    terms = "".join(f"- {{term: {term}, means: a thing}}\n" for term in ("CRM", "Crm", "4G", "5G", "Band D"))
    groups = pages.glossary(described(tmp_path, {"glossary.yml": terms})).groups
    anchors = [term.anchor for it in groups for term in it.terms]
    assert len(set(anchors)) == 5
    assert {"term.crm", "term.band-d"} < set(anchors)


def test_accents_do_not_send_terms_and_pages_to_the_end(tmp_path: Path) -> None:
    terms = "".join(f"- {{term: {term}, means: a thing}}\n" for term in ("Ŵyl", "5G", "Wi-Fi", "Zone", "École"))
    text = "---\ntitle: {}\n---\nWords.\n"
    files = {"pages/a.md": text.format("Écoutez"), "pages/b.md": text.format("Funding"), "glossary.yml": terms}
    describe = described(tmp_path, files)
    groups = pages.glossary(describe).groups
    assert [(it.letter, [term.term for term in it.terms]) for it in groups] == [
        ("0-9", ["5G"]),
        ("E", ["École"]),
        ("W", ["Wi-Fi", "Ŵyl"]),
        ("Z", ["Zone"]),
    ]
    assert [link.title for link in pages.site(describe).footer][:2] == ["Écoutez", "Funding"]


def test_the_page_about_the_programme_stands_first_in_the_footer(tmp_path: Path) -> None:
    text = "---\ntitle: {}\n---\nWords.\n"
    files = {"pages/about.md": text.format("Why we do it"), "pages/help.md": text.format("Help for councillors")}
    footer = [link.title for link in pages.site(described(tmp_path, files)).footer]
    assert footer[:2] == ["Why we do it", "Help for councillors"]


def test_what_was_changed_in_an_edition_is_told_newest_first_whatever_it_was(describe: Describer) -> None:
    changed = replace(
        describe.content.editions[0],
        corrections=tuple(Correction(date(2020, 3, day), f"what {day}", "why") for day in (20, 2)),
        withdrawals=(Withdrawal(date(2020, 3, 9), Withdrawn.PERSON, "why"),),
    )
    days = [it.when.machine for it in describe.corrections(changed)]
    assert days == ["2020-03-20", "2020-03-09", "2020-03-02"]


def test_a_frozen_edition_names_its_workstreams_leads_and_director_of_that_day(describe: Describer) -> None:
    edition = describe.content.editions[0]
    then = WorkstreamThen("customer-services", "Contact centre", Person("Ann Lee", "Manager"), (), frozenset())
    director = Person("Jo Bell", "Interim Director")
    page = pages.edition(describe, replace(edition, record=Record(date(2020, 2, 1), frozenset(), director, (then,))))
    assert [link.title for link in page.contents] == ["Contact centre"]
    assert page.updates[0].lead.name == "Ann Lee"
    assert page.director.name == "Jo Bell"
    now = pages.edition(describe, edition)
    assert (now.updates[0].lead.name, now.director.name) == ("Priya Nair", "Amina Yusuf")


def test_a_workstream_that_has_ended_says_when_and_is_not_among_those_that_go_on(tmp_path: Path) -> None:
    """Its old counts would read as if its promises were still open."""
    lead = "lead: {name: Al Roy, role: Head of IT}"
    more = (
        f"- {{id: it, title: IT, {lead}, ended: 2020-03-01}}\n- {{id: gis, title: Maps, {lead}, ended: 2020-04-10}}\n"
    )
    describe = described(tmp_path, {"workstreams.yml": smallest()["workstreams.yml"].decode() + more})
    assert [it.title for it in pages.home(describe).workstreams] == ["Customer services", "Maps"]
    ends = {it.title: it.ended and it.ended.machine for it in pages.workstreams(describe).workstreams}
    assert ends == {"Customer services": None, "IT": "2020-03-01", "Maps": None}


def test_where_every_workstream_has_ended_the_home_page_names_them_all(tmp_path: Path) -> None:
    ended = smallest()["workstreams.yml"].decode() + "  ended: 2020-03-01\n"
    describe = described(tmp_path, {"workstreams.yml": ended})
    assert [(it.title, it.counts) for it in pages.home(describe).workstreams] == [("Customer services", ())]
