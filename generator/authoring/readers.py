"""What a public audience will read of each promise, in sentences for whoever approves an edition."""

from collections.abc import Collection, Mapping

from generator.domain.comparison import compare, standing_after
from generator.domain.mention import EditionMark, Mention
from generator.domain.prose import plain_words
from generator.domain.thread import Thread, Threads
from generator.values import cached_property, dataclass


@dataclass(frozen=True)  # without slots, so that what differs is worked out once
class NewsReaders:
    """One audience: its title, the threads as it may know them, and the edition since which it reads news.

    Without `since`, all is news.
    """

    title: str
    threads: Threads
    since: EditionMark | None

    @cached_property
    def changed(self) -> Mapping[str, Mention | None]:
        """The promises that they read otherwise than at `since`, by id, each with the mention that they read then."""
        return {it.thread.id: it.before for it in compare(self.threads, self.since)}

    def reads_news_of(self, identity: str) -> bool:
        """Whether an edition after `since` tells them something new of it; that none speaks of it is no news."""
        thread = self.threads.get(identity)
        return identity in self.changed and thread is not None and self._is_spoken_of(thread)

    def line(self, identity: str, own_words: str) -> str:
        """`For Residents, in new words: “The council will buy a website.”` What says the same as `own_words` is not
        repeated.
        """
        thread = self.threads.get(identity)
        if thread is None:
            return f"For {self.title}: nothing of this."
        before = standing_after(thread, self.since)
        if not self._is_spoken_of(thread):
            return f"For {self.title}: nothing new; they read of it last in {thread.latest.edition.title}."
        words = plain_words(thread.latest.action.text)
        is_alike = words == own_words
        if before is None:
            return f"For {self.title}, for the first time: {'the same words as above.' if is_alike else f'“{words}”'}"
        if words == plain_words(before.action.text):
            return f"For {self.title}: in the words that they know."
        if is_alike:
            return f"For {self.title}: the same words as above."
        return f"For {self.title}, in new words: “{words}”"

    def news_of(self, identities: Collection[str]) -> str:
        """`For Residents: news of 2 of these 3.`"""
        news, every = sum(map(self.reads_news_of, identities)), len(identities)
        if every == 1:
            return f"For {self.title}: {'news of it' if news else 'no news of it'}."
        how_many = "none" if not news else f"all {every}" if news == every else f"{news}"
        return f"For {self.title}: news of {how_many}{'' if news == every else f' of these {every}'}."

    def _is_spoken_of(self, thread: Thread) -> bool:
        told_in = [thread.latest.edition, *(edition for edition, _ in thread.continued_by)]
        return self.since is None or any(edition.order > self.since.order for edition in told_in)
