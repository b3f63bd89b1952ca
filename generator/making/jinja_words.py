"""Jinja's words for what it cannot read, in words that say what to do. What we do not know is told in its own."""

import re
from collections.abc import Callable, Collection

from generator.reading.desk import closest

_TAGS = (
    *("block", "call", "elif", "else", "endblock", "endcall", "endfor", "endif", "endmacro", "endset", "endtrans"),
    *("extends", "filter", "for", "from", "if", "import", "include", "macro", "set", "trans", "with"),
)
_CLOSE = "look at the quotes, and whether `{{` ends in `}}` and `{%` in `%}`"

Said = tuple[str, str]  # why, and the help


def in_our_words(message: str, filters: Collection[str] = (), tests: Collection[str] = ()) -> Said:
    """Why a template cannot be read, and what to do; the help is empty where we know none."""
    for pattern, say in _KNOWN:
        if found := pattern.match(message):
            return say(found, filters, tests)
    return message.rstrip("."), ""


def _tag(found: re.Match[str], *_: object) -> Said:
    opened = re.search(r"innermost block that needs to be closed is '(\w+)'", found.string)
    near = closest(found[1], _TAGS)
    if found[1].startswith("end") and opened:
        return f"`{found[1]}` closes nothing: what is open here is `{opened[1]}`", f"write `{{% end{opened[1]} %}}`"
    return f"there is no tag `{found[1]}`", near if near.startswith("did") else ""


_Say = Callable[[re.Match[str], Collection[str], Collection[str]], Said]
_KNOWN: tuple[tuple[re.Pattern[str], _Say], ...] = (
    (
        re.compile(r"No filter named '(.+?)'"),
        lambda it, filters, _: (f"there is no filter `{it[1]}`", _near(it[1], filters)),
    ),
    (re.compile(r"No test named '(.+?)'"), lambda it, _, tests: (f"there is no test `{it[1]}`", _near(it[1], tests))),
    (re.compile(r"(?:Encountered unknown tag|Unexpected tag name) '(\w+)'"), _tag),
    (
        re.compile(r"Unexpected end of template.*that needs to be closed is '(\w+)'"),
        lambda it, *_: (f"`{it[1]}` is not closed before the template ends", f"write `{{% end{it[1]} %}}`"),
    ),
    (
        re.compile(r"Missing end of comment tag"),
        lambda *_: ("a comment is not closed before the template ends", "write `#}`"),
    ),
    (
        re.compile(r"expected token 'end of (?:print|statement) \w+', got '(.+?)'"),
        lambda it, *_: (f"`{it[1]}` is not expected here", _CLOSE),
    ),
    (
        re.compile(r"[Ee]xpected an expression, got '(.+?)'"),
        lambda it, *_: (f"a value is missing before {_end(it[1])}", "write what is meant, such as `page.title`"),
    ),
    (re.compile(r"unexpected '(.+?)'"), lambda it, *_: (f"`{it[1]}` is not expected here", _CLOSE)),
    (re.compile(r"unexpected char '(.+?)' at"), lambda it, *_: (f"`{it[1]}` is not expected here", _CLOSE)),
)


def _end(token: str) -> str:
    return {"end of statement block": "the `%}`", "end of print statement": "the `}}`"}.get(token, f"`{token}`")


def _near(name: str, known: Collection[str]) -> str:
    said = closest(name, tuple(sorted(known)))
    return said if said.startswith("did") else ""
