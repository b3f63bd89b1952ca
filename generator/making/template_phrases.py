"""The phrases of the interface in templates, each with what the template says of the place that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.making.copied import MARK
from generator.values import dataclass

_OTHERS = (nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)
_CALLS = {"_": (0, 1), "gettext": (0, 1), "ngettext": (0, 2), "pgettext": (1, 1), "npgettext": (1, 2)}  # context, words
_SPACE = re.compile(r"\s+")
_NOTED_BY = "Translators:"


@dataclass(frozen=True, slots=True)
class SaidIn:
    """A phrase where it stands: `more` are its words for several, empty where no number decides; `context` tells it
    from the same words elsewhere. `told` is what the writer noted of the place: for translators right before its
    line, and then it `is_meant` for this phrase; or else before the macro, or at the template's head.
    """

    words: str
    more: str
    context: str
    told: str
    is_meant: bool = False


@dataclass(frozen=True, slots=True)
class ReadTemplate:
    """What a template says, and the names of the templates that it is joined with."""

    said: tuple[SaidIn, ...]
    others: frozenset[str]


def read_template(text: str) -> ReadTemplate | None:
    """None for what cannot be read: `golden theme check` says why."""
    environment = _environment()
    try:
        tree = environment.parse(text)
        tokens = list(environment.lex(text))
    except (TemplateSyntaxError, RecursionError):
        return None
    notes = dict(_notes(tokens))
    about = {
        id(call): notes.get(macro.lineno - 1, "")
        for macro in tree.find_all(nodes.Macro)
        for call in macro.find_all(nodes.Call)
    }
    head = notes.pop(0, "")
    meant = {line + 1: for_translators(words) for line, words in notes.items()}
    said = [
        replace(it, told=meant[call.lineno], is_meant=True) if meant.get(call.lineno) else it
        for call in tree.find_all(nodes.Call)
        if (it := _said(call, about.get(id(call)) or head))
    ]
    named = (node.template for node in tree.find_all(_OTHERS))  # type: ignore[attr-defined]  # all four have it
    return ReadTemplate(tuple(said), frozenset(str(it.value) for it in named if isinstance(it, nodes.Const)))


def for_translators(note: str) -> str:
    """What a comment says to translators; nothing where it is for others."""
    return note.removeprefix(_NOTED_BY).strip() if note.startswith(_NOTED_BY) else ""


def _environment() -> Environment:
    """One that reads as render.py's does: line ends and per cent signs in a block `trans` depend on these."""
    environment = Environment(  # noqa: S701  nothing is rendered here
        extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # added by the extension
    return environment


def _said(call: nodes.Call, told: str) -> SaidIn | None:
    """None for a call of anything else, and for a phrase that is found only while a page is made."""
    if not isinstance(call.node, nodes.Name) or call.node.name not in _CALLS:
        return None
    contexts, count = _CALLS[call.node.name]
    given = call.args[: contexts + count]
    words = [it.value for it in given if isinstance(it, nodes.Const) and isinstance(it.value, str)]
    if len(words) < contexts + count:
        return None
    phrase = words[contexts:]
    return SaidIn(phrase[0], "".join(phrase[1:]), "".join(words[:contexts]), told)


def _notes(tokens: list[tuple[int, str, str]]) -> Iterator[tuple[int, str]]:
    """Each comment by the line that it ends on; one that a template begins with is the template's own, under 0 too.

    It is about a macro that follows at once only if nothing but spaces stands between: the line says so.
    """
    is_head = True
    for line, kind, value in tokens:
        if kind == "comment":
            words = _SPACE.sub(" ", value).strip(" -+")
            if MARK.match(words):
                continue  # it is for whoever keeps the theme
            if is_head and not for_translators(words):
                yield 0, words
            yield line + value.count("\n"), words
        if kind not in ("comment_begin", "comment", "comment_end", "whitespace"):
            is_head = False
