"""The desk at which one file is read: its text, what is known of the programme, and the findings so far."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from generator.domain.audience import Audiences
from generator.domain.due import YearOfQuarters
from generator.domain.edition import State
from generator.domain.saying import normal
from generator.reading.limits import USUAL, Limits, in_words, remedy
from generator.reading.nearest import nearest
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span
from generator.values import dataclass

T = TypeVar("T")

MOST_OFFERED = 20  # names in a choice; past it, a reader is better served by the reference

HEADINGS: Mapping[str, State] = {
    "completed": State.COMPLETED,
    "under way": State.UNDER_WAY,
    "future actions": State.FUTURE,
    "next steps": State.FUTURE,
    "stopped": State.STOPPED,
}
_BEGUN_WITH = {
    State.COMPLETED: "Completed",
    State.UNDER_WAY: "Under way",
    State.FUTURE: "Future actions",
    State.STOPPED: "Stopped",
}


_MARKS_AT_END = re.compile(r"\s#+\s*\Z")


def looked_up(heading: str) -> str:
    """How a heading of an update is known, however it is written: in lower case, with one space between words, and
    without a colon, before which French has a space, or the marks of Markdown at its end. `Wedi’u cwblhau` is known
    whichever apostrophe is typed.
    """
    return normal(_MARKS_AT_END.sub("", heading)).lower().rstrip(": ")


@dataclass(frozen=True, slots=True)
class Rules:
    """What programme.yml says that the reading of every other file needs.

    `audiences` is None while they could not be read; then no audience can be called unknown. `defaults` says who sees
    each kind of thing that does not say so itself. `headings` are as `looked_up` gives them; `own_headings` are the
    first that the programme names for a state, as written.
    """

    audiences: Audiences | None = None
    defaults: Mapping[str, Audiences] = field(default_factory=dict)
    quarters: YearOfQuarters | None = None
    stages: tuple[str, ...] = ()
    priorities: Audiences | None = None
    headings: Mapping[str, State] = field(default_factory=lambda: HEADINGS)
    own_headings: Mapping[State, str] = field(default_factory=dict)
    limits: Limits = USUAL

    def heading(self, state: State) -> str:
        """What stands above actions of a state in a file that we begin."""
        return self.own_headings.get(state) or _BEGUN_WITH[state]


@dataclass(frozen=True, slots=True)
class Desk:
    """`findings` is shared by all desks of one build; its order does not matter: it is sorted before it is shown.

    `count` counts those of this desk, by code.
    """

    source: Source
    findings: list[Diagnostic]
    rules: Rules = field(default_factory=Rules)
    count: Counter[str] = field(default_factory=Counter, compare=False)

    def report(
        self,
        code: str,
        message: str,
        span: Span,
        help: str = "",
        note: str = "",
        related: tuple[tuple[Span, str], ...] = (),
    ) -> None:
        most = self.rules.limits.findings
        if self.count.total() < most:
            self.findings.append(Diagnostic(code, message, span, help, note, related))
        elif self.count.total() == most:
            problem = f"there are more than {in_words(most)} findings in this file"
            advice = remedy("findings", "mend those that are shown first")
            self.findings.append(Diagnostic("too-large", problem, span, advice))
        self.count[code] += 1

    def with_rules(self, rules: Rules) -> "Desk":
        return replace(self, rules=rules)


def within(things: Sequence[T], limit: str, named: str, desk: Desk, place: Callable[[T], Span]) -> Sequence[T]:
    """As many of the things as the limit of that name allows; the first that is too many is reported."""
    most = int(getattr(desk.rules.limits, limit))
    if len(things) > most:
        problem = f"there are {in_words(len(things))} {named} here; the limit is {in_words(most)}"
        desk.report("too-large", problem, place(things[most]), remedy(limit, "look for what was copied too often"))
    return things[:most]


def closest(word: str, known: Mapping[str, object] | frozenset[str] | tuple[str, ...]) -> str:
    """A question that offers the name most like `word`, or the choice where none is like it.

    The choice stands in the order that the names are given in, sets by the alphabet. Empty without names, and where
    there are too many to choose from.
    """
    names = sorted(known) if isinstance(known, frozenset) else list(known)
    small = {name.lower(): name for name in sorted(names)}
    near = nearest(word.lower(), small)
    if near:
        return f"did you mean `{small[near]}`?"
    if len(names) == 1:
        return f"the only one is `{names[0]}`"
    return f"choose from {listed(names)}" if 0 < len(names) <= MOST_OFFERED else ""


def with_choice(problem: str, word: str, known: tuple[str, ...]) -> str:
    """A problem with a name, and behind it what `closest` offers, where it offers anything."""
    offered = closest(word, known)
    return f"{problem}; {offered}" if offered else problem


def listed(names: Sequence[str], last: str = "and") -> str:
    """`a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    return f" {last} ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
