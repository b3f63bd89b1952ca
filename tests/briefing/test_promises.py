"""What lists, figures and pages tell of promises that were late, moved, forgotten or ended."""

import csv
import json
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.pages import home
from generator.build import Result
from generator.reading.content import read_content
from tests.building import built, files_of, pages
from tests.examples import SMALLEST, smallest, write_files
from tests.golden.reading_aloud import words_of_page

MONTHS = {
    "2020-01": """\
## Future actions

- Publish the parking map. {#map due="March 2020"}
- Open the help desk. {#desk due="May 2020"}
- Repair the lift. {#lift due="Winter 2020/21"}
- Paint the hall. {#hall due="September 2020"}
- Replace the kiosks. {#kiosks due="June 2020"}
- Sell the old van. {#van}
- Count the bins. {#bins due="April 2020"}
""",
    "2020-02": """\
## Future actions

- Open the help desk. {#desk due="May 2020"}

## Stopped

- Sell the old van. {#van reason="Nobody wants it."}
""",
    "2020-03": "## Completed\n\n- Counted the signs. {#signs}\n",
    "2020-04": "## Completed\n\n- Open the help desk. {#desk}\n- Counted the signs. {#signs}\n",
    "2020-05": "Nothing is to be reported this month.\n",
    "2020-06": """\
## Completed

- Publish the parking map. {#map}

## Under way

- Repair the lift. {#lift due="Spring 2021" reason="The contract is not signed." after="hall desk"}
- Paint the hall. {#hall due="August 2020"}

## Stopped

- Replace the kiosks. {#kiosks reason="The website does their job."}
- Buy a truck. {#truck reason="There is no money."}
""",
}


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    programme = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
    site = "theme: plain, site: 'https://council.example/'"
    files = {"programme.yml": programme.replace("theme: plain", site)}
    for month, update in MONTHS.items():
        files[f"editions/{month}/edition.md"] = f"---\npublished: {month}-28\n---\nA month.\n"
        files[f"editions/{month}/customer-services.md"] = update
    return built(tmp_path_factory.mktemp("promises"), files, date(2020, 7, 2))


@pytest.fixture(scope="module")
def said(result: Result) -> Mapping[str, list[str]]:
    """The lines of each page of the residents' site, as they are heard."""
    return {path: words_of_page(page).splitlines() for path, page in pages(result, "residents").items()}


def after(lines: list[str], heading: str, count: int) -> list[str]:
    at = lines.index(heading)
    return lines[at + 1 : at + 1 + count]


def test_a_promise_kept_late_after_silent_editions_is_nowhere_told_as_kept_in_time(
    result: Result, said: Mapping[str, list[str]]
) -> None:
    table = result.sites["residents"]["data/actions.csv"]
    assert isinstance(table, bytes)
    late = {it["id"]: it["was_late"] for it in csv.DictReader(StringIO(table.decode("utf-8-sig"), newline=""))}
    assert {name for name, was_late in late.items() if was_late == "true"} == {"map", "lift", "bins"}
    assert "have been kept, 1 of them by the date first promised." in " ".join(said["progress/index.html"])
    assert "Completed in June 2020 (first promised for March 2020) · Customer services" in said["actions/index.html"]


def test_whoever_counts_the_data_as_its_page_says_has_the_figures_of_progress(
    result: Result, said: Mapping[str, list[str]]
) -> None:
    told = " ".join(said["data/index.html"])
    assert (
        "Each action with something in promised_in is a promise. Those whose standing is completed were kept;" in told
    )
    assert "by the date first promised if they have a first_due and was_late is false." in told
    table = result.sites["residents"]["data/actions.csv"]
    assert isinstance(table, bytes)
    rows = csv.DictReader(StringIO(table.decode("utf-8-sig"), newline=""))
    kept = [it for it in rows if it["promised_in"] and it["standing"] == "completed"]
    by_date = [it for it in kept if it["first_due"] and it["was_late"] == "false"]
    figures = " ".join(said["progress/index.html"])
    assert f"{len(kept)} have been kept, {len(by_date)} of them by the date first promised." in figures


def test_the_figures_say_what_counts_as_kept_by_its_date_and_what_each_row_counts(
    said: Mapping[str, list[str]],
) -> None:
    figures = " ".join(said["progress/index.html"])
    assert "A promise counts as kept by its date if the first update after that date says that it was done." in figures
    assert "Completed and stopped here include what no update had promised." in figures


def test_why_it_was_stopped_is_listed_though_a_later_update_that_says_so_again_gives_no_reason(tmp_path: Path) -> None:
    stopped = "## Stopped\n\n- Replace the kiosks. {#kiosks}\n"
    files = {
        "editions/2020-01/customer-services.md": stopped.replace("kiosks}", 'kiosks reason="The website does it."}'),
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nA month.\n",
        "editions/2020-02/customer-services.md": stopped,
    }
    site = pages(built(tmp_path, files, date(2020, 3, 1)), "residents")
    assert "The website does it." in words_of_page(site["actions/index.html"])


def test_what_took_over_a_moved_promise_says_for_when_it_was_first_promised(tmp_path: Path) -> None:
    told = "## Future actions\n\n- {} the lane. {{#{}}}\n"
    months = {
        "2020-01": told.format("Build", 'lane due="March 2020"'),
        "2020-02": told.format("Build", 'lane due="August 2020" reason="Rain."'),
        "2020-03": told.format("Pave", "pavement from=lane"),
    }
    files = {f"editions/{month}/customer-services.md": update for month, update in months.items()}
    files |= {f"editions/{month}/edition.md": f"---\npublished: {month}-28\n---\nA month.\n" for month in months}
    site = {
        path: " ".join(words_of_page(page).split())
        for path, page in pages(built(tmp_path, files, date(2020, 4, 2)), "residents").items()
    }
    assert "Due August 2020 (first promised for March 2020)" in site["actions/index.html"]
    assert "First promised for March 2020" in site["actions/pavement/index.html"].replace(": ", " ")


def test_an_open_promise_without_a_date_is_not_simply_on_course(tmp_path: Path) -> None:
    update = '## Future actions\n\n- Paint the hall. {#hall due="June 2020"}\n- Mend the lift. {#lift}\n'
    files = {"editions/2020-01/customer-services.md": update}
    page = pages(built(tmp_path, files, date(2020, 2, 2)), "residents")["progress/index.html"]
    figures = " ".join(words_of_page(page).splitlines())
    assert "2 are open and on course. 1 of these has no date to be overdue by." in figures
    assert "counts as kept" not in figures


def test_an_overdue_promise_of_which_the_newest_edition_says_nothing_is_told_as_both(
    said: Mapping[str, list[str]],
) -> None:
    figures = " ".join(said["progress/index.html"])
    assert "1 is overdue. The newest update says nothing of 1 open promise, which is overdue." in figures
    assert "### Not mentioned" in said["actions/bins/index.html"]
    assert "Now overdue, and not mentioned since the update of January 2020" in said["updates/2020-01/index.html"]
    assert "Due April 2020 · Not mentioned · Customer services" in said["timeline/index.html"]
    assert "Due April 2020 · Not mentioned · Customer services" in said["actions/index.html"]


def test_what_was_stopped_without_a_promise_is_not_counted_as_completed(said: Mapping[str, list[str]]) -> None:
    figures = " ".join(said["progress/index.html"])
    assert "Also, 1 action was completed that had not been promised before." in figures
    assert "1 action was stopped that had not been promised before." in figures


def test_what_has_ended_is_listed_newest_first_with_its_month(said: Mapping[str, list[str]]) -> None:
    lines = said["actions/index.html"]
    assert after(lines, "## Completed", 6) == [
        "Publish the parking map", "Completed in June 2020 (first promised for March 2020) · Customer services",
        "Open the help desk", "Completed in April 2020 (first promised for May 2020) · Customer services",
        "Counted the signs", "Completed in March 2020 · Customer services",
    ]  # fmt: skip
    stopped = [
        *("Replace the kiosks", "Stopped in June 2020", "Why: The website does their job."),
        *("Buy a truck", "Stopped in June 2020", "Why: There is no money."),
        *("Sell the old van", "Stopped in February 2020", "Why: Nobody wants it."),
    ]
    assert after(said["workstreams/customer-services/index.html"], "## Stopped", 9) == stopped


def test_the_page_of_an_action_says_at_its_head_when_it_ended(said: Mapping[str, list[str]]) -> None:
    assert after(said["actions/kiosks/index.html"], "State", 5) == [
        "Stopped", "Stopped", "June 2020", "Was due", "June 2020",
    ]  # fmt: skip
    assert after(said["actions/lift/index.html"], "State", 3) == [
        "Under way", "Due", "Spring 2021 (March to May 2021)",
    ]  # fmt: skip


def test_nothing_waits_any_more_for_what_has_ended(said: Mapping[str, list[str]]) -> None:
    assert after(said["actions/desk/index.html"], "Others waited for it", 1) == ["Repair the lift"]
    assert after(said["actions/hall/index.html"], "Others wait for it", 1) == ["Repair the lift"]


@pytest.mark.parametrize(("heading", "has_open"), [("Completed", False), ("Future actions", True)])
def test_the_home_page_leads_to_what_is_coming_only_where_a_promise_is_open(
    tmp_path: Path, heading: str, has_open: bool
) -> None:
    update = f"## {heading}\n\n- Visit councils. {{#site-visits}}\n".encode()
    write_files(smallest() | {"editions/2020-01/customer-services.md": update}, tmp_path)
    content, _, findings = read_content(tmp_path)
    assert content is not None, findings
    page = home(Describer(brief(content, content.programme.audiences[0], date(2020, 7, 2)), str))
    assert (page.coming, page.has_open) == ((), has_open)


def test_an_update_says_from_when_to_when_it_moved_a_promise(said: Mapping[str, list[str]]) -> None:
    lines = said["updates/2020-06/index.html"]
    assert after(lines, "Moved", 3) == ["from Winter 2020/21 to Spring 2021", "Reason", "The contract is not signed."]
    assert after(lines, "Brought forward", 1) == ["from September 2020 to August 2020"]


def test_a_promise_waits_only_for_what_is_still_open(said: Mapping[str, list[str]]) -> None:
    for page in ("updates/2020-06/index.html", "actions/lift/index.html"):
        (at,) = (at for at, line in enumerate(said[page]) if line == "Waits for")
        assert said[page][at + 1] == "Paint the hall"
        assert "Open the help desk" not in said[page]


def test_the_home_page_says_how_dates_were_moved(said: Mapping[str, list[str]]) -> None:
    lines = said["index.html"]
    assert "## Since May 2020" in lines
    assert after(lines, "### Moved later", 1) == ["Repair the lift, from Winter 2020/21 to Spring 2021"]
    assert after(lines, "### Brought forward", 1) == ["Paint the hall, from September 2020 to August 2020"]


def test_a_feed_says_from_when_to_when_a_date_was_moved(result: Result) -> None:
    feed = result.sites["residents"]["workstreams/customer-services/feed.xml"]
    assert isinstance(feed, bytes)
    assert b"Moved from Winter 2020/21 to Spring 2021. The contract is not signed." in feed
    assert b"Brought forward from September 2020 to August 2020." in feed


def test_what_is_told_as_completed_again_says_so_and_is_counted_in_no_number(said: Mapping[str, list[str]]) -> None:
    first, again = said["updates/2020-03/index.html"], said["updates/2020-04/index.html"]
    assert not any(line.startswith(("Since then", "Already")) for line in first)
    assert again.count("Already completed, in the update of March 2020") == 1
    updates = said["updates/index.html"]
    assert after(updates, "### April 2020", 3)[-1] == "1 completed"


def test_every_update_has_its_figures_and_what_is_told_again_is_counted_once(said: Mapping[str, list[str]]) -> None:
    lines = said["progress/index.html"]
    figures = {lines[at]: lines[at + 1 : at + 9] for at, line in enumerate(lines) if line.endswith(" 2020")}
    assert {month: (it[0], it[4], it[5], it[6]) for month, it in figures.items()} == {
        "June 2020": ("1", "1", "1", "2"),
        "May 2020": ("0", "0", "0", "0"),
        "April 2020": ("1", "0", "0", "0"),
        "March 2020": ("1", "0", "0", "0"),
        "February 2020": ("0", "0", "0", "1"),
        "January 2020": ("0", "0", "0", "0"),
    }
    assert lines.count("Counted the signs.") == 0
    done = said["workstreams/customer-services/index.html"]
    assert done.count("Counted the signs.") == 1


@pytest.mark.parametrize(
    ("told_first", "sentences"),
    [
        (
            "## Completed\n\n- Mend the doors. {#doors}\n",
            "1 action was opened again after an update had said that it was done or stopped. The figures of each "
            "update count what that update said. That action had not been promised by itself before, and counts as a "
            "promise made since then.",
        ),
        (
            "## Completed\n\n- Mend the doors. {#doors}\n\n## Stopped\n\n- Open late. {#late reason=Cost.}\n",
            "2 actions were opened again after an update had said that they were done or stopped. The figures of each "
            "update count what that update said. 2 of these actions had not been promised by themselves before, and "
            "count as promises made since then.",
        ),
    ],
)
def test_what_is_opened_again_is_told_apart_from_new_promises(tmp_path: Path, told_first: str, sentences: str) -> None:
    again = "## Under way\n\n" + "".join(f"- Again. {{#{it}}}\n" for it in ("doors", "late") if f"#{it}" in told_first)
    lines = heard(tmp_path, {"2020-01": told_first, "2020-02": again})["progress/index.html"]
    assert sentences in " ".join(lines)
    assert after(lines, "February 2020", 4)[2:] == ["0", str(again.count("Again"))]


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("- Promise it. {#a}\n", "1 has been kept, which had no date."),
        ("- Promise it. {#a}\n- Promise this. {#b}\n", "2 have been kept, none of which had a date."),
        (
            '- Promise it. {#a}\n- Promise this. {#b due="March 2020"}\n',
            "2 have been kept, 1 of them by the date first promised. 1 of those kept had no date.",
        ),
        (
            '- Promise it. {#a}\n- Promise this. {#b due="January 2020"}\n',
            "2 have been kept, none of them by the date first promised. 1 of those kept had no date.",
        ),
    ],
)
def test_a_promise_kept_that_had_no_date_is_not_told_as_kept_by_it(tmp_path: Path, promised: str, told: str) -> None:
    done = promised.replace("Promise", "Kept").replace(' due="March 2020"', "").replace(' due="January 2020"', "")
    months = {
        "2020-01": f"## Future actions\n\n{promised}",
        "2020-02": "Nothing.\n",
        "2020-03": f"## Completed\n\n{done}",
    }
    files = {"programme.yml": (SMALLEST / "programme.yml").read_text(encoding="utf-8")}
    for month, update in months.items():
        files[f"editions/{month}/edition.md"] = f"---\npublished: {month}-28\n---\nA month.\n"
        files[f"editions/{month}/customer-services.md"] = update
    page = pages(built(tmp_path, files, date(2020, 4, 2)), "residents")["progress/index.html"]
    assert told in " ".join(words_of_page(page).split())


def heard(folder: Path, updates: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The lines of each page of a residents' site whose editions have these updates, the first in January 2020."""
    files = {}
    for month, update in updates.items():
        files[f"editions/{month}/edition.md"] = f"---\npublished: {month}-28\n---\nA month.\n"
        files[f"editions/{month}/customer-services.md"] = update
    found = pages(built(folder, files, date(2026, 1, 1)), "residents")
    return {path: words_of_page(page).splitlines() for path, page in found.items()}


def test_where_nothing_was_promised_no_figure_speaks_of_promises(tmp_path: Path) -> None:
    said = heard(tmp_path, {"2020-01": "## Completed\n\n- Counted the signs. {#signs}\n"})
    assert after(said["progress/index.html"], "## Promises", 3) == [
        "No promise has been made yet.",
        "1 action was completed that had not been promised before.",
        "## By workstream",
    ]


def test_a_first_update_without_actions_is_not_said_to_change_nothing(tmp_path: Path) -> None:
    said = heard(tmp_path, {"2020-01": "Nothing is to be reported this month.\n"})
    assert after(said["index.html"], "## To begin with", 1) == ["The first update reports no action."]


def test_what_is_on_course_by_a_later_date_only_is_told_so(tmp_path: Path) -> None:
    update = "## Future actions\n\n- Paint the hall. {{#hall due={due} reason=Rain}}\n"
    first, later = update.format(due="2020"), update.format(due="2026")
    said = heard(tmp_path / "moved", {"2020-01": first, "2020-02": later})["progress/index.html"]
    assert "Open and on course, by the newest dates: 1" in said
    assert "1 promise has been made. None has been kept yet. 1 is open and on course, by its newest date." in said
    assert "1 promise has a later date than it had at first. The difference is 2,191 days." in said
    kept = heard(tmp_path / "kept", {"2020-01": later, "2020-02": later})["progress/index.html"]
    assert "Open and on course: 1" in kept
    assert "1 promise has been made. None has been kept yet. 1 is open and on course." in kept


def test_a_promise_that_became_several_is_not_said_to_be_continued_as_one(tmp_path: Path) -> None:
    promised = "## Future actions\n\n- Put points in six. {#points due=2026}\n- Train hosts. {#hosts due=2026}\n"
    parts = [
        f"- {words}. {{#{name} due=2026 from={came_from}}}\n"
        for words, name, came_from in (
            ("Put points in three", "first", "points"),
            ("Put points in three more", "second", "points"),
            ("Train two hosts", "two-hosts", "hosts"),
        )
    ]
    said = heard(tmp_path, {"2020-01": promised, "2020-02": f"## Future actions\n\n{''.join(parts)}"})
    for name, words in (("points", "Continued as other actions"), ("hosts", "Continued as another action")):
        assert after(said[f"actions/{name}/index.html"], "State", 1) == [words]
        assert f"### {words}" in said[f"actions/{name}/index.html"]


def test_the_home_page_tells_what_was_opened_again_and_what_the_newest_update_does_not_name(tmp_path: Path) -> None:
    first = "## Future actions\n\n" + "".join(f"- Count the bins of ward {it}. {{#bins-{it}}}\n" for it in range(5))
    updates = {
        "2020-01": first + "\n## Completed\n\n- Repaired the doors. {#doors}\n- Sold the van. {#van}\n",
        "2020-02": '## Under way\n\n- The doors are to be repaired again. {#doors due="May 2020" reason="They jam."}\n',
    }
    files = {f"editions/{month}/customer-services.md": text for month, text in updates.items()}
    files["editions/2020-02/edition.md"] = "---\npublished: 2020-02-28\nstatus: published\n---\nA letter.\n"
    said = words_of_page(pages(built(tmp_path, files, date(2020, 3, 1)), "residents")["index.html"])
    since = " ".join(said.partition("## Since January 2020")[2].partition("## Coming next")[0].split())
    assert since == (
        "### Opened again The doors are to be repaired again ### Not mentioned Count the bins of ward 0 "
        "Count the bins of ward 1 Count the bins of ward 2 and 2 more"
    )


def test_what_a_promise_was_continued_as_says_whether_that_has_ended(tmp_path: Path) -> None:
    updates = {
        "2020-01": "## Future actions\n\n- Build twelve homes. {#homes due=2026}\n",
        "2020-02": "## Completed\n\n- Built five. {#five from=homes}\n\n## Future actions\n\n"
        "- Build four. {#four from=homes due=2027 reason=Rain.}\n\n"
        "## Stopped\n\n- Build three. {#three from=homes reason=Cost.}\n",
    }
    page = heard(tmp_path, updates)["actions/homes/index.html"]
    assert after(page, "Continued as", 3) == [
        "Built five (completed)",
        "Build four (due 2027)",
        "Build three (stopped)",
    ]


def test_the_story_of_an_action_says_which_of_its_updates_were_changed_since(tmp_path: Path) -> None:
    front = "corrections:\n  - {date: 2020-03-02, what: The hall is due in June., why: A slip of the pen.}\n"
    told = '## Future actions\n\n- Paint the hall. {#hall due="June 2020"}\n'
    files = {
        "editions/2020-01/customer-services.md": told,
        "editions/2020-02/edition.md": f"---\npublished: 2020-02-28\n{front}---\nA letter.\n",
        "editions/2020-02/customer-services.md": told,
    }
    site = pages(built(tmp_path, files, date(2020, 3, 3)), "residents")
    story = words_of_page(site["actions/hall/index.html"]).partition("## What happened")[2]
    told_first, _, told_again = story.partition("### Reported again")
    assert "changed" not in told_first
    assert "Something in this update was changed after it came out, on 2 March 2020." in " ".join(told_again.split())


def test_what_is_judged_by_a_day_says_by_which(tmp_path: Path) -> None:
    update = '## Future actions\n\n- Paint the hall. {#hall due="June 2020"}\n'
    result = built(tmp_path, {"editions/2020-01/customer-services.md": update}, date(2020, 6, 30))
    on_time = pages(result, "residents")
    for page in ("progress/index.html", "timeline/index.html"):
        assert "As things stood on 30 June 2020." in " ".join(words_of_page(on_time[page]).split())
    assert "as it stood on 30 June 2020" in words_of_page(on_time["data/index.html"])
    files = files_of(result, "residents")
    data, package = json.loads(files["data/actions.json"]), json.loads(files["data/datapackage.json"])
    assert data["as_of"] == package["as_of"] == "2020-06-30"


def test_the_figures_of_a_workstream_that_did_not_report_are_told_as_those_of_an_older_update(tmp_path: Path) -> None:
    people = "- {id: people, title: People, lead: {name: Jo Bee, role: Head of People}, summary: Staff.}\n"
    files = {
        "workstreams.yml": (SMALLEST / "workstreams.yml").read_text("utf-8") + people,
        "editions/2020-01/people.md": "## Future actions\n\n- Teach the hosts. {#hosts}\n",
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\nstatus: published\n---\nA letter.\n",
        "editions/2020-02/customer-services.md": "## Completed\n\n- Counted the signs. {#signs}\n",
        "editions/2020-03-flood/edition.md": "---\ntitle: Flood\npublished: 2020-03-02\n---\nIt rained.\n",
    }
    site = pages(built(tmp_path, files, date(2020, 3, 3)), "residents")
    for page in ("index.html", "workstreams/index.html"):
        said = " ".join(words_of_page(site[page]).split())
        assert "Each with what its newest update reported." in said
        assert "Last reported in January 2020 1 future action" in said
        assert said.count("Last reported in") == 1


def test_after_a_special_edition_the_figures_do_not_say_that_it_spoke_of_every_promise(tmp_path: Path) -> None:
    """It carries nothing: it is with the regular one before it that every promise was spoken of."""
    files = {
        "editions/2020-01-flood/edition.md": "---\npublished: 2020-02-01\ntitle: Flood\n---\nWater.\n",
        "editions/2020-01-flood/customer-services.md": "## Completed\n\n- Dried the desk. {#desk}\n",
    }
    page = words_of_page(pages(built(tmp_path, files, date(2020, 2, 2)), "residents")["progress/index.html"])
    assert "The newest updates speak of every open promise." in page


def test_a_date_that_was_brought_forward_has_another_shape_than_one_that_was_moved_later(tmp_path: Path) -> None:
    """An arrow that runs on, beside the words that it came sooner, said two things at once."""
    told = '## Future actions\n\n- Build the lane. {{#lane due="{}"}}\n- Paint the hall. {{#hall due="{}"}}\n'
    files = {
        "editions/2020-01/customer-services.md": told.format("May 2020", "May 2020"),
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nA month.\n",
        "editions/2020-02/customer-services.md": told.format("June 2020", "April 2020"),
    }
    site = pages(built(tmp_path, files, date(2020, 3, 1)), "residents")
    later, sooner = (shape_before(site["index.html"], words) for words in ("Moved later", "Brought forward"))
    assert later != sooner
    assert shape_before(site["actions/lane/index.html"], "Moved from") == later
    assert shape_before(site["actions/hall/index.html"], "Brought forward from") == sooner


def shape_before(page: str, words: str) -> str:
    """The path of the last drawing before the words."""
    return page[: page.index(words)].rpartition('<path fill="currentColor"')[2].partition("/>")[0]


def test_where_no_open_promise_is_on_course_none_is_said_to_be(tmp_path: Path) -> None:
    """It said: 0 are open and on course."""
    said = heard(tmp_path, {"2020-01": '## Future actions\n\n- Paint the hall. {#hall due="June 2020"}\n'})
    figures = " ".join(said["progress/index.html"])
    assert "None has been kept yet. None is open and on course. 1 is overdue." in figures
