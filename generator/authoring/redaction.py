"""Words taken out of a file of the content, wherever they stand in it; every other byte stays."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import count
from pathlib import PurePosixPath

from generator.authoring.occurrences import Occurrence, Sought
from generator.authoring.text_edits import TextEdit, changed
from generator.reading.desk import Desk
from generator.reading.front_matter import read_front_matter
from generator.reading.yaml import Mapping, Node, Sequence, Word, read_yaml
from generator.text.source import Source
from generator.values import dataclass

IN_A_NAME = "withdrawn"  # what stands in an id, an address or the name of a file

# Fields that hold ids and names, and fields that hold Markdown, also as a whole sentence in a list.
_NAMES = frozenset({"id", "after", "from", "project", "measure", "workstream", "priority", "place", "tags", "file"})
_UP_TO_A_NAME = re.compile(rf"(?:{'|'.join(sorted(_NAMES))})\s*=\s*[\"“”'‘’]?[^\"“”'‘’=]*\Z")
_MARKDOWN = frozenset(
    {"text", "plain", "introduction", "summary", "objective", "completed", "under_way", "future", "stopped"}
)


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is taken out, and what is put in its place.

    `in_names` gives what is put into ids, by each spelling of the words there; any other spelling becomes `withdrawn`.
    """

    sought: Sought
    instead: str
    in_names: dict[str, str] = field(default_factory=dict)

    def edit(self, place: Occurrence, text: str, *, in_a_name: bool) -> TextEdit:
        """The change of the text that takes out one occurrence whole."""
        as_name = self.in_names.get(text[place.start : place.end].lower(), IN_A_NAME)
        return TextEdit(place.start, place.end, as_name if in_a_name else self.instead)


def names_instead(sought: Sought, written_ids: Iterable[str], all_ids: Iterable[str]) -> dict[str, str]:
    """What is to stand in ids in place of each spelling, so that none becomes that of another action.

    One id becomes the same wherever it stands.
    """
    taken = set(all_ids)
    spelt: dict[str, dict[str, None]] = {}
    for identity in written_ids:
        written = f"#{identity}"  # as it stands in braces
        for occurrence in sought.in_text(written)[:1]:
            spelt.setdefault(written[occurrence.start : occurrence.end], {})[identity] = None
    instead: dict[str, str] = {}
    for spelling, ids in spelt.items():
        for number in count(1):
            name = IN_A_NAME if number == 1 else f"{IN_A_NAME}-{number}"
            new = {identity.replace(spelling, name) for identity in ids}
            if not new & taken:
                break
        taken |= new
        instead[spelling] = name
    return instead


def redacted(source: Source, redaction: Redaction, only_fields: frozenset[str] = frozenset()) -> str:
    """The file without the words; with `only_fields`, they are taken out of the values of these alone."""
    desk = Desk(source, [])
    if PurePosixPath(source.path).suffix == ".md":
        front, body = read_front_matter(desk)
        start = body.home.start if body else len(source.text)
        in_body = [
            edit
            for occurrence in redaction.sought.in_text(source.text)
            if occurrence.start >= start
            for edit in _in_markdown(source.text, occurrence, redaction)
        ]
        return changed(source.text, [*_in_yaml(front, source.text[:start], redaction, only_fields), *in_body])
    return changed(source.text, _in_yaml(read_yaml(desk), source.text, redaction, only_fields))


def _in_markdown(text: str, occurrence: Occurrence, redaction: Redaction) -> Iterator[TextEdit]:
    if occurrence.is_joined or _is_among_names(text, occurrence.start):
        yield redaction.edit(occurrence, text, in_a_name=True)
        return
    for start, end in occurrence.words or ((occurrence.start, occurrence.end),):
        yield TextEdit(start, end, _unlike_a_link(text, start, end, redaction.instead))


def _is_among_names(text: str, start: int) -> bool:
    """Whether a place is in braces, in a value that holds ids, such as `after="one another"`."""
    opened = text.rfind("{", 0, start)
    return opened > text.rfind("}", 0, start) and _UP_TO_A_NAME.search(text, opened, start) is not None


def _unlike_a_link(text: str, start: int, end: int, instead: str) -> str:
    """`[withdrawn](` would begin a link and `[withdrawn]:` define one; in braces nothing is read as Markdown."""
    would_be_read = text[end : end + 1] in tuple("([:") or text[start - 1 : start] in ("]", "!")
    in_braces = text.rfind("{", 0, start) > text.rfind("}", 0, start)
    return re.sub(r"([\[\]])", r"\\\1", instead) if would_be_read and not in_braces else instead


def _in_yaml(node: Node | None, text: str, redaction: Redaction, only_fields: frozenset[str]) -> list[TextEdit]:
    """Values as YAML needs them; what stands outside of values, such as comments, as it comes."""
    changes: list[TextEdit] = []
    values: list[tuple[int, int]] = []
    for name, word in _words(node, ""):
        values.append((word.span.start, word.span.end))
        new = _value(word, text[word.span.start : word.span.end], redaction, name)
        if new is not None and (not only_fields or name in only_fields):
            changes.append(TextEdit(word.span.start, word.span.end, new))
    if only_fields:
        return changes
    for occurrence in redaction.sought.in_text(text):
        if not any(start < occurrence.end and occurrence.start < end for start, end in values):
            changes.append(redaction.edit(occurrence, text, in_a_name=occurrence.is_joined))
    return changes


def _words(node: Node | None, field: str) -> Iterator[tuple[str, Word]]:
    """Every value with the name of the field that it stands in."""
    match node:
        case Word():
            yield field, node
        case Sequence(items):
            for item in items:
                yield from _words(item, field)
        case Mapping(entries):
            for key, value in entries:
                yield from _words(value, key.text)
        case None:
            pass


def _value(word: Word, written: str, redaction: Redaction, field: str) -> str | None:
    """The value written anew, in its own form where that can hold it; None where the words are not in it."""
    if not redaction.sought.in_text(word.text):
        return None
    if written[:1] in ("|", ">"):
        return _without(written, redaction, field)
    words = _without(word.text, redaction, field)
    if field in _NAMES and not re.search(r"\s", word.text):
        return words
    quote = written[:1]
    keeps_form = quote in ("'", '"') and written[1:-1] == word.text and not re.search(r"[\\\n]", words)
    return f"{quote}{words}{quote}" if keeps_form and quote not in words else json.dumps(words, ensure_ascii=False)


def _without(text: str, redaction: Redaction, field: str) -> str:
    changes: list[TextEdit] = []
    for occurrence in redaction.sought.in_text(text):
        in_a_name = field in _NAMES or occurrence.is_joined
        if field in _MARKDOWN and not in_a_name:
            changes.extend(_in_markdown(text, occurrence, redaction))
        else:
            changes.append(redaction.edit(occurrence, text, in_a_name=in_a_name))
    return changed(text, changes)
