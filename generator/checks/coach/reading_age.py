"""Words harder to read than their readers were promised.

Authority: the Flesch-Kincaid grade level, 0.39 × words a sentence + 11.8 × syllables a word - 15.59. A grade is a year
of school in the United States, of which the ninth is 14 to 15 years old, so that five are added. GOV.UK is written for
a reading age of nine; our marks are milder, because an update has to name what it is about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache, lru_cache

from generator.checks.coach.passages import CoachedPassage
from generator.domain.audience import Audience
from generator.text.diagnostic import Diagnostic
from generator.text.sentences import word_pattern
from generator.values import dataclass

USUAL, USUAL_INSIDE = 14, 17  # years; for the public, and for the council's own people
_ENOUGH = 100  # words; of fewer, an average says little
_OLDEST = 21  # past it, an age says nothing more
_YEARS_BEFORE_SCHOOL = 5

# Syllables are counted by ear, as groups of vowels. Hyphenation, the other way, leaves out every break that a printer
# may not use: it counts a fifth too few on words of councils, and its dictionary takes an eighth of a second to load.
_SILENT = (
    r"(?<=[^aeiouyl])e\Z(?<!tre)",  # home, but theatre and table
    r"(?<=[aeiouy]l)e\Z",  # mile
    r"(?<=[^aeiouycgsxzhl])es\Z",  # homes, but changes and boxes
    r"(?<=[aeiouy]l)es\Z",  # miles
    r"(?<=[^aeioutd])ed\Z",  # planned, but needed
    r"(?<=[^aeiouyl])e(?=(?:ments?|less|ful|fully|ly|ty|some)\Z)",  # useful
    r"\A(?:ev|busin)(?=er[ye]|en|ess)",  # every, evening, business
)
_TWO_SYLLABLES = (
    r"(?<![ctg])ia(?!ment)|i[ao](?=te|ti)",  # January is no social parliament; appreciate
    r"(?<![tsgnlxc])io(?!us)|(?<=[rvd])iou",  # radio, various, but nation
    r"(?<![qg])u(?:a|en)|iu|(?<!g)eo(?!pl|us)|seum|thea|idea|area",  # annual, fluent, medium, video, but people
    r"\breal|cre(?=at)|\Areac|[cdru]iet|(?<![frtc])ien|\Ascien",  # really, create, react, quiet, client, science
    r"[aeiou]ing|\A(?:reo|reu|coo[pr])",  # being, reopen, cooperate
)


@cache
def _vowels_pattern() -> re.Pattern[str]:
    """One group is one syllable; y is a vowel but before another: play, library, carrying, year."""
    return re.compile(r"[aeiou]+(?:y(?![aeiou]))?|(?<![aeiou])y(?![aeiou])|(?<=[^aeiou])y(?=i)")


@cache
def _silent_pattern() -> re.Pattern[str]:
    return re.compile("|".join(_SILENT))


@cache
def _two_pattern() -> re.Pattern[str]:
    return re.compile("|".join(_TWO_SYLLABLES))


@dataclass(slots=True)
class _Count:
    words: int = 0
    sentences: int = 0
    syllables: int = 0
    hardest: tuple[float, CoachedPassage, int, int] | None = field(default=None)

    @property
    def age(self) -> float:
        return _age(self.words, self.sentences, self.syllables)


def check(passages: Iterable[CoachedPassage], audiences: tuple[Audience, ...]) -> Iterator[Diagnostic]:
    """One finding a file, for the readers whose mark it misses most, at its hardest sentence."""
    targets = {audience.id: target_of(audience) for audience in audiences}
    files: dict[str, dict[str, _Count]] = {}
    for passage in passages:
        if not passage.is_heading:
            for reader in passage.readers & targets.keys():
                _add(passage, files.setdefault(passage.path, {}).setdefault(reader, _Count()))
    for counts in files.values():
        yield from _missed(counts, targets, {audience.id: audience.title for audience in audiences})


def target_of(audience: Audience) -> int:
    """The age for which this audience's words are to be written."""
    return audience.reading_age or (USUAL_INSIDE if audience.is_internal else USUAL)


def _missed(
    counts: Mapping[str, _Count], targets: Mapping[str, int], titles: Mapping[str, str]
) -> Iterator[Diagnostic]:
    over = [
        (count.age - targets[reader], reader, count)
        for reader, count in sorted(counts.items())
        if count.words >= _ENOUGH and count.age >= targets[reader] + 1
    ]
    if not over:
        return
    _, reader, count = max(over, key=lambda missed: missed[0])
    if count.hardest:
        _, passage, start, end = count.hardest
        yield Diagnostic(
            "hard-to-read",
            f"these words are for readers of {min(int(count.age), _OLDEST)} or older; the mark for "
            f"{titles[reader].lower()} is {targets[reader]}",
            passage.span(start, end),
            "begin with this sentence, the hardest: shorter words, and one thought at a time",
            f"{count.words / count.sentences:.0f} words a sentence and {count.syllables / count.words:.1f} syllables a "
            "word in this file; long names count too",
        )


def _add(passage: CoachedPassage, count: _Count) -> None:
    for start, end in passage.sentences:
        words = [word.group() for word in word_pattern().finditer(passage.words, start, end)]
        if words:
            syllables = sum(map(syllables_of, words))
            age = _age(len(words), 1, syllables)
            count.words += len(words)
            count.sentences += 1
            count.syllables += syllables
            if len(words) > _YEARS_BEFORE_SCHOOL and (count.hardest is None or age > count.hardest[0]):
                count.hardest = (age, passage, start, end)


def _age(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + _YEARS_BEFORE_SCHOOL


@lru_cache(maxsize=4096)  # most words of an update come back
def syllables_of(word: str) -> int:
    """About how many syllables are heard; one for a number or an acronym, which readers take in at a glance."""
    if word.isupper() or not word.isalpha():
        return max(1, sum(map(syllables_of, re.split(r"[^A-Za-z]+", word)))) if "-" in word else 1
    small = word.lower()
    heard = len(_vowels_pattern().findall(small)) + len(_two_pattern().findall(small))
    return max(1, heard - len(_silent_pattern().findall(small)))
