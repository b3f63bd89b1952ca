"""What a good editor would mark, all of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.checks.coach import (
    acronyms,
    capitals,
    completions,
    hidden_doers,
    jargon,
    link_texts,
    long_sentences,
    politics,
    reading_age,
    relative_time,
)
from generator.checks.coach.reading import passages_in
from generator.domain.content import Content
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source


def coach(content: Content, sources: Mapping[str, Source], on: date) -> Iterator[Diagnostic]:
    """Warnings and advice on the words; `sources` are the files in which their places are looked up, `on` is the
    day by which an edition is out.

    Lists of words and rules of sentences are English. A programme in another language hears only of what is the same in
    all: capitals, acronyms and links.
    """
    passages = [it for it in passages_in(content, sources, on) if it.readers]
    programme = content.programme
    is_english = programme.language.split("-")[0].lower() == "en"
    known = acronyms.WELL_KNOWN | {term.term for term in content.terms} | set(programme.coaching.allowed)
    yield from acronyms.check(passages, content.terms, programme.coaching.allowed)
    yield from capitals.check(passages, known)
    yield from link_texts.check(passages, is_english)
    if is_english:
        yield from completions.check(passages)
        yield from relative_time.check(passages)
        yield from politics.check(passages, programme.public)
        hard = tuple(reading_age.check(passages, programme.audiences))
        heavy = (*hard, *_elsewhere(hard, long_sentences.check(passages)))
        yield from heavy
        yield from _outside(heavy, hidden_doers.check(passages))
        yield from _outside(heavy, jargon.check(passages, programme.coaching))


def _elsewhere(hard: Iterable[Diagnostic], long: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The long sentences of files that are not hard to read as a whole: there, their length is told with it."""
    hard_files = {it.span.path for it in hard}
    return (it for it in long if it.span.path not in hard_files)


def _outside(heavy: Iterable[Diagnostic], marks: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The marks but for those in a sentence that is to be written anew as a whole."""
    spans = [it.span for it in heavy]
    for mark in marks:
        is_within = any(it.path == mark.span.path and it.start <= mark.span.start < it.end for it in spans)
        if not is_within:
            yield mark
