"""Updates whose bullets are no actions, which is most often a slip of form, and what an import left to be moved."""

from collections.abc import Iterator

from generator.domain.content import Content
from generator.domain.edition import Edition, Status
from generator.domain.opening import NOT_PLACED
from generator.domain.prose import BulletList, NumberedList, OnlyFor, Prose, headings_in, words_of_runs
from generator.text.diagnostic import Diagnostic


def check(content: Content) -> Iterator[Diagnostic]:
    """An update without any action, but with a list in its introduction. One of plain words alone may be meant so."""
    for edition in content.editions:
        yield from _not_placed(edition)
        for update in edition.updates:
            is_read = update.written_at.path not in content.unread
            if is_read and not update.actions and _has_list(update.introduction):
                yield Diagnostic(
                    "update-without-actions",
                    "this update has bullets, but none of them is an action",
                    update.written_at,
                    "put `## Completed` or `## Future actions` above them, with an empty line before it",
                    subject=update.workstream,
                )


def _not_placed(edition: Edition) -> Iterator[Diagnostic]:
    """What an import left to its writer, where the edition comes out with it; what is frozen is out already."""
    if edition.status is not Status.PUBLISHED or edition.is_frozen:
        return
    proses = (edition.letter, *(update.introduction for update in edition.updates))
    for heading in (heading for prose in proses for heading in headings_in(prose)):
        if words_of_runs(heading.runs).strip().casefold() == NOT_PLACED.casefold():
            yield Diagnostic(
                "not-placed-yet",
                "what stands under this heading has no place yet, and readers would see it",
                heading.written_at,
                "move each part to where it belongs, or take it out; then take out this heading",
            )


def _has_list(prose: Prose) -> bool:
    parts = (block.blocks for block in prose if isinstance(block, OnlyFor))
    return any(isinstance(block, BulletList | NumberedList) for block in prose) or any(map(_has_list, parts))
