"""`golden freeze`: an edition's record, after which it changes only openly."""

from argparse import ArgumentParser, Namespace

from generator.authoring.freezing import Freezing, freeze, seal
from generator.commands.arguments import add_content_option, add_date, add_reporting, clock
from generator.commands.manner import manner_of
from generator.commands.terminal import OK, content_prefix, print_findings, say, stop_over
from generator.domain.due import day_in_words
from generator.domain.edition import Edition
from generator.text.diagnostic import has_errors
from generator.text.plural import plural

EXAMPLES = """\
examples:
  golden freeze 2026-10      record the update of October 2026 as it was published
  golden freeze 2026-10      again, after a correction in its edition.md: seal what was corrected
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("edition", metavar="EDITION", help="the edition's name, such as 2026-10")
    add_content_option(parser)
    add_date(parser)
    add_reporting(parser)


def run(arguments: Namespace) -> int:
    manner = manner_of(arguments)
    freezing = freeze(arguments.content, arguments.edition, clock(arguments))
    seal(arguments.content, freezing)
    if has_errors(freezing.findings) or freezing.edition is None:
        return stop_over(freezing.findings, freezing.sources, manner, ": nothing was frozen")
    print_findings(freezing.findings, freezing.sources, manner)
    say(_told(freezing, freezing.edition, content_prefix(arguments.content)), manner)
    return OK


def _told(freezing: Freezing, edition: Edition, prefix: str) -> str:
    record = edition.record
    if record is None:
        files = plural(1 + len(edition.updates), "file")
        return (
            f"{edition.title} is frozen: {files}, recorded in {prefix}{next(iter(freezing.files))}; keep it with them"
        )
    day = day_in_words(record.frozen_on)
    if not freezing.files:
        return f"{edition.title} was frozen on {day} and is as it was: nothing to do"
    return f"{edition.title}, frozen on {day}, is sealed with what was corrected since"
