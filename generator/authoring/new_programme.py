"""Beginning a programme: the files of a small one that is sound, and says nothing that nobody has said."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from generator.authoring.fields import names, scalar
from generator.domain.audience import DRAFTS
from generator.domain.due import day_in_words
from generator.reading.characters import UNSEEN, name_of
from generator.reading.desk import Desk
from generator.reading.identity import id_from_words
from generator.reading.kinds import EMAIL_PATTERN, TEXT
from generator.reading.names import fault_of_id, is_kept_by_windows
from generator.reading.prose import SENTENCE
from generator.reading.schemas import SCHEMAS
from generator.reading.yaml import Mapping as YamlMapping
from generator.reading.yaml import read_yaml
from generator.text.source import Source
from generator.values import dataclass

STAFF = "staff"
COUNCIL, PLAIN = "council", "plain"  # the themes for a council's own people, and for everyone else
OWN = {COUNCIL: "ours", PLAIN: "ours-plain"}  # what a theme of their own is called that stands on one of these
NOBODY_YET = "Name to come"  # words that no sentence has: a name is looked for in all that residents read
LONGEST = 200  # characters of an answer; a longer one is no name

_TEAM = "Programme team"
_TO_BE_TESTED = timedelta(days=92)
_HALF = re.compile("[\ud800-\udfff]")  # what is left of letters that came in another encoding
_NOT_AN_ID = frozenset(("edition", "frozen"))  # other files in an edition's folder have these names
_FILES_BY_SCHEMA = {
    "programme": "programme.yml",
    "workstreams": "workstreams.yml",
    "measures": "measures.yml",
    "glossary": "glossary.yml",
    "documents": "documents.yml",
    "questions": "questions.yml",
    "accessibility": "pages/accessibility.yml",
    "images": "images/**/images.yml",
    "update": "editions/*/*.yml",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A person: who, and what they are responsible for."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Strand:
    """A workstream to begin with."""

    title: str
    lead: Named


@dataclass(frozen=True, slots=True)
class Start:
    """What a programme begins with: the answers, each as it was given. `audiences` are what readers are called.

    `email` is for readers who need help, and may be empty; then they are told to write a letter.
    """

    organisation: str = "Our council"
    title: str = "Our programme"
    objective: str = "Make our services simple to use, and our council simple to work for."
    director: Named = Named(NOBODY_YET, "Programme Director")
    strands: tuple[Strand, ...] = (Strand("Customer services", Named(NOBODY_YET, "Workstream lead")),)
    audiences: tuple[str, ...] = ("Staff", "Residents")
    email: str = ""


def read_person(words: str, role: str) -> Named:
    """`Priya Nair, Head of Customer Services`; the role given here where the words have none."""
    name, _, own = words.partition(",")
    return Named(name.strip() or NOBODY_YET, own.strip() or role)


def read_strand(words: str) -> Strand:
    """`Customer services: Priya Nair, Head of Customer Services`; the lead may be left out."""
    title, colon, lead = words.rpartition(":")
    return Strand((title if colon else lead).strip(), read_person(lead if colon else "", "Workstream lead"))


def fault_of(words: str, *, is_sentence: bool = False) -> str:
    """Why words cannot be taken for a name, or a sentence, in a YAML file of ours; empty where they can."""
    if found := UNSEEN.search(words) or _HALF.search(words):
        return f"it has a character that nobody can see, {name_of(found.group())}"
    if len(words) > LONGEST:
        return f"it has {len(words)} characters; write {LONGEST} at the most"
    desk = Desk(Source("words", f"words: {scalar(words)}\n"), [])
    node = read_yaml(desk)
    if isinstance(node, YamlMapping):
        (SENTENCE if is_sentence else TEXT).read(node.entries[0][1], desk)
    return (
        "; ".join(part for part in (desk.findings[0].message, desk.findings[0].help) if part) if desk.findings else ""
    )


def fault_of_email(words: str) -> str:
    if not EMAIL_PATTERN.fullmatch(words):
        return f"`{words}` is no e-mail address; write it whole, such as name@council.example"
    return fault_of(words)


def fault_of_person(person: Named) -> str:
    return fault_of(person.name) or fault_of(person.role)


def fault_of_strand(strand: Strand) -> str:
    if not strand.title:
        return "a workstream needs a title before its lead"
    return fault_of(strand.title) or fault_of_person(strand.lead)


def fault_of_audience(title: str) -> str:
    """Why readers cannot be called this; their name is also that of their site's folder."""
    made = id_from_words(title)
    if not made or is_kept_by_windows(made):
        return f"`{title}` cannot name a site's folder; use a few letters a to z, such as staff or residents"
    if made.endswith(DRAFTS):
        return "a name that ends in drafts is kept for the folders of drafts"
    return fault_of(title)


def ids_of(audiences: Iterable[str]) -> dict[str, str]:
    """What each audience is called, by its id; one that is named twice counts once."""
    return {id_from_words(title): title[:1].upper() + title[1:] for title in audiences}


def public_site(start: Start) -> str | None:
    """The id of the first audience that is not the council's own people."""
    return next((it for it in ids_of(start.audiences) if it != STAFF), None)


def content_files(start: Start, has_own_themes: bool, on: date) -> dict[str, bytes]:
    """The files of the content folder by path, but for the first edition."""
    texts = {
        "programme.yml": _programme(start, has_own_themes),
        "workstreams.yml": "\n".join(_workstreams(start.strands)),
        "pages/accessibility.yml": _statement(start, on),
    }
    return {path: text.encode() for path, text in texts.items()}


def _programme(start: Start, has_own_themes: bool) -> str:
    audiences = ids_of(start.audiences)
    own = [it for it in audiences if it == STAFF] or list(audiences)
    lines = [
        "# What holds for the whole programme. Your editor says what each line means, if it knows our schemas.",
        f"title: {scalar(start.title)}",
        f"organisation: {scalar(start.organisation)}",
        f"objective: {scalar(start.objective)}",
        "# Residents see a role; they see the name as well where you add `public: true`.",
        "director:",
        f"  name: {scalar(start.director.name)}",
        f"  role: {scalar(start.director.role)}",
        "language: en-GB",
        "timezone: Europe/London",
        '# One site is made for each of these. Once you know its address, add `site: "https://..."`.',
        "audiences:",
    ]
    for identity, title in audiences.items():
        theme = COUNCIL if identity == STAFF else PLAIN
        theme = OWN[theme] if has_own_themes else theme
        lines += [f"  {identity}:", f"    title: {scalar(title)}", f"    theme: {theme}"]
    lines += [
        "# Who sees each kind of thing that does not say so itself. Nothing is public by silence.",
        "for:",
        *(f"  {kind}: {names(audiences)}" for kind in ("editions", "workstreams", "measures")),
        f"  documents: {names(own)}",
        *(f"  {kind}: {names(audiences)}" for kind in ("pages", "images", "glossary", "questions")),
    ]
    if start.email:
        lines += [
            "# At the end of every page. A telephone number and a postal address help those who do not write e-mails.",
            "contacts:",
            "  - purpose: help, or this page in another format",
            f"    email: {scalar(start.email)}",
        ]
    return "\n".join(lines) + "\n"


def strand_ids(strands: Iterable[Strand]) -> list[str]:
    """An id for each workstream, from its title; a number makes those different that would be the same."""
    made: list[str] = []
    for number, strand in enumerate(strands, 1):
        identity = id_from_words(strand.title)
        if identity in _NOT_AN_ID or fault_of_id(identity):
            identity = f"workstream-{number}"
        made.append(_unlike(identity, made))
    return made


def _unlike(identity: str, made: list[str]) -> str:
    number = 2
    wanted = identity
    while wanted in made:
        wanted, number = f"{identity}-{number}", number + 1
    return wanted


def _workstreams(strands: tuple[Strand, ...]) -> Iterator[str]:
    yield "# In the order in which readers see them. Each id is the name of that workstream's file in an edition."
    yield "# Say what each is for in a sentence: `summary:` for all, and `plain:` where residents need other words."
    for identity, strand in zip(strand_ids(strands), strands, strict=True):
        yield f"- id: {identity}"
        yield f"  title: {scalar(strand.title)}"
        yield "  lead:"
        yield f"    name: {scalar(strand.lead.name)}"
        yield f"    role: {scalar(strand.lead.role)}"
    yield ""


_STATEMENT = """\
# The accessibility statement, which the law asks of every public website and intranet. It was begun for you, and claims
# nothing but what a program has tested. Try the pages with a keyboard, zoomed in to 400 per cent and with a screen
# reader; then write down here what you found, and what works under `possible:`. `golden explain missing-statement`
# shows all that may stand here.
# The law is that of Great Britain or of Northern Ireland. Claim partial or full once people have tested that it is so.
law: Great Britain
compliance: none
problems:
  - id: not-tested-by-people
    title: What nobody has tested yet
    what: >-
      So far, only a program has tested these pages. We do not know yet how well they work with a keyboard alone, with a
      screen reader or zoomed in.
    fails: unknown
    since: {today}
    by: {tested_by}
    instead: Tell us what does not work for you. We will send you what you need in another form.
prepared: {day}
reviewed: {day}
tests:
  - date: {today}
    by: Golden Thread, the program that makes these pages
    method: self-assessment
    what: >-
      It checked colours, the order of headings, links and the words beside pictures. A program finds only a part of
      what can be wrong.
feedback:
  answered_within: five working days
  name: {name}
  {way}
"""


def _statement(start: Start, on: date) -> str:
    letters = f"{_TEAM}, {start.organisation}"
    way = f"email: {scalar(start.email)}" if start.email else f"post: {scalar(letters)}"
    return _STATEMENT.format(
        today=day_in_words(on), tested_by=day_in_words(on + _TO_BE_TESTED), day=on.isoformat(), name=_TEAM, way=way
    )


def editor_files() -> dict[str, bytes]:
    """Settings by which Visual Studio Code completes and checks the YAML files, for a folder that holds `content/`."""
    settings = {
        "files.encoding": "utf8",
        "editor.wordWrap": "on",
        "yaml.schemas": {
            f"./.vscode/schemas/{name}.schema.json": f"content/{pattern}" for name, pattern in _FILES_BY_SCHEMA.items()
        },
    }
    files: Mapping[str, object] = {
        ".vscode/settings.json": settings,
        ".vscode/extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
        **{f".vscode/schemas/{name}.schema.json": schema for name, schema in SCHEMAS.items()},
    }
    return {path: (json.dumps(it, indent=2, ensure_ascii=False) + "\n").encode() for path, it in files.items()}
