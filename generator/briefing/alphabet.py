"""Names in the order of a language's alphabet, and the letter that each is looked up under."""

import re
from collections.abc import Callable, Iterable
from string import ascii_lowercase
from unicodedata import normalize

_NUMBERS = "0-9"
_ACCENTS = re.compile("[\u0300-\u036f]+")


def named_alphabet(say: Callable[[str], str]) -> str:
    """The letters that a catalogue names; the English ones where it names none."""
    # Translators: The letters of your alphabet in their order, with spaces between. Lists from A to Z, and the
    # glossary, stand in it. What counts as one letter stands together: in Welsh `c ch d dd e f ff g ng`. A letter with
    # an accent that you do not name stands with the one without it.
    return say("a b c d e f g h i j k l m n o p q r s t u v w x y z")


class Alphabet:
    """The letters of one language, named in their order with spaces between: `a b c ch d dd`.

    A letter of two signs is one wherever the two stand together: no machine sees that the `ng` of Bangor is two. A
    Latin letter that is not named has its place after the one that it follows in English.
    """

    def __init__(self, named: str) -> None:
        letters = [it for it in dict.fromkeys(normalize("NFC", named.casefold()).split()) if it.isalpha()]
        own = "".join(it for it in letters if len(it) == 1 and not it.isascii())
        long = sorted((it for it in letters if len(it) > 1), key=len, reverse=True)
        self._own = frozenset(own)
        self._long = re.compile("|".join(long)) if long else None
        ordered = _with_latin(letters)
        self._places = {letter: chr(ord("a") + at) for at, letter in enumerate(ordered)}
        self._signs = re.compile("|".join((*long, f"[{own}{ascii_lowercase}]")))
        self._is_english = ordered == list(ascii_lowercase)

    def folded(self, name: str) -> str:
        """In small letters, without accents, and without what stands before the first letter or number."""
        plain = name.casefold()
        if not plain.isascii():
            plain = _ACCENTS.sub("", self._apart_from_accents(normalize("NFC", plain)))
        return plain if plain[:1].isalnum() else plain.lstrip("".join({sign for sign in plain if not sign.isalnum()}))

    def _apart_from_accents(self, composed: str) -> str:
        """Each accent as a sign of its own, but for those of letters that the language names."""
        if self._own.isdisjoint(composed):
            return normalize("NFD", composed)
        return "".join(it if it in self._own else normalize("NFD", it) for it in composed)

    def letter(self, folded: str) -> str:
        """The one that a folded name stands under: `A`, `Ch`; `0-9` for one that begins with none."""
        if not folded or not folded[0].isalpha():
            return _NUMBERS
        long = self._long.match(folded) if self._long else None
        return long.group().capitalize() if long else folded[0].upper()

    def place(self, folded: str) -> str:
        """By which folded names stand in order."""
        return folded if self._is_english else self._signs.sub(lambda found: self._places[found.group()], folded)

    def place_of(self, name: str) -> tuple[str, str]:
        """By which names stand in order as they are written; those that only accents tell apart have one, too."""
        return self.place(self.folded(name)), name


def _with_latin(letters: Iterable[str]) -> list[str]:
    ordered = list(letters)
    for at, letter in enumerate(ascii_lowercase):
        if letter not in ordered:
            before = ascii_lowercase[at - 1] if at else None
            places = [place for place, it in enumerate(ordered, 1) if before and it[0] == before]
            ordered.insert(max(places, default=0), letter)
    return ordered
