"""Remarks on what a person must decide: words that may be an action, and actions that may be a known promise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.checks.forms import named_again
from generator.checks.likeness import closest_promise
from generator.domain.edition import Edition
from generator.domain.headline import headline
from generator.domain.prose import BulletList, NumberedList, Paragraph, Prose, Struck, plain_words
from generator.domain.weaving import weave
from generator.importing.document import Grid, Part, Remark, first_words, words_of
from generator.importing.placed import Planned, Section
from generator.importing.shaping import is_picture
from generator.reading.identity import id_from_words
from generator.text.plural import plural

_ANSWERED = re.compile(r"(?:[☐☑☒✓✔✗✘]|\[[ xX]?\])\s*(?=\w)")


def told_as_words(part: Part) -> Iterator[str]:
    """What to say of a paragraph among the actions of a heading; none on one that ends with a colon, as that introduces
    them, nor on a picture.
    """
    words = words_of(part) if isinstance(part, Paragraph) and not is_picture(part) else ""
    if words and not words.endswith(":"):
        yield (
            f"“{first_words(words)}” stands among actions, but in no list; it is in the introduction: "
            "if it is an action, put it under its heading"
        )


def told_as_introduction(part: Part) -> Iterator[str]:
    """What to say of a list or a table that no heading makes actions of."""
    if isinstance(part, BulletList | NumberedList):
        what = f"a list of {len(part.items)}"
    elif isinstance(part, Grid):
        what = f"a table of {plural(len(part.rows), 'row')}"
    else:
        return
    yield (
        f"{what} stands in the introduction: if it tells actions, put them below a heading such as "
        "“Completed” or “Next steps”; other headings of yours can be named under `headings:` in programme.yml"
    )


def told_by_marks(text: Prose) -> Iterator[str]:
    """What to say of an action that says by a sign alone whether it is done, or that somebody struck out."""
    words = " ".join(plain_words(text[:1]).split())
    if _ANSWERED.match(words):
        yield (
            f"“{first_words(words)}” begins with a box, a tick or a cross: see that it stands under the right heading, "
            "and take the sign out"
        )
    first = text[0] if text else None
    if isinstance(first, Paragraph) and first.runs and all(isinstance(it, Struck) for it in first.runs):
        yield f"“{first_words(words)}” is struck out: leave it out, or put it under its heading, such as Stopped"


def may_be_promised(updates: Mapping[str, Section], editions: Iterable[Edition]) -> Iterator[Remark]:
    """A remark on each action that would get an id of its own, and reads like a promise open under another id."""
    threads = weave(editions)
    named = {_id_of(it) for section in updates.values() for it in section.actions}
    promises = [it for it in threads.values() if it.ended_in is None and it.id not in named]
    for workstream, section in updates.items():
        for action in section.actions:
            is_known = _id_of(action) in threads
            promise = None if is_known else closest_promise(action.text, workstream, promises)
            if promise:
                yield Remark(
                    f"is it the promise `{promise.id}` of {promise.latest.edition.title}? if so, write "
                    f"{named_again(promise)[0]} in place of its own id",
                    f"“{first_words(headline(action.text))}”",
                )


def for_those_who_know(updates: Mapping[str, Section], editions: Iterable[Edition]) -> dict[str, Section]:
    """The same, with whom each action was for by its own word when it was told last: a document does not say that."""
    threads = weave(editions)

    def as_before(action: Planned) -> Planned:
        thread = threads.get(_id_of(action))
        return replace(action, audiences=" ".join(sorted(thread.latest.action.audiences or ()))) if thread else action

    return {
        workstream: replace(section, actions=tuple(map(as_before, section.actions)))
        for workstream, section in updates.items()
    }


def _id_of(action: Planned) -> str:
    return action.id or id_from_words(plain_words(action.text[:1]))
