"""How long a page takes to read."""

from collections.abc import Iterable, Iterator

from generator.domain.edition import Edition
from generator.domain.prose import Prose, plain_words

# Most adults read 175 to 300 words of English non-fiction a minute, 238 on average; we stay on the patient side.
# Source: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019), abstract.
_WORDS_A_MINUTE = 220
_WORTH_SAYING = 2


def minutes_to_read(proses: Iterable[Prose]) -> int:
    """Whole minutes, rounded; 0 for what takes less than two, since that is seen at a glance."""
    words = sum(len(plain_words(prose).split()) for prose in proses)
    minutes = round(words / _WORDS_A_MINUTE)
    return minutes if minutes >= _WORTH_SAYING else 0


def words_of(edition: Edition) -> Iterator[Prose]:
    """All that an edition tells: the letter, then each update's introduction and actions."""
    yield edition.letter
    for update in edition.updates:
        yield update.introduction
        yield from (action.text for action in update.actions)
