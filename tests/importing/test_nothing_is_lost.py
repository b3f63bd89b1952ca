"""Whatever a file holds, it is brought in without loss, or refused in one line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.authoring.naming import EditionName
from generator.importing.bringing import Request, bring
from generator.importing.document import CannotImportError
from generator.importing.opening import open_document
from tests.importing.grounds import content_folder, ground

REQUEST = Request(EditionName(2020, 1), EditionName(2020, 1).last_day)
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


def brought(name: str, data: bytes) -> str:
    """Empty where all was brought in; else the line that refuses it."""
    found, folder = ground(), content_folder()
    path = folder.parent / name
    path.write_bytes(data)
    try:
        assert bring([open_document(path)], found, folder, REQUEST).counts.agree
    except CannotImportError as error:
        return str(error)
    finally:
        path.unlink()
    return ""


@pytest.mark.parametrize("name", ["it.txt", "it.md"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_is_brought_in_without_loss(name: str, text: str) -> None:
    refusal = brought(name, text.encode())
    assert not refusal or refusal.endswith(("is empty", "has no words in it", "no text: if it"))


@pytest.mark.parametrize("name", ["it.html", "it.csv", "it.eml"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_page_table_or_e_mail_is_brought_in_without_loss_or_refused(name: str, text: str) -> None:
    assert "would come out" not in brought(name, text.encode())


@pytest.mark.parametrize("name", ["it.docx", "it.xlsx", "it.csv", "it.html", "it.eml", "it.txt"])
@settings(max_examples=15)
@given(data=st.binary(min_size=1, max_size=200))
def test_any_bytes_are_brought_in_or_refused_in_one_line(name: str, data: bytes) -> None:
    assert "\n" not in brought(name, data)
