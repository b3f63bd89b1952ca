"""HTML as programs write it, with no letter left behind."""

from base64 import b64encode

import pytest

from generator.domain.prose import InlineImage, plain_words, runs_in
from generator.importing.counting import letters_missing, texts_of
from generator.importing.document import Grid, ImportedDocument, prose_of, words_of
from generator.importing.web_page import read_page
from generator.importing.writing import Writer
from tests.importing.bringing_in import remarks_of


def page(html: str) -> ImportedDocument:
    return read_page(html, "x.html", lambda _: None)


def written(html: str) -> list[str]:
    return [Writer().prose(prose_of(piece.part)) for piece in page(html).pieces]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        pytest.param("<p>a<p>b", ["a", "b"], id="paragraphs that never end"),
        pytest.param("<div>a<div>b</div>c</div>", ["a", "b", "c"], id="words beside boxes"),
        pytest.param("<ul><li>a<li>b<ul><li>c</ul></ul>", ["- a\n\n- b\n\n  - c"], id="lists within items"),
        pytest.param("<ul><li>a</li><ul><li>b</li></ul></ul>", ["- a\n\n  - b"], id="a list right within a list"),
        pytest.param("<ul>a<li>b</ul>", ["- a\n- b"], id="words beside items"),
        pytest.param("<ol start=4><li>a</ol>", ["4. a"], id="numbers that begin later"),
        pytest.param("<h2>a<br>b</h2>", ["## a b"], id="a heading of two lines"),
        pytest.param("<p><b> a </b>b<i></i></p>", ["**a** b"], id="space within marks"),
        pytest.param("<p>a <span style='FONT-WEIGHT:700'>b</span></p>", ["a **b**"], id="bold by style"),
        pytest.param("<nav>x</nav><p hidden>y</p><script>z</script><p>a</p>", ["a"], id="what is not the text"),
        pytest.param("<table><tr><td><p>a</p></td></tr></table>", ["a"], id="a table for the looks"),
        pytest.param("<blockquote>a<p>b</blockquote>", ["> a\n>\n> b"], id="a quote"),
        pytest.param("<pre>a\n b</pre>", ["```\na\n b\n```"], id="code"),
        pytest.param(
            "<p>10<sup>2</sup> m<sup>2</sup>, the 1<sup>st</sup></p>", ["10² m², the 1st"], id="above the line"
        ),
        pytest.param("<p>a&nbsp;&amp;&#8217;b</p>", ["a &’b"], id="entities"),
        pytest.param("<p><a href='mailto:x@y.example'>a</a></p>", ["[a](mailto:x@y.example)"], id="a link"),
        pytest.param("<p><a href='javascript:x()'>a</a></p>", ["a"], id="a link that runs something"),
    ],
)
def test_a_page_is_read_as_its_readers_see_it(html: str, texts: list[str]) -> None:
    document = page(html)
    assert written(html) == texts
    assert (
        letters_missing(document.raw, [it for piece in document.pieces for it in texts_of(prose_of(piece.part))]) == 0
    )


def test_cells_over_several_columns_leave_the_others_where_they_are() -> None:
    (piece,) = page("<table><tr><th>a<th>b<tr><td colspan=2>c<tr><td>d<td>e</table>").pieces
    assert isinstance(piece.part, Grid)
    assert [[plain_words(cell) for cell in row] for row in piece.part.rows] == [["a", "b"], ["c", ""], ["d", "e"]]
    assert piece.part.places[1] == "row 2 of the table at paragraph 1"


@pytest.mark.parametrize("span", ["²", "0", "-1", "many", "1000000000"])
def test_a_cell_over_no_number_of_columns_is_over_one(span: str) -> None:
    (piece,) = page(f"<table><tr><th>a<th>b<tr><td colspan={span}>c<td>d</table>").pieces
    assert isinstance(piece.part, Grid)
    assert [plain_words(cell) for cell in piece.part.rows[1]] == ["c", "d"]


def test_a_picture_in_the_page_itself_is_taken_and_one_elsewhere_is_told_of() -> None:
    inside = b64encode(b"\x89PNG\r\n\x1a\n").decode()
    document = page(
        f"<p><img src='data:image/png;base64,{inside}' alt='a hall'><img src='https://x.example/y.png'></p>"
    )
    (image,) = [run for run in runs_in(prose_of(document.pieces[0].part)) if isinstance(run, InlineImage)]
    assert (image.alt, document.pictures[image.target]) == ("a hall", b"\x89PNG\r\n\x1a\n")
    assert remarks_of(document) == (
        "paragraph 1: a picture (`https://x.example/y.png`) could not be read; save it and put it in by hand",
    )


def test_what_is_nested_without_end_keeps_its_words() -> None:
    assert "x" in written("<div>" * 3000 + "x")[0]
    assert "x" in written("<ul><li>" * 3000 + "x")[0]
    assert "x" in written("<table><tr><td>" * 300 + "x")[0]


def test_words_that_the_page_hides_are_set_aside() -> None:
    html = (
        "<div style='DISPLAY : none'>Two posts <b style='display:none'>will go.</b></div>"
        "<p>Ask residents.<span style='mso-hide:all'> Not yet.</span></p><p style='display:none'>&nbsp;</p>"
    )
    assert [(plain_words(prose_of(it.part)), it.aside) for it in page(html).pieces] == [
        ("Ask residents.", ""),
        ("Two posts will go.", "it is hidden"),
        ("Not yet.", "it is hidden"),
    ]


def test_a_box_says_whether_it_is_ticked() -> None:
    html = (
        "<input type=checkbox><ul><li><input type=checkbox checked disabled> Pay</li>"
        "<li><label><input type='checkbox'>Ask</label></li></ul>"
    )
    assert written(html) == ["- ☑ Pay\n- ☐ Ask"]


@pytest.mark.parametrize("around", ["<html {}><body>{}</body></html>", "<html><body {}>{}</body></html>"])
def test_a_page_that_a_script_would_have_shown_is_read_as_whoever_saved_it_saw_it(around: str) -> None:
    """Some sites hide all of a page until its scripts have run."""
    document = page(around.format('style="display: none"', "<p>Ask residents.</p>"))
    assert [(words_of(piece.part), piece.aside) for piece in document.pieces] == [("Ask residents.", "")]
