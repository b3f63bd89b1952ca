"""What other sites answer to `golden check --external`.

The network is known here alone: its time, the proxies of this machine, and where a user's cache is.
"""

from collections.abc import Sequence
from time import time
from urllib.request import getproxies

from generator.commands.judging import CACHE_OF_USER
from generator.commands.progress import Tell
from generator.domain.content import Content
from generator.outside.answer import GENTLE
from generator.outside.check import ExternalCheck, Kept, ask_outside
from generator.outside.visiting import Way
from generator.text.diagnostic import Diagnostic

_SECONDS_OF_A_DAY = 24 * 60 * 60


class OtherSites:
    """Asked once the content could be read; until then there is nothing to tell."""

    def __init__(self, days: float) -> None:
        """What was well at most so many days ago is not asked again."""
        self._days = days
        self._answers: ExternalCheck | None = None

    def ask(self, content: Content, tell: Tell) -> Sequence[Diagnostic]:
        """What is wrong with the addresses that the content links to."""
        now = time()
        kept = Kept(CACHE_OF_USER / "outside.json", now - self._days * _SECONDS_OF_A_DAY, now)
        self._answers = ask_outside(content, Way(GENTLE, getproxies()), kept, tell)
        return self._answers.findings

    @property
    def counted(self) -> str:
        """How many addresses there are, to be said after the count of editions; empty where no site was reached."""
        answers = self._answers
        if answers is None or answers.unreached:
            return ""
        lately = f" ({answers.known} of them lately)" if answers.known else ""
        return f", {answers.addresses} outside address{'' if answers.addresses == 1 else 'es'}{lately}"

    @property
    def silence(self) -> str:
        """That no site was reached, and what to look at; empty where one was."""
        match self._answers.unreached if self._answers else ():
            case []:
                return ""
            case [host]:
                return f"{host} was not reached, and no other site was asked; is its name right, and the network there?"
            case hosts:
                many = f"none of {len(hosts)} other sites was reached, so nothing is said of them"
                return f"{many}; is this machine on the network?"
