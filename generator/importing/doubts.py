"""What a person has to look at: words that may be a promise, and what may be one that was made already."""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.likeness import closest_promise
from generator.domain.edition import Edition
from generator.domain.headline import headline
from generator.domain.prose import Paragraph, plain_words
from generator.domain.thread import weave
from generator.importing.document import Part, words_of
from generator.importing.placed import Section
from generator.reading.identity import id_from_words

_MOST_SHOWN = 60  # characters


def told_as_words(place: str, part: Part) -> Iterator[str]:
    """A paragraph among the actions of a heading; one that ends with a colon only leads up to them."""
    words = words_of(part) if isinstance(part, Paragraph) else ""
    if words and not words.endswith(":"):
        yield (
            f"{place}: “{_begin_of(words)}” stands among actions, but in no list; it is in the introduction: "
            "if it is an action, put it under its heading"
        )


def may_be_promised(updates: Mapping[str, Section], editions: Iterable[Edition]) -> Iterator[str]:
    """Actions that would get an id of their own, and read like a promise that is open under another."""
    threads = weave(editions)
    named = {it.id or id_from_words(plain_words(it.text[:1])) for section in updates.values() for it in section.actions}
    promises = [it for it in threads.values() if it.ended_in is None and it.id not in named]
    for workstream, section in updates.items():
        for action in section.actions:
            is_known = (action.id or id_from_words(plain_words(action.text[:1]))) in threads
            promise = None if is_known else closest_promise(action.text, workstream, promises)
            if promise:
                yield (
                    f"“{_begin_of(headline(action.text))}”: is it the promise `{promise.id}` of "
                    f"{promise.latest.edition.title}? if so, write {{#{promise.id}}} in place of its own id"
                )


def _begin_of(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN].rstrip()} …"
