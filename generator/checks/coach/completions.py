"""What stands under Completed and does not sound complete.

Authority: the programme's own words: an action is completed, under way, to come or stopped, and what is completed
counts as a promise kept.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.checks.coach.passages import CoachedPassage
from generator.domain.edition import State
from generator.text.diagnostic import Diagnostic

_HEDGES = (
    r"(?:has|have) (?:now |just )?(?:commenced|begun|started)",
    r"(?:we|work|staff|officers) (?:are|is|began|started) (?:to |now |still |also |currently )?\w+ing(?= )",
    r"(?:is|are) (?:currently |now |still )?being (?!able)\w+",
    r"(?:is|are) (?:still |now |well )?(?:under ?way|on-?going|in progress|in development|on track|due to)",
    r"(?:nearly|almost|partly|partially|mostly|largely|substantially) (?:complete|completed|done|finished|ready)",
    r"(?:we|work|staff|officers) continues? to",
    r"(?:have|has) been working",
    r"(?:completed|produced|prepared|written|developed) (?:a |an |the |our )?(?:first |initial )?drafts?",
    r"(?:have|has) (?:been )?drafted",
    r"(?:is|are) (?:now )?in draft",
)
# Something that is done, said before the hedge, is the action; what follows goes on from it.
_DONE = (
    r"(?:has|have|had|was|were|is|are) (?:now |been |all |well |fully |also |\w+ly ){0,3}"
    r"(?!needed|required|expected|planned|proposed|committed|pleased|concerned|based|commenced|started)"
    r"(?:\w{2,}ed|built|bought|chosen|done|given|held|made|met|open|live|in place|put|sent|set|shown|sold|taken)"
)
_ROOM = 40  # characters before a hedge in which an aside begins


@cache
def _hedge_pattern() -> re.Pattern[str]:
    hedges, settled = "|".join(_HEDGES), r"(?! (?:\w+,? ){0,6}(?:approved|agreed|adopted|signed))"
    return re.compile(rf"\b(?:{hedges})\b{settled}", re.IGNORECASE)


@cache
def _done_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{_DONE}\b", re.IGNORECASE)


@cache
def _aside_pattern() -> re.Pattern[str]:
    """`which are being built` tells of something else than of the action."""
    joining = "that|which|who|where|when|while|as|if|how|what|because|to"
    return re.compile(rf"\b(?:{joining}) (?:\w+ ){{0,2}}\Z", re.IGNORECASE)


def check(passages: Iterable[CoachedPassage]) -> Iterator[Diagnostic]:
    """One finding an action: what it says for staff is judged before its words for residents."""
    judged: set[tuple[str, str]] = set()
    for passage in passages:
        key = (passage.path, passage.subject)
        if passage.state is State.COMPLETED and key not in judged:
            judged.add(key)  # its detail, and its other words, are judged with it
            if hedge := _hedge(passage.words):
                yield Diagnostic(
                    "hedged-completion",
                    f"`{hedge.group()}` does not sound completed",
                    passage.span(*hedge.span()),
                    "if the work goes on, move it under `## Under way`; if it is done, say what is different now",
                    "what is completed counts as a promise kept",
                    subject=passage.subject,
                )


def _hedge(words: str) -> re.Match[str] | None:
    """The first hedge that is about the action itself, with nothing done before it."""
    for hedge in _hedge_pattern().finditer(words):
        is_aside = _aside_pattern().search(words[max(0, hedge.start() - _ROOM) : hedge.start()])
        if not is_aside:
            return None if _done_pattern().search(words, 0, hedge.start()) else hedge
    return None
