"""What Word does not show is in no action: hidden words are asked about, empty fields are told of."""

import docx
import pytest

from generator.importing.document import HIDDEN, CannotImportError
from generator.importing.hidden_in_word import WORD
from generator.importing.word import read_word
from tests.importing.bringing_in import remarks_of
from tests.importing.documents import bold_lines, repacked, saved
from tests.importing.word_xml import run, with_body, words_of


def hidden(words: str, switch: str = "<w:vanish/>") -> str:
    return f"<w:r><w:rPr>{switch}</w:rPr><w:t>{words}</w:t></w:r>"


def test_hidden_words_are_set_aside() -> None:
    body = (
        f"<w:p>{run('Pay the ')}{hidden('two ')}{run('firms.')}</w:p>"
        f"<w:p>{hidden('Two posts will go.')}</w:p><w:p>{run('Ask residents.')}</w:p>"
    )
    document = read_word(with_body(body), "x.docx")
    assert words_of(document) == [
        ("Pay the firms.", ""),
        ("Ask residents.", ""),
        ("two", HIDDEN),
        ("Two posts will go.", HIDDEN),
    ]
    assert [piece.place for piece in document.pieces[2:]] == ["paragraph 1", "below paragraph 1"]


def test_words_that_are_shown_in_spite_of_their_style_are_read() -> None:
    body = "<w:p>" + hidden("Seen.", "<w:vanish w:val='0'/>") + "</w:p>"
    assert words_of(read_word(with_body(body), "x.docx")) == [("Seen.", "")]


def test_words_of_a_hidden_style_are_set_aside() -> None:
    made = docx.Document()
    made.styles.add_style("Guidance", 1).font.hidden = True
    made.add_paragraph("Delete this before you send it.", style="Guidance")
    made.add_paragraph("Ask residents.")
    assert words_of(read_word(saved(made), "x.docx")) == [
        ("Ask residents.", ""),
        ("Delete this before you send it.", HIDDEN),
    ]


def test_a_style_hides_words_that_is_based_on_one_that_does_unless_it_shows_them_itself() -> None:
    made = docx.Document()
    guidance = made.styles.add_style("Guidance", 1)
    guidance.font.hidden = True
    for name, is_hidden in (("Tip", None), ("Example", False)):
        style = made.styles.add_style(name, 1)
        style.base_style, style.font.hidden = guidance, is_hidden
        made.add_paragraph(f"In the style {name}.", style=name)
    assert words_of(read_word(saved(made), "x.docx")) == [
        ("In the style Example.", ""),
        ("In the style Tip.", HIDDEN),
    ]


def test_a_text_box_in_hidden_words_is_set_aside_once_with_them() -> None:
    box = f"<w:txbxContent><w:p>{run('Two posts will go.')}</w:p></w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = f"<w:p>{run('Ask residents.')}<w:r><w:rPr><w:vanish/></w:rPr>{both}<w:noBreakHyphen/></w:r></w:p>"
    document = read_word(with_body(body), "x.docx")
    assert words_of(document) == [("Ask residents.", ""), ("Two posts will go.", HIDDEN)]
    assert remarks_of(document) == ()


def test_the_note_of_hidden_words_is_kept_aside_with_them() -> None:
    """With its mark it was gone for us, so that the file was refused for an equation or a tracked move."""
    space = WORD.strip("{}")
    note = f"<w:footnote w:id='2'><w:p>{run('A note of ours.')}</w:p></w:footnote>"
    notes = f"<w:footnotes xmlns:w='{space}'>{note}</w:footnotes>"
    marked = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Not yet.</w:t><w:footnoteReference w:id='2'/></w:r>"
    read = read_word(with_body(f"<w:p>{run('Said here.')}{marked}</w:p>", footnotes=notes), "x.docx")
    assert [(words, why) for words, why in words_of(read) if why] == [
        ("A note of ours.", "it is a footnote"),
        ("Not yet.", "it is hidden"),
    ]


def test_the_prompt_of_a_field_that_nobody_has_filled_is_told_of_and_left_out() -> None:
    field = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"<w:p>{run('Click or tap here to enter text.')}</w:p></w:sdtContent></w:sdt>"
    )
    document = read_word(with_body(f"<w:p>{run('Ask residents.')}</w:p>{field}{field}"), "x.docx")
    assert words_of(document) == [("Ask residents.", "")]
    assert remarks_of(document) == (
        "2 fields that nobody has filled in (“Click or tap here to enter text.”): left out",
    )


@pytest.mark.parametrize("part", ["word/styles.xml", "word/footnotes.xml"])
def test_a_damaged_part_refuses_the_file_in_one_line(part: str) -> None:
    with pytest.raises(CannotImportError, match="is damaged"):
        read_word(repacked(bold_lines(), {part: b"<w:vanish"}), "x.docx")


def test_words_that_stand_in_each_other_without_end_refuse_the_file_in_one_line() -> None:
    deep = '<w:ins w:id="1" w:author="Jo">' * 3000 + hidden("Two posts will go.") + "</w:ins>" * 3000
    with pytest.raises(CannotImportError, match="is damaged"):
        read_word(with_body(f"<w:p>{deep}</w:p>"), "x.docx")
