"""Personal details in what the public reads: e-mail addresses, telephone numbers, and names that are not public.

The council's own contacts are meant to be read. All else of the kind may be right, so it is for the writer to say.

Authority: UK GDPR, article 5(1)(c), data minimisation: no more about people than the purpose needs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from generator.domain.content import Content
from generator.domain.prose import NOWHERE, Link, is_alike_for_all
from generator.domain.saying import links_in, people_in, words_in
from generator.scanning.sayings import Sayings, updates_in, without_updates
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A United Kingdom number, or an international one: ten digits or more, as people space them.
_TELEPHONE = re.compile(r"(?<![\w.,£/-])(?:\+\d{1,3}[ ().-]*|\(?0)(?:\d[ ().-]*){8,11}\d(?![\w/-])")
_MAY_BE_A_NUMBER = re.compile(r"\d(?:[ ().-]*\d){8}")
_NOT_DIGITS = re.compile(r"\D")


def find_personal_details(
    known: Content, whole: Content, sources: Mapping[str, Source], audience_title: str, sayings: Sayings
) -> Iterator[Diagnostic]:
    """One finding for each detail in each file; `known` is what the public gets, `whole` knows who is not public."""
    contacts = known.programme.contacts
    ours = {contact.email.lower() for contact in contacts} | {_digits(contact.telephone) for contact in contacts}
    names = _names_not_public(whole)
    reported: set[tuple[str, str]] = set()
    for words, span in (*_said(without_updates(known)), *_said_by_updates(known, sayings, names)):
        if not _may_tell(words, names):
            continue
        for what, detail in _details(words, ours, names):
            if (span.path, detail) not in reported:
                reported.add((span.path, detail))
                yield _finding(what, detail, _place(detail, span, sources), audience_title)


def _said(known: Content) -> Iterator[tuple[str, Span]]:
    """All words but those of the programme's contacts, and where links lead."""
    things = (known.workstreams, known.measures, known.documents, known.terms, known.pages, known.editions)
    for part in (*things, known.questions):
        yield from _in(part, NOWHERE)
    if statement := known.statement:  # where to write to of it is a contact
        parts = (statement.possible, statement.non_accessible, statement.improving, statement.tests)
        yield from _in(parts, statement.written_at)
    yield from words_in(known.programme.objective)


def _said_by_updates(known: Content, sayings: Sayings, names: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """What updates and actions say. Where nothing in one can lead anywhere, its words alone tell whether to look."""
    for update in updates_in(known):
        if not is_alike_for_all(update.introduction) or _may_tell(sayings.around(update), names):
            yield from _in(replace(update, actions=()), update.written_at)
        for action in update.actions:
            if not is_alike_for_all(action.text) or _may_tell(sayings.of(action), names):
                yield from _in(action, action.written_at)


def _in(value: object, span: Span) -> Iterator[tuple[str, Span]]:
    yield from words_in(value, span)
    yield from ((link.target, link.written_at) for link in links_in(value) if _leads_to_a_person(link))


def _may_tell(words: str, names: tuple[str, ...]) -> bool:
    """A quick look, as most words tell nothing of a person."""
    return "@" in words or any(name in words for name in names) or bool(_MAY_BE_A_NUMBER.search(words))


def _leads_to_a_person(link: Link) -> bool:
    return link.target.startswith(("mailto:", "tel:"))


def _details(words: str, ours: set[str], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for email in _EMAIL.findall(words):
        if email.rstrip(".").lower() not in ours:
            yield "the e-mail address", email.rstrip(".")
    for number in _TELEPHONE.findall(words):
        if _digits(number) not in ours:
            yield "the telephone number", number.strip()
    if names:
        for name in _pattern(names).findall(words):
            yield "the name of someone who is not public,", name


def _names_not_public(whole: Content) -> tuple[str, ...]:
    """People of whom no mention in the content says that they are public."""
    people = [person for person, _ in people_in(without_updates(whole)) if person.name]
    public = {person.name for person in people if person.is_public}
    return tuple(sorted({person.name for person in people} - public))


@lru_cache(maxsize=1)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Whole names only."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _digits(number: str) -> str:
    """The digits alone, so that a number is the same however it is spaced; `+44`, `0044` and `+44 (0)` count as `0`."""
    return re.sub(r"^(?:00)?440?", "0", _NOT_DIGITS.sub("", number))


def _place(detail: str, near: Span, sources: Mapping[str, Source]) -> Span:
    """Where the file has the detail, from the thing that holds it on; the thing itself where it writes it otherwise."""
    source = sources.get(near.path)
    at = source.text.find(detail, near.start) if source else -1
    if source is not None and at < 0:
        at = source.text.find(detail)
    return Span(near.path, at, at + len(detail)) if at >= 0 else near


def _finding(what: str, detail: str, place: Span, audience_title: str) -> Diagnostic:
    return Diagnostic(
        "personal-detail",
        f"{what} `{detail}` is in what {audience_title.lower()} read",
        place,
        "take it out, or write it for staff only; if it is to be read, accept it here with the reason",
        subject=detail,
    )
