"""The command line: arguments, today's date, exit codes.

Exit codes: 0, all is well; 1, the content has errors (with --strict, warnings); 2, a mistake of usage or of the
machine. A traceback is a fault of ours.
"""

import re
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import NoReturn

from generator import __version__
from generator.commands.help_form import HelpForm
from generator.text import UserError

_USAGE = 2
_INTERRUPTED = 130
_NO_THREAD = "can't start new thread"  # so Python says, by no class of its own
_NO_MORE = (
    "this machine lets us start no more threads: have its limit raised (`ulimit -u`, or `TasksMax=` of a service), or"
    " run it again when less is going on"
)
_BY_SIGNAL = 128  # and its number, as shells have it

_ABOUT = """\
Golden Thread makes a council's monthly programme updates, written in Markdown and YAML, into a site for staff and a
site for residents, and follows every promise from the month it is made.
"""
_START = """\
start here:
  golden init DIR        begin a programme in a folder of its own
  golden serve           see the sites in a browser while you write in the folder content/
  golden build           make the sites in output/ from that folder
  golden check           find what is wrong, and write nothing
  golden COMMAND --help  more about one command, with examples
"""

# What each command is about, in the order in which people come to them. Its module in generator/commands has its name.
_COMMANDS = {
    "init": "Begin a programme, by a short talk or by flags alone.",
    "new": "Begin the next edition, with every open promise in it.",
    "import": "Bring in what you have, from Word, text, web pages, e-mail or spreadsheets, as a draft edition.",
    "serve": "Show the sites in a browser while they are written.",
    "status": "Say who has handed in, what is to be mended, and what is due.",
    "build": "Make the sites.",
    "check": "Find what is wrong with the content, and write nothing.",
    "newsletter": "Make an issue of a newsletter, to print, post and send.",
    "report": "Make a report for a scrutiny committee, as a page and as a PDF.",
    "fix": "Mend what can be mended in the files without asking anybody.",
    "thread": "Tell what became of a promise, or list the open ones.",
    "changes": "Tell an approver what the newest edition changes, in plain sentences.",
    "publish": "Check, make and freeze, and put one audience's site on a share or into a zip file.",
    "freeze": "Record an edition as it was published, so that it changes only openly.",
    "withdraw": "Take words, a name or an action out of what was published.",
    "theme": "Begin a theme of your own, try it, and see all its parts.",
    "explain": "Say what a finding means and how it is mended.",
    "schema": "Give JSON Schemas of the content's files, for editors.",
    "completion": "Give a script that completes commands in a shell.",
}


class _Parser(ArgumentParser):
    """One that says in a line of its own command what is wrong. Its parts for each command are of the same kind."""

    def error(self, message: str) -> NoReturn:
        self.exit(_USAGE, f"{self.prog}: {message.removeprefix('argument ')}; `{self.prog} --help` says more\n")


def make_parser(given: str | None = None) -> ArgumentParser:
    """The whole command line; or, with a command given, one that knows the arguments of that command alone."""
    parser = _Parser("golden", description=_ABOUT, epilog=_START, formatter_class=HelpForm)
    parser.add_argument("--version", action="version", version=f"golden {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, about in _COMMANDS.items():
        command = commands.add_parser(
            name,
            help=about[0].lower() + about[1:].rstrip("."),
            description=about,
            formatter_class=HelpForm,
        )
        command.set_defaults(parser=command)
        if given is None or given == name:
            # The others would take longer to import than many a build takes.
            work = import_module(f"generator.commands.{name}{'_' * iskeyword(name)}")
            command.epilog = work.EXAMPLES
            work.add_arguments(command)
            command.set_defaults(run=work.run)
    return parser


def run_to_the_end() -> int:
    """As main, in a process of its own: whoever ends services, or closes the terminal, ends it as Ctrl+C does, so that
    temporary folders go first.
    """

    def end(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # a second one must not disturb the clearing up
        raise KeyboardInterrupt(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has but one of them
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup has it passed over
            signal.signal(number, end)
    return main()


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code. `words` are the arguments without the program's name."""
    given = list(sys.argv[1:] if words is None else words)
    if not given:
        make_parser("").print_help(sys.stderr)
        return _USAGE
    if given[0] not in (*_COMMANDS, "-h", "--help", "--version"):
        return _refuse(given[0])
    arguments, left_over = make_parser(given[0]).parse_known_args(given)
    if left_over:
        return _refuse_left_over(left_over, arguments.parser)
    arguments.whole = make_parser  # completion describes all of it
    arguments.as_given = given  # under a name that no option has: `--words` is one of them
    try:
        if given[0] != "theme" and (fault := _fault_of_place(getattr(arguments, "content", None))):
            sys.stderr.write(f"golden: {fault}\n")
            return _USAGE
        return int(arguments.run(arguments))
    except KeyboardInterrupt as end:
        return _BY_SIGNAL + end.args[0] if end.args else _INTERRUPTED
    except UserError as error:
        from generator.text.excerpt import visible  # noqa: PLC0415  where all is well, nothing is told

        sys.stderr.writelines(f"{line}\n" for line in map(visible, f"golden: {error}".split("\n")))
        return _USAGE
    except RuntimeError as error:
        if str(error) != _NO_THREAD:
            raise
        sys.stderr.write(f"golden: {_NO_MORE}\n")
        return _USAGE
    except OSError as error:
        if error.filename is None:  # of our own streams, which __main__.py knows more about, or a fault of ours
            raise
        sys.stderr.write(f"golden: `{error.filename}` cannot be used: {str(error.strerror).lower()}\n")
        return _USAGE


def _fault_of_place(folder: Path | None) -> str:
    """Why the content cannot be in the folder that was named; empty where it may be. A theme needs no content."""
    if folder is None or (folder / "programme.yml").is_file():
        return ""
    from generator.commands.placing import why_no_content  # noqa: PLC0415  most users stand in the right folder

    return why_no_content(folder)


def _refuse(word: str) -> int:
    """For a first word that is no command; the exit code of a mistake of usage."""
    if word.startswith("-"):
        return _complain("golden", "the command comes first, then what belongs to it", "`golden --help` lists them all")
    remedy = _nearest(word.lower(), _COMMANDS) or "`golden --help` lists them all"
    return _complain("golden", f"there is no command `{word}`", remedy)


def _refuse_left_over(words: Sequence[str], command: ArgumentParser) -> int:
    """For words that the command cannot take; the exit code of a mistake of usage."""
    name, usage = command.prog, command.format_usage()
    option = next((word.partition("=")[0] for word in words if word.startswith("-")), "")
    if not option:
        remedy = f'words that belong together stand in quotes ("..."), and `{name} --help` shows the order'
        if "--content" in usage and Path(words[0]).is_dir():
            remedy = "a folder is named with its option: --content FOLDER"
        return _complain(name, f"`{words[0]}` is one word too many", remedy)
    if option == "--content" and "[CONTENT]" in usage:
        return _complain(name, "there is no option `--content`", f"the folder is named without it: {name} FOLDER")
    remedy = _nearest(option, re.findall(r"--[a-z-]+", usage)) or f"`{name} --help` lists them all"
    return _complain(name, f"there is no option `{option}`", remedy)


def _nearest(word: str, known: Iterable[str]) -> str:
    bare = {it.lstrip("-"): it for it in known}
    near = get_close_matches(word.lstrip("-"), bare, n=1)
    return f"did you mean `{bare[near[0]]}`?" if near else ""


def _complain(name: str, fault: str, remedy: str) -> int:
    sys.stderr.write(f"{name}: {fault}{'' if fault.endswith('?') else ';'} {remedy}\n")
    return _USAGE
