"""Words in another language than those around them, which say so themselves: `[Croeso i bawb]{lang=cy}`.

A screen reader then speaks them as that language is spoken. Source: WCAG 2.2, success criterion 3.1.2.
"""

import re
from collections.abc import Iterator

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

OPEN, CLOSE = "language_open", "language_close"
HELP = "write `[words]{lang=cy}`, with the tag of their language; around a link, `[[words](address)]{lang=cy}`"
_BRACES = r"\{lang=(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}"
_MARK = re.compile(rf"(?<=\]){_BRACES}")
LEFT_OVER = re.compile(rf"(?:(?<=\])|\A){_BRACES}")  # in words that the parser took for words alone


def marks_in(text: str) -> Iterator[tuple[int, int]]:
    """Where such marks stand right behind a bracket, as offsets; whether words belong to one, the parser finds."""
    return (found.span() for found in _MARK.finditer(text))


def without_marks(text: str) -> str:
    """The text, as long as it was, for whoever looks for braces of an action."""
    return _MARK.sub(lambda found: "-" * len(found.group()), text) if "lang=" in text else text


def _names_a_link(state: StateInline, words: str) -> bool:
    """Whether a line below says where they lead. Then they are left to the rule for links, and the mark is an error:
    taken for words alone, they would lose their address.
    """
    return normalizeReference(words) in state.env.get("references", {})


def language_of_words(state: StateInline, silent: bool) -> bool:
    """A rule for the parser, to be asked before that for links."""
    start = state.pos
    if state.src[start] != "[" or state.src.startswith("[^", start) or "]{lang=" not in state.src[start : state.posMax]:
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    found = _MARK.match(state.src, end + 1, state.posMax) if end > start + 1 else None
    if found is None or _names_a_link(state, state.src[start + 1 : end]):
        return False
    if not silent:
        after = state.posMax
        state.pos, state.posMax = start + 1, end
        state.push(OPEN, "span", 1).attrs = {"lang": found["language"]}
        state.md.inline.tokenize(state)
        state.push(CLOSE, "span", -1)
        state.posMax = after
    state.pos = found.end()
    return True
