"""A world of a few sites that are not there, for examples and cases: what each address answers, without a network."""

from collections.abc import Iterable
from pathlib import Path

from generator.domain.content import Content
from generator.outside.answer import Manners, VisitOutcome
from generator.outside.check import Kept, ask_outside
from generator.outside.client import NoReply, Reply
from generator.outside.rings import Ring, ring_of_name
from generator.outside.visiting import Way
from generator.text.diagnostic import Diagnostic

_SITE = "https://www.example.org"
_ANSWERS: dict[str, Reply | NoReply] = {
    f"{_SITE}/robots.txt": Reply(200, text="User-agent: *\nDisallow: /not-for-programs"),
    f"{_SITE}/plan-2019": Reply(404),
    f"{_SITE}/plan-2018": Reply(410),
    f"{_SITE}/plan": Reply(301, "/council-plan"),
    f"{_SITE}/round": Reply(302, "/round"),
    f"{_SITE}/news/budget": Reply(302, "/"),
    f"{_SITE}/staff/plan": Reply(302, "/login?then=plan"),
    f"{_SITE}/paper": Reply(302, "ftp://www.example.org/paper"),
    f"{_SITE}/inward": Reply(302, "http://wiki/"),
    f"{_SITE}/report": Reply(403),
    f"{_SITE}/busy": NoReply(VisitOutcome.BUSY),
    f"{_SITE}/broken": Reply(500),
    "https://old.example.org/plan": NoReply(VisitOutcome.UNSAFE, "its certificate has run out"),
    "https://down.example.org/plan": NoReply(VisitOutcome.SILENT, "it did not answer in time"),
    "https://off.example.org/plan": NoReply(VisitOutcome.UNREACHABLE),
    "https://www.exampel.org/plan": NoReply(VisitOutcome.UNKNOWN_HOST),
    "http://wiki/": NoReply(VisitOutcome.UNKNOWN_HOST),
    "http://wiki/robots.txt": NoReply(VisitOutcome.UNKNOWN_HOST),
}
_NO_PAUSES = Manners(between=0, again_after=())
_NOWHERE = Kept(Path("/dev/null/kept"), 0, 0)


class Pretended:
    """Whatever is not written down is there."""

    def ask(self, method: str, address: str, nearest: Ring, *, with_text: bool = False) -> Reply:
        if self.ring(address.split("/")[2]) < nearest:
            raise NoReply(VisitOutcome.INWARD)
        answer = _ANSWERS.get(address, Reply(200))
        if isinstance(answer, NoReply):
            raise answer
        return answer

    def ring(self, host: str) -> Ring:
        return ring_of_name(host)


def pretend_to_ask(content: Content) -> Iterable[Diagnostic]:
    way = Way(_NO_PAUSES, {}, lambda *_: Pretended())
    return ask_outside(content, way, _NOWHERE, lambda _, __: None).findings
