"""What stands in braces at the end of an action, read raw; and the rule that what is not consumed is an error."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from enum import Enum

from generator.reading import languages
from generator.reading.desk import Desk, closest
from generator.reading.languages import without_marks
from generator.reading.passage import MarkdownPassage
from generator.text.source import Span
from generator.values import dataclass

_EXAMPLE = '{#short-name due="March 2020" for=staff}'

NAMES = ("due", "for", "reason", "project", "measure", "after", "from", "tags", "equality", "climate")

_ITEM = re.compile(
    r"""[\s>]*(?:
        \#(?P<id>[^\s{}"'“”‘’=]+)
      | (?P<name>[^\s{}"'“”‘’=\#]+)\s*=\s*(?:
            "(?P<straight>[^"]*)" | “(?P<curly>[^“”]*)” | ”(?P<closing>[^“”]*)”
          | '(?P<single>[^']*)' | ‘(?P<curly_single>[^‘’]*)’ | ’(?P<closing_single>[^‘’]*)’
          | (?P<bare>[^\s{}"'“”‘’]+) )
    )(?=[\s}])""",
    re.VERBOSE,
)
_VALUE_GROUPS = ("id", "straight", "curly", "closing", "single", "curly_single", "closing_single", "bare")

# A brace that is meant for us, however it is spaced, cased, typed or misspelt; and an attribute that lost its braces.
# `?for=` in an address is neither, and `after=tax` may be words.
_MEANT = re.compile(
    rf"[{{｛]\s*(?:\#|[\w-]+\s*=|(?:id|{'|'.join(NAMES)})\s*:)"
    r"|for\s*=\s*[\"'“”‘’]?[\w ]+[\"'“”‘’]?\s*[}｝]"
    r"|(?<![\w?&/.=-])(?:for\s*=\s*[\"'“”‘’]?\w*|due=\w+"
    rf"|(?:{'|'.join(NAMES)})\s*=\s*(?:\"[^\"\n]+\"|“[^”\n]+”|'[^'\n]+'|‘[^’\n]+’))",
    re.IGNORECASE,
)
_SIGN = re.compile("[={｛]")  # one is in all that is meant so, and is found much sooner
# The same in brackets of another kind, at the very end. `[words](#part)` is a link, and `(#LoveFood)` no id of ours.
_IN_OTHER_BRACKETS = re.compile(
    rf"(?<!\])[(\[]\s*(?:#[a-z][a-z0-9-]*(?=[\s,)\]])|(?:{'|'.join(NAMES)})\s*=)[^()\[\]{{}}]*[)\]](?=[.,;!]*$)"
)
# The same without any, at the very end. `#LoveFood` is no id of ours, and `#lovefood` need not be one.
_ITEM_OUTSIDE = rf"(?:#[a-z][a-z0-9-]*|(?:{'|'.join(NAMES)})=(?:[\"“”][^\"“”]*[\"“”]|[^\s\"“”{{}}.,;!]+))"
_WITHOUT_BRACES = re.compile(rf"(?<!\S){_ITEM_OUTSIDE}(?:\s+{_ITEM_OUTSIDE})*(?=[.,;!]*$)")
_LONE_ID = re.compile(r"#[\w-]+")
_OF_A_LANGUAGE = re.compile(r"[{｛]\s*lang(?:uage)?\s*=", re.IGNORECASE)
_STOPS = ".,;:!?"
_AMID_WORDS = re.compile(rf"(?<=\s){{(?:\s*{_ITEM_OUTSIDE}(?=[\s}}]))+\s*}}(?=\s+[^\s{{}}｛｝])")
_REST_OF_BRACES = re.compile(r"(?:(?!\n\s*\n)[^{}｛｝])*[}｝]")
_BLOCK_MARK = re.compile(r"[:：]{3,}|^[ \t>*+\d.)-]*[:：][ \t]*[:：]", re.MULTILINE)
_NOT_IN_A_VALUE = re.compile(rf"[{{}}｛｝]|[:：]{{3,}}|{_MEANT.pattern}", re.IGNORECASE)


class Where(Enum):
    """Where words stand, which decides what to do about braces, about what lacks them, and about colons."""

    UPDATE = (
        "braces stand at the end of an action's first paragraph; around other words, put `::: staff` and `:::`",
        "put it in braces at the end of its action's first paragraph, or take it out",
        "open with `::: staff` and close with `:::`, each alone on its line, without spaces before it",
    )
    PROSE = (
        "take them out; only actions have braces, and a part for one audience stands between `::: staff` and `:::`",
        "take it out; only actions have braces, and a part for one audience stands between `::: staff` and `:::`",
        "open with `::: staff` and close with `:::`, each alone on its line, without spaces before it",
    )
    FIELD = (
        "take them out; in YAML, what braces say stands in fields of its own, such as `for: [staff]`",
        "take it out; in YAML, what braces say stands in fields of its own, such as `for: [staff]`",
        "take them out; parts for one audience stand in introductions, letters and pages",
    )


@dataclass(frozen=True, slots=True)
class Attribute:
    """`span` is the value's own place, `whole` that of the name and the value with its quotes."""

    value: str
    span: Span
    whole: Span

    @property
    def is_bare(self) -> bool:
        """Whether it has no quotes."""
        return self.span.end == self.whole.end


@dataclass(frozen=True, slots=True)
class Braces:
    """The attributes by name, the id under `id`; `start` and `end` are offsets in the passage."""

    attributes: dict[str, Attribute]
    start: int
    end: int


def read_braces(passage: MarkdownPassage, start: int, end: int, desk: Desk) -> Braces | None:
    """The braces at the end of `passage.text[start:end]`, the lines of an item's first paragraph; None without them.

    Braces that cannot be read whole are reported and give no attributes, but do count as found, so that the rest of
    the item is still read.
    """
    text = without_marks(passage.text[start:end]).rstrip()
    if not text.endswith("}"):
        return _not_at_the_end(passage, start, text, desk)
    opened = _opened_in(text)
    if opened < 0:
        last = start + len(text) - 1
        problem = "these braces were never opened"
        desk.report("malformed-braces", problem, passage.span(last, last + 1), f"open them with `{{`: {_EXAMPLE}")
        meant = _WITHOUT_BRACES.search(text[:-1])
        return _with_id_alone(passage, start, meant) if meant else None
    attributes = _read_items(passage, start + opened, start + len(text), desk)
    return Braces(attributes, start + opened, start + len(text))


def braces_at_the_end(passage: MarkdownPassage, start: int, end: int) -> tuple[int, int] | None:
    """Where braces that are meant for us stand at the end of a paragraph's lines, which nobody reads as an action's."""
    text = without_marks(passage.text[start:end]).rstrip()
    opened = _opened_in(text) if text.endswith("}") and _MEANT.search(text) else -1
    return (start + opened, start + len(text)) if opened >= 0 else None


def _opened_in(text: str) -> int:
    """Where the braces at the end of a text begin; less than 0 where they were never opened."""
    if text.count("{") < 2:  # most have one, and the pattern takes its time
        return text.find("{")
    meant = _MEANT.search(text)
    return meant.start() if meant and text[meant.start()] == "{" else text.rfind("{")


def _not_at_the_end(passage: MarkdownPassage, start: int, text: str, desk: Desk) -> Braces | None:
    """Braces with words or a full stop behind them, others in place of braces, or none at all: what was meant is
    reported, so that it is said once, and its id is taken.
    """
    words = text.rstrip(_STOPS + " \t\r\n")
    if words.endswith("}"):
        found = braces_at_the_end(passage, start, start + len(words))
        if found is None:
            return None
        stop, opened = text[len(words) :].strip(), found[0]
        problem = f"`{stop}` follows these braces, so nothing reads them"
        span = passage.span(opened, start + len(text))
        desk.report("stray-braces", problem, span, f"write `{stop}` before them, or leave it out: they stand last")
        return Braces(_read_items(passage, opened, found[1], desk), opened, start + len(text))
    if len(amid := list(_AMID_WORDS.finditer(text))) == 1:
        return _amid_words(passage, start, text, amid[0], desk)
    if words.endswith((")", "]")):
        meant = _IN_OTHER_BRACKETS.search(text)
    else:
        is_open = text.rfind("{") > text.rfind("}")  # it is said that they are never closed
        meant = None if is_open else _WITHOUT_BRACES.search(text)
        if meant and _may_be_words(meant.group(), text[: meant.start()]):
            return None
    if meant is None:
        return None
    written = " ".join(passage.text[start + meant.start() : start + meant.end()].split())
    desk.report(
        "stray-braces",
        f"`{written}` would be read by everybody, for it is not in braces",
        passage.span(start + meant.start(), start + meant.end()),
        f"write it with `{{` and `}}`, as in {_EXAMPLE}, or take it out"
        + (f"; if it is no id, write `\\{meant.group()}`" if _LONE_ID.fullmatch(meant.group()) else ""),
    )
    return _with_id_alone(passage, start, meant)


def _amid_words(passage: MarkdownPassage, start: int, text: str, found: re.Match[str], desk: Desk) -> Braces:
    opened, end = start + found.start(), start + found.end()
    problem = "words follow these braces, so nothing reads them"
    last = passage.text[start : start + len(text)].rsplit(maxsplit=1)[-1]
    remedy = f"move them behind `{last}`: braces end the action's first paragraph"
    desk.report("stray-braces", problem, passage.span(opened, end), remedy)
    return Braces(_read_items(passage, opened, end, desk), opened, end)


def _may_be_words(meant: str, before: str) -> bool:
    """Whether it may be no attribute of ours: a hashtag has no hyphen, and seldom repeats a word of its sentence;
    `after=tax` has no quotes.
    """
    if meant.startswith("#"):
        return meant[1:].isalnum() and meant[1:] not in re.findall(r"[^\W_]+", before.lower())
    return re.fullmatch(r"(?!due|for)\w+=\w+", meant) is not None


def _with_id_alone(passage: MarkdownPassage, start: int, meant: re.Match[str]) -> Braces:
    """What was read of attributes that were not in braces."""
    identity = re.search(r"#(?P<id>[a-z][a-z0-9-]*)", meant.group())
    attributes: dict[str, Attribute] = {}
    if identity:
        at = start + meant.start()
        span = passage.span(at + identity.start("id"), at + identity.end("id"))
        attributes["id"] = Attribute(identity["id"], span, span)
    return Braces(attributes, start + meant.start(), start + meant.end())


def _read_items(passage: MarkdownPassage, opened: int, end: int, desk: Desk) -> dict[str, Attribute]:
    attributes: dict[str, Attribute] = {}
    at = opened + 1
    while passage.text[at : end - 1].strip(" \t\r\n>"):
        item = _ITEM.match(passage.text, at, end)
        if item is None:
            _report_malformed(passage, opened, at, end, desk)
            return {name: it for name, it in attributes.items() if name == "id"}
        name = "id" if item["id"] else item["name"]
        if name != "id" and name not in NAMES:
            span = passage.span(*item.span("name"))
            advice = languages.HELP if name.lower() in ("lang", "language") else closest(name, NAMES)
            desk.report("unknown-attribute", f"braces cannot say `{name}`", span, advice)
        elif name in attributes:
            span = passage.span(item.end() - len(item.group().lstrip(" \t\r\n>")), item.end())
            desk.report("malformed-braces", f"`{name}` stands twice in these braces", span, "keep one of them")
        else:
            attributes[name] = _attribute(passage, item, name, desk)
        at = item.end()
    if not attributes:
        _report_malformed(passage, opened, opened, end, desk)
    return attributes


def _attribute(passage: MarkdownPassage, item: re.Match[str], name: str, desk: Desk) -> Attribute:
    group = next(group for group in _VALUE_GROUPS if item[group] is not None)
    value, span = item[group], passage.span(*item.span(group))
    if not value.strip():
        span = passage.span(*item.span("name"))
        desk.report("malformed-braces", f"`{name}` says nothing", span, "write something after the `=`, or remove it")
    elif inner := _NOT_IN_A_VALUE.search(value):
        start = item.start(group) + inner.start()
        found = passage.span(start, start + len(inner.group()))
        desk.report("malformed-braces", f"`{inner.group()}` cannot stand within braces", found, "take it out")
    whole = passage.span(item.end() - len(item.group().lstrip(" \t\r\n>")), item.end())
    return Attribute(" ".join(value.replace("\n>", "\n").split()), span, whole)


def _report_malformed(passage: MarkdownPassage, opened: int, at: int, end: int, desk: Desk) -> None:
    rest = passage.text[at:end]
    closing = rest.find("}")
    if 0 <= closing < len(rest) - 1:
        words = passage.span(at + closing + 1, end)
        desk.report(
            "malformed-braces",
            "words follow the braces",
            words,
            "braces end the action's first paragraph: put the words before them",
        )
        return
    desk.report(
        "malformed-braces",
        "these braces cannot be read",
        passage.span(at if rest.strip(" }\n") else opened, end),
        f"write them as {_EXAMPLE}, with quotes around more than one word",
    )


def report_unconsumed(passage: MarkdownPassage, consumed: Iterable[tuple[int, int]], desk: Desk, where: Where) -> None:
    """Whatever looks like our braces or blocks, and was not read as such, must never become public text."""
    ranges = sorted(consumed)  # no two of them overlap

    def is_consumed(offset: int) -> bool:
        last = bisect_right(ranges, (offset, len(passage.text))) - 1
        return last >= 0 and offset < ranges[last][1]

    block_help = where.value[-1]
    reported_up_to = 0
    has_signs = any(not is_consumed(sign.start()) for sign in _SIGN.finditer(passage.text))
    for found in _MEANT.finditer(passage.text) if has_signs else ():
        if not is_consumed(found.start()) and found.start() >= reported_up_to:
            reported_up_to = _report_stray(passage, found, desk, where)
    for found in _BLOCK_MARK.finditer(passage.text):
        if not is_consumed(found.end() - 1):
            desk.report(
                "stray-block-mark",
                "these colons neither open nor close a part for one audience",
                passage.span(found.end() - len(found.group().lstrip(" \t>*+.)-0123456789")), found.end()),
                block_help,
            )


def _report_stray(passage: MarkdownPassage, found: re.Match[str], desk: Desk, where: Where) -> int:
    """Report one, and give the offset up to which that covers the text."""
    remedy, outside, _ = where.value
    if found.group()[0] not in "{｛":
        problem = f"`{found.group()}` stands outside braces, so nothing reads it"
        desk.report("stray-braces", problem, passage.span(*found.span()), outside)
        return found.end()
    if rest := _REST_OF_BRACES.match(passage.text, found.end()):
        problem = "nothing reads these braces, because of where they stand"
        remedy = languages.HELP if _OF_A_LANGUAGE.match(found.group()) and where is not Where.FIELD else remedy
        desk.report("stray-braces", problem, passage.span(found.start(), rest.end()), remedy)
        return rest.end()
    line_end = passage.text.find("\n", found.start())
    line_end = line_end if line_end >= 0 else len(passage.text)
    span = passage.span(found.start(), line_end)
    desk.report("malformed-braces", "these braces are never closed", span, "close them with `}`")
    return line_end
