"""Ids made from words, for actions that have none written."""

import re
import unicodedata

_MOST_WORDS = 7
_MOST_CHARACTERS = 60


def without_accents(words: str) -> str:
    """As people type who have no accents at hand: `Gwŷdd` gives `Gwydd`."""
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


def id_from_words(words: str) -> str:
    """An id from the first words of a sentence: `Agree the café's rent` gives `agree-the-cafes-rent`.

    Accents are dropped. Empty where the words have no letter of the Latin alphabet: such an action needs a written id.
    """
    plain = without_accents(words).lower()
    parts = re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("’", ""))
    while parts and not parts[0][0].isalpha():
        parts = parts[1:]
    made = ""
    for part in parts[:_MOST_WORDS]:
        longer = f"{made}-{part}" if made else part[:_MOST_CHARACTERS]
        if len(longer) > _MOST_CHARACTERS:
            break
        made = longer
    return made
