"""Updates as small sketches, which can be written down in Markdown and in YAML: two ways to say one thing."""

from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import strategies as st

from generator.reading.names import is_for_keepers, is_kept_by_windows

STATES = ("completed", "under_way", "future", "stopped")
HEADINGS = {"completed": "Completed", "under_way": "Under way", "future": "Future actions", "stopped": "Stopped"}
AUDIENCES = ("staff", "residents")
DUES = (
    "14 February 2020",
    "2020-02-14",
    "March 2020",
    "Spring 2020",
    "Winter 2019/20",
    "Q4 2019/20",
    "2019/20",
    "2020",
)
DETAIL_AS_LIST, DETAIL_AS_PARAGRAPHS = "list", "paragraphs"


@dataclass(frozen=True, slots=True)
class SketchedAction:
    """`detail` are bullets below the action's first paragraph, or further paragraphs of it."""

    state: str
    text: str
    detail: tuple[str, ...] = ()
    detail_form: str = DETAIL_AS_LIST
    plain: tuple[str, ...] = ()
    id: str = ""
    due: str = ""
    audiences: tuple[str, ...] = ()
    reason: str = ""
    project: str = ""
    measure: str = ""
    after: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SketchedUpdate:
    introduction: tuple[str, ...]
    actions: tuple[SketchedAction, ...]
    audiences: tuple[str, ...] = ()


# What Markdown or YAML might stumble over in mid-sentence, and what means something to neither.
_AWKWARD = (
    ":", "#", "#3", "- ", "it's", '"quoted"', "“curly”", "–", "*bold*", "**very**", "~~not~~", "`code`", "_so_", "a_b",
    "&", "&amp;", "*", "[", "]", "[1]", "!", "?", "%", "@merebrook", "|", "> 5", "£90,000", "1.", "no", "null", "~",
    "…", "café", "ŵyr", "字", "🏛️", "\\", "\\*", "<5", "key: value", "https://www.merebrook.example/a?b#c", "(c)",
    ",", "'",
    "[the plan](document:plan)", "[us](mailto:formats@merebrook.example)", "![A map](../../images/map.png)",
)  # fmt: skip
_WORDS = ("Cabinet", "agrees", "the", "money", "for", "website", "in", "March", "of", "residents")

ids = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True).filter(
    lambda it: not is_kept_by_windows(it) and not is_for_keepers(it)
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A line of words that begins with a letter, so that neither form takes it for anything else."""
    rest = draw(st.lists(st.sampled_from(_WORDS + _AWKWARD), max_size=8))
    return " ".join(" ".join([draw(st.sampled_from(_WORDS)).capitalize(), *rest]).split())


values = st.lists(
    st.sampled_from((*_WORDS, "it’s", "café", "–", "£90,000", "#3", "no:", "5 %")), min_size=1, max_size=5
).map(" ".join)


@st.composite
def actions(draw: st.DrawFn, identity: str) -> SketchedAction:
    names = st.lists(ids, max_size=2, unique=True).map(tuple)
    return SketchedAction(
        state=draw(st.sampled_from(STATES)),
        text=draw(sentences()),
        detail=tuple(draw(st.lists(sentences(), max_size=2))),
        detail_form=draw(st.sampled_from((DETAIL_AS_LIST, DETAIL_AS_PARAGRAPHS))),
        plain=tuple(draw(st.lists(sentences(), max_size=2))),
        id=identity,
        due=draw(st.sampled_from(("", *DUES))),
        audiences=tuple(draw(st.lists(st.sampled_from(AUDIENCES), max_size=2, unique=True))),
        reason=draw(st.just("") | values),
        project=draw(st.just("") | ids),
        measure=draw(st.just("") | ids),
        after=draw(names),
        continues=draw(names),
        tags=draw(names),
    )


@st.composite
def updates(draw: st.DrawFn) -> SketchedUpdate:
    identities = draw(st.lists(ids, max_size=5, unique=True))
    return SketchedUpdate(
        introduction=tuple(draw(st.lists(sentences(), max_size=2))),
        actions=tuple(draw(actions(identity)) for identity in identities),
        audiences=tuple(draw(st.lists(st.sampled_from(AUDIENCES), max_size=2, unique=True))),
    )


def as_markdown(update: SketchedUpdate, quote: str = '"', break_braces: bool = False) -> str:
    """The update in Markdown; `quote` begins and ends the values in braces, which may stand on lines of their own."""
    front = f"---\nfor: [{', '.join(update.audiences)}]\n---\n" if update.audiences else ""
    parts = ["\n\n".join(update.introduction)]
    for state in STATES:
        items = [_item(action, quote, break_braces) for action in update.actions if action.state == state]
        parts += [f"## {HEADINGS[state]}", *items] if items else []
    return front + "\n\n".join(part for part in parts if part) + "\n"


def _item(action: SketchedAction, quote: str, break_braces: bool) -> str:
    lines = [f"- {action.text} {_braces(action, quote, break_braces)}"]
    if action.detail_form == DETAIL_AS_LIST:
        lines += [f"  - {words}" for words in action.detail]
    else:
        lines += [line for words in action.detail for line in ("", f"  {words}")]
    if action.plain:
        lines += ["", *(f"  > {line}".rstrip() for line in "\n\n".join(action.plain).split("\n"))]
    return "\n".join(lines)


def _braces(action: SketchedAction, quote: str, break_braces: bool) -> str:
    closing = {"“": "”", "‘": "’"}.get(quote, quote)
    named = {
        "due": action.due,
        "for": " ".join(action.audiences),
        "reason": action.reason.replace("’", "") if quote == "‘" else action.reason,
        "project": action.project,
        "measure": action.measure,
        "after": " ".join(action.after),
        "from": ", ".join(action.continues),
        "tags": " ".join(action.tags),
    }
    said = [f"#{action.id}", *(f"{name}={quote}{value}{closing}" for name, value in named.items() if value)]
    return "{" + ("\n  " if break_braces else " ").join(said) + "}"


def as_yaml(update: SketchedUpdate, is_literal: bool = False) -> str:
    """The update in YAML; texts of several paragraphs stand as blocks of their own, or in double quotes."""
    lines = [f"for: {_row(update.audiences)}"] if update.audiences else []
    if update.introduction:
        lines += _named("introduction", "\n\n".join(update.introduction), "", is_literal)
    for state in STATES:
        items = [line for action in update.actions if action.state == state for line in _fields(action, is_literal)]
        lines += [f"{state}:", *items] if items else []
    return "\n".join(lines or ["# Nothing to say", "accept: []"]) + "\n"


def _fields(action: SketchedAction, is_literal: bool) -> Iterable[str]:
    if action.detail_form == DETAIL_AS_LIST:
        text = "\n".join([action.text, *(f"- {words}" for words in action.detail)])
    else:
        text = "\n\n".join([action.text, *action.detail])
    yield f"  - id: {action.id}"
    yield from _named("text", text, "    ", is_literal)
    if action.plain:
        yield from _named("plain", "\n\n".join(action.plain), "    ", is_literal)
    for name, value in (
        ("due", action.due),
        ("reason", action.reason),
        ("project", action.project),
        ("measure", action.measure),
    ):
        if value:
            yield f"    {name}: {_quoted(value)}"
    for name, several in (
        ("for", action.audiences),
        ("after", action.after),
        ("from", action.continues),
        ("tags", action.tags),
    ):
        if several:
            yield f"    {name}: {_row(several)}"


def _named(name: str, words: str, indent: str, is_literal: bool) -> Iterable[str]:
    if not is_literal:
        return [f"{indent}{name}: {_quoted(words)}"]
    return [f"{indent}{name}: |", *(f"{indent}  {line}".rstrip() for line in words.split("\n"))]


def _quoted(words: str) -> str:
    if "\n" not in words:
        return "'" + words.replace("'", "''") + "'"
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _row(names: Iterable[str]) -> str:
    return f"[{', '.join(_quoted(name) for name in names)}]"
