"""Editions that were narrowed before, so that after an edit only the edited ones are narrowed again."""

from collections.abc import Callable
from dataclasses import field

from generator.domain.edition import Edition
from generator.values import dataclass


@dataclass(slots=True)
class Narrowed:
    """What was narrowed for one audience: each edition by its id, as it was seen and as it then read.

    The words of an edition depend on what its links lead to and on who may be named; that is the `context`. In another
    one nothing that was narrowed holds.
    """

    context: object = None
    editions: dict[str, tuple[Edition, Edition]] = field(default_factory=dict)

    def begin_in(self, context: object) -> None:
        if context != self.context:
            self.context = context
            self.editions = {}

    def once(self, seen: Edition, narrow: Callable[[Edition], Edition]) -> Edition:
        """The edition as it reads; what has not changed is the very value that it was before."""
        known = self.editions.get(seen.id)
        if known is None or known[0] is not seen:
            known = self.editions[seen.id] = (seen, narrow(seen))
        return known[1]
