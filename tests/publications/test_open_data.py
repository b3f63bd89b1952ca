"""Data as those who use it read it: by the standard library, and by the rules of a data package."""

import csv
import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.building import built, files_of, sample
from tests.examples import SMALLEST

PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
UPDATE = """
## Future actions

- +44 1632 960200 is to be answered within 20 seconds. {#calls due="March 2020"}
- Sell Brook House to the hospital trust next door. {#secret for=staff due="May 2020"}
- Open the “café”, for £5.
"""
MEASURES = """
- id: balance
  title: Balance
  unit: GBP
  better: higher
  baseline: {date: 2018, value: -3.50}
  target: {date: 2021, value: 10}
  readings:
    - {date: March 2019, value: 2, note: "=SUM(A1)"}
    - {date: March 2019, value: 3}
"""
LETTER = "---\npublished: 2020-01-31\n---\nHello.\n"
LATER = """
## Future actions

- +44 1632 960200 is to be answered within 20 seconds. {#calls due="May 2020" reason="The new telephones are late."}
"""
_READ: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
}


def files(folder: Path, audience: str = "residents", more: str = "") -> dict[str, bytes]:
    laid = {
        "programme.yml": PROGRAMME + more,
        "measures.yml": MEASURES,
        "editions/2020-01/edition.md": LETTER,
        "editions/2020-01/customer-services.md": UPDATE,
        "editions/2020-02/edition.md": LETTER.replace("01-31", "02-01"),
        "editions/2020-02/customer-services.md": LATER,
    }
    return files_of(built(folder, laid), audience)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def by_id(made: Mapping[str, bytes]) -> dict[str, Any]:
    return {action["id"]: action for action in json.loads(made["data/actions.json"])["actions"]}


def test_an_action_is_one_row_with_its_times_as_exact_as_they_were_given(tmp_path: Path) -> None:
    found = {row["id"]: row for row in rows(files(tmp_path)["data/actions.csv"])}
    calls = found["calls"]
    assert (calls["first_due"], calls["first_due_last_day"]) == ("March 2020", "2020-03-31")
    assert (calls["due"], calls["due_precision"]) == ("May 2020", "month")
    assert (calls["due_first_day"], calls["due_last_day"]) == ("2020-05-01", "2020-05-31")
    assert (calls["times_moved_later"], calls["days_moved"], calls["was_late"]) == ("1", "61", "true")
    assert calls["reason"] == "The new telephones are late."


def test_an_id_that_no_writer_gave_is_told_to_last_no_longer_than_its_words(tmp_path: Path) -> None:
    lasting = {row["id"]: row["id_lasts"] for row in rows(files(tmp_path)["data/actions.csv"])}
    assert lasting == {"calls": "true", "open-the-cafe-for-5": "false"}


def test_an_action_has_what_every_update_said_of_it(tmp_path: Path) -> None:
    history = by_id(files(tmp_path))["calls"]["history"]
    assert [(it["update"], it["state"], it["due"], it.get("reason")) for it in history] == [
        ("2020-01", "future", "March 2020", None),
        ("2020-02", "future", "May 2020", "The new telephones are late."),
    ]


def test_no_spreadsheet_takes_words_for_a_formula_and_no_number_is_touched(tmp_path: Path) -> None:
    made = files(tmp_path)
    assert [row["text"][:4] for row in rows(made["data/actions.csv"])] == ["'+44", "Open"]
    measured = rows(made["data/measures.csv"])
    assert [(row["kind"], row["value"], row["note"]) for row in measured] == [
        ("baseline", "-3.50", ""),
        ("reading", "2", "'=SUM(A1)"),
        ("reading", "3", ""),
        ("target", "10", ""),
    ]
    assert by_id(made)["calls"]["text"].startswith("+44")


def test_tables_are_utf_8_with_a_mark_for_excel_where_it_is_asked_for(tmp_path: Path) -> None:
    plain = files(tmp_path / "plain")
    marked = files(tmp_path / "marked", more="data: {excel: true}\n")
    for table in ("data/actions.csv", "data/measures.csv"):
        assert marked[table] == b"\xef\xbb\xbf" + plain[table]
        assert plain[table].count(b"\r\n") == plain[table].count(b"\n")
    assert plain["data/actions.json"] == marked["data/actions.json"]


def test_what_is_for_staff_alone_is_in_none_of_the_residents_files(tmp_path: Path) -> None:
    staff, residents = (files(tmp_path / audience, audience) for audience in ("staff", "residents"))
    assert by_id(staff)["calls"]["history"][0]["update"] == "2020-01"
    assert b"Brook House" in staff["data/actions.csv"]
    for path in residents:
        assert b"Brook House" not in residents[path], path
        assert b"secret" not in residents[path], path


def test_the_licence_is_for_the_public_alone(tmp_path: Path) -> None:
    licence = 'data: {licence: {name: OGL-UK-3.0, title: Open, address: "https://licence.example/"}}\n'
    told = {
        audience: json.loads(files(tmp_path / audience, audience, licence)["data/datapackage.json"])
        for audience in ("staff", "residents")
    }
    assert "licenses" not in told["staff"]
    assert told["residents"]["licenses"] == [
        {"name": "OGL-UK-3.0", "path": "https://licence.example/", "title": "Open"}
    ]


def test_a_licence_without_a_sound_address_is_an_error(tmp_path: Path) -> None:
    more = 'data: {licence: {title: Open, address: "javascript:alert(1)"}}\n'
    result = built(tmp_path, {"programme.yml": PROGRAMME + more})
    assert [it.code for it in result.findings if it.severity == "error"] == ["unsafe-address"]


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_every_cell_of_the_sample_is_what_the_package_says(audience: str) -> None:
    made = sample()[audience]
    package = json.loads(made["data/datapackage.json"])
    assert [resource["path"] for resource in package["resources"]] == ["actions.csv", "measures.csv", "actions.json"]
    for resource in package["resources"][:2]:
        found = rows(made[f"data/{resource['path']}"])
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert len(found) > 20
        assert all(list(row) == list(fields) for row in found)
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in found]
        assert len(set(keys)) == len(keys)
        for row in found:
            for name, cell in row.items():
                assert_fits(cell, fields[name])


def assert_fits(cell: str, field: Mapping[str, Any]) -> None:
    limits = field.get("constraints", {})
    if cell == "":
        assert not limits.get("required"), field["name"]
        return
    _READ[field["type"]](cell)
    assert cell in limits.get("enum", [cell])


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_the_table_and_the_histories_of_the_sample_tell_of_the_same_pages(audience: str) -> None:
    made = sample()[audience]
    actions = by_id(made)
    assert list(actions) == [row["id"] for row in rows(made["data/actions.csv"])]
    for action in actions.values():
        path = action["page"].partition("/one-council/")[2]
        assert f"{path}index.html" in made
        assert action["history"]
        assert action["history"][-1]["update"] == action["last_update"]


def test_the_page_offers_each_file_with_its_kind_and_size() -> None:
    page = sample()["residents"]["data/index.html"].decode()
    for name in ("actions.csv", "actions.json", "measures.csv", "datapackage.json"):
        assert f'<a href="{name}"' in page
    assert page.count("(CSV, ") == page.count("(JSON, ") == 2
    assert 'rel="license"' in page
    assert '<a href="../data/index.html">Data to use</a>' in sample()["residents"]["progress/index.html"].decode()
