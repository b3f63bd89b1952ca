"""pages/accessibility.yml: the accessibility statement of the sites."""

from generator.domain.audience import Audiences
from generator.domain.criteria import CRITERIA, TAKEN_OUT
from generator.domain.programme import Acceptance
from generator.domain.statement import (
    Assessment,
    Compliance,
    Examination,
    Feedback,
    Law,
    Method,
    NonAccessible,
    Reason,
    Statement,
)
from generator.reading.desk import Desk, listed
from generator.reading.kinds import AUDIENCES, DAY, DUE, EMAIL, IDENTIFIER, REFERENCE, REFERENCES, TEXT, choice_of
from generator.reading.prose import SENTENCE
from generator.reading.settings import ACCEPT, FOR, audiences_of, audiences_or_default
from generator.reading.shape import Field, Kind, Shape, Values, kind_of, list_of
from generator.reading.yaml import Mapping, Node, Word, read_yaml
from generator.text.source import Span

PATH = "pages/accessibility.yml"


def _criteria(node: Node, desk: Desk) -> tuple[str, ...] | None:
    """The numbers that are known; each of the others is reported."""
    found = []
    for number in REFERENCES.read(node, desk) or ():
        if number.id in CRITERIA:
            found.append(number.id)
        elif number.id in TAKEN_OUT:
            gone = f"{number.id} {TAKEN_OUT[number.id]}"
            remedy = "take it out; if people are hindered, name the one that says how, such as 1.3.1 or 4.1.2"
            desk.report("unknown-criterion", f"`{gone}` is no longer part of WCAG 2.2", number.written_at, remedy)
        else:
            message = f"`{number.id}` is not a success criterion of WCAG 2.2 at level A or AA"
            desk.report("unknown-criterion", message, number.written_at, _near(number.id))
    return tuple(found) or None


def _near(number: str) -> str:
    """Those of the same guideline: what is most like a number need not mean anything like it."""
    beside = [each for each in CRITERIA if each.rpartition(".")[0] == number.rpartition(".")[0]]
    return f"choose from {listed(beside)}" if beside else "name it by its number, such as 1.3.1 or 1.4.11"


_CRITERIA_SCHEMAS: list[dict[str, object]] = [
    {"enum": list(CRITERIA)},
    {"type": "array", "items": {"enum": list(CRITERIA)}},
]
_CRITERIA = Kind("numbers of success criteria, such as [1.3.1, 1.3.2]", _criteria, {"anyOf": _CRITERIA_SCHEMAS})


def _criteria_if_known(node: Node, desk: Desk) -> tuple[str, ...] | None:
    """None of them where the writer says so: before anybody has tested, to name one would be to make it up."""
    is_unknown = isinstance(node, Word) and node.text == _UNKNOWN
    return () if is_unknown else _criteria(node, desk)


_UNKNOWN = "unknown"
_CRITERIA_IF_KNOWN = Kind(
    f"numbers of success criteria, such as [1.3.1, 1.3.2], or {_UNKNOWN}",
    _criteria_if_known,
    {"anyOf": [*_CRITERIA_SCHEMAS, {"const": _UNKNOWN}]},
)

_ID = Field("id", IDENTIFIER, "Its short name, for links and for accepted findings.", is_required=True)
_TITLE = Field("title", TEXT, "What it is called, in a few words.", is_required=True)
_WHAT = Field("what", SENTENCE, "What people meet there, and who cannot use it.", is_required=True)
_FAILS = Field("fails", _CRITERIA, "The success criteria of WCAG 2.2 that it does not meet.", is_required=True)
_FAILS_IF_KNOWN = Field(
    "fails",
    _CRITERIA_IF_KNOWN,
    "The success criteria of WCAG 2.2 that it does not meet; `unknown` while nobody has tested that.",
    is_required=True,
)
_SINCE = Field("since", DUE, "Since when it has been known.")
_BY = Field("by", DUE, "When it will be mended.", is_required=True)
_INSTEAD = Field("instead", SENTENCE, "What people can do or use meanwhile.")
_DOCUMENT = Field("document", REFERENCE, "The document that it is about; who may not see that does not see this.")
_ONLY_FOR = Field("for", AUDIENCES, "Whose site it concerns, if not every site that the statement is about.")

_ASSESSED = Field("date", DAY, "When it was assessed.", is_required=True)
_ASSESSED_IN_WORDS = Field("words", SENTENCE, "What was weighed, and what came of it.")
_ASSESSED_IN = Field("document", REFERENCE, "The document that holds the assessment.")
ASSESSMENT = Shape("an assessment", (_ASSESSED, _ASSESSED_IN_WORDS, _ASSESSED_IN))


def _assessment(values: Values, _: Desk) -> Assessment | None:
    day = values.get(_ASSESSED)
    if day is None:
        return None
    return Assessment(day, values.of(_ASSESSED_IN_WORDS, ()), values.get(_ASSESSED_IN))


_ASSESSMENT = Field("assessment", kind_of(ASSESSMENT, _assessment), "What shows that mending would ask too much.")

PROBLEM = Shape("a problem", (_ID, _TITLE, _WHAT, _FAILS_IF_KNOWN, _SINCE, _BY, _INSTEAD, _DOCUMENT, _ONLY_FOR))
BURDEN = Shape("a burden", (_ID, _TITLE, _WHAT, _FAILS, _SINCE, _INSTEAD, _ASSESSMENT, _DOCUMENT, _ONLY_FOR))
OUT_OF_SCOPE = Shape("content out of scope", (_ID, _TITLE, _WHAT, _INSTEAD, _DOCUMENT, _ONLY_FOR))


def _list_of(shape: Shape, reason: Reason) -> Kind[tuple[NonAccessible, ...]]:
    def read(values: Values, _: Desk) -> NonAccessible | None:
        identity = values.get(_ID)
        if identity is None:
            return None
        return NonAccessible(
            id=identity,
            title=values.of(_TITLE, ""),
            reason=reason,
            what=values.of(_WHAT, ()),
            fails=values.of(_FAILS, ()),
            since=values.get(_SINCE),
            by=values.get(_BY),
            instead=values.of(_INSTEAD, ()),
            document=values.get(_DOCUMENT),
            assessment=values.get(_ASSESSMENT),
            audiences=audiences_of(values, _ONLY_FOR),
            written_at=values.span_of(_ID),
            by_written_at=values.span_of(_BY),
        )

    return list_of(kind_of(shape, read))


_DATE = Field("date", DUE, "When it was tested, to the day or the month.", is_required=True)
_TESTED_BY = Field("by", TEXT, "Who tested it: a team or an organisation.", is_required=True)
_METHOD = Field("method", choice_of(Method), "Whether it was your own test or somebody else's.", is_required=True)
_TESTED = Field("what", SENTENCE, "What was tested, and with what.", is_required=True)
TEST = Shape("a test", (_DATE, _TESTED_BY, _METHOD, _TESTED, _ONLY_FOR))


def _test(values: Values, _: Desk) -> Examination | None:
    day, method = values.get(_DATE), values.get(_METHOD)
    if day is None or method is None:
        return None
    audiences = audiences_of(values, _ONLY_FOR)
    return Examination(day, values.of(_TESTED_BY, ""), method, values.of(_TESTED, ()), audiences)


_ANSWERED = Field("answered_within", TEXT, "How soon people are answered: five working days.", is_required=True)
_NAME = Field("name", TEXT, "Who answers: a person or a team.")
_TELEPHONE = Field("telephone", TEXT, "A telephone number.")
_EMAIL = Field("email", EMAIL, "An e-mail address.")
_POST = Field("post", TEXT, "A postal address.")
FEEDBACK = Shape("the feedback", (_ANSWERED, _NAME, _TELEPHONE, _EMAIL, _POST))


def _feedback(values: Values, _: Desk) -> Feedback:
    ways = (values.of(field, "") for field in (_NAME, _TELEPHONE, _EMAIL, _POST))
    return Feedback(values.of(_ANSWERED, ""), *ways)


_CLAIM = choice_of(Compliance)


def _compliance(node: Node, desk: Desk) -> dict[str, Compliance] | None:
    """One word for every site, or one for each audience's."""
    if not isinstance(node, Mapping):
        claim = _CLAIM.read(node, desk)
        return dict.fromkeys(desk.rules.audiences or (), claim) if claim else None
    found = {}
    for key, value in node.entries:
        audiences, claim = AUDIENCES.read(key, desk), _CLAIM.read(value, desk)
        if audiences and claim:
            found[key.text] = claim
    return found


_COMPLIANCE = Field(
    "compliance",
    Kind(
        f"{_CLAIM.name}, or one of them for each audience",
        _compliance,
        {"anyOf": [_CLAIM.schema, {"type": "object", "additionalProperties": _CLAIM.schema}]},
    ),
    "How far WCAG 2.2 AA is met: in full, in most of it (partial), or in less than most (none).",
    is_required=True,
)
_POSSIBLE = Field("possible", list_of(SENTENCE), "What people can do on the site, as you have tested it.")
_PROBLEMS = Field("problems", _list_of(PROBLEM, Reason.PROBLEM), "What does not meet WCAG 2.2 AA and will be mended.")
_BURDENS = Field("burdens", _list_of(BURDEN, Reason.BURDEN), "What would ask too much to mend, as assessed.")
_OUT_OF_SCOPE = Field("out_of_scope", _list_of(OUT_OF_SCOPE, Reason.OUT_OF_SCOPE), "What the law does not ask for.")
_IMPROVING = Field("improving", SENTENCE, "What is being done to make the site better.")
_PREPARED = Field("prepared", DAY, "The day on which the statement was first published.", is_required=True)
_REVIEWED = Field("reviewed", DAY, "The day on which it was last gone through; at least once a year.", is_required=True)
_TESTS = Field("tests", list_of(kind_of(TEST, _test)), "How the site was tested.", is_required=True)
_FEEDBACK = Field("feedback", kind_of(FEEDBACK, _feedback), "How people reach you about this.", is_required=True)
_LAW = Field("law", choice_of(Law), "Where the council is, and so who sees that the law is kept.", is_required=True)

STATEMENT = Shape(
    "the accessibility statement",
    (
        FOR,
        _COMPLIANCE,
        _POSSIBLE,
        _PROBLEMS,
        _BURDENS,
        _OUT_OF_SCOPE,
        _IMPROVING,
        _PREPARED,
        _REVIEWED,
        _TESTS,
        _FEEDBACK,
        _LAW,
        ACCEPT,
    ),
)


def read_statement(desk: Desk) -> tuple[Statement | None, tuple[Acceptance, ...]]:
    """The statement, and the findings that it accepts. Without all that it must have there is none; it is reported."""
    node = read_yaml(desk)
    values = None if node is None else STATEMENT.read(node, desk, desk.source.whole)
    if values is None:
        return None, ()
    where = values.span_of(FOR) if values.has(FOR) else desk.source.span(0, 0)
    audiences = audiences_or_default(values, "pages", where, desk, "the accessibility statement")
    _check_days(values, desk)
    return _statement(values, audiences, where), values.of(ACCEPT, ())


def _check_days(values: Values, desk: Desk) -> None:
    prepared, reviewed = values.get(_PREPARED), values.get(_REVIEWED)
    if prepared and reviewed and reviewed < prepared:
        desk.report(
            "bad-date",
            "the statement was reviewed before it was prepared",
            values.span_of(_REVIEWED),
            "correct one of the two days",
        )


def _statement(values: Values, audiences: Audiences, where: Span) -> Statement | None:
    compliance, feedback, law = values.get(_COMPLIANCE), values.get(_FEEDBACK), values.get(_LAW)
    prepared, reviewed, tests = values.get(_PREPARED), values.get(_REVIEWED), values.get(_TESTS)
    if compliance is None or feedback is None or law is None:
        return None
    if prepared is None or reviewed is None or tests is None:
        return None
    return Statement(
        audiences=audiences,
        compliance=compliance,
        prepared=prepared,
        reviewed=reviewed,
        tests=tests,
        feedback=feedback,
        law=law,
        possible=values.of(_POSSIBLE, ()),
        non_accessible=(*values.of(_PROBLEMS, ()), *values.of(_BURDENS, ()), *values.of(_OUT_OF_SCOPE, ())),
        improving=values.of(_IMPROVING, ()),
        written_at=where,
        compliance_written_at=values.span_of(_COMPLIANCE),
        reviewed_written_at=values.span_of(_REVIEWED),
    )
