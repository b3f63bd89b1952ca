"""A promise is not ended, moved or taken over behind the back of readers to whom it was given.

Authority: the programme's own rule, in docs/explanation: no promise disappears without a word, and each audience is
told of promises by what it may read.
"""

from collections.abc import Iterator, Mapping

from generator.checks.opened import in_braces
from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.edition import Action
from generator.domain.thread import Mention, Thread, Threads
from generator.domain.visibility import editions_seen_by, may_see, measures_by_sight, projects_by_sight
from generator.text.diagnostic import Diagnostic
from generator.text.plural import joined

Seen = Mapping[str, Audiences]  # the ids of the actions that an audience sees, by edition


def check(content: Content, threads: Threads) -> Iterator[Diagnostic]:
    """Each promise of which others are told, while some who have it are told by none of its later updates."""
    seen = _seen(content)
    frozen = content.frozen
    for thread in threads.values():
        if not thread.is_passed_over:  # else nobody is told, which is found for all of them at once
            last = {audience: _left_with(thread, its) for audience, its in seen.items()}
            left = {audience: mention for audience, mention in last.items() if mention}
            if left:
                hidden_with = tuple(_hidden_with(content, thread.latest.action, it, seen[it]) for it in sorted(left))
                yield _finding(thread, left, next(filter(None, hidden_with), ""), thread.latest.edition.id in frozen)


def is_news_to_some(content: Content, thread: Thread, mention: Mention) -> bool:
    """Whether somebody reads for the first time in that mention that it has ended."""
    ended = [it.edition.id for it in thread.mentions if not it.is_open and it.edition.order < mention.edition.order]

    def reads_it_in(edition: str, seen: Seen) -> bool:
        return thread.id in seen.get(edition, ())

    seen_by_each = _seen(content).values()
    return any(
        reads_it_in(mention.edition.id, seen) and not any(reads_it_in(edition, seen) for edition in ended)
        for seen in seen_by_each
    )


def _seen(content: Content) -> dict[str, Seen]:
    return {
        audience.id: {edition.id: edition.action_ids for edition in editions_seen_by(content, audience.id)}
        for audience in content.programme.audiences
    }


def _left_with(thread: Thread, seen: Seen) -> Mention | None:
    """The last that an audience was told of it, where that leaves it open and a later update for them is silent."""
    if thread.id in seen.get(thread.latest.edition.id, ()) and not thread.continued_by:
        return None
    last = next((it for it in reversed(thread.mentions) if thread.id in seen.get(it.edition.id, ())), None)
    if last is None or not last.is_open:
        return None
    order = last.edition.order
    went_on = any(name in seen.get(mark.id, ()) for mark, name in thread.continued_by if mark.order >= order)
    is_silent = any(mark.order > order and mark.id in seen for mark in reversed(thread.regular))
    return last if is_silent and not went_on else None


def _hidden_with(content: Content, action: Action, audience: str, seen: Seen) -> str:
    """What an action is hidden with that is itself for an audience, as a writer is told of it; else nothing."""
    if not may_see(action.audiences, audience):
        return ""
    if action.project is not None and not projects_by_sight(content, audience).get(action.project.id, True):
        return f"{audience} do not see its project, `{action.project.id}`, and it is hidden with that"
    if action.measure is not None and not measures_by_sight(content, audience).get(action.measure.id, True):
        return f"{audience} do not see its measure, `{action.measure.id}`, and it is hidden with that"
    known = frozenset[str]().union(*seen.values())
    awaited = next((reference.id for reference in action.after if reference.id not in known), None)
    return f"{audience} do not see `{awaited}`, and what waits for it is hidden with it" if awaited else ""


def _finding(thread: Thread, left: Mapping[str, Mention], hidden_with: str, is_frozen: bool) -> Diagnostic:
    remedy = "if they may know it, open this to them; if not, tell them in words of their own what became of it"
    was_taken_over = thread.latest.is_open and thread.ended_in is not None
    if is_frozen or was_taken_over:
        everyone = sorted({*left, *(thread.latest.action.audiences or ())})
        named = f"`{thread.id}` as its id and {in_braces(everyone)}"
        remedy = f"say in an edition to come, in words that they may read, what became of it, with {named}"
    return Diagnostic(
        "untold",
        f"{joined(sorted(left))} are not told what became of the promise `{thread.id}`, which they were given",
        thread.latest.action.written_at,
        remedy,
        hidden_with,
        related=tuple(
            (mention.action.written_at, f"{audience} were told of it last in {mention.edition.title}")
            for audience, mention in sorted(left.items())
            if mention is not thread.latest
        ),
        subject=thread.id,
    )
