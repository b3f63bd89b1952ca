"""What a writer most likely did, where YAML only says what it expected instead.

Each recogniser looks at where YAML stopped and gives a slip, or None; the first that knows has the word.
"""

import re
from collections.abc import Callable

from generator.values import dataclass

QUOTES_HELP = "put the whole sentence in quotes"
_OTHER_QUOTES_HELP = "write these quotes as “ and ”, or put single quotes around the whole sentence"
_STRAIGHT_QUOTES_HELP = "put straight quotes, \" or ', around the whole sentence; YAML knows no others"
_APOSTROPHE_HELP = 'put double quotes, ", around the whole sentence, or write the apostrophe as ’'
_LOST_VALUE = re.compile(r"[:,\[{][ \t]+(#[^\s,\[\]{}\"]+)")
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
_KEPT_BY_YAML = "*&!|>@`%"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where YAML stopped in a text: `at` what it could not read, `opened` where what it was reading began, if it says.

    `before` is the range of the last word or mark that it could read; the problem and the context are YAML's own words.
    """

    text: str
    at: int
    opened: int | None
    before: tuple[int, int]
    problem: str
    context: str

    def line(self, offset: int) -> tuple[int, int]:
        """The range of the words of the line that an offset is on."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        words = self.text[start : end if end >= 0 else len(self.text)]
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())


@dataclass(frozen=True, slots=True)
class YamlSlip:
    """A finding to be: `start` and `end` count in the stopped text."""

    code: str
    message: str
    start: int
    end: int
    help: str


def recognise(stop: Stop) -> YamlSlip | None:
    """The likeliest slip; None where YAML stopped over words that have been reported as lost in a comment."""
    if _is_after_comment(stop):
        return None
    return next((slip for recogniser in _RECOGNISERS for slip in [recogniser(stop)] if slip), _unknown(stop))


def _is_after_comment(stop: Stop) -> bool:
    """A sentence on two lines, of which the first ends in what YAML takes for a comment."""
    between = stop.text[stop.before[1] : stop.at]
    is_plain = stop.text[stop.before[1] - 1 : stop.before[1]] not in ("'", '"')
    return is_plain and re.match(r"[ \t]+#[^\n]*\n\s*$", between) is not None


def _quote_without_end(stop: Stop) -> YamlSlip | None:
    if "quoted scalar" in stop.context and "unexpected" in stop.problem and stop.opened is not None:
        return _unclosed(stop.opened)
    return None


def _quote_with_anothers_end(stop: Stop) -> YamlSlip | None:
    """A quote without its end runs on to the next one's beginning; there words follow that are in no quote."""
    start, end = stop.before
    if stop.text[start : start + 1] in ("'", '"') and "\n" in stop.text[start:end] and _is_close(stop):
        return _unclosed(start)
    return None


def _unclosed(start: int) -> YamlSlip:
    return YamlSlip(
        "unclosed-quote", "this quote is never closed", start, start + 1, "close it where the sentence ends"
    )


def _words_after_end(stop: Stop) -> YamlSlip | None:
    """Quotes or brackets around the first words of a sentence."""
    last = stop.text[max(stop.before[1] - 1, 0) : stop.before[1]]
    if last not in ("'", '"', "]", "}") or not last or not _is_close(stop):
        return None
    if last == "'" and stop.at == stop.before[1] and stop.text[stop.at : stop.at + 1].isalpha():
        at = stop.at - 1
        return YamlSlip("yaml-syntax", "YAML takes this apostrophe for the closing quote", at, at + 1, _APOSTROPHE_HELP)
    what, remedy = ("quote", _OTHER_QUOTES_HELP) if last in ("'", '"') else ("bracket", QUOTES_HELP)
    return YamlSlip("yaml-syntax", f"words follow the closing {what}", stop.at, stop.line(stop.at)[1], remedy)


def _is_close(stop: Stop) -> bool:
    """Whether YAML stopped right after what it could read, on the same line."""
    return stop.at >= stop.before[1] and not stop.text[stop.before[1] : stop.at].strip(" \t") and stop.at > 0


def _tab(stop: Stop) -> YamlSlip | None:
    start = stop.text.rfind("\n", 0, stop.at) + 1
    indent = re.match(r"[ \t-]*", stop.text[start:])
    tab = stop.text[start : start + indent.end()].find("\t") if indent else -1
    at = stop.at if stop.text[stop.at : stop.at + 1] == "\t" else start + tab
    if at < start:
        return None
    return YamlSlip(
        "yaml-tab", "a tab stands where YAML wants spaces", at, at + 1, "use two spaces for each step inwards"
    )


def _colon(stop: Stop) -> YamlSlip | None:
    """A second colon on a line; or a field that YAML took for more words of the line above."""
    if "mapping values are not allowed" not in stop.problem:
        return None
    start, end = stop.line(stop.at)
    name = stop.text[start : stop.at]
    if "\n" in stop.text[slice(*stop.before)] and re.fullmatch(r"[\w-]+", name):
        return _not_lined_up(start, stop.at, f"`{name}:`")
    field = re.match(r"(?:- +)*[a-z_][\w-]*:\s+", stop.text[start:end])  # no field begins with a capital
    dashes = re.match(r"(?:- +)*", stop.text[start:end])
    begin = start + (found.end() if (found := field or dashes) else 0)
    is_quoted = stop.text[begin] in "“‘„"
    return YamlSlip(
        "colon-in-sentence",
        "YAML takes the colon in this sentence for the end of a name",
        begin,
        end,
        _STRAIGHT_QUOTES_HELP if is_quoted else QUOTES_HELP,
    )


def _sign_at_start(stop: Stop) -> YamlSlip | None:
    """A sentence that begins with a sign that YAML keeps for itself, such as the `*` of bold words."""
    kept = any(word in stop.context for word in ("alias", "anchor", "tag", "block scalar", "directive"))
    at = stop.opened if stop.opened is not None and kept else stop.at
    sign = stop.text[at : at + 1]
    if not sign or sign not in _KEPT_BY_YAML:
        return None
    return YamlSlip("yaml-syntax", f"words cannot begin with `{sign}` in YAML", at, at + 1, QUOTES_HELP)


def _escape(stop: Stop) -> YamlSlip | None:
    if "escape" not in stop.problem:
        return None
    at = stop.text.rfind("\\", 0, stop.at + 1)
    at = at if at >= 0 else stop.at
    return YamlSlip(
        "yaml-syntax",
        f"`{stop.text[at : at + 2]}` means nothing to YAML between double quotes",
        at,
        at + 2,
        "use single quotes, or write `\\\\` for each `\\`",
    )


def _comment_in_brackets(stop: Stop) -> YamlSlip | None:
    """A value such as a colour that YAML took for a comment, and with it the bracket that closes."""
    if "flow" not in stop.context or stop.opened is None:
        return None
    begin = min(stop.opened, stop.line(stop.before[0])[0])
    found = _LOST_VALUE.search(_QUOTED.sub(lambda it: "x" * len(it.group()), stop.text[: stop.at]), begin)
    if not found:
        return None
    return YamlSlip(
        "comment-swallows-words",
        f"YAML leaves out the rest of this line, because it takes `{found[1]}` for a comment",
        found.start(1),
        found.end(1),
        f'put it in quotes: "{found[1]}"',
    )


def _bracket(stop: Stop) -> YamlSlip | None:
    if "flow" not in stop.context or stop.opened is None:
        return None
    opening = stop.text[stop.opened : stop.opened + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "")
    if not closing:
        return None
    return YamlSlip(
        "yaml-syntax",
        f"`{opening}` is never closed, or a comma is missing after it",
        stop.opened,
        stop.opened + 1,
        f"close it with `{closing}`; if a sentence begins with it, {QUOTES_HELP}",
    )


def _line_without_name(stop: Stop) -> YamlSlip | None:
    if "expected ':'" not in stop.problem or stop.opened is None:
        return None
    start, end = stop.line(stop.opened)
    return YamlSlip(
        "yaml-syntax",
        "this line is neither a field nor part of the line above",
        start,
        end,
        "begin it with `- ` if it is one of a list; indent it if it goes on with the sentence above",
    )


def _out_of_line(stop: Stop) -> YamlSlip | None:
    if "did not find expected" not in stop.problem and "block end" not in stop.problem:
        return None
    start, end = stop.line(stop.at)
    return _not_lined_up(start, end, "this line") if end > start else None


def _not_lined_up(start: int, end: int, what: str) -> YamlSlip:
    return YamlSlip(
        "yaml-syntax",
        f"{what} does not line up with the lines above",
        start,
        end,
        "begin it exactly below the first letter of the line that it belongs with",
    )


def _unknown(stop: Stop) -> YamlSlip:
    start, end = stop.line(stop.at)
    if end <= start:
        start, end = stop.at, stop.at + 1
    return YamlSlip(
        "yaml-syntax",
        f"YAML cannot read this line: {stop.problem}",
        start,
        end,
        "look at the spaces at its start, and at quotes and brackets on it and on the line above",
    )


_RECOGNISERS: tuple[Callable[[Stop], YamlSlip | None], ...] = (
    _quote_without_end,
    _quote_with_anothers_end,
    _words_after_end,
    _tab,
    _colon,
    _sign_at_start,
    _escape,
    _comment_in_brackets,
    _bracket,
    _line_without_name,
    _out_of_line,
)
