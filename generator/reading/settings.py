"""What many files can say alike: who may see a thing, and which findings are accepted."""

from generator.domain.audience import Audiences
from generator.domain.person import Person
from generator.domain.programme import Acceptance
from generator.reading.desk import Desk, closest
from generator.reading.kinds import AUDIENCES, EMAIL, FLAG, FORMER_IDS, TEXT, word_of
from generator.reading.shape import Field, Kind, Shape, Values, kind_of, list_of
from generator.reading.yaml import Node
from generator.text.codes import CODES, Severity
from generator.text.source import Span

FOR = Field("for", AUDIENCES, "Who may see it; without it, what programme.yml says for all of its kind.")

MOVED_FROM = Field("moved-from", FORMER_IDS, "The ids that it had before, the oldest first: their addresses lead here.")


def audiences_of(values: Values, field: Field[Audiences] = FOR) -> Audiences | None:
    """What the field says, or None where it is not there; nobody where it cannot be read."""
    return values.of(field, frozenset()) if values.has(field) else None


def audiences_or_default(values: Values, kind: str, span: Span, desk: Desk, what: str) -> Audiences:
    """What the thing itself says, or what programme.yml says for its kind. Nothing is seen by silence."""
    own = audiences_of(values)
    if own is not None:
        return own
    default = desk.rules.defaults.get(kind)
    if default is None and desk.rules.audiences is not None:
        desk.report(
            "missing-audience",
            f"nothing says who may see {what}",
            span,
            f"add `for:` here, or `{kind}:` under `for:` in programme.yml",
        )
    return default or frozenset()


def _code(node: Node, desk: Desk) -> str | None:
    word = word_of(node, desk, "a code")
    if word is None:
        return None
    if word.text in CODES:
        return word.text
    remedy = closest(word.text, CODES) or "look at the message: the code stands in brackets"
    desk.report("unknown-choice", f"`{word.text}` is not the code of a finding", word.span, remedy)
    return None


CODE = Kind("the code of a finding, such as overdue", _code, {"type": "string"})
_ACCEPTED_CODE = Field("code", CODE, "The finding's code, as the message shows it in brackets.", is_required=True)
_REASON = Field("reason", TEXT, "Why it is right as it is.", is_required=True)
_PLACE = Field("place", TEXT, "The id of what it is about; without it, all such findings in this file.")
ACCEPTANCE = Shape("an accepted finding", (_ACCEPTED_CODE, _PLACE, _REASON))


def _acceptance(values: Values, desk: Desk) -> Acceptance | None:
    code = values.get(_ACCEPTED_CODE)
    if code is None or values.get(_REASON) is None:
        return None
    if CODES[code] is Severity.ERROR:
        desk.report(
            "unknown-choice",
            f"`{code}` is an error, which cannot be accepted",
            values.span_of(_ACCEPTED_CODE),
            "mend it where it stands",
        )
        return None
    return Acceptance(code, values.of(_REASON, ""), values.of(_PLACE, ""), values.span)


ACCEPT = Field("accept", list_of(kind_of(ACCEPTANCE, _acceptance)), "Findings in this file that are right as they are.")

_NAME = Field("name", TEXT, "The person's name.", is_required=True)
_ROLE = Field("role", TEXT, "What they are responsible for; residents see this.", is_required=True)
_PUBLIC = Field("public", FLAG, "Whether residents may be told the name.")
_EMAIL = Field("email", EMAIL, "The person's e-mail address, for staff.")
PERSON_SHAPE = Shape("a person", (_NAME, _ROLE, _PUBLIC, _EMAIL))


def _person(values: Values, _: Desk) -> Person:
    return Person(values.of(_NAME, ""), values.of(_ROLE, ""), values.of(_PUBLIC, False), values.of(_EMAIL, ""))


PERSON = kind_of(PERSON_SHAPE, _person)
