"""Every phrase of the interface: those of a theme's templates, and those that our own code says on pages.

They are read from the templates and from our own sources whenever somebody asks for them, so that no list of them can
be behind what is said. A build never does so.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from generator.making.template_phrases import ReadTemplate, SaidIn, for_translators, read_template
from generator.making.theme import Theme, templates_of
from generator.shipped import code_folder
from generator.values import dataclass

# What our code calls to say a phrase, under its names in all modules; and how many of its arguments are words.
_SAID_BY = {
    **dict.fromkeys(("translate", "_translate", "say", "_"), 1),
    **dict.fromkeys(("translate_many", "count"), 2),
}
_SPEAKING = ("briefing", "making", "publications")
_NOT_FOR_READERS = "gallery/"
_PLACES = {
    "layouts/": "On every page",
    "newsletter/": "In newsletters",
    "feeds/": "In feeds",
    "report/": "In reports for scrutiny",
    "review/": "In what an approver reads",
}
_PAGES = "pages/"
_MOST_NAMED = 4


@dataclass(slots=True)
class Phrase:
    """One phrase: its words, its context where it has one, `more` for several where a number decides, the files that
    say it, and what a translator should know of where it is read.
    """

    words: str
    context: str = ""
    more: str = ""
    files: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, said: SaidIn, file: str) -> None:
        self.more = self.more or said.more
        self.files += [file] if file not in self.files else []
        if said.told and said.told not in self.notes:
            self.notes.insert(0 if said.is_meant else len(self.notes), said.told)


def phrases_of(theme: Theme) -> tuple[Phrase, ...]:
    """Each phrase once: those of templates by the templates' names, then those of code."""
    found: dict[tuple[str, str], Phrase] = {}
    read = _templates(theme)
    in_templates = ((name, said) for name, template in read.items() for said in template.said)
    for file, said in (*in_templates, *_in_code()):
        key = said.words, said.context
        found.setdefault(key, Phrase(*key)).add(said, file)
    reached = {name: _reached(name, read) for name in read}
    for phrase in found.values():
        by = [name for name in read if reached[name].intersection(phrase.files)]
        phrase.notes[:0] = filter(None, [_place(by)])
    return tuple(found.values())


def _templates(theme: Theme) -> dict[str, ReadTemplate]:
    texts = {
        name: file.read_bytes().decode("utf-8", errors="replace")
        for name, file in sorted(templates_of(theme).items())
        if not name.startswith(_NOT_FOR_READERS)
    }
    return {name: it for name, text in texts.items() if (it := read_template(text))}


def _reached(name: str, read: Mapping[str, ReadTemplate]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found and one in read:
            found.add(one)
            waiting += read[one].others
    return found


def _place(by: Iterable[str]) -> str:
    """Of the templates that show a phrase: `On the pages action, edition. In newsletters.`"""
    names = tuple(by)
    kinds = dict.fromkeys(words for start, words in _PLACES.items() if any(it.startswith(start) for it in names))
    pages = [it.removeprefix(_PAGES).rpartition(".")[0] for it in names if it.startswith(_PAGES)]
    told = [it for it in kinds if it != _PLACES["layouts/"] or not pages or len(pages) > _MOST_NAMED]
    if pages and _PLACES["layouts/"] not in told:
        word = "page" if len(pages) == 1 else "pages"
        told.insert(0, f"On the {word} {', '.join(pages)}" if len(pages) <= _MOST_NAMED else "On many pages")
    return f"{'. '.join(told)}." if told else ""


@lru_cache(maxsize=1)
def _in_code() -> tuple[tuple[str, SaidIn], ...]:
    files = (file for folder in _SPEAKING for file in sorted((code_folder() / folder).rglob("*.py")))
    return tuple(found for file in files for found in _in_module(file))


def _in_module(file: Path) -> Iterator[tuple[str, SaidIn]]:
    name = f"{code_folder().name}/{file.relative_to(code_folder()).as_posix()}"
    text = file.read_text(encoding="utf-8")
    tree, lines = ast.parse(text), text.splitlines()
    about = (ast.get_docstring(tree) or "").partition("\n\n")[0].replace("\n", " ")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (count := _SAID_BY.get(_called(node), 0)):
            words = [it.value for it in node.args[:count] if isinstance(it, ast.Constant) and isinstance(it.value, str)]
            if len(words) == count:
                meant = _noted(lines[: node.lineno - 1])
                yield name, SaidIn(words[0], "".join(words[1:]), "", meant or about, is_meant=bool(meant))


def _noted(above: Sequence[str]) -> str:
    """What our own writers say to translators, in a comment right above."""
    comment = [line.strip() for line in takewhile(lambda line: line.strip().startswith("#"), reversed(above))]
    return for_translators(" ".join(line.removeprefix("#").strip() for line in reversed(comment)))


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
