"""Words in capitals only, which are hard to read and sound like shouting.

Authority: style guides of councils, such as Chelmsford's: lower case, as block capitals are more difficult to read and
also stand for shouting.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from generator.checks.coach.passages import CoachedPassage
from generator.text.diagnostic import Diagnostic


@cache
def _shouted_pattern() -> re.Pattern[str]:
    # Not possessive: Python before 3.11.5 finds nothing where a group is.
    return re.compile(r"(?<![\w’'])[^\W\d_a-z]{2,}(?:[ ,–’'-]{1,3}[^\W\d_a-z]{1,})*(?![\w’'])")


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


_ALONE = 7  # letters of a single word that is too long to be an acronym
_AMONG = 4  # letters of at least one word in a row of them


def check(passages: Iterable[CoachedPassage], known: Collection[str]) -> Iterator[Diagnostic]:
    """`known` are the terms and acronyms that are written so."""
    for passage in passages:
        for capitals in _shouted_pattern().finditer(passage.words):
            if capitals.group().isupper() and _is_shouting(_word_pattern().findall(capitals.group()), known):
                yield Diagnostic(
                    "all-capitals",
                    "words in capitals are hard to read, and sound like shouting",
                    passage.span(*capitals.span()),
                    "write them in small letters; if they matter, put them first, or in **bold**",
                    subject=passage.subject,
                )


def _is_shouting(words: list[str], known: Collection[str]) -> bool:
    unknown = [word for word in words if word not in known]
    if len(words) > 1:
        return len(unknown) > 1 and max(map(len, unknown)) >= _AMONG
    return bool(unknown) and len(unknown[0]) >= _ALONE
