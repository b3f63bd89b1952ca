"""A view as plain data for paper: what a printed template gets in place of the view's own values.

A dataclass becomes a mapping of its fields; one that belongs to prose also says in `is` what it is, such as
`paragraph`. Links become whole addresses, since paper has no site around it, and words keep only what the fonts have.
"""

import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any
from urllib.parse import quote

from generator.domain import prose
from generator.domain.prose import Link
from generator.domain.target import OUTSIDE_SCHEMES

NOT_SHOWN = "□"  # stands for a character that no font has
_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")
_FORBIDDEN = {"\ufeff", "\ufffe", "\uffff"}  # PDF/A allows none of these in words
_BLANKS = ("Zs", "Zl", "Zp")
_UNTOLD = "written_at"
_FOR_MACHINES = ("address", "target", "web", "machine", "telephone_address", "email_address")


@dataclass(slots=True)
class Paper:
    """Makes plain data of a view. `canonical` is the site's own address, or empty; then links inside lead nowhere.

    `covered` are the characters that the fonts have; `missing` gathers those that were asked for and are not covered.
    """

    canonical: str
    covered: Set[int]
    missing: set[str] = field(default_factory=set)

    def plain(self, value: object) -> Any:
        match value:
            case str() if not isinstance(value, Enum):
                return self.shown(value)
            case frozenset():
                return sorted(self.plain(item) for item in value)
            case tuple() | list():
                return [self.plain(item) for item in value]
            case Mapping():
                return {key: self.plain(item) for key, item in value.items()}
            case Enum():
                return value.value
            case _ if is_dataclass(value) and not isinstance(value, type):
                return self._dataclass(value)
            case _:
                return value

    def _dataclass(self, value: Any) -> dict[str, Any]:
        own = {it.name: self._field(it.name, getattr(value, it.name)) for it in fields(value) if it.name != _UNTOLD}
        if type(value).__module__ == prose.__name__:
            own["is"] = _WORD_START.sub("_", type(value).__name__).lower()
        if "address" in own:
            own["address"] = self.whole_address(own["address"])
        if isinstance(value, Link):
            own["target"] = self.whole_address(value.target)
        return own

    def _field(self, name: str, value: object) -> Any:
        return value if name in _FOR_MACHINES and isinstance(value, str) else self.plain(value)

    def whole_address(self, target: str) -> str:
        """Where a link on paper leads; empty where that cannot be said."""
        scheme, colon, _ = target.partition(":")
        if colon and "/" not in scheme:
            return target if scheme.lower() in OUTSIDE_SCHEMES else ""
        return f"{self.canonical}{quote(target, safe='/#')}" if self.canonical else ""

    def shown(self, words: str) -> str:
        """The words, with a box for each character that cannot be shown."""
        return "".join(map(self._character, unicodedata.normalize("NFC", words)))

    def _character(self, character: str) -> str:
        if character in _FORBIDDEN or unicodedata.category(character) == "Cc":
            return " " if character in "\n\t" else ""
        if is_shown(character, self.covered):
            is_blank = ord(character) not in self.covered and unicodedata.category(character) in _BLANKS
            return " " if is_blank else character
        self.missing.add(character)
        return NOT_SHOWN


def is_shown(character: str, covered: Set[int]) -> bool:
    """Whether a character can be printed: a font has it, or there is nothing to see of it."""
    if ord(character) in covered or "\ufe00" <= character <= "\ufe0f":
        return True
    return unicodedata.category(character) in (*_BLANKS, "Cc", "Cf")
