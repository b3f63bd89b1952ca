"""Where one address leads: asked, asked again where that may help, and followed to its end."""

import re
from collections.abc import Callable
from dataclasses import field
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urldefrag, urljoin, urlsplit

from generator.outside.addresses import WEB, host_of, origin_of
from generator.outside.answer import Answer, Manners, VisitOutcome
from generator.outside.client import NoReply, Reply
from generator.outside.rings import Ring, is_for_examples
from generator.values import dataclass

_MOST_STEPS = 10
_FOR_GOOD = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_NOT_FOR_US = (401, 402, 403, 405, 406, 407, 415, 451, 999)  # 999 is what LinkedIn tells programs
_COME_BACK = (429, 503)
_TRY_AGAIN = (*_COME_BACK, 500, 502, 504)
_PASSING = (VisitOutcome.SILENT, VisitOutcome.UNREACHABLE, VisitOutcome.LOST)
_OUT_OF_SIGHT = (*_PASSING, VisitOutcome.UNKNOWN_HOST, VisitOutcome.UNSAFE)

_FRONT = re.compile(r"/?(?:(?:en|en-gb|cy)/?)?(?:(?:index|home|default)(?:\.\w+)?/?)?", re.IGNORECASE)
_SIGN_IN_HOST = re.compile(r"(?:login|signin|sign-in|accounts?|auth|sso|idp|adfs)\.", re.IGNORECASE)
_SIGN_IN_PATH = re.compile(r"/(?:log-?in|sign-?in|sign_in|sso|saml2?|adfs|oauth2?|authorize)(?=[/.?]|$)", re.IGNORECASE)


class Asks(Protocol):
    """What a client does, as client.Client says it."""

    def ask(self, method: str, address: str, nearest: Ring, *, with_text: bool = False) -> Reply: ...

    def ring(self, host: str) -> Ring: ...


@dataclass(frozen=True, slots=True)
class Follower:
    """`wait` is given seconds; `is_ours` says of a host that it may be one that only our own network knows. `heard` are
    the origins from which an answer came, whatever it was.
    """

    client: Asks
    manners: Manners
    wait: Callable[[float], None]
    is_ours: Callable[[str], bool]
    heard: set[str] = field(default_factory=set)

    def answer(self, address: str) -> Answer:
        host = host_of(address)
        if is_for_examples(host):
            return Answer(VisitOutcome.FOR_EXAMPLES)
        ring = self.client.ring(host)
        if ring is Ring.OURSELVES:
            return Answer(VisitOutcome.OURSELVES)
        answer = self._followed(address, ring)
        if answer.outcome not in _OUT_OF_SIGHT or origin_of(answer.to or address) in self.heard:
            return answer
        return Answer(VisitOutcome.OUT_OF_SIGHT) if ring is Ring.NEAR or self.is_ours(host) else answer

    def _followed(self, address: str, ring: Ring) -> Answer:
        at = lasting = urldefrag(address).url
        seen: set[str] = set()
        is_for_good = True
        while True:
            try:
                reply = self._asked(at, ring)
            except NoReply as failed:
                return Answer(failed.outcome, at if seen else "", failed.said)
            if reply.status not in _REDIRECTS or not reply.location:
                return _judged(address, at, lasting, reply)
            seen.add(at)
            at = urldefrag(_joined(at, reply.location)).url
            is_for_good = is_for_good and reply.status in _FOR_GOOD
            lasting = at if is_for_good else lasting
            if urlsplit(at).scheme.lower() not in WEB:
                return Answer(VisitOutcome.OTHER_KIND, at)
            if at in seen or len(seen) > _MOST_STEPS:
                return Answer(VisitOutcome.CIRCLE, at)

    def _asked(self, address: str, ring: Ring) -> Reply:
        """By HEAD, which has the server send no page; then by GET, where it does not like that or says nothing."""
        method, pauses = "HEAD", list(self.manners.again_after)
        while True:
            try:
                reply = self.client.ask(method, address, ring)
            except NoReply as failed:
                if failed.outcome not in _PASSING or not pauses:
                    raise
                pause = pauses.pop(0)
            else:
                self.heard.add(origin_of(address))
                if method == "HEAD" and reply.status >= 400 and reply.status not in _COME_BACK:
                    pause = self.manners.between
                elif reply.status in _TRY_AGAIN and pauses:
                    pause = max(pauses.pop(0), _seconds(reply))
                else:
                    return reply
                if pause > self.manners.longest_wait:
                    raise NoReply(VisitOutcome.BUSY)
            self.wait(pause)
            method = "GET"


def _joined(at: str, location: str) -> str:
    try:
        return urljoin(at, location.strip())
    except ValueError:
        return ""


def _judged(address: str, end: str, lasting: str, reply: Reply) -> Answer:
    to = end if end != urldefrag(address).url else ""
    if reply.status in _GONE:
        return Answer(VisitOutcome.GONE, to, str(reply.status))
    if reply.status == 429:
        return Answer(VisitOutcome.BUSY, to)
    if _is_sign_in(end) and not _is_sign_in(address):
        return Answer(VisitOutcome.SIGN_IN, end)
    if reply.status in _NOT_FOR_US:
        return Answer(VisitOutcome.REFUSED, to, str(reply.status))
    if not 200 <= reply.status < 300:
        return Answer(VisitOutcome.FAULTY, to, str(reply.status))
    if _is_front(end) and not _is_front(address):
        return Answer(VisitOutcome.HOME, end)
    if lasting.rstrip("/") != urldefrag(address).url.rstrip("/"):
        part = urldefrag(address).fragment
        return Answer(VisitOutcome.MOVED, f"{lasting}#{part}" if part else lasting)
    return Answer(VisitOutcome.FINE)


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and _FRONT.fullmatch(parts.path) is not None


def _is_sign_in(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_SIGN_IN_HOST.match(parts.netloc) or _SIGN_IN_PATH.search(parts.path))


def _seconds(reply: Reply) -> float:
    """Retry-After is a number of seconds or a date (RFC 9110, section 10.2.3); what is neither asks for nothing.

    A date is taken by the server's own clock, so that ours may be wrong.
    """
    words = reply.retry_after.strip()
    if words.isascii() and words.isdigit():
        return float(words)
    try:
        until, now = parsedate_to_datetime(words), parsedate_to_datetime(reply.date)
        return (until - now).total_seconds()
    except (ValueError, TypeError):  # a date with a time zone and one without
        return 0.0
