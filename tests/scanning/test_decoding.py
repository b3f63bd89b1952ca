"""What a file says, whatever it is packed in."""

import gzip
from email.message import EmailMessage
from io import BytesIO
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest

from generator.domain.saying import normal
from generator.scanning import decoding, opening
from generator.scanning.decoding import Decoded, decode, decode_in_parts, read_tags
from tests.building import SAMPLE

SAID = "Brook House will be sold."


def message(text: str, markup: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Brook House"
    mail.set_content(text, cte="base64")
    mail.add_alternative(markup, subtype="html", cte="quoted-printable")
    return mail.as_bytes()


def packed(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr(name, data)
    return out.getvalue()


def whole(path: str, data: bytes) -> Decoded:
    """With what its tags say."""
    found = decode(path, data)
    tags = read_tags(found.tags)
    return Decoded(f"{found.words}\n{tags.words}", f"{found.names}\n{tags.names}")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.html", b"<p>Brook <strong>House</strong> will <a href='x'>be</a> sold.</p>"),
        ("a.html", b"<p>Brook House &#119;ill be sold.</p>"),
        ("a.html", b'<img alt="Brook House will be sold." src="a.png">'),
        ("a.html", b'<script type="application/ld+json">{"name": "Brook \\u0048ouse will be sold."}</script>'),
        ("a.xml", b"<content type='html'>&lt;p&gt;Brook &lt;b&gt;House&lt;/b&gt; will be sold.&lt;/p&gt;</content>"),
        ("a.svg", b"<svg><title>Brook House will be sold.</title></svg>"),
        ("a.css", b"/* Brook House will be sold. */"),
        ("a.json", b'{"text": "Brook House will be sold."}'),
        ("a.json", b'{"text": "Brook \\u0048ouse will be sold."}'),
        ("a.json", b'{"Brook House will be sold.": [1, null]}'),
        ("a.json", b"{Brook House will be sold."),
        ("a.csv", b'1,"It said: ""Brook House will be sold."""\r\n'),
        ("a.ics", b"DESCRIPTION:Brook Hou\r\n se will\r\n  be sold.\r\n"),
        ("a.eml", message(SAID, "<p>Nothing.</p>")),
        ("a.eml", message("Nothing.", "<p>Brook <i>House</i> will be sold.</p>")),
        ("a.docx", packed("word/document.xml", b"<w:p><w:t>Brook House </w:t><w:t>will be sold.</w:t></w:p>")),
        ("a.pf_fragment", gzip.compress(b'pagefind_dcd{"content":"Brook \\u0048ouse will be sold."}', mtime=0)),
        ("a.pf_fragment", b'pagefind_dcd{"meta":{"title":"Brook House will be sold."}}'),
        ("a.pf_filter", b"pagefind_dcd\x82\x78\x19Brook House will be sold.\x81\x00"),
        ("a.zip", packed("b.docx", packed("c.txt", SAID.encode()))),
        ("a.doc", b"\xd0\xcf\x11\xe0\xff\xfe\x01" + SAID.encode() + b"\x00\x81\xff"),
        ("a.doc", b"\xd0\xcf\x11\xe0\x00\xd8" + SAID.encode("utf-16-le") + b"\x00\x00\xff"),
        ("a.txt", SAID.encode("utf-16")),
        ("a.html", "<p>Brook <b>House</b> will be sold.</p>".encode("utf-16")),
        ("a.pub", b"\x00\xff\x81" + SAID.encode() + b"\x00"),
        ("a.emf", b"\x00\xff\x81" + SAID.encode("utf-16-le") + b"\x00"),
        ("a.bin", SAID.encode("utf-16-le")),
        ("a.dotx", packed("word/document.xml", b"<w:p><w:t>Brook House </w:t><w:t>will be sold.</w:t></w:p>")),
        ("a.docx", packed("word/embeddings/oleObject1.bin", b"\x00\x81" + SAID.encode("utf-16-le"))),
        ("a.rtf", b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}} Brook\\~House \\b will\\b0  be\r\n sold.\\par}"),
        ("a.rtf", b"{\\rtf1 Brook {\\i House} \\'77ill \\u98?e sold.}"),
        ("a.txt", SAID.encode("utf-16-le")),
        ("a.csv", SAID.encode("utf-16-be")),
        ("a.html", "<p>Brook <b>House</b> will be sold.</p>".encode("utf-16-le")),
        ("a.xls", b"\xd0\xcf\x11" + SAID.encode("utf-16-le") + b"\x00\x00"),
    ],
)
def test_a_sentence_is_found_in_what_it_is_packed_in(path: str, data: bytes) -> None:
    assert SAID in whole(path, data).words


IN_WORD = packed("word/document.xml", b"<w:p><w:t>Brook House </w:t><w:t>will be sold.</w:t></w:p>")
AS_RICH_TEXT = b"{\\rtf1 Brook {\\i House} \\'77ill \\u98?e sold.}"
AS_A_PAGE = b"\xef\xbb\xbf\n<html><td>Brook <b>House</b> &#119;ill be sold.</td></html>"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        *((f"a.{ending}", IN_WORD) for ending in ("doc", "csv", "txt", "jpg", "html", "json")),
        *((f"a.{ending}", AS_RICH_TEXT) for ending in ("doc", "dot")),
        *((f"a.{ending}", AS_A_PAGE) for ending in ("doc", "xls")),
    ],
)
def test_a_sentence_is_found_in_a_file_that_is_called_another_kind_than_it_is(path: str, data: bytes) -> None:
    """Programs open it all the same: what a system gives out as a workbook is often a web page, and somebody renames a
    workbook to have a table.
    """
    assert SAID in whole(path, data).words


MARKUP = (".html", ".HTM", ".xml", ".svg", ".atom", ".rels", ".config")
TEXT = ("", ".txt", ".css", ".js", ".md", ".yml", ".typ", ".conf", ".webmanifest", ".never-heard-of")
OLD = (".doc", ".dot", ".xls", ".ppt", ".pps", ".msg")
PACKED = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp", ".zip", ".epub")


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        *((it, b"<p>Brook <b>House</b> will be sold.</p>") for it in MARKUP),
        *((it, b"\xef\xbb\xbf" + SAID.encode()) for it in TEXT),
        *((it, packed("a/b.xml", b"<t>Brook House </t><t>will be sold.</t>")) for it in PACKED),
        *((it, b"\xd0\xcf" + SAID.encode("utf-16-le")) for it in OLD),
        *(
            (it, gzip.compress(SAID.encode(), mtime=0))
            for it in (".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta")
        ),
    ],
)
def test_files_of_every_kind_are_opened(ending: str, data: bytes) -> None:
    assert SAID in decode(f"folder/a{ending}", data).words


@pytest.mark.parametrize(
    "drawn",
    [
        "<text>Brook House</text><text y='9'>will be sold.</text>",
        "<svg:text>Brook House</svg:text><svg:text>will be sold.</svg:text>",
        "<text><tspan>Br</tspan><tspan>ook House</tspan><tspan class='b' x='0' dy='9'>will be sold.</tspan></text>",
    ],
)
def test_a_sentence_of_a_drawing_goes_on_in_its_next_line(drawn: str) -> None:
    assert SAID in normal(decode("a.svg", f"<svg>{drawn}</svg>".encode()).words)


def test_a_hyphen_that_word_keeps_on_its_line_is_one() -> None:
    data = packed("word/document.xml", b"<w:r><w:t>Self</w:t><w:noBreakHyphen/><w:t>service</w:t></w:r>")
    assert "Self-service" in decode("a.docx", data).words


def test_what_word_is_told_to_work_out_parts_no_sentence_and_is_searched_by_itself() -> None:
    """A reference to a table, or a link, that Word keeps as a field once hid the sentence in which it stands."""
    field = b'<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://council.example/hall/" </w:instrText></w:r>'
    document = b"<w:t>Brook </w:t>" + field + b"<w:t>House will be sold.</w:t>"
    found = whole("a.docx", packed("word/document.xml", document))
    assert SAID in found.words
    assert "https://council.example/hall/" in found.names


@pytest.mark.parametrize("page", [b"<script json>" * 20_000, b"<script " + b"json" * 50_000])
def test_a_page_that_begins_many_scripts_and_ends_none_takes_no_longer_than_to_read(page: bytes) -> None:
    """Each once looked for the end of the page anew: 300 kilobytes took half a minute."""
    start = perf_counter()
    decode("a.html", page)
    assert perf_counter() - start < 5


def test_letters_of_windows_are_read_as_they_were_written() -> None:
    for path in ("a.txt", "a.csv", "a.html", "a.never-heard-of"):
        assert "the council’s £5" in decode(path, "the council’s £5".encode("cp1252")).words
        assert "the council’s £5" in decode(path, "the council’s £5, ".encode() + b"\xa35").words
        assert "Â£5" in decode(path, "Â£5, ’s".encode("cp1252")).words


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "gif", "ico", "woff2"])
def test_pictures_and_fonts_say_their_names_alone_and_are_not_searched(ending: str) -> None:
    assert decode(f"a.{ending}", b"\x89 Brook House") == Decoded("", f"a.{ending}\n")


def test_what_a_calendar_escapes_is_read_as_it_was() -> None:
    said = whole("a.ics", b"DESCRIPTION:Sell it\\, all of it\\; now\\nor never\r\n").words
    assert "Sell it, all of it; now\nor never" in said


def test_addresses_that_a_list_for_machines_tells_are_names() -> None:
    sitemap = b"<urlset><url><loc>https://council.example/actions/secret/</loc></url></urlset>"
    assert "https://council.example/actions/secret/" in whole("sitemap.xml", sitemap).names


def test_the_words_of_a_pdf_are_read_from_its_pages() -> None:
    words = whole("plan.pdf", (SAMPLE / "documents" / "plan-on-a-page.pdf").read_bytes()).words
    assert "You tell us once, in the way that suits you." in words


WORDS = ("Alt", "ActualText", "Title", "T", "Contents", "Author", "Subject", "Keywords", "Creator")
NAMES = ("URI", "F", "UF", "Dest")


def test_the_facts_bookmarks_and_alt_texts_of_a_pdf_are_read_too_and_what_is_attached_to_it() -> None:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = "Gareth Llewellyn"
        held = {f"/{name}": pikepdf.String(f"Told by {name}") for name in (*WORDS, *NAMES)}
        pdf.Root.Secret = pdf.make_indirect(pikepdf.Dictionary(held))
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Selling Brook House", 0))
        pdf.attachments["notes.docx"] = packed("a.txt", SAID.encode())
        pdf.save(out)
    found = whole("a.pdf", out.getvalue())
    for words in ("Gareth Llewellyn", "Selling Brook House", SAID, *(f"Told by {name}" for name in WORDS)):
        assert words in found.words
    for name in NAMES:
        assert f"Told by {name}" in found.names
    assert "notes.docx" in found.names


def test_a_long_file_of_data_is_read_in_parts_of_whole_lines_and_nothing_of_it_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(decoding, "_LONG", 30)
    lines = b"".join(b'{"says": "Line %d is here."},\n' % number for number in range(9))
    parts = [part.words.strip("\n") for part in decode_in_parts("a.json", lines)]
    assert len(parts) > 3
    assert "\n".join(parts).split() == lines.decode().split()
    assert all(line.startswith("{") and line.endswith(",") for part in parts[:-1] for line in part.split("\n"))
    assert [it.words for it in decode_in_parts("a.csv", lines)] == [decode("a.csv", lines).words]
    assert [it.words for it in decode_in_parts("a.json", b"")] == [""]


def test_a_file_that_unpacks_to_more_than_may_be_is_read_as_far_as_that_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_IN_ONE", 100)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("a.txt", SAID)
        file.writestr("b.txt", "x" * (100 - len(SAID)))
        file.writestr("c.txt", "Never unpacked.")
    words = decode("a.zip", out.getvalue()).words
    assert SAID in words
    assert "xxx" in words
    assert "Never" not in words


@pytest.mark.parametrize(
    ("tag", "place"),
    [
        ('<a href="../two/index.html#now">', "actions/two/#now"),
        ('<a href="../two/">', "actions/two/"),
        ('<a href="../two">', "actions/two/"),
        ('<a href=" ../two/#now">', "actions/two/#now"),
        ('<a href="../two/?at=10:30">', "actions/two/?at=10:30"),
        ('<a href="../two?at=10:30#now">', "actions/two/?at=10:30#now"),
        ('<a href="/one/actions/two">', "/one/actions/two/"),
        ('<a href="https://council.example/actions/two">', "https://council.example/actions/two/"),
        ('<a href="#now">', "actions/one/#now"),
        ("<a href='../two/'>", "actions/two/"),
        ("<a class=a href=../two/>", "actions/two/"),
        ('<A HREF = "../two/">', "actions/two/"),
        ('<a href="&#46;./two/">', "actions/two/"),
        ('<a href="../../documents/a.pdf">', "documents/a.pdf"),
        ('<img src="../../images/a.png">', "images/a.png"),
        ('<img srcset="../../images/a.png 2x">', "images/a.png 2x"),
        ('<img srcset="../../images/a.png 1x, ../../images/b.png 2x">', "images/b.png"),
        ('<source SRCSET="a.png,\n ../two/b.png">', "actions/two/b.png"),
        ('<video poster="../../images/a.png">', "images/a.png"),
        ('<object data="../two/plan.pdf">', "actions/two/plan.pdf"),
        ('<form action="../two/">', "actions/two/"),
        ('<meta http-equiv="refresh" content="0; URL=../two/index.html">', "actions/two/"),
        ('<image xlink:href="x.png"/><use href="../two/">', "actions/two/"),
    ],
)
def test_an_address_is_told_by_where_it_leads(tag: str, place: str) -> None:
    assert place in decode("actions/one/index.html", tag.encode()).names.split("\n")


@pytest.mark.parametrize("tag", ['<meta property="og:type" content="website">', "<meta name=a content=website >"])
def test_a_bare_word_that_a_page_says_of_itself_leads_nowhere(tag: str) -> None:
    """A workstream `website` that was for staff alone stopped every build of the residents' site."""
    assert "workstreams/website" not in decode("workstreams/index.html", tag.encode()).names
    led = decode("workstreams/index.html", tag.replace("website", "website/").encode()).names
    assert "workstreams/website/" in led


@pytest.mark.parametrize("path", ["a.pdf", "a.zip", "a.docx", "a.eml", "a.html"])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"PK\x03\x04broken", b"\xff\xfe\x00<a"])
def test_a_file_that_cannot_be_opened_is_passed_over(path: str, data: bytes) -> None:
    assert whole(path, data).names.startswith(path)


def test_quotes_within_a_cell_are_read_as_those_of_its_words_however_long_another_cell_is() -> None:
    table = b'1,"He said ""no one"" today."\r\n2,' + b"a" * 200_000
    assert 'He said "no one" today.' in decode("a.csv", table).words
