"""Prose as HTML: words are only words, and addresses only those that we know."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.domain.prose import (
    BulletList,
    Cell,
    Emphasis,
    Heading,
    InLanguage,
    Link,
    NoteMark,
    Notes,
    Paragraph,
    Prose,
    Table,
    Text,
)
from generator.making.allowed_html import NotAllowedError, passed
from generator.making.glossary import Expander
from generator.making.prose import PageWords, blocks_html, runs_html


def page(**terms: str) -> PageWords:
    return PageWords(lambda address: f"../{address}", lambda words: words, Expander(terms.items()))


def paragraph(*runs: str | Link | Emphasis | InLanguage | NoteMark) -> Paragraph:
    return Paragraph(tuple(Text(run) if isinstance(run, str) else run for run in runs))


def test_a_heading_stands_below_what_is_around_it_and_never_below_the_sixth_level() -> None:
    prose: Prose = (Heading(2, (Text("A"),), anchor="letter.a"), Heading(6, (Text("B"),)))
    assert blocks_html(prose, page(), 3) == '<h3 id="letter.a">A</h3>\n<h6>B</h6>'


def test_the_address_of_a_heading_stands_beside_it_and_is_named_by_its_words() -> None:
    prose: Prose = (Heading(2, (Text("A & "), Emphasis((Text("B"),))), anchor="letter.a-b"), Heading(2, (Text("C"),)))
    assert blocks_html(prose, page(), with_addresses=True) == (
        '<div class="headed"><h2 id="letter.a-b">A &amp; <em>B</em></h2> '
        '<a class="here" href="#letter.a-b" aria-label="Link to this section: A &amp; B"></a></div>\n<h2>C</h2>'
    )


def test_tables_of_one_head_have_names_of_their_own() -> None:
    table = Table((Cell((Text("When"),)), Cell((Text("What"),))), ())
    html = blocks_html((table, table), page())
    assert re.findall('aria-label="(.*?)"', html) == ["Table: When, What", "Table: When, What (2)"]


def test_a_table_names_its_columns_and_its_rows_as_it_does_on_paper() -> None:
    """Whoever walks down a column of figures is told by the first cell of each row what the figure is of."""
    table = Table(cells("What", "2025"), (cells("Nurseries", "12"), cells("", "14")))
    assert cells_of(blocks_html((table,), page())) == [
        ('th scope="col"', "What"),
        ('th scope="col"', "2025"),
        ('th scope="row"', "Nurseries"),
        ("td", "12"),
        ("td", ""),
        ("td", "14"),
    ]


def test_a_cell_without_words_is_no_header_and_neither_is_the_only_one_of_its_row() -> None:
    tables = Table(cells("", "2025"), (cells("Schools", "3"),)), Table(cells("One"), (cells("two"),))
    found = [tag for tag, _ in cells_of(blocks_html(tables, page()))]
    assert found == ["td", 'th scope="col"', 'th scope="row"', "td", 'th scope="col"', "td"]


def cells(*words: str) -> tuple[Cell, ...]:
    return tuple(Cell((Text(it),) if it else ()) for it in words)


def cells_of(html: str) -> list[tuple[str, str]]:
    return re.findall("<(t[dh](?: [^>]*)?)>(.*?)</t[dh]>", html)


def test_a_tight_list_has_no_paragraphs_in_its_items() -> None:
    prose: Prose = (BulletList(((paragraph("one"),), (paragraph("two"),))),)
    assert blocks_html(prose, page()) == "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"


def test_an_inside_address_is_made_relative_and_an_outside_one_kept() -> None:
    prose = (paragraph(Link("actions/a/", (Text("a"),)), Link("https://x.example/?a=1&b", (Text("x"),))),)
    html = '<a href="../actions/a/">a</a><a href="https://x.example/?a=1&amp;b">x</a>'
    assert runs_html(prose, page()) == html


def test_words_of_another_language_say_so_and_hold_no_term_of_this_one() -> None:
    welsh = InLanguage("cy", (Text("Mae’r CRM "), Emphasis((Text("yn barod"),))))
    assert runs_html((paragraph(welsh, ". The CRM"),), page(CRM="records")) == (
        '<span lang="cy">Mae’r CRM <em>yn barod</em></span>. The CRM (records)'
    )
    assert runs_html((paragraph(InLanguage("ur", (Text("خوش آمدید"),))),), page()) == (
        '<span lang="ur" dir="rtl">خوش آمدید</span>'
    )


@pytest.mark.parametrize(
    ("direction", "words", "told"),
    [
        ("ltr", "Urdu (اردو) is spoken, too!", ""),
        ("ltr", "اردو (Urdu)!", ' dir="rtl"'),
        ("rtl", "Welcome!", ' dir="ltr"'),
        ("rtl", "اردو!", ""),
        ("rtl", "10!", ""),
    ],
)
def test_words_of_another_language_run_as_their_first_letter_does(direction: str, words: str, told: str) -> None:
    """Else their full stop, or what they hold in brackets, would stand on the wrong side."""
    on_page = replace(page(), direction=direction)
    html = runs_html((paragraph(InLanguage("x", (Text(words),))),), on_page)
    assert html == f'<span lang="x"{told}>{words}</span>'


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "file:x"])
def test_an_address_of_another_kind_leaves_only_the_words_of_its_link(target: str) -> None:
    assert runs_html((paragraph(Link(target, (Text("x"),))),), page()) == "x"


@given(st.text())
@example("\r\n")
def test_no_words_whatever_become_markup(words: str) -> None:
    html = blocks_html((paragraph(words), Heading(2, (Text(words),))), page())
    for expected in ("<p>", "</p>", "<h2>", "</h2>"):
        html = html.replace(expected, "", 1)
    assert "<" not in html
    assert ">" not in html


def test_a_footnote_and_its_mark_lead_to_each_other_and_each_prose_has_its_own() -> None:
    words = page()
    prose: Prose = (paragraph("a", NoteMark(1)), Notes(((paragraph("n"),),)))
    first, second = blocks_html(prose, words), blocks_html(prose, words)
    assert 'href="#note.1.1" id="note.1.1.mark"' in first
    assert 'id="note.1.1"' in first
    assert '<a href="#note.1.1.mark" aria-label="Back to the text from note 1">Back to the text</a>' in first
    assert 'id="note.2.1"' in second


def test_a_mark_written_first_leads_to_notes_written_after() -> None:
    words = page()
    assert 'id="note.1.1.mark"' in runs_html((paragraph(NoteMark(1)),), words)
    assert 'id="note.1.1"' in blocks_html((Notes(((paragraph("n"),),)),), words)


def test_a_term_is_expanded_once_a_page_and_not_in_headings_or_links() -> None:
    words = page(CRM="customer records")
    prose: Prose = (
        Heading(2, (Text("The CRM"),)),
        paragraph(Link("a", (Text("CRM"),)), " CRM and CRM"),
    )
    html = blocks_html(prose, words)
    assert html == '<h2>The CRM</h2>\n<p><a href="../a">CRM</a> CRM (customer records) and CRM</p>'


def test_the_mark_of_a_note_within_a_link_stands_after_it_and_a_link_within_a_link_is_its_words() -> None:
    inner = Link("https://b.example", (Text("b"),))
    prose: Prose = (paragraph(Link("https://a.example", (Text("a"), NoteMark(1), inner))), Notes(((paragraph("n"),),)))
    html = blocks_html(prose, page())
    assert '<a href="https://a.example">ab</a><sup><a href="#note.1.1" id="note.1.1.mark"' in html


@pytest.mark.parametrize("address", ["https://a.example:99999", "https://[", "https://a b", "https://", "http://a%b"])
def test_an_address_that_no_browser_can_read_is_no_link(address: str) -> None:
    assert blocks_html((paragraph(Link(address, (Text("a"),))),), page()) == "<p>a</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>", '<p onclick="x">a</p>', '<a href="javascript:x">a</a>', "<p>a", "<p style='a'>b</p>",
        '<div class="other">a</div>', "<iframe></iframe>", "<!-- a -->a<b>", '<a href="//x" target="_blank">a</a>',
    ],
)  # fmt: skip
def test_the_second_lock_lets_nothing_through_that_is_not_on_its_list(html: str) -> None:
    with pytest.raises(NotAllowedError):
        passed(html)
