"""Where a writer's link leads."""

import re
from dataclasses import dataclass
from enum import StrEnum
from posixpath import normpath
from urllib.parse import unquote

OUTSIDE_SCHEMES = ("https", "http", "mailto", "tel")
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
        return Astray("empty-link", "this link leads nowhere", "write where it leads, or take the link off its words")
    if "\\" in words or _OWN_COMPUTER.match(words):
        return Astray(
            "path-of-own-computer",
            f"`{words}` is a place on somebody's own computer",
            "put the file into documents/, name it in documents.yml and link to `document:its-id`",
        )
    scheme = _SCHEME.fullmatch(words)
    if scheme:
        return _of_scheme(scheme["scheme"].lower(), scheme["rest"], words)
    if words.startswith("#"):
        return Astray(
            "dead-link",
            f"`{words}` leads to a part of a page, which may not be there",
            "link to a page, or to `action:its-id`",
        )
    if words.startswith("//") or words.lower().startswith("www."):
        return Astray("dead-link", f"`{words}` has no beginning", f"write https://{words.lstrip('/')}")
    return _of_file(words, from_file)


def _of_scheme(scheme: str, rest: str, words: str) -> Target:
    if scheme in OUTSIDE_SCHEMES:
        if scheme in ("http", "https") and not re.match(r"//[^/\s?#]+", rest):
            return Astray("dead-link", f"`{words}` names no site", "write it as https://www.example.org/page")
        return Outside(words)
    if scheme in (Thing.ACTION, Thing.WORKSTREAM, Thing.DOCUMENT, Thing.EDITION, Thing.PAGE):
        return Inside(Thing(scheme), rest.strip())
    return Astray(
        "unsafe-address",
        f"`{scheme}:` is not a kind of address that our pages lead to",
        "links may begin with https:, http:, mailto: or tel:, or name an action:, workstream: or document:",
    )


def _of_file(words: str, from_file: str) -> Target:
    path = unquote(words.partition("#")[0].partition("?")[0])
    folder = from_file.rpartition("/")[0]
    whole = normpath(path.lstrip("/") if path.startswith("/") else f"{folder}/{path}").removeprefix("./")
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
        "missing-linked-file", f"there is no file {whole}", "look at the path: it begins in this file's folder"
    )
