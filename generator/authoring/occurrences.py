"""Where words stand in a text, however they are written there: as their reader sees them, not as they were typed.

Capitals, accents, spaces, wrapped lines, entities such as `&nbsp;`, escapes, curly apostrophes, and marks of emphasis
and of languages make no difference. A name is also found where it is joined by hyphens or dots, as in ids, addresses
and names of files.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from generator.values import cached_property, dataclass

_WRITTEN = re.compile(
    r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<plain>[ -%'-\[\]-~\r\n\t]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_ALIKE = str.maketrans("‘’ʼ`´‐‑‒–—−", "'''''------")
_UNSEEN = frozenset({"Mn", "Cf"})  # accents on their own, soft hyphens and the like

# Between two words in a line: spaces or one line end with what a quote begins its lines with, and marks around either.
_MARKS = r"(?:[*_~\[]|\]\{lang=[\w-]{1,40}\}){0,4}"
_BETWEEN = rf"{_MARKS}(?:[ \t\xa0]+|[ \t]*\\?\r?\n[ \t>]*){_MARKS}"
_JOINED = r"(?:[-_.+]|%20)?"
_NOT_WITHIN_A_WORD = (r"(?<![^\W_])", r"(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Offsets in the text as it was typed. `words` are the places of its single words where marks stand between them.

    `is_joined` where it is part of an id, an address or the like.
    """

    start: int
    end: int
    words: tuple[tuple[int, int], ...] = ()
    is_joined: bool = False


@dataclass(frozen=True)
class Sought:
    """Words that are looked for. One word alone that has a capital is found only with it, or all in capitals."""

    words: str

    @cached_property
    def _parts(self) -> list[str]:
        return _seen(self.words)[0].split()

    @cached_property
    def heeds_case(self) -> bool:
        return len(self._parts) == 1 and self._parts[0] != self._parts[0].lower()

    @cached_property
    def _in_prose(self) -> re.Pattern[str]:
        forms = {part: f"(?:{re.escape(part)}|{re.escape(part.upper())})" for part in self._parts}
        inner = _BETWEEN.join(f"({forms[part]})" for part in self._parts)
        return re.compile(inner.join(_NOT_WITHIN_A_WORD), 0 if self.heeds_case else re.IGNORECASE)

    @cached_property
    def _joined(self) -> re.Pattern[str] | None:
        parts = [re.sub(r"[\W_]", "", part) for part in self._parts]
        if len(parts) < 2 or not all(parts):
            return None
        return re.compile(_JOINED.join(map(re.escape, parts)).join(_NOT_WITHIN_A_WORD), re.IGNORECASE)

    @property
    def has_words(self) -> bool:
        """Whether there is a letter or a digit to look for at either end, or at the beginning the sign of a telephone
        number, which may be written (01632) 960200 or +44 1632 960200.
        """
        seen = "".join(self._parts)
        return bool(seen) and (seen[0].isalnum() or seen[0] in "(+") and seen[-1].isalnum()

    def in_text(self, text: str) -> tuple[Occurrence, ...]:
        """All occurrences, in order; none overlaps another."""
        seen, places = _seen(text)
        found = [*self._occurrences(self._in_prose, seen, places), *self._occurrences(self._joined, seen, places)]
        kept: list[Occurrence] = []
        for occurrence in sorted(found, key=lambda occurrence: (occurrence.start, -occurrence.end)):
            if not kept or occurrence.start >= kept[-1].end:
                kept.append(occurrence)
        return tuple(kept)

    def _occurrences(
        self, pattern: re.Pattern[str] | None, seen: str, places: list[tuple[int, int]]
    ) -> Iterator[Occurrence]:
        for match in pattern.finditer(seen) if pattern else ():
            if pattern is self._joined and _is_one_word(match.group()) and not _is_part_of_a_name(seen, *match.span()):
                continue  # `every day` is not `everyday`, but `janesmith@` is she
            words = tuple(match.span(number + 1) for number in range(len(match.groups())))
            has_marks = any(mark in seen[match.start() : match.end()] for mark in "*_~[]") and len(words) > 1
            yield Occurrence(
                start=places[match.start()][0],
                end=places[match.end() - 1][1],
                words=tuple((places[start][0], places[end - 1][1]) for start, end in words) if has_marks else (),
                is_joined=pattern is self._joined or _is_part_of_a_name(seen, *match.span()),
            )


def _is_one_word(found: str) -> bool:
    return found.isalpha()


def _is_part_of_a_name(seen: str, start: int, end: int) -> bool:
    """Whether words without a space are part of an id, an address or the name of a file."""
    before, after = seen[max(0, start - 1) : start], seen[end : end + 1]
    return " " not in seen[start:end] and (before in tuple("#=:/@-_") or after in tuple("-_/@"))


def _seen(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text as its readers see it, and for each of its characters the range of what was typed for it."""
    seen: list[str] = []
    places: list[tuple[int, int]] = []
    for written in _WRITTEN.finditer(text):
        if written["plain"]:
            seen.append(written["plain"].translate(_ALIKE))
            places.extend((at, at + 1) for at in range(*written.span()))
        else:
            characters = _folded(unescape(written["entity"] or "") or written["escaped"] or written["other"])
            seen.append(characters)
            places.extend([written.span()] * len(characters))
    return "".join(seen), places


def _folded(characters: str) -> str:
    decomposed = unicodedata.normalize("NFKD", characters.translate(_ALIKE))
    return "".join(c for c in decomposed if unicodedata.category(c) not in _UNSEEN)
