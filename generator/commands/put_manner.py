"""In which manner sites are put in place, as a command's words say."""

from argparse import Namespace

from generator.commands.manner import manner_of
from generator.commands.terminal import note
from generator.output.put import PutManner


def put_manner_of(arguments: Namespace) -> PutManner:
    """From what `add_putting` of build.py adds to a command."""
    manner = manner_of(arguments)
    return PutManner(arguments.atomic, not arguments.no_wait, lambda words: note(words, manner))
