"""What an import made, in words for the person who ran it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.authoring.sourced_content import SourcedContent
from generator.authoring.story import title_of
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import State, Update
from generator.domain.opening import NOT_PLACED
from generator.importing.bringing import Brought, ImportRequest
from generator.importing.columns import NO_STATE
from generator.importing.counting import count_sentences, texts_of
from generator.importing.document import Remark
from generator.importing.placed import Placing, Section, in_few_words
from generator.text.excerpt import visible
from generator.text.plural import joined, plural

_STATES = {
    State.COMPLETED: "completed",
    State.UNDER_WAY: "under way",
    State.FUTURE: "future",
    State.STOPPED: "stopped",
}
_MOST_TOLD = 20


def told(
    brought: Brought,
    sourced: SourcedContent,
    folder: Path,
    request: ImportRequest,
    begun: Sequence[Update] = (),
    *,
    is_done: bool,
) -> Iterator[str]:
    """Line by line: what each workstream got, the count of sentences, what has no place, what to look at, what next.

    `begun` are the updates that `golden new` has begun in the edition, and in which nobody has written.
    """
    placing = brought.placing
    made = "made" if is_done else "would make"
    yield f"{made} {_whole(placing, folder, request)}{_instead(brought, begun)}"
    yield from _by_workstream(placing, sourced.content)
    yield from _not_found(placing, sourced.content, request)
    yield _sentences(brought)
    yield from _section(
        f"not placed, and kept under “{NOT_PLACED}”:", (f"{it.place}: {it.why}" for it in placing.unplaced)
    )
    pictures = (f"{it.path} ({it.place}): ![What it shows](../../{it.path})" for it in brought.pictures.without_alt)
    yield from _section("pictures that need words for those who cannot see them:", pictures)
    remarks = tuple(folded((*placing.remarks, *_unspoken(brought, begun))))
    yield from _section("look at:", remarks, len(remarks))  # all of them, for they stand nowhere else
    yield from ("", *_next(request, is_done=is_done))


def _whole(placing: Placing, folder: Path, request: ImportRequest) -> str:
    if request.is_addition:
        return str(folder / f"{request.workstream}.md")
    count = plural(len(placing.updates), "update")
    return f"{folder}: a draft letter and {count}, for {day_in_words(request.published)}"


def _by_workstream(placing: Placing, content: Content) -> Iterator[str]:
    width = max((len(title_of(it, content)) for it in placing.updates), default=0)
    for workstream, section in placing.updates.items():
        yield f"  {title_of(workstream, content):{width}}  {_counts(section)}"


def _not_found(placing: Placing, content: Content, request: ImportRequest) -> Iterator[str]:
    """Why the letter has everything; else the workstreams that nothing is of, where all might be looked for."""
    silent = [it.title for it in content.workstreams if it.id not in placing.updates]
    if not placing.updates and placing.unplaced and all(it.why == NO_STATE for it in placing.unplaced):
        yield "nothing says what is done and what is to come, so that all stands in the letter"
    elif not placing.updates:
        yield "no heading names a workstream, so that all stands in the letter"
        if "workstream" not in placing.fields_meant:
            yield "where it is one workstream's, say whose: --workstream ID"
    elif silent and not request.workstream and not request.name.is_special:
        yield f"nothing was found of {joined(silent)}"


def _instead(brought: Brought, begun: Sequence[Update]) -> str:
    is_instead = any(f"{it.workstream}.md" in brought.files for it in begun)
    return ", in place of what golden new had begun, where nobody had written" if is_instead else ""


def _unspoken(brought: Brought, begun: Sequence[Update]) -> Iterator[Remark]:
    """The promises that stood where something else does now, and whose ids are not in it."""
    for update in begun:
        file = f"{update.workstream}.md"
        words = brought.files.get(file, b"").decode()
        named = set(re.findall(r"\{#([a-z][a-z0-9-]*)", words))
        left = [action.id for action in update.actions if action.id not in named]
        if file in brought.files and left:
            yield Remark(", ".join(left), f"{file} has open promises that it does not speak of")


def _counts(section: Section) -> str:
    states = Counter(it.state for it in section.actions)
    counts = [f"{states[state]} {word}" for state, word in _STATES.items() if states[state]]
    dues = sum(1 for it in section.actions if it.due)
    dated = f" ({dues} with a due date)" if dues else ""
    words = sum(count_sentences(texts_of((block,))) for block in section.introduction)
    introduction = plural(words, "sentence of introduction") if words else ""
    return "; ".join(filter(None, [f"{', '.join(counts)}{dated}" if counts else "no actions", introduction]))


def _sentences(brought: Brought) -> str:
    counts = brought.counts
    became = f", {counts.became} as headings, dates and the like" if counts.became else ""
    return (
        f"sentences: {counts.before} in the files; {counts.after} read back from what is written{became}: none is lost"
        if counts.agree
        else ""
    )


def folded(remarks: Iterable[Remark]) -> Iterator[str]:
    """What is said alike of several places in a file, said once."""
    places: dict[tuple[str, str], list[str]] = {}
    for remark in remarks:
        places.setdefault((remark.file, remark.words), []).append(remark.place)
    for (file, words), own in places.items():
        yield str(Remark(words, in_few_words(list(dict.fromkeys(own))), file))


def _section(heading: str, lines: Iterable[str], most: int = _MOST_TOLD) -> Iterator[str]:
    every = list(dict.fromkeys(map(visible, lines)))
    if every:
        yield from ("", heading)
        yield from (f"  {line}" for line in every[:most])
    if len(every) > most:
        yield f"  and {len(every) - most} more"


def _next(request: ImportRequest, *, is_done: bool) -> Iterator[str]:
    if not is_done:
        yield "nothing was written; without --dry-run it will be"
        return
    yield "next: golden check    finds what is wrong with it; golden fix gives ids to actions that have none"
    if not request.is_addition:
        yield "it is a draft, in no site, until `status: draft` is taken out of its letter"
