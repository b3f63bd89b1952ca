"""The audience that somebody asks for."""

from generator.domain.audience import Audience
from generator.domain.programme import Programme
from generator.reading.desk import closest
from generator.text import UserError


def audience_named(programme: Programme, name: str) -> Audience:
    """Raises UserError, with the name that was perhaps meant."""
    audience = programme.audience(name)
    if audience is None:
        known = tuple(it.id for it in programme.audiences)
        remedy = closest(name, known) or "programme.yml names them"
        raise UserError(f"this programme has no audience `{name}`; {remedy}")
    return audience
