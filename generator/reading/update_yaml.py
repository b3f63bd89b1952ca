"""A workstream's update written in YAML: the same model as in Markdown."""

import re

from generator.domain.edition import Action, State
from generator.domain.prose import Paragraph, Prose, Quote, blocks_in, plain_words
from generator.reading.actions import Details, by_state, make_action, report_no_words
from generator.reading.desk import Desk
from generator.reading.kinds import AUDIENCES, DUE, IDENTIFIER, NAMES, REFERENCE, REFERENCES, TEXT, is_sentence, word_of
from generator.reading.nearest import nearest
from generator.reading.prose import PROSE, PROSE_FOR_ALL, SENTENCE
from generator.reading.settings import ACCEPT, audiences_of
from generator.reading.shape import Field, Kind, Shape, Values, list_of
from generator.reading.yaml import Mapping, Node, Word
from generator.text.source import Span

_TEXT = Field("text", PROSE_FOR_ALL, "What was done or will be done; a blank line begins the detail.", is_required=True)
_PLAIN = Field("plain", PROSE_FOR_ALL, "The same in words for residents.")
_ID = Field("id", IDENTIFIER, "The action's name for the programme's whole life.")
_DUE = Field("due", DUE, "When it is promised for: 14 February 2020, February 2020, Spring 2020, Q4 2019/20, 2020.")
_FOR = Field("for", AUDIENCES, "Who may see it, if not everyone who sees the update.")
_REASON = Field("reason", TEXT, "Why it was stopped or moved.")
_PROJECT = Field("project", REFERENCE, "The project that it belongs to.")
_MEASURE = Field("measure", REFERENCE, "The measure that it is to change.")
_AFTER = Field("after", REFERENCES, "The actions that it waits for.")
_FROM = Field("from", REFERENCES, "The earlier actions that it continues.")
_TAGS = Field("tags", NAMES, "Words to find it by.")
_EQUALITY = Field("equality", TEXT, "What it means for people who share a protected characteristic, for scrutiny.")
_CLIMATE = Field("climate", TEXT, "What it means for the climate, for scrutiny.")

ACTION = Shape(
    "an action",
    (
        _TEXT, _PLAIN, _ID, _DUE, _FOR, _REASON, _PROJECT, _MEASURE, _AFTER, _FROM, _TAGS, _EQUALITY, _CLIMATE,
    ),
)  # fmt: skip

FOR = Field("for", AUDIENCES, "Who may see this update, if not everyone who sees the edition.")
_INTRODUCTION = Field("introduction", PROSE, "What comes before the actions.")

_ITEM_SCHEMA = {"anyOf": [{"type": "string"}, ACTION.schema()]}


def _actions_in(state: State) -> Kind[tuple[Action, ...]]:
    def read(node: Node, desk: Desk) -> Action | None:
        return _read_action(state, node, desk)

    return list_of(Kind("an action", read, _ITEM_SCHEMA, ACTION), "a list of actions")


_SECTIONS = tuple(
    Field(state.value, _actions_in(state), about)
    for state, about in (
        (State.COMPLETED, "What was completed."),
        (State.UNDER_WAY, "What has begun and goes on."),
        (State.FUTURE, "What is promised."),
        (State.STOPPED, "What will not be done, each with its reason."),
    )
)


_QUOTE = re.compile(r"(?:^|(?<=[\"'|]))[ \t]*(?P<quote>>.*)", re.MULTILINE)

UPDATE = Shape("an update", (FOR, _INTRODUCTION, *_SECTIONS, ACCEPT))


def read_update_values(values: Values, desk: Desk) -> tuple[Prose, tuple[Action, ...]]:
    """The introduction and the actions."""
    actions = [action for section in _SECTIONS for action in values.of(section, ())]
    introduction = values.of(_INTRODUCTION, ())
    if any(isinstance(block, Quote) for block in introduction):
        report_quote("this quote belongs to no action", values.span_of(_INTRODUCTION), desk)
    return introduction, by_state(actions)


def _read_action(state: State, node: Node, desk: Desk) -> Action | None:
    """An action written as a mapping, or as no more than its sentence."""
    if isinstance(node, Word):
        if not node.text.strip():
            report_no_words(node.span, desk)
            return None
        text = SENTENCE.read(node, desk)
        return make_action(state, text, None, Details(), node.span, desk) if text else None
    if isinstance(node, Mapping) and is_sentence(node, desk) and not _is_field(node.entries[0][0].text):
        word_of(node, desk, "a sentence")  # a sentence with a colon, which it reports
        return None
    values = ACTION.read(node, desk, node.span)
    if values is None:
        return None
    details = Details(
        id=values.get(_ID),
        due=values.get(_DUE),
        audiences=audiences_of(values, _FOR),
        reason=values.of(_REASON, ""),
        project=values.get(_PROJECT),
        measure=values.get(_MEASURE),
        after=values.of(_AFTER, ()),
        continues=values.of(_FROM, ()),
        tags=values.of(_TAGS, ()),
        equality=values.of(_EQUALITY, ""),
        climate=values.of(_CLIMATE, ""),
    )
    text, span = values.get(_TEXT), values.span_of(_TEXT)
    if text is None and details.id is None:
        return None
    if text is not None:
        _check_text(text, span, desk)
    return make_action(state, text or (), values.get(_PLAIN), details, span, desk)


def _is_field(name: str) -> bool:
    """Whether a name is that of a field of an action, or is meant to be."""
    return nearest(name.lower(), (field.name for field in ACTION.fields)) is not None


def _check_text(text: Prose, span: Span, desk: Desk) -> None:
    """The same that Markdown asks of an action: words first, no quotes but the words for residents."""
    if not text or not isinstance(text[0], Paragraph) or not plain_words(text[:1]):
        report_no_words(span, desk)
    for block in blocks_in(text):
        if isinstance(block, Quote):
            report_quote("a quote cannot stand in the words of an action", span, desk)


def report_quote(message: str, span: Span, desk: Desk) -> None:
    quote = _QUOTE.search(desk.source.text, span.start, span.end)
    place = desk.source.span(quote.start("quote"), quote.end()) if quote else span
    desk.report("quote-without-action", message, place, "write the words for residents after `plain:`, without `>`")
