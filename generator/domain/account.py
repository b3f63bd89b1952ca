"""The account of promises over a period: each step that an edition takes with one, and a sum that follows from them.

A promise is open from the edition that makes it to the edition that closes it. Every step opens a promise or closes
one, so that those open before, with those opened, less those closed, are those open at the end.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from generator.domain.edition import State
from generator.domain.mention import EditionMark, Mention
from generator.domain.period import Period
from generator.domain.thread import Thread
from generator.values import dataclass


class StepKind(StrEnum):
    """What an edition does to a promise.

    MADE and REOPENED open it; KEPT, STOPPED and CONTINUED (other actions have taken it over) close it. UNPROMISED and
    IN_PART open and close nothing: the one is done without having been promised, the other was promised only as a part
    of an action that it continues, and that one is closed already. An action that is told as open after it was told as
    done or stopped is REOPENED, even where nobody had promised it.
    """

    MADE = "made"
    REOPENED = "reopened"
    KEPT = "kept"
    STOPPED = "stopped"
    CONTINUED = "continued"
    UNPROMISED = "unpromised"
    IN_PART = "in_part"

    @property
    def sign(self) -> int:
        """By how many it changes the number of open promises."""
        return _SIGNS.get(self, 0)


_SIGNS = {StepKind.MADE: 1, StepKind.REOPENED: 1, StepKind.KEPT: -1, StepKind.STOPPED: -1, StepKind.CONTINUED: -1}


@dataclass(frozen=True, slots=True)
class Step:
    """What one edition does to one promise. `mention` is the newest mention of it by then: the edition's own, but for
    CONTINUED, where the edition names only the actions that took it over.
    """

    kind: StepKind
    edition: EditionMark
    thread: Thread
    mention: Mention


def steps_of(thread: Thread) -> Iterator[Step]:
    """Oldest first."""
    is_open, is_known = False, False
    for place, mention in enumerate(thread.mentions):
        if mention.is_open and not is_open:
            yield Step(StepKind.REOPENED if is_known else StepKind.MADE, mention.edition, thread, mention)
        elif not mention.is_open and is_open:
            kept = mention.action.state is State.COMPLETED
            yield Step(StepKind.KEPT if kept else StepKind.STOPPED, mention.edition, thread, mention)
        elif mention.action.state is State.COMPLETED and not is_known:
            kind = StepKind.IN_PART if thread.part_of else StepKind.UNPROMISED
            yield Step(kind, mention.edition, thread, mention)
        is_open, is_known = mention.is_open, True
        if is_open and (by := thread.taken_over_after(place)):
            yield Step(StepKind.CONTINUED, by, thread, mention)
            is_open = False


@dataclass(frozen=True, slots=True)
class Account:
    """Counts of steps: `before` are the promises open when the period began."""

    before: int = 0
    made: int = 0
    reopened: int = 0
    kept: int = 0
    stopped: int = 0
    continued: int = 0
    unpromised: int = 0
    in_part: int = 0

    @property
    def open(self) -> int:
        """The promises open at the end."""
        return self.before + self.made + self.reopened - self.kept - self.stopped - self.continued


def account_of(steps: Iterable[Step], period: Period) -> Account:
    """Of what was told up to the end of the period."""
    before = 0
    counts = dict.fromkeys(StepKind, 0)
    for step in steps:
        if step.edition.published < period.first:
            before += step.kind.sign
        elif step.edition.published <= period.last:
            counts[step.kind] += 1
    return Account(before, **{kind.value: count for kind, count in counts.items()})
