"""All addresses, server by server: several servers at once, each by one request at a time, with a pause between."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Event
from urllib.robotparser import RobotFileParser

from generator.outside.addresses import host_of, origin_of
from generator.outside.answer import OF_THE_HOST, OF_THE_ORIGIN, Answer, Manners, VisitOutcome
from generator.outside.client import NAME, Client, NoReply
from generator.outside.following import Asks, Follower
from generator.outside.rings import Ring, is_for_examples
from generator.values import dataclass

_LONGEST_CRAWL_DELAY = 10.0
_BETWEEN_LOOKS = 0.5  # on Windows, Ctrl-C is noticed only between two looks

Visited = tuple[str, Answer | BaseException]


@dataclass(frozen=True, slots=True)
class Way:
    """How the network is reached: in which manners, by which proxies (by scheme), and whose hosts are our own.

    `client` makes what asks; each server has one of its own.
    """

    manners: Manners
    proxies: Mapping[str, str]
    client: Callable[[Manners, Mapping[str, str]], Asks] = Client


def visit(
    addresses: Sequence[str], way: Way, is_ours: Callable[[str], bool], done: Callable[[], None]
) -> dict[str, Answer]:
    """Where each address leads; `done` is called after each. All threads have ended when it ends, also by Ctrl-C."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(host_of(address), []).append(address)
    stop = Event()
    found: SimpleQueue[Visited] = SimpleQueue()
    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(way.manners.side_by_side, "outside") as crew:
        try:
            for there in hosts.values():
                crew.submit(_put, found, _Server(way, is_ours, stop), there)
            while len(answers) < len(addresses):
                try:
                    address, answer = found.get(timeout=_BETWEEN_LOOKS)
                except Empty:
                    continue
                if isinstance(answer, BaseException):
                    raise answer
                answers[address] = answer
                done()
        finally:
            stop.set()
            crew.shutdown(wait=True, cancel_futures=True)
    return {address: answers[address] for address in addresses}


def _put(found: "SimpleQueue[Visited]", server: "_Server", addresses: Sequence[str]) -> None:
    try:
        for one in server.answers(addresses):
            found.put(one)
    except BaseException as fault:  # it is raised again where the answers are waited for
        found.put((addresses[0], fault))


class _Server:
    """One host, its addresses one after the other."""

    def __init__(self, way: Way, is_ours: Callable[[str], bool], stop: Event) -> None:
        self._way = way
        self._client = way.client(way.manners, way.proxies)
        self._stop = stop
        self._follower = Follower(self._client, way.manners, self._wait, is_ours)
        self._rules: dict[str, RobotFileParser] = {}

    def answers(self, addresses: Sequence[str]) -> Iterator[tuple[str, Answer]]:
        of_all: dict[str, Answer] = {}  # by host, or by origin
        try:
            for number, address in enumerate(addresses):
                if self._stop.is_set():
                    return
                known = of_all.get(host_of(address)) or of_all.get(origin_of(address))
                if number and not known:
                    self._wait(self._way.manners.between)
                answer = known or self._answer(address)
                if not answer.to and answer.outcome in OF_THE_HOST:
                    of_all[host_of(address)] = answer
                elif (
                    not answer.to and answer.outcome in OF_THE_ORIGIN and origin_of(address) not in self._follower.heard
                ):
                    of_all[origin_of(address)] = answer
                yield address, answer
        finally:
            if isinstance(self._client, Client):
                self._client.close()

    def _answer(self, address: str) -> Answer:
        rules = self._rules_for(address)
        if not rules.can_fetch(NAME, address):
            return Answer(VisitOutcome.NOT_FOR_PROGRAMS)
        delay = rules.crawl_delay(NAME)
        if delay:
            self._wait(min(float(delay), _LONGEST_CRAWL_DELAY))
        return self._follower.answer(address)

    def _rules_for(self, address: str) -> RobotFileParser:
        """What the site asks of programs (RFC 9309); where it says nothing that can be read, all is allowed."""
        origin = origin_of(address)
        if origin not in self._rules:
            rules = RobotFileParser()
            rules.parse(self._robots(f"{origin}/robots.txt").splitlines())
            self._rules[origin] = rules
        return self._rules[origin]

    def _robots(self, address: str) -> str:
        host = host_of(address)
        ring = Ring.OURSELVES if is_for_examples(host) else self._client.ring(host)
        if ring is Ring.OURSELVES:
            return ""
        try:
            reply = self._client.ask("GET", address, ring, with_text=True)
        except NoReply:
            return ""
        self._follower.heard.add(origin_of(address))
        self._wait(self._way.manners.between)
        return reply.text if reply.status == 200 else ""

    def _wait(self, seconds: float) -> None:
        self._stop.wait(seconds)
