"""The check of outside addresses, which is made only when it is asked for.

An address stands in the content because a writer put it there, and whoever runs the check asks it from their own
machine. So we ask as little as can be asked (HEAD, else GET, with nothing of ours in it), never this machine itself,
and follow nobody from outside into a network of our own.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.domain.content import Content
from generator.outside.addresses import host_of, outside_addresses
from generator.outside.answer import Answer, VisitOutcome
from generator.outside.findings import finding
from generator.outside.kept import read_kept, write_kept
from generator.outside.rings import Ring, ring_of_name
from generator.outside.visiting import Way, visit
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span
from generator.values import dataclass

_NO_NETWORK = (VisitOutcome.LOST, VisitOutcome.UNKNOWN_HOST, VisitOutcome.UNREACHABLE)
_NOBODY_ANSWERED = (*_NO_NETWORK, VisitOutcome.OUT_OF_SIGHT)
_NOT_ASKED = (VisitOutcome.OURSELVES, VisitOutcome.FOR_EXAMPLES, VisitOutcome.OUT_OF_SIGHT)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where earlier answers are kept, since when one counts, and what time it is now: seconds since 1970."""

    file: Path
    since: float
    now: float


@dataclass(frozen=True, slots=True)
class ExternalCheck:
    """What was found; how many addresses there are, and for how many an earlier answer stood in.

    `unreached` are the hosts that were asked where not one answered: then nothing can be said of any of them.
    """

    findings: tuple[Diagnostic, ...] = ()
    addresses: int = 0
    known: int = 0
    unreached: tuple[str, ...] = ()


def ask_outside(content: Content, way: Way, kept: Kept, progress: Callable[[str, int], None]) -> ExternalCheck:
    places = outside_addresses(content)
    known = {address: answer for address, (_, answer) in read_kept(kept.file, kept.since).items() if address in places}
    to_ask = [address for address in places if address not in known]
    if to_ask:
        progress("asking other sites", len(to_ask))
    asked = visit(to_ask, way, _may_be_ours(content), lambda: progress("", 0)) if to_ask else {}
    unreached = _unreached(asked)
    if unreached:
        asked = {address: answer for address, answer in asked.items() if answer.outcome not in _NOBODY_ANSWERED}
    else:
        write_kept(kept.file, asked, kept.now)
    return ExternalCheck(tuple(_findings(places, {**known, **asked})), len(places), len(known), unreached)


def _findings(places: Mapping[str, tuple[Span, ...]], answers: Mapping[str, Answer]) -> Iterator[Diagnostic]:
    for address, answer in answers.items():
        if told := finding(address, places[address], answer):
            yield told


def _may_be_ours(content: Content) -> Callable[[str], bool]:
    """Whether a host may be one that only our own network knows: that of the staff's site is."""
    inside = {host_of(audience.site) for audience in content.programme.audiences if audience.is_internal} - {""}
    outside = {host_of(audience.site) for audience in content.programme.audiences if not audience.is_internal}
    return lambda host: host in inside - outside or ring_of_name(host) is Ring.NEAR


def _unreached(asked: Mapping[str, Answer]) -> tuple[str, ...]:
    """The hosts that were asked, where none of them could be reached: more likely it is this machine that is alone."""
    there = {address: answer.outcome for address, answer in asked.items() if answer.outcome not in _NOT_ASKED}
    return tuple(sorted(set(map(host_of, there)))) if set(there.values()) <= set(_NO_NETWORK) else ()
