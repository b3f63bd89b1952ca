"""The part of programme.yml that says which newsletters come out, for whom and how often."""

from generator.domain.newsletter import Every, Format, Newsletter
from generator.domain.workstream import Reference
from generator.reading.desk import Desk, closest, listed
from generator.reading.kinds import IDENTIFIER, REFERENCES, TEXT, checked_audiences, choice_of, word_of
from generator.reading.shape import Field, Kind, Shape, Values, kind_of, list_of
from generator.reading.yaml import Node, Sequence, Word

_PERIODS = tuple(every.value for every in Every)


def _one_audience(node: Node, desk: Desk) -> str | None:
    word = word_of(node, desk, "an audience")
    return word.text if word and checked_audiences([(word.text, word.span)], desk) else None


def _every(node: Node, desk: Desk) -> Every | tuple[Reference, ...] | None:
    if isinstance(node, Sequence):
        return REFERENCES.read(node, desk)
    word = word_of(node, desk, "how often it comes out")
    if word is None:
        return None
    return _period(word, desk)


def _period(word: Word, desk: Desk) -> Every | None:
    if word.text in _PERIODS:
        return Every(word.text)
    remedy = closest(word.text, _PERIODS) or "write month, quarter or year, or name editions: [2020-03, 2020-06]"
    desk.report("unknown-choice", f"`{word.text}` is not one of {listed(_PERIODS)}", word.span, remedy)
    return None


_AUDIENCE = Kind("an audience", _one_audience, {"type": "string"})
_HOW_OFTEN: Kind[Every | tuple[Reference, ...]] = Kind(
    "month, quarter or year, or a list of editions",
    _every,
    {"anyOf": [{"enum": list(_PERIODS)}, {"type": "array", "items": {"type": "string"}}]},
)

_ID = Field("id", IDENTIFIER, "The newsletter's short name, which its addresses have.", is_required=True)
_TITLE = Field("title", TEXT, "What the newsletter is called.", is_required=True)
_FOR = Field("audience", _AUDIENCE, "Who is sent it: one audience.", is_required=True)
_EVERY: Field[Every | tuple[Reference, ...]] = Field(
    "every", _HOW_OFTEN, "How often it comes out, or the editions with which it does.", is_required=True
)
_WORKSTREAMS = Field("workstreams", REFERENCES, "The workstreams that it tells of; without it, all.")
_FORMATS = Field("formats", list_of(choice_of(Format), "a list of formats"), "Its forms; without it, all of them.")
NEWSLETTER = Shape("a newsletter", (_ID, _TITLE, _FOR, _EVERY, _WORKSTREAMS, _FORMATS))


def _newsletter(values: Values, _: Desk) -> Newsletter | None:
    identity, audience, every = values.get(_ID), values.get(_FOR), values.get(_EVERY)
    if identity is None or audience is None or every is None:
        return None
    wanted = values.of(_FORMATS, tuple(Format))
    return Newsletter(
        id=identity,
        title=values.of(_TITLE, ""),
        audience=audience,
        every=every,
        workstreams=values.get(_WORKSTREAMS),
        formats=tuple(format_ for format_ in Format if format_ in wanted),
        written_at=values.span_of(_ID),
    )


NEWSLETTERS = list_of(kind_of(NEWSLETTER, _newsletter), "a list of newsletters", "newsletters")
