"""`golden check`: the same work as `golden build`, without writing."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from math import isfinite
from time import time
from typing import TYPE_CHECKING

from generator.commands.arguments import add_choice_of_build, add_content, add_reporting
from generator.commands.manner import manner_of
from generator.commands.terminal import MACHINE_FORMATS, OK, complain, ending_of
from generator.text.plural import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.build import Result
    from generator.commands.progress import Tell
    from generator.domain.content import Content
    from generator.outside.check import ExternalCheck
    from generator.text.diagnostic import Diagnostic

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
    add_choice_of_build(parser)
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
    from generator.commands.judging import judge, request_of  # noqa: PLC0415  `--help` needs no build

    outside: list[ExternalCheck] = []  # once the content could be read, where it was to be asked

    def further(content: "Content", tell: "Tell") -> "Iterable[Diagnostic]":
        if arguments.external:
            outside.append(_ask_outside(content, tell, arguments))
        return [found for one in outside for found in one.findings]

    def finish(result: "Result") -> str:
        addresses = "".join(map(_outside_words, outside))
        return f"{plural(result.editions, 'edition')}{addresses} checked{ending_of(result.findings)}"

    def reasons(result: "Result") -> str:
        return _reasons(result, arguments) if arguments.explain else ""

    code = judge(request_of(arguments), manner_of(arguments), finish, below=reasons, further=further)
    if hosts := [host for one in outside for host in one.unreached]:
        offline = complain(_offline(hosts))
        return offline if code == OK else code
    return code


def _offline(hosts: list[str]) -> str:
    if len(hosts) == 1:
        return f"{hosts[0]} was not reached, and no other site was asked; is its name right, and the network there?"
    return f"none of {len(hosts)} other sites was reached, so nothing is said of them; is this machine on the network?"


def _ask_outside(content: "Content", tell: "Tell", arguments: Namespace) -> "ExternalCheck":
    """The network is known here alone: its time, the proxies of this machine, and where a user's cache is."""
    from urllib.request import getproxies  # noqa: PLC0415  only --external asks other sites

    from generator.commands.judging import CACHE_OF_USER  # noqa: PLC0415  only --external asks other sites
    from generator.outside.answer import GENTLE  # noqa: PLC0415  only --external asks other sites
    from generator.outside.check import Kept, ask_outside  # noqa: PLC0415  only --external asks other sites
    from generator.outside.visiting import Way  # noqa: PLC0415  only --external asks other sites

    now = time()
    since = now - arguments.external_age * 24 * 60 * 60
    return ask_outside(content, Way(GENTLE, getproxies()), Kept(CACHE_OF_USER / "outside.json", since, now), tell)


def _outside_words(outside: "ExternalCheck") -> str:
    if outside.unreached:
        return ""
    lately = f" ({outside.known} of them lately)" if outside.known else ""
    return f", {outside.addresses} outside address{'' if outside.addresses == 1 else 'es'}{lately}"


def _reasons(result: "Result", arguments: Namespace) -> str:
    """Each code once, below all findings: ten findings of a kind have one reason. Other programs get none."""
    from generator.commands.explain import reasons  # noqa: PLC0415  only --explain tells why
    from generator.text.formats import MANY  # noqa: PLC0415  only --explain tells why

    if not result.findings or arguments.format in MACHINE_FORMATS:
        return ""
    gap = "" if arguments.format == "text" and len(result.findings) <= MANY else "\n"
    return f"{gap}{reasons(found.code for found in result.findings)}\n"
