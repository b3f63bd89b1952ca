"""A promise that was kept from some readers is not opened to them by silence."""

from pathlib import Path

import pytest

from generator.text.codes import Severity
from tests.building import checked
from tests.examples import smallest

JANUARY, FEBRUARY = "editions/2020-01/customer-services.md", "editions/2020-02/customer-services.md"
LETTER = "---\npublished: 2020-02-28\n---\nHello.\n"
PROMISED = "## Future actions\n\n- Agree the price list. {#price-list for=staff}\n"
BOTH = 'for="staff residents"'


def found(folder: Path, february: str, path: str = FEBRUARY, january: str = PROMISED) -> list[tuple[Severity, str]]:
    files = {JANUARY: january, "editions/2020-02/edition.md": LETTER, path: february}
    return [(it.severity, it.help) for it in checked(folder, files) if it.code == "opened-by-silence"]


@pytest.mark.parametrize("heading", ["Completed", "Under way", "Future actions"])
def test_a_promise_for_staff_that_says_nothing_of_its_readers_any_more_is_an_error(
    tmp_path: Path, heading: str
) -> None:
    ((severity, remedy),) = found(tmp_path, f"## {heading}\n\n- Agree the price list. {{#price-list}}\n")
    assert severity is Severity.ERROR
    assert remedy == 'put for=staff into its braces, or for="residents staff" if they may read it'


@pytest.mark.parametrize("whom", ["for=staff", BOTH])
def test_either_remedy_mends_it(tmp_path: Path, whom: str) -> None:
    assert found(tmp_path, f"## Completed\n\n- Agree the price list. {{#price-list {whom}}}\n") == []


def test_the_remedy_is_in_the_form_of_its_file(tmp_path: Path) -> None:
    february = "completed:\n  - {text: Agree the price list., id: price-list}\n"
    ((_, remedy),) = found(tmp_path, february, FEBRUARY.replace(".md", ".yml"))
    assert remedy == "give it `for: staff`, or `for: [residents, staff]` if they may read it"


def test_what_the_whole_update_keeps_from_them_needs_no_word(tmp_path: Path) -> None:
    february = "---\nfor: [staff]\n---\n## Completed\n\n- Agree the price list. {#price-list}\n"
    assert found(tmp_path, february) == []


def test_a_promise_that_they_have_read_of_before_is_open_already(tmp_path: Path) -> None:
    promised = PROMISED.replace("for=staff", BOTH)
    assert found(tmp_path, "## Completed\n\n- Agree the price list. {#price-list}\n", january=promised) == []


def test_once_opened_in_so_many_words_it_stays_open(tmp_path: Path) -> None:
    march = {
        "editions/2020-03/edition.md": LETTER.replace("02-28", "03-31"),
        "editions/2020-03/customer-services.md": "## Completed\n\n- Agreed the price list. {#price-list}\n",
        JANUARY: PROMISED,
        "editions/2020-02/edition.md": LETTER,
        FEBRUARY: f"## Under way\n\n- Agree the price list. {{#price-list {BOTH}}}\n",
    }
    assert "opened-by-silence" not in {it.code for it in checked(tmp_path, march)}


def test_staff_may_read_what_the_public_has_read(tmp_path: Path) -> None:
    promised = PROMISED.replace("for=staff", "for=residents")
    assert found(tmp_path, "## Completed\n\n- Agree the price list. {#price-list}\n", january=promised) == []


def test_a_later_edition_does_not_hide_that_one_before_it_opens_a_promise(tmp_path: Path) -> None:
    """Once March was begun, nobody was told of February any more."""
    files = {
        JANUARY: PROMISED,
        "editions/2020-02/edition.md": LETTER,
        FEBRUARY: "## Under way\n\n- Agree the price list. {#price-list}\n",
        "editions/2020-03/edition.md": LETTER.replace("02-28", "03-31\nstatus: draft"),
        "editions/2020-03/customer-services.md": "## Completed\n\n- Agreed the price list. {#price-list}\n",
    }
    places = [it.span.path for it in checked(tmp_path, files) if it.code == "opened-by-silence"]
    assert places == [FEBRUARY]


@pytest.mark.parametrize(("internal", "is_told"), [("no", True), ("yes", False)])
def test_what_was_for_some_outside_the_council_is_not_for_all_of_them(
    tmp_path: Path, internal: str, is_told: bool
) -> None:
    """Partners are not the council's own people, and what they were told was taken for public."""
    programme = smallest()["programme.yml"].decode().replace("[staff, residents]", "[staff, partners, residents]")
    third = (
        f"  partners: {{title: Partners, theme: plain}}\n  third: {{title: T, theme: plain, internal: {internal}}}\n"
    )
    programme = programme.replace("for:\n", f"{third}for:\n")
    programme = programme.replace("editions: [", "editions: [third, ") if internal == "yes" else programme
    february = "---\nfor: [residents, partners]\n---\n" if internal == "no" else "---\nfor: [partners, third]\n---\n"
    files = {
        "programme.yml": programme.replace("workstreams: [", "workstreams: [third, "),
        JANUARY: PROMISED.replace("for=staff", "for=partners"),
        "editions/2020-02/edition.md": LETTER,
        FEBRUARY: f"{february}## Completed\n\n- Agreed the price list. {{#price-list}}\n",
    }
    assert ("opened-by-silence" in {it.code for it in checked(tmp_path, files)}) is is_told
