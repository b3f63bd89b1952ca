"""pages/accessibility.yml becomes a statement, or findings that point at the words."""

from datetime import date
from pathlib import Path

import pytest

from generator.domain.prose import plain_words
from generator.domain.statement import Compliance, Law, Method, Reason, Statement
from generator.reading.content import read_content
from generator.reading.statement import read_statement
from tests.examples import smallest, write_files
from tests.reading.desks import desk, marked
from tests.statements import PATH, PLAN, statement


def read(text: str) -> Statement:
    file = desk(text, PATH)
    found, _ = read_statement(file)
    assert found is not None, file.findings
    return found


def test_a_statement_is_read_whole() -> None:
    found = read(statement(possible="[use every page with a keyboard]", improving="We test each month."))
    assert found.audiences == {"staff", "residents"}
    assert found.law is Law.GREAT_BRITAIN
    assert (found.prepared, found.reviewed) == (date(2020, 1, 6), date(2020, 1, 6))
    assert [(test.by, test.method) for test in found.tests] == [("the web team", Method.SELF)]
    assert (found.feedback.answered, found.feedback.email) == ("five working days", "access@merebrook.example")
    assert [plain_words(words) for words in (*found.possible, found.improving)] == [
        "use every page with a keyboard",
        "We test each month.",
    ]


def test_each_part_says_what_it_fails_and_by_when_it_is_mended() -> None:
    (part,) = read(statement()).non_accessible
    assert (part.id, part.reason, part.fails) == ("plan", Reason.PROBLEM, ("1.3.1", "1.3.2"))
    assert part.by is not None
    assert part.by.words == "June 2020"


def test_before_anybody_has_tested_no_criterion_need_be_made_up() -> None:
    (part,) = read(statement(PLAN.replace("[1.3.1, 1.3.2]", "unknown"))).non_accessible
    assert (part.id, part.fails) == ("plan", ())


def test_a_burden_must_know_what_it_is_about() -> None:
    burden = (
        PLAN.replace("problems:", "burdens:").replace("[1.3.1, 1.3.2]", "unknown").replace("    by: June 2020\n", "")
    )
    file = desk(statement(burden), PATH)
    read_statement(file)
    assert [(found.code, found.message[:9]) for found in file.findings] == [("unknown-criterion", "`unknown`")]


def test_one_claim_holds_for_every_site_and_each_site_can_have_its_own() -> None:
    assert read(statement()).compliance == {"staff": Compliance.PARTIAL, "residents": Compliance.PARTIAL}
    own = read(statement(compliance="{staff: none, residents: full}")).compliance
    assert own == {"staff": Compliance.NONE, "residents": Compliance.FULL}


def test_problems_come_first_then_burdens_then_what_is_out_of_scope() -> None:
    rest = (
        "out_of_scope:\n  - {id: c, title: C, what: C.}\n"
        "burdens:\n  - {id: b, title: B, what: B., fails: 1.2.2, assessment: {date: 2020-01-02, words: Too much.}}\n"
        "problems:\n  - {id: a, title: A, what: A., fails: 1.1.1, by: 2021}\n"
    )
    assert [part.id for part in read(statement(rest)).non_accessible] == ["a", "b", "c"]


@pytest.mark.parametrize("field", ["compliance", "law", "prepared", "reviewed", "tests", "feedback"])
def test_a_missing_part_is_an_error_and_leaves_no_statement(field: str) -> None:
    text = "".join(line for line in statement().splitlines(keepends=True) if not line.startswith(f"{field}:"))
    file = desk(text, PATH)
    assert read_statement(file)[0] is None
    assert [(found.code, f"`{field}`" in found.message) for found in file.findings] == [("missing-field", True)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("compliance: partial", "compliance: mostly", ("unknown-choice", "mostly")),
        ("compliance: partial", "compliance: {staff: full, public: full}", ("unknown-audience", "public")),
        ("Great Britain", "Scotland", ("unknown-choice", "Scotland")),
        ("fails: [1.3.1, 1.3.2]", "fails: 1.3.1, 4.1.1", ("unknown-criterion", "4.1.1")),
        ("by: June 2020", "by: soon", ("bad-due", "soon")),
        ("reviewed: 2020-01-06", "reviewed: 2020-01-05", ("bad-date", "2020-01-05")),
        ("method: self-assessment", "method: friends", ("unknown-choice", "friends")),
    ],
)
def test_a_wrong_word_is_pointed_at(old: str, new: str, found: tuple[str, str]) -> None:
    text = statement()
    assert old in text
    file = desk(text.replace(old, new), PATH)
    read_statement(file)
    assert marked(file) == [found]


def test_of_a_statement_that_cannot_be_read_nobody_says_that_it_is_not_there(tmp_path: Path) -> None:
    write_files(smallest() | {PATH: b"law: Great Britain\n"}, tmp_path)
    content, _, _ = read_content(tmp_path)
    assert content is not None
    assert content.statement is None
    assert not content.is_whole_for(PATH)
