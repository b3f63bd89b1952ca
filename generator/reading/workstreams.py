"""workstreams.yml: the strands of the programme, in the order in which they are shown."""

from generator.domain.person import Person
from generator.domain.saying import normal
from generator.domain.workstream import Project, Reference, Workstream
from generator.reading.desk import Desk, closest
from generator.reading.kinds import AUDIENCES, DAY, IDENTIFIER, TEXT, word_of
from generator.reading.prose import SENTENCE
from generator.reading.settings import FOR, MOVED_FROM, PERSON, audiences_of, audiences_or_default
from generator.reading.shape import Field, Kind, Shape, Values, kind_of, list_of
from generator.reading.yaml import Node, read_yaml


def _stage(node: Node, desk: Desk) -> str | None:
    word = word_of(node, desk, "a stage")
    if word is None:
        return None
    if not desk.rules.stages:
        return word.text
    for stage in desk.rules.stages:
        if normal(stage) == normal(word.text):  # keyboards have another apostrophe than Word
            return stage
    desk.report(
        "unknown-choice",
        f"`{word.text}` is not a stage of this programme",
        word.span,
        closest(word.text, desk.rules.stages),
    )
    return None


def _priority(node: Node, desk: Desk) -> Reference | None:
    word = word_of(node, desk, "the id of a priority")
    if word is None:
        return None
    known = desk.rules.priorities
    if known is None or word.text in known:
        return Reference(word.text, word.span)
    desk.report(
        "unknown-choice",
        f"`{word.text}` is not a priority of this programme",
        word.span,
        closest(word.text, known) or "add it to `priorities:` in programme.yml, or take this out",
    )
    return None


_PROJECT_ID = Field("id", IDENTIFIER, "The project's short name, which actions refer to.", is_required=True)
_PROJECT_TITLE = Field("title", TEXT, "What the project is called.", is_required=True)
_STAGE = Field(
    "stage", Kind("a stage, such as delivery", _stage, {"type": "string"}), "Where it is in its life.", is_required=True
)
_PROJECT_SUMMARY = Field("summary", SENTENCE, "What it is, in a sentence or two.")
_PROJECT_PLAIN = Field("plain", SENTENCE, "The same in words for residents.")
_PROJECT_FOR = Field("for", AUDIENCES, "Who may see it, if not everyone who sees the workstream.")
PROJECT = Shape("a project", (_PROJECT_ID, _PROJECT_TITLE, _STAGE, _PROJECT_SUMMARY, _PROJECT_PLAIN, _PROJECT_FOR))


def _project(values: Values, _: Desk) -> Project | None:
    identity = values.get(_PROJECT_ID)
    if identity is None:
        return None
    return Project(
        id=identity,
        title=values.of(_PROJECT_TITLE, ""),
        stage=values.of(_STAGE, ""),
        summary=values.of(_PROJECT_SUMMARY, ()),
        plain=values.get(_PROJECT_PLAIN),
        audiences=audiences_of(values, _PROJECT_FOR),
        written_at=values.span_of(_PROJECT_ID),
    )


_ID = Field("id", IDENTIFIER, "The workstream's short name: its updates' file name and its address.", is_required=True)
_TITLE = Field("title", TEXT, "What the workstream is called.", is_required=True)
_LEAD = Field("lead", PERSON, "Who leads it.", is_required=True)
_SUMMARY = Field("summary", SENTENCE, "What it is for, in a sentence or two.")
_PLAIN = Field("plain", SENTENCE, "The same in words for residents.")
_PRIORITY_FIELD = Field(
    "priority", Kind("the id of a priority", _priority, {"type": "string"}), "The council's aim that it serves."
)
_PROJECTS = Field("projects", list_of(kind_of(PROJECT, _project)), "The projects in it.")
_ENDED = Field("ended", DAY, "Its last day, where it has ended or been merged: after it, no update is asked of it.")
WORKSTREAM = Shape(
    "a workstream", (_ID, _TITLE, _LEAD, _SUMMARY, _PLAIN, _PRIORITY_FIELD, FOR, _PROJECTS, MOVED_FROM, _ENDED)
)


def _workstream(values: Values, desk: Desk) -> Workstream | None:
    identity = values.get(_ID)
    if identity is None:
        return None
    where = values.span_of(_ID)
    return Workstream(
        id=identity,
        title=values.of(_TITLE, ""),
        lead=values.of(_LEAD, Person("", "")),
        summary=values.of(_SUMMARY, ()),
        audiences=audiences_or_default(values, "workstreams", where, desk, f"the workstream `{identity}`"),
        plain=values.get(_PLAIN),
        priority=values.get(_PRIORITY_FIELD),
        projects=values.of(_PROJECTS, ()),
        moved_from=values.of(MOVED_FROM, ()),
        ended=values.get(_ENDED),
        written_at=where,
    )


WORKSTREAMS = list_of(kind_of(WORKSTREAM, _workstream), "a list of workstreams")


def read_workstreams(desk: Desk) -> tuple[Workstream, ...]:
    node = read_yaml(desk)
    return () if node is None else WORKSTREAMS.read(node, desk) or ()
