"""A writer's words as they are sent: by e-mail or as text they lead only to whole addresses, and show no pictures.

A mail program fetches no picture without asking its reader, and follows no link within a message.
"""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from generator.domain.footnotes import named_note
from generator.domain.prose import (
    Block,
    BulletList,
    Heading,
    InlineImage,
    Link,
    NoteMark,
    Notes,
    Prose,
    Run,
    Text,
)
from generator.domain.rewording import map_blocks, map_runs
from generator.domain.target import OUTSIDE_SCHEMES, scheme_of

Translate = Callable[[str], str]


def whole(target: str, canonical: str) -> str:
    """An address of the site as one that works from anywhere; empty where the site's own is not known."""
    return f"{canonical}{quote(target, safe='/#')}" if canonical else ""


def as_sent(prose: Prose, url: Callable[[str], str], translate: Translate) -> Prose:
    """The prose with pictures told in words, footnotes named in words, and links whole or only their words."""
    in_words = map_runs(prose, lambda run: _run(run, url, translate))
    return map_blocks(in_words, lambda block: _block(block, translate))


def _run(run: Run, url: Callable[[str], str], translate: Translate) -> tuple[Run, ...]:
    match run:
        case Link():
            target = _target(run.target, url)
            return (replace(run, target=target),) if target else run.runs
        case InlineImage():
            return (Text(f"({translate('Picture: %(words)s') % {'words': run.alt}})"),) if run.alt else ()
        case NoteMark(number):
            return (Text(f" ({translate('note %(number)s') % {'number': number}})"),)
        case _:
            return (run,)


def _target(target: str, url: Callable[[str], str]) -> str:
    """Where the link leads from anywhere; empty where that is not known, or not safe."""
    scheme = scheme_of(target)
    if not scheme:
        return url(target)
    return target if scheme in OUTSIDE_SCHEMES else ""


def _block(block: Block, translate: Translate) -> Block | None:
    match block:
        case Heading():
            return replace(block, anchor="")
        case Notes(notes):
            return BulletList(tuple(_note(number, note, translate) for number, note in enumerate(notes, 1)))
        case _:
            return block


def _note(number: int, note: Prose, translate: Translate) -> Prose:
    return named_note(translate("Note %(number)s:") % {"number": number}, note)
