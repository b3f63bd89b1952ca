"""Links whose words do not say where they lead.

Authority: WCAG 2.2, success criterion 2.4.4 (Link Purpose, In Context); its technique H78, by which an address alone is
generally no sufficient description; ACT rule fd3a94, by which links of one name in one context serve one purpose.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.checks.coach.passages import CoachedPassage
from generator.domain.prose import NOWHERE, Link, words_of_runs
from generator.domain.target import Astray, parse_target, scheme_of
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span


@cache
def _address_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)


_SAYS_NOTHING = (
    r"(?:please )?(?:click|tap|see|read|view|follow|go|press|look)? ?(?:on |it )?(?:here|this)",
    r"(?:see|read|view|follow)? ?this (?:link|page|website|site|document)",
    r"(?:read|find out|learn|see|view|know|show)? ?more(?: (?:here|details?|info|information|about this))?",
    r"(?:further |full )?(?:details?|info|information)",
    r"(?:the )?(?:links?|page|web ?page|website|site|document|file|pdf|attachment|url)",
    r"click|download|open|view|continue(?: reading)?|go|start",
)


@cache
def _says_nothing_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{it})" for it in _SAYS_NOTHING), re.IGNORECASE)


_EDGES = " \t.,:;!?…>»→()[]\"'“”‘’"


# The first link of each kind, with where it leads, by the file, the reader, and the words or the target.
_Links = dict[tuple[object, ...], tuple[object, Link]]


def check(passages: Iterable[CoachedPassage], is_english: bool) -> Iterator[Diagnostic]:
    """A page is a file as one audience sees it: two links on it are heard one after the other."""
    texts: _Links = {}
    targets: _Links = {}
    for passage in passages:
        for link in passage.links:
            if found := _says_nothing(_said(link), link, passage, is_english):
                yield found
            elif _said(link):
                yield from _twice(link, passage, texts, targets)
        yield from _bare_addresses(passage)


def _said(link: Link) -> str:
    return " ".join(words_of_runs(link.runs).split())


def _says_nothing(said: str, link: Link, passage: CoachedPassage, is_english: bool) -> Diagnostic | None:
    is_address = _address_pattern().fullmatch(said.strip(_EDGES)) is not None
    if not is_address and not (is_english and _says_nothing_pattern().fullmatch(said.strip(_EDGES))):
        return None
    why = "an address does not say what is behind it" if is_address else f"`{said}` does not say where this link leads"
    return Diagnostic(
        "vague-link",
        why,
        _place(said, passage) or link.written_at,
        "make a link of the words that name it: [the Council Plan 2020](...)",
        "who hears a page may hear its links alone, one after the other",
        subject=passage.subject,
    )


def _place(said: str, passage: CoachedPassage) -> Span | None:
    at = passage.words.find(said)
    return passage.span(at, at + len(said)) if at >= 0 else None


def _twice(link: Link, passage: CoachedPassage, texts: _Links, targets: _Links) -> Iterator[Diagnostic]:
    """A text for two places, or two texts for one place, among the links that the same readers see.

    What leads astray is told of elsewhere; people may be written to and rung under one name.
    """
    target, said = parse_target(link.target, passage.path), _said(link)
    if isinstance(target, Astray) or scheme_of(link.target) in ("mailto", "tel"):
        return
    keys = [(passage.path, reader) for reader in sorted(passage.readers)]
    namesakes = [texts.setdefault((*key, said.lower()), (target, link)) for key in keys]
    others = [targets.setdefault((*key, target), (target, link))[1] for key in keys]
    place = _place(said, passage) or link.written_at
    if namesake := next((other for where, other in namesakes if where != target), None):
        yield Diagnostic(
            "same-link-text",
            f"two links are called `{said}`, and lead to two places",
            place,
            "say in each what is behind it",
            related=((namesake.written_at, "the other leads here"),) if namesake.written_at != NOWHERE else (),
            subject=passage.subject,
        )
    elif other := next((it for it in others if _said(it).lower() != said.lower()), None):
        yield Diagnostic(
            "two-link-texts",
            f"this leads where `{_said(other)}` leads, under another name",
            place,
            "call it the same both times, or make a link of the first only",
            subject=passage.subject,
        )


def _bare_addresses(passage: CoachedPassage) -> Iterator[Diagnostic]:
    """Addresses in the words that nobody has made a link of."""
    linked = "\n".join(words_of_runs(link.runs) for link in passage.links)
    for found in _address_pattern().finditer(passage.words):
        if found.group().rstrip(_EDGES) not in linked:
            yield Diagnostic(
                "vague-link",
                "this address is no link, and does not say what is behind it",
                passage.span(found.start(), found.start() + len(found.group().rstrip(_EDGES))),
                "make a link of the words that name it: [the Council Plan 2020](...)",
                "who hears a page hears an address letter by letter",
                subject=passage.subject,
            )
