"""A report for a scrutiny committee: figures that add up, each traced to its edition, and no word of others."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.briefing.report_views import ReportPage
from generator.domain.content import Content
from generator.domain.edition import Edition, State
from generator.domain.period import Period
from generator.domain.prose import Link, plain_words, runs_in
from generator.reading.content import read_content
from tests.briefing.programmes import written
from tests.briefing.reports import items, part, period, report, rows
from tests.building import SAMPLE, SAMPLE_ON
from tests.examples import smallest, write_files

CANARY = "Zebra"


HALF, QUARTER = period("2026-04", "2026-09"), period("2026-07", "2026-09")


@cache
def sample() -> Content:
    content, _, findings = read_content(SAMPLE)
    assert content is not None, findings
    return content


@cache
def of_the_sample(audience: str, told: Period) -> tuple[ReportPage, Content]:
    return report(sample(), audience, told, SAMPLE_ON)


def counted(editions: tuple[Edition, ...], told: Period) -> Iterator[tuple[str, Counter[str]]]:
    """Update by update, with nothing but the editions: what is named as open is, until it is named as ended, or in
    the `from` of another.
    """
    known: set[str] = set()
    now_open: set[str] = set()
    for edition in sorted(editions, key=lambda it: (it.published, it.id)):
        found: Counter[str] = Counter()
        actions = [action for update in edition.updates for action in update.actions]
        for action in actions:
            is_open = action.state in (State.FUTURE, State.UNDER_WAY)
            if is_open and action.id not in now_open:
                found["reopened" if action.id in known else "made"] += 1
                now_open.add(action.id)
            elif not is_open and action.id in now_open:
                found["kept" if action.state is State.COMPLETED else "stopped"] += 1
                now_open.discard(action.id)
            elif action.state is State.COMPLETED and action.id not in known:
                found["unpromised"] += 1
            known.add(action.id)
        for taken in {reference.id for action in actions for reference in action.continues} & now_open:
            found["continued"] += 1
            now_open.discard(taken)
        found["open"] = len(now_open)
        if edition.published <= told.last:
            yield ("before" if edition.published < told.first else edition.title), found


@pytest.mark.parametrize("told", [HALF, QUARTER], ids=["half a year", "a quarter"])
@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_the_figures_are_those_that_the_editions_give(audience: str, told: Period) -> None:
    page, known = of_the_sample(audience, told)
    expected = list(counted(known.editions, told))
    before = next((found["open"] for name, found in reversed(expected) if name == "before"), 0)
    own = {name: found for name, found in expected if name != "before"}
    names = ("made", "reopened", "kept", "stopped", "continued")
    sums = [sum(found[name] for found in own.values()) for name in names]
    end = list(own.values())[-1]["open"]
    assert [int(row[2]) for row in rows(page, 0)] == [before, *sums, end]
    assert before + sums[0] + sums[1] - sums[2] - sums[3] - sums[4] == end
    by_edition = [[name, *(str(found[it]) for it in names), str(found["open"])] for name, found in own.items()]
    assert rows(page, 1)[:-1] == by_edition
    *workstreams, whole = [[int(cell) for cell in row[1:]] for row in rows(page, 2)]
    assert [sum(column) for column in zip(*workstreams, strict=True)] == whole == [before, *sums, end]


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_every_promise_that_is_counted_is_named_with_its_edition(audience: str) -> None:
    page, known = of_the_sample(audience, HALF)
    _, made, reopened, kept, stopped, continued, left = (int(row[2]) for row in rows(page, 0))
    unpromised = sum(found["unpromised"] for _, found in counted(known.editions, HALF))
    assert len(items(part(page, "promised"))) == made + reopened
    assert len(items(part(page, "done"))) == kept
    assert len(items(part(page, "done-beside"))) == unpromised
    assert len(items(part(page, "stopped"))) >= stopped
    assert len(items(part(page, "taken-over"))) == continued
    assert sum(len(items(part(page, name))) for name in ("overdue", "silent", "on-course")) == left
    for name in ("promised", "done", "done-beside", "stopped", "moved", "taken-over", "on-course"):
        for item in items(part(page, name)):
            assert any(fact.reference and fact.reference.address for fact in item.facts), plain_words(item.words)


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_a_reference_within_the_report_leads_to_a_part_of_it_and_any_other_to_the_site(audience: str) -> None:
    page, _ = of_the_sample(audience, QUARTER)
    anchors = {it.anchor for it in (page.summary, *page.parts)} | {"part.editions", "part.documents"}
    anchors |= {it.anchor for it in page.editions} | {it.anchor for it in page.appendices}
    told = [item for it in page.parts for item in items(it)]
    found = [fact.reference.address for item in told for fact in item.facts if fact.reference]
    found += [run.target for item in told for run in runs_in((*item.words, *item.detail)) if isinstance(run, Link)]
    found += [link.address for link in page.contents]
    found += [cell.reference.address for it in page.parts for table in it.tables for row in table.rows
              for cell in row if cell.reference]  # fmt: skip
    found += [link.address for appendix in page.appendices for link in appendix.named_in]
    assert any(address.startswith("https://council.example/updates/2026-06/") for address in found)
    for address in found:
        assert address.removeprefix("#") in anchors or address.startswith("https://council.example/"), address


def test_a_move_says_from_when_to_when_and_why() -> None:
    page, _ = of_the_sample("residents", HALF)
    (lift,) = [it for it in items(part(page, "moved")) if "lift" in plain_words(it.words)]
    moves = [fact for fact in lift.facts if fact.name == "Moved"]
    assert len(moves) == 3
    assert moves[0].words.startswith("from 17 July 2026 to 21 August 2026, 35 days later. ")
    assert moves[0].reference is not None
    assert moves[0].reference.title == "July 2026"


def test_an_overdue_promise_of_which_the_newest_edition_says_nothing_is_told_as_both(tmp_path: Path) -> None:
    promised = """## Future actions

- Publish the map. {#map due="January 2020"}
- Paint the hall. {#hall due="June 2020"}
"""
    told = {"2020-01": promised, "2020-02": '## Future actions\n\n- Paint the hall. {#hall due="June 2020"}\n'}
    page, _ = report(written(tmp_path, told), "residents", period("2020-01", "2020-02"), date(2020, 3, 1))
    assert (
        "That leaves 2 promises open at the end. 1 is on course. 1 is overdue."
        " The newest update says nothing of 1 overdue promise."
    ) in page.summary.sentences
    assert part(page, "silent").sentences == (
        "1 that is overdue was passed over, too: it stands above."
        " The newest update speaks of every other open promise.",
    )
    (late,) = items(part(page, "overdue"))
    assert late.facts[1].words == "for 29 days"
    assert [it.name for it in late.facts] == ["Promised", "Overdue", "Not mentioned since"]


def test_a_promise_kept_after_editions_that_were_silent_about_it_is_told_as_late(tmp_path: Path) -> None:
    updates = {"2020-02": '## Future actions\n\n- Publish the map. {#map due="March 2020"}\n', "2020-04": "Nothing.\n",
               "2020-06": "## Completed\n\n- Published the map. {#map}\n"}  # fmt: skip
    page, _ = report(written(tmp_path, updates), "residents", period("2020-04", "2020-06"), date(2020, 7, 1))
    done = part(page, "done")
    assert done.sentences == ("1 promise was carried out, later than first promised.",)
    (item,) = items(done)
    assert [(it.name, it.words) for it in item.facts] == [
        ("Promised", "“Publish the map”, for March 2020"),
        ("Done", "later than first promised"),
    ]


DATED, UNDATED = ' due="March 2020"', ""


@pytest.mark.parametrize(
    ("dues", "sentence", "of_those_done"),
    [
        (
            (UNDATED,),
            "1 promise was carried out, which had no date.",
            "none was done by the date first promised. 1 had",
        ),
        (
            (UNDATED, UNDATED),
            "2 promises were carried out, none of which had a date.",
            "none was done by the date first promised. 2 had",
        ),
        (
            (DATED, DATED, UNDATED),
            "3 promises were carried out. 2 of them were done by the date first promised. 1 had no date.",
            "2 were done by the date first promised. 1 had",
        ),
    ],
)
def test_a_promise_kept_that_had_no_date_is_not_told_as_kept_by_it(
    tmp_path: Path, dues: tuple[str, ...], sentence: str, of_those_done: str
) -> None:
    actions = ["map", "lift", "hall"][: len(dues)]
    promised = [f"- Promise the {name}. {{#{name}{due}}}\n" for name, due in zip(actions, dues, strict=True)]
    done = [f"- Finished the {name}. {{#{name}}}\n" for name in actions]
    told = {
        "2020-01": f"## Future actions\n\n{''.join(promised)}",
        "2020-02": f"## Completed\n\n{''.join(done)}",
    }
    page, _ = report(written(tmp_path, told), "residents", period("2020-02", "2020-02"), date(2020, 3, 1))
    assert part(page, "done").sentences == (sentence,)
    assert f"Of those carried out, {of_those_done} no date. No date was moved." in " ".join(page.summary.sentences)


def test_what_there_is_none_or_one_of_is_told_in_words(tmp_path: Path) -> None:
    told = {"2020-01": '## Future actions\n\n- Paint the hall. {#hall due="June 2020"}\n',
            "2020-02": '## Future actions\n\n- Paint the hall. {#hall due="June 2020"}\n'}  # fmt: skip
    page, _ = report(written(tmp_path, told), "residents", period("2020-02", "2020-02"), date(2020, 3, 1))
    assert part(page, "promised").sentences == ("No promise was made. None that had been closed was opened again.",)
    assert (
        "That leaves 1 promise open at the end. It is on course: it is not overdue, and the newest update speaks of it."
    ) in page.summary.sentences


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ("", "It has a later date than it had at first."),
        ('- Publish the map. {#map due="June 2020"}\n', "1 of them has a later date than it had at first."),
    ],
)
def test_what_is_on_course_by_a_later_date_only_is_told_so(tmp_path: Path, other: str, sentence: str) -> None:
    first = f'## Future actions\n\n- Paint the hall. {{#hall due="June 2020"}}\n{other}'
    later = f'## Future actions\n\n- Paint the hall. {{#hall due="July 2021" reason="Rain."}}\n{other}'
    told = {"2020-01": first, "2020-02": later}
    page, _ = report(written(tmp_path, told), "residents", period("2020-01", "2020-02"), date(2020, 3, 1))
    assert part(page, "on-course").sentences[0].endswith(f"on course. {sentence}")
    assert any(it.startswith("That leaves") and it.endswith(sentence) for it in page.summary.sentences)


def test_money_is_told_apart_and_shares_in_a_hundred_differ_by_points() -> None:
    page, _ = of_the_sample("residents", QUARTER)
    (row,) = part(page, "money").tables[0].rows
    assert [cell.words for cell in row[1:]] == [
        "£145,100, June 2026", "£139,700, September 2026", "£5,400 less: better", "£120,000, March 2028",
    ]  # fmt: skip
    changes = [row[3].words for row in part(page, "measures").tables[0].rows]
    assert "4.8 percentage points more: better" in changes


def test_what_is_answered_after_the_period_has_no_answer_in_it() -> None:
    page, _ = of_the_sample("residents", HALF)
    *_, solar = items(part(page, "questions"))
    assert "sunny Sunday" in plain_words(solar.words)
    assert not solar.detail
    assert [fact.words for fact in solar.facts if fact.name == "Answered"] == ["not by 30 September 2026"]
    later, _ = of_the_sample("residents", period("2026-10", "2026-10"))
    assert [plain_words(it.detail)[:17] for it in items(part(later, "questions"))] == ["The grid buys it."]


def test_a_document_that_an_edition_or_an_answer_names_is_bound_in() -> None:
    page, _ = of_the_sample("residents", HALF)
    named = {it.title: [link.title for link in it.named_in] for it in page.appendices}
    assert named["Our customer promise"] == ["July 2026", "Questions and answers"]
    assert "Brook House: an appraisal of the options" not in named


QUESTIONS = """
- {id: open, asked: 2020-01-06, by: the chair, question: Why now?, for: [staff, residents]}
- {id: zebra, asked: 2020-01-06, by: the Zebra keeper, question: Why Zebra?, answer: It is Zebra., answered: 2020-01-07,
   for: [staff]}
- id: half
  asked: 2020-01-06
  by: a resident
  question: What of it?
  answer: "[The plan](document:zebra) says it."
  answered: 2020-01-31
  actions: [zebra, ramp]
  for: [staff, residents]
"""
UPDATE = """## Completed

- The ramp Zebra is open. {#ramp equality="Zebra may come in." climate="Zebra breathes out."}

  > You can come in.

- Zebra is done. {#zebra for=staff equality="Zebra" measure=zebra}
- We mended the door. {#door equality="Nobody waits."}

## Future actions

- Look for more Zebra. {#more-zebra for=staff due="March 2020" from="zebra-old"}
- Look for doors. {#zebra-old due="March 2020" for=staff}

## Stopped

- Count Zebra. {#zebra-count for=staff reason="There are too many Zebra."}
"""


def test_no_word_of_others_is_in_a_report(tmp_path: Path) -> None:
    files = smallest() | {
        "questions.yml": QUESTIONS.encode(),
        "editions/2020-01/customer-services.md": UPDATE.encode(),
        "documents.yml": b"- {id: zebra, title: The Zebra plan, file: zebra.txt, for: [staff]}\n",
        "documents/zebra.txt": b"Zebra",
        "measures.yml": b"- {id: zebra, title: Zebra, for: [staff], baseline: {date: 2019, value: 1},"
        b" target: {date: 2021, value: 2}}\n",
    }
    write_files(files, tmp_path)
    content, _, findings = read_content(tmp_path)
    assert content is not None, findings
    told = period("2020-01", "2020-01")
    open_page, _ = report(content, "residents", told, date(2020, 2, 1))
    assert CANARY.lower() not in re.sub(r"written_at=Span\([^)]*\)", "", repr(open_page)).lower()
    assert [plain_words(it.words) for it in items(part(open_page, "equality"))] == ["We mended the door."]
    assert len(items(part(open_page, "questions"))) == 2
    own_page, _ = report(content, "staff", told, date(2020, 2, 1))
    assert len(items(part(own_page, "equality"))) == 3
    assert len(items(part(own_page, "questions"))) == 3
    assert own_page.appendices[0].file_name == "zebra.txt"


def test_a_period_that_has_not_ended_is_told_to_the_day_of_the_report() -> None:
    page, _ = report(sample(), "residents", HALF, date(2026, 8, 15))
    assert page.summary.sentences[0].endswith("this report tells what was known on 15 August 2026.")
    assert [it.title for it in page.editions] == ["June 2026", "July 2026"]
