"""glossary.yml, documents.yml, the pages and the images."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator.domain.address import DOCUMENTS
from generator.domain.audience import Audiences
from generator.domain.library import Document, Image, Page, Term
from generator.reading.desk import Desk
from generator.reading.front_matter import read_front_matter
from generator.reading.kinds import IDENTIFIER, TEXT
from generator.reading.names import ID_HELP, ID_PATTERN
from generator.reading.prose import read_prose
from generator.reading.settings import ACCEPT, FOR, audiences_or_default
from generator.reading.shape import Field, Shape, Values, kind_of, list_of
from generator.reading.standing import composed
from generator.reading.yaml import read_yaml

_TERM = Field("term", TEXT, "The acronym or word, as it stands in the texts.", is_required=True)
_MEANS = Field("means", TEXT, "What it stands for, said at its first use on a page.", is_required=True)
_EXPLAINED = Field("explained", TEXT, "What it is, in a sentence, for the glossary.")
TERM = Shape("a term", (_TERM, _MEANS, _EXPLAINED, FOR))


def _term(values: Values, desk: Desk) -> Term | None:
    term = values.get(_TERM)
    if term is None:
        return None
    where = values.span_of(_TERM)
    audiences = audiences_or_default(values, "glossary", where, desk, f"the term `{term}`")
    return Term(term, values.of(_MEANS, ""), audiences, values.of(_EXPLAINED, ""), where)


TERMS = list_of(kind_of(TERM, _term), "a list of terms")


def read_glossary(desk: Desk) -> tuple[Term, ...]:
    node = read_yaml(desk)
    return () if node is None else TERMS.read(node, desk) or ()


_ID = Field("id", IDENTIFIER, "The document's short name, which links refer to.", is_required=True)
_TITLE = Field("title", TEXT, "What it is called.", is_required=True)
_FILE = Field("file", TEXT, "The file's path below documents/.", is_required=True)
_SUMMARY = Field("summary", TEXT, "What is in it, in a sentence.")
# What a browser opens as a page of the site that it came from, with scripts and all; other kinds it shows or keeps.
_RUN_BY_BROWSERS = frozenset(
    (".htm", ".html", ".mht", ".mhtml", ".shtml", ".svg", ".svgz", ".xht", ".xhtml", ".xml", ".xsl", ".xslt")
)
DOCUMENT = Shape("a document", (_ID, _TITLE, _FILE, _SUMMARY, FOR))


def read_documents(desk: Desk, sizes: Mapping[str, int]) -> tuple[Document, ...]:
    """The documents; `sizes` gives the length in bytes of every file below the content folder, by its path."""

    def document(values: Values, desk: Desk) -> Document | None:
        identity, written = values.get(_ID), values.get(_FILE)
        if identity is None or written is None:
            return None
        file = composed(written)
        where = values.span_of(_ID)
        size = sizes.get(f"documents/{file}")
        if size is None:
            desk.report(
                "missing-linked-file",
                f"there is no file documents/{file}",
                values.span_of(_FILE),
                _how_it_is_found(file, sizes),
            )
        if PurePosixPath(file).suffix.lower() in _RUN_BY_BROWSERS:
            desk.report(
                "unsafe-document",
                f"a browser would open `{file}` as a page of your site, and run what stands in it",
                values.span_of(_FILE),
                "save it as PDF; or pack it in a ZIP file, if readers need the file itself",
            )
        audiences = audiences_or_default(values, "documents", where, desk, f"the document `{identity}`")
        return Document(identity, values.of(_TITLE, ""), file, size or 0, audiences, values.of(_SUMMARY, ""), where)

    node = read_yaml(desk)
    kind = list_of(kind_of(DOCUMENT, document), "a list of documents")
    return () if node is None else kind.read(node, desk) or ()


def _how_it_is_found(file: str, sizes: Mapping[str, int]) -> str:
    """For those who look at the folder on Windows, where capitals do not count and folders end in a backslash."""
    meant = file.replace("\\", "/").casefold().removeprefix(DOCUMENTS)
    there = next((it for it in sizes if it.removeprefix(DOCUMENTS).casefold() == meant), "").removeprefix(DOCUMENTS)
    if there:
        return f"write it as `{there}`"
    return "put it there, or correct the name: capitals count, and the path begins in documents/"


_PAGE_TITLE = Field("title", TEXT, "The page's title.", is_required=True)
_PAGE_SUMMARY = Field("summary", TEXT, "What the page says, in a sentence.")
PAGE = Shape("a page", (_PAGE_TITLE, _PAGE_SUMMARY, FOR, ACCEPT))


def read_page(desk: Desk) -> tuple[Page | None, Values | None]:
    """One page; its file's name is its id and the last part of its address."""
    front, body = read_front_matter(desk)
    name = PurePosixPath(desk.source.path).stem
    values = PAGE.read(front, desk, desk.source.whole) if front else None
    if not ID_PATTERN.fullmatch(name):
        desk.report(
            "bad-id",
            f"`{name}` cannot be part of an address",
            desk.source.whole,
            f"give the file another name: {ID_HELP}",
        )
        return None, values
    text = read_prose(body, desk) if body else ()
    if values is None or body is None:
        return None, values
    where = values.span_of(_PAGE_TITLE)
    audiences = audiences_or_default(values, "pages", where, desk, f"the page `{name}`")
    return Page(name, values.of(_PAGE_TITLE, ""), text, audiences, values.of(_PAGE_SUMMARY, ""), where), values


IMAGES = Shape("an image folder", (FOR,))


def read_images(
    folders: Iterable[Desk], paths: Iterable[str], default: Audiences | None
) -> tuple[tuple[Image, ...], tuple[str, ...]]:
    """The images, each with the audiences that `images.yml` in its folder or above gives, or with the default.

    Then the folders of those images of which nothing says who may see them; nobody does.
    """
    said: dict[PurePosixPath, Audiences] = {}
    for desk in folders:
        node = read_yaml(desk)
        values = IMAGES.read(node, desk, desk.source.whole) if node is not None else None
        said[PurePosixPath(desk.source.path).parent] = values.of(FOR, frozenset()) if values else frozenset()
    seen_by = {path: _image_audiences(PurePosixPath(path), said, default) for path in sorted(paths)}
    silent = {str(PurePosixPath(path).parent) for path, audiences in seen_by.items() if audiences is None}
    images = (Image(path, audiences or frozenset()) for path, audiences in seen_by.items())
    return tuple(images), tuple(sorted(silent))


def _image_audiences(
    path: PurePosixPath, said: Mapping[PurePosixPath, Audiences], default: Audiences | None
) -> Audiences | None:
    """Each folder on the way down narrows; None where nothing is said of an image."""
    spoken = [said[folder] for folder in path.parents if folder in said]
    return frozenset.intersection(*spoken) if spoken else default
