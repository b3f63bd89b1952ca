"""A promise written as an item of a list in a YAML update."""

import re
from collections.abc import Iterable

from generator.authoring.as_bullet import TOLD_OF_THAT_MONTH
from generator.authoring.definitions import Definition, named_in
from generator.authoring.fields import Item, is_in_braces, names, scalar
from generator.authoring.parts import Parts
from generator.domain.edition import Action
from generator.reading.yaml import Node, Sequence, Word
from generator.text.source import Source

_FIELDS_AT = 4  # spaces before the fields of an item
_BLOCK_AT = 6  # spaces before the lines of a block of text in it


def copied(item: Item, source: Source, action: Action, only_for: tuple[str, ...]) -> str:
    """The fields as they were written, one below the other, with `\\n` for line ends."""
    fields = [f"id: {action.id}"] if item.field("id") is None else []
    if isinstance(item.node, Word):
        fields.append(f"text: {_value_again(item.node, source)}")
    else:
        leaving = [*TOLD_OF_THAT_MONTH, *(["for"] if only_for else [])]
        is_one_line = is_in_braces(item.node, source)
        for key, value in item.node.entries:
            if key.text in leaving:
                continue
            if is_one_line:
                fields.append(f"{key.text}: {_value_again(value, source)}")
            else:
                shift = _FIELDS_AT + 1 - source.place(key.span.start).column
                fields.append(_shifted(source.text[key.span.start : value.span.end].replace("\r\n", "\n"), shift))
    if only_for:
        fields.append(f"for: {names(only_for)}")
    return _item(fields)


def _value_again(node: Node, source: Source) -> str:
    """A value as it was written, where it stood on one line."""
    written = source.text[node.span.start : node.span.end]
    if "\n" in written and isinstance(node, Sequence):
        return names(item.text for item in node.items if isinstance(item, Word))
    return scalar(node.text.strip("\n"), _BLOCK_AT) if "\n" in written and isinstance(node, Word) else written


def _shifted(text: str, by: int) -> str:
    """All lines but the first moved to the right, or to the left as far as there are spaces."""
    first, *further = text.split("\n")
    if by > 0:
        return "\n".join([first, *(" " * by + line if line.strip() else line for line in further)])
    return "\n".join([first, *(re.sub(rf"^ {{0,{-by}}}", "", line) for line in further)])


def written(parts: Parts, action: Action, only_for: tuple[str, ...]) -> str:
    """A new item from an action's parts; each text holds the definitions that it names."""
    words = f"{parts.words}\n\n{parts.detail}" if parts.detail else parts.words
    fields = [f"id: {action.id}", f"text: {scalar(_with(words, parts.definitions), _BLOCK_AT)}"]
    if parts.plain:
        fields.append(f"plain: {scalar(_with(parts.plain, parts.definitions), _BLOCK_AT)}")
    if action.due:
        fields.append(f"due: {scalar(action.due.words)}")
    if audiences := only_for or tuple(sorted(action.audiences or ())):
        fields.append(f"for: {names(audiences)}")
    fields += [f"{name}: {it.id}" for name, it in (("project", action.project), ("measure", action.measure)) if it]
    if action.after:
        fields.append(f"after: {names(it.id for it in action.after)}")
    if action.tags:
        fields.append(f"tags: {names(action.tags)}")
    return _item(fields)


def _with(text: str, definitions: Iterable[Definition]) -> str:
    return "\n\n".join([text, *(it.text for it in named_in(text, definitions))])


def _item(fields: Iterable[str]) -> str:
    return "  - " + f"\n{' ' * _FIELDS_AT}".join(fields)
