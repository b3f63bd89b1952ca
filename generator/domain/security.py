"""Whom to tell of a weakness in the public's sites, in the terms of RFC 9116."""

from dataclasses import field
from datetime import date

from generator.domain.prose import NOWHERE
from generator.text.source import Span
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class SecurityContact:
    """`contacts` are whole addresses, the best first; `policy` is that of a page on how reports are dealt with, or
    empty. After `expires` nobody relies on any of it.
    """

    contacts: tuple[str, ...]
    expires: date
    policy: str = ""
    written_at: Span = field(compare=False, default=NOWHERE)
