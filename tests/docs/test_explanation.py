"""What the page about the coach tells its readers to write is sound, and names what there is."""

import re
from pathlib import Path

from generator.checks.coach.reading_age import USUAL, USUAL_INSIDE
from generator.text.codes import CODES
from tests.building import checked
from tests.docs.blocks import yaml_in
from tests.examples import smallest

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "how-the-coach-reads.md"
ROW = re.compile(r"^\| (`.+?`) \|.*\| (\w+) \|$", re.MULTILINE)


def test_the_settings_of_the_page_about_the_coach_are_sound(tmp_path: Path) -> None:
    settings, accepted, embargo = yaml_in(PAGE)
    programme = smallest()["programme.yml"].decode()
    update = "## Completed\n\n- We have drafted standards. {#standards}\n"
    files = {
        "programme.yml": f"{programme}{settings}{embargo}",
        "editions/2020-01/customer-services.md": f"---\n{accepted}---\n{update}",
    }
    assert [found.message for found in checked(tmp_path, files)] == []


def test_the_codes_of_the_table_weigh_what_it_says() -> None:
    rows = [(code, weight) for codes, weight in ROW.findall(PAGE.read_text("utf-8")) for code in codes.split("`")[1::2]]
    assert len(rows) == 13
    assert {code: CODES[code].value for code, _ in rows} == dict(rows)


def test_the_marks_for_reading_are_those_of_the_code() -> None:
    assert f"{USUAL} years for the public and {USUAL_INSIDE} for" in PAGE.read_text("utf-8").replace("\n", " ")
    page = PAGE.parents[1] / "reference" / "diagnostics" / "hard-to-read.md"
    assert f"the mark is {USUAL}, for the council's own people {USUAL_INSIDE}" in page.read_text("utf-8").replace(
        "\n", " "
    )
