"""What a Word document holds and does not show: words that somebody hid, and prompts in fields that nobody has filled.

Source: ECMA-376, part 1, 17.3.2.41 (vanish) and 17.5.2.39 (showingPlcHdr).
"""

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping, Set
from io import BytesIO

from generator.importing.bounds import Parts
from generator.importing.document import HIDDEN, Piece, Remark, paragraph
from generator.importing.encodings import seen
from generator.text.plural import plural
from generator.values import dataclass

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{WORD}val"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # of a box, told a second time
_OFF = ("0", "false", "off")
# How a run looks, where a field begins and ends, and what a note hangs on, whose words would be lost with it.
_STAYS = (
    f"{WORD}rPr", f"{WORD}fldChar", f"{WORD}instrText", f"{WORD}footnoteReference", f"{WORD}endnoteReference"
)  # fmt: skip
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A document without what it does not show; `pieces` are the hidden words, `remarks` tell of the prompts."""

    data: bytes
    parts: Parts
    pieces: tuple[Piece, ...] = ()
    remarks: tuple[Remark, ...] = ()


def as_shown(data: bytes, parts: Parts, paths: tuple[str, ...]) -> Shown:
    """`paths` are the parts that hold text. Raises ParseError for one that is damaged."""
    hiding = frozenset(_hiding_styles(parts.get("word/styles.xml", b"")))
    changed: Parts = {}
    pieces: list[Piece] = []
    prompts: list[str] = []
    for path in (path for path in paths if _may_hide(parts.get(path, b""), hiding)):
        root = ET.fromstring(parts[path])  # noqa: S314  parts that declare anything were refused
        prompts += _without_prompts(root)
        pieces += _without_hidden(root, hiding)
        changed[path] = ET.tostring(root, "utf-8", xml_declaration=True)
    if not pieces and not prompts:
        return Shown(data, parts)
    return Shown(_repacked(data, changed), {**parts, **changed}, tuple(pieces), tuple(_told(prompts)))


def _may_hide(part: bytes, hiding: Set[str]) -> bool:
    return b"vanish" in part or b"showingPlcHdr" in part or (bool(hiding) and bool(part))


def _is_on(properties: ET.Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(f"{WORD}{name}")
    return found is not None and _is_meant(found)


def _is_meant(switch: ET.Element) -> bool:
    return switch.get(_VALUE, "1") not in _OFF


def _hiding_styles(styles: bytes) -> Iterator[str]:
    if b"vanish" not in styles:
        return
    found = ET.fromstring(styles).iter(f"{WORD}style")  # noqa: S314  as above
    by_id = {style.get(f"{WORD}styleId", ""): style for style in found}
    yield from (name for name in by_id if _hides(name, by_id))


def _hides(name: str, styles: Mapping[str, ET.Element]) -> bool:
    """By what it says itself, or else by what the style says on which it is based."""
    seen = set[str]()
    while name in styles and name not in seen:
        seen.add(name)
        said = styles[name].find(f"{WORD}rPr/{WORD}vanish")
        if said is not None:
            return _is_meant(said)
        before = styles[name].find(f"{WORD}basedOn")
        name = "" if before is None else before.get(_VALUE, "")
    return False


def _words(element: ET.Element) -> str:
    breaks = (f"{WORD}p", f"{WORD}tab", f"{WORD}br", f"{WORD}tc")
    words = (it.text or "" if it.tag == f"{WORD}t" else " " if it.tag in breaks else "" for it in element.iter())
    return " ".join(seen("".join(words)).split())


def _without_prompts(root: ET.Element) -> Iterator[str]:
    for field in root.iter(f"{WORD}sdt"):
        content = field.find(f"{WORD}sdtContent")
        if content is not None and _is_on(field.find(f"{WORD}sdtPr"), "showingPlcHdr"):
            yield _words(content)
            for text in content.iter(f"{WORD}t"):
                text.text = ""


def _told(prompts: list[str]) -> Iterator[Remark]:
    if prompts:
        names = list(dict.fromkeys(f"“{it}”" for it in prompts if it))[:_MOST_SHOWN]
        such = f" ({', '.join(names)})" if names else ""
        yield Remark("left out", f"{plural(len(prompts), 'field')} that nobody has filled in{such}")


def _without_hidden(root: ET.Element, hiding: Set[str]) -> Iterator[Piece]:
    """Paragraphs are counted as a reader counts them, from 1, without those of which nothing is seen."""
    count = 0
    for whole in root.iter(f"{WORD}p"):
        hidden = "".join(_taken(whole, whole, hiding)).strip()
        is_seen = bool(_words(whole))
        count += is_seen
        if hidden:
            place = f"paragraph {count}" if is_seen else f"below paragraph {count}"
            yield Piece(paragraph(" ".join(hidden.split())), place, HIDDEN)


def _taken(element: ET.Element, whole: ET.Element, hiding: Set[str]) -> Iterator[str]:
    """The words of hidden runs, which are emptied; a paragraph within, as in a text box, comes in its own turn."""
    for child in element:
        if child.tag == f"{WORD}r" and _is_hidden(child, whole, hiding):
            for second in list(child.iter(FALLBACK)):
                second.clear()
            yield f" {_words(child)} "
            for shown in [it for it in child if it.tag not in _STAYS]:
                child.remove(shown)
        elif child.tag != f"{WORD}p":
            yield from _taken(child, whole, hiding)


def _is_hidden(run: ET.Element, whole: ET.Element, hiding: Set[str]) -> bool:
    own = run.find(f"{WORD}rPr")
    said = None if own is None else own.find(f"{WORD}vanish")
    if said is not None:
        return _is_meant(said)
    styles = (run.find(f"{WORD}rPr/{WORD}rStyle"), whole.find(f"{WORD}pPr/{WORD}pStyle"))
    return any(style is not None and style.get(_VALUE, "") in hiding for style in styles)


def _repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as made:
        for part in archive.infolist():
            made.writestr(part, changed.get(part.filename) or archive.read(part))
    return stream.getvalue()
