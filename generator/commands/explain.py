"""`golden explain`: what a finding means and how it is mended; and the same, shortly, below a list of findings."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from generator.commands.terminal import OK, complain
from generator.reading.desk import closest
from generator.text.codes import CODES
from generator.text.explanations import explanation_of

EXAMPLES = """\
examples:
  golden explain                 all codes, with how much each weighs
  golden explain unknown-field   what that finding means, with an example
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", nargs="?", help="the word in brackets of a finding, such as bad-due")


def run(arguments: Namespace) -> int:
    if arguments.code is None:
        width = max(map(len, CODES))
        sys.stdout.writelines(f"{code:{width}}  {severity}\n" for code, severity in sorted(CODES.items()))
        return OK
    if arguments.code not in CODES:
        remedy = closest(arguments.code, CODES) or "`golden explain` lists them all"
        return complain(f"there is no finding `{arguments.code}`; {remedy}")
    sys.stdout.write(explanation_of(arguments.code).page)
    return OK


def reasons(codes: Iterable[str]) -> str:
    """What each code means and why it matters, once each, as its page says it before the first example."""
    return "\n".join(_reason(code) for code in sorted(set(codes)))


def _reason(code: str) -> str:
    explained = explanation_of(code)
    return f"{explained.title}\n\n{_indented(explained.reasons)}\n"


def _indented(words: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in words.splitlines())
