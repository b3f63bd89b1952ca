"""What is asked for when something is to be withdrawn, and what taking it out of the files has come to."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from generator.authoring.proposal import Proposal
from generator.domain.content import Content
from generator.domain.programme import Programme
from generator.domain.record import Withdrawn
from generator.text import UserError
from generator.values import dataclass

INSTEAD = "[withdrawn]"

_SHOWN = 10  # places that are named; the rest are counted


class WithdrawingRefused(UserError):
    """Nothing is taken out: one line of words that says why."""


@dataclass(frozen=True, slots=True)
class WithdrawalRequest:
    """`named` is the action's id, the words or the person's name; readers are told `why`, and read `instead` there.

    What stands outside the edition is changed as well where it is to go `everywhere`.
    """

    content: Path
    edition: str
    what: Withdrawn
    named: str
    why: str
    today: Callable[[Programme], date]
    instead: str = INSTEAD
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of the files of a proposal.

    `gone` are the ids of actions that are in no edition any more; `stand_in` is what readers are told in place of the
    id of an action that others still tell of. `look_at` gives, of the content as it is without it, what a person must
    look at, in words; it raises WithdrawingRefused where something of it is still there.
    """

    look_at: Callable[[Content, Proposal], Iterator[str]]
    gone: frozenset[str] = frozenset()
    stand_in: str = ""


def told_with_places(what: str, places: Iterable[str]) -> Iterator[str]:
    """One line that names the places, each once; none where there are no places."""
    distinct = list(dict.fromkeys(places))
    if distinct:
        yield f"{what} {named_places(distinct)}"


def named_places(places: list[str]) -> str:
    """The first ten, and how many more there are."""
    more = [f"{len(places) - _SHOWN} more"] if len(places) > _SHOWN else []
    return ", ".join([*dict.fromkeys(places[:_SHOWN]), *more])
