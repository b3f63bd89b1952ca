"""`golden build`: where nothing has changed since the last one, seen at once; else made, told and put in place.

Nothing is imported before it is known to be needed: most builds have nothing to do.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from time import monotonic, time_ns

from generator import fast_path
from generator.commands.arguments import (
    DEFAULT_OUTPUT,
    add_choice_of_build,
    add_content,
    add_no_cache,
    add_reporting,
    fixed_day,
    place_named,
    today_in,
)
from generator.commands.terminal import OK, wants_colour
from generator.commands.unchanged_build import keep_answer, told_again
from generator.keeping.receipt import Receipt, has_grown_old, read_receipt, write_receipt
from generator.keeping.stamps import whole_path
from generator.output.names import CACHE

EXAMPLES = """\
examples:
  golden build                              content/ into output/, one folder for each audience
  golden build --audience residents         the residents' site alone; the others stay as they are
  golden build --drafts --on 2026-12-01     what the sites will look like on 1 December, drafts included
  golden build --explain                    what was made again, and why
  golden build --atomic --no-wait           straight into the folder that a web server reads
  golden build --strict --format github     for a build server: warnings fail, findings stand at their lines
"""


def add_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--output",
        "-o",
        metavar="DIR",
        type=place_named,
        default=DEFAULT_OUTPUT,
        help="where the sites are put, each in a folder of its own (default: %(default)s)",
    )
    add_choice_of_build(parser)
    add_putting(parser)
    parser.add_argument("--explain", action="store_true", help="say what was made again, and why")
    add_no_cache(parser)
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


def run(arguments: Namespace) -> int:
    started, at_ns = monotonic(), time_ns()
    output = str(arguments.output)
    asked = _asked(arguments)
    receipt = None if arguments.no_cache else read_receipt(f"{output}/{CACHE}", asked)
    if receipt and _is_of_today(receipt, arguments) and fast_path.stands(receipt, output):
        if has_grown_old(receipt, at_ns):
            receipt = receipt.without_young()
            write_receipt(f"{output}/{CACHE}", receipt)
        if not receipt.young:
            keep_answer(receipt, arguments)
        fast_path.say(*told_again(receipt, arguments), started)
        return OK
    from generator.commands.full_build import build_anew  # noqa: PLC0415  all of the generator, for a build that has something to do

    return build_anew(arguments, asked, started, at_ns)


def _asked(arguments: Namespace) -> str:
    """All by which two builds differ in what they give or say, but for the day."""
    wants = (arguments.audience, arguments.drafts, arguments.strict, arguments.format)
    places = map(whole_path, (os.curdir, arguments.content, arguments.output))
    seen = (wants_colour(sys.stdout, arguments.colour), fast_path.width_of(sys.stdout))
    return repr((*places, str(arguments.content), *wants, *seen))


def _is_of_today(receipt: Receipt, arguments: Namespace) -> bool:
    day = fixed_day(arguments) or today_in(receipt.timezone)
    return receipt.on == day.isoformat()
