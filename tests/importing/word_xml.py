"""Documents of Word, written in the XML that Word keeps them in."""

import zipfile
from io import BytesIO

import docx

from generator.domain.prose import plain_words
from generator.importing.document import ImportedDocument, prose_of
from tests.importing.documents import NO_STYLES, repacked, saved

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{_MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def with_body(body: str, **parts: str) -> bytes:
    """A document with this XML in its body, and further parts by their names in word/."""
    data = saved(docx.Document())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    for name in parts:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        relations = relations.replace(
            "</Relationships>", f'<Relationship Id="x{name}" Type="{kind}{name}" Target="{name}.xml"/></Relationships>'
        )
        content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
        types = types.replace("</Types>", f'<Override PartName="/word/{name}.xml" ContentType="{content}"/></Types>')
    document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    changes: dict[str, bytes | None] = {
        "word/document.xml": document.encode(),
        "word/styles.xml": NO_STYLES,
        "word/_rels/document.xml.rels": relations.encode(),
        "[Content_Types].xml": types.encode(),
    }
    return repacked(data, changes | {f"word/{name}.xml": text.encode() for name, text in parts.items()})


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def words_of(document: ImportedDocument) -> list[tuple[str, str]]:
    return [(plain_words(prose_of(piece.part)).strip(), piece.aside) for piece in document.pieces]
