"""What is wrong with a phrase in another language: what is put into it, its forms, and markup."""

import re
from collections.abc import Iterator, Mapping

from generator.reading.desk import closest
from generator.values import dataclass

_PLACEHOLDER = re.compile(r"%(?:\((?P<name>[^()%]*)\)(?P<kind>[a-zA-Z]?)|(?P<other>.?))", re.DOTALL)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:#\w+|[a-zA-Z]\w*);")
_NUMBER = "num"  # some languages say "an action" for one, and "none" for none


@dataclass(frozen=True, slots=True)
class Translated:
    """A phrase with its translation: of each the words, or the forms for one and for more. `needed` is how many forms
    the language has; `line` is where the catalogue has it, from 1; `context` tells it from the same words elsewhere.
    """

    phrase: tuple[str, ...]
    words: tuple[str, ...]
    needed: int
    line: int
    context: str = ""

    @property
    def given(self) -> int:
        """How many of its forms are there."""
        return sum(map(bool, self.words))


@dataclass(frozen=True, slots=True)
class Slip:
    """Why a translation cannot be said, and what to do."""

    why: str
    help: str


def slips_in(translated: Translated) -> Iterator[Slip]:
    """Each fault once, however many of its forms have it. A form that is not there is no slip: it is yet to come."""
    found = (slip for words in translated.words if words for slip in _slips(translated, words))
    yield from dict.fromkeys(found)


def _slips(translated: Translated, words: str) -> Iterator[Slip]:
    forms = [_placeholders(phrase) for phrase in translated.phrase]
    asked = {name: kind for form in forms for name, kind in form.items()}
    left = {name: kind for name, kind in asked.items() if all(name in form for form in forms)}
    if len(forms) > 1:
        left.pop(_NUMBER, None)
    for found in _PLACEHOLDER.finditer(words):
        name = found["name"]
        if name is None:
            if not (found["other"] == "%" and _takes_values(translated)):
                yield _lone(found.group(), asked)
        elif name not in asked:
            left.clear()  # it may be the one that was meant here
            yield Slip(f"`{found.group()}` is not put into this phrase", _meant(name, asked))
        else:
            left.pop(name, None)
            if (found["kind"] or "") != asked[name]:
                yield Slip(f"`%({name}){asked[name]}` is not whole", f"write `%({name}){asked[name]}`")
    yield from (
        Slip(f"`%({name}){kind}` is left out, and readers would miss it", f"write `%({name}){kind}` where it belongs")
        for name, kind in left.items()
    )
    yield from _markup(translated, words)


def _takes_values(translated: Translated) -> bool:
    return any("%" in words for words in translated.phrase)


def _placeholders(phrase: str) -> Mapping[str, str]:
    return {it["name"]: it["kind"] for it in _PLACEHOLDER.finditer(phrase) if it["name"] is not None}


def _lone(mark: str, asked: Mapping[str, str]) -> Slip:
    return Slip(
        f"`{mark.strip()}` cannot be said: after a per cent sign stands what is put in",
        "write two, as `%%`" if asked else "write the word for per cent",
    )


def _meant(name: str, asked: Mapping[str, str]) -> str:
    return closest(name, tuple(asked)) if asked else "take it out: nothing is put into this phrase"


def _markup(translated: Translated, words: str) -> Iterator[Slip]:
    """Links and the like of the phrase, all of them and no others: they are its writer's, not the translator's."""
    own = [set(_MARKUP.findall(it)) for it in translated.phrase]
    here = set(_MARKUP.findall(words))
    if here not in own:
        for mark in sorted(here.difference(*own)):
            yield Slip(f"`{mark}` is not in the phrase: readers would see it as it stands", "write words alone")
        for mark in sorted(set.intersection(*own) - here):
            yield Slip(f"`{mark}` of the phrase is missing", "copy it from the phrase, letter by letter")
