"""`golden check`: the same work as `golden build`, without writing."""

from argparse import ArgumentParser, Namespace

from generator.commands.arguments import add_choice_of_build, add_content, add_reporting
from generator.commands.terminal import plural

EXAMPLES = """\
examples:
  golden check                              everything that is wrong with content/, with its remedy
  golden check --strict                     fail on warnings as well
  golden check --format json | less         for other programs
  golden explain bad-due                    what one finding means
"""


def add_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    add_choice_of_build(parser)
    add_reporting(parser)


def run(arguments: Namespace) -> int:
    from generator.commands.judging import found, judge  # noqa: PLC0415  `--help` needs no build

    return judge(arguments, lambda result: f"{plural(result.editions, 'edition')} checked{found(result)}")
