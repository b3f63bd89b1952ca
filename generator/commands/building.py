"""`golden build` and `golden check`: the same work, with and without writing."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from generator.build import Request, Result, UnknownAudienceError, build, write
from generator.commands.arguments import (
    DEFAULT_OUTPUT,
    BadEpochError,
    add_choice_of_build,
    add_content,
    add_reporting,
    clock,
)
from generator.commands.explaining import reasons
from generator.commands.progress import showing_progress
from generator.commands.terminal import MACHINE_FORMATS, OK, complain, counted, exit_code, plural, print_findings, say
from generator.output.failures import OutputFailed, OutputRefused
from generator.text.formats import MANY

BUILD_EXAMPLES = """\
examples:
  golden build                              content/ into output/, one folder for each audience
  golden build --audience residents         the residents' site alone; the others stay as they are
  golden build --drafts --on 2026-12-01     what the sites will look like on 1 December, drafts included
  golden build --atomic --no-wait           straight into the folder that a web server reads
  golden build --strict --format github     for a build server: warnings fail, findings stand at their lines
"""
CHECK_EXAMPLES = """\
examples:
  golden check                              everything that is wrong with content/, with its remedy
  golden check --strict                     fail on warnings as well
  golden check --explain                    and why each kind of finding matters
  golden check --format json | less         for other programs
  golden explain bad-due                    what one finding means
"""


def add_build_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--output",
        "-o",
        metavar="DIR",
        type=Path,
        default=DEFAULT_OUTPUT,
        help="where the sites are put, each in a folder of its own (default: %(default)s)",
    )
    add_choice_of_build(parser)
    add_putting(parser)
    add_reporting(parser)


def add_putting(parser: ArgumentParser) -> None:
    """How the sites get into their folders."""
    parser.add_argument(
        "--atomic",
        action="store_true",
        help="give each site that changes a whole new folder in place of the old one, for servers that read the output "
        "folder itself: pages of two builds are never seen together. Linux exchanges the two in one step; on other "
        "systems a reader may for an instant find no page. A folder with files in it that are not ours is refused",
    )
    parser.add_argument(
        "--no-wait",
        action="store_true",
        help="end with exit code 2 where another build is writing into the same folder, instead of waiting for it",
    )


def add_check_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    add_choice_of_build(parser)
    add_reporting(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="say below the findings what each kind of them means, and why it matters; `golden explain CODE` says more",
    )


def run_check(arguments: Namespace) -> int:
    return _run(arguments, lambda result: f"{plural(result.editions, 'edition')} checked{_found(result)}")


def run_build(arguments: Namespace) -> int:
    started = monotonic()

    def finish(result: Result) -> str:
        written = write(
            arguments.output,
            result,
            is_atomic=arguments.atomic,
            waits=not arguments.no_wait,
            tell=lambda words: _note(words, arguments),
        )
        changed = written.added + written.changed + written.removed
        files = written.added + written.changed + written.unchanged
        return (
            f"{' and '.join(result.sites)}: {files} files in {arguments.output}, {changed} of them changed, "
            f"in {monotonic() - started:.1f} s{_found(result)}"
        )

    return _run(arguments, finish, ": nothing was written")


def _note(words: str, arguments: Namespace) -> None:
    """Something to know while we wait; it is no part of what is asked for."""
    if not arguments.quiet:
        sys.stderr.write(f"golden: {words}\n")
        sys.stderr.flush()


def _found(result: Result) -> str:
    return f"; {counted(result.findings)}" if result.findings else "; nothing to mend"


def _explain(result: Result, arguments: Namespace) -> None:
    """Each code once, below all findings: ten findings of a kind have one reason. Other programs get none."""
    if getattr(arguments, "explain", False) and result.findings and arguments.format not in MACHINE_FORMATS:
        gap = "" if arguments.format == "text" and len(result.findings) <= MANY else "\n"
        sys.stdout.write(f"{gap}{reasons(found.code for found in result.findings)}\n")


def _run(arguments: Namespace, finish: Callable[[Result], str], ending: str = "") -> int:
    """Build in memory, tell the findings, and finish if nothing stands against it; else say so with the `ending`."""
    if not arguments.content.is_dir():
        return complain(f"there is no folder `{arguments.content}`; name the one with programme.yml in it")
    try:
        with showing_progress(sys.stderr, is_wanted=not arguments.quiet) as progress:
            asked = tuple(arguments.audience)
            result = build(Request(arguments.content, clock(arguments), asked, arguments.drafts, progress))
        print_findings(result, arguments)
        _explain(result, arguments)
        code = exit_code(result.findings, arguments.strict)
        say(finish(result) if code == OK else f"{counted(result.findings)}{ending}", arguments)
    except (UnknownAudienceError, BadEpochError, OutputRefused, OutputFailed) as error:
        return complain(str(error))
    return code
