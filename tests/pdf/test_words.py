"""What a reader, a search or a screen reader finds in a printed issue: the words, all of them, in order."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Pdf, StreamDecodeLevel
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from generator.briefing.issue_page import issue_page
from generator.briefing.pages import site
from generator.domain.prose import Paragraph, Text, plain_words
from tests.building import SAMPLE, built, files_of
from tests.examples import smallest
from tests.making.mail_reading import read
from tests.pdf.printing import (
    NEWSLETTER,
    Printed,
    bare,
    describer,
    of_the_sample,
    press_for,
    sentences,
    small,
    words_of_tags,
)

_NUMBER = re.compile(r"Page \d+ of \d+")
_CONTENTS = "In this issue"
_LINK = re.compile(r"\(link\d+\)")


def text_of(printed: Printed) -> str:
    """The words of all pages, without white space and without what stands at the head and foot of each."""
    page = printed.page
    furniture = {page.newsletter, page.issue, page.organisation, f"{page.newsletter} {page.issue}"}
    first, *others = [it.extract_text().splitlines() for it in PdfReader(BytesIO(printed.file)).pages]
    beside = (
        first.index(_CONTENTS) if _CONTENTS in first else len(first)
    )  # drawn after the letter, which may go on overleaf
    return bare(
        "".join(
            line
            for line in (*first[:beside], *(line for page_lines in others for line in page_lines), *first[beside:])
            if line not in furniture and not _NUMBER.fullmatch(line.removeprefix(page.organisation).strip())
        )
    )


def without_terms(text: str) -> tuple[str, list[str]]:
    """The words as they were written, without links' numbers, and the terms explained there, each time."""
    text = _LINK.sub("", text)
    terms = {bare(term): f"{bare(term)}({bare(means)})" for term, means in glossary()}
    explained = [term for term, said in terms.items() for _ in range(text.count(said))]
    for term, said in terms.items():
        text = text.replace(said, term)
    return text, explained


@cache
def glossary() -> tuple[tuple[str, str], ...]:
    return site(describer(SAMPLE, "staff")[0]).terms


def test_names_are_printed_with_the_signs_that_html_writes_otherwise() -> None:
    leads = smallest()["workstreams.yml"].decode().replace("Head of", "Head of Visitors' R&D and")
    assert bare("Lead: Head of Visitors' R&D and") in bare(words_of_tags(small({"workstreams.yml": leads}).file))


@pytest.mark.parametrize("printed", of_the_sample(), ids=lambda it: it.name)
@pytest.mark.parametrize("read", [text_of, lambda printed: bare(words_of_tags(printed.file))], ids=["drawn", "tagged"])
def test_every_sentence_is_there_and_in_order(printed: Printed, read: Callable[[Printed], str]) -> None:
    (text, _), at = without_terms(read(printed)), 0
    for sentence in sentences(printed.page, printed.large):
        assert sentence in text[at:], sentence
        at = text.index(sentence, at)
    for contact in printed.page.contacts:
        for words in (contact.purpose, contact.name, contact.telephone, contact.email, contact.post):
            assert bare(words) in text


@pytest.mark.parametrize("printed", of_the_sample(), ids=lambda it: it.name)
def test_a_term_is_explained_where_it_is_first_used_and_nowhere_else(printed: Printed) -> None:
    _, explained = without_terms(text_of(printed))
    assert explained
    assert len(explained) == len(set(explained))


def test_paper_and_the_other_forms_name_the_promises_that_an_issue_passes_over(tmp_path: Path) -> None:
    files = {
        "programme.yml": smallest()["programme.yml"].decode() + NEWSLETTER,
        "editions/2020-01/customer-services.md": '## Future actions\n\n- Visit councils. {#visits due="March 2020"}\n',
        "editions/2020-02/edition.md": "---\npublished: 2020-02-28\n---\nFebruary was quiet.\n",
        "editions/2020-02/customer-services.md": "## Completed\n\n- The desk is open. {#desk}\n",
    }
    made = files_of(built(tmp_path, files, on=date(2020, 3, 1)), "residents")
    folder = "newsletters/promises/2020-02"
    message = message_from_bytes(made[f"{folder}/promises-2020-02.eml"], policy=policy.default)
    html, plain = (message.get_body((form,)) for form in ("html", "plain"))
    assert html
    assert plain
    forms = {
        "page": read(made[f"{folder}/index.html"]).text,
        "message": read(html.get_content().encode()).text,
        "in plain words": plain.get_content(),
        "text": made[f"{folder}/promises-2020-02.txt"].decode(),
        "pdf": words_of_tags(made[f"{folder}/promises-2020-02.pdf"]),
        "large print": words_of_tags(made[f"{folder}/promises-2020-02-large-print.pdf"]),
    }
    told = (
        "Promises not mentioned in this issue",
        "Visit councils",
        "March 2020",
        "since the update of January 2020",
        "Promises that are open on 28 February 2020",  # whoever reads it years later may know that one was kept
    )
    left_out = [(form, words) for form, text in forms.items() for words in told if bare(words) not in bare(text)]
    assert left_out == []


def test_paper_and_the_other_forms_explain_the_same_terms(tmp_path: Path) -> None:
    files = {
        "programme.yml": smallest()["programme.yml"].decode() + NEWSLETTER,
        "glossary.yml": "- {term: CRM, means: customer records management, for: [staff, residents]}\n",
        "editions/2020-01/customer-services.md": "## Completed\n\n- Chose a CRM.\n- Named [the CRM](https://a.example).\n",
    }
    made = files_of(built(tmp_path, files), "residents")
    said = "CRM (customer records management)"
    assert made["newsletters/promises/2020-01/promises-2020-01.txt"].decode().count(said) == 1
    assert made["newsletters/promises/2020-01/index.html"].decode().count(said) == 1
    for name in ("promises-2020-01.pdf", "promises-2020-01-large-print.pdf"):
        assert words_of_tags(made[f"newsletters/promises/2020-01/{name}"]).count(said) == 1


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
        with Pdf.open(BytesIO(printed.file)) as pdf:
            for page in pdf.pages:
                for font in page.Resources.Font.values():
                    (own,) = font.DescendantFonts
                    assert {"/FontFile2", "/FontFile3"} & own.FontDescriptor.keys(), own


def update(words: str) -> dict[str, str]:
    return {"editions/2020-01/customer-services.md": f"## Completed\n\n- {words} {{#said}}\n"}


@pytest.mark.parametrize(
    "words",
    [
        "Croeso i bawb: tŷ a dŵr.",
        "Zażółć gęślą jaźń.",
        "Ласкаво просимо.",
        "Yes ✓, no ✗, then → here.",
        "Party 🎉 now.",
        "Say 中文版本请告诉我们。",
    ],
)
def test_what_people_write_is_shown(words: str) -> None:
    printed = small(update(words))
    assert not printed.missing
    assert bare(words) in text_of(printed)


def test_urdu_stands_in_an_english_sentence_letter_by_letter() -> None:
    """Some fonts draw the dots of a letter apart, and whoever copies or hears the words gets the letter twice."""
    printed = small(update("We speak یہ خبرنامہ اردو میں here."))
    assert not printed.missing
    text = PdfReader(BytesIO(printed.file)).pages[0].extract_text()
    assert all(word in text for word in ("یہ", "خبرنامہ", "اردو", "میں"))


@pytest.mark.parametrize(
    "words", ["বাংলায় চাইলে আমাদের বলুন।", "ਪੰਜਾਬੀ ਵਿੱਚ", "ગુજરાતીમાં જોઈએ તો", "हिन्दी में चाहिए", "پښتو", "ێ"]
)
def test_the_scripts_that_residents_read_are_shown(words: str) -> None:
    assert not small(update(f"Say {words} here, **{words}**.")).missing


@pytest.mark.parametrize("large", [False, True])
def test_where_links_lead_is_printed_as_nothing_can_be_pressed_on_paper(large: bool) -> None:
    words = "[Say what you think](https://x.example/have-your-say), or [write](mailto:us@x.example). [Again](https://x.example/have-your-say)."
    text = text_of(small({"editions/2020-01/edition.md": f"---\npublished: 2020-01-31\n---\n{words}\n"}, large))
    assert bare("Say what you think (link 1), or write (us@x.example). Again (link 1).") in text
    assert bare("Links in this newsletter Link 1, Say what you think: https://x.example/have-your-say") in text


def test_an_issue_without_links_has_no_list_of_them() -> None:
    assert "Linksinthisnewsletter" not in text_of(small())


def test_what_no_font_has_is_a_box_and_is_told() -> None:
    printed = small(update("Ask for ፊደ here."))
    assert printed.missing == {"ፊ", "ደ"}
    assert "Askfor□□here." in text_of(printed)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("#panic() $x$ \\ @all <a> _b_ `c`", "#panic() $x$ \\ @all <a> b c"),
        ("\\*/ // /\\* = Heading", "*/ // /* = Heading"),
        ("#(1+1) [x] ~ ---", "#(1+1) [x] ~ ---"),
    ],
)
def test_no_word_of_a_writer_is_read_as_markup_of_the_press(words: str, shown: str) -> None:
    assert f"Completed•{bare(shown)}" in text_of(small(update(words)))


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_no_text_at_all_stops_the_press(words: str) -> None:
    describe, theme = describer(SAMPLE, "residents")
    page = issue_page(describe, describe.issues[0])
    page = replace(page, objective=(Paragraph((Text(words),)),), parts=(), measures=(), letters=(), moves=())
    with press_for(SAMPLE, describe, theme) as press:
        assert press.issue(page, large=False).startswith(b"%PDF")


def test_the_same_words_give_the_same_bytes_in_any_order() -> None:
    describe, theme = describer(SAMPLE, "staff")
    pages = [(issue_page(describe, it), large) for it in describe.issues for large in (False, True)]
    with press_for(SAMPLE, describe, theme) as press:
        begun = [press.begin(page, large=large) for page, large in pages]
        together = [it.result() for it in begun]
    with press_for(SAMPLE, describe, theme) as press:
        backwards = [press.issue(page, large=large) for page, large in reversed(pages)]
    assert together == backwards[::-1]


def test_why_something_stopped_or_moved_stands_on_the_page_that_tells_of_it() -> None:
    parted = [
        f"{printed.name}: {reason}"
        for printed in of_the_sample()
        for words, reason in reasons(printed)
        if not any(bare(words)[:20] in page and bare(reason)[:20] in page for page in words_of_pages(printed))
    ]
    assert parted == []


def reasons(printed: Printed) -> list[tuple[str, str]]:
    """What actions say, and why."""
    sections = (section for part in printed.page.parts for section in part.sections)
    actions = (action for section in sections for action in section.actions)
    return [(plain_words(action.text), action.reason) for action in actions if action.reason]


def words_of_pages(printed: Printed) -> list[str]:
    with PdfDocument(printed.file) as document:
        return [bare(page.get_textpage().get_text_range()) for page in document]


def sizes_of_letters(printed: Printed) -> Counter[float]:
    """How many letters there are of each size, in points."""
    sizes: Counter[float] = Counter()

    def count(text: str, _: object, matrix: Sequence[float], __: object, size: float) -> None:
        sizes[round(abs(size * matrix[0]), 1)] += len(text.strip())

    for page in PdfReader(BytesIO(printed.file)).pages:
        page.extract_text(visitor_text=count)
    return sizes


def test_letters_are_large_enough() -> None:
    """UKAAF asks for 18 points in large print, and nothing under 16; clear print begins at 12."""
    for printed in of_the_sample():
        sizes = sizes_of_letters(printed)
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


def test_no_draft_says_anywhere_that_it_has_been_published(tmp_path: Path) -> None:
    """On the page, on lists, in a message or on paper: it says for when it is planned."""
    programme = smallest()["programme.yml"].decode() + NEWSLETTER
    letter = "---\npublished: 2020-01-31\nstatus: draft\n---\nSoon.\n"
    made = files_of(
        built(tmp_path, {"programme.yml": programme, "editions/2020-01/edition.md": letter}, with_drafts=True),
        "residents-drafts",
    )
    pages = {path: read(data).text for path, data in made.items() if path.endswith(".html")}
    paper = {path: words_of_tags(data) for path, data in made.items() if path.endswith(".pdf")}
    plain = {path: data.decode() for path, data in made.items() if path.endswith((".txt", ".eml"))}
    told = {**pages, **paper, **plain}
    assert [path for path, words in told.items() if "Published 31" in words] == []
    planned = [path for path, words in told.items() if "Planned for 31 January 2020" in words]
    assert {"index.html", "updates/index.html", "newsletters/index.html", *paper} <= set(planned)
