"""A promise is not ended, moved or taken over behind the back of readers to whom it was given.

Authority: the programme's own rule, in docs/explanation: no promise disappears without a word, and each audience is
told of promises by what it may read.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.forms import in_braces, in_its_form, in_yaml
from generator.domain.content import Content
from generator.domain.edition import Action
from generator.domain.mention import Mention
from generator.domain.thread import Thread, Threads
from generator.domain.visibility import HiddenWith, Sight, may_see, sight_of
from generator.text.diagnostic import Diagnostic
from generator.text.plural import joined


def check(content: Content, threads: Threads) -> Iterator[Diagnostic]:
    """Each promise of which others are told, while some who have it are told by none of its later updates."""
    sights = _sights(content)
    frozen = content.frozen
    for thread in threads.values():
        if not thread.is_passed_over:  # else nobody is told, which is found for all of them at once
            last = {audience: _left_with(thread, sight) for audience, sight in sights.items()}
            left = {audience: mention for audience, mention in last.items() if mention}
            if left:
                hidden_with = (_hidden_with(thread.latest.action, sights[it]) for it in sorted(left))
                read_it = (it for it, sight in sights.items() if sight.sees_in(thread.latest.edition.id, thread.id))
                is_frozen = thread.latest.edition.id in frozen
                yield _finding(thread, left, next(filter(None, hidden_with), ""), [*read_it], is_frozen)


def is_news_to_some(content: Content, thread: Thread, mention: Mention) -> bool:
    """Whether somebody reads for the first time in that mention that it has ended."""
    ended = [it.edition.id for it in thread.mentions if not it.is_open and it.edition.order < mention.edition.order]
    return any(
        sight.sees_in(mention.edition.id, thread.id) and not any(sight.sees_in(it, thread.id) for it in ended)
        for sight in _sights(content).values()
    )


def _sights(content: Content) -> dict[str, Sight]:
    return {audience.id: sight_of(content, audience.id) for audience in content.programme.audiences}


def _left_with(thread: Thread, sight: Sight) -> Mention | None:
    """The last that an audience was told of it, where that leaves it open and a later update for them is silent."""
    if sight.sees_in(thread.latest.edition.id, thread.id) and not thread.continued_by:
        return None
    last = next((it for it in reversed(thread.mentions) if sight.sees_in(it.edition.id, thread.id)), None)
    if last is None or not last.is_open:
        return None
    order = last.edition.order
    went_on = any(sight.sees_in(mark.id, name) for mark, name in thread.continued_by if mark.order >= order)
    is_silent = any(mark.order > order and mark.id in sight.by_edition for mark in reversed(thread.regular))
    return last if is_silent and not went_on else None


def _hidden_with(action: Action, sight: Sight) -> str:
    """What an action is hidden with that is itself for an audience, as a writer is told of it; else nothing."""
    if not may_see(action.audiences, sight.audience):
        return ""
    match sight.what_hides(action):
        case HiddenWith.ACTION, awaited:
            return f"{sight.audience} do not see `{awaited}`, and what waits for it is hidden with it"
        case kind, identity:
            return f"{sight.audience} do not see its {kind}, `{identity}`, and it is hidden with that"
        case _:
            return ""


def _finding(
    thread: Thread, left: Mapping[str, Mention], hidden_with: str, read_it: Iterable[str], is_frozen: bool
) -> Diagnostic:
    """Who `read_it` last is told of it again with those who are left, or else would be left in their place; what others
    took over before their eyes needs no further word to them.
    """
    remedy = "if they may know it, open this to them; if not, tell them in words of their own what became of it"
    was_taken_over = thread.latest.is_open and thread.ended_in is not None
    if is_frozen or was_taken_over:
        everyone = sorted({*left, *(thread.latest.action.audiences or ()), *(() if was_taken_over else read_it)})
        named = in_its_form(
            thread.latest.action.written_at.path,
            f"`{thread.id}` as its id and {in_braces(everyone)}",
            f"`id: {thread.id}` and {in_yaml(everyone)}",
        )
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
