"""How links are told where nobody can follow them, on paper and in plain text: by a number, with the addresses at the
end. Text cannot hide an address behind words, and one read out in mid-sentence drowns it.
"""

import re
from dataclasses import field

from generator.values import dataclass

SHORT_ADDRESSES = ("mailto:", "tel:")  # they are told where they stand
_NOT_A_DIGIT = re.compile(r"\D")
_SHORTEST_NUMBER = 6  # digits; what is shorter may stand in other words by chance


@dataclass(frozen=True, slots=True)
class NumberedLink:
    """An address that is named at the end of the text, with the words that led to it; `number` counts from 1."""

    number: int
    words: str
    address: str


@dataclass(slots=True)
class NumberedLinks:
    """The links of one text as they were met; each address once, by the words that first led there."""

    _by_address: dict[str, NumberedLink] = field(default_factory=dict)

    @property
    def links(self) -> tuple[NumberedLink, ...]:
        return tuple(self._by_address.values())

    def named(self, address: str, words: str) -> NumberedLink:
        """The link to that address, which gets the next number if it is met for the first time."""
        return self._by_address.setdefault(address, NumberedLink(len(self._by_address) + 1, words, address))

    def clear(self) -> None:
        """Before the next text."""
        self._by_address.clear()


def is_told(short_address: str, words: str) -> bool:
    """Whether words name an e-mail address or a telephone number already, the number as it is dialled from anywhere or
    from the same country.
    """
    if short_address in words:
        return True
    digits = _NOT_A_DIGIT.sub("", short_address)
    if len(digits) < _SHORTEST_NUMBER or "@" in short_address:
        return False
    shown = _NOT_A_DIGIT.sub("", words)
    return digits in shown or (shown.startswith("0") and digits.endswith(shown[1:]) and len(digits) - len(shown) < 3)
