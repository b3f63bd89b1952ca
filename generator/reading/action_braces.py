"""What the braces at an action's end say of it."""

import re

from generator.domain.audience import Audiences
from generator.domain.workstream import Reference
from generator.reading.actions import Details
from generator.reading.braces import Attribute, Braces
from generator.reading.desk import Desk
from generator.reading.kinds import checked_audiences, checked_due, checked_id
from generator.text.plural import joined
from generator.text.source import Span


def details_of(braces: Braces | None, block: Audiences | None, desk: Desk) -> Details:
    """`block` are the audiences of the part that the action stands in; None where it stands in none."""
    attributes = dict(braces.attributes) if braces else {}
    identity, due = attributes.get("id"), attributes.get("due")
    said = {name: it.value for name, it in attributes.items()}
    return Details(
        id=checked_id(identity.value, identity.span, desk) if identity else None,
        due=checked_due(due.value, due.span, desk, needs_quotes=due.is_bare) if due else None,
        audiences=_audiences(attributes.get("for"), block, desk),
        reason=said.get("reason", ""),
        project=_reference(attributes.get("project")),
        measure=_reference(attributes.get("measure")),
        after=_references(attributes.get("after"), desk),
        continues=_references(attributes.get("from"), desk),
        tags=tuple(name for name, _ in _named(attributes.get("tags"), desk)),
        equality=said.get("equality", ""),
        climate=said.get("climate", ""),
    )


def _audiences(written: Attribute | None, block: Audiences | None, desk: Desk) -> Audiences | None:
    """What the braces say, narrowed by the part that the action stands in."""
    if written is None:
        return block
    own = checked_audiences(_named(written, desk), desk) or frozenset()
    if block and own - block:
        desk.report(
            "wider-audience",
            f"this is for {joined(sorted(own - block))}, but the part that it stands in is not",
            written.span,
            "move it out of the part, or narrow this",
        )
    return own if block is None else own & block


def _reference(attribute: Attribute | None) -> Reference | None:
    return Reference(attribute.value, attribute.span) if attribute else None


def _references(attribute: Attribute | None, desk: Desk) -> tuple[Reference, ...]:
    return tuple(Reference(name, span) for name, span in _named(attribute, desk))


def _named(attribute: Attribute | None, desk: Desk) -> list[tuple[str, Span]]:
    """The names in a value, each with its own place."""
    if attribute is None:
        return []
    start = attribute.span.start
    written = desk.source.text[start : attribute.span.end]
    names = re.finditer(r"[^\s,>]+", written)
    return [(name.group(), desk.source.span(start + name.start(), start + name.end())) for name in names]
