"""The command line: arguments, today's date, exit codes.

Exit codes: 0, all is well; 1, the content has errors (with --strict, warnings); 2, a mistake of usage or of the
machine. A traceback is a fault of ours.
"""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from generator import __version__
from generator.commands import (
    beginning,
    building,
    completing,
    explaining,
    freezing,
    importing,
    mending,
    schemas,
    sending,
    telling,
    theming,
    withdrawing,
)

_INTERRUPTED = 130

_ABOUT = """\
Golden Thread makes a council's monthly programme updates, written in Markdown and YAML, into a site for staff and a
site for residents, and follows every promise from the month it is made.
"""
_START = """\
start here:
  golden build           make the sites in output/ from the folder content/
  golden check           find what is wrong, and write nothing
  golden COMMAND --help  more about one command, with examples
"""

Run = Callable[[Namespace], int]


def make_parser() -> ArgumentParser:
    parser = ArgumentParser("golden", description=_ABOUT, epilog=_START, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"golden {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, about: str, examples: str, add_arguments: Callable[[ArgumentParser], None], run: Run) -> None:
        command = commands.add_parser(
            name,
            help=about[0].lower() + about[1:].rstrip("."),
            description=about,
            epilog=examples,
            formatter_class=RawDescriptionHelpFormatter,
        )
        add_arguments(command)
        command.set_defaults(run=run)

    add("new", "Begin the next edition, with every open promise in it.", beginning.EXAMPLES, beginning.add_arguments,
        beginning.run)  # fmt: skip
    add("import", "Bring in what you have, from Word, text, web pages, e-mail or spreadsheets, as a draft edition.",
        importing.EXAMPLES, importing.add_arguments, importing.run)  # fmt: skip
    add("build", "Make the sites.", building.BUILD_EXAMPLES, building.add_build_arguments, building.run_build)
    add("check", "Find what is wrong with the content, and write nothing.", building.CHECK_EXAMPLES,
        building.add_check_arguments, building.run_check)  # fmt: skip
    add("newsletter", "Make an issue of a newsletter, to print, post and send.", sending.EXAMPLES,
        sending.add_arguments, sending.run)  # fmt: skip
    add("fix", "Mend what can be mended in the files without asking anybody.", mending.EXAMPLES, mending.add_arguments,
        mending.run)  # fmt: skip
    add("thread", "Tell what became of a promise, or list the open ones.", telling.EXAMPLES, telling.add_arguments,
        telling.run)  # fmt: skip
    add("freeze", "Record an edition as it was published, so that it changes only openly.", freezing.EXAMPLES,
        freezing.add_arguments, freezing.run)  # fmt: skip
    add("withdraw", "Take words, a name or an action out of what was published.", withdrawing.EXAMPLES,
        withdrawing.add_arguments, withdrawing.run)  # fmt: skip
    add("theme", "Begin a theme of your own, try it, and see all its parts.", theming.EXAMPLES,
        theming.add_arguments, theming.run)  # fmt: skip
    add("explain", "Say what a finding means and how it is mended.", explaining.EXAMPLES, explaining.add_arguments,
        explaining.run)  # fmt: skip
    add("schema", "Give JSON Schemas of the content's files, for editors.", schemas.EXAMPLES, schemas.add_arguments,
        schemas.run)  # fmt: skip
    add("completion", "Give a script that completes commands in a shell.", completing.EXAMPLES,
        completing.add_arguments, lambda arguments: completing.run(arguments, parser))  # fmt: skip
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code. `words` are the arguments without the program's name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that cannot show a letter shows its code
            stream.reconfigure(errors="backslashreplace")
    arguments = make_parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stderr.close()
        return 0
