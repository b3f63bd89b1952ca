"""Words of party politics in what the public reads.

Authority: the Local Government Act 1986, section 2: a local authority may not publish material of a party political
nature; whether it refers to a party, or to persons identified with one, is a factor to be weighed.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from generator.checks.coach.passages import CoachedPassage
from generator.text.diagnostic import Diagnostic

# What stands after the name of a party that is also a word: labour costs, green bins, a conservative estimate.
_OF_A_PARTY = (
    "party|parties|group|councillors?|cllrs?|members?|leader|leadership|administration|government|candidates?|manifesto|"
    "mps?|voters?|majority|opposition|run|led|controlled|held"
)
_PARTIES = (
    rf"(?:Labour|Conservative|Green|Reform|Independent|Liberal)[ -](?i:{_OF_A_PARTY})",
    r"Conservatives|Tory|Tories|Liberal Democrats?|Lib[ -]Dems?|Reform UK|UKIP|Plaid Cymru|SNP|Sinn F[eé]in|DUP|SDLP",
)
_DOINGS = (
    r"(?:ruling|opposition) (?:group|party|members?|councillors?)",
    r"party[ -]political",
    r"(?:election|manifesto) (?:campaign|pledges?|commitments?|promises?)",
    r"(?:election|our|party) manifesto",
    r"political opponents?",
    r"vote for us",
    r"re-?elect(?:ed)?",
)


@cache
def _party_pattern() -> re.Pattern[str]:
    after_a_name = r"\((?:Lab|Con|Lib ?Dem|LD|Grn|Ind)\)"
    return re.compile(rf"\b(?:{'|'.join(_PARTIES)})\b|{after_a_name}|\b(?i:{'|'.join(_DOINGS)})\b")


def check(passages: Iterable[CoachedPassage], public: Collection[str]) -> Iterator[Diagnostic]:
    """`public` are the audiences that are not the council's own people."""
    for passage in passages:
        if not passage.readers.isdisjoint(public):
            for party in _party_pattern().finditer(passage.words):
                yield Diagnostic(
                    "party-politics",
                    f"`{party.group()}` belongs to party politics, and the public reads it",
                    passage.span(*party.span()),
                    "name the council, the cabinet or the committee; or write it for staff only",
                    "a council may publish nothing of a party political nature: Local Government Act 1986, section 2",
                    subject=passage.subject,
                )
