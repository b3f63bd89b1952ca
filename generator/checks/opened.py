"""A promise that was kept from some readers is opened to them in so many words, never by leaving a word out.

Authority: the programme's own rule, in docs/explanation, that nothing is public by silence.
"""

from collections.abc import Iterator

from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.thread import Mention, Thread, Threads
from generator.domain.visibility import editions_seen_by
from generator.text.diagnostic import Diagnostic


def check(content: Content, threads: Threads) -> Iterator[Diagnostic]:
    """The newest mention of each action; what is frozen, or was for the public, has been read already."""
    public = content.programme.public
    silent = [it for it in threads.values() if it.latest.action.audiences is None]
    kept = [it for it in silent if (whom := kept_for(it.mentions[:-1])) and not whom & public]
    if not kept:
        return
    frozen = frozenset(edition.id for edition in content.editions if edition.record is not None)
    readers = [it.id for it in content.programme.audiences]
    seen = {it: {edition.id: edition.action_ids for edition in editions_seen_by(content, it)} for it in readers}
    for thread in kept:
        opened = [it for it in readers if _is_opened(thread, it, seen[it])]
        if opened and thread.latest.edition.id not in frozen:
            yield _finding(thread, kept_for(thread.mentions[:-1]), opened)


def kept_for(mentions: tuple[Mention, ...]) -> Audiences:
    """Whom an action was for by its own word; empty where it never said so."""
    return frozenset[str]().union(*(mention.action.audiences or () for mention in mentions))


def _is_opened(thread: Thread, audience: str, seen: dict[str, frozenset[str]]) -> bool:
    """Whether the newest mention is the first that an audience sees."""
    *before, latest = (thread.id in seen.get(mention.edition.id, ()) for mention in thread.mentions)
    return latest and not any(before) and audience not in kept_for(thread.mentions[:-1])


def _finding(thread: Thread, kept: Audiences, opened: list[str]) -> Diagnostic:
    action, before = thread.latest.action, thread.mentions[-2]
    some, everyone = sorted(kept), sorted(kept.union(opened))
    remedy = f"put {in_braces(some)} into its braces, or {in_braces(everyone)} if they may read it"
    if not action.written_at.path.endswith(".md"):
        remedy = f"give it {_in_yaml(some)}, or {_in_yaml(everyone)} if they may read it"
    return Diagnostic(
        "opened-by-silence",
        f"`{thread.id}` was for {' and '.join(some)} alone, and {' and '.join(opened)} would read this",
        action.written_at,
        remedy,
        related=((before.action.written_at, f"for {' and '.join(some)} in {before.edition.title}"),),
        subject=thread.id,
    )


def named_again(thread: Thread) -> tuple[str, str]:
    """What names an action in a later edition, in braces and in YAML, with whom it was for by its own word."""
    audiences = sorted(thread.latest.action.audiences or ())
    if not audiences:
        return f"{{#{thread.id}}}", f"`id: {thread.id}`"
    return f"{{#{thread.id} {in_braces(audiences)}}}", f"`id: {thread.id}` and {_in_yaml(audiences)}"


def in_braces(audiences: list[str]) -> str:
    return f"for={audiences[0]}" if len(audiences) == 1 else f'for="{" ".join(audiences)}"'


def _in_yaml(audiences: list[str]) -> str:
    return f"`for: {audiences[0]}`" if len(audiences) == 1 else f"`for: [{', '.join(audiences)}]`"
