"""`golden explain`: what a finding means and how it is mended."""

import sys
from argparse import ArgumentParser, Namespace

from generator.commands.terminal import OK, complain
from generator.reading.desk import closest
from generator.shipped import diagnostics_folder
from generator.text.codes import CODES

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
    page = diagnostics_folder() / f"{arguments.code}.md"
    sys.stdout.write(page.read_text(encoding="utf-8"))
    return OK
