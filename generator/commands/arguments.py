"""Arguments that several commands share, and the date of the build."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.domain.due import Precision, Unclear, parse_due
from generator.domain.programme import Programme
from generator.text.formats import FORMATS

DEFAULT_CONTENT = Path("content")
DEFAULT_OUTPUT = Path("output")


def add_content(parser: ArgumentParser) -> None:
    parser.add_argument(
        "content",
        metavar="CONTENT",
        nargs="?",
        type=Path,
        default=DEFAULT_CONTENT,
        help="the folder with programme.yml in it (default: %(default)s)",
    )


def add_content_option(parser: ArgumentParser) -> None:
    """For commands that something else is named to first."""
    parser.add_argument(
        "--content",
        metavar="DIR",
        type=Path,
        default=DEFAULT_CONTENT,
        help="the folder with programme.yml in it (default: %(default)s)",
    )


def add_choice_of_build(parser: ArgumentParser) -> None:
    """What is built: for whom, on which date, with or without drafts."""
    parser.add_argument(
        "--audience",
        metavar="ID",
        action="append",
        default=[],
        help="build for this audience only; may be given several times (default: all)",
    )
    parser.add_argument(
        "--on",
        metavar="DATE",
        type=day,
        help="build as if today were this day, such as 2020-01-31 (default: today where the programme is, or the day in"
        " SOURCE_DATE_EPOCH)",
    )
    parser.add_argument(
        "--drafts",
        action="store_true",
        help="show drafts, and editions that are not out yet, in folders of their own such as staff-drafts",
    )


def add_date(parser: ArgumentParser) -> None:
    """The day on which something is done."""
    parser.add_argument(
        "--on",
        metavar="DATE",
        type=day,
        help="do it as if today were this day, such as 2020-01-31 (default: today where the programme is, or the day in"
        " SOURCE_DATE_EPOCH)",
    )


def add_reporting(parser: ArgumentParser) -> None:
    """How findings are told, and when they make the command fail."""
    parser.add_argument("--strict", action="store_true", help="fail on warnings too, and write nothing then")
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default="text", help="the form of the findings (default: %(default)s)"
    )
    add_manners(parser)


def add_manners(parser: ArgumentParser) -> None:
    parser.add_argument("--quiet", "-q", action="store_true", help="print findings only")
    parser.add_argument(
        "--colour",
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="when to use colours (default: %(default)s, which heeds NO_COLOR)",
    )


def day(words: str) -> date:
    """A day in any of the forms that content may use. Raises ArgumentTypeError."""
    due = parse_due(words)
    if isinstance(due, Unclear) or due.precision is not Precision.DAY:
        raise ArgumentTypeError(f"{words} is not one day: write it as 2020-01-31")
    return due.first_day


class BadEpochError(Exception):
    """SOURCE_DATE_EPOCH is not a number of seconds."""


def clock(arguments: Namespace) -> Callable[[Programme], date]:
    """The day of the build: `--on`, else SOURCE_DATE_EPOCH in UTC, else today in the programme's time zone.

    Source: https://reproducible-builds.org/specs/source-date-epoch/. Raises BadEpochError.
    """
    asked: date | None = arguments.on
    if asked:
        return lambda _: asked
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return _fixed(epoch)
    return lambda programme: datetime.now(ZoneInfo(programme.timezone)).date()


def _fixed(epoch: str) -> Callable[[Programme], date]:
    try:
        fixed = datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise BadEpochError(f"SOURCE_DATE_EPOCH is `{epoch}`, which is not a number of seconds since 1970") from error
    return lambda _: fixed
