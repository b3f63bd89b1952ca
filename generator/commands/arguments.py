"""Arguments that several commands share, and the date of the build."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from generator import fast_path
from generator.text import UserError

if TYPE_CHECKING:
    from generator.domain.programme import Programme

# Those of generator/text/formats.py, which a build with nothing to tell does without; a test holds the two together.
FORM_NAMES = ("text", "concise", "json", "github", "sarif")
DEFAULT_CONTENT = Path("content")
DEFAULT_OUTPUT = Path(fast_path.DEFAULT_OUTPUT)


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
        help="make the pages of drafts, and of editions that are not out yet, in folders of their own such as "
        "staff-drafts; what is written in them is checked in any case",
    )


def add_no_cache(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--no-cache", action="store_true", help="read and make everything anew, whatever earlier builds have kept"
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
        "--format", choices=FORM_NAMES, default="text", help="the form of the findings (default: %(default)s)"
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


def place_named(words: str) -> Path:
    """Where something is to be written. Nothing would mean the folder in which one stands. Raises ArgumentTypeError."""
    if not words:
        raise ArgumentTypeError("nothing is named, as where a variable is empty")
    return Path(words)


def day(words: str) -> date:
    """A day in any of the forms that content may use. Raises ArgumentTypeError."""
    from generator.domain.due import Precision, Unclear, parse_due  # noqa: PLC0415  most builds are for today

    due = parse_due(words)
    if isinstance(due, Unclear) or due.precision is not Precision.DAY:
        raise ArgumentTypeError(f"{words} is not one day: write it as 2020-01-31")
    return due.first_day


class BadEpochError(UserError):
    """SOURCE_DATE_EPOCH is not a number of seconds."""


def clock(arguments: Namespace) -> "Callable[[Programme], date]":
    """The day of the build: `--on`, else SOURCE_DATE_EPOCH in UTC, else today in the programme's time zone.

    Source: https://reproducible-builds.org/specs/source-date-epoch/. Raises BadEpochError.
    """
    fixed = fixed_day(arguments)
    return lambda programme: fixed or today_in(programme.timezone)


def fixed_day(arguments: Namespace) -> date | None:
    """The day that was asked for; None where it is today's. Raises BadEpochError."""
    asked: date | None = arguments.on
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return _day_of(epoch) if epoch and not asked else asked


def hours_of(day: str, timezone: str) -> tuple[float, float]:
    """When a day, in ISO 8601, begins and ends there, in seconds since 1970."""
    begins = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(timezone))
    return begins.timestamp(), (begins + timedelta(days=1)).timestamp()


def today_in(timezone: str) -> date:
    return datetime.now(ZoneInfo(timezone)).date()


def _day_of(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise BadEpochError(f"SOURCE_DATE_EPOCH is `{epoch}`, which is not a number of seconds since 1970") from error
