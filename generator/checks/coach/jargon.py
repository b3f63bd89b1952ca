"""Office words that readers would not say themselves, each with a plainer one.

Authority: the first GOV.UK style guide's words to avoid (2013) and the Local Government Association's list of banned
words (2008). Of both we took what is hardly ever right in an update, and added what is like it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.coach.passages import CoachedPassage
from generator.domain.coaching import Coaching
from generator.text.diagnostic import Diagnostic

# `*` stands for any ending, as in utilise, utilised and utilising.
PLAIN_WORDS: Mapping[str, str] = {
    "ascertain*": "find out",
    "at pace": "quickly, or the date",
    "at this moment in time": "now",
    "best of breed": "the best",
    "blue-sky thinking": "new ideas",
    "buy-in": "support",
    "coterminous": "with the same borders",
    "cross-cutting": "shared by several services",
    "deep dive*": "close look",
    "direction of travel": "plan",
    "disbenefit*": "drawback",
    "drill down": "look closely",
    "drive it forward*": "do it, or the next step",
    "drive the programme forward*": "say what will be done",
    "drive this forward*": "do this, or the next step",
    "end-to-end": "whole",
    "endeavour*": "try",
    "expedite*": "speed up",
    "facilitate": "help, run or lead",
    "facilitates": "helps, runs or leads",
    "facilitating": "helping, running or leading",
    "fit for purpose": "good enough, or what it must do",
    "forward plan*": "plan",
    "going forward*": "from now on, or nothing",
    "granular*": "detailed",
    "holistic*": "whole, or taken together",
    "horizon scan*": "looking ahead",
    "impactful": "effective",
    "incentivis*": "encourage",
    "inter alia": "among others",
    "key learning*": "what we learned",
    "leverag*": "use",
    "low-hanging fruit": "what is easiest",
    "multi-agency": "of several organisations",
    "operationalis*": "put to work",
    "paradigm*": "way of thinking",
    "place-shaping": "what will change, and where",
    "prior to": "before",
    "proof of concept": "trial",
    "quick win*": "what can be done at once",
    "ring-fenc*": "set aside",
    "scope out": "work out",
    "service user*": "people who use the service",
    "single point of contact": "one person to ask",
    "single version of the truth": "one record",
    "soft market testing": "asking suppliers what they offer",
    "stakeholder*": "the people meant: residents, staff, partners",
    "step change*": "big change",
    "strategic alignment": "fit with our plans",
    "strategically aligned": "in line with our plans",
    "subsequent to": "after",
    "synerg*": "working together",
    "take forward": "do, or the next step",
    "taken forward": "done, or the next step",
    "task and finish group": "group with one task",
    "thought leader*": "expert",
    "touch base": "talk",
    "touchpoint*": "times when people meet us",
    "transformational": "what will be different",
    "upskill*": "train",
    "utilis*": "use",
    "value-added": "what it is worth, and to whom",
}


def check(passages: Iterable[CoachedPassage], coaching: Coaching) -> Iterator[Diagnostic]:
    """Each word once an edition, or once among the pages, where it first stands."""
    plain = _words_here(coaching)
    keys, pattern = tuple(plain), _pattern(plain)
    reported: set[tuple[str, str]] = set()
    for passage in passages:
        folder = passage.path.rpartition("/")[0]
        for word in pattern.finditer(passage.words):
            key = keys[int(str(word.lastgroup).removeprefix("w"))]
            if (folder, key) not in reported:
                reported.add((folder, key))
                yield Diagnostic(
                    "jargon",
                    f"`{word.group()}` is an office word",
                    passage.span(*word.span()),
                    f"in plain words: {plain[key]}",
                    "a word that your readers do use goes under `coach:` in programme.yml, in `allow:`",
                    subject=passage.subject,
                )


def _words_here(coaching: Coaching) -> dict[str, str]:
    """Our list and the programme's own, which wins, without what it allows; each begins with a letter or a digit."""
    allowed = {_in_small(it) for it in coaching.allowed}
    avoided = {_in_small(it.words): it.say for it in coaching.avoided}
    ours = {key: said for key, said in PLAIN_WORDS.items() if not any(map(_one(key).fullmatch, allowed))}
    return ours | {key: said for key, said in avoided.items() if key[:1].isalnum()}


def _in_small(words: str) -> str:
    return " ".join(words.lower().split())


def _one(key: str) -> re.Pattern[str]:
    """A space and a hyphen stand for either."""
    stem = re.escape(key.removesuffix("*")).replace(r"\ ", "[ -]").replace(r"\-", "[ -]")
    return re.compile(stem + (r"[^\W\d_]*+" if key.endswith("*") else ""), re.IGNORECASE)


def _pattern(plain: Mapping[str, str]) -> re.Pattern[str]:
    """All the words in one expression; a group's number is that of its word."""
    words = "|".join(f"(?P<w{number}>{_one(key).pattern})" for number, key in enumerate(plain))
    return re.compile(rf"(?<![\w-])(?=\w)(?:{words})(?![\w-])", re.IGNORECASE)
