"""What documents for the public hold, and their readers do not see at once."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from generator.scanning.decoding import decode
from generator.scanning.unseen import unseen_in
from tests.scanning.documents import attaching, findings


def zipped(**parts: str | bytes) -> bytes:
    """Parts by their paths, with `__` for `/`; their ending is .xml where they name none."""
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        for path, data in parts.items():
            packed.writestr(f"{path.replace('__', '/')}.xml", data)
    return out.getvalue()


def with_photograph(path: str, exif: Image.Exif) -> bytes:
    photograph, out = BytesIO(), BytesIO()
    Image.new("RGB", (4, 4)).save(photograph, "JPEG", exif=exif)
    with ZipFile(out, "w") as packed:
        packed.writestr(path, photograph.getvalue())
    return out.getvalue()


def taken_somewhere() -> Image.Exif:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (53.0, 28.0, 0.0), 3: "W", 4: (2.0, 14.0, 0.0)}
    return exif


def page_saying(*lines: str) -> bytes:
    drawn = "".join(f"BT /F 12 Tf 10 {180 - 20 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines))
    return drawn.encode()


def pdf_saying(*lines: str) -> bytes:
    """A page whose words are not packed."""
    out = BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(400, 200))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = document.make_stream(page_saying(*lines))
        document.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def saved_over(before: bytes, *lines: str) -> bytes:
    """As programs save a change: behind what stands there, which stays, the page's words are written anew."""
    with pikepdf.open(BytesIO(before)) as document:
        number = document.pages[0].Contents.objgen[0]
        root, size = document.Root.objgen[0], int(document.trailer.Size)
    drawn = page_saying(*lines)
    start = len(before)
    written = f"{number} 0 obj\n<</Length {len(drawn)}>>\nstream\n".encode() + drawn + b"endstream\nendobj\n"
    table = f"xref\n{number} 1\n{start:010} 00000 n \ntrailer\n<</Size {size} /Root {root} 0 R".encode()
    earlier = before[before.rindex(b"startxref") :].split()[1].decode()
    end = f" /Prev {earlier}>>\nstartxref\n{start + len(written)}\n%%EOF\n".encode()
    return before + written + table + end


def commented_pdf(kind: str = "/Text", contents: str = "Is this legal?") -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(kind), Rect=[0, 0, 9, 9], Contents=contents, T="Kim Lee"
        )
        document.add_blank_page().Annots = document.make_indirect(pikepdf.Array([note]))
        document.save(out)
    return out.getvalue()


def layered_pdf(*, is_off: bool) -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Prices"))
        shown = pikepdf.Dictionary(OFF=pikepdf.Array([layer] if is_off else []))
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        document.save(out)
    return out.getvalue()


DELETED = "<w:p><w:del w:id='1' w:author='Jo'><w:r><w:delText>Sell it.</w:delText></w:r></w:del></w:p>"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Sell it.</w:t></w:r>"
SHEETS = '<sheet name="Staff" sheetId="2" state="veryHidden"/><sheet name="All &amp; old" state="hidden"/>'
HIDDEN_ROW = '<row r="2" hidden="1"><c r="A2"><v>7</v></c></row>'
HIDDEN_COLUMN = '<cols><col min="2" max="4" hidden="1"/></cols><row r="1"><c r="C1" t="s"><v>7</v></c></row>'
TYPED_FIRST = HIDDEN_COLUMN.replace('r="C1" t="s"', 't="s" r="C1"')
NOTES = "<a:t>Do not say that we sell it.</a:t>"


@pytest.mark.parametrize(
    ("file", "data", "found"),
    [
        ("plan.docx", zipped(word__comments='<w:comment w:id="0" w:author="Jo"/>'), ["comments"]),
        ("plan.docx", zipped(word__document=DELETED), ["changes that were tracked"]),
        ("plan.docm", zipped(word__footnotes=DELETED.replace("w:del ", "w:moveFrom ")), ["changes that were tracked"]),
        ("plan.DOCX", zipped(word__document=HIDDEN), ["hidden text"]),
        ("plan.xlsx", zipped(xl__workbook=SHEETS), ["the hidden sheet `Staff`", "the hidden sheet `All & old`"]),
        ("plan.xlsx", zipped(xl__worksheets__sheet1=HIDDEN_ROW), ["hidden rows"]),
        ("plan.xlsx", zipped(xl__worksheets__sheet1=HIDDEN_COLUMN), ["hidden columns"]),
        ("plan.xlsx", zipped(xl__worksheets__sheet1=TYPED_FIRST), ["hidden columns"]),
        ("plan.xlsx", zipped(xl__comments1='<comment ref="A1"/>'), ["comments"]),
        ("plan.xlsx", zipped(xl__threadedComments__one='<threadedComment ref="A1"/>'), ["comments"]),
        ("plan.xlsx", zipped(xl__pivotCache__pivotCacheRecords1="<r/>"), ["all that a pivot table was made from"]),
        ("plan.xlsx", zipped(xl__externalLinks__externalLink1="<v/>"), ["what it took over from another workbook"]),
        ("plan.pptx", zipped(ppt__slides__slide3='<p:sld show="0">'), ["hidden slides"]),
        ("plan.pptx", zipped(ppt__notesSlides__notesSlide1=NOTES), ["the speaker’s notes"]),
        ("plan.pptx", zipped(ppt__comments__comment1='<p:cm authorId="0">'), ["comments"]),
        ("plan.odt", zipped(content="<office:annotation>"), ["comments"]),
        ("plan.odt", zipped(content="<text:changed-region>"), ["changes that were tracked"]),
        ("plan.odt", zipped(content='<style:text-properties text:display="none"/>'), ["hidden text"]),
        ("plan.ods", zipped(content='<style:table-properties table:display="false"/>'), ["hidden sheets"]),
        ("plan.ods", zipped(content='<table:table-row table:visibility="filter">'), ["hidden rows"]),
        ("plan.ods", zipped(content='<table:table-column table:visibility="collapse"/>'), ["hidden columns"]),
        ("plan.odp", zipped(content="<presentation:notes><text:p>Sell</text:p></presentation:notes>"),
         ["the speaker’s notes"]),
        ("plan.docx", with_photograph("word/media/image1.jpeg", taken_somewhere()),
         ["a photograph that says where it was taken (word/media/image1.jpeg)"]),
        ("plan.pdf", commented_pdf(), ["comments"]),
        ("plan.pdf", commented_pdf("/Highlight"), ["comments"]),
        ("plan.pdf", layered_pdf(is_off=True), ["layers that are switched off"]),
        ("plan.pdf", attaching("prices.xlsx", b"7"), ["the attached file `prices.xlsx`"]),
        ("plan.pdf", saved_over(pdf_saying("Sell Zanzibar Hall."), "Keep the Hall."),
         ["an earlier version of itself, whose words are not on its pages any more, such as `Sell`"]),
    ],
)  # fmt: skip
def test_what_readers_of_a_document_do_not_see_is_told(file: str, data: bytes, found: list[str]) -> None:
    assert list(unseen_in(file, data)) == found


NO_WORDS = '<a:fld type="slidenum"><a:t>7</a:t></a:fld><a:t> </a:t>'
CONTENTS = "<w:r><w:rPr><w:webHidden/></w:rPr><w:t>7</w:t></w:r>"  # as tables of contents have it
INDEXED = "<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE</w:instrText></w:r><w:r><w:t>Seen.</w:t></w:r>"
SHOWN = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Seen.</w:t></w:r>'
EMPTY_COLUMNS = '<cols><col min="8" max="16384" hidden="1"/></cols><row r="1"><c r="A1"><v>7</v></c><c r="H1"/></row>'
EMPTY_ROW = '<row r="2" hidden="1"><c r="A2"/></row><row r="3" hidden="1"/><row r="4"><c r="A4"><v>7</v></c></row>'


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("plan.docx", zipped(word__comments="<w:comments/>", word__document="<w:insideH/><w:delText/>")),
        ("plan.docx", zipped(word__document=CONTENTS + INDEXED + SHOWN)),
        ("plan.xlsx", zipped(xl__workbook='<sheet name="A" state="visible"/>', xl__worksheets__sheet1=EMPTY_COLUMNS)),
        ("plan.xlsx", zipped(xl__worksheets__sheet1=EMPTY_ROW)),
        ("plan.xlsx", zipped(xl__worksheets__sheet1=HIDDEN_ROW.replace('"1"', '"0"', 1))),
        ("plan.pptx", zipped(ppt__slides__slide1='<p:sld show="1">', ppt__notesSlides__notesSlide1=NO_WORDS)),
        ("plan.odp", zipped(content="<presentation:notes><text:p/></presentation:notes>")),
        ("plan.docx", with_photograph("word/media/image1.jpeg", Image.Exif())),
        ("plan.docx", zipped(word__media__image1=b"no photograph")),
        ("plan.pdf", commented_pdf("/Link")),
        ("plan.pdf", commented_pdf("/Text", " ")),
        ("plan.pdf", layered_pdf(is_off=False)),
        ("plan.pdf", saved_over(pdf_saying("Keep the Hall."), "Keep the Hall.", "We will.")),
        ("plan.pdf", b"%PDF-1.7 broken"),
        ("plan.docx", b"PK broken"),
        ("plan.txt", DELETED.encode()),
    ],
)
def test_what_is_seen_or_says_nothing_is_not_told(file: str, data: bytes) -> None:
    assert list(unseen_in(file, data)) == []


def test_an_author_in_either_list_of_a_pdfs_facts_is_told(tmp_path: Path) -> None:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        with document.open_metadata() as facts:
            facts["dc:creator"] = ["Kim & Lee"]
        del document.trailer["/Info"]
        document.save(out)
    told = [it.message for it in findings(tmp_path, "plan.pdf", out.getvalue())]
    assert told == ["the file plan.pdf, for residents, names a person: `Kim & Lee`"]


def test_its_writer_is_told_of_it_and_what_to_do(tmp_path: Path) -> None:
    [finding] = findings(tmp_path, "plan.docx", zipped(word__document=DELETED.replace("author", "by")))
    assert finding.code == "hidden-in-document"
    assert finding.message == "the file plan.docx, for residents, holds changes that were tracked"
    assert "Inspect Document" in finding.help


def test_documents_for_staff_may_have_comments(tmp_path: Path) -> None:
    assert findings(tmp_path, "plan.pdf", commented_pdf(), "staff") == []


def test_whoever_commented_is_a_person_whom_the_document_names(tmp_path: Path) -> None:
    told = [it.message for it in findings(tmp_path, "plan.docx", zipped(word__document=DELETED))]
    assert "the file plan.docx, for residents, names a person: `Jo`" in told
    thread = "<author>tc={9A7}</author><author>Author</author>"  # as Office names nobody
    told = [it.message for it in findings(tmp_path, "plan.xlsx", zipped(xl__comments1=thread))]
    assert told == []
    told = [it.message for it in findings(tmp_path, "plan.pdf", commented_pdf())]
    assert "the file plan.pdf, for residents, names a person: `Kim Lee`" in told


def test_the_words_of_an_earlier_version_are_searched_for_what_readers_may_not_know() -> None:
    decoded = decode("plan.pdf", saved_over(pdf_saying("Sell Zanzibar Hall."), "Keep the Hall."))
    assert "Sell Zanzibar Hall." in decoded.words
    assert "Keep the Hall." in decoded.words


def test_a_word_of_a_pdf_that_is_parted_at_the_end_of_a_line_is_read_whole_with_and_without_its_hyphen() -> None:
    """A page does not say which it had, and a sentence with either was once found in no PDF."""
    words = decode("plan.pdf", pdf_saying("Sell the self-", "service desk of the muse-", "um.")).words
    assert "Sell the self-service desk of the muse-um." in words
    assert "Sell the selfservice desk of the museum." in words


def test_a_pdf_whose_lines_end_elsewhere_than_before_says_no_less_than_it_did() -> None:
    before = pdf_saying("Keep the self-", "service desk of the muse-", "um.")
    assert list(unseen_in("plan.pdf", saved_over(before, "Keep the self-service desk", "of the museum."))) == []


def test_a_cell_with_very_many_names_takes_no_longer_to_look_at_than_to_read() -> None:
    """Its end was looked for from each of them anew: a sheet of a few hundred kilobytes took minutes."""
    cell = "<c" + ' r="C1"' * 40_000
    assert list(unseen_in("plan.xlsx", zipped(xl__worksheets__sheet1=HIDDEN_COLUMN + cell))) == ["hidden columns"]


def photograph_of_a_place() -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG", exif=taken_somewhere())
    return out.getvalue()


def holding(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr(name, data)
    return out.getvalue()


COMMENTED = zipped(word__comments='<w:comment w:author="Kim Lee">Is this legal?</w:comment>')
HIDING = zipped(xl__workbook='<sheet name="Pay" state="hidden"/>')
SPOKEN = zipped(ppt__notesSlides__notesSlide1="<a:t>Say nothing of the price</a:t>")


@pytest.mark.parametrize(
    ("file", "data", "told"),
    [
        ("a.dotx", COMMENTED, "comments"),
        ("a.xltx", HIDING, "the hidden sheet `Pay`"),
        ("a.ppsx", SPOKEN, "the speaker’s notes"),
        ("a.ott", zipped(content="<office:annotation>"), "comments"),
        ("a", COMMENTED, "comments"),
        ("a.jpg", photograph_of_a_place(), "a note of where it was taken"),
        ("a.zip", holding("b.docx", COMMENTED), "comments, in `b.docx`, which is packed in it"),
        (
            "a.pptx",
            holding("ppt/embeddings/b.xlsx", HIDING),
            "the hidden sheet `Pay`, in `ppt/embeddings/b.xlsx`, which is packed in it",
        ),
        ("a.pdf", attaching("b.docx", COMMENTED), "comments, in `b.docx`, which is packed in it"),
    ],
)
def test_it_is_told_whatever_the_document_is_called_and_wherever_it_is_packed(
    tmp_path: Path, file: str, data: bytes, told: str
) -> None:
    found = [it for it in findings(tmp_path, file, data) if it.code == "hidden-in-document"]
    assert f"the file {file}, for residents, holds {told}" in [it.message for it in found]


@pytest.mark.parametrize(
    ("file", "data"),
    [("a.dotx", COMMENTED), ("a.zip", holding("b.docx", COMMENTED)), ("a.pdf", attaching("b.docx", COMMENTED))],
)
def test_so_is_whom_it_names(tmp_path: Path, file: str, data: bytes) -> None:
    found = [it for it in findings(tmp_path, file, data) if it.code == "document-metadata"]
    assert [it.message for it in found] == [f"the file {file}, for residents, names a person: `Kim Lee`"]
