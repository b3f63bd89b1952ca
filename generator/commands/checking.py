"""`golden check`: the same work as `golden build`, without writing."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from generator.commands.arguments import add_choice_of_build, add_content, add_reporting
from generator.commands.terminal import MACHINE_FORMATS, plural

if TYPE_CHECKING:
    from generator.build import Result

EXAMPLES = """\
examples:
  golden check                              everything that is wrong with content/, with its remedy
  golden check --strict                     fail on warnings as well
  golden check --explain                    and why each kind of finding matters
  golden check --format json | less         for other programs
  golden explain bad-due                    what one finding means
"""


def add_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    add_choice_of_build(parser)
    add_reporting(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="say below the findings what each kind of them means, and why it matters; `golden explain CODE` says more",
    )


def run(arguments: Namespace) -> int:
    from generator.commands.judging import found, judge  # noqa: PLC0415  `--help` needs no build

    def finish(result: "Result") -> str:
        return f"{plural(result.editions, 'edition')} checked{found(result)}"

    return judge(arguments, finish, below=lambda result: _reasons(result, arguments) if arguments.explain else "")


def _reasons(result: "Result", arguments: Namespace) -> str:
    """Each code once, below all findings: ten findings of a kind have one reason. Other programs get none."""
    from generator.commands.explaining import reasons  # noqa: PLC0415  for those who ask
    from generator.text.formats import MANY  # noqa: PLC0415  likewise

    if not result.findings or arguments.format in MACHINE_FORMATS:
        return ""
    gap = "" if arguments.format == "text" and len(result.findings) <= MANY else "\n"
    return f"{gap}{reasons(found.code for found in result.findings)}\n"
