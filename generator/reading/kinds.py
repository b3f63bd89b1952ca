"""How single words of YAML become values: sentences, ids, dates, numbers, audiences."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from generator.domain.audience import Audiences
from generator.domain.due import FORMS, Due, Precision, Unclear, parse_due
from generator.domain.workstream import Reference
from generator.reading.braces import Where, report_unconsumed
from generator.reading.desk import Desk, closest, listed
from generator.reading.names import ID_PATTERN, LONGEST, fault_of_id, is_kept_by_windows
from generator.reading.passage import passage_of
from generator.reading.shape import Kind, first_line, what
from generator.reading.yaml import Mapping, Node, Sequence, Word
from generator.reading.yaml_slips import QUOTES_HELP
from generator.text.source import Span

DAY_FORMS = "write 2020-01-31 or 31 January 2020"
NAME_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]*")  # of an edition, which may begin with its year
_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
EMAIL_PATTERN = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def word_of(node: Node, desk: Desk, wanted: str) -> Word | None:
    """The node as a word; a list or a mapping is reported. A colon in a plain sentence is the likeliest cause."""
    if isinstance(node, Word):
        return node
    if isinstance(node, Mapping) and is_sentence(node, desk):
        desk.report(
            "colon-in-sentence",
            f"YAML takes `{node.entries[0][0].text}` for the name of a field",
            node.entries[0][0].span,
            QUOTES_HELP,
        )
        return None
    remedy = f"write {wanted} after the name, on the same line"
    desk.report("wrong-type", f"{wanted} is expected here; this is {what(node)}", first_line(node, desk), remedy)
    return None


def is_sentence(node: Mapping, desk: Desk) -> bool:
    """Whether what YAML reads as one field with its value is most likely a sentence with a colon in it."""
    if len(node.entries) != 1 or desk.source.text[node.span.start : node.span.start + 1] == "{":
        return False
    (name, value) = node.entries[0]
    return " " in name.text or (isinstance(value, Word) and " " in value.text)


def _simple(name: str, convert: Callable[[Word, Desk], T | None], schema: dict[str, object]) -> Kind[T]:
    def read(node: Node, desk: Desk) -> T | None:
        word = word_of(node, desk, name)
        return None if word is None else convert(word, desk)

    return Kind(name, read, schema)


def _text(word: Word, desk: Desk) -> str:
    report_unconsumed(passage_of(word, desk.source), (), desk, Where.FIELD)
    return " ".join(word.text.split())


def _email(word: Word, desk: Desk) -> str | None:
    if EMAIL_PATTERN.fullmatch(word.text):
        return word.text
    remedy = "write it whole, such as name@council.example"
    desk.report("wrong-type", f"`{word.text}` is not an e-mail address", word.span, remedy)
    return None


def _identifier(word: Word, desk: Desk) -> str | None:
    return checked_id(word.text, word.span, desk)


def checked_id(text: str, span: Span, desk: Desk) -> str | None:
    fault = fault_of_id(text)
    if fault is not None:
        why, remedy = fault
        desk.report("bad-id", why, span, remedy)
        return None
    return text


def _reference(word: Word, _: Desk) -> Reference:
    return Reference(word.text, word.span)


def _due(word: Word, desk: Desk) -> Due | None:
    return checked_due(word.text, word.span, desk)


def checked_due(text: str, span: Span, desk: Desk, *, needs_quotes: bool = False) -> Due | None:
    """`needs_quotes` is whether what would be right here holds spaces, and has to stand in quotes for that."""
    due = parse_due(text, desk.rules.quarters)
    if isinstance(due, Unclear):
        desk.report("bad-due", due.why, span, _quoted(due.help) if needs_quotes else due.help)
        return None
    return due


def _quoted(remedy: str) -> str:
    """The remedy as it is written in braces; where it is a choice, with quotes around what is chosen."""
    date = remedy.removeprefix("write ")
    if isinstance(parse_due(date), Due):
        return f'write due="{date}"'
    return f'{remedy}, with quotes: due="..."'


def _day(word: Word, desk: Desk) -> date | None:
    day = parse_due(word.text)
    if isinstance(day, Unclear):
        remedy = DAY_FORMS if day.help == FORMS else day.help
        desk.report("bad-date", day.why, word.span, remedy)
        return None
    if day.precision is not Precision.DAY:
        desk.report("bad-date", f"`{word.text}` is not one day", word.span, DAY_FORMS)
        return None
    return day.first_day


def number_in(words: str) -> Decimal | None:
    """A comma may part thousands and nothing else: `97,5` is a decimal elsewhere, and must not become 975."""
    return Decimal(words.replace(",", "")) if _NUMBER.fullmatch(words) else None


def _number(word: Word, desk: Desk) -> Decimal | None:
    number = number_in(word.text)
    if number is not None:
        return number
    desk.report("wrong-type", f"`{word.text}` is not a number", word.span, "write digits only, such as 1250 or 97.5")
    return None


_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def _flag(word: Word, desk: Desk) -> bool | None:
    if word.text.lower() in _FLAGS:
        return _FLAGS[word.text.lower()]
    desk.report("wrong-type", f"`{word.text}` is neither `true` nor `false`", word.span, "write `true` or `false`")
    return None


TEXT: Kind[str] = _simple("a line of words", _text, {"type": "string"})
EMAIL: Kind[str] = _simple("an e-mail address", _email, {"type": "string"})
IDENTIFIER: Kind[str] = _simple("an id", _identifier, {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"})
REFERENCE: Kind[Reference] = _simple("an id", _reference, {"type": "string"})
DUE: Kind[Due] = _simple("a date, such as February 2020", _due, {"type": ["string", "integer"]})
DAY: Kind[date] = _simple("a day, such as 2020-01-31", _day, {"type": "string"})
NUMBER: Kind[Decimal] = _simple("a number", _number, {"type": ["number", "string"]})
# In YAML 1.2, which editors read, `yes` is a text.
_FLAG_PATTERN = "^([Tt]rue|TRUE|[Yy]es|YES|[Ff]alse|FALSE|[Nn]o|NO)$"
FLAG: Kind[bool] = _simple("`true` or `false`", _flag, {"type": ["boolean", "string"], "pattern": _FLAG_PATTERN})


def choice_of(choices: type[E]) -> Kind[E]:
    """One of a few words."""
    words = tuple(choice.value for choice in choices)

    def convert(word: Word, desk: Desk) -> E | None:
        if word.text in words:
            return choices(word.text)
        desk.report(
            "unknown-choice", f"`{word.text}` is not one of {listed(words)}", word.span, closest(word.text, words)
        )
        return None

    return _simple(f"one of {listed(words)}", convert, {"enum": list(words)})


def _words(node: Node, desk: Desk, wanted: str) -> list[Word]:
    """One word, several in a line, or a list of them; each with its own place where the file writes it as it is."""
    if isinstance(node, Sequence):
        if not node.items:
            desk.report("wrong-type", "this list is empty", node.span, f"name {wanted} in it, or remove the line")
        return [word for item in node.items for word in [word_of(item, desk, wanted)] if word]
    line = word_of(node, desk, wanted)
    if line is None:
        return []
    passage = passage_of(line, desk.source)
    found = re.finditer(r"[^\s,]+", line.text)
    return [Word(each.group(), passage.span(*each.span()), line.is_plain) for each in found]


def _audiences(node: Node, desk: Desk) -> Audiences | None:
    return checked_audiences([(word.text, word.span) for word in _words(node, desk, "an audience")], desk)


def checked_audiences(named: list[tuple[str, Span]], desk: Desk) -> Audiences | None:
    """The audiences that are named, or None after reporting one that the programme does not have."""
    known = desk.rules.audiences
    unknown = [] if known is None else [(name, span) for name, span in named if name not in known]
    for name, span in unknown:
        remedy = closest(name, known or ()) or "programme.yml says which there are"
        desk.report("unknown-audience", f"`{name}` is not an audience of this programme", span, remedy)
    return None if unknown or not named else frozenset(name for name, _ in named)


def _former_ids(node: Node, desk: Desk) -> tuple[Reference, ...] | None:
    """Nothing else was ever part of an address."""
    words = _words(node, desk, "an id")
    for word in words:
        if not NAME_PATTERN.fullmatch(word.text) or len(word.text) > LONGEST or is_kept_by_windows(word.text):
            remedy = "write the id alone: the last part of the address that it had, without `/`"
            desk.report("bad-id", f"`{word.text}` cannot have been an id", word.span, remedy)
            return None
    return tuple(Reference(word.text, word.span) for word in words) or None


def _references(node: Node, desk: Desk) -> tuple[Reference, ...] | None:
    return tuple(Reference(word.text, word.span) for word in _words(node, desk, "an id")) or None


def _names(node: Node, desk: Desk) -> tuple[str, ...] | None:
    words = _words(node, desk, "a word")
    for word in words:
        report_unconsumed(passage_of(word, desk.source), (), desk, Where.FIELD)
    return tuple(word.text for word in words) or None


_ONE_OR_MORE: dict[str, object] = {"type": ["string", "array"], "items": {"type": "string"}}
AUDIENCES: Kind[Audiences] = Kind("audiences, such as [staff, residents]", _audiences, _ONE_OR_MORE)
REFERENCES: Kind[tuple[Reference, ...]] = Kind("ids", _references, _ONE_OR_MORE)
FORMER_IDS: Kind[tuple[Reference, ...]] = Kind("ids that it had before", _former_ids, _ONE_OR_MORE)
NAMES: Kind[tuple[str, ...]] = Kind("words", _names, _ONE_OR_MORE)
