"""A whole action taken out of an update, and what names it taken out of the others; every other byte stays."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.authoring.bullets import bullets_in
from generator.authoring.definitions import Definition, definitions_in
from generator.authoring.fields import items_in
from generator.authoring.text_edits import TextEdit, changed
from generator.domain.edition import Action
from generator.reading.desk import Desk, Rules
from generator.reading.front_matter import read_front_matter
from generator.reading.markdown import Range
from generator.reading.segments import cut
from generator.reading.yaml import Mapping, Node, Sequence, Word, read_yaml
from generator.text.source import Source

_REFERRING = ("after", "from")


def without_action(source: Source, action: Action) -> str:
    """The update without one of its actions, and without the footnotes that nothing but the action names."""
    if PurePosixPath(source.path).suffix != ".md":
        return _without_item(source, action.written_at.start)
    bullet = bullets_in(source, Rules())[action.written_at.start]
    text = changed(source.text, [TextEdit(*_whole_lines(source.text, bullet.whole), "")])
    return _without_definitions(Source(source.path, text), bullet.definitions)


def _whole_lines(text: str, lines: Range) -> Range:
    """To the beginning of the next line; with the empty lines below it, where as many stand above it."""
    start, end = lines
    end = _after_line(text, end)
    if text[:start].endswith(("\n\n", "\n\r\n")):
        below = re.compile(r"[ \t]*\r?\n").match(text, end)
        end = below.end() if below else end
    return start, end


def _after_line(text: str, offset: int) -> int:
    line_end = text.find("\n", offset)
    return line_end + 1 if line_end >= 0 else len(text)


def _without_definitions(source: Source, definitions: Iterable[Definition]) -> str:
    """Without those that nothing names any more."""
    labels = {definition.label for definition in definitions}
    desk = Desk(source, [])
    _, body = read_front_matter(desk)
    if body is None or not labels:
        return source.text
    changes: list[TextEdit] = []
    for segment in cut(body, desk)[0]:
        for placed in definitions_in([segment.passage], desk):
            start, end = (at + segment.passage.home.start for at in placed.lines)
            elsewhere = source.text[:start] + source.text[end:]
            if placed.definition.label in labels and f"[{placed.definition.label}]" not in elsewhere:
                changes.append(TextEdit(start, end, ""))
    return changed(source.text, changes)


def _without_item(source: Source, at: int) -> str:
    tree = read_yaml(Desk(source, []))
    item = items_in(source, Rules())[at].node
    for key, section in tree.entries if isinstance(tree, Mapping) else ():
        if isinstance(section, Sequence) and item in section.items:
            return changed(source.text, [_change_without(key, section, item, source.text)])
    return source.text


def _change_without(key: Word, sequence: Sequence, item: Node, text: str) -> TextEdit:
    """The list without one of its items; an empty list is written as one."""
    if len(sequence.items) == 1:
        return _emptied(key, sequence, text)
    if text[sequence.span.start] == "[":
        return TextEdit(*_with_comma(text, item.span.start, item.span.end), "")
    start = text.rfind("\n", 0, text.rfind("-", 0, item.span.start)) + 1
    return TextEdit(start, _after_line(text, _with_own_comments(text, item)), "")


def _emptied(key: Word, sequence: Sequence, text: str) -> TextEdit:
    """`future:` with nothing behind it would be a mistake, an empty list is none."""
    start = text.find(":", key.span.end) + 1
    comments = text[start : sequence.span.start].rpartition("\n")[0].rstrip("\r")
    end = sequence.span.end if text[sequence.span.start] == "[" else _with_own_comments(text, sequence.items[0])
    return TextEdit(start, end, f" []{comments}")


def _with_own_comments(text: str, item: Node) -> int:
    """Where an item ends, with the comments below it that stand deeper than its `-`: others are of what comes next."""
    dash = text.rfind("-", 0, item.span.start)
    depth = dash - text.rfind("\n", 0, dash)
    own = re.compile(rf"[ \t]*(?:#[^\r\n]*)?(?:\s*\n[ ]{{{depth},}}#[^\r\n]*)*").match(text, item.span.end)
    return own.end() if own else item.span.end


def _with_comma(text: str, start: int, end: int) -> Range:
    """A range between brackets with the comma behind it, or the one before it."""
    behind = re.compile(r"\s*,\s*").match(text, end)
    if behind:
        return start, behind.end()
    before = re.search(r"\s*,\s*\Z", text[:start])
    return (before.start() if before else start), end


def without_references(source: Source, gone: frozenset[str]) -> str:
    """The file without the ids in what its actions wait for and continue, and with links to them left as words."""
    if PurePosixPath(source.path).suffix == ".md":
        changes = list(_in_braces(source, gone))
    else:
        changes = list(_in_fields(read_yaml(Desk(source, [])), source.text, gone))
    return _unlinked(changed(source.text, changes), gone)


def _in_braces(source: Source, gone: frozenset[str]) -> Iterator[TextEdit]:
    for bullet in bullets_in(source, Rules()).values() if "{" in source.text else ():
        for name in _REFERRING:
            if name in bullet.attributes:
                start, end = bullet.attributes[name]
                new = _fewer_names(source.text[start:end], gone)
                if new is None and bullet.braces and len(bullet.attributes) == 1:
                    yield TextEdit(_before_spaces(source.text, bullet.braces[0]), bullet.braces[1], "")
                elif new is None:
                    yield TextEdit(_before_spaces(source.text, start), end, "")
                else:
                    yield TextEdit(start, end, new)


def _before_spaces(text: str, at: int) -> int:
    return len(text[:at].rstrip(" \t"))


def _fewer_names(attribute: str, gone: frozenset[str]) -> str | None:
    """`after="one two"` without those that are gone; None where none is left."""
    name, sign, value = attribute.partition("=")
    names = re.findall(r"[^\s,>\"'“”‘’]+", value)
    if not any(each in gone for each in names):
        return attribute
    left = [each for each in names if each not in gone]
    return f'{name}{sign}"{" ".join(left)}"' if left else None


def _in_fields(node: Node | None, text: str, gone: frozenset[str]) -> Iterator[TextEdit]:
    match node:
        case Sequence(items):
            for item in items:
                yield from _in_fields(item, text, gone)
        case Mapping(entries):
            for key, value in entries:
                if key.text in _REFERRING:
                    yield from _in_referring_field(node, key, value, text, gone)
                else:
                    yield from _in_fields(value, text, gone)
        case _:
            pass


def _in_referring_field(group: Mapping, key: Word, value: Node, text: str, gone: frozenset[str]) -> Iterator[TextEdit]:
    words = [value] if isinstance(value, Word) else [it for it in getattr(value, "items", ()) if isinstance(it, Word)]
    names = [name for word in words for name in re.findall(r"[^\s,]+", word.text)]
    left = [name for name in names if name not in gone]
    if len(left) == len(names):
        return
    if left:
        start, end = value.span.start, value.span.end
        if isinstance(value, Sequence) and text[start] != "[":  # one a line below the name: it moves up beside it
            start = text.rfind(":", 0, start) + 1
            yield TextEdit(start, end, f" [{', '.join(left)}]")
        else:
            yield TextEdit(start, end, f"[{', '.join(left)}]")
    elif text[group.span.start] == "{":
        yield TextEdit(*_with_comma(text, key.span.start, value.span.end), "")
    else:
        yield _without_line(group, key, value, text)


def _without_line(group: Mapping, key: Word, value: Node, text: str) -> TextEdit:
    """A field on a line of its own; the first of an action shares its line with the `-`, to which the next moves up."""
    end = _after_line(text, value.span.end)
    if key is group.entries[0][0] and len(group.entries) > 1:
        return TextEdit(key.span.start, group.entries[1][0].span.start, "")
    return TextEdit(text.rfind("\n", 0, key.span.start) + 1, end, "")


def links_to(gone: frozenset[str], text: str) -> Iterator[Range]:
    """The links of the form `[words](action:id)`; of others, the checks tell."""
    return (link.span() for link in _link_to(gone).finditer(text))


def _unlinked(text: str, gone: frozenset[str]) -> str:
    return _link_to(gone).sub(lambda link: link["words"], text)


def _link_to(gone: frozenset[str]) -> re.Pattern[str]:
    ids = "|".join(map(re.escape, sorted(gone)))
    return re.compile(
        rf"(?<![!\\])\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\(\s*<?action:(?:{ids})>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    )
