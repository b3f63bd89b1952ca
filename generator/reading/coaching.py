"""The parts of programme.yml that say how the words are to be read, and when nothing is published."""

from generator.domain.coaching import Avoided, Coaching, Embargo
from generator.reading.desk import Desk
from generator.reading.kinds import AUDIENCES, DAY, TEXT, word_of
from generator.reading.settings import audiences_of
from generator.reading.shape import Field, Kind, Shape, Values, kind_of, list_of
from generator.reading.yaml import Node

_YOUNGEST, _OLDEST = 7, 25


def _age(node: Node, desk: Desk) -> int | None:
    word = word_of(node, desk, AGE.name)
    if word is None:
        return None
    if word.text.isascii() and word.text.isdecimal() and _YOUNGEST <= int(word.text[:9]) <= _OLDEST:
        return int(word.text)
    desk.report(
        "wrong-type",
        f"`{word.text}` is not an age at which people learn to read",
        word.span,
        f"write a whole number of years, from {_YOUNGEST} to {_OLDEST}",
    )
    return None


AGE: Kind[int] = Kind("an age in years", _age, {"type": "integer", "minimum": _YOUNGEST, "maximum": _OLDEST})

_WORDS = Field("words", TEXT, "A word or phrase that readers should not meet.", is_required=True)
_SAY = Field("say", TEXT, "What to say instead.", is_required=True)
_AVOIDED = Shape("words to avoid", (_WORDS, _SAY))


def _avoided(values: Values, _: Desk) -> Avoided | None:
    words = values.get(_WORDS)
    return Avoided(words, values.of(_SAY, "")) if words else None


_AVOID = Field("avoid", list_of(kind_of(_AVOIDED, _avoided)), "Words to avoid here, beside our own list.")
_ALLOW = Field(
    "allow", list_of(TEXT), "Words, phrases and acronyms that readers here know, and that need no explanation."
)
_COACH = Shape("the coach", (_AVOID, _ALLOW))


def _coaching(values: Values, _: Desk) -> Coaching:
    return Coaching(values.of(_AVOID, ()), values.of(_ALLOW, ()))


COACHING = kind_of(_COACH, _coaching)

_TITLE = Field("title", TEXT, "What it is, such as Pre-election period.", is_required=True)
_FROM = Field("from", DAY, "Its first day.", is_required=True)
_TO = Field("to", DAY, "Its last day.", is_required=True)
_FOR = Field("for", AUDIENCES, "To whom nothing is published; without it, all but the council's own people.")
_EMBARGO = Shape("an embargo", (_TITLE, _FROM, _TO, _FOR))


def _embargo(values: Values, desk: Desk) -> Embargo | None:
    first, last = values.get(_FROM), values.get(_TO)
    if first is None or last is None:
        return None
    if last < first:
        desk.report("bad-date", "this embargo ends before it begins", values.span_of(_TO), "exchange the two days")
        return None
    return Embargo(values.of(_TITLE, ""), first, last, audiences_of(values, _FOR), values.span_of(_TITLE))


EMBARGOES = list_of(kind_of(_EMBARGO, _embargo), "a list of embargoes")
