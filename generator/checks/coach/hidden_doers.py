"""The passive where it hides who does something: only forms of which nobody can guess the doer.

Authority: digital.gov's plain language guide, “Writing for understanding”: the passive obscures who handles what, and
is one of the biggest problems of government writing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.checks.coach.passages import CoachedPassage
from generator.text.diagnostic import Diagnostic

_THOUGHT = (
    "agreed|accepted|acknowledged|anticipated|believed|considered|decided|determined|expected|felt|hoped|intended|noted|"
    "proposed|realised|recognised|recommended|suggested|thought|understood"
)
_HIDING = (
    rf"it (?:is|was|has been|had been|will be) (?:\w+ly |also |now )?(?:{_THOUGHT}) (?:that|to)",
    r"(?:mistakes|errors) (?:were|have been) made",
    r"(?:concerns|questions|issues|doubts|objections) (?:were|have been) (?:raised|expressed)",
    r"lessons (?:were|will be|have been|are being|must be) (?:learned|learnt)",
    r"(?:a|the|no) decisions? (?:was|has been|will be) (?:taken|made|reached)",
    r"(?:approval|agreement|permission|consent) (?:was|has been) (?:given|granted|obtained|reached|secured|sought)",
    r"funding (?:was|has been) (?:agreed|approved|secured|allocated|found)",
)
_ROOM = 120  # characters after it in which the doer may be named


@cache
def _hiding_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_HIDING)})\b", re.IGNORECASE)


@cache
def _told_pattern() -> re.Pattern[str]:
    """`by the cabinet`, but not `by then` and `by March 2020`."""
    return re.compile(rf"[^.;:!?]{{0,{_ROOM}}}?\b(?:by|with) (?!the end|then|now|next|\d|[A-Z]\w+ \d{{4}})")


def check(passages: Iterable[CoachedPassage]) -> Iterator[Diagnostic]:
    for passage in passages:
        for phrase in _hiding_pattern().finditer(passage.words):
            if not _told_pattern().match(passage.words, phrase.end()):
                yield Diagnostic(
                    "hidden-doer",
                    f"`{phrase.group()}` does not say by whom",
                    passage.span(*phrase.span()),
                    "begin with who did it: the cabinet, the committee, we",
                    subject=passage.subject,
                )
