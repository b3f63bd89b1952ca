"""Which words the coach reads, for whom, and where it finds them again in the files."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.coach.passages import CoachedPassage, PassageContext, PassageLine, Writing
from generator.domain.prose import Text
from generator.text.source import Source, Span
from tests.building import checked
from tests.checks.coach.readers import EVERYONE, PATH

UPDATE, LETTER = "editions/2020-01/customer-services.md", "editions/2020-01/edition.md"
ON = date(2020, 2, 1)


def places(folder: Path, files: dict[str, str], on: date = ON) -> list[tuple[str, str]]:
    """The file and the words of each piece of advice about time."""
    found = [it for it in checked(folder, files, on) if it.code == "relative-time"]
    return [(it.span.path, files[it.span.path][it.span.start : it.span.end]) for it in found]


@pytest.mark.parametrize(
    "words",
    [
        "We met last year.",
        "We **met** *last year*.",
        "We met *last*\nyear, in [the hall last May](https://www.merebrook.example/last-year).",
        "See [last year](https://www.merebrook.example/the-last) and last year’s plan &amp; budget of last month.",
        "| When | What |\n| --- | --- |\n| last year | it |\n| then | last month |",
        "- One\n- Two\n  - last year\n\n> last month\n",
        "### Last year\n\nIt was.",
        "A note.[^1]\n\nThe end, last month.\n\n[^1]: As it was last year.",
        "It \\*was\\* last year.",
        "    last year, in code\n\nand last month",
    ],
)
def test_what_is_marked_are_the_words_themselves(tmp_path: Path, words: str) -> None:
    text = f"---\nfor: [staff]\n---\n{words}\n"
    found = places(tmp_path, {UPDATE: text})
    assert found
    for path, marked_words in found:
        plain = " ".join(marked_words.replace("*", "").split()).lower()
        assert (path, plain) in {(UPDATE, "last year"), (UPDATE, "last month"), (UPDATE, "last may")}


def test_words_that_stand_twice_are_marked_where_they_are_meant(tmp_path: Path) -> None:
    words = "---\naccept:\n  - {code: overdue, reason: We met last year.}\n---\nWe met. We met last year.\n"
    (found,) = [it for it in checked(tmp_path, {UPDATE: words}) if it.code == "relative-time"]
    assert found.span.start == words.rindex("last year")


YAML = """\
completed:
  - plain: "The council''s pool opened last month."
    text: >-
      The pool opened
      last year.
    id: pool
  - 'It''s done, last month.'
"""


def test_words_in_yaml_are_found_however_they_are_folded_and_quoted(tmp_path: Path) -> None:
    files = {"editions/2020-01/it.yml": YAML, "workstreams.yml": WORKSTREAMS}
    found = [words for path, words in places(tmp_path, files) if path == "editions/2020-01/it.yml"]
    assert found == ["last month", "last year", "last month"]


WORKSTREAMS = """\
- {id: customer-services, title: Customer services, lead: {name: P N, role: Head}, summary: We began last year.}
- id: it
  title: IT
  lead: {name: P N, role: Head}
  summary: All things that run.
  projects:
    - {id: desk, title: Desk, stage: live, summary: "It opened last month, we think."}
"""


def test_summaries_pages_and_glossary_are_read_too(tmp_path: Path) -> None:
    files = {
        "workstreams.yml": WORKSTREAMS,
        "glossary.yml": "- {term: CRM, means: customer records, explained: Bought last year.}\n",
        "pages/about.md": "---\ntitle: About\nsummary: As of last month.\n---\nWe moved last year.\n",
    }
    assert places(tmp_path, files) == [
        ("glossary.yml", "last year"),
        ("pages/about.md", "last month"),
        ("pages/about.md", "last year"),
        ("workstreams.yml", "last year"),
        ("workstreams.yml", "last month"),
    ]


def test_of_editions_that_are_out_only_the_newest_is_read(tmp_path: Path) -> None:
    letters = {
        LETTER: "---\npublished: 2020-01-31\n---\nWe met last year.\n",
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nWe met last month.\n",
        "editions/2020-03/edition.md": "---\npublished: 2020-03-31\nstatus: draft\n---\nWe met last May.\n",
        "editions/2020-02-flood/edition.md": "---\npublished: 2020-02-29\ntitle: Flood\n---\nIt rose last week.\n",
    }
    assert [words for _, words in places(tmp_path, letters, date(2020, 3, 1))] == [
        "last week",
        "last month",
        "last May",
    ]
    assert len(places(tmp_path / "earlier", letters, ON)) == 4


def test_words_that_nobody_can_see_are_not_read(tmp_path: Path) -> None:
    assert places(tmp_path, {LETTER: "---\npublished: 2020-01-31\nfor: []\n---\nWe met last year.\n"}) == []


def test_a_mark_on_words_that_the_file_does_not_have_stands_on_their_thing() -> None:
    writing = Writing(
        (PassageLine((Text("Words"),), EVERYONE),), PassageContext(Span(PATH, 3, 9), "it"), Source(PATH, "other")
    )
    passage = CoachedPassage(writing, 0, "Words", EVERYONE, is_heading=False)
    assert passage.span(0, 5) == Span(PATH, 3, 9)


def test_a_finding_is_accepted_by_the_id_of_its_action(tmp_path: Path) -> None:
    front = "---\naccept:\n  - {code: relative-time, place: pool, reason: A joke.}\n---\n"
    words = front + "## Completed\n\n- We met last year. {#pool}\n- We met last month. {#lake}\n"
    assert places(tmp_path, {UPDATE: words}) == [(UPDATE, "last month")]


POINTS = "baseline: {date: 2018, value: 1}, target: {date: 2021, value: 9}"
NOTED = "{date: 2019, value: 2, note: As by the Tories}"
ASKED = "id: why, asked: 2020-01-02, answered: 2020-01-20, by: a resident, for: [staff, residents]"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("questions.yml", f"- {{{ASKED}, question: Why is it so?, answer: We met by the Tories.}}\n"),
        ("questions.yml", f"- {{{ASKED}, question: What was decided by the Tories?, answer: Nothing.}}\n"),
        ("measures.yml", f"- {{id: visits, title: Visits by the Tories, {POINTS}}}\n"),
        ("measures.yml", f"- {{id: visits, title: Visits, {POINTS}, readings: [{NOTED}]}}\n"),
        ("documents.yml", "- {id: plan, title: Plan of by the Tories, file: plan.pdf}\n"),
        ("documents.yml", "- {id: plan, title: Plan, summary: What was said by the Tories., file: plan.pdf}\n"),
    ],
)
def test_questions_measures_and_documents_are_read_too(tmp_path: Path, file: str, text: str) -> None:
    """Party politics among it, which the coach once passed over."""
    found = checked(tmp_path, {file: text, "documents/plan.pdf": "%PDF-"})
    marked = [text[it.span.start : it.span.end] for it in found if it.code == "party-politics"]
    assert marked == ["Tories"], found
