"""Why an action was moved, stopped or opened again, where that was told later than the change itself."""

from generator.domain.thread import EditionMark, Mention, Thread


def reason_since(thread: Thread, edition: EditionMark) -> Mention | None:
    """The mention that says why, where the edition that changed the action had not: the first after that with a reason,
    as long as the action is neither closed, opened nor moved again. None where there is none, or no such edition.
    """
    at = next((at for at, it in enumerate(thread.mentions) if it.edition == edition), len(thread.mentions))
    since, dues = thread.mentions[at:], thread.dues[at + 1 :]
    for before, mention, was, now in zip(since, since[1:], dues, dues[1:], strict=False):
        if mention.is_open != before.is_open or was != now:
            return None
        if mention.action.reason:
            return mention
    return None
