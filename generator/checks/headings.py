"""Headings go down one level at a time, so that those who hear a page can follow its order.

Authority: WCAG 2.2, success criterion 1.3.1 (Info and Relationships).
"""

from collections.abc import Iterable, Iterator

from generator.domain.content import Content
from generator.domain.prose import Heading, OnlyFor, Prose, blocks_in
from generator.domain.visibility import prose_seen_by
from generator.text.diagnostic import Diagnostic

_PAGE_TITLE = 1
# An update's introduction stands below the workstream's name, which is a heading already.
_WORKSTREAM_TITLE = 2


def check(content: Content) -> Iterator[Diagnostic]:
    readers = [audience.id for audience in content.programme.audiences]
    for page in content.pages:
        yield from _in_prose(page.body, _PAGE_TITLE, readers)
    for edition in content.editions:
        yield from _in_prose(edition.letter, _PAGE_TITLE, readers)
        for update in edition.updates:
            yield from _in_prose(update.introduction, _WORKSTREAM_TITLE, readers)
    for question in content.questions:
        yield from _in_prose(question.answer, _PAGE_TITLE, readers)


def _in_prose(prose: Prose, above: int, readers: Iterable[str]) -> Iterator[Diagnostic]:
    """For each audience, as parts for others are not there to lead from one level to the next."""
    if any(isinstance(block, OnlyFor) for block in prose):
        found = (it for reader in readers for it in _as_seen(prose_seen_by(prose, reader), above))
        yield from dict.fromkeys(found)
    else:
        yield from _as_seen(prose, above)


def _as_seen(prose: Prose, above: int) -> Iterator[Diagnostic]:
    """In quotes and lists, too: a heading is one wherever it stands."""
    level = above
    for heading in (block for block in blocks_in(prose) if isinstance(block, Heading)):
        if heading.level <= above:
            yield Diagnostic(
                "heading-skips-level",
                f"`{'#' * heading.level}` is the level of the title above",
                heading.written_at,
                f"begin it with `{'#' * (above + 1)}`",
            )
        elif heading.level > level + 1:
            yield Diagnostic(
                "heading-skips-level",
                f"`{'#' * heading.level}` skips a level",
                heading.written_at,
                f"begin it with `{'#' * (level + 1)}`",
            )
        level = max(heading.level, above)
