"""A theme's own stylesheets, read for what a browser would pass over without a word: quotes and braces that do not
close, files that are not there, are no fonts, or stand elsewhere, and names of colours that nobody has given. And for
what takes from readers what they need: the ring of the keyboard, their own size of words, dark pages that can be read.

It reads no more of CSS than that: properties come and go with browsers. A library would tell of less: a reader of CSS
has to forgive what is not closed, and say nothing of it. Authority: CSS Syntax Module Level 3, section 4; WCAG 2.2,
criteria 1.4.3, 1.4.4 and 2.4.7.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from generator.making.colour import read_colour
from generator.making.faults import Fault
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
_MOST_OF_A_FONT = 500_000  # bytes; one of a whole alphabet, in all its weights, is smaller
_BRAND = "parts/styles/brand.css"
_SHEET = "assets/site.css"
_BESIDE = PurePosixPath("assets")  # where the stylesheet is published, which is what its addresses begin at

_SILENT = re.compile(r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\([^)]*\)", re.DOTALL)  # holds no rule
_PIECE = re.compile(r"(?P<words>[^{};]*)(?P<end>[{};]|$)")
_GIVEN = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_ASKED_FOR = re.compile(r"\bvar\(\s*(--[\w-]+)\s*\)")
_NAMED = re.compile(
    r"\bvar\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
)  # with what stands in for it, where nobody gives it
_OF_PAPER = re.compile(r"@page|@media\b(?!\s+not\s+print).*\bprint\b", re.IGNORECASE)
_OF_DARK_PAGES = "prefers-color-scheme"
_OF_PICTURES = re.compile(r"\b(?:img|svg|picture)(?:\[[^\]]*\]|[.#:][^\s>+~.#:\[]*)*\s*$")
_A_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([^)]*\)|(?<![\w-])[a-z]+(?![\w(-])", re.I
)
_FACE = re.compile(r"""@font-face\s*\{[^}]*?font-family\s*:\s*["']?(?P<name>[^"';}]+)[^}]*\}""", re.IGNORECASE)
_RING = ("outline", "outline-style", "outline-width")
_NO_RING = re.compile(r"(?:none|0[a-z]*)(?![\w.])", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:none|hidden|collapse)\b", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\.(state|outcome|due|restricted|skip-link)(?![\w-])(?::not\([^)]*\)|:[\w-]+|[.\[][^\s>+~:.\[]*)*\s*$"
)
_SAYS_NOTHING = re.compile(r"(?<!:not\():empty\b")
_WAY_PAST = "skip-link"
_GROUNDS = ("background", "background-color")

_ALONE = "it takes the place of our whole stylesheet, so that nothing of ours is left"
_NOT_ALL = f"write rules of your own into `{_BRAND}`; to change ours, change a copy of `{_SHEET}.jinja`"
_ONLY_OWN = "pages let nothing in but files of the site: put the file into `assets`, and name it from there"


@dataclass(frozen=True, slots=True)
class _Found:
    at: int  # letters before it
    why: str
    help: str


def faults_of_stylesheets(theme: Theme) -> Iterator[Fault]:
    """Of the theme, and of all that it extends. What cannot be read as UTF-8 is told elsewhere."""
    assets = {published_name(asset): file for asset, file in theme.assets()}
    texts = {
        (name, file): file.read_text(encoding="utf-8", errors="replace")
        for folder in theme.folders
        for name, file in files_of(folder)
        if published_name(name).endswith(".css")
    }
    of_site = {file: name.startswith(("parts/", "assets/")) for name, file in texts}
    given = frozenset(it for (_, file), text in texts.items() if of_site[file] for it in _GIVEN.findall(text))
    has_layers = any("@layer" in _rules(text) for (name, _), text in _in_effect(texts) if name.startswith("assets/"))
    for (name, file), text in texts.items():
        found = [*faults_of_css(text, assets if of_site[file] else None, given)]
        if name == _BRAND:
            found += _of_faces(text, str(theme.tokens.get("type", "")))
        if name == _SHEET:
            found += [_Found(0, _ALONE, _NOT_ALL)]
        if name == _BRAND and not has_layers and not any(other == _SHEET for other, _ in texts):
            found += _in_vain(text)
        for it in found:
            yield Fault(file, text.count("\n", 0, it.at) + 1, it.why, it.help)


def _of_faces(text: str, families: str) -> Iterator[_Found]:
    """Typefaces of one stylesheet that neither the `families` of the theme nor its own rules name."""
    rules = _FACE.sub("", text)
    for face in _FACE.finditer(text):
        name = face["name"].strip()
        if name.lower() not in f"{families} {rules}".lower():
            remedy = "name it in theme.yml: `tokens: {type: {family: ...}}`"
            yield _Found(face.start("name"), f"nothing names the typeface `{name}`, so nobody sees it", remedy)


def _in_effect(texts: Mapping[tuple[str, Path], str]) -> Iterator[tuple[tuple[str, Path], str]]:
    """Those that no other of the same name takes the place of; the theme's own come first."""
    seen: set[str] = set()
    for (name, file), text in texts.items():
        if published_name(name) not in seen:
            seen.add(published_name(name))
            yield (name, file), text


def _in_vain(text: str) -> Iterator[_Found]:
    """What stands in a layer goes behind all that stands in none."""
    at = _rules(text).find("@layer")
    if at >= 0:
        why = "all other rules go before those in `@layer`, as the theme that it extends has no layers"
        yield _Found(at, why, "take it away, and its last brace")


def faults_of_css(text: str, assets: dict[str, Path] | None, given: frozenset[str]) -> Iterator[_Found]:
    """In the text of one stylesheet, which may be a template. `assets` are the files that it can name, and `given` the
    names that have a value, such as `--ink`; None leaves out all that is of the site, for one that goes out on its own.
    """
    css = _blanked(text)
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
    if assets is not None:
        yield from _taken_from_readers(text, given)


def _blanked(text: str) -> str:
    """The text in its length, without what Jinja reads."""
    return _TEMPLATED.sub(lambda found: "".join("\n" if it == "\n" else _UNKNOWN for it in found.group()), text)


def _rules(text: str) -> str:
    """The same without comments, texts and addresses, too."""
    return _SILENT.sub(lambda found: "".join("\n" if it == "\n" else " " for it in found.group()), _blanked(text))


def _taken_from_readers(text: str, given: frozenset[str]) -> Iterator[_Found]:
    around: list[str] = []
    for piece in _PIECE.finditer(_rules(text)):
        words, end = piece["words"], piece["end"]
        if end == "{":
            around.append(words.strip())
        elif ":" in words:
            name, _, value = words.partition(":")
            at = piece.start() + len(words) - len(words.lstrip())
            yield from _declared(name.strip().lower(), value.strip(), at, around)
            for asked in _ASKED_FOR.finditer(words):
                if asked[1] not in given:
                    remedy = closest(asked[1], given) or "name one of the theme's colours, such as `--link`"
                    yield _Found(piece.start() + asked.start(), f"there is no `{asked[1]}`", remedy)
        if end == "}" and around:
            around.pop()


def _declared(name: str, value: str, at: int, around: Sequence[str]) -> Iterator[_Found]:
    """One declaration; `around` are the selectors and conditions in which it stands, the outermost first."""
    selectors = around[-1].split(",") if around else []
    if _hides_focus(name, value, selectors):
        remedy = "take it out; `focus` and `focus_on_band` in theme.yml are the colours of that ring"
        yield _Found(at, "who uses a keyboard no longer sees where they are", remedy)
    if name in ("display", "visibility") and _HIDDEN.match(value):
        yield from _hidden(selectors, at, around)
    if name == "font-size" and value.endswith("px"):
        remedy = "write it in rem: `1rem` is that size"
        yield _Found(at, f"`{name}: {value}` is not of the size that readers have chosen", remedy)
    colour = _fixed_colour(value) if _needs_colour_of_theme(name, selectors, around) else ""
    if colour:
        why = f"`{colour}` is the same on dark pages, and nobody measures it"
        if any(_OF_DARK_PAGES in it for it in around):
            why = f"nobody measures whether `{colour}` can be read where it stands"
        yield _Found(at, why, "name a colour of theme.yml, such as `var(--link)`")


def _hidden(selectors: Sequence[str], at: int, around: Sequence[str]) -> Iterator[_Found]:
    """What a page must not do without; the way past the menu is of no use on paper."""
    for spoken in filter(None, map(_SPEAKS.search, selectors)):
        if _SAYS_NOTHING.search(spoken[0]):
            continue
        if spoken[1] != _WAY_PAST:
            remedy = "take it out: pages say where an action stands, when it is due, and who may know of it"
            yield _Found(at, f"what `.{spoken[1]}` says is hidden from everyone", remedy)
        elif not any(map(_OF_PAPER.search, around)):
            remedy = "take it out; ours is seen only while the keyboard is there"
            yield _Found(at, "who uses a keyboard no longer gets past the menu at once", remedy)


def _hides_focus(name: str, value: str, selectors: Sequence[str]) -> bool:
    is_none = name in _RING and bool(_NO_RING.match(value))
    return is_none and not all(":not(:focus-visible)" in it for it in selectors)


def _needs_colour_of_theme(name: str, selectors: Sequence[str], around: Sequence[str]) -> bool:
    """Whether a declaration colours words or what lies behind them, on a screen; a ground behind pictures is none."""
    if any(map(_OF_PAPER.search, around)):
        return False
    return name == "color" or (name in _GROUNDS and not all(_OF_PICTURES.search(it) for it in selectors))


def _fixed_colour(value: str) -> str:
    """The first colour in a value that is not one of the theme's; empty where there is none."""
    written = (found.group() for found in _A_COLOUR.finditer(_NAMED.sub(_UNKNOWN, value)))
    return next((colour for colour in written if _UNKNOWN not in colour and read_colour(colour)), "")


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
    elif file.suffix.lower() in _FONTS and file.stat().st_size > _MOST_OF_A_FONT:
        remedy = "save it as WOFF2, with no more letters than your languages have"
        why = f"`{target}` has {file.stat().st_size / 1_000_000:.1f} MB, which each reader has to fetch"
        yield _Found(at, why, remedy)


def _short(address: str) -> str:
    return address if len(address) < 60 else f"{address[:57]}..."
