"""An action's words taken apart, for an update that is written in another form than theirs."""

import re
from itertools import count

from generator.authoring.bullets import Bullet
from generator.authoring.definitions import Definition, definitions_in, named_in, renamed
from generator.authoring.fields import Item
from generator.reading.desk import Desk, Rules
from generator.reading.markdown import Markdown
from generator.reading.passage import MarkdownPassage
from generator.reading.yaml import Word
from generator.text.source import Source
from generator.values import dataclass

_MARK = re.compile(r" *(?:[-+*]|\d{1,9}[.)])(?P<after>[ \t]*)")
_QUOTED = re.compile(r"^ {0,3}> ?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The first paragraph, what stands below it, the words for residents, and what all of these name.

    Each is Markdown at the left margin with `\\n` for line ends; `detail` and `plain` may be empty.
    """

    words: str
    detail: str
    plain: str
    definitions: tuple[Definition, ...]


def parts_of_bullet(bullet: Bullet, source: Source) -> Parts:
    start, end = bullet.whole
    mark = _MARK.match(source.text, start)
    if mark is None:
        raise AssertionError(source.text[start:end])
    width = len(mark.group().expandtabs(4)) + (not mark["after"])
    below = bullet.braces[1] if bullet.braces else bullet.words_end
    quote = bullet.quote or (end, end)
    words = " " * width + source.text[mark.end() : bullet.words_end]
    detail = source.text[below : quote[0]] + source.text[quote[1] : end]
    return Parts(
        words=_moved_left(words, width).strip(),
        detail=_moved_left(detail, width).strip("\n"),
        plain=_QUOTED.sub("", _moved_left(source.text[slice(*quote)], width)).strip("\n"),
        definitions=bullet.definitions,
    )


def _moved_left(text: str, width: int) -> str:
    """Every line by as many columns, or by as many as stand empty before its words."""
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.lstrip(" \t")
        indent = line[: len(line) - len(words)].expandtabs(4)
        lines.append(indent[width:] + words)
    return "\n".join(lines)


def parts_of_item(item: Item, source: Source, rules: Rules) -> Parts:
    written, plain = item.field("text") or item.node, item.field("plain")
    if not isinstance(written, Word):
        raise TypeError(f"the words of an action are no words: {written}")  # a writer's were reported as they were read
    desk = Desk(source, [], rules)
    text, definitions = _without_definitions(written, desk)
    markdown = Markdown(MarkdownPassage(source, text, written.span), desk)
    end = markdown.lines(next(iter(markdown.top())))[1]
    words_for_residents, own = _without_definitions(plain, desk) if isinstance(plain, Word) else ("", ())
    words_for_residents, own = without_clashes(words_for_residents, own, definitions)
    return Parts(text[:end].strip(), text[end:].strip("\n"), words_for_residents.strip("\n"), (*definitions, *own))


def _without_definitions(word: Word, desk: Desk) -> tuple[str, tuple[Definition, ...]]:
    placed = definitions_in([MarkdownPassage(desk.source, word.text, word.span)], desk)
    text = word.text
    for start, end in sorted((it.lines for it in placed), reverse=True):
        text = text[:start] + text[end:]
    return text, named_in(text, (it.definition for it in placed))


def without_clashes(
    text: str, own: tuple[Definition, ...], others: tuple[Definition, ...]
) -> tuple[str, tuple[Definition, ...]]:
    """The text with the definitions that others do not have yet, under labels of their own."""
    kept = list(own)
    for number, definition in enumerate(own):
        theirs = {it.label.upper(): it.text for it in others}
        if theirs.get(definition.label.upper(), definition.text) != definition.text:
            taken = {*theirs, *(it.label.upper() for it in kept)}
            label = next(name for n in count(2) if (name := f"{definition.label}-{n}").upper() not in taken)
            text = renamed(text, definition.label, label)
            kept = [Definition(it.label, renamed(it.text, definition.label, label)) for it in kept]
            kept[number] = Definition(label, kept[number].text)
    known = {(it.label, it.text) for it in others}
    return text, tuple(it for it in kept if (it.label, it.text) not in known)
