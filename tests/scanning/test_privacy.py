"""Personal details that the public would read."""

from pathlib import Path

import pytest

from generator.build import Result
from generator.text.diagnostic import Diagnostic
from tests.building import built
from tests.examples import SMALLEST
from tests.statements import statement

UPDATE = "editions/2020-01/customer-services.md"
PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8") + (
    "contacts:\n"
    "  - {purpose: help, telephone: 01632 960200, email: help@council.example}\n"
    "  - {purpose: staff help, telephone: 01632 960299, for: staff}\n"
)


def details(result: Result) -> list[Diagnostic]:
    assert result.sites, result.findings
    return [found for found in result.findings if found.code == "personal-detail"]


def said(folder: Path, words: str) -> list[str]:
    update = f"## Completed\n\n- Opened the desk. {words} {{#desk}}\n"
    result = built(folder, {"programme.yml": PROGRAMME, UPDATE: update})
    return [found.subject for found in details(result)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Write to jo.smith@council.example.", ["jo.smith@council.example"]),
        ("Ring 01632 960999 or 07700 900123.", ["01632 960999", "07700 900123"]),
        ("Ring +44 1632 960999.", ["+44 1632 960999"]),
        ("Ring (020) 7946 0999.", ["(020) 7946 0999"]),
        ("Ask Priya Nair.", ["Priya Nair"]),
        ("Ask [Jo](mailto:jo@council.example).", ["jo@council.example"]),
        ("Ring [us](tel:01632960299).", ["01632960299"]),
    ],
)
def test_what_tells_of_a_person_is_found(tmp_path: Path, words: str, found: list[str]) -> None:
    assert said(tmp_path, words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Write to Help@council.example or ring +44 1632 960200, 01632960200.",
        "Ring +44 (0)1632 960200 or 0044 1632 960200.",
        "We spent £1,250,000 on 96,000 records, 1632960999 of them old.",
        "From 2019/20 to 2026-10-30, in room 01632.",
        "Ask the Priya Nairobi team.",
        "See https://council.example/a/01632960999/b.",
    ],
)
def test_what_does_not_is_passed_over(tmp_path: Path, words: str) -> None:
    assert said(tmp_path, words) == []


def test_what_staff_alone_read_is_passed_over(tmp_path: Path) -> None:
    update = "## Completed\n\n- Ring Jo on 01632 960999. {#one for=staff}\n- Ask Priya Nair. {#two}\n\n  > Ask us.\n"
    assert details(built(tmp_path, {UPDATE: update})) == []


def test_the_place_is_that_of_the_detail_itself(tmp_path: Path) -> None:
    update = "## Completed\n\n- Opened.\n\n  Ring 01632 960999.\n"
    (found,) = details(built(tmp_path, {UPDATE: update}))
    assert (tmp_path / "content" / UPDATE).read_text()[found.span.start : found.span.end] == "01632 960999"


SAYS = {
    "workstreams.yml": "- {id: customer-services, title: Desks, lead: {name: Priya Nair, role: Head},"
    " summary: DETAIL}\n",
    "measures.yml": "- {id: calls, title: Calls, baseline: {date: 2018, value: 1}, target: {date: 2021, value: 2},"
    " readings: [{date: 2019, value: 1, note: DETAIL}]}\n",
    "glossary.yml": "- {term: CRM, means: customer records, explained: DETAIL}\n",
    "questions.yml": "- {id: why, asked: 2020-01-06, by: a resident, question: Why?, answer: DETAIL,"
    " answered: 2020-01-07, for: [staff, residents]}\n",
    "pages/about.md": "---\ntitle: About\n---\nDETAIL\n",
    "pages/accessibility.yml": statement("improving: DETAIL\n", "full"),
    "editions/2020-01/edition.md": "---\npublished: 2020-01-31\n---\nDETAIL\n",
    UPDATE: "DETAIL\n\n## Completed\n\n- Opened. {#desk}\n",
}


def test_a_detail_is_found_in_every_kind_of_file_that_the_public_reads(tmp_path: Path) -> None:
    """But for the ways to write to the council that a statement gives."""
    numbers = {path: f"01632 96099{number}" for number, path in enumerate(SAYS)}
    files = {path: text.replace("DETAIL", f"Ring {numbers[path]}.") for path, text in SAYS.items()}
    assert {it.span.path: it.subject for it in details(built(tmp_path, files))} == numbers


def test_a_detail_that_is_accepted_is_not_told_again(tmp_path: Path) -> None:
    front = "---\naccept:\n  - {code: personal-detail, place: 01632 960999, reason: The desk's own.}\n---\n"
    update = f"{front}## Completed\n\n- Opened. Ring 01632 960999. {{#desk}}\n"
    assert details(built(tmp_path, {UPDATE: update})) == []


def test_a_person_who_is_public_anywhere_is_public(tmp_path: Path) -> None:
    workstreams = (
        (SMALLEST / "workstreams.yml").read_text(encoding="utf-8").replace("Services}", "Services, public: true}")
    )
    update = "## Completed\n\n- Priya Nair opened the desk. {#desk}\n"
    assert details(built(tmp_path, {UPDATE: update, "workstreams.yml": workstreams})) == []
