"""A programme that everybody knows, and whatever in it may be for staff alone."""

import json
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from tests.examples import smallest

WORDS = st.lists(
    st.sampled_from(("Agree", "the", "price", "of", "Brook", "House", "*now*", "£5m", "with", "CRM", "(secret)", "é"))
    | st.integers(0, 10**6).map(str),
    min_size=2,
    max_size=7,
).map(lambda words: "Staff " + " ".join(words))
SOME = st.lists(WORDS, max_size=2)
STATES = ("Completed", "Under way", "Future actions", "Stopped")
_FORMATS = ["html", "email", "text"]
_HUNG = ("", " due=2030", ' due="May 2020"', " after=desk", " from=visits", " measure=visits-made", " project=site")
_DUES = ("", " due=2019", " due=2029", ' due="March 2020"')
_VALUES = st.integers(1000, 9999)
DAYS = st.sampled_from(("2019-12-31", "2020-01-15", "2020-01-31", "2020-02-01"))
Files = dict[str, str]

# What everybody knows. Its own ids and titles are in none of the words above.
OPEN_LETTER = "Open letter of January[^1].\n\n[^1]: An open note.\n"
OPEN_UPDATE = "An open introduction.\n"
OPEN_ACTIONS = {
    "Completed": ["- Opened the new desk. {#desk}\n"],
    "Under way": ["- The forms are being tried. {#forms due=2031}\n"],
    "Future actions": ["- Visit other councils. {#visits due=2031 measure=visits-made}\n"],
    "Stopped": ['- Kiosks in reception. {#kiosks reason="Nobody used them."}\n'],
}
LEAD = {"name": "Priya Nair", "role": "Head of Customer Services"}
PROJECT = {"id": "site", "title": "A new website", "stage": "design", "summary": "On any phone."}
WORKSTREAM = {
    "id": "customer-services",
    "title": "Customer services",
    "lead": LEAD,
    "summary": "A staff summary.",
    "plain": "One front door.",
    "projects": [PROJECT],
}
MEASURE = {
    "id": "visits-made", "title": "Councils visited", "unit": "councils", "better": "higher",
    "baseline": {"date": "2018", "value": 1}, "target": {"date": "2031", "value": 9},
    "readings": [{"date": "2019", "value": 2}],
}  # fmt: skip


@st.composite
def staff_only(draw: st.DrawFn) -> Files:
    """The programme with whatever may be for staff alone; what is open is always the same."""
    return {
        "programme.yml": draw(_programme()),
        "workstreams.yml": json.dumps(draw(_workstreams())),
        "measures.yml": json.dumps([MEASURE, *draw(_measures())]),
        "glossary.yml": json.dumps(draw(_terms())),
        "editions/2020-01/edition.md": draw(_letter(OPEN_LETTER, "2020-01-31")),
        "editions/2020-01/customer-services.md": draw(_update()),
        **draw(_further_files()),
    }


@st.composite
def _programme(draw: st.DrawFn) -> str:
    contacts = [{"purpose": words, "name": words, "for": "staff"} for words in draw(SOME)]
    letters = [
        {"id": f"hidden-{number}", "title": words, "audience": "staff", "every": "month", "formats": ["text"]}
        for number, words in enumerate(draw(SOME))
    ]
    return programme(contacts, letters)


def programme(contacts: Sequence[Mapping[str, object]], letters: Sequence[Mapping[str, object]]) -> str:
    """The smallest programme with addresses, a contact and a newsletter that everybody knows, and these.

    With an address, a site has feeds, a calendar and a list of its pages as well.
    """
    contact = {"purpose": "another format", "telephone": "01632 960200"}
    letter = {"id": "news", "title": "News", "audience": "residents", "every": "month", "formats": _FORMATS}
    more = {"contacts": [contact, *contacts], "newsletters": [*letters, letter]}
    smallest_one = smallest()["programme.yml"].decode()
    with_addresses = smallest_one.replace("theme: plain}", 'theme: plain, site: "https://www.merebrook.example/"}')
    return with_addresses + "".join(f"{key}: {json.dumps(more[key])}\n" for key in more)


@st.composite
def _workstreams(draw: st.DrawFn) -> object:
    lead = LEAD | {"name": draw(WORDS), "email": f"a{draw(st.integers(0, 99))}@merebrook.example"}
    hidden = [
        {"id": f"hidden-{number}", "title": words, "stage": "design", "summary": words, "for": "staff"}
        for number, words in enumerate(draw(SOME))
    ]
    first = {**WORKSTREAM, "lead": lead, "summary": draw(WORDS), "projects": [PROJECT, *hidden]}
    others = [
        {"id": f"secret-{number}", "title": words, "lead": lead, "summary": words, "for": "staff"}
        for number, words in enumerate(draw(SOME))
    ]
    return [*others, first] if draw(st.booleans()) else [first, *others]


@st.composite
def _measures(draw: st.DrawFn) -> list[dict[str, object]]:
    return [
        {
            **MEASURE,
            "id": f"hidden-{at}",
            "title": words,
            "for": "staff",
            "target": {"date": "2030", "value": draw(_VALUES)},
        }
        for at, words in enumerate(draw(SOME))
    ]


@st.composite
def _terms(draw: st.DrawFn) -> object:
    """A term for staff that stands in open words must not be explained there."""
    terms = [
        {"term": term, "means": draw(WORDS), "for": "staff"}
        for term in draw(st.sets(st.sampled_from(("desk", "open"))))
    ]
    return [*terms, {"term": "CRM", "means": "customer records management"}]


@st.composite
def _letter(draw: st.DrawFn, words: str, published: str) -> str:
    notes = [{"date": "2020-02-01", "what": words, "why": words, "for": "staff"} for words in draw(SOME)]
    front = f"---\npublished: {published}\ncorrections: {json.dumps(notes)}\n---\n"
    before, after = ("".join(f"::: staff\n{part}\n:::\n\n" for part in draw(SOME)) for _ in range(2))
    return f"{front}{before}{words}\n{after}"


@st.composite
def _update(draw: st.DrawFn) -> str:
    text, made = OPEN_UPDATE, 0
    for part in draw(SOME):
        text += f"\n::: staff\n{part}[^x]\n\n[^x]: {part}\n:::\n"
    for state in STATES:
        items = list(OPEN_ACTIONS[state])
        for words in draw(SOME):
            made += 1
            hung = draw(st.sampled_from(_HUNG))
            item = f'- {words}. {{#hidden-{made} for=staff reason="{words}" climate="{words}"{hung}}}\n'
            items.insert(draw(st.integers(0, len(items))), item)
        text += f"\n## {state}\n\n" + "\n".join(items)
    return text


@st.composite
def _hidden_mentions(draw: st.DrawFn) -> str:
    """What an edition for staff says of actions that everybody knows, and of one of its own."""
    sections: dict[str, list[str]] = {state: [] for state in STATES}
    for identity in ("desk", "forms", "visits", "kiosks", "hidden"):
        if (state := draw(st.sampled_from(("", *STATES)))) != "":
            braces = draw(st.sampled_from(_HUNG if identity == "hidden" else _DUES))
            sections[state].append(f"- {draw(WORDS)}. {{#{identity}{braces}}}\n")
    return "".join(f"\n## {state}\n\n{''.join(items)}" for state, items in sections.items())


@st.composite
def _further_files(draw: st.DrawFn) -> Files:
    """Each is there or not."""
    words = draw(WORDS)
    notes = f"corrections: {json.dumps([{'date': '2020-02-01', 'what': words, 'why': words}])}\n"
    possible: Files = {
        "pages/hidden.md": f"---\ntitle: {words}\nfor: staff\n---\n{words}\n",
        "documents.yml": json.dumps([{"id": "hidden", "title": words, "file": "hidden.txt", "for": "staff"}]),
        "documents/hidden.txt": words,
        "questions.yml": json.dumps(
            [{"id": "hidden", "asked": "2020-01-02", "by": words, "question": words, "for": "staff"}]
        ),
        "images/hidden/images.yml": "for: staff\n",
        "images/hidden/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "editions/2019-12/edition.md": f"---\npublished: {draw(DAYS)}\nfor: staff\n{notes}---\n{words}\n",
        "editions/2019-12/customer-services.md": draw(_hidden_mentions()),
        "editions/2020-02/edition.md": f"---\npublished: 2020-02-29\n---\n{words}\n",
        "editions/2020-03/edition.md": f"---\npublished: 2020-01-20\nstatus: draft\n---\n{words}\n",
    }
    chosen = draw(st.sets(st.sampled_from(sorted(possible))))
    for together in (
        {"documents.yml", "documents/hidden.txt"},
        {"images/hidden/images.yml", "images/hidden/a.svg"},
        {"editions/2019-12/edition.md", "editions/2019-12/customer-services.md"},
    ):
        chosen |= together if together & chosen else set()
    return {path: possible[path] for path in chosen}


NOTHING: Files = {
    "programme.yml": programme([], []),
    "workstreams.yml": json.dumps([WORKSTREAM]),
    "measures.yml": json.dumps([MEASURE]),
    "glossary.yml": json.dumps([{"term": "CRM", "means": "customer records management"}]),
    "editions/2020-01/edition.md": f"---\npublished: 2020-01-31\n---\n{OPEN_LETTER}",
    "editions/2020-01/customer-services.md": OPEN_UPDATE
    + "".join(f"\n## {state}\n\n{''.join(OPEN_ACTIONS[state])}" for state in STATES),
}
