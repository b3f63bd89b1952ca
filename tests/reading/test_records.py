"""frozen.yml: what was written is what is read, and nothing in it brings the reading down."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.sheets import Sheet, sheet_in, text_of
from generator.domain.record import Record
from generator.reading.desk import Desk
from generator.reading.records import read_record
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

PATH = "editions/2020-01/frozen.yml"
SOUND: Sheet = {
    "version": "1",
    "edition": "2020-01",
    "frozen": "2020-02-01",
    "for": ["residents", "staff"],
    "director": {"name": "Amina Yusuf", "role": "Director", "public": "true"},
    "workstreams": [
        {"id": "it", "title": "IT", "lead": {"role": "Head of IT"}, "summary": "Things that work.", "for": ["staff"]}
    ],
    "files": [{"file": "edition.md", "digest": "0" * 64}],
}
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")), min_size=1)
ANYTHING = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(SOUND)), inner, max_size=3),
)


def read(text: str) -> tuple[Record | None, list[Diagnostic]]:
    findings: list[Diagnostic] = []
    return read_record(Desk(Source(PATH, text), findings), "2020-01"), findings


def test_a_record_is_read_as_it_was_written() -> None:
    record, findings = read(text_of(SOUND))
    assert findings == []
    assert record is not None
    assert record.frozen_on == date(2020, 2, 1)
    assert record.audiences == {"residents", "staff"}
    assert record.director.is_public
    assert record.workstreams[0].lead.name == ""


@given(WORDS, WORDS)
def test_any_words_can_be_recorded(title: str, summary: str) -> None:
    workstream = {**SOUND["workstreams"][0], "title": title, "summary": summary}
    sheet = {**SOUND, "workstreams": [workstream]}
    assert sheet_in(Source(PATH, text_of(sheet))) == sheet
    record, _ = read(text_of(sheet))
    if title.strip() and summary.strip():
        assert record is not None
        assert record.workstreams[0].title == title


@given(st.text())
def test_whatever_stands_there_is_a_finding_and_no_traceback(text: str) -> None:
    record, findings = read(text)
    assert record is None
    assert findings or not text.strip() or text.lstrip().startswith(("#", "%", "---", "..."))


@given(st.sampled_from(sorted(set(SOUND) - {"edition"})), ANYTHING)
def test_a_field_of_another_form_is_no_traceback_though_the_seal_is_right(name: str, value: Any) -> None:
    record, findings = read(text_of({**SOUND, name: value}))
    assert record is not None or findings


def test_a_record_may_name_an_audience_that_there_is_no_more() -> None:
    record, findings = read(text_of({**SOUND, "for": ["members"]}))
    assert findings == []
    assert record is not None
    assert record.audiences == {"members"}
