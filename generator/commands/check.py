"""`golden check`: the same work as `golden build`, without writing. What stands as it would be made is not made."""

import gc
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import nullcontext
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING

from generator.build import Result
from generator.commands.arguments import (
    DEFAULT_OUTPUT,
    add_choice_of_build,
    add_content,
    add_no_cache,
    add_reporting,
    place_named,
)
from generator.commands.explain import reasons
from generator.commands.judging import judge, request_of
from generator.commands.manner import manner_of
from generator.commands.recalled import kept_cache
from generator.commands.terminal import MACHINE_FORMATS, OK, complain, ending_of
from generator.domain.audience import DRAFTS
from generator.text.formats import MANY
from generator.text.plural import plural

if TYPE_CHECKING:
    from generator.commands.other_sites import OtherSites

EXAMPLES = """\
examples:
  golden check                              everything that is wrong with content/, with its remedy
  golden check --strict                     fail on warnings as well
  golden check --explain                    and why each kind of finding matters
  golden check --external                   and ask other sites whether what you link to is still there
  golden check --format json | less         for other programs
  golden explain bad-due                    what one finding means
"""


def add_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--output",
        "-o",
        metavar="DIR",
        type=place_named,
        default=DEFAULT_OUTPUT,
        help="where `golden build` has put the sites: what stands there as it would be made is not made again; nothing "
        "is written (default: %(default)s)",
    )
    add_choice_of_build(parser)
    add_no_cache(parser)
    add_reporting(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="say below the findings what each kind of them means, and why it matters; `golden explain CODE` says more",
    )
    parser.add_argument(
        "--external",
        action="store_true",
        help="ask other sites, over the network, whether each address that the content links to is still there",
    )
    parser.add_argument(
        "--external-age",
        metavar="DAYS",
        type=_days,
        default=1.0,
        help="with --external: ask again what was well longer ago than so many days; 0 asks for all anew (default: 1)",
    )


def _days(words: str) -> float:
    try:
        days = float(words)
    except ValueError:
        days = -1.0
    if not (isfinite(days) and days >= 0):
        raise ArgumentTypeError(f"{words} is not a number of days")
    return days


def run(arguments: Namespace) -> int:
    others = _other_sites(arguments.external_age) if arguments.external else None

    def finish(result: Result) -> str:
        addresses = others.counted if others else ""
        return f"{plural(result.editions, 'edition')}{addresses} checked{ending_of(result.findings)}"

    def reasons_below(result: Result) -> str:
        return _reasons(result, arguments) if arguments.explain else ""

    gc.disable()  # as for a build
    cache = None if arguments.no_cache else kept_cache(arguments.output, arguments.content, _without_drafts)
    with cache or nullcontext():
        request = request_of(arguments, cache)
        if others:
            request = replace(request, further=others.ask)
        code = judge(request, manner_of(arguments), finish, below=reasons_below)
    if others and others.silence:
        silent = complain(others.silence)
        return silent if code == OK else code
    return code


def _without_drafts(site: str) -> str:
    """The site in which most files are as in this one."""
    return site.removesuffix(DRAFTS)


def _other_sites(days: float) -> "OtherSites":
    from generator.commands.other_sites import OtherSites  # noqa: PLC0415  only --external needs the network

    return OtherSites(days)


def _reasons(result: Result, arguments: Namespace) -> str:
    """Each code once, below all findings: ten findings of a kind have one reason. Other programs get none."""
    if not result.findings or arguments.format in MACHINE_FORMATS:
        return ""
    gap = "" if arguments.format == "text" and len(result.findings) <= MANY else "\n"
    return f"{gap}{reasons(found.code for found in result.findings)}\n"
