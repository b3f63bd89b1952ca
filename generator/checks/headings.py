"""Headings go down one level at a time, so that those who hear a page can follow its order.

Authority: WCAG 2.2, success criterion 1.3.1 (Info and Relationships).
"""

from collections.abc import Iterator

from generator.domain.content import Content
from generator.domain.prose import Prose, headings_in
from generator.text.diagnostic import Diagnostic

_PAGE_TITLE = 1
# An update's introduction stands below the workstream's name, which is a heading already.
_WORKSTREAM_TITLE = 2


def check(content: Content) -> Iterator[Diagnostic]:
    for page in content.pages:
        yield from _in_prose(page.body, _PAGE_TITLE)
    for edition in content.editions:
        yield from _in_prose(edition.letter, _PAGE_TITLE)
        for update in edition.updates:
            yield from _in_prose(update.introduction, _WORKSTREAM_TITLE)


def _in_prose(prose: Prose, above: int) -> Iterator[Diagnostic]:
    level = above
    for heading in headings_in(prose):
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
