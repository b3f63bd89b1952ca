"""One action from its parts, alike for Markdown and YAML."""

import re

from generator.domain.audience import Audiences
from generator.domain.due import Due
from generator.domain.edition import Action, State
from generator.domain.prose import Heading, Prose, blocks_in, plain_words
from generator.domain.workstream import Reference
from generator.reading.desk import Desk
from generator.reading.identity import id_from_words
from generator.text.source import Span
from generator.values import dataclass

_BOLD_HELP = "write it as words in **bold**"
_WORD = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Details:
    """What braces or YAML fields say of an action; every part may be missing."""

    id: str | None = None
    due: Due | None = None
    audiences: Audiences | None = None
    reason: str = ""
    project: Reference | None = None
    measure: Reference | None = None
    after: tuple[Reference, ...] = ()
    continues: tuple[Reference, ...] = ()
    tags: tuple[str, ...] = ()
    equality: str = ""
    climate: str = ""


def make_action(state: State, text: Prose, plain: Prose | None, details: Details, span: Span, desk: Desk) -> Action:
    """The action; without a written id it gets one from its words. What it names twice, it has once; a tag is one word.

    Plain wording needs a written id: one made from the staff's words would carry them into a public address.
    """
    words = plain_words(text[:1])
    for block in blocks_in((*text, *(plain or ()))):
        if isinstance(block, Heading):
            desk.report("unknown-heading", "a heading cannot stand inside an action", block.written_at, _BOLD_HELP)
    identity = details.id or id_from_words(words)
    if details.id is None and plain is not None:
        _report_id_needed(
            "an action with its own words for residents needs an id",
            "otherwise its public address would be made from the words for staff",
            identity,
            span,
            desk,
        )
    elif not identity and words.strip():
        _report_id_needed(
            "no id can be made from these words", "an id is made from letters a to z", identity, span, desk
        )
    return Action(
        id=identity,
        state=state,
        text=text,
        plain=plain,
        due=details.due,
        reason=details.reason if any(map(str.isalnum, details.reason)) else "",  # a dash or a dot tells nobody why
        audiences=details.audiences,
        project=details.project,
        measure=details.measure,
        after=tuple(dict.fromkeys(details.after)),
        continues=tuple(dict.fromkeys(details.continues)),
        tags=tuple(dict.fromkeys(word for tag in details.tags for word in _WORD.findall(tag))),
        equality=details.equality,
        climate=details.climate,
        has_written_id=details.id is not None,
        written_at=span,
    )


def _report_id_needed(problem: str, why: str, identity: str, span: Span, desk: Desk) -> None:
    """`identity` is the id that the words of the action give, which is offered; it may be empty."""
    offered = identity or "short-name"
    is_yaml = desk.source.path.endswith(".yml")
    remedy = f"add `id: {offered}`" if is_yaml else f"end its first paragraph with {{#{offered}}}"
    desk.report("id-needed", problem, span, remedy, why)


def report_no_words(span: Span, desk: Desk) -> None:
    desk.report(
        "action-without-words",
        "this action does not begin with words",
        span,
        "begin with a sentence that says what was done or will be done",
    )


def by_state(actions: list[Action]) -> tuple[Action, ...]:
    """In the order in which an update shows them, and as written within a state."""
    order = list(State)
    return tuple(sorted(actions, key=lambda action: order.index(action.state)))
