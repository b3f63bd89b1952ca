"""Threads in rows: overdue first, never wider than the terminal, harmless in a spreadsheet."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.listing import as_csv, as_json, in_order, mentions_as_csv, table
from generator.domain.weaving import weave
from generator.text.excerpt import columns
from tests.authoring.sourced import UPDATE, sound_content, sourced_of_updates

ON = date(2020, 6, 1)
MIXED = (
    "## Completed\n\n- Done before. {#done}\n\n"
    "## Future actions\n\n- Some time. {#some-time}\n- Late. {#late due=2019}\n"
    '- Later. {#later due="1 May 2020"}\n'
    '- Soon, and 字字字字字字字字字字字字字字字字字字字字 too. {#soon due="July 2020"}\n'
)


def test_the_overdue_come_first_then_the_open_by_their_due_then_the_closed() -> None:
    threads = in_order(weave(sound_content({UPDATE: MIXED}).content.editions).values(), ON)
    assert [thread.id for thread in threads] == ["late", "later", "soon", "some-time", "done"]


def test_of_the_closed_the_newest_comes_first() -> None:
    files: dict[str, str | bytes | None] = {
        UPDATE: "## Completed\n\n- Done. {#done}\n\n## Stopped\n\n- Ended. {#ended reason=Rain}\n",
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nA.\n",
        "editions/2020-02/customer-services.md": "## Completed\n\n- Done last. {#last}\n",
    }
    threads = in_order(weave(sound_content(files).content.editions).values(), ON)
    assert [thread.id for thread in threads] == ["last", "done", "ended"]


def test_what_others_took_over_is_as_new_as_the_edition_in_which_they_did() -> None:
    files: dict[str, str | bytes | None] = {
        UPDATE: "## Future actions\n\n- Old. {#old}\n",
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nA.\n",
        "editions/2020-02/customer-services.md": "## Completed\n\n- Done. {#done}\n",
        "editions/2020-03/edition.md": "---\npublished: 2020-03-31\n---\nA.\n",
        "editions/2020-03/customer-services.md": "## Future actions\n\n- New. {#new from=old}\n",
    }
    threads = in_order(weave(sound_content(files).content.editions).values(), ON)
    assert [thread.id for thread in threads] == ["new", "old", "done"]


def test_what_is_closed_in_an_edition_without_a_day_of_its_own_is_listed_too() -> None:
    """An edition whose date cannot be read counts as published after all others."""
    editions = [replace(it, published=date.max) for it in sound_content({UPDATE: MIXED}).content.editions]
    assert in_order(weave(editions).values(), ON)[-1].id == "done"


def test_the_table_reads_without_colours() -> None:
    content = sound_content({UPDATE: MIXED}).content
    lines = table(in_order(weave(content.editions).values(), ON), content, ON, 80)
    assert lines == [
        "id         due         state          workstream         words",
        "late       2019        overdue        Customer services  Late.",
        "later      1 May 2020  overdue        Customer services  Later.",
        "soon       July 2020   future action  Customer services  Soon, and 字字字字字...",
        "some-time  -           future action  Customer services  Some time.",
        "done       -           completed      Customer services  Done before.",
    ]


def test_where_the_terminal_leaves_no_room_beside_them_the_words_stand_below() -> None:
    update = "## Future actions\n\n- Test the first 50 pages of the new website. {#website-test-second}\n"
    content = sound_content({UPDATE: update}).content
    threads = list(weave(content.editions).values())
    assert table(threads, content, ON, 72) == [
        "id                   due  state          workstream",
        "website-test-second  -    future action  Customer services",
        "  Test the first 50 pages of the new website.",
    ]
    assert table(threads, content, ON, 120)[1].endswith(
        "Customer services  Test the first 50 pages of the new website."
    )


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1).map(" ".join), st.integers(80, 200)
)
def test_no_line_is_wider_than_the_terminal(words: str, width: int) -> None:
    update = MIXED + f"- Words {''.join(c for c in words if c.isalnum() or c == ' ')} end. {{#words}}\n"
    content = sourced_of_updates({UPDATE: update}).content
    for line in table(list(weave(content.editions).values()), content, ON, width):
        assert columns(line) <= width


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "'="])
def test_no_cell_is_a_formula_for_a_spreadsheet(begin: str) -> None:
    update = f'## Stopped\n\n- Stop it. {{#it reason="{begin}SUM(A1)"}}\n- \\{begin}1+2 now. {{#now reason=b}}\n'
    threads = list(weave(sound_content({UPDATE: update}).content.editions).values())
    words = {row["id"]: row["words"] for row in csv.DictReader(io.StringIO(as_csv(threads, ON)))}
    assert words == {"it": "Stop it.", "now": f"'{begin}1+2 now."}
    (row,) = csv.DictReader(io.StringIO(mentions_as_csv(threads[0])))
    assert row["reason"] == f"'{begin}SUM(A1)"


def test_numbers_stay_numbers() -> None:
    files: dict[str, str | bytes | None] = {
        UPDATE: "## Future actions\n\n- Do it. {#it due=2021}\n",
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nA.\n",
        "editions/2020-02/customer-services.md": "## Future actions\n\n- Do it. {#it due=2020}\n",
    }
    threads = list(weave(sound_content(files).content.editions).values())
    (row,) = csv.DictReader(io.StringIO(as_csv(threads, ON)))
    assert row["slipped_days"] == "-365"


def test_json_holds_the_whole_thread() -> None:
    woven = weave(sound_content({UPDATE: MIXED + "- Then. {#then after=late}\n"}).content.editions)
    record = json.loads(as_json([woven["late"]], woven, ON))
    assert record["on"] == "2020-06-01"
    (thread,) = record["threads"]
    assert thread["standing"] == "overdue"
    assert thread["due"] == {"words": "2019", "first_day": "2019-01-01", "last_day": "2019-12-31"}
    assert thread["waited_for_by"] == ["then"]
    assert thread["mentions"][0]["words"] == "Late."
