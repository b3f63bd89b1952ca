"""What a row of a table says: whose action it is, in which state, and when it is due."""

from collections.abc import Iterator
from dataclasses import replace

from generator.domain.edition import State
from generator.domain.prose import BulletList, Paragraph, Prose
from generator.importing.columns import NO_STATE, NO_WORKSTREAM
from generator.importing.counting import count_sentences, texts_of
from generator.importing.document import in_a_line
from generator.importing.doubts import told_by_marks
from generator.importing.dues import certain, promised_due, remark_on, uncertain_date
from generator.importing.heads import Head, Heads, status
from generator.importing.placed import PlacingOptions, Planned
from generator.importing.rows import Row, actions_in
from generator.importing.shaping import SAYS_NOTHING, begun_with_words, says_nothing, without_quotes
from generator.importing.writing import can_be_value
from generator.reading.names import fault_of_id
from generator.values import dataclass

_ACROSS = "it stands across the whole table, as a heading does"


@dataclass(frozen=True, slots=True)
class Around:
    """Where the row stands: the workstream, the state and the project that are known before it is read."""

    workstream: str
    state: State | None
    project: str


@dataclass(frozen=True, slots=True)
class Said:
    """The row's actions, or `why` it has none that can be placed.

    `became` are the words that are no longer words; `extra_sentences` as Placing has them, for the bullets of a cell
    and for a cell that becomes a line below an action, with the head of its column before it. `near` is the name that
    is not quite the workstream's for which it was taken.
    """

    workstream: str = ""
    actions: tuple[Planned, ...] = ()
    became: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    extra_sentences: int = 0
    why: str = ""
    near: str = ""


def heading_in(row: Row, heads: Heads) -> Head | None:
    """The head that a row is with words in its first cell alone, where they surely name a workstream or a state."""
    is_heading = row.is_across or row.is_begun_alone
    head = heads.read(row.words, is_heading=row.is_across) if is_heading else None
    return head if head and not head.is_near else None


def what_is_said(row: Row, around: Around, heads: Heads, options: PlacingOptions) -> Said:
    action, owner = row.of("action"), row.of("owner")
    if row.is_across:
        return Said(why=_ACROSS)
    if action is None:
        return Said(why="the row has no action")
    named = row.of("workstream")
    head = heads.workstream(named.words) if named else None
    if named and (head is None or head.workstream is None):
        return Said(why=f"no workstream is called “{named.words}”")
    led = heads.workstream(owner.words) if owner and not named and not around.workstream else None
    workstream = (head and head.workstream) or around.workstream or (led and led.workstream) or ""
    near = next((it.words for it, by in ((named, head), (owner, led)) if it and by and by.is_near), "")
    if not workstream:
        return Said(why=NO_WORKSTREAM)
    if options.workstream and workstream != options.workstream:
        return Said(why=f"it is of another workstream than {options.workstream}")
    said = row.of("status")
    state, is_all = status(said.words) if said else (None, False)
    state, is_all = (state, is_all) if state else (around.state, False)
    if state is None:
        return Said(why=f"“{said.words}” does not say whether it is done" if said else NO_STATE)
    if says_nothing(action.words):
        return Said(why=SAYS_NOTHING)
    return replace(_planned(row, _Settled(action.prose, workstream, state, around.project, is_all), options), near=near)


@dataclass(frozen=True, slots=True)
class _Settled:
    """What is certain of a row: the cell of its action and where that belongs. `is_state_all` says that the cell of the
    state says nothing more.
    """

    cell: Prose
    workstream: str
    state: State
    project: str
    is_state_all: bool


def _planned(row: Row, settled: _Settled, options: PlacingOptions) -> Said:
    cell, state, project = settled.cell, settled.state, settled.project
    entries = {it.field: it for it in row.entries}
    due, reason, name = entries.get("due"), entries.get("reason"), entries.get("id")
    used = {"action", "workstream", *(["status"] if settled.is_state_all else [])}
    values = {"due": "", "reason": "", "id": ""}
    remarks: list[str] = []
    if due and not due.is_empty:
        sure = certain(due.words, options.quarters)
        values["due"] = sure.words if sure else ""
        remarks += filter(None, [remark_on(due.words, sure)])
    if reason and state is State.STOPPED and can_be_value(reason.words):
        values["reason"] = reason.words
    if name and not fault_of_id(name.words):
        values["id"] = name.words
    used |= {field for field, value in values.items() if value}
    became = tuple(it.words for it in row.entries if it.field in used - {"action"})
    below = [it for it in row.entries if it.field not in used and not it.is_empty]
    details = tuple(it.detail for it in below)
    actions: list[Planned] = []
    for number, item in enumerate(actions_in(cell)):
        text = begun_with_words(without_quotes(item))
        remarks += told_by_marks(text)
        first = values if number == 0 else {**values, "id": ""}
        text = (*text, BulletList(tuple((it,) for it in details))) if details and number == 0 else text
        first = first if first["due"] or due else {**first, "due": due_in(text[:1], state, options)}
        actions.append(Planned(state, text, project=project, **first))
    if len(actions) > 1:
        with_first = "; what its other cells say stands with the first" if details else ""
        remarks.append(f"{len(actions)} actions stand in one cell{with_first}")
    extra = _extra_sentences(cell, cell) + sum(_extra_sentences(it.prose, (it.detail,)) for it in below)
    return Said(settled.workstream, tuple(actions), became, tuple(remarks), extra)


def _extra_sentences(cell: Prose, written: Prose) -> int:
    """How many more sentences are written than there are in the cell, counted in one line."""
    return count_sentences(texts_of(written)) - count_sentences(texts_of((Paragraph(in_a_line(cell)),)))


def due_in(text: Prose, state: State, options: PlacingOptions) -> str:
    """What the sentence says itself; of what is done or stopped a date says something else."""
    return promised_due("\n".join(texts_of(text)), options.month, options.quarters) if state.is_open else ""


def date_to_ask(text: Prose, state: State, options: PlacingOptions) -> Iterator[str]:
    """A remark on what a sentence says of its date, and nobody can know for certain."""
    words = uncertain_date("\n".join(texts_of(text)), options.quarters) if state.is_open else ""
    if words:
        yield f"“{words}” gives no due date, for it may be meant in two ways: write it with its month and its year"
