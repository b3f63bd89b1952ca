"""Whatever a file holds, it is brought in without loss, or refused in one line."""

import zipfile
from html import escape
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importing.document import CannotImportError
from tests.importing.bringing_in import brought
from tests.importing.documents import NO_STYLES, bold_lines, plan, repacked

_LINES = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
    st.sampled_from(
        (
            "", "", "## Completed", "Completed", "Future actions", "**Next steps**", "Finance", "# Digital and IT",
            "- We did it. {#it for=staff}", "• Open by March 2020.", "– and again", "1. One", "2) Two", "> quoted",
            "::: staff", ":::", "| a | b |", "| --- | --- |", "```", "    code", "[x]: y", "[^1]: note", "a[^1]", "---",
            "===", "<b>bold</b>", "&amp; &#123;", "for=staff", "status: draft", "C:\\share\\plan.doc", "[words](#)",
            "[w](a b)", "![p](q)", "*a*b*", "__x__y", "~~z~~", "\\", "Workstream lead Priya Nair", "Regards", "None",
            "{", "}", "* ", "+", "1986. A year", "\tx", "o\tbullet", "Action,Due,Status", "Do it,May 2020,Planned",
            "<p>a<ul><li>b", "- Mend the gate #gate", '- Close it due="May 2027"', "- Visit (#depot due=May).",
            "- Go {#on}.", "- Paint #the-gate due=May!", '- Ask after="lunch" then',
        )
    ),
)  # fmt: skip
TEXTS = st.lists(_LINES, min_size=1, max_size=12).map("\n".join)


def refusal_of(name: str, data: bytes) -> str:
    """The line that refuses it; empty where all was brought in."""
    try:
        assert brought(name, data).counts.agree
    except CannotImportError as error:
        return str(error)
    return ""


def is_of_the_file(refusal: str) -> bool:
    """Whether it says what is wrong with the file, and not that we would have lost some of it."""
    return refusal.endswith(("is empty", "has no words in it")) or "has no column that is known to hold" in refusal


@pytest.mark.parametrize("name", ["it.txt", "it.md"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_is_brought_in_without_loss(name: str, text: str) -> None:
    refusal = refusal_of(name, text.encode())
    assert not refusal or refusal.endswith(("is empty", "has no words in it"))


@pytest.mark.parametrize("name", ["it.html", "it.csv", "it.eml"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_page_table_or_e_mail_is_brought_in_without_loss_or_refused(name: str, text: str) -> None:
    refusal = refusal_of(name, text.encode())
    assert not refusal or is_of_the_file(refusal)


FILES = {
    "it.docx": (repacked(bold_lines(), {"word/styles.xml": NO_STYLES}), "word/document.xml"),
    "it.xlsx": (plan(), "xl/worksheets/sheet1.xml"),
}


def part_of(name: str) -> bytes:
    data, path = FILES[name]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(path)


def with_part(name: str, part: bytes) -> bytes:
    data, path = FILES[name]
    return repacked(data, {path: part})


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_words_in_a_word_file_are_brought_in_without_loss(text: str) -> None:
    words = text.replace("\ufffe", "").replace("\uffff", "")  # which no XML may hold
    lines = (f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in words.split("\n"))
    part = part_of("it.docx").replace(b"<w:body>", f"<w:body>{''.join(lines)}".encode())
    assert not refusal_of("it.docx", with_part("it.docx", part))


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(at=st.integers(0, 9999), taken_out=st.integers(0, 40), put_in=st.text(max_size=9))
def test_a_damaged_file_of_office_is_brought_in_or_refused_in_one_line(
    name: str, at: int, taken_out: int, put_in: str
) -> None:
    part = part_of(name)
    start = at % len(part)
    damaged = part[:start] + put_in.encode(errors="replace") + part[start + taken_out :]
    assert "\n" not in refusal_of(name, with_part(name, damaged))


@pytest.mark.parametrize("name", ["it.docx", "it.xlsx", "it.csv", "it.html", "it.eml", "it.txt"])
@settings(max_examples=15)
@given(data=st.binary(min_size=1, max_size=200))
def test_any_bytes_are_brought_in_or_refused_in_one_line(name: str, data: bytes) -> None:
    assert "\n" not in refusal_of(name, data)
