"""Where a writer's link leads."""

import re
from enum import StrEnum
from posixpath import normpath
from unicodedata import normalize
from urllib.parse import unquote

from generator.values import dataclass

# A host, perhaps with a port: no name or password before it, which can only mislead, and nothing that browsers refuse.
_SITE = (
    re.compile(
        r"//(?:[\w-]+\.)*[\w-]+\.?(?::(?:[1-5]?\d{1,4}|6(?:[0-4]\d{3}|5(?:[0-4]\d\d|5(?:[0-2]\d|3[0-5])))))?(?=[/?#]|$)"
    ),
    "write the whole address, such as https://www.example.org/page",
)
_MAIL = r"[^@\s,?]+@[^@\s,?]+"
_OUTSIDE = {  # what follows the scheme, and what to write where it does not
    "https": _SITE,
    "http": _SITE,
    "mailto": (re.compile(rf"{_MAIL}(?:,{_MAIL})*(?:\?\S*)?\Z"), "write it as mailto:name@example.org"),
    "tel": (
        re.compile(r"\+?(?:[\d() .-]|%20)*\d(?:;[\w-]+=[\w.+-]+)*\Z"),
        "write digits only, such as tel:+441632960200",
    ),
}
OUTSIDE_SCHEMES = tuple(_OUTSIDE)
_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_OWN_COMPUTER = re.compile(r"[a-zA-Z]:[\\/]|\\\\|file:|/(?:home|Users)/", re.IGNORECASE)


class Thing(StrEnum):
    """What can be linked to by its kind and its id, as in `action:site-visits`."""

    ACTION = "action"
    WORKSTREAM = "workstream"
    DOCUMENT = "document"
    EDITION = "edition"
    PAGE = "page"
    IMAGE = "image"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Outside:
    """An address outside the site, of a scheme that is allowed."""

    address: str


@dataclass(frozen=True, slots=True)
class Inside:
    """Something of the content. An update's id is `<edition>/<workstream>`, an image's its path."""

    thing: Thing
    id: str


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A path below `documents/`, which a document in documents.yml may have."""

    file: str


@dataclass(frozen=True, slots=True)
class Astray:
    """A target that can lead nowhere: the code of the finding, what is wrong, and the remedy."""

    code: str
    why: str
    help: str


Target = Outside | Inside | DocumentFile | Astray


def parse_target(written: str, from_file: str) -> Target:
    """Read a link's target; `from_file` is the path, below the content folder, of the file that it stands in.

    Addresses are allowed by their scheme; a relative path leads to a file of the content, `kind:id` to a thing in it.
    """
    words = written.strip()
    if words in ("", "#"):
        return Astray(
            "empty-link",
            "this link leads nowhere",
            "write where it leads; for a file, name it in documents.yml and link to `document:its-id`",
        )
    if "\\" in words or _OWN_COMPUTER.match(words):
        turned = _as_elsewhere(words)
        if not _OWN_COMPUTER.match(words) and not isinstance(_of_file(turned, from_file), Astray):
            return Astray("dead-link", "this path is written as Windows shows it, with `\\`", f"write {turned}")
        return Astray(
            "path-of-own-computer",
            f"`{words}` is a place on somebody's own computer",
            "put the file into documents/ or images/; name a document in documents.yml and link to `document:its-id`",
        )
    scheme = _SCHEME.fullmatch(words)
    if scheme:
        return _of_scheme(scheme["scheme"].lower(), scheme["rest"], words)
    if words.startswith("#"):
        return Astray(
            "dead-link",
            f"`{words}` leads to a part of a page, and parts may move",
            "link to the page, such as `page:about`, or to `action:its-id`",
        )
    if words.startswith("//") or words.lower().startswith("www."):
        return Astray("dead-link", f"`{words}` lacks the beginning of an address", f"write https://{words.lstrip('/')}")
    if re.fullmatch(r"[^@/\s]+@[^@/\s]+", words):
        return Astray("dead-link", f"`{words}` lacks the beginning of an address", f"write mailto:{words}")
    return _of_file(words, from_file)


def scheme_of(address: str) -> str:
    """The scheme that an address begins with, in small letters; empty for one within the site."""
    scheme, colon, _ = address.partition(":")
    return scheme.lower() if colon and "/" not in scheme else ""


def _as_elsewhere(path: str) -> str:
    """A path of Windows as all other systems write it; of `..\\..\\`, Markdown leaves `....\\`."""
    climb = re.match(r"(?:\.\.)*(?=\\)", path)
    steps = climb.group().count("..") if climb else 0
    return "/".join([*[".."] * steps, *path[2 * steps :].lstrip("\\").split("\\")])


def _of_scheme(scheme: str, rest: str, words: str) -> Target:
    if scheme in OUTSIDE_SCHEMES:
        pattern, example = _OUTSIDE[scheme]
        return Outside(words) if pattern.match(rest) else Astray("dead-link", f"`{words}` leads nowhere", example)
    if scheme in (Thing.ACTION, Thing.WORKSTREAM, Thing.DOCUMENT, Thing.EDITION, Thing.PAGE):
        return Inside(Thing(scheme), rest.strip())
    return Astray(
        "unsafe-address",
        f"`{scheme}:` is not a kind of address that our pages lead to",
        "begin it with https:, http:, mailto: or tel:, or name something of ours, such as `document:its-id`",
    )


def _of_file(words: str, from_file: str) -> Target:
    path = normalize("NFC", unquote(words.partition("#")[0].partition("?")[0]))  # as names are compared
    folder = from_file.rpartition("/")[0]
    whole = normpath(path.lstrip("/") if path.startswith("/") or not folder else f"{folder}/{path}")
    match whole.split("/"):
        case ["editions", edition, "edition.md"] | ["editions", edition]:
            return Inside(Thing.EDITION, edition)
        case ["editions", edition, file] if file.endswith((".md", ".yml")):
            return Inside(Thing.UPDATE, f"{edition}/{file.rpartition('.')[0]}")
        case ["pages", file] if file.endswith(".md"):
            return Inside(Thing.PAGE, file.removesuffix(".md"))
        case ["documents", *rest] if rest:
            return DocumentFile("/".join(rest))
        case ["images", *rest] if rest:
            return Inside(Thing.IMAGE, whole)
    return Astray(
        "missing-linked-file",
        f"`{words}` is neither a page, a document, a picture nor an edition",
        "for a document, save it in documents/, name it in documents.yml and link to `document:its-id`; for a page, "
        "write the path from this file's folder, such as ../../pages/about.md; for another site, begin with https://",
    )
