"""What a finished file says, whatever it is packed in: its words, and the addresses and names that it holds.

Bytes as they stand hide words: in tags, in entities, in base64, in the streams of a PDF. Each kind is opened first.
"""

import gzip
import html
import json
import re
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.scanning.markup import from_root, without_tags
from generator.scanning.opening import (
    DEEPEST,
    OFFICE,
    OPEN_DOCUMENTS,
    CannotBeOpened,
    PackedFile,
    any_failure,
    check_may_be_searched,
    looks_like,
    open_pdf,
    parts_of,
)
from generator.scanning.rich_text import words_of_rich_text
from generator.text.encodings import mixed
from generator.values import dataclass

if TYPE_CHECKING:
    from email.message import EmailMessage

_QUOTE_IN_A_CELL = '""'  # of CSV
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\([\\;,nN])")
# The halves of one character are taken together. It begins with a fixed sign, which is found much faster than a group.
_JSON_ESCAPE = re.compile(
    r"""\\(?:["\\/bfnrt]|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4})"""
)
_GZIP, _INDEXED, _RICH_TEXT = b"\x1f\x8b", b"pagefind_dcd", b"{\\rtf"
_BEGIN = 100  # bytes
_NO_WORD = re.compile(r"[\x00-\x1f\ufffd]+")
_SCRIPT = re.compile(r"<script([^<>]*)>")
_LONG = 1_000_000  # bytes
_FEW = 4  # bytes to one that is zero, in text of two bytes a letter; of any other text none are
_TOO_DEEP = "is packed within too many others"


@dataclass(frozen=True, slots=True)
class Decoded:
    """`words` are those that a reader may come to see or hear; `names` all else that the file says: addresses, ids.

    A relative address is told as the path from the site's root that it leads to. `tags` are those of markup, as they
    stand: their attributes may hold words and names. Most tags of a page stand on many others, too. `unopened` are the
    files that nobody can look into, the file itself or what is packed in it, each with the reason.
    """

    words: str = ""
    names: str = ""
    tags: tuple[str, ...] = ()
    unopened: tuple[tuple[str, str], ...] = ()


def read_tags(tags: Iterable[str]) -> Decoded:
    """What tags say."""
    words = html.unescape("\n".join(tags))
    return Decoded(words, unquote(words))


def decode_in_parts(path: str, data: bytes) -> Iterator[Decoded]:
    """As decode does, but a large JSON file in parts: what is compared word by word takes many times its room.

    In JSON no string goes on in the next line. Most files have but one part.
    """
    begin = 0
    while path.endswith(".json") and (end := data.find(b"\n", begin + _LONG)) >= 0:
        yield decode(path, data[begin:end])
        begin = end
    yield decode(path, data[begin:])


def decode(path: str, data: bytes, depth: int = 0) -> Decoded:
    """What a file of a site says; its own path is one of its names. What cannot be opened says nothing more.

    `depth` is in how many others it is packed.
    """
    ending = PurePosixPath(path).suffix.lower()
    holder = _HOLDERS.get(ending) or _HOLDERS.get(looks_like(data))
    try:
        decoded = _held(path, holder(data), depth) if holder else _READERS.get(ending, _of_any_kind)(path, data)
    except CannotBeOpened as error:
        decoded = Decoded(unopened=((path, error.why),))
    return Decoded(decoded.words, f"{path}\n{unquote(decoded.names)}", decoded.tags, decoded.unopened)


def _markup(path: str, data: bytes) -> Decoded:
    """The words without their tags, so that a sentence is whole; what a feed holds as escaped HTML likewise.

    What a page tells machines as JSON is read without its escapes.
    """
    text = _letters(data)
    words, tags = without_tags(text)
    inside = without_tags(words)[0] if "</" in words else ""
    targets = dict.fromkeys(chain.from_iterable([tag.leads_to for tag in tags if tag.leads_to]))
    leads = "\n".join(from_root(path, target) for target in targets)
    addresses = "\n".join(_ADDRESS.findall(words)) if path.endswith(".xml") else ""  # as lists for machines tell them
    data_words = "\n".join(_json(path, embedded.encode()).words for embedded in _data_in(text) if "\\" in embedded)
    written = tuple([tag.written for tag in tags])
    return Decoded(f"{words}\n{inside}\n{data_words}", f"{leads}\n{addresses}\n{data_words}", written)


def _data_in(text: str) -> Iterator[str]:
    """What a page tells machines as JSON, up to the end of each."""
    _, *scripts = _SCRIPT.split(text)
    for said, behind in zip(scripts[::2], scripts[1::2], strict=True):
        if "json" in said:
            yield behind.partition("</script")[0]


def _letters(data: bytes) -> str:
    """All that we make is UTF-8. Others write text in what their programs have, or in two of them: both are read. Some
    write two bytes for each letter and do not say so: every other one is then zero.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data and data.count(b"\0") * _FEW > len(data):
        is_first_zero = data[::2].count(b"\0") > data[1::2].count(b"\0")
        return data.decode("utf-16-be" if is_first_zero else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "\n".join(_of_one_byte(data))


def _of_one_byte(data: bytes) -> tuple[str, str]:
    """What is not UTF-8, or not all of it, as each program may have meant it."""
    return mixed(data), data.decode("cp1252", errors="replace")


def _text(_: str, data: bytes) -> Decoded:
    text = _letters(data)
    return Decoded(text, text)


def _rich_text(_: str, data: bytes) -> Decoded:
    """As text, too, where what it keeps beside the words stands as it is."""
    text = _letters(data)
    words = f"{text}\n{words_of_rich_text(text)}"
    return Decoded(words, words)


def _of_any_kind(_: str, data: bytes) -> Decoded:
    """Of one that we do not know: what a server is told, or whatever a theme or a document brings along.

    It is text, or words may stand in it among other bytes. Raises CannotBeOpened.
    """
    check_may_be_searched(data)
    if b"\0" not in data:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
        else:
            return Decoded(text, text)
    return _among_bytes("", data)


def _of_old_office(path: str, data: bytes) -> Decoded:
    """Other programs give such names to rich text and web pages, which Word and Excel open. Raises CannotBeOpened."""
    begin = data[:_BEGIN].removeprefix(BOM_UTF8).lstrip()
    if begin.startswith(_RICH_TEXT):
        return _rich_text(path, data)
    return _markup(path, data) if begin.startswith(b"<") else _among_bytes(path, data)


def _among_bytes(_: str, data: bytes) -> Decoded:
    """Words as they are, in letters of one byte or of two, which may begin at an odd place; what lies between them is
    no text. So they stand in documents of Office before 2007. Raises CannotBeOpened.
    """
    check_may_be_searched(data)
    readings = (*_of_one_byte(data), *(data[at:].decode("utf-16-le", "replace") for at in (0, 1)))
    words = _NO_WORD.sub("\n", "\n".join(readings))
    return Decoded(words, words)


def _wordless(_: str, __: bytes) -> Decoded:
    """A picture without what was written into it, or a font: nothing in its bytes is a word."""
    return Decoded()


def _table(_: str, data: bytes) -> Decoded:
    """As text, and once more with those quotes as one that are written twice, as within cells."""
    text = _letters(data)
    words = "\n".join((text, text.replace(_QUOTE_IN_A_CELL, '"'))) if _QUOTE_IN_A_CELL in text else text
    return Decoded(words, text)


def _json(_: str, data: bytes) -> Decoded:
    """Without escapes, which only strings have. It is not read as JSON: its values would need ten times its room."""
    words = _JSON_ESCAPE.sub(_unescaped, _letters(data))
    return Decoded(words, words)


def _unescaped(escape: re.Match[str]) -> str:
    letter: str = json.loads(f'"{escape[0]}"')
    return letter


def _calendar(_: str, data: bytes) -> Decoded:
    """Lines put together that were folded in the middle of words, without their escapes."""
    unfolded = _FOLD.sub("", _letters(data))
    words = _ESCAPED.sub(lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], unfolded)
    return Decoded(words, words)


def _held(path: str, parts: Iterator[PackedFile | Decoded], depth: int) -> Decoded:
    """What all parts of a file say, as far as it can be opened. Raises CannotBeOpened where nothing of it can."""
    decoded: list[Decoded] = []
    if depth == DEEPEST:
        raise CannotBeOpened(_TOO_DEEP)
    for part in parts:
        if isinstance(part, Decoded):
            decoded.append(part)
        elif part.data is None:
            decoded.append(Decoded("", part.name, unopened=((part.name or path, part.why),)))
        else:
            decoded.append(decode(part.name, part.data, depth + 1))
    return _together(decoded)


def _message(data: bytes) -> Iterator[PackedFile | Decoded]:
    from email import message_from_bytes, policy  # noqa: PLC0415  most sites have no letters

    with any_failure():
        message = message_from_bytes(data, policy=policy.default)
        yield Decoded("\n".join(str(value) for value in message.values()))
        yield from (_letter(part) for part in message.walk() if not part.is_multipart())


def _letter(part: "EmailMessage") -> PackedFile:
    payload = part.get_payload(decode=True)
    name = {"text/html": "part.html", "text/plain": "part.txt"}.get(part.get_content_type(), part.get_filename() or "")
    return PackedFile(name, payload if isinstance(payload, bytes) else b"")


def _pdf(data: bytes) -> Iterator[PackedFile | Decoded]:
    opened = open_pdf(data)
    yield Decoded(opened.words, opened.names)
    yield from opened.attached


def _index(_: str, data: bytes) -> Decoded:
    """A part of a search index: packed or not, words and names stand in it as they are, among a few bytes of numbers.

    Of a fragment the rest is JSON, in which they may be escaped.
    """
    try:
        opened = gzip.decompress(data) if data.startswith(_GZIP) else data
    except (OSError, EOFError, zlib.error):
        return Decoded()
    inside = opened.removeprefix(_INDEXED)
    if inside.startswith(b"{"):
        return _json("", inside)
    words = _NO_WORD.sub("\n", inside.decode("utf-8", errors="replace"))
    return Decoded(words, words)


def _together(parts: list[Decoded]) -> Decoded:
    words, names = "\n".join(part.words for part in parts), "\n".join(part.names for part in parts)
    tags = tuple(tag for part in parts for tag in part.tags)
    unopened = tuple(it for part in parts for it in part.unopened)
    return Decoded(words, names, tags, unopened)


_READERS: dict[str, Callable[[str, bytes], Decoded]] = {
    **dict.fromkeys((".html", ".htm", ".xml", ".svg", ".atom", ".rels", ".config"), _markup),
    **dict.fromkeys((".txt", ".css", ".js", ".md", ".yml", ".typ", ""), _text),
    **dict.fromkeys((".doc", ".dot", ".xls", ".ppt", ".pps", ".msg"), _of_old_office),
    **dict.fromkeys((".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta"), _index),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".ico"), _wordless),
    **dict.fromkeys((".woff2", ".woff", ".ttf", ".otf", ".pagefind"), _wordless),
    ".csv": _table,
    ".ics": _calendar,
    ".rtf": _rich_text,
    ".json": _json,
}
_HOLDERS: dict[str, Callable[[bytes], Iterator[PackedFile | Decoded]]] = {
    **dict.fromkeys((*OFFICE, *OPEN_DOCUMENTS, ".zip", ".epub"), parts_of),
    ".eml": _message,
    ".pdf": _pdf,
}
