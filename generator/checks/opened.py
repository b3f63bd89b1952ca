"""A promise that was kept from some readers is opened to them in so many words, never by leaving a word out.

Authority: the programme's own rule, in docs/explanation, that nothing is public by silence.
"""

from collections.abc import Iterator, Mapping, Set
from itertools import islice

from generator.checks.forms import in_braces, in_its_form, in_yaml
from generator.domain.audience import Audiences
from generator.domain.content import Content
from generator.domain.mention import Mention
from generator.domain.thread import Thread, Threads
from generator.domain.visibility import Sight, sight_of
from generator.text.diagnostic import Diagnostic


def check(content: Content, threads: Threads) -> Iterator[Diagnostic]:
    """The first mention of each action that opens it so; what is frozen has been read already. The council's own people
    may read whatever was for the public.
    """
    kept = [it for it in threads.values() if kept_for(it.mentions[:-1])]
    if not kept:
        return
    public = content.programme.public
    frozen = content.frozen
    sights = {it.id: sight_of(content, it.id) for it in content.programme.audiences}
    for thread in kept:
        yield from islice(_openings(thread, sights, public, frozen), 1)


def _openings(thread: Thread, sights: Mapping[str, Sight], public: Audiences, frozen: Set[str]) -> Iterator[Diagnostic]:
    """Each mention that says nothing of its readers, and is the first that some of them see after others alone did."""
    for at, mention in enumerate(thread.mentions):
        whom = kept_for(thread.mentions[:at])
        if whom and mention.action.audiences is None and mention.edition.id not in frozen:
            others = [it for it in sights if it not in whom and (it in public or not whom & public)]
            opened = [it for it in others if _is_first(thread, at, sights[it])]
            if opened:
                yield _finding(thread, at, whom, opened)


def kept_for(mentions: tuple[Mention, ...]) -> Audiences:
    """Whom an action was for by its own word; empty where it never said so."""
    return frozenset[str]().union(*(mention.action.audiences or () for mention in mentions))


def _is_first(thread: Thread, at: int, sight: Sight) -> bool:
    """Whether this mention is the first that an audience sees."""
    *before, this = (sight.sees_in(mention.edition.id, thread.id) for mention in thread.mentions[: at + 1])
    return this and not any(before)


def _finding(thread: Thread, at: int, kept: Audiences, opened: list[str]) -> Diagnostic:
    action, before = thread.mentions[at].action, thread.mentions[at - 1]
    some, everyone = sorted(kept), sorted(kept.union(opened))
    remedy = in_its_form(
        action.written_at.path,
        f"put {in_braces(some)} into its braces, or {in_braces(everyone)} if they may read it",
        f"give it {in_yaml(some)}, or {in_yaml(everyone)} if they may read it",
    )
    return Diagnostic(
        "opened-by-silence",
        f"`{thread.id}` was for {' and '.join(some)} alone, and {' and '.join(opened)} would read this",
        action.written_at,
        remedy,
        related=((before.action.written_at, f"for {' and '.join(some)} in {before.edition.title}"),),
        subject=thread.id,
    )
