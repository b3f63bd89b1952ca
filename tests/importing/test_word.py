"""What Word keeps in places of its own is read, and what it only shows as deleted is not."""

import pytest

from generator.importing.counting import letters_missing
from generator.importing.document import CannotImportError
from generator.importing.word import read_word
from tests.importing.bringing_in import remarks_of
from tests.importing.documents import bold_lines, repacked
from tests.importing.word_xml import SPACES, run, with_body, words_of

_BOX = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(
            f"<w:p>{run('Before ')}<w:ins w:id='1'>{run('added ')}</w:ins>"
            f"<w:del w:id='2'><w:r><w:delText>gone </w:delText></w:r></w:del>{run('after')}</w:p>",
            ["Before added after"],
            id="tracked changes",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent><w:p>{run('In a control.')}</w:p></w:sdtContent></w:sdt>",
            ["In a control."],
            id="a content control",
        ),
        pytest.param(
            f"<w:p>{run('Beside.')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
            f"{_BOX}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{_BOX}"
            "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            ["Beside.", "In a box."],
            id="a text box",
        ),
        pytest.param(
            f"<w:p><w:smartTag>{run('A smart tag')}</w:smartTag><w:r><w:noBreakHyphen/><w:t>ended</w:t></w:r></w:p>",
            ["A smart tag‑ended"],
            id="a smart tag",
        ),
    ],
)
def test_words_in_unusual_places_are_read_once(body: str, words: list[str]) -> None:
    document = read_word(with_body(body), "x.docx")
    assert [text for text, _ in words_of(document)] == words
    assert letters_missing(document.raw, [text for text, _ in words_of(document)]) == 0


def test_a_text_box_is_told_of_once() -> None:
    """Where it was anchored among actions, its words were one."""
    old = f"<w:p>{run('Beside.')}<w:r><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></w:r></w:p>"
    new = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{_BOX}</wps:txbx>"
        f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    told = ("the text box “In a box.” is brought in where it is anchored: see that it stands in the right place",)
    assert [remarks_of(read_word(with_body(body), "x.docx")) for body in (old, new)] == [told, told]


def test_a_footnote_is_kept_aside_and_its_mark_stays() -> None:
    notes = f"<w:footnotes {SPACES}><w:footnote w:id='2'><w:p>{run('A note of ours.')}</w:p></w:footnote></w:footnotes>"
    body = f"<w:p>{run('Said here')}<w:r><w:footnoteReference w:id='2'/></w:r>{run(' and there.')}</w:p>"
    assert words_of(read_word(with_body(body, footnotes=notes), "x.docx")) == [
        ("Said here[1] and there.", ""),
        ("A note of ours.", "it is a footnote"),
    ]


def test_comments_are_counted_and_left_where_they_are() -> None:
    comments = f"<w:comments {SPACES}><w:comment w:id='0'><w:p>{run('Really?')}</w:p></w:comment></w:comments>"
    document = read_word(with_body(f"<w:p>{run('Yes.')}</w:p>", comments=comments), "x.docx")
    assert remarks_of(document) == ("1 comment in the margin: not brought in, for they are not the text",)


def test_words_that_the_reader_passes_over_are_missed() -> None:
    """An equation: read_word proves nothing itself, but gives what is compared when the file is opened."""
    maths = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    body = f"<w:p>{run('Seen.')}<m:oMath {maths}><m:r><m:t>abc</m:t></m:r></m:oMath></w:p>"
    document = read_word(with_body(body), "x.docx")
    assert letters_missing(document.raw, [text for text, _ in words_of(document)]) == 3


def test_the_words_of_a_drawing_are_kept_aside() -> None:
    drawing = (
        "<a:x xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:p><a:t>Step one</a:t></a:p></a:x>"
    )
    data = repacked(with_body(f"<w:p>{run('Yes.')}</w:p>"), {"word/diagrams/data1.xml": drawing.encode()})
    assert words_of(read_word(data, "x.docx"))[1] == ("Step one", "it stands in a drawing, which is not brought in")


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "has a password, or is of an older form", id="OLE"
        ),
        pytest.param(bold_lines()[:2000], "is damaged", id="cut off"),
        pytest.param(b"no zip at all", "is damaged or is no .docx file", id="no zip"),
        pytest.param(repacked(bold_lines(), {"word/document.xml": None}), "is not a Word document", id="no body"),
        pytest.param(repacked(bold_lines(), {"word/document.xml": b"<w:document"}), "is damaged", id="broken XML"),
        pytest.param(
            repacked(bold_lines(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "holds what no file of Word or Excel holds",
            id="entities",
        ),
        pytest.param(
            repacked(bold_lines(), {f"word/{number}.xml": b"" for number in range(5001)}),
            "is larger than can be meant",
            id="too many parts",
        ),
    ],
)
def test_a_file_that_cannot_be_opened_safely_is_refused_in_one_line(data: bytes, complaint: str) -> None:
    with pytest.raises(CannotImportError) as refused:
        read_word(data, "x.docx")
    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_would_fill_the_memory_is_refused_before_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = repacked(bold_lines(), {"word/media/big.bin": b"\0" * 3_000_000})
    assert len(bomb) < 100_000
    monkeypatch.setattr("generator.importing.bounds._MOST_UNPACKED", 2_000_000)
    with pytest.raises(CannotImportError, match="larger than can be meant"):
        read_word(bomb, "x.docx")
