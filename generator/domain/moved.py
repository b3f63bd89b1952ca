"""What editions and workstreams were called before, so that what leads to an old address still arrives."""

from collections.abc import Iterable, Mapping

from generator.domain.edition import Edition
from generator.domain.workstream import Workstream


def new_ids(things: Iterable[Edition | Workstream]) -> Mapping[str, str]:
    """The id that each has now, by each that it had before."""
    return {before.id: thing.id for thing in things for before in thing.moved_from}


def names_of(thing: Edition | Workstream) -> tuple[str, ...]:
    """The id that it has, and all that it had before."""
    return (thing.id, *(before.id for before in thing.moved_from))
