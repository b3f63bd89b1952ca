"""A theme's own stylesheets, read for what a browser would pass over without a word: quotes and braces that do not
close, and files that are not there, are no fonts, or stand elsewhere.

It reads no more of CSS than that: properties come and go with browsers. A library would tell of less: a reader of CSS
has to forgive what is not closed, and say nothing of it. Authority: CSS Syntax Module Level 3, section 4.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.making.template_names import Fault
from generator.making.theme import Theme, files_of, published_name
from generator.reading.desk import closest
from generator.values import dataclass

_TEMPLATED = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_UNKNOWN = "\0"  # stands for what Jinja will have written
_TOKEN = re.compile(
    r"""(?P<remark>/\*(?P<remark_end>.*?\*/)?)
    |(?P<url>url\(\s*(?P<quote>["']?)(?P<address>[^"'()\n]*)(?P=quote)\s*\))
    |(?P<text>"(?:[^"\\\n]|\\.|\\\n)*"|'(?:[^'\\\n]|\\.|\\\n)*')
    |(?P<unclosed>["'])
    |(?P<import>@import\b)
    |(?P<open>[{(\[])
    |(?P<close>[})\]])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_PARTNERS = {"{": "}", "(": ")", "[": "]"}
_FONTS = {".woff2": (b"wOF2",), ".woff": (b"wOFF",), ".ttf": (b"\0\1\0\0", b"true"), ".otf": (b"OTTO",)}
_BESIDE = PurePosixPath("assets")  # where the stylesheet is published, which is what its addresses begin at

_ONLY_OWN = "pages let nothing in but files of the site: put the file into `assets`, and name it from there"


@dataclass(frozen=True, slots=True)
class _Found:
    at: int  # letters before it
    why: str
    help: str


def faults_of_stylesheets(theme: Theme) -> Iterator[Fault]:
    """Of the theme, and of all that it extends. What cannot be read as UTF-8 is told elsewhere."""
    assets = {published_name(asset): file for asset, file in theme.assets()}
    for folder in theme.folders:
        for name, file in files_of(folder):
            if published_name(name).endswith(".css"):
                text = file.read_text(encoding="utf-8", errors="replace")
                of_site = name.startswith(("parts/", "assets/"))
                for found in faults_of_css(text, assets if of_site else None):
                    yield Fault(file, text.count("\n", 0, found.at) + 1, found.why, found.help)


def faults_of_css(text: str, assets: dict[str, Path] | None) -> Iterator[_Found]:
    """In the text of one stylesheet, which may be a template. `assets` are the files that it can name; None leaves out
    what it names, for one that goes out on its own.
    """
    css = _TEMPLATED.sub(lambda found: "".join("\n" if it == "\n" else _UNKNOWN for it in found.group()), text)
    still_open: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(css):
        at, words = token.start(), token.group()
        match token.lastgroup:
            case "remark" if not token["remark_end"]:
                yield _Found(at, "a comment is not closed, so all that follows is left out", "write `*/` where it ends")
                return
            case "unclosed":
                yield _Found(at, f"a {words} is not closed in its line", f"write the other {words}")
            case "open":
                still_open.append((words, at))
            case "close" if still_open and _PARTNERS[still_open[-1][0]] == words:
                still_open.pop()
            case "close":
                yield _Found(at, f"`{words}` closes nothing that is open there", "look at the braces before it")
            case "import":
                yield _Found(at, "`@import` fetches nothing here", "write the rules themselves into this file")
            case "url" if assets is not None:
                yield from _address(token["address"].strip(), at, assets)
    for opener, at in still_open:
        yield _Found(at, f"`{opener}` is not closed, so what follows is left out", f"write `{_PARTNERS[opener]}`")


def _address(address: str, at: int, assets: dict[str, Path]) -> Iterator[_Found]:
    if _UNKNOWN in address or not address or address.startswith("#"):
        return
    if ":" in address or address.startswith("/"):
        yield _Found(at, f"`{_short(address)}` is never fetched", _ONLY_OWN)
        return
    target = (_BESIDE / re.split(r"[?#]", address)[0]).as_posix()
    file = assets.get(target)
    if file is None:
        yield _Found(at, f"the theme has no file `{target}`", closest(target, tuple(assets)))
    elif not file.read_bytes()[:4].startswith(_FONTS.get(file.suffix.lower(), (b"",))):
        yield _Found(at, f"`{target}` is not a font of the kind that its name says", "save it again from where it came")


def _short(address: str) -> str:
    return address if len(address) < 60 else f"{address[:57]}..."
