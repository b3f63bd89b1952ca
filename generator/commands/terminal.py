"""Talking to the terminal: findings, counts and colours."""

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from generator.fast_path import width_of
from generator.keeping.stamps import whole_path
from generator.text import UserError
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.plural import joined, plural
from generator.text.source import Source

if TYPE_CHECKING:
    from generator.commands.manner import Manner

OK = 0
CONTENT_HAS_ERRORS = 1
USAGE_OR_MACHINE = 2

MACHINE_FORMATS = ("json", "github", "sarif")


def wants_colour(stream: TextIO, choice: str) -> bool:
    """Colour only where somebody looks at it, and never where `NO_COLOR` is set (https://no-color.org)."""
    if choice != "auto":
        return choice == "always"
    is_dumb = os.environ.get("TERM") == "dumb"
    return stream.isatty() and not os.environ.get("NO_COLOR") and not is_dumb


def content_prefix(content: Path) -> str:
    """What stands before a path in messages, so that it can be opened from where the user is."""
    shown = content.as_posix()
    return "" if shown == "." else f"{shown.rstrip('/')}/"


def shown_path(path: Path) -> str:
    """From where the user is, or whole, whichever is shorter."""
    whole = whole_path(path)
    try:
        return min(os.path.relpath(whole), whole, key=len).replace(os.sep, "/")
    except ValueError:  # it is on another drive of Windows
        return whole


def quoted(path: str) -> str:
    """A path as it is typed in the shells of this system."""
    if sys.platform == "win32":
        return path if re.fullmatch(r"[\w.:\\/-]+", path) else f'"{path}"'  # which neither shell allows in a name
    import shlex  # noqa: PLC0415  few commands say what to type next

    return shlex.quote(path)


def print_findings(findings: Sequence[Diagnostic], sources: Mapping[str, Source], manner: "Manner") -> None:
    """The findings on standard output, in the form asked for; `sources` are the texts that they are about, by path."""
    sys.stdout.write(findings_in_words(findings, sources, manner))


def stop_over(findings: Iterable[Diagnostic], sources: Mapping[str, Source], manner: "Manner", so: str) -> int:
    """The findings that keep a command from its work, and a line that counts them and says so; gives the exit code."""
    ordered = in_order(findings)
    print_findings(ordered, sources, manner)
    say(f"{counted(ordered)}{so}", manner)
    return CONTENT_HAS_ERRORS


def findings_in_words(findings: Sequence[Diagnostic], sources: Mapping[str, Source], manner: "Manner") -> str:
    """What is printed of the findings, line ends and all."""
    from generator.text.formats import MANY, listing  # noqa: PLC0415  a build with nothing to do has nothing to list

    colour = wants_colour(sys.stdout, manner.colour)
    words = listing(manner.format, findings, sources, content_prefix(manner.content), colour, width_of(sys.stdout))
    has_blocks = manner.format == "text" and len(findings) <= MANY
    return words and (f"{words}\n\n" if has_blocks else f"{words}\n")


def exit_code(findings: Sequence[Diagnostic], is_strict: bool) -> int:
    """1 where the content has errors; with `--strict` also where it has warnings."""
    weights = {found.severity for found in findings}
    fails = Severity.ERROR in weights or (is_strict and Severity.WARNING in weights)
    return CONTENT_HAS_ERRORS if fails else OK


def counted(findings: Sequence[Diagnostic]) -> str:
    """`2 errors and 1 warning`; empty for none."""
    weights = [finding.severity for finding in findings]
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "piece of advice"}
    counts = [plural(weights.count(severity), word) for severity, word in words.items() if severity in weights]
    return joined(counts)


def ending_of(findings: Sequence[Diagnostic]) -> str:
    """What ends the line about work that is done: `; 2 warnings`, or `; nothing to mend`."""
    return f"; {counted(findings) or 'nothing to mend'}"


def say(words: str, manner: "Manner") -> None:
    """A line about what was done. It goes to standard error where standard output is for other programs."""
    if not manner.quiet:
        stream = sys.stderr if manner.format in MACHINE_FORMATS else sys.stdout
        stream.write(f"{words}\n")


def note(words: str, manner: "Manner") -> None:
    """Something to know while we wait; it is no part of what is asked for."""
    if not manner.quiet:
        sys.stderr.write(f"golden: {words}\n")
        sys.stderr.flush()


def insist(words: str) -> None:
    """Something that is to be known however quiet a command is asked to be: what somebody did is undone."""
    sys.stderr.write(f"golden: {words}\n")


def warn_of(errors: Sequence[Diagnostic], so: str) -> int:
    """One line below what was told in spite of errors in the content; gives the exit code for them."""
    sys.stderr.write(
        f"golden: the content has {plural(len(errors), 'error')}, {so}; `golden check` shows what to mend\n"
    )
    return CONTENT_HAS_ERRORS


class Refused(UserError):
    """A command cannot do what was asked."""


def complain(words: str) -> int:
    """One line about a mistake of usage or of the machine; gives the exit code for it."""
    sys.stderr.write(f"golden: {words}\n")
    return USAGE_OR_MACHINE
