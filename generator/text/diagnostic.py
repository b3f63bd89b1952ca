"""One finding about the content, with its place and its remedy."""

from collections.abc import Iterable

from generator.text.codes import CODES, Severity
from generator.text.source import Span
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong, where, and how it is mended.

    `message` says what, in lower case and without a full stop; `span` is the smallest run of the writer's words that
    shows it; `note` explains, `help` alone advises. `related` are other places that the reader needs to see, each with
    a few words that say why. `subject` is the id of the thing that it is about, by which a writer can accept it.
    `weight` is what the programme has made of the code; None leaves the code's own.
    """

    code: str
    message: str
    span: Span
    help: str = ""
    note: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    subject: str = ""
    weight: Severity | None = None

    @property
    def severity(self) -> Severity:
        """Raises KeyError for a code that CODES does not have."""
        return self.weight or CODES[self.code]


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, by file and place, so that a list does not depend on the order of the work."""
    return tuple(sorted(set(findings), key=_as_told))


def _as_told(found: Diagnostic) -> tuple[object, ...]:
    """All that tells two findings at one place apart: a set gives those that tie in another order in each run."""
    return found.span, found.code, found.message, found.help, found.note, found.related, found.subject


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    return any(found.severity is Severity.ERROR for found in findings)
