"""What an issue of a newsletter tells."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.freezing import freeze
from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.issue_page import issue_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.newsletters import issues_page
from generator.briefing.views import When
from generator.domain.prose import plain_words
from generator.reading.content import read_content
from tests.examples import smallest, write_files

LATER = date(2020, 12, 31)
NEWSLETTERS = """newsletters:
  - {id: news, title: One Council news, audience: staff, every: month}
  - {id: promises, title: Our promises, audience: residents, every: quarter}
"""
MONTHS = {
    "2020-01": """## Completed

- Opened the desk. {#desk}

## Future actions

- Visit two councils. {#visits due="March 2020"}
- Choose the kiosks. {#kiosks due="March 2020"}
""",
    "2020-02": """Words of February.

## Future actions

- Visit three councils. {#visits due="May 2020" reason="Two were away."}
- Choose the kiosks. {#kiosks due="April 2020"}
- Hire a clerk. {#clerk for=staff}
""",
    "2020-03": """## Completed

- Visited three councils. {#visits}

## Future actions

- Choose the kiosks. {#kiosks due="June 2020" reason="The maker closed."}
""",
}


def described(
    folder: Path,
    audience: str,
    on: date = LATER,
    newsletters: str = NEWSLETTERS,
    front: str = "",
    updates: Mapping[str, str] | None = None,
    further: Mapping[str, str] | None = None,
    with_drafts: bool = False,
) -> Describer:
    files = smallest()
    files["programme.yml"] += newsletters.encode()
    for month, update in {**MONTHS, **(updates or {})}.items():
        letter = f"---\npublished: {month}-28\n{front}---\nThe letter of {month}.\n"
        files |= {
            f"editions/{month}/edition.md": letter.encode(),
            f"editions/{month}/customer-services.md": update.encode(),
        }
    write_files(files | {path: text.encode() for path, text in (further or {}).items()}, folder)
    return as_written(folder, audience, on, with_drafts)


def as_written(folder: Path, audience: str, on: date = LATER, with_drafts: bool = False) -> Describer:
    content, _, findings = read_content(folder)
    assert content is not None
    assert not findings
    wanted = content.programme.audience(audience)
    assert wanted is not None
    known = brief(content, replace(wanted, site="https://council.example/"), on, with_drafts)
    return Describer(known, lambda words: words)


def pages(describe: Describer) -> list[NewsletterPage]:
    return [issue_page(describe, issue) for issue in describe.issues]


def told(page: NewsletterPage) -> dict[str, list[str]]:
    return {
        section.state: [plain_words(action.text) for action in section.actions]
        for part in page.parts
        for section in part.sections
    }


def test_each_audience_has_its_own_newsletters(tmp_path: Path) -> None:
    assert [page.title for page in pages(described(tmp_path / "s", "staff"))] == [
        "One Council news, January 2020",
        "One Council news, February 2020",
        "One Council news, March 2020",
    ]
    assert [page.title for page in pages(described(tmp_path / "r", "residents"))] == [
        "Our promises, January to March 2020"
    ]


def test_readers_are_told_how_often_there_is_more_to_read(tmp_path: Path) -> None:
    rhythms = {it: issues_page(described(tmp_path / it, it)).rhythms for it in ("staff", "residents")}
    assert rhythms == {
        "staff": ("A new issue of One Council news comes out every month.",),
        "residents": ("A new issue of Our promises comes out every three months.",),
    }


def test_a_newsletter_that_comes_out_with_named_editions_promises_no_rhythm(tmp_path: Path) -> None:
    named = NEWSLETTERS.replace("every: month", "every: [2020-02]")
    assert named != NEWSLETTERS
    assert issues_page(described(tmp_path, "staff", newsletters=named)).rhythms == ()


def test_a_quarter_tells_each_action_once_by_its_newest_words(tmp_path: Path) -> None:
    (page,) = pages(described(tmp_path, "residents"))
    assert told(page) == {
        "completed": ["Opened the desk.", "Visited three councils."],
        "future": ["Choose the kiosks."],
    }
    assert [count.count for count in page.counts] == [2, 1]


def test_a_quarter_tells_what_went_on_as_another_by_that_one_alone(tmp_path: Path) -> None:
    updates = {
        "2020-02": "## Future actions\n\n- Begin. {#begin from=visits}\n",
        "2020-03": "## Future actions\n\n- Begin. {#begin}\n",
    }
    (page,) = pages(described(tmp_path, "residents", updates=updates))
    assert told(page)["future"] == ["Choose the kiosks.", "Begin."]


def test_a_quarter_has_the_newest_introduction_and_names_the_earlier_letters(tmp_path: Path) -> None:
    january = "Words of January.\n\n" + MONTHS["2020-01"]
    (page,) = pages(described(tmp_path, "residents", updates={"2020-01": january}))
    assert plain_words(page.parts[0].introduction) == "Words of February."
    assert [plain_words(letter.letter) for letter in page.letters] == [
        "The letter of 2020-03.",
        "The letter of 2020-02.",
        "The letter of 2020-01.",
    ]


def test_what_moved_is_told_from_where_it_stood_to_where_it_was_moved_and_whether_it_has_ended_since(
    tmp_path: Path,
) -> None:
    (page,) = pages(described(tmp_path, "residents"))
    assert [(it.title, it.before.words, it.after.words, it.reason, it.state) for it in page.moves] == [
        ("Visited three councils", "March 2020", "May 2020", "Two were away.", "completed"),
        ("Choose the kiosks", "March 2020", "June 2020", "The maker closed.", "future"),
    ]


def test_an_issue_does_not_know_what_came_after_it(tmp_path: Path) -> None:
    february = pages(described(tmp_path, "staff"))[1]
    assert told(february)["future"] == ["Visit three councils.", "Choose the kiosks.", "Hire a clerk."]
    assert [(move.title, move.after.words) for move in february.moves] == [
        ("Visit three councils", "May 2020"),
        ("Choose the kiosks", "April 2020"),
    ]
    known_then = pages(described(tmp_path / "then", "staff", date(2020, 2, 28)))[1]
    assert replace(february, later=None) == known_then


def test_what_an_earlier_issue_told_as_ended_says_so_and_is_not_counted_again(tmp_path: Path) -> None:
    updates = {
        "2020-01": "## Completed\n\n- Opened the desk. {#desk}\n\n## Stopped\n\n- Sell the van. {#van reason=Rust.}\n",
        "2020-02": "## Completed\n\n- Opened the desk. {#desk}\n- Hired a clerk. {#clerk}\n",
        "2020-03": "## Completed\n\n- Hired a clerk. {#clerk}\n\n## Stopped\n\n- Sell the van. {#van reason=Rust.}\n",
    }
    months = pages(described(tmp_path / "months", "staff", updates=updates))
    assert [{it.state: it.count for it in page.counts} for page in months] == [
        {"completed": 1, "stopped": 1},
        {"completed": 1},
        {},
    ]
    again = {it.id: it.told_before for section in months[2].parts[0].sections for it in section.actions}
    assert {name: it.title for name, it in again.items() if it} == {"clerk": "February 2020", "van": "January 2020"}
    (quarter,) = pages(described(tmp_path / "quarter", "residents", updates=updates))
    assert {it.state: it.count for it in quarter.counts} == {"completed": 2, "stopped": 1}
    assert not any(it.told_before for section in quarter.parts[0].sections for it in section.actions)


def test_what_was_done_later_than_promised_says_so_wherever_it_is_told_as_done(tmp_path: Path) -> None:
    """First told in February; the issue of the quarter has March's words, which tell it again."""
    updates = {
        "2019-11": "## Future actions\n\n- Open the desk. {#desk due='November 2019'}\n- Hire a clerk. {#clerk}\n",
        "2020-01": "## Under way\n\n- Opening the desk. {#desk due='November 2019'}\n- Hiring a clerk. {#clerk}\n",
        "2020-02": "## Completed\n\n- Opened the desk. {#desk}\n- Hired a clerk. {#clerk}\n",
        "2020-03": "## Completed\n\n- Opened the desk. {#desk}\n",
    }
    describe = described(tmp_path / "quarter", "residents", updates=updates)
    (quarter,) = (page for page in pages(describe) if page.issue == "January to March 2020")
    told = {it.id: it.missed for section in quarter.parts[0].sections for it in section.actions}
    assert {name: it and it.words for name, it in told.items()} == {"desk": "November 2019", "clerk": None}
    by_edition = {
        edition.id: [
            it.missed and it.missed.words for it in describe.update(edition, edition.updates[0]).sections[0].actions
        ]
        for edition in describe.content.editions
    }
    assert by_edition == {
        "2019-11": [None, None],
        "2020-01": [None, None],
        "2020-02": ["November 2019", None],
        "2020-03": ["November 2019"],
    }


def test_a_promise_keeps_its_date_in_an_issue_whose_newest_words_leave_it_out(tmp_path: Path) -> None:
    updates = {
        "2020-02": "## Under way\n\n- Choosing the kiosks. {#kiosks}\n",
        "2020-03": "## Under way\n\n- Choosing the kiosks. {#kiosks}\n\n## Completed\n\n- Visited. {#visits}\n",
    }
    for audience in ("staff", "residents"):
        page = pages(described(tmp_path / audience, audience, updates=updates))[-1]
        dues = {it.id: it.due for section in page.parts[0].sections for it in section.actions}
        assert {name: due.words for name, due in dues.items() if due} == {"kiosks": "March 2020"}


def test_a_quarter_tells_what_it_opened_again_and_not_that_it_moved(tmp_path: Path) -> None:
    doors = "## Under way\n\n- Repair the doors again. {#doors due='April 2020' reason=Jammed.}\n"
    updates = {
        "2020-01": "## Completed\n\n- Repaired the doors. {#doors}\n",
        "2020-02": doors,
        "2020-03": doors.replace(" reason=Jammed.", ""),
    }
    (page,) = pages(described(tmp_path, "residents", updates=updates))
    (action,) = (it for section in page.parts[0].sections for it in section.actions if it.id == "doors")
    assert action.reopened is not None
    assert (action.reopened.state, action.reopened.edition.address) == ("completed", "updates/2020-01/")
    assert "actions/doors/" not in {move.address for move in page.moves}


def test_what_moved_and_why_is_told_once_and_nothing_is_told_of_tags(tmp_path: Path) -> None:
    kiosks = '## Future actions\n\n- Choose the kiosks. {#kiosks due="June 2020" reason=Closed. tags=libraries}\n'
    stop = "\n## Stopped\n\n- Hire a clerk. {#clerk reason=Cuts.}\n"
    (page,) = pages(described(tmp_path, "residents", updates={"2020-03": kiosks + stop}))
    views = [action for section in page.parts[0].sections for action in section.actions]
    assert [move.reason for move in page.moves] == ["Two were away.", "Closed."]
    assert {action.id: (action.reason, action.moved, action.tags) for action in views} == {
        "desk": ("", None, ()),
        "visits": ("", None, ()),
        "kiosks": ("", None, ()),
        "clerk": ("Cuts.", None, ()),
    }


def test_an_issue_says_what_was_overdue_or_not_mentioned_on_its_day_and_nothing_of_later(tmp_path: Path) -> None:
    updates = {
        "2020-01": MONTHS["2020-01"] + "- Count the signs. {#signs}\n",
        "2020-03": '## Future actions\n\n- Choose the kiosks. {#kiosks due="1 March 2020"}\n',
        "2020-06": "## Completed\n\n- Chose the kiosks. {#kiosks}\n",
    }
    page = pages(described(tmp_path, "residents", updates=updates))[0]
    outcomes = {it.id: it.outcome for section in page.parts[0].sections for it in section.actions}
    assert {name: (it.standing, it.edition.title) for name, it in outcomes.items() if it} == {
        "kiosks": ("overdue", "March 2020"),
        "signs": ("unmentioned", "January 2020"),
        "visits": ("unmentioned", "February 2020"),
    }
    assert {it.known_on.words for it in outcomes.values() if it and it.known_on} == {"28 March 2020"}


@pytest.mark.parametrize("tie", ["after", "from"])
def test_an_issue_leaves_out_what_is_named_only_later(tmp_path: Path, tie: str) -> None:
    updates = MONTHS | {"2020-01": f"## Future actions\n\n- Sign the lease. {{#lease {tie}=clerk}}\n"}
    describe = described(tmp_path, "staff", updates=updates)
    january = next(issue for issue in describe.issues if issue.id == "2020-01")
    (action,) = issue_page(describe, january).parts[0].sections[0].actions
    assert (action.waits_for, action.continues) == ((), ())


def test_a_quarter_is_a_draft_as_long_as_one_of_its_editions_is(tmp_path: Path) -> None:
    draft = {"editions/2020-02/edition.md": "---\npublished: 2020-02-28\nstatus: draft\n---\nFebruary.\n"}
    (page,) = pages(described(tmp_path, "residents", further=draft, with_drafts=True))
    assert page.is_draft
    (page,) = pages(described(tmp_path, "residents", with_drafts=True))
    assert not page.is_draft


def test_an_issue_of_a_frozen_edition_is_signed_by_the_director_of_that_day(tmp_path: Path) -> None:
    described(tmp_path, "staff")
    write_files(freeze(tmp_path, "2020-02", lambda _: LATER).files, tmp_path)
    programme = tmp_path / "programme.yml"
    programme.write_bytes(programme.read_bytes().replace(b"Amina Yusuf", b"Ada Byron"))
    signed = [page.director.name for page in pages(as_written(tmp_path, "staff")) if page.director]
    assert signed == ["Ada Byron", "Amina Yusuf", "Ada Byron"]


def test_of_several_reasons_for_moving_it_the_newest_is_told(tmp_path: Path) -> None:
    february = MONTHS["2020-02"].replace('due="April 2020"', 'due="April 2020" reason="The shop moved."')
    (page,) = pages(described(tmp_path, "residents", updates={"2020-02": february}))
    assert {move.title: move.reason for move in page.moves}["Choose the kiosks"] == "The maker closed."


def test_a_reason_that_a_later_edition_of_the_issue_gives_is_told_once_with_the_move(tmp_path: Path) -> None:
    march = '## Future actions\n\n- Choose the kiosks. {#kiosks due="April 2020" reason="The shop moved."}\n'
    (page,) = pages(described(tmp_path, "residents", updates={"2020-03": march}))
    assert {move.title: move.reason for move in page.moves}["Choose the kiosks"] == "The shop moved."
    views = [action for part in page.parts for section in part.sections for action in section.actions]
    assert [it.reason for it in views if it.id == "kiosks"] == [""]


def test_an_issue_leads_to_the_ones_before_and_after_and_to_its_whole_address(tmp_path: Path) -> None:
    _, february, _ = pages(described(tmp_path, "staff"))
    assert february.web == "https://council.example/newsletters/news/2020-02/"
    assert february.earlier
    assert february.later
    assert (february.earlier.address, february.later.address) == (
        "newsletters/news/2020-01/",
        "newsletters/news/2020-03/",
    )


def test_an_issue_tells_of_the_corrections_to_its_editions_newest_first(tmp_path: Path) -> None:
    front = "corrections:\n  - {date: 2020-05-01, what: One., why: So.}\n  - {date: 2020-06-01, what: Two., why: So.}\n"
    february = pages(described(tmp_path, "staff", front=front))[1]
    assert [(it.what, it.when.words) for it in february.corrections] == [
        ("Two.", "1 June 2020"),
        ("One.", "1 May 2020"),
    ]


def test_an_issue_is_described_by_the_opening_of_its_newest_letter(tmp_path: Path) -> None:
    (quarter,) = pages(described(tmp_path, "residents"))
    assert quarter.description == "The letter of 2020-03."


CORRECTED = """---
published: 2020-01-28
corrections:
  - {date: 2020-02-10, what: Before the quarter was out., why: So.}
  - {date: 2020-02-28, what: On the day of the next., why: So.}
  - {date: 2020-03-02, what: After the next., why: So.}
  - {date: 2020-05-01, what: After all of them., why: So.}
---
The letter of January.
"""


def test_the_next_issue_puts_right_what_an_earlier_one_said_for_those_who_have_it_on_paper(tmp_path: Path) -> None:
    january, february, march = pages(described(tmp_path, "staff", further={"editions/2020-01/edition.md": CORRECTED}))
    assert january.put_right == ()
    assert [(it.issue.title, it.change.what) for it in february.put_right] == [
        ("One Council news, January 2020", "On the day of the next."),
        ("One Council news, January 2020", "Before the quarter was out."),
    ]
    assert [it.change.what for it in march.put_right] == ["After the next."]
    assert len(january.corrections) == 4


def test_an_issue_does_not_say_that_it_was_changed_when_its_update_was_before_it_came_out(tmp_path: Path) -> None:
    (quarter,) = pages(described(tmp_path, "residents", further={"editions/2020-01/edition.md": CORRECTED}))
    assert [it.what for it in quarter.corrections] == ["After all of them."]
    assert quarter.put_right == ()


def test_what_was_changed_on_the_day_of_an_issue_is_told_with_it_as_some_may_have_read_it(
    tmp_path: Path,
) -> None:
    on_its_day = CORRECTED.replace("2020-05-01", "2020-03-28")
    (quarter,) = pages(described(tmp_path, "residents", further={"editions/2020-01/edition.md": on_its_day}))
    assert [it.what for it in quarter.corrections] == ["After all of them."]


def test_a_newsletter_of_other_workstreams_tells_nothing_of_these(tmp_path: Path) -> None:
    newsletters = "newsletters:\n  - {id: news, title: News, audience: staff, every: month, workstreams: [finance]}\n"
    made = pages(described(tmp_path, "staff", newsletters=newsletters))
    assert [(page.parts, page.moves) for page in made] == [((), ())] * 3


MEASURES = """\
- id: calls
  title: Calls
  unit: calls
  baseline: {date: 2018, value: 14}
  target: {date: 2021, value: 80}
- id: online
  title: Services online
  unit: services
  workstream: customer-services
  baseline: {date: 2018, value: 14}
  target: {date: 2021, value: 80}
  readings:
    - {date: March 2020, value: 31}
    - {date: April 2020, value: 40}
"""
DOCUMENTS = """\
- {id: map, title: The map, file: map.txt}
- {id: plan, title: The plan, file: plan.txt}
"""


def test_an_issue_tells_of_the_measures_of_its_workstreams_and_the_documents_that_it_links_to(tmp_path: Path) -> None:
    news = "{id: news, title: News, audience: staff, every: quarter"
    further = {
        "measures.yml": MEASURES,
        "documents.yml": DOCUMENTS,
        "documents/map.txt": "A map.\n",
        "documents/plan.txt": "A plan.\n",
        "editions/2020-01/edition.md": "---\npublished: 2020-01-28\n---\nSee [the plan](document:plan).\n",
        "editions/2020-03/edition.md": "---\npublished: 2020-03-28\n---\nSee [the map](document:map).\n",
    }
    own_news = news.replace("news,", "own,")
    newsletters = f"newsletters:\n  - {news}}}\n  - {own_news}, workstreams: [customer-services]}}\n"
    whole, own = pages(described(tmp_path, "staff", newsletters=newsletters, further=further))
    assert [it.id for it in whole.measures] == ["calls", "online"]
    assert [it.id for it in own.measures] == ["online"]
    assert [reading.value for reading in own.measures[0].readings] == ["31 services"]
    assert [it.title for it in whole.documents] == ["The map"]  # January's letter is only named


def test_the_list_has_the_newest_issue_first(tmp_path: Path) -> None:
    assert [issue.issue for issue in issues_page(described(tmp_path, "staff")).issues] == [
        "March 2020",
        "February 2020",
        "January 2020",
    ]


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_what_only_staff_may_know_is_in_their_newsletters_alone(tmp_path: Path, audience: str) -> None:
    assert ("clerk" in repr(pages(described(tmp_path, audience)))) == (audience == "staff")


SILENT = {
    "2020-01": """## Future actions

- Visit councils. {#visits due="February 2020"}
- Sort the post. {#post for=staff}
""",
    "2020-02": "## Completed\n\n- The bins are new. {#bins}\n",
    "2020-03": "## Completed\n\n- The doors are new. {#doors}\n",
}


def test_readers_of_paper_are_told_of_the_open_promises_that_an_issue_does_not_name(tmp_path: Path) -> None:
    _, february, march = pages(described(tmp_path / "s", "staff", updates=SILENT))
    assert [(it.title, it.outcome.standing, it.is_restricted) for it in february.unmentioned] == [
        ("Visit councils", "unmentioned", False),
        ("Sort the post", "unmentioned", True),
    ]
    visits = march.unmentioned[0]
    assert (visits.due, visits.outcome.known_on) == (
        When("February 2020", "2020-02"),
        When("28 March 2020", "2020-03-28"),
    )
    assert (visits.outcome.standing, visits.outcome.edition.title) == ("overdue", "January 2020")


def test_an_issue_does_not_call_unmentioned_what_it_names_nor_what_came_later(tmp_path: Path) -> None:
    (quarter,) = pages(described(tmp_path / "r", "residents", updates=SILENT))  # its first month names the visits
    january, *_ = pages(described(tmp_path / "s", "staff", updates=SILENT))
    assert quarter.unmentioned == january.unmentioned == ()


def test_a_special_edition_passes_over_nothing(tmp_path: Path) -> None:
    flood = {
        "editions/2020-02-flood/edition.md": "---\npublished: 2020-02-14\ntitle: The flood\n---\nThe flood.\n",
        "editions/2020-02-flood/customer-services.md": "## Completed\n\n- The pumps run. {#pumps}\n",
    }
    newsletters = NEWSLETTERS.replace("every: month", "every: [2020-02-flood]")
    (special,) = pages(described(tmp_path, "staff", newsletters=newsletters, updates=SILENT, further=flood))
    assert special.unmentioned == ()
