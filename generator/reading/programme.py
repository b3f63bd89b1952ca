"""programme.yml: what holds for the whole programme."""

from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.domain.audience import Audience, Audiences
from generator.domain.coaching import Coaching
from generator.domain.due import YearOfQuarters
from generator.domain.edition import State
from generator.domain.open_data import OpenData
from generator.domain.person import Person
from generator.domain.programme import STAGES, Acceptance, Contact, Priority, Programme
from generator.reading.bounds import LIMITS, limits_of
from generator.reading.coaching import AGE, COACHING, EMBARGOES
from generator.reading.desk import HEADINGS, Desk, Rules, looked_up, within
from generator.reading.formats import FORMATS
from generator.reading.kinds import AUDIENCES, EMAIL, FLAG, IDENTIFIER, NAMES, TEXT, checked_id, choice_of, word_of
from generator.reading.newsletters import NEWSLETTERS
from generator.reading.open_data import OPEN_DATA
from generator.reading.prose import SENTENCE
from generator.reading.security import SECURITY
from generator.reading.settings import ACCEPT, CODE, PERSON, audiences_of
from generator.reading.shape import Field, Kind, Shape, Values, first_line, kind_of, list_of
from generator.reading.yaml import Mapping, Node, Word, read_yaml
from generator.text.codes import CODES, Severity

# What must say whom it is for, or have it said in programme.yml.
KINDS = ("editions", "workstreams", "measures", "documents", "pages", "images", "glossary", "questions")

_AUDIENCE_TITLE = Field("title", TEXT, "What these readers are called.", is_required=True)
_THEME = Field("theme", TEXT, "The theme of their site.", is_required=True)
_SITE = Field("site", TEXT, "The address at which their site will stand.")
_INTERNAL = Field("internal", FLAG, "Whether they are the council's own people, who read staff words and names.")
_READING_AGE = Field("reading_age", AGE, "The age for which their words are to be written, such as 12.")
AUDIENCE = Shape("an audience", (_AUDIENCE_TITLE, _THEME, _SITE, _INTERNAL, _READING_AGE))

_PURPOSE = Field(
    "purpose",
    TEXT,
    "What people may ask for, in words that go on from For: another format, stopping this newsletter.",
    is_required=True,
)
_CONTACT_NAME = Field("name", TEXT, "Who answers: a person or a team.")
_TELEPHONE = Field("telephone", TEXT, "A telephone number.")
_EMAIL = Field("email", EMAIL, "An e-mail address.")
_POST = Field("post", TEXT, "A postal address.")
_CONTACT_FOR = Field("for", AUDIENCES, "Who is shown this contact; without it, everyone.")
_FORMATS = Field("formats", FORMATS, "The formats that can be asked for here: large print, Braille, a call.")
CONTACT = Shape("a contact", (_PURPOSE, _CONTACT_NAME, _TELEPHONE, _EMAIL, _POST, _FORMATS, _CONTACT_FOR))

_PRIORITY_ID = Field("id", IDENTIFIER, "The priority's short name.", is_required=True)
_PRIORITY_TITLE = Field("title", TEXT, "What it is called.", is_required=True)
PRIORITY = Shape("a priority", (_PRIORITY_ID, _PRIORITY_TITLE))


def _contact(values: Values, _: Desk) -> Contact:
    return Contact(
        purpose=values.of(_PURPOSE, ""),
        name=values.of(_CONTACT_NAME, ""),
        telephone=values.of(_TELEPHONE, ""),
        email=values.of(_EMAIL, ""),
        post=values.of(_POST, ""),
        audiences=audiences_of(values, _CONTACT_FOR),
        formats=values.of(_FORMATS, ()),
    )


def _priority(values: Values, _: Desk) -> Priority | None:
    identity = values.get(_PRIORITY_ID)
    return Priority(identity, values.of(_PRIORITY_TITLE, "")) if identity else None


def _audiences(node: Node, desk: Desk) -> tuple[Audience, ...] | None:
    if not isinstance(node, Mapping):
        desk.report(
            "wrong-type",
            "audiences are written as their ids, each with its fields below",
            first_line(node, desk),
            "write `staff:` on a line, and below it `title: Staff` and `theme: council`, two spaces in",
        )
        return None
    found = []
    for key, value in within(node.entries, "audiences", "audiences", desk, lambda entry: entry[0].span):
        values = AUDIENCE.read(value, desk, key.span)
        if values and checked_id(key.text, key.span, desk):
            site = values.of(_SITE, "")
            if site and not site.startswith(("https://", "http://")):
                desk.report(
                    "unsafe-address",
                    f"`{site}` is not the address of a site",
                    values.span_of(_SITE),
                    "begin it with https://",
                )
            canonical = site if not site or site.endswith("/") else f"{site}/"
            is_internal = values.of(_INTERNAL, key.text == "staff")
            title, theme = values.of(_AUDIENCE_TITLE, ""), values.of(_THEME, "")
            age, theme_at = values.get(_READING_AGE), values.span_of(_THEME)
            found.append(Audience(key.text, title, theme, canonical, is_internal, age, theme_at))
    return tuple(found) or None


def _headings(node: Node, desk: Desk) -> dict[str, State] | None:
    """The programme's own headings, as they are written, besides ours. None may be of two states: what stands below it
    would be told as one of them by chance.
    """
    values = HEADINGS_SHAPE.read(node, desk, node.span)
    if values is None:
        return None
    known, own = dict(HEADINGS), dict[str, State]()
    for field, state in _HEADING_FIELDS:
        for heading in values.of(field, ()):
            name = looked_up(heading.text)
            other = known.setdefault(name, state)
            if other is state:
                own[heading.text] = state
                continue
            problem = f"`{heading.text}` already stands above actions that are {_in_words(other)}"
            is_ours = name in HEADINGS
            remedy = "every programme has that one: name another" if is_ours else "name it under one of the two"
            desk.report("heading-twice", problem, heading.span, remedy)
    return own


def _severities(node: Node, desk: Desk) -> dict[str, Severity] | None:
    if not isinstance(node, Mapping):
        desk.report(
            "wrong-type",
            "weights are written one a line, each after its code",
            first_line(node, desk),
            "write `hidden-target: error` or the like, two spaces in",
        )
        return None
    found = {}
    for key, value in node.entries:
        code, severity = CODE.read(key, desk), choice_of(Severity).read(value, desk)
        if code and severity and CODES[code] is Severity.ERROR and severity is not Severity.ERROR:
            desk.report(
                "unknown-choice", f"`{code}` is an error, which cannot be made lighter", key.span, "mend what it finds"
            )
        elif code and severity:
            found[code] = severity
    return found


def _timezone(node: Node, desk: Desk) -> str | None:
    word = word_of(node, desk, "the name of a time zone")
    if word is None:
        return None
    try:
        ZoneInfo(word.text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        desk.report("unknown-choice", f"`{word.text}` is not a time zone", word.span, "write Europe/London")
        return None
    return word.text


def _language(node: Node, desk: Desk) -> str | None:
    word = word_of(node, desk, "a language")
    if word and all(part.isalnum() for part in word.text.split("-")) and 2 <= len(word.text.split("-")[0]) <= 3:
        return word.text
    if word:
        desk.report("unknown-choice", f"`{word.text}` is not the tag of a language", word.span, "write en-GB or cy-GB")
    return None


def _heading(node: Node, desk: Desk) -> Word | None:
    word = word_of(node, desk, "a heading")
    return replace(word, text=" ".join(word.text.split())) if word else None


def _in_words(state: State) -> str:
    return state.value.replace("_", " ")


_HEADING_NAMES = list_of(Kind("a heading", _heading, {"type": "string"}))
_HEADING_FIELDS = tuple(
    (
        Field(state.value, _HEADING_NAMES, f"Further headings for actions that are {_in_words(state)}."),
        state,
    )
    for state in State
)
HEADINGS_SHAPE = Shape("the headings", tuple(field for field, _ in _HEADING_FIELDS))


_KINDS_IN_WORDS = {kind: "terms of the glossary" if kind == "glossary" else kind for kind in KINDS}
_DEFAULT_FIELDS = tuple(
    Field(kind, AUDIENCES, f"Who sees {words} that do not say so themselves.")
    for kind, words in _KINDS_IN_WORDS.items()
)
DEFAULTS = Shape("the audiences by kind", _DEFAULT_FIELDS)


def _defaults(values: Values, _: Desk) -> dict[str, Audiences]:
    return {field.name: values.of(field, frozenset()) for field in _DEFAULT_FIELDS if values.has(field)}


_TITLE = Field("title", TEXT, "The programme's name.", is_required=True)
_ORGANISATION = Field("organisation", TEXT, "The council's name.", is_required=True)
_OBJECTIVE = Field("objective", SENTENCE, "What the programme is for, in a sentence or two.", is_required=True)
_DIRECTOR = Field("director", PERSON, "Who directs it and writes the letters.", is_required=True)
_LANGUAGE = Field(
    "language",
    Kind("a language, such as en-GB", _language, {"type": "string"}),
    "The language of the content. Pages have words of their own, which a theme says in it: `golden theme translate`.",
)
_TIMEZONE = Field(
    "timezone", Kind("a time zone, such as Europe/London", _timezone, {"type": "string"}), "Where today is reckoned."
)
_AUDIENCES_KIND = Kind(
    "the audiences, each with its title and theme",
    _audiences,
    {"type": "object", "additionalProperties": AUDIENCE.schema()},
    AUDIENCE,
)
_AUDIENCES = Field("audiences", _AUDIENCES_KIND, "Who reads: one site is made for each.", is_required=True)
_DEFAULT_FOR = Field(
    "for", kind_of(DEFAULTS, _defaults), "Who sees each kind of thing where the thing does not say so."
)
_CONTACTS = Field("contacts", list_of(kind_of(CONTACT, _contact)), "How to reach the council.")
_PRIORITIES = Field("priorities", list_of(kind_of(PRIORITY, _priority)), "The council's aims.")
_STAGES = Field("stages", NAMES, "The stages of a project's life, in order.")
_QUARTERS = Field("quarters", choice_of(YearOfQuarters), "Which year a bare Q1 2020 counts in.")
_HEADINGS = Field(
    "headings",
    Kind("headings by state", _headings, HEADINGS_SHAPE.schema(), HEADINGS_SHAPE),
    "Further headings that updates may use.",
)
_NEWSLETTERS = Field("newsletters", NEWSLETTERS, "What each audience is sent, and how often.")
_SEVERITY = Field(
    "severity",
    Kind(
        "codes, each with its weight",
        _severities,
        {"type": "object", "additionalProperties": {"enum": [s.value for s in Severity]}},
    ),
    "How much a finding weighs in this programme.",
)
_COACHING = Field("coach", COACHING, "How the words are read: what to avoid, and what readers here know.")
_EMBARGOES = Field("embargoes", EMBARGOES, "Times in which the public is told nothing, such as before an election.")
_DATA = Field("data", OPEN_DATA, "How others may use the data that each site offers, and with what.")

PROGRAMME = Shape(
    "the programme",
    (
        _TITLE,
        _ORGANISATION,
        _OBJECTIVE,
        _DIRECTOR,
        _LANGUAGE,
        _TIMEZONE,
        _AUDIENCES,
        _DEFAULT_FOR,
        _CONTACTS,
        _PRIORITIES,
        _STAGES,
        _QUARTERS,
        _HEADINGS,
        _NEWSLETTERS,
        _SEVERITY,
        _COACHING,
        _EMBARGOES,
        _DATA,
        SECURITY,
        LIMITS,
        ACCEPT,
    ),
)


def read_programme(desk: Desk) -> tuple[Programme | None, Rules, tuple[Acceptance, ...]]:
    """The programme, and the rules that all other files are read by; as much of both as can be read."""
    node = read_yaml(desk)
    if node is None:
        return None, Rules(), ()
    desk = desk.with_rules(Rules(audiences=_audience_ids(node), limits=limits_of(node, desk.source)))
    values = PROGRAMME.read(node, desk, desk.source.whole)
    if values is None:
        return None, Rules(), ()
    programme, headings = _programme(values), values.of(_HEADINGS, {})
    rules = Rules(
        audiences=desk.rules.audiences,
        defaults=values.of(_DEFAULT_FOR, {}),
        quarters=values.get(_QUARTERS),
        stages=programme.stages,
        priorities=frozenset(priority.id for priority in programme.priorities),
        headings={**HEADINGS, **{looked_up(name): state for name, state in headings.items()}},
        own_headings={state: name for name, state in reversed(headings.items())},
        limits=desk.rules.limits,
    )
    return programme, rules, values.of(ACCEPT, ())


def _audience_ids(node: Node) -> Audiences | None:
    """The audiences' ids before all else, because fields above them may name one."""
    entries = {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    audiences = entries.get("audiences")
    return frozenset(key.text for key, _ in audiences.entries) if isinstance(audiences, Mapping) else None


def _programme(values: Values) -> Programme:
    return Programme(
        title=values.of(_TITLE, ""),
        organisation=values.of(_ORGANISATION, ""),
        objective=values.of(_OBJECTIVE, ()),
        director=values.of(_DIRECTOR, Person("", "")),
        audiences=values.of(_AUDIENCES, ()),
        language=values.of(_LANGUAGE, "en-GB"),
        timezone=values.of(_TIMEZONE, "Europe/London"),
        contacts=values.of(_CONTACTS, ()),
        priorities=values.of(_PRIORITIES, ()),
        stages=values.of(_STAGES, STAGES),
        quarters=values.get(_QUARTERS),
        newsletters=values.of(_NEWSLETTERS, ()),
        severities=values.of(_SEVERITY, {}),
        coaching=values.of(_COACHING, Coaching()),
        embargoes=values.of(_EMBARGOES, ()),
        open_data=values.of(_DATA, OpenData()),
        security=values.get(SECURITY),
    )
