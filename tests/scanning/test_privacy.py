"""Personal details that the public would read."""

from pathlib import Path

import pytest

from generator.build import Result, build
from generator.request import BuildRequest
from generator.text.diagnostic import Diagnostic
from tests.authoring.record_examples import FILES, ON, frozen
from tests.authoring.record_examples import UPDATE as RECORDED
from tests.building import built
from tests.examples import SMALLEST
from tests.statements import statement

UPDATE = "editions/2020-01/customer-services.md"
PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8") + (
    "contacts:\n"
    "  - {purpose: help, telephone: 01632 960200, email: help@council.example}\n"
    "  - {purpose: in danger, telephone: '999'}\n"
    "  - {purpose: staff help, telephone: 01632 960299, for: staff}\n"
)


def details(result: Result) -> list[Diagnostic]:
    assert result.sites, result.findings
    return [found for found in result.findings if found.code == "personal-detail"]


def said(folder: Path, words: str) -> list[str]:
    update = f"## Completed\n\n- Opened the desk. {words} {{#desk}}\n"
    result = built(folder, {"programme.yml": PROGRAMME, UPDATE: update})
    return [found.subject for found in details(result)]


def test_an_address_is_told_where_a_contact_has_no_telephone_or_no_address(tmp_path: Path) -> None:
    """A contact without a number once let every address without a digit pass."""
    contacts = (
        "contacts:\n  - {purpose: help, email: help@council.example}\n  - {purpose: more, telephone: 01632 960200}\n"
    )
    programme = (SMALLEST / "programme.yml").read_text(encoding="utf-8") + contacts
    update = "## Completed\n\n- Opened the desk. Write to help@council.example or jo@council.example. {#desk}\n"
    result = built(tmp_path, {"programme.yml": programme, UPDATE: update})
    assert [found.subject for found in details(result)] == ["jo@council.example"]


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
        ("Write to sean.o'brien@council.example.", ["sean.o'brien@council.example"]),
        ("Ring 0044 7700 900123 or 01632/960999.", ["0044 7700 900123", "01632/960999"]),
        ("HQ 01632 960999.", ["01632 960999"]),
        ("Ring 0345 600 0000/0001.", ["0345 600 0000"]),
        ("Hers is AB 12 34 56 C.", ["AB 12 34 56 C"]),
        ("Application: AB123456D.", ["AB123456D"]),
        ("Hers is ab123456c.", ["ab123456c"]),
        ("NHS number 943 476 5919.", ["943 476 5919"]),
        ("NHS no: 9434765919.", ["9434765919"]),
        ("Pay into sort code 12-34-56, account number 12345678.", ["12-34-56", "12345678"]),
        ("Pay into GB82 WEST 1234 5698 7654 32.", ["GB82 WEST 1234 5698 7654 32"]),
        ("The card was 4111 1111 1111 1111.", ["4111 1111 1111 1111"]),
        ("A boy, born on 3 March 2014, moved.", ["3 March 2014"]),
        ("DOB: 03/03/1980.", ["03/03/1980"]),
        ("Date of birth 1st of May 1980.", ["1st of May 1980"]),
        ("Date of birth: 1980-05-01.", ["1980-05-01"]),
        ("Ring 020\u00a07946\u202f0999.", ["020 7946 0999"]),
        ("Ring 01632&nbsp;960999.", ["01632 960999"]),
        ("Ring 01632\u2011960\u2013999.", ["01632-960-999"]),
        ("Ring 01632 96\u00ad0999.", ["01632 960999"]),
        ("Hers is AB\u00a012\u00a034\u00a056\u00a0C.", ["AB 12 34 56 C"]),
        ("Hers is AB-12-34-56-C.", ["AB-12-34-56-C"]),
        ("NHS\u00a0number 943\u00a0476\u00a05919.", ["943 476 5919"]),
        ("Write to jo@coun\u00adcil.example.", ["jo@council.example"]),
        ("Write to jo\uff20council.example.", ["jo@council.example"]),
        ("Write to jo999@council.example.", ["jo999@council.example"]),
        ("Write to *jo@council.example*, jo@muller.xn--p1ai.", ["jo@council.example", "jo@muller.xn--p1ai"]),
        ("Ask [Jo](MAILTO:jo@council.example).", ["jo@council.example"]),
        ("Ring [us](Tel:01632%20960299).", ["01632 960299"]),
        ("Ask [Jo](https://forms.example/?to=jo%40council.example).", ["jo@council.example"]),
        ("Ask Pri\u00adya\u00a0Na\u00adir.", ["Priya Nair"]),
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
        "Tax credits are OO 12 34 56 A; rooms are GB 12 34 56 A, AB 12 34 56 E and DA 12 34 56 A.",
        "Case number 01632960999, UPRN 010090265123, ref: 01632 960999, 0012345678.",
        "Plan 943 476 5918 and bar code 4111 1111 1111 1112.",
        "From 01.04.2026-31.03.2027 we count plan 01234567890/FUL.",
        "The museum was born in 1980; from 01-04-26 to 31-03-27 it is shut, account 12.",
        "The birth of the new council was on 3 March 2014.",
        "[Join us](https://teams.example/l/join/19%3ameeting_NzQ%40thread.v2/0), or @us@social.example.",
        "The oaks at SJ 01234 56789, the elm at TQ 0123456789.",
        "See [axe](https://files.example/axe-core@4.10.2/axe.js) and [the map](https://maps.example/Hall/@53.4,-2.2,15z).",
    ],
)
def test_what_does_not_is_passed_over(tmp_path: Path, words: str) -> None:
    assert said(tmp_path, words) == []


LEADS = (
    '- {id: customer-services, title: Desks, lead: {name: "Sean O\'Brien", role: Head}, summary: Desks.}\n'
    "- {id: it, title: IT, lead: {name: Ana de la Cruz-Lee, role: Head}, summary: Machines.}\n"
)


@pytest.mark.parametrize(
    "name",
    [
        "Sean O'Brien",
        "Sean O’Brien",
        "SEAN O'BRIEN",
        "Sean&nbsp;O'Brien",
        "**Sean** O’Brien",
        "Ana de la\n  Cruz-Lee",
        "Ana de la Cruz\u2011Lee",
        "Ana  de la Cruz-Lee",
    ],
)
def test_a_name_is_found_however_it_is_typed(tmp_path: Path, name: str) -> None:
    update = f"## Completed\n\n- Ask {name} about the desk. {{#desk}}\n"
    files = {"programme.yml": PROGRAMME, "workstreams.yml": LEADS, UPDATE: update}
    assert len(details(built(tmp_path, files))) == 1


@pytest.mark.parametrize("name", ["Robert Jones Jr.", "Jo Bloggs (Unison)"])
def test_a_name_is_found_whatever_sign_it_ends_with(tmp_path: Path, name: str) -> None:
    leads = LEADS.replace("Ana de la Cruz-Lee", f'"{name}"')
    update = f"## Completed\n\n- {name} has opened the desk. {{#desk}}\n"
    result = built(tmp_path, {"programme.yml": PROGRAMME, "workstreams.yml": leads, UPDATE: update})
    assert [it.subject for it in details(result)] == [name]


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


def test_the_notice_that_stands_for_a_name_is_no_name(tmp_path: Path) -> None:
    """A lead whose name was withdrawn from a record was told of wherever something else was withdrawn."""
    leads = (SMALLEST / "workstreams.yml").read_text(encoding="utf-8").replace("Priya Nair", '"[withdrawn]"')
    update = "## Completed\n\n- [withdrawn] opened the desk. {#desk}\n"
    assert details(built(tmp_path, {"workstreams.yml": leads, UPDATE: update})) == []


def test_a_name_of_which_a_part_is_in_brackets_is_a_name(tmp_path: Path) -> None:
    leads = (SMALLEST / "workstreams.yml").read_text(encoding="utf-8").replace("Priya Nair", '"[Dr] Priya Nair"')
    update = "## Completed\n\n- [Dr] Priya Nair opened the desk. {#desk}\n"
    assert [it.code for it in details(built(tmp_path, {"workstreams.yml": leads, UPDATE: update}))] == [
        "personal-detail"
    ]


def test_what_stands_in_a_frozen_edition_is_taken_out_by_a_withdrawal(tmp_path: Path) -> None:
    """To take it out by hand is an error."""
    folder = frozen(tmp_path / "content", {RECORDED: FILES[RECORDED].replace("We listened.", "Ask Gareth Llewellyn.")})
    (found,) = details(build(BuildRequest(folder, lambda _: ON)))
    assert found.help == (
        'this edition is frozen: take it out with `golden withdraw 2020-01 --words "Gareth Llewellyn" --why "..."`; '
        "if it is to be read, accept it here with the reason"
    )


def test_the_place_of_a_number_is_told_however_its_spaces_are_typed(tmp_path: Path) -> None:
    update = "## Completed\n\n- Opened the desk.\n  Ring 01632\u00a0960999. {#desk}\n"
    (found,) = details(built(tmp_path, {UPDATE: update}))
    assert update[found.span.start : found.span.end] == "01632\u00a0960999"


def test_a_name_is_told_whose_accents_are_written_in_another_form(tmp_path: Path) -> None:
    lead = "{name: Zoe\u0301 Nun\u0303ez, role: Head}"
    people = f"- {{id: customer-services, title: Us, lead: {lead}, summary: One door.}}\n"
    update = "## Completed\n\n- Zo\u00e9 Nu\u00f1ez opened the desk. {#desk}\n"
    (found,) = details(built(tmp_path, {"workstreams.yml": people, UPDATE: update}))
    assert found.subject == "Zo\u00e9 Nu\u00f1ez"


@pytest.mark.parametrize(
    "line",
    [
        "objective: Make it simple, with [Jo](mailto:jo@council.example).",
        "priorities: [{id: easy, title: Ask jo@council.example}]",
        "stages: [Ask jo@council.example]",
    ],
)
def test_what_programme_yml_says_to_the_public_is_looked_through(tmp_path: Path, line: str) -> None:
    programme = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
    kept = [it for it in programme.splitlines() if it.partition(":")[0] != line.partition(":")[0]]
    (found,) = details(built(tmp_path, {"programme.yml": "\n".join((*kept, line, ""))}))
    assert (found.subject, found.span.path) == ("jo@council.example", "programme.yml")
