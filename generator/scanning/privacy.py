"""Personal details in what the public reads: what tells of a person by its form, and names that are not public.

The council's own contacts are meant to be read. All else of the kind may be right, so it is for the writer to say.

Authority: UK GDPR, article 5(1)(c), data minimisation: no more about people than the purpose needs.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote

from generator.domain.content import Content
from generator.domain.prose import NOWHERE, Link, is_alike_for_all
from generator.domain.saying import links_in, people_in, words_in
from generator.domain.target import scheme_of
from generator.scanning.personal import as_seen, details_in, is_among, may_tell, ways_to_reach, with_usual_signs
from generator.scanning.sayings import Sayings, updates_in, without_updates
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

# How else a name is typed.
_APOSTROPHE, _HYPHEN, _SPACE = "['’ʼ]", "[-‐‑–]", r"\s+"
_TYPED = {"'": _APOSTROPHE, "’": _APOSTROPHE, "-": _HYPHEN, "‑": _HYPHEN}
_LETTERS = re.compile(r"[^\W\d_]+")


def find_personal_details(
    known: Content, whole: Content, sources: Mapping[str, Source], audience_title: str, sayings: Sayings
) -> Iterator[Diagnostic]:
    """One finding for each detail in each file; `known` is what the public gets, `whole` knows who is not public."""
    ours = ways_to_reach(known.programme.contacts)
    names = _names_not_public(whole)
    frozen = {it.folder: it.id for it in whole.editions if it.is_frozen}
    reported: set[tuple[str, str]] = set()
    for words, span in (*_said(without_updates(known)), *_said_by_updates(known, sayings, names)):
        if not _may_tell(words, names):
            continue
        for what, detail in _details(words, ours, names):
            if (span.path, detail) not in reported:
                reported.add((span.path, detail))
                edition = frozen.get(span.path.rpartition("/")[0], "")
                yield _finding(what, detail, _place(detail, span, sources), audience_title, edition)


def _said(known: Content) -> Iterator[tuple[str, Span]]:
    """All words but those of the programme's contacts, and where links lead."""
    things = (known.workstreams, known.measures, known.documents, known.terms, known.pages, known.editions)
    for part in (*things, known.questions):
        yield from _in(part, NOWHERE)
    if statement := known.statement:  # where to write to of it is a contact
        parts = (statement.possible, statement.non_accessible, statement.improving, statement.tests)
        yield from _in(parts, statement.written_at)
    programme = known.programme
    said_there = (programme.title, programme.organisation, programme.objective, programme.priorities, programme.stages)
    titles = (*(it.title for it in programme.audiences), *(it.title for it in programme.newsletters))
    yield from _in((*said_there, *titles, programme.director.role), Span("programme.yml", 0, 0))


def _said_by_updates(known: Content, sayings: Sayings, names: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """What updates and actions say. Where nothing in one can lead anywhere, its words alone tell whether to look; most
    updates need but one look at all their words together.
    """
    for update in updates_in(known):
        around, each = sayings.around(update), [sayings.of(action) for action in update.actions]
        tells = _may_tell("\n".join((around, *each)), names)
        if not is_alike_for_all(update.introduction) or (tells and _may_tell(around, names)):
            yield from _in(replace(update, actions=()), update.written_at)
        for action, words in zip(update.actions, each, strict=True):
            if not is_alike_for_all(action.text) or (tells and _may_tell(words, names)):
                yield from _in(action, action.written_at)


def _in(value: object, span: Span) -> Iterator[tuple[str, Span]]:
    """As readers see them, and where a link leads as those read it who follow it."""
    yield from ((as_seen(words), place) for words, place in words_in(value, span))
    yield from ((unquote(link.target), link.written_at) for link in links_in(value) if _leads_to_a_person(link))


def _may_tell(words: str, names: tuple[str, ...]) -> bool:
    """A quick look, as most words tell nothing of a person."""
    seen = as_seen(words)
    return may_tell(seen) or any(part in seen for part in _parts(names))


def _leads_to_a_person(link: Link) -> bool:
    """To one who is written to or rung, or whose address is part of another site's."""
    return scheme_of(link.target) == "tel" or "@" in unquote(link.target)


def _details(words: str, ours: Set[str], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for what, detail in details_in(words):
        if not is_among(detail, ours):
            yield what, detail
    if names:
        for name in _pattern(names).findall(words):
            yield "the name of someone who is not public,", name


_NOTICE = re.compile(r"\[[^][]*\]")


def _names_not_public(whole: Content) -> tuple[str, ...]:
    """People of whom no mention in the content says that they are public. Where a name was withdrawn from a record,
    words in brackets stand in its place, which name nobody.
    """
    people = [it for it, _ in people_in(without_updates(whole)) if it.name and not _NOTICE.fullmatch(it.name)]
    public = {as_seen(person.name) for person in people if person.is_public}
    return tuple(sorted({as_seen(person.name) for person in people} - public))


@lru_cache(maxsize=1)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Whole names only, as they are written or all in capitals, whichever spaces, apostrophes and hyphens are typed."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_typed(form) for name in names for form in _cases(name))})(?!\w)")


def _typed(name: str) -> str:
    return _SPACE.join("".join(_TYPED.get(it, re.escape(it)) for it in part) for part in name.split())


def _cases(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, name.upper())))


@lru_cache(maxsize=1)
def _parts(names: tuple[str, ...]) -> tuple[str, ...]:
    """Of each name the longest run of letters, without which it cannot stand anywhere."""
    return tuple(max(_LETTERS.findall(form) or [form], key=len) for name in names for form in _cases(name))


def _place(detail: str, near: Span, sources: Mapping[str, Source]) -> Span:
    """Where the file has the detail, from the thing that holds it on; the thing itself where it writes it otherwise."""
    source = sources.get(near.path)
    if source is None:
        return near
    for text in (source.text, with_usual_signs(source.text)):
        at = text.find(detail, near.start)
        at = text.find(detail) if at < 0 else at
        if at >= 0:
            return Span(near.path, at, at + len(detail))
    return near


def _finding(what: str, detail: str, place: Span, audience_title: str, frozen: str) -> Diagnostic:
    """`frozen` is the edition that it stands in, where that may only change openly."""
    remedy = "take it out, or write it for staff only"
    if frozen:
        command = f'golden withdraw {frozen} --words "{detail}" --why "..."'
        remedy = f"this edition is frozen: take it out with `{command}`"
    return Diagnostic(
        "personal-detail",
        f"{what} `{detail}` is in what {audience_title.lower()} read",
        place,
        f"{remedy}; if it is to be read, accept it here with the reason",
        subject=detail,
    )
