"""In which manner a command tells what it finds and does, as its user asked for it."""

from argparse import Namespace
from pathlib import Path

from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """Paths of findings are shown below `content`. With `strict`, warnings make the command fail as errors do."""

    content: Path
    format: str = "text"
    colour: str = "auto"
    quiet: bool = False
    strict: bool = False


def manner_of(arguments: Namespace) -> Manner:
    """From what arguments.py adds to a command; not every one can be strict."""
    strict = getattr(arguments, "strict", False)
    return Manner(arguments.content, arguments.format, arguments.colour, arguments.quiet, strict)
