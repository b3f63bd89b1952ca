"""Updates whose bullets are no actions, which is most often a slip of form."""

from collections.abc import Iterator

from generator.domain.content import Content
from generator.domain.prose import BulletList, NumberedList, OnlyFor, Prose
from generator.text.diagnostic import Diagnostic


def check(content: Content) -> Iterator[Diagnostic]:
    """An update without any action, but with a list in its introduction. One of plain words alone may be meant so."""
    for edition in content.editions:
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


def _has_list(prose: Prose) -> bool:
    parts = (block.blocks for block in prose if isinstance(block, OnlyFor))
    return any(isinstance(block, BulletList | NumberedList) for block in prose) or any(map(_has_list, parts))
