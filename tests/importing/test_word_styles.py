"""An organisation's own headings are headings."""

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.domain.prose import Heading
from generator.importing.word import read_word
from tests.importing.documents import saved


def test_a_style_that_is_made_from_a_heading_is_one_of_its_level() -> None:
    made = docx.Document()
    made.styles.add_style("MBC’s 'big' one", 1).base_style = made.styles["Heading 2"]
    made.add_paragraph("Kiosks", style="MBC’s 'big' one")
    (piece,) = read_word(saved(made), "x.docx").pieces
    assert isinstance(piece.part, Heading)
    assert piece.part.level == 2


def test_a_style_that_stands_in_the_outline_is_a_heading_and_one_that_left_it_is_none() -> None:
    made = docx.Document()
    for name, level in (("Report section", "2"), ("TOC Title", "9")):
        style = made.styles.add_style(name, 1)
        style.base_style = made.styles["Heading 1"]
        said = OxmlElement("w:outlineLvl")
        said.set(qn("w:val"), level)
        style.element.get_or_add_pPr().append(said)
        made.add_paragraph("Kiosks", style=name)
    levels = [
        piece.part.level if isinstance(piece.part, Heading) else None
        for piece in read_word(saved(made), "x.docx").pieces
    ]
    assert levels == [3, None]
