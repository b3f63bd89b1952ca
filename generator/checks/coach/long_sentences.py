"""A sentence of more than 25 words is hard to read at the first go.

Authority: the GOV.UK style guide's limit, as the Government Digital Service explained it in “Sentence length: why 25
words is our limit” (4 August 2014).
"""

import re
from collections.abc import Iterable, Iterator

from generator.checks.coach.passages import CoachedPassage
from generator.text.diagnostic import Diagnostic
from generator.text.sentences import count_words
from generator.values import dataclass

MOST = 25  # words

_SHOWN = 3  # words of the place where it may be cut
_ROOM = 5  # words before and after a cut

# Where a new sentence may begin: at the words that join two thoughts, else at any `and`.
_JOINTS = (
    r"[;:–—] |, (?=(?:and|but|so|or|which|where|while|because|although|as) )|\b(?=(?:which|because|so that|although) )",
    r", |\b(?=(?:and|but|while|whilst|in order to) )",
)


def check(passages: Iterable[CoachedPassage]) -> Iterator[Diagnostic]:
    """One finding a file, at its longest sentence, with the number of the others: nobody mends twenty at once."""
    by_file: dict[str, list[_LongSentence]] = {}
    for passage in passages:
        for sentence in _long_sentences_in(passage):
            by_file.setdefault(passage.path, []).append(sentence)
    for found in by_file.values():
        yield _finding(max(found, key=lambda it: it.count), len(found) - 1)


@dataclass(frozen=True, slots=True)
class _LongSentence:
    """A sentence of so many words, from `start` to `end` in the words of its passage."""

    passage: CoachedPassage
    start: int
    end: int
    count: int


def _long_sentences_in(passage: CoachedPassage) -> Iterator[_LongSentence]:
    for start, end in passage.sentences if not passage.is_heading else ():
        count = count_words(passage.words, start, end)
        if count > MOST:
            yield _LongSentence(passage, start, end, count)


def _finding(sentence: _LongSentence, others: int) -> Diagnostic:
    more = f"; {others} more in this file {'has' if others == 1 else 'have'} over {MOST}" if others else ""
    passage, start, end = sentence.passage, sentence.start, sentence.end
    cut = _cut(passage.words[start:end])
    return Diagnostic(
        "long-sentence",
        f"this sentence has {sentence.count} words{more}",
        passage.span(start, end),
        f"make two of it, perhaps from `{cut}` on" if cut else "make two or three of it, each with one thought",
        f"readers lose the thread in sentences of more than {MOST} words",
        subject=passage.subject,
    )


def _cut(sentence: str) -> str:
    """The first words of what may be a sentence of its own: of the best joints, the one nearest to the middle."""
    middle = len(sentence) / 2
    for joint in map(re.compile, _JOINTS):
        for found in sorted(joint.finditer(sentence), key=lambda it: abs(it.end() - middle))[:_SHOWN]:
            after = sentence[found.end() :].split()
            if len(after) >= _ROOM and len(sentence[: found.start()].split()) >= _ROOM:
                return " ".join(after[:_SHOWN]).strip("`,")
    return ""
