"""Acronyms that nobody explains, and those that are explained in two ways.

Authority: the GOV.UK style guide, A to Z, “Abbreviations and acronyms”, as Bracknell Forest Council has it too: they
are explained in full at first, but for those that are better known than what they stand for, such as UK, EU and VAT.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from generator.checks.coach.passages import CoachedPassage
from generator.domain.library import Term
from generator.text.diagnostic import Diagnostic

_MOST_WORDS = 10  # of an expansion
_LONGEST_EXPANSION = 120  # characters
_ROOM = 20  # characters in which the word before is looked at


@cache
def _acronym_pattern() -> re.Pattern[str]:
    """Two capitals or more; a small s makes a plural. What has a digit is a code, a room or a postcode."""
    return re.compile(r"(?<![\w&/.’'@{-])[A-Z]{2,6}(?=s?(?![\w&@]|[./-]\w))")


@cache
def _roman_pattern() -> re.Pattern[str]:
    return re.compile(r"[IVX]{2,4}")


@cache
def _capitals_before_pattern() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z]{2,} \Z")


@cache
def _capitals_after_pattern() -> re.Pattern[str]:
    return re.compile(r" [A-Z]{2,}\b")


@cache
def _at_the_end_pattern() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z]{2,6})s? ?\Z")


@cache
def _bracketed_pattern() -> re.Pattern[str]:
    return re.compile(r"\(([^()]{2,80})\)")


@cache
def _letters_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


_SMALL_WORDS = frozenset(("a", "and", "at", "by", "for", "in", "of", "on", "or", "s", "the", "to", "with"))

# Better known than what they stand for.
WELL_KNOWN = frozenset(
    (
        "AD", "AGM", "AI", "AM", "ATM", "BBC", "BC", "BSL", "BST", "CCTV", "CD", "COVID", "CV", "DIY",
        "DNA", "DVD", "DVLA", "EU", "FAQ", "FM", "GB", "GCSE", "GMT", "GP", "HIV", "HM", "HMRC", "HQ",
        "HR", "ID", "IQ", "ISBN", "IT", "ITV", "KM", "LED", "MBE", "MOT", "MP", "NATO", "NHS", "NI",
        "OBE", "OK", "PC", "PDF", "PE", "PIN", "PM", "PO", "PS", "QR", "RAF", "RSPCA", "SMS", "SOS",
        "TV", "UK", "UN", "URL", "US", "USA", "USB", "VAT", "VIP", "WC", "WWW",
    )
)  # fmt: skip


def check(
    passages: Iterable[CoachedPassage], terms: Collection[Term], allowed: Collection[str]
) -> Iterator[Diagnostic]:
    """Each acronym once, where it first stands; one that is written out anywhere in the file is explained."""
    known = WELL_KNOWN | {term.term for term in terms} | set(allowed)
    meanings = {term.term: term for term in terms}
    explained: set[tuple[str, str]] = set()
    met: dict[str, tuple[CoachedPassage, re.Match[str]]] = {}
    by_file: dict[tuple[str, str], tuple[CoachedPassage, re.Match[str]]] = {}
    for passage in passages:
        for acronym, start, end in _expansions(passage.words):
            explained.add((passage.path, acronym))
            yield from _otherwise(acronym, meanings, passage, start, end)
        for match in _acronym_pattern().finditer(passage.words):
            if match.group() not in known and not _roman_pattern().fullmatch(match.group()) and not _is_shouted(match):
                by_file.setdefault((passage.path, match.group()), (passage, match))
    for (path, acronym), first in by_file.items():
        if (path, acronym) not in explained:
            met.setdefault(acronym, first)
    for acronym, (passage, match) in met.items():
        yield Diagnostic(
            "unexplained-acronym",
            f"nothing says what `{acronym}` means",
            passage.span(*match.span()),
            f"write it out here, with {acronym} in brackets after it; or add it to glossary.yml",
            "one that everybody here knows goes under `coach:` in programme.yml, in `allow:`",
            subject=acronym,
        )


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether it is a word among others in capitals, of which another check tells."""
    words = match.string
    before = _capitals_before_pattern().search(words[max(0, match.start() - _ROOM) : match.start()])
    return before is not None or _capitals_after_pattern().match(words, match.end()) is not None


def _expansions(words: str) -> Iterator[tuple[str, int, int]]:
    """Each acronym that is written out, and where its words begin and end: before it, or in brackets after it."""
    for bracket in _bracketed_pattern().finditer(words):
        inside = bracket[1].strip().removesuffix("s")
        before = _at_the_end_pattern().search(words[max(0, bracket.start() - _ROOM) : bracket.start()])
        if _acronym_pattern().fullmatch(inside):
            start = _start_of_expansion(words, bracket.start(), inside)
            if start is not None:
                yield inside, start, len(words[: bracket.start()].rstrip())
        elif before and _start_of_expansion(bracket[1], len(bracket[1]), before[1]) == 0:
            yield before[1], bracket.start(1), bracket.end(1)


def _start_of_expansion(words: str, end: int, acronym: str) -> int | None:
    """Where the words begin whose first letters, up to the end, are the acronym's; small words may have none in it."""
    window = max(0, end - _LONGEST_EXPANSION)
    left = {len(acronym)}  # how many of its letters may still be without a word
    for found in reversed([*_letters_pattern().finditer(words, window, end)][-_MOST_WORDS:]):
        first = found.group()[0].upper()
        taken = {count - 1 for count in left if count and acronym[count - 1] == first}
        if 0 in taken:
            return found.start()
        left = taken | left if found.group() in _SMALL_WORDS else taken
    return None


def _otherwise(
    acronym: str, meanings: Mapping[str, Term], passage: CoachedPassage, start: int, end: int
) -> Iterator[Diagnostic]:
    term = meanings.get(acronym)
    said = passage.words[start:end]
    if term is None or _plain(said) == _plain(term.means):
        return
    yield Diagnostic(
        "expanded-otherwise",
        f"`{acronym}` is `{said.lower()}` here and `{term.means}` in the glossary",
        passage.span(start, end),
        f"write `{term.means}`, or mend glossary.yml",
        "readers are told both on one page, and cannot know that they are one thing",
        related=((term.written_at, "the glossary's words"),),
        subject=passage.subject,
    )


def _plain(words: str) -> list[str]:
    return [
        word.removesuffix("s") for word in map(str.lower, _letters_pattern().findall(words)) if word not in _SMALL_WORDS
    ]
