"""What a reader, a search or a screen reader finds in a printed issue: the words, all of them, in order."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Pdf, StreamDecodeLevel
from pypdf import PdfReader

from generator.briefing.newsletters import issue_page, issues
from generator.domain.prose import Paragraph, Text
from tests.building import SAMPLE
from tests.pdf.printing import Printed, bare, describer, of_the_sample, press_for, sentences, small

_NUMBER = re.compile(r"Page \d+ of \d+")


def text_of(printed: Printed) -> str:
    """The words of all pages, without white space and without what stands at the head and foot of each."""
    page = printed.page
    furniture = {page.newsletter, page.issue, page.organisation, f"{page.newsletter} {page.issue}"}
    lines = (line for it in PdfReader(BytesIO(printed.file)).pages for line in it.extract_text().splitlines())
    return bare(
        "".join(
            line
            for line in lines
            if line not in furniture and not _NUMBER.fullmatch(line.removeprefix(page.organisation).strip())
        )
    )


@pytest.mark.parametrize("printed", of_the_sample(), ids=lambda it: it.name)
def test_every_sentence_is_there_and_in_order(printed: Printed) -> None:
    text, at = text_of(printed), 0
    for sentence in sentences(printed.page):
        assert sentence in text[at:], sentence
        at = text.index(sentence, at)


@pytest.mark.parametrize("printed", of_the_sample(), ids=lambda it: it.name)
def test_an_issue_says_what_it_is(printed: Printed) -> None:
    with Pdf.open(BytesIO(printed.file)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Title) == printed.page.title
        assert str(pdf.docinfo.Author) == "Merebrook Borough Council"
        assert str(pdf.docinfo.CreationDate).startswith("D:" + printed.page.published.machine.replace("-", ""))
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_outline() as outline:
            marks = [bare(item.title) for item in outline.root]
    for part in printed.page.parts:
        assert bare(part.workstream.title) in marks


def test_every_font_is_inside_the_file() -> None:
    for printed in of_the_sample():
        for page in PdfReader(BytesIO(printed.file)).pages:
            for font in page["/Resources"]["/Font"].values():
                (own,) = font.get_object()["/DescendantFonts"]
                descriptor = own.get_object()["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(descriptor), descriptor


def update(words: str) -> dict[str, str]:
    return {"editions/2020-01/customer-services.md": f"## Completed\n\n- {words}\n"}


@pytest.mark.parametrize(
    "words",
    [
        "Croeso i bawb: tŷ a dŵr.",
        "Zażółć gęślą jaźń.",
        "Ласкаво просимо.",
        "Yes ✓, no ✗, then → here.",
        "Party 🎉 now.",
    ],
)
def test_what_people_write_is_shown(words: str) -> None:
    printed = small(update(words))
    assert not printed.missing
    assert bare(words) in text_of(printed)


def test_urdu_is_shown() -> None:
    assert not small(update("We speak اردو here.")).missing


def test_what_no_font_has_is_a_box_and_is_told() -> None:
    printed = small(update("Ask for 中文 here."))
    assert printed.missing == {"中", "文"}
    assert "Askfor□□here." in text_of(printed)


@pytest.mark.parametrize("words", ["#panic() $x$ \\ @all <a> _b_ `c`", "*/ // /* = Heading", "#(1+1) [x] ~ ---"])
def test_no_word_of_a_writer_is_read_as_markup_of_the_press(words: str) -> None:
    printed = small({"editions/2020-01/customer-services.yml": f"completed:\n  - text: '{words}'\n"})
    shown = " ".join(action for part in printed.page.parts for action in sentences(printed.page))
    assert bare(shown)[-5:] in text_of(printed)


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=60))
def test_no_text_at_all_stops_the_press(words: str) -> None:
    describe, theme = describer(SAMPLE, "residents")
    page = issue_page(describe, issues(describe)[0])
    page = replace(page, objective=(Paragraph((Text(words),)),), parts=(), measures=(), letters=(), moves=())
    with press_for(SAMPLE, describe, theme) as press:
        assert press.issue(page, large=False).startswith(b"%PDF")


def test_the_same_words_give_the_same_bytes() -> None:
    assert small().file == small().file


def test_letters_are_large_enough() -> None:
    """UKAAF asks for 18 points in large print, and nothing under 16; clear print begins at 12."""
    for printed in of_the_sample():
        sizes: dict[float, int] = {}
        for page in PdfReader(BytesIO(printed.file)).pages:
            page.extract_text(
                visitor_text=lambda text, _, matrix, __, size, sizes=sizes: sizes.update(
                    {round(abs(size * matrix[0]), 1): sizes.get(round(abs(size * matrix[0]), 1), 0) + len(text.strip())}
                )
            )
        most = max(sizes, key=lambda size: sizes[size])
        assert most == (18 if printed.large else 12), sizes


def test_no_word_for_staff_alone_is_on_residents_paper() -> None:
    words = "## Completed\n\n- Told everyone. {#told}\n- Chose the quiet supplier. {#supplier for=staff}\n"
    printed = small({"editions/2020-01/customer-services.md": words})
    assert "Toldeveryone." in text_of(printed)
    with Pdf.open(BytesIO(printed.file)) as pdf:
        pdf.save(opened := BytesIO(), compress_streams=False, stream_decode_level=StreamDecodeLevel.all)
    for hidden in ("supplier", "quiet"):
        assert hidden not in text_of(printed)
        assert hidden.encode() not in opened.getvalue()
        assert hidden.encode("utf-16-be") not in opened.getvalue()
