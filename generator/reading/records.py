"""frozen.yml, the record of a published edition; and what edition.md says of changes made since."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TypeVar

from generator.domain.audience import Audiences
from generator.domain.person import Person
from generator.domain.prose import InlineImage, Link, Prose, Run
from generator.domain.record import (
    AwaitedThen,
    Correction,
    EditionBefore,
    FiguresThen,
    FigureThen,
    Record,
    SealedFile,
    SealedNote,
    TitleThen,
    Withdrawal,
    Withdrawn,
    WorkstreamThen,
    digest_of,
)
from generator.domain.rewording import map_runs
from generator.reading.braces import Where
from generator.reading.desk import Desk
from generator.reading.kinds import AUDIENCES, DAY, FLAG, NUMBER, TEXT, choice_of, word_of
from generator.reading.passage import MarkdownPassage
from generator.reading.prose import read_prose
from generator.reading.settings import audiences_of
from generator.reading.shape import Field, Kind, Shape, Values, kind_of, list_of
from generator.reading.yaml import Mapping, Node, Sequence, Word, read_yaml
from generator.text.source import Source

FILE_NAME = "frozen.yml"
VERSION = "1"
SEAL = "seal"

# What may be added to the files of a frozen edition; corrections and withdrawals are sealed one by one. What an edition
# was called before changes nothing in what it says.
NOT_SEALED = ("corrections", "withdrawals", "accept", "moved-from")

Note = TypeVar("Note", Correction, Withdrawal)

_MEND = "undo the change to this file; if that cannot be done, delete it and freeze the edition again"


def digest_of_fields(node: Node | None, without: tuple[str, ...] = NOT_SEALED) -> str:
    """The digest of a file in YAML, whatever its quotes, comments and line ends; empty where it cannot be read."""
    return "" if node is None else digest_of(words_of(node, without))


def digest_of_markdown(front: Node | None, body: MarkdownPassage | None) -> str:
    """The digest of a file's front matter and body, whatever its line ends; empty where it cannot be read."""
    if front is None or body is None:
        return ""
    return digest_of([words_of(front, NOT_SEALED), body.text.replace("\r\n", "\n")])


def words_of(node: Node, without: tuple[str, ...] = ()) -> object:
    """The words alone, in lists and by their fields; some fields of the outermost group may be left out."""
    match node:
        case Word():
            return node.text
        case Sequence():
            return [words_of(item) for item in node.items]
        case Mapping():
            return {key.text: words_of(value) for key, value in node.entries if key.text not in without}


_DATE = Field("date", DAY, "The day on which it was changed.", is_required=True)
_WHAT = Field("what", TEXT, "What was changed, in a sentence that readers are shown.", is_required=True)
_WHY = Field("why", TEXT, "Why it was changed, in a sentence that readers are shown.", is_required=True)
_TOLD = Field("for", AUDIENCES, "Who is told of it, if not everyone who sees the edition.")
CORRECTION = Shape("a correction", (_DATE, _WHAT, _WHY, _TOLD))

_KIND = Field("what", choice_of(Withdrawn), "What was taken out.", is_required=True)
_ACTION = Field(
    "action",
    TEXT,
    "What stands for the id of the action that was taken out, without saying it, where other editions still tell of "
    "that action: this one is not taken to have forgotten it. `golden withdraw` writes it.",
)
WITHDRAWAL = Shape("a withdrawal", (_DATE, _KIND, _WHY, _TOLD, _ACTION))


def _correction(values: Values, _: Desk) -> Correction | None:
    day, what, why = values.get(_DATE), values.get(_WHAT), values.get(_WHY)
    if day is None or what is None or why is None:
        return None
    return Correction(day, what, why, audiences_of(values, _TOLD), values.span_of(_WHAT))


def _withdrawal(values: Values, _: Desk) -> Withdrawal | None:
    day, what, why = values.get(_DATE), values.get(_KIND), values.get(_WHY)
    if day is None or what is None or why is None:
        return None
    return Withdrawal(day, what, why, audiences_of(values, _TOLD), values.of(_ACTION, ""), values.span_of(_KIND))


CORRECTIONS = Field(
    "corrections",
    list_of(kind_of(CORRECTION, _correction)),
    "What was changed since the edition was published; readers are told, the newest first.",
)
WITHDRAWALS = Field(
    "withdrawals",
    list_of(kind_of(WITHDRAWAL, _withdrawal)),
    "What `golden withdraw` has taken out; readers are told, the newest first.",
)


def newest_first(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those of one day in the order in which they were written."""
    return tuple(sorted(notes, key=lambda note: note.date, reverse=True))


# What the record holds was checked before it was frozen. It is taken as it is, so that a check which is made stricter
# later finds nothing in a file that nobody may mend.


def _recorded_words(node: Node, desk: Desk) -> str | None:
    word = word_of(node, desk, "some words")
    return None if word is None else word.text


def _recorded_names(node: Node, desk: Desk) -> Audiences | None:
    words = [word_of(item, desk, "an audience") for item in node.items] if isinstance(node, Sequence) else []
    return frozenset(word.text for word in words if word)


def _recorded_prose(node: Node, desk: Desk) -> Prose | None:
    word = word_of(node, desk, "some words")
    return None if word is None else _prose_of(word.text)


@cache
def _prose_of(words: str) -> Prose:
    """Its links lead from workstreams.yml, where the words come from. Most records hold the same words."""
    source = Source("workstreams.yml", words)

    def at_home(run: Run) -> tuple[Run, ...]:
        return (replace(run, written_at=source.whole),) if isinstance(run, Link | InlineImage) else (run,)

    passage = MarkdownPassage(source, words, source.span(0, len(words)))
    return map_runs(read_prose(passage, Desk(source, []), Where.FIELD), at_home)


_WORDS: Kind[str] = Kind("some words", _recorded_words, {"type": "string"})
_NAMES: Kind[Audiences] = Kind("audiences", _recorded_names, {"type": "array", "items": {"type": "string"}})
_PROSE: Kind[Prose] = Kind("a sentence or a few", _recorded_prose, {"type": "string"})

_ID = Field("id", _WORDS, "Its id.", is_required=True)
_TITLE = Field("title", _WORDS, "What it was called.", is_required=True)
_FOR = Field("for", _NAMES, "Who could see it.", is_required=True)
_TITLE_THEN = Shape("a project or measure of the record", (_ID, _TITLE, _FOR))


def _title_then(values: Values, _: Desk) -> TitleThen:
    return TitleThen(values.of(_ID, ""), values.of(_TITLE, ""), values.of(_FOR, frozenset()))


_TITLES_THEN = list_of(kind_of(_TITLE_THEN, _title_then))

_WHEN = Field("date", _WORDS, "Its date, in the words that readers had.", is_required=True)
_FIRST_DAY = Field("from", DAY, "The first day of that time.", is_required=True)
_LAST_DAY = Field("to", DAY, "The last day of that time.", is_required=True)
_VALUE = Field("value", NUMBER, "The number; without it, readers were told that it is there no more.")
_FIGURE = Shape("a figure of the record", (_WHEN, _FIRST_DAY, _LAST_DAY, _VALUE))


def _figure(values: Values, _: Desk) -> FigureThen | None:
    first, last = values.get(_FIRST_DAY), values.get(_LAST_DAY)
    if first is None or last is None:
        return None
    return FigureThen(values.of(_WHEN, ""), first, last, values.get(_VALUE))


_FIGURE_THEN = kind_of(_FIGURE, _figure)
_BASELINE = Field("baseline", _FIGURE_THEN, "Where it began.", is_required=True)
_TARGET = Field("target", _FIGURE_THEN, "Where it was to be, and when.", is_required=True)
_NEWEST = Field("newest", _FIGURE_THEN, "The newest reading on the day of the edition.")
_GIVEN_TO = Field("for", _NAMES, "Who had them, if not everyone who could see the edition.")
_FIGURES = Shape("the figures of a measure in the record", (_ID, _GIVEN_TO, _BASELINE, _TARGET, _NEWEST))


def _figures(values: Values, _: Desk) -> FiguresThen | None:
    baseline, target = values.get(_BASELINE), values.get(_TARGET)
    if baseline is None or target is None:
        return None
    return FiguresThen(values.of(_ID, ""), baseline, target, values.get(_NEWEST), values.get(_GIVEN_TO))


_PERSON_NAME = Field("name", _WORDS, "The person's name.")
_PERSON_ROLE = Field("role", _WORDS, "What they were responsible for.")
_PERSON_PUBLIC = Field("public", FLAG, "Whether residents might be told the name.")
_PERSON = Shape("a person of the record", (_PERSON_NAME, _PERSON_ROLE, _PERSON_PUBLIC))


def _person(values: Values, _: Desk) -> Person:
    return Person(values.of(_PERSON_NAME, ""), values.of(_PERSON_ROLE, ""), values.of(_PERSON_PUBLIC, False))


_PERSON_THEN = kind_of(_PERSON, _person)

_LEAD = Field("lead", _PERSON_THEN, "Who led it.", is_required=True)
_SUMMARY = Field("summary", _PROSE, "What it was for.")
_PLAIN = Field("plain", _PROSE, "The same in words for residents.")
_PROJECTS = Field("projects", _TITLES_THEN, "The projects in it that the edition's actions name.")
_WORKSTREAM = Shape("a workstream of the record", (_ID, _TITLE, _LEAD, _SUMMARY, _PLAIN, _FOR, _PROJECTS))


def _workstream(values: Values, _: Desk) -> WorkstreamThen:
    return WorkstreamThen(
        id=values.of(_ID, ""),
        title=values.of(_TITLE, ""),
        lead=values.of(_LEAD, Person("", "")),
        summary=values.of(_SUMMARY, ()),
        audiences=values.of(_FOR, frozenset()),
        plain=values.get(_PLAIN),
        projects=values.of(_PROJECTS, ()),
    )


_FILE = Field("file", _WORDS, "The file's name in the edition's folder.", is_required=True)
_DIGEST = Field("digest", _WORDS, "The sha256 of its words and fields.", is_required=True)
_SEALED_FILE = Shape("a file of the record", (_FILE, _DIGEST))
_NOTE_DATE = Field("date", DAY, "Its date.", is_required=True)
_SEALED_NOTE = Shape("a correction or withdrawal of the record", (_NOTE_DATE, _DIGEST))
_AWAITED = Shape("an awaited action of the record", (_ID, _FOR))


def _sealed_file(values: Values, _: Desk) -> SealedFile:
    return SealedFile(values.of(_FILE, ""), values.of(_DIGEST, ""))


def _sealed_note(values: Values, _: Desk) -> SealedNote:
    return SealedNote(values.of(_NOTE_DATE, date.min), values.of(_DIGEST, ""))


def _awaited(values: Values, _: Desk) -> AwaitedThen:
    return AwaitedThen(values.of(_ID, ""), values.of(_FOR, frozenset()))


_WAS_FROZEN = Field("frozen", FLAG, "Whether it had a record.", is_required=True)
_EDITION_BEFORE = Shape("the edition before that of the record", (_ID, _WAS_FROZEN))


def _edition_before(values: Values, _: Desk) -> EditionBefore:
    return EditionBefore(values.of(_ID, ""), values.of(_WAS_FROZEN, False))


_SEALED_NOTES = list_of(kind_of(_SEALED_NOTE, _sealed_note))

_VERSION_FIELD = Field("version", _WORDS, "The form of this file.", is_required=True)
_EDITION = Field("edition", _WORDS, "The edition's id.", is_required=True)
_FROZEN = Field("frozen", DAY, "The day on which it was first frozen.", is_required=True)
_BEFORE = Field("before", kind_of(_EDITION_BEFORE, _edition_before), "The edition that had come out last by then.")
_DIRECTOR = Field("director", _PERSON_THEN, "The programme's director.", is_required=True)
_FILES = Field("files", list_of(kind_of(_SEALED_FILE, _sealed_file)), "The edition's files.", is_required=True)
_KNOWN_CORRECTIONS = Field("corrections", _SEALED_NOTES, "The corrections that it knows.")
_KNOWN_WITHDRAWALS = Field("withdrawals", _SEALED_NOTES, "The withdrawals that it knows.")
_WORKSTREAMS = Field("workstreams", list_of(kind_of(_WORKSTREAM, _workstream)), "The workstreams.", is_required=True)
_MEASURES = Field("measures", _TITLES_THEN, "The measures that the edition's actions name.")
_FIGURES_FIELD = Field("figures", list_of(kind_of(_FIGURES, _figures)), "The figures that the edition's readers had.")
_AWAITED_FIELD = Field("awaited", list_of(kind_of(_AWAITED, _awaited)), "The actions that the edition's wait for.")
_SEAL_FIELD = Field(SEAL, _WORDS, "The sha256 of all the other fields.", is_required=True)
RECORD = Shape(
    "the record of an edition",
    (
        _VERSION_FIELD, _EDITION, _FROZEN, _BEFORE, _FOR, _DIRECTOR, _FILES, _KNOWN_CORRECTIONS, _KNOWN_WITHDRAWALS,
        _WORKSTREAMS, _MEASURES, _FIGURES_FIELD, _AWAITED_FIELD, _SEAL_FIELD,
    ),
)  # fmt: skip


def read_record(desk: Desk, edition_id: str, before: Collection[str] = ()) -> Record | None:
    """The record in an edition's folder; None after reporting that it is damaged.

    `before` are the ids that the edition had until it was given this one.
    """
    node = read_yaml(desk)
    if node is None or not _is_sealed(node, desk):
        return None
    values = RECORD.read(node, desk, desk.source.whole)
    if values is None or not _is_ours(values, edition_id, before, desk):
        return None
    return Record(
        frozen_on=values.of(_FROZEN, date.min),
        audiences=values.of(_FOR, frozenset()),
        director=values.of(_DIRECTOR, Person("", "")),
        workstreams=values.of(_WORKSTREAMS, ()),
        measures=values.of(_MEASURES, ()),
        awaited=values.of(_AWAITED_FIELD, ()),
        figures=values.of(_FIGURES_FIELD, ()),
        files=values.of(_FILES, ()),
        corrections=values.of(_KNOWN_CORRECTIONS, ()),
        withdrawals=values.of(_KNOWN_WITHDRAWALS, ()),
        before=values.get(_BEFORE),
        written_at=values.span_of(_FROZEN),
    )


def _is_sealed(node: Node, desk: Desk) -> bool:
    """Whether the file is as `golden freeze` wrote it, which its last line tells."""
    entries = node.entries if isinstance(node, Mapping) else ()
    seal = next((value for key, value in entries if key.text == SEAL), None)
    if isinstance(seal, Word) and seal.text == digest_of_fields(node, without=(SEAL,)):
        return True
    place = seal.span if isinstance(seal, Word) else desk.source.whole
    desk.report("frozen-record-damaged", "this record is not as `golden freeze` wrote it", place, _MEND)
    return False


def _is_ours(values: Values, edition_id: str, before: Collection[str], desk: Desk) -> bool:
    version, edition = values.of(_VERSION_FIELD, ""), values.of(_EDITION, "")
    if version != VERSION:
        desk.report(
            "frozen-record-damaged",
            f"this record has the form {version}, which we do not know",
            values.span_of(_VERSION_FIELD),
            "a newer golden wrote it: use that one",
        )
    elif edition not in (edition_id, *before):
        desk.report(
            "frozen-record-damaged",
            f"this is the record of the edition `{edition}`, in the folder of `{edition_id}`",
            values.span_of(_EDITION),
            "if the folder was copied, delete this file; if it was renamed, say "
            f"`moved-from: [{edition}]` in its edition.md",
        )
    return version == VERSION and edition in (edition_id, *before)
