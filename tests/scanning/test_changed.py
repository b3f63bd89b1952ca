"""Of a large table only what an edit has changed is searched, and nothing that could be found is missed."""

import csv
import json
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator import cli
from generator.scanning import changed, scan
from generator.scanning.scan import search
from generator.scanning.secrets import Secret
from generator.text.source import Span
from tests.examples import smallest, write_files

SECRETS = (
    Secret('Agree the "best" price with Brook House.', is_address=False, written_at=Span("a.md", 0, 1)),
    Secret("Close the two halls.", is_address=False, written_at=Span("a.md", 0, 1)),
    Secret("actions/sale/", is_address=True, written_at=Span("a.md", 0, 1)),
)
WORDS = (
    *(it.words for it in SECRETS),
    "Open words.",
    "Agree the price.",
    'Say "yes" or "no".',
    "actions/sale-two/",
    "",
    ",",
)


@pytest.fixture(autouse=True)
def nothing_is_too_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed, "_LEAST", 0)
    monkeypatch.setattr(changed, "_AROUND", 80)


def table(kind: str, rows: list[str]) -> bytes:
    if kind == "csv":
        told = StringIO()
        csv.writer(told, lineterminator="\n").writerows(enumerate(rows))
        return told.getvalue().encode()
    return ("[\n" + ",\n".join(json.dumps({"row": row}) for row in rows) + "\n]\n").encode()


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_an_edit_brings_in_is_found_as_if_all_were_searched(kind: str) -> None:
    """Rows come, go and change; what stood before was clean."""
    chance, in_part, leaks = Random(7), 0, 0
    for _ in range(250):
        rows = chance.choices(WORDS[3:], weights=(9, 9, 1, 9, 9, 9), k=chance.randint(10, 40))
        before = table(kind, rows)
        assert search([(f"data.{kind}", before)], SECRETS, ()) == {}
        at = chance.randint(0, len(rows))
        rows[at : at + chance.randint(0, 2)] = chance.choices(WORDS, k=chance.randint(0, 2))
        after = [(f"data.{kind}", table(kind, rows))]
        whole = search(after, SECRETS, ())
        assert search(after, SECRETS, (), lambda _, before=before: before) == whole  # type: ignore[misc]  # a default binds it
        in_part += len(changed.changed_part(*after[0], before, 50)) < len(after[0][1])
        leaks += bool(whole)
    assert in_part > 40
    assert 50 < leaks < 200


@pytest.mark.parametrize("said", [b"Close the\ntwo\nhills.\n", b"Clove the\ntwo\nhalls.\n"])
def test_a_secret_that_only_ends_or_begins_in_the_change_is_found(said: bytes) -> None:
    before = b"x\n" * 500 + said + b"x\n" * 500
    after = before.replace(b"hills", b"halls").replace(b"Clove", b"Close")
    assert len(changed.changed_part("data.csv", after, before, 20)) < 300
    assert search([("data.csv", after)], SECRETS, (), lambda _: before).keys() == {SECRETS[1]}


def test_where_a_secret_may_be_longer_than_what_is_read_all_is_read() -> None:
    assert changed.changed_part("data.csv", b"a\n" * 90 + b"b", b"a\n" * 90 + b"c", 3000) == b"a\n" * 90 + b"b"


SALE = "## Future actions\n\n- Agree the price of Brook House. {#sale due=2020%s}\n"
ROWS = [f"{number},Agree the prose of Brook House." for number in range(40)]


def lay(folder: Path, update: str, rows: list[str]) -> None:
    laid = smallest() | {
        "editions/2020-01/customer-services.md": update.encode(),
        "documents.yml": b"- {id: plan, title: The plan, file: plan.csv}\n",
        "documents/plan.csv": "\n".join(rows).encode(),
    }
    write_files(laid, folder / "content")


def leaks_after_build(folder: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    words = ["build", str(folder / "content"), "--output", str(folder / "out"), "--on", "2020-02-01", "--quiet"]
    cli.main(words)
    return "leak" in capsys.readouterr().out


def test_a_leak_is_found_in_a_table_that_was_searched_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = []
    part_of = changed.changed_part

    def told(*known: Any) -> bytes:
        parts.append(part_of(*known))
        return parts[-1]

    monkeypatch.setattr(scan, "changed_part", told)
    lay(tmp_path, SALE % " for=staff", ROWS)
    assert not leaks_after_build(tmp_path, capsys)
    lay(tmp_path, SALE % " for=staff", [*ROWS[:20], ROWS[20].replace("prose", "price"), *ROWS[21:]])
    assert leaks_after_build(tmp_path, capsys)
    assert any(b"price" in part and len(part) < len("".join(ROWS)) for part in parts)


def test_what_becomes_a_secret_is_looked_for_in_all_of_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    says = ["0,Agree the price of Brook House.", *ROWS]
    lay(tmp_path, SALE % "", says)
    assert not leaks_after_build(tmp_path, capsys)
    lay(tmp_path, SALE % " for=staff", [*says[:-1], says[-1].replace("prose", "poems")])
    assert leaks_after_build(tmp_path, capsys)


OPEN = "## Completed\n\n- Opened the desk. {#desk}\n\n"


@pytest.mark.parametrize("last", ["39,Agree the prose of Brook House.", "39,Agree the poems of Brook House."])
def test_what_is_written_for_staff_alone_is_looked_for_in_what_stands_and_in_all_of_a_table(
    last: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new action touches no page but its own: what it says may stand in any file that was made before."""
    says = ["0,Agree the price of Brook House.", *ROWS]
    lay(tmp_path, OPEN, says)
    assert not leaks_after_build(tmp_path, capsys)
    lay(tmp_path, OPEN + SALE % " for=staff", [*says[:-1], last])
    assert leaks_after_build(tmp_path, capsys)
