"""The desk at which one file is read: its text, what is known of the programme, and the findings so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from generator.domain.audience import Audiences
from generator.domain.due import YearOfQuarters
from generator.domain.edition import State
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

HEADINGS: Mapping[str, State] = {
    "completed": State.COMPLETED,
    "under way": State.UNDER_WAY,
    "future actions": State.FUTURE,
    "next steps": State.FUTURE,
    "stopped": State.STOPPED,
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What programme.yml says that the reading of every other file needs.

    `audiences` is None while they could not be read; then no audience can be called unknown. `defaults` says who sees
    each kind of thing that does not say so itself. `headings` are in lower case.
    """

    audiences: Audiences | None = None
    defaults: Mapping[str, Audiences] = field(default_factory=dict)
    quarters: YearOfQuarters | None = None
    stages: tuple[str, ...] = ()
    priorities: Audiences | None = None
    headings: Mapping[str, State] = field(default_factory=lambda: HEADINGS)


@dataclass(frozen=True, slots=True)
class Desk:
    """`findings` is shared by all desks of one build; its order does not matter: it is sorted before it is shown."""

    source: Source
    findings: list[Diagnostic]
    rules: Rules = field(default_factory=Rules)

    def report(self, code: str, message: str, span: Span, help: str = "", note: str = "") -> None:  # noqa: A002  the word that the reader sees
        self.findings.append(Diagnostic(code, message, span, help, note))

    def with_rules(self, rules: Rules) -> "Desk":
        return replace(self, rules=rules)


def closest(word: str, known: Mapping[str, object] | frozenset[str] | tuple[str, ...]) -> str:
    """A question that offers the name most like `word`, or all names where none is like it; empty without names."""
    near = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    names = ", ".join(f"`{name}`" for name in sorted(known)[:12])
    return f"known here: {names}" if names else ""
