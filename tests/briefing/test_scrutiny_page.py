"""What stands at the head of a report, how its figures count, and which documents and marks it has."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.report_views import ReportItem, ReportPage
from generator.briefing.scrutiny.page import ReportRequest, report_page
from generator.domain.content import Content
from generator.domain.person import Person
from generator.domain.prose import Link, plain_words, runs_in
from generator.domain.record import Record
from tests.briefing.programmes import completed, future, written
from tests.briefing.reports import items, part, period, report, rows

MADE = date(2020, 9, 1)
DOCUMENTS = """\
- {id: plan, title: The plan, file: plan.docx}
- {id: old, title: The old plan, file: old.pdf}
- {id: asked, title: What was asked, file: asked.pdf}
- {id: answered, title: What was answered, file: answered.pdf}
- {id: detail, title: The detail, file: detail.pdf}
- {id: drawn, title: What was drawn, file: drawn.pdf}
"""
FILES = [
    f"documents/{name}"
    for name in ("plan.docx", *(f"{it}.pdf" for it in ("old", "asked", "answered", "detail", "drawn")))
]


def told(content: Content, begins: str, ends: str, audience: str = "residents") -> ReportPage:
    return report(content, audience, period(begins, ends), MADE)[0]


def summary(page: ReportPage) -> str:
    return "\n".join(page.summary.sentences)


def words_of(page: ReportPage, name: str) -> list[str]:
    return [plain_words(it.words) for it in items(part(page, name))]


def facts_of(item: ReportItem) -> list[tuple[str, str]]:
    return [(it.name, it.words or (it.reference.title if it.reference else "")) for it in item.facts]


def frozen(content: Content, directors: Mapping[str, str]) -> Content:
    editions = (
        replace(it, record=Record(it.published, it.audiences, Person(directors[it.id], "Director", is_public=True)))
        for it in content.editions
    )
    return replace(content, editions=tuple(editions))


def test_a_report_names_the_director_of_its_newest_update_throughout(tmp_path: Path) -> None:
    content = written(tmp_path, {"2020-01": "Hello.\n", "2020-02": "Hello.\n", "2020-03": "Hello.\n"})
    content = frozen(content, {"2020-01": "First One", "2020-02": "Second One", "2020-03": "Third One"})
    people = Person("Now One", "Director", is_public=True)
    page = told(replace(content, programme=replace(content.programme, director=people)), "2020-01", "2020-02", "staff")
    assert page.director.name == "Second One"
    assert ("Director", "Second One, Director") in [(it.name, it.words) for it in page.cover]


def test_a_director_who_is_not_public_is_named_by_the_role_alone(tmp_path: Path) -> None:
    page = told(written(tmp_path, {"2020-01": "Hello.\n"}), "2020-01", "2020-01")
    assert ("Director", "Programme Director") in [(it.name, it.words) for it in page.cover]


def test_a_report_says_how_many_updates_it_draws_on_even_where_two_have_one_title(tmp_path: Path) -> None:
    content = written(tmp_path, {"2020-01": "Hello.\n", "2020-02": "Hello.\n"})
    assert "draws on one update, January 2020." in summary(told(content, "2020-01", "2020-01"))
    alike = replace(content, editions=tuple(replace(it, title="The flood", named_for=None) for it in content.editions))
    assert "draws on 2 updates, from The flood to The flood." in summary(told(alike, "2020-01", "2020-02"))


def test_where_nothing_was_kept_nothing_is_said_of_what_was_kept(tmp_path: Path) -> None:
    page = told(written(tmp_path, {"2020-01": future("Paint the hall. {#hall}")}), "2020-01", "2020-01")
    assert "No promise was carried out. None was stopped." in summary(page)
    assert "Of those carried out" not in summary(page)


def test_only_moves_of_the_period_are_counted_at_its_head(tmp_path: Path) -> None:
    updates = {
        "2020-01": future('Paint the hall. {#hall due="June 2020"}'),
        "2020-02": future('Paint the hall. {#hall due="July 2020"}'),
        "2020-03": future("Paint the hall. {#hall}"),
    }
    content = written(tmp_path, updates)
    assert "No date was moved." in summary(told(content, "2020-03", "2020-03"))
    assert "The date of 1 promise was moved. 1 move was to a later day. No move was to an earlier day." in summary(
        told(content, "2020-02", "2020-02")
    )


def test_what_was_done_as_part_of_an_earlier_promise_stands_at_the_head(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Renew six bridges. {#bridges}"),
        "2020-02": completed("Renewed three bridges. {#three from=bridges}"),
    }
    page = told(written(tmp_path, updates), "2020-02", "2020-02")
    assert "1 thing was done as part of an earlier promise." in summary(page)


def test_one_promise_that_is_passed_over_in_time_is_neither_on_course_nor_overdue(tmp_path: Path) -> None:
    promised = future('Paint the hall. {#hall due="December 2020"}')
    page = told(written(tmp_path, {"2020-01": promised, "2020-02": "Hello.\n"}), "2020-01", "2020-02")
    assert (
        "That leaves 1 promise open at the end. None is on course. None is overdue."
        " The newest update says nothing of 1 promise that is not overdue."
    ) in page.summary.sentences
    assert part(page, "silent").sentences == ("1 open promise was passed over.",)


def test_where_two_are_passed_over_of_which_one_is_overdue_every_other_is_not_claimed_to_be_spoken_of(
    tmp_path: Path,
) -> None:
    promised = future('Paint the hall. {#hall due="December 2020"}', 'Print the map. {#map due="January 2020"}')
    page = told(written(tmp_path, {"2020-01": promised, "2020-02": "Hello.\n"}), "2020-01", "2020-02")
    assert part(page, "silent").sentences == (
        "1 open promise was passed over. 1 that is overdue was passed over, too: it stands above.",
    )


def test_what_was_promised_and_opened_again_stands_in_the_order_of_the_updates(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Mend the lift. {#lift}"),
        "2020-02": completed("Mended the lift. {#lift}"),
        "2020-03": future("Mend the lift. {#lift}", "Print the map. {#map}"),
        "2020-04": future("Mend the lift. {#lift}", "Paint the hall. {#hall}"),
    }
    promised = part(told(written(tmp_path, updates), "2020-03", "2020-04"), "promised")
    assert [(plain_words(it.words), it.facts[0].name) for it in items(promised)] == [
        ("Print the map.", "Promised"),
        ("Mend the lift.", "Opened again"),
        ("Paint the hall.", "Promised"),
    ]


def test_moves_to_an_earlier_day_are_told_as_such_and_make_nothing_late(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Paint the hall. {#hall due=2020-07-31}", "Print the map. {#map due=2020-07-01}"),
        "2020-02": future("Paint the hall. {#hall due=2020-07-01}", "Print the map. {#map due=2020-07-02}"),
    }
    page = told(written(tmp_path, updates), "2020-01", "2020-02")
    assert (
        part(page, "moved")
        .sentences[0]
        .startswith("The dates of 2 promises were moved. 1 move was to a later day. 1 move was to an earlier day.")
    )
    promised = {plain_words(it.words): it.facts[0].words for it in items(part(page, "moved"))}
    assert promised == {"Paint the hall.": "for 31 July 2020", "Print the map.": "for 1 July 2020"}
    moves = [it.words for item in items(part(page, "moved")) for it in item.facts if it.name == "Moved"]
    assert sorted(it.partition(", ")[2] for it in moves) == [
        "1 day later. No reason was given.",
        "30 days earlier. No reason was given.",
    ]
    assert part(page, "on-course").sentences[0].endswith("1 of them has a later date than it had at first.")


def test_a_reason_that_a_later_update_gave_is_told_with_the_move(tmp_path: Path) -> None:
    """Whoever does what `moved-without-reason` says of a frozen edition is not told of as silent."""
    updates = {
        "2020-01": future("Paint the hall. {#hall due=2020-07-01}"),
        "2020-02": future("Paint the hall. {#hall due=2020-07-31}"),
        "2020-03": future('Paint the hall. {#hall due=2020-07-31 reason="It rained."}'),
    }
    page = told(written(tmp_path, updates), "2020-01", "2020-03")
    (move,) = (it.words for item in items(part(page, "moved")) for it in item.facts if it.name == "Moved")
    assert move.endswith("30 days later. No reason was given then. It was told in March 2020: It rained.")


def test_two_updates_of_one_day_are_counted_one_after_the_other(tmp_path: Path) -> None:
    content = written(
        tmp_path,
        {"2020-01": future("Paint the hall. {#hall}"), "2020-02": completed("Painted the hall. {#hall}")},
    )
    one_day = tuple(replace(it, published=date(2020, 2, 28)) for it in content.editions)
    page = told(replace(content, editions=one_day), "2020-02", "2020-02")
    assert [row[-1] for row in rows(page, 1)] == ["1", "0", "0"]


def test_a_promise_counts_to_the_workstream_that_spoke_of_it_last(tmp_path: Path) -> None:
    content = written(tmp_path, {"2020-01": future("Paint the hall. {#hall}"), "2020-02": "Hello.\n"})
    other = replace(content.workstreams[0], id="people", title="People")
    january, february = content.editions
    handed_on = replace(january.updates[0], workstream="people")
    content = replace(
        content,
        workstreams=(*content.workstreams, other),
        editions=(january, replace(february, updates=(handed_on,))),
    )
    page = told(content, "2020-01", "2020-02")
    assert [(row[0], row[-1]) for row in rows(page, 2)] == [("Customer services", "0"), ("People", "1"), ("All", "1")]


def test_steps_of_one_workstream_stand_in_the_order_of_the_updates(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Paint the hall. {#hall}", "Mend the lift. {#lift}"),
        "2020-02": completed("Mended the lift. {#lift}"),
        "2020-03": completed("Painted the hall. {#hall}"),
    }
    page = told(written(tmp_path, updates), "2020-01", "2020-03")
    assert words_of(page, "done") == ["Mended the lift.", "Painted the hall."]


QUESTIONS = """\
- {id: open, asked: 2020-02-06, by: the chair, question: "What of [this](document:asked)?"}
- id: later
  asked: 2020-02-07
  by: the chair
  question: And now?
  answer: "[That](document:answered)."
  answered: 2020-03-20
- {id: closed, asked: 2020-02-08, by: the chair, question: "Is it [this](document:detail)?", answer: Yes.,
   answered: 2020-02-09}
"""


def linked(page: ReportPage) -> set[str]:
    """Where the words and the facts of a report's items lead within it, to documents."""
    every = [item for it in page.parts for item in items(it)]
    runs = [run for item in every for run in runs_in((*item.words, *item.detail)) if isinstance(run, Link)]
    references = [fact.reference.address for item in every for fact in item.facts if fact.reference]
    return {it.removeprefix("#") for it in (*(run.target for run in runs), *references) if "document." in it}


def test_each_document_that_a_report_names_is_bound_in_and_no_other(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Follow the [old plan](document:old). {#old}", "Do as was [drawn](document:drawn). {#drawn}"),
        "2020-02": "We have a [plan](document:plan).\n\n" + completed("Did half. {#half from=drawn}"),
    }
    more = {"documents.yml": DOCUMENTS, "questions.yml": QUESTIONS}
    more |= dict.fromkeys(FILES, "x")
    content = written(tmp_path, updates, more)
    page = told(content, "2020-02", "2020-02")
    assert {it.anchor: [link.title for link in it.named_in] for it in page.appendices} == {
        "document.plan": ["February 2020"],
        "document.old": ["January 2020"],
        "document.asked": ["Questions and answers"],
        "document.detail": ["Questions and answers"],
        "document.drawn": ["January 2020"],
    }
    assert linked(page) == {"document.old", "document.asked", "document.detail", "document.drawn"}
    assert page.appendices[0].type == "application/octet-stream"
    assert linked(told(content, "2020-03", "2020-03")) >= {"document.answered"}


FOOTNOTED = """\
## Future actions

- Paint the hall[^1], see ![The hall](../../images/hall.png) and ![](../../images/line.png). {#hall for=staff}

  Ask the [council](https://council.example/) or read the [detail](document:detail).

- Mend the lift as the [plan](document:plan) says. {#lift}

[^1]: The one in Mill Street.
"""


def test_an_item_tells_pictures_and_footnotes_in_words_and_is_marked_where_it_is_for_some_alone(tmp_path: Path) -> None:
    more = {"documents.yml": DOCUMENTS, "images/hall.png": "x", "images/line.png": "x"}
    more |= dict.fromkeys(FILES, "x")
    page = told(written(tmp_path, {"2020-01": FOOTNOTED}, more), "2020-01", "2020-01", "staff")
    hall, lift = items(part(page, "promised"))
    assert [plain_words((it,)) for it in hall.words] == [
        "Paint the hall (note 1), see (Picture: The hall) and .",
        "Note 1: The one in Mill Street.",
    ]
    assert (hall.mark, lift.mark) == ("Staff only", "")
    assert [it for it in facts_of(hall) if it[0] == "Document"] == [("Document", "The detail")]
    assert [it for it in facts_of(lift) if it[0] == "Document"] == []
    assert [run.target for run in runs_in(lift.words) if isinstance(run, Link)] == ["#document.plan"]


def test_words_lead_nowhere_but_to_what_is_bound_in(tmp_path: Path) -> None:
    updates = {"2020-01": future("Ask the [council](https://council.example/) and the [map](action:map). {#ask}",
                                 "Print the map. {#map}")}  # fmt: skip
    page = told(written(tmp_path, updates), "2020-01", "2020-01")
    ask, _ = items(part(page, "promised"))
    assert plain_words(ask.words) == "Ask the council and the map."
    assert not [run for run in runs_in(ask.words) if isinstance(run, Link)]


def test_where_nobody_knows_the_address_of_the_site_a_reference_out_of_the_report_leads_nowhere(tmp_path: Path) -> None:
    content = written(tmp_path, {"2020-01": future("Paint the hall. {#hall}"), "2020-02": "Hello.\n"})
    readers = content.programme.audience("residents")
    assert readers is not None
    assert not readers.site
    describe = Describer(brief(content, readers, MADE), str)
    page = report_page(describe, ReportRequest(period("2020-02", "2020-02")))
    (hall,) = items(part(page, "silent"))
    assert {it.reference.address for it in hall.facts if it.reference} == {""}
    assert [it.address for it in page.editions] == [""]


def test_notes_on_equality_are_those_of_the_period(tmp_path: Path) -> None:
    noted = 'Paint the hall. {{#hall equality="Of {}."}}'
    months = {f"2020-0{it}": future(noted.format(name)) for it, name in enumerate(("January", "February", "March"), 1)}
    page = told(written(tmp_path, months), "2020-02", "2020-02")
    assert [it.facts[0].words for it in items(part(page, "equality"))] == ["Of February."]


def test_where_a_promise_stood_at_the_end_is_told_with_the_update_that_says_so(tmp_path: Path) -> None:
    updates = {
        "2020-01": future("Paint the hall. {#hall}", "Mend the lift. {#lift}", "Renew two bridges. {#bridges}"),
        "2020-02": completed("Painted the hall. {#hall}", "Renewed one bridge. {#one from=bridges}"),
        "2020-03": completed("Painted the hall. {#hall}") + future("Mend the lift. {#lift}"),
    }
    page = told(written(tmp_path, updates), "2020-01", "2020-03")
    ends = {plain_words(it.words): it.facts[-1] for it in items(part(page, "promised"))}
    found = {words: (it.words, it.reference.title if it.reference else "") for words, it in ends.items()}
    assert found == {
        "Paint the hall.": ("done", "February 2020"),
        "Mend the lift.": ("still to begin", "March 2020"),
        "Renew two bridges.": ("continued as other promises", "February 2020"),
    }


def test_a_question_of_the_last_day_is_in_the_report_and_so_is_its_answer(tmp_path: Path) -> None:
    question = "- {id: now, asked: 2020-02-29, by: the chair, question: When?, answer: Today., answered: 2020-02-29}\n"
    page = told(written(tmp_path, {"2020-02": "Hello.\n"}, {"questions.yml": question}), "2020-02", "2020-02")
    assert part(page, "questions").sentences == ("1 question was put. 1 has an answer.",)
    (item,) = items(part(page, "questions"))
    assert plain_words(item.detail) == "Today."
