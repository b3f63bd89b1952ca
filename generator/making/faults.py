"""What is wrong with a template, and how that is told."""

from collections.abc import MutableMapping
from pathlib import Path

from generator.making.theme_file import span_in
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from generator.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`line` counts from 1, and is 0 for all of the file; `help` may be empty."""

    file: Path
    line: int
    why: str
    help: str


def as_finding(fault: Fault, sources: MutableMapping[str, Source]) -> Diagnostic:
    span = span_in(fault.file, fault.line, sources)
    return Diagnostic(
        "template-error", f"a template cannot be shown: {fault.why}", span, fault.help or "mend the theme"
    )
