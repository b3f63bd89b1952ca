"""What an approver must read: corrections, measures, drafts and refusals; the golden programme shows the promises."""

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.review_forms import as_markdown, as_text
from generator.authoring.reviewing import ReviewRefused, review
from generator.briefing.review_views import ReviewGroup, ReviewItem, ReviewPage
from generator.reading.content import read_content
from tests.authoring.record_examples import change, frozen
from tests.examples import smallest, write_files

FEBRUARY = b"---\npublished: 2020-02-28\nfor: [staff, residents]\n---\nA letter of five words.\n"
UPDATE = "editions/2020-02/customer-services.md"
MEASURES = b"""\
- id: visits
  title: Councils visited
  unit: councils
  for: [staff, residents]
  baseline: {date: 2018, value: 1}
  target: {date: 2031, value: 9}
  readings:
    - {date: 2019, value: 2}
    - {date: February 2020, value: 4, note: Two in Wales.}
"""
PLAIN = b"""\
## Completed

- Cabinet agreed. {#agreed}

  > You will have a website.

- Told the board. {#board for=staff}
"""


def told(
    folder: Path, files: dict[str, bytes], audience: str = "", since: str = "", on: str = "2020-03-01"
) -> ReviewPage:
    write_files(smallest() | {"editions/2020-02/edition.md": FEBRUARY} | files, folder)
    content, sources, _ = read_content(folder)
    assert content
    return review(content, content.programme.audience(audience), since, date.fromisoformat(on), sources)


def test_new_readings_of_measures_stand_against_the_ones_before(tmp_path: Path) -> None:
    assert told(tmp_path, {"measures.yml": MEASURES}).measures == (
        "Councils visited: 4 councils (February 2020), after 2 councils (2019); the target is 9 councils by 2031."
        " Two in Wales.",
    )


def test_letters_and_introductions_are_named_with_their_length_and_place(tmp_path: Path) -> None:
    page = told(tmp_path, {UPDATE: b"We went on.\n\n## Completed\n\n- Opened. {#opened}\n"})
    assert page.reading == (
        "February 2020, the letter: 5 words (editions/2020-02/edition.md:2)",
        "February 2020, introduction of Customer services: 3 words (editions/2020-02/customer-services.md:1)",
    )


def test_corrections_of_what_was_published_are_told_and_those_for_staff_to_nobody_else(tmp_path: Path) -> None:
    letter = smallest()["editions/2020-01/edition.md"].replace(
        b"---\nJanuary",
        b"corrections:\n  - {date: 2020-02-27, what: It was two., why: We miscounted., for: staff}\n"
        b"  - {date: 2020-02-26, what: It was three., why: We counted.}\n---\nJanuary",
    )
    files = {"editions/2020-01/edition.md": letter}
    everything = told(tmp_path, files).corrections
    assert everything == (
        "January 2020, 27 February 2020: It was two. Why: We miscounted.",
        "January 2020, 26 February 2020: It was three. Why: We counted.",
    )
    assert told(tmp_path, files, "residents").corrections == everything[1:]


def test_nobody_is_told_of_corrections_to_an_edition_that_is_not_for_them(tmp_path: Path) -> None:
    letter = b"""\
---
published: 2020-01-31
for: [staff]
corrections:
  - {date: 2020-02-26, what: It was three., why: We counted.}
withdrawals:
  - {date: 2020-02-27, what: words, why: Nobody should have read it.}
---
January.
"""
    files = {"editions/2020-01/edition.md": letter}
    assert len(told(tmp_path, files).corrections) == 2
    assert told(tmp_path, files, "residents").corrections == ()


def test_a_target_that_was_moved_without_a_word_is_told_to_whoever_approves(tmp_path: Path) -> None:
    frozen(tmp_path)
    change(tmp_path, "measures.yml", "value: 80", "value: 60")
    content, sources, _ = read_content(tmp_path)
    assert content
    assert review(content, None, "", date(2020, 3, 1), sources).corrections == (
        "The target of `online` is 60 (2021); it was 80 (2021) when the edition 2020-01 was frozen on 3 February 2020,"
        " and no correction says why.",
    )


def test_what_residents_read_stands_beside_what_staff_read(tmp_path: Path) -> None:
    (group,) = told(tmp_path, {UPDATE: PLAIN}).groups
    lines = {item.id: item.lines[-1] for item in group.items}
    assert lines["agreed"] == "For Residents, for the first time: “You will have a website.”"
    assert lines["board"] == "For Residents: nothing of this."


def test_what_is_opened_to_residents_is_told_though_nothing_else_has_changed(tmp_path: Path) -> None:
    january = b"## Under way\n\n- Draft the plan. {#plan}\n"
    files = {
        "editions/2020-01/edition.md": b"---\npublished: 2020-01-31\nfor: staff\n---\nJanuary.\n",
        "editions/2020-01/customer-services.md": january,
        UPDATE: january,
    }
    (group,) = told(tmp_path, files).groups
    (item,) = group.items
    assert item.lines == ("For Residents, for the first time: the same words as above.",)


@pytest.mark.parametrize(
    ("update", "news"),
    [
        (b"## Completed\n\n- We visited one. {#site-visits for=staff}\n", "no news of it."),
        (b"## Completed\n\n- We visited one. {#site-visits}\n", "news of it."),
        (b"## Completed\n\n- We visited one. {#site-visits}\n- We saw two. {#seen}\n", "news of all 2."),
        (b"## Completed\n\n- We visited one. {#site-visits}\n- We saw. {#seen for=staff}\n", "news of 1 of these 2."),
    ],
)
def test_how_much_of_it_is_news_to_residents_is_told_in_words(tmp_path: Path, update: bytes, news: str) -> None:
    assert told(tmp_path, {UPDATE: update}).summary[-1] == f"For Residents: {news}"


def test_a_draft_and_a_day_to_come_are_said(tmp_path: Path) -> None:
    draft = FEBRUARY.replace(b"for:", b"status: draft\nfor:")
    assert told(tmp_path, {"editions/2020-02/edition.md": draft}).summary[0] == (
        "February 2020 is a draft, and in no site yet."
    )
    assert told(tmp_path, {"editions/2020-02/edition.md": FEBRUARY}, on="2020-02-01").summary[0] == (
        "February 2020 comes out on 28 February 2020."
    )


def test_what_will_be_late_when_the_edition_comes_out_is_said_before_that_day(tmp_path: Path) -> None:
    promise = b'## Future actions\n\n- Visit councils. {#site-visits due="14 February 2020"}\n'
    files = {"editions/2020-01/customer-services.md": promise, UPDATE: promise}
    summary = told(tmp_path, files, on="2020-02-01").summary
    assert summary[-1] == "Overdue on 28 February 2020, and told as before: site-visits."


def test_a_first_edition_is_all_new(tmp_path: Path) -> None:
    write_files(smallest(), tmp_path)
    content, sources, _ = read_content(tmp_path)
    assert content
    page = review(content, None, "", date(2020, 2, 1), sources)
    assert page.title == "January 2020: what has changed"
    assert page.summary[0] == "It is the first edition: all of it is new."


@pytest.mark.parametrize(
    ("since", "why"), [("2020-02", "is the newest edition"), ("2020-10", "there is no edition `2020-10`")]
)
def test_what_cannot_be_compared_is_refused_with_the_reason(tmp_path: Path, since: str, why: str) -> None:
    with pytest.raises(ReviewRefused, match=why):
        told(tmp_path, {}, since=since)


def test_words_of_writers_stay_words_in_markdown_and_in_a_terminal() -> None:
    item = ReviewItem(id="a", change="New", words="<b>*no*</b>\x1b[31m", lines=("[x](y)",), place="a.md:1")
    page = ReviewPage(
        address="", title="T", organisation="O", summary=(), groups=(ReviewGroup(title="G", items=(item,)),)
    )
    assert r"\<b\>\*no\*\</b\>" in as_markdown(page)
    assert r"\[x\](y)" in as_markdown(page)
    assert "\x1b" not in as_text(page, 80) + as_markdown(page)


def test_what_is_gone_is_not_told_as_new_and_what_goes_back_is_told(tmp_path: Path) -> None:
    january = b"""\
## Under way

- Visit councils. {#site-visits}

## Future actions

- Visit the north. {#north from=site-visits reason="They asked." tags=north}
- Open the ramp. {#ramp equality="All may come in." climate="None."}
"""
    february = b"""\
## Future actions

- Visit councils. {#site-visits}
- Visit the north. {#north}
- Open the ramp. {#ramp}
"""
    page = told(tmp_path, {"editions/2020-01/customer-services.md": january, UPDATE: february})
    lines = {item.id: item.lines for group in page.groups for item in group.items}
    assert lines["site-visits"][0] == "No longer under way in February 2020."
    assert lines["north"][0] == "In the same words; what is new is its tags."
    assert "ramp" not in lines


def test_a_reason_that_is_all_that_is_new_is_told(tmp_path: Path) -> None:
    january = b"## Future actions\n\n- Draft the plan. {#plan due=2020-05-01}\n"
    files = {"editions/2020-01/customer-services.md": january, UPDATE: january.replace(b"}", b' reason="It rained."}')}
    (group,) = told(tmp_path, files).groups
    assert "In the same words; what is new is the reason (“It rained.”)." in group.items[0].lines


def test_what_says_itself_whom_it_was_for_all_along_is_no_news(tmp_path: Path) -> None:
    """So it is carried where an audience has come since, which did not see it."""
    january = b"## Under way\n\n- Draft the plan. {#plan}\n"
    files = {
        "editions/2020-01/edition.md": b"---\npublished: 2020-01-31\nfor: staff\n---\nJanuary.\n",
        "editions/2020-01/customer-services.md": january,
        UPDATE: january.replace(b"}", b" for=staff}"),
    }
    assert told(tmp_path, files).groups == ()


def test_a_promise_that_is_shown_to_more_people_than_before_is_told_though_its_words_are_the_same(
    tmp_path: Path,
) -> None:
    february = b"## Under way\n\n- Draft the plan. {#plan}\n"
    files = {"editions/2020-01/customer-services.md": february.replace(b"}", b" for=staff}"), UPDATE: february}
    ((plan,),) = (group.items for group in told(tmp_path, files).groups)
    assert plan.lines == (
        "In the same words; what is new is whom it is for.",
        "For Residents, for the first time: the same words as above.",
    )


def test_a_promise_that_another_workstream_has_now_is_told_though_it_says_whom_it_was_for_all_along(
    tmp_path: Path,
) -> None:
    january = b"## Under way\n\n- Draft the plan. {#plan}\n"
    lead = b"{name: Ada, role: Head of Finance}"
    other = b"- {id: finance, title: Finance, lead: " + lead + b", summary: S, for: [staff, residents]}\n"
    files = {
        "workstreams.yml": smallest()["workstreams.yml"] + other,
        "editions/2020-01/edition.md": b"---\npublished: 2020-01-31\nfor: staff\n---\nJanuary.\n",
        "editions/2020-01/customer-services.md": january,
        "editions/2020-02/finance.md": january.replace(b"}", b" for=staff}"),
    }
    assert [item.id for group in told(tmp_path, files).groups for item in group.items] == ["plan"]
