"""A promise written as a bullet of a Markdown update."""

import re

from generator.authoring.bullets import Bullet
from generator.authoring.parts import Parts
from generator.domain.edition import OF_ONE_EDITION, Action
from generator.text.source import Source

_WRITTEN = {"continues": "from"}
TOLD_OF_THAT_MONTH = tuple(_WRITTEN.get(name, name) for name in OF_ONE_EDITION)  # as writers name them
_ONE_WORD = re.compile(r"[^\s{}\"'“”‘’]+")


def copied(bullet: Bullet, source: Source, action: Action, only_for: tuple[str, ...]) -> str:
    """A bullet byte for byte but for its braces, moved to the left margin, with `\\n` for line ends."""
    start, end = bullet.whole
    if bullet.braces is None:
        before, after = f"{source.text[start : bullet.words_end]} ", bullet.words_end
    else:
        before, after = source.text[start : bullet.braces[0]], bullet.braces[1]
    inside = _inside_again(bullet, source, action, only_for)
    text = f"{before}{{{inside}}}{source.text[after:end]}".replace("\r\n", "\n")
    indent = len(text) - len(text.lstrip(" "))
    return re.sub(rf"^ {{1,{indent}}}", "", text, flags=re.MULTILINE) if indent else text


def _inside_again(bullet: Bullet, source: Source, action: Action, only_for: tuple[str, ...]) -> str:
    """What the braces said, without what told of that month, with its id and whom it is for."""
    inside = ""
    if bullet.braces is not None:
        at, end = bullet.braces[0] + 1, bullet.braces[1] - 1
        leaving = [*TOLD_OF_THAT_MONTH, *(["for"] if only_for else [])]
        for first, last in sorted(bullet.attributes[name] for name in leaving if name in bullet.attributes):
            inside += source.text[at:first].rstrip()
            at = last
        inside += source.text[at:end] if inside else source.text[at:end].lstrip()
    if "id" not in bullet.attributes:
        inside = f"#{action.id} {inside.lstrip()}".rstrip()
    return f"{inside.rstrip()} for={_value(only_for)}" if only_for else inside


def written(parts: Parts, action: Action, only_for: tuple[str, ...]) -> str:
    """A new bullet from an action's parts."""
    blocks = [f"{parts.words} {{{_inside(action, only_for)}}}"]
    if parts.plain:
        blocks.append(
            "\n".join(f"> {line}".rstrip(" ") if not line.strip() else f"> {line}" for line in _lines(parts.plain))
        )
    if parts.detail:
        blocks.append(parts.detail)
    first, *further = _lines("\n\n".join(blocks))
    return "\n".join([f"- {first}", *(f"  {line}" if line else "" for line in further)])


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _inside(action: Action, only_for: tuple[str, ...]) -> str:
    said = {
        "due": (action.due.words,) if action.due else (),
        "for": only_for or tuple(sorted(action.audiences or ())),
        "project": (action.project.id,) if action.project else (),
        "measure": (action.measure.id,) if action.measure else (),
        "after": tuple(it.id for it in action.after),
        "tags": action.tags,
    }
    return " ".join([f"#{action.id}", *(f"{name}={_value(words)}" for name, words in said.items() if words)])


def _value(words: tuple[str, ...]) -> str:
    """With quotes around all that is more than one word."""
    joined = " ".join(words)
    if _ONE_WORD.fullmatch(joined):
        return joined
    return f"'{joined}'" if '"' in joined else f'"{joined}"'
