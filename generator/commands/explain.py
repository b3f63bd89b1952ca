"""`golden explain`: what a finding means and how it is mended; and the same, shortly, below a list of findings."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

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
    sys.stdout.write(_page(arguments.code))
    return OK


def _page(code: str) -> str:
    return (diagnostics_folder() / f"{code}.md").read_text(encoding="utf-8")


def reasons(codes: Iterable[str]) -> str:
    """What each code means and why it matters, once each, as its page says it before the first example."""
    return "\n".join(_reason(code) for code in sorted(set(codes)))


def _reason(code: str) -> str:
    heading, _, rest = _page(code).partition("\n")
    paragraphs = rest.partition("\nWrong")[0].partition("\n```")[0].strip()
    return f"{heading.lstrip('# ')}\n\n{_indented(paragraphs)}\n"


def _indented(words: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in words.splitlines())
