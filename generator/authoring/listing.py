"""Threads in rows, for a terminal and for other programs: a plain table, JSON and CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate

from generator.authoring.story import STANDINGS, due_in_words, title_of
from generator.domain.content import Content
from generator.domain.due import Due
from generator.domain.mention import Mention
from generator.domain.prose import plain_words
from generator.domain.thread import Standing, Thread, Threads
from generator.domain.weaving import those_waiting
from generator.text.cells import harmless
from generator.text.excerpt import CUT, columns, visible

_LONGEST_ID = 32  # columns; a longer one takes room from the words of its own row
_GAP = "  "
_LEAST_WORDS = 12
_LEAST_WORDS_BESIDE = 20

Cell = str | int | None
Record = Mapping[str, object]


def in_order(threads: Iterable[Thread], on: date) -> list[Thread]:
    """The overdue first, then the open by their due, those without one last; then what is closed, the newest first."""

    def place(thread: Thread) -> tuple[int, int, str]:
        standing = thread.standing(on)
        group = 0 if standing is Standing.OVERDUE else 1 if standing.is_open else 2
        if group == 2:
            ended = thread.ended_in or thread.latest.edition
            return group, -ended.published.toordinal(), thread.id
        return group, (thread.due.last_day if thread.due else date.max).toordinal(), thread.id

    return sorted(threads, key=place)


def table(threads: Sequence[Thread], content: Content, on: date, width: int) -> list[str]:
    """A line a thread under a line of headings: words are cut where a line would be wider than the terminal.

    Where hardly any of them would be left, they stand in a line of their own below.
    """
    rows = [("id", "due", "state", "workstream", "words"), *(_row(thread, content, on) for thread in threads)]
    widths = [max(columns(row[number]) for row in rows) for number in range(4)]
    widths[0] = min(widths[0], _LONGEST_ID)
    room = width - sum(widths) - len(widths) * len(_GAP)
    if room < _LEAST_WORDS_BESIDE and any(columns(row[4]) > room for row in rows[1:]):
        head, *lines = (_line((*row[:4], ""), widths, width).rstrip() for row in rows)
        words = (_GAP + cut(row[4], width - len(_GAP)) for row in rows[1:])
        return [head, *(each for pair in zip(lines, words, strict=True) for each in pair)]
    return [_line(row, widths, width) for row in rows]


def _row(thread: Thread, content: Content, on: date) -> tuple[str, ...]:
    return (
        thread.id,
        due_in_words(thread.due) if thread.due else "-",
        STANDINGS[thread.standing(on)],
        visible(title_of(thread.latest.workstream, content)),
        visible(plain_words(thread.latest.action.text[:1])),
    )


def _line(row: Sequence[str], widths: Sequence[int], width: int) -> str:
    start = "".join(f"{cell}{' ' * (wide - columns(cell))}{_GAP}" for cell, wide in zip(row, widths, strict=False))
    return start + cut(row[4], max(_LEAST_WORDS, width - columns(start)))


def cut(words: str, room: int) -> str:
    """The words in so many columns."""
    if columns(words) <= room:
        return words
    ends = accumulate(map(columns, words))
    return words[: sum(1 for end in ends if end <= room - len(CUT))].rstrip() + CUT


def as_json(threads: Sequence[Thread], woven: Threads, on: date) -> str:
    """Every thread with all its mentions."""
    waiting = those_waiting(woven)
    records = [record_of(thread, waiting, on) for thread in threads]
    return written_json({"on": on.isoformat(), "count": len(threads), "threads": records})


def written_json(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def record_of(thread: Thread, waiting: Mapping[str, Sequence[str]], on: date) -> Record:
    """`waiting` has those that wait for each action, as `those_waiting` gives them."""
    closed, promised = thread.closed_in, thread.promised_in
    return {
        "id": thread.id,
        "standing": thread.standing(on).value,
        "passed_over": thread.is_passed_over,
        "workstream": thread.latest.workstream,
        "words": thread.headline,
        "due": _due(thread.due),
        "first_due": _due(thread.first_due),
        "promised_in": promised.edition.id if promised else None,
        "closed_in": closed.edition.id if closed else None,
        "days_taken": thread.days_taken,
        "slipped_days": _slipped_days(thread),
        "moves": [
            {
                "edition": move.edition.id,
                "from": _due(move.before),
                "to": _due(move.after),
                "days": move.days,
                "reason": move.reason,
            }
            for move in thread.moves
        ],
        "waits_for": [it.id for it in thread.latest.action.after],
        "waited_for_by": list(waiting.get(thread.id, ())),
        "continues": list(thread.continues),
        "continued_by": [identity for _, identity in thread.continued_by],
        "mentions": [_mention(mention) for mention in thread.mentions],
    }


def _slipped_days(thread: Thread) -> int | None:
    """None for what never had a date: 0 days would say that it had one, and kept to it."""
    return thread.slipped_days if thread.due else None


def _mention(mention: Mention) -> Record:
    action = mention.action
    return {
        "edition": mention.edition.id,
        "published": _published(mention),
        "workstream": mention.workstream,
        "state": action.state.value,
        "due": _due(action.due),
        "reason": action.reason,
        "words": plain_words(action.text),
    }


def _published(mention: Mention) -> str | None:
    """None where the edition gives no day that can be read."""
    day = mention.edition.published
    return day.isoformat() if day < date.max else None


def _due(due: Due | None) -> Record | None:
    if due is None:
        return None
    return {"words": due.words, "first_day": due.first_day.isoformat(), "last_day": due.last_day.isoformat()}


def as_csv(threads: Sequence[Thread], on: date) -> str:
    """A row a thread."""
    names = ("id", "standing", "passed_over", "workstream", "due", "last_day", "first_due", "moves", "slipped_days",
             "promised_in", "closed_in", "words")  # fmt: skip
    return comma_separated(names, (_cells(thread, on) for thread in threads))


def _cells(thread: Thread, on: date) -> tuple[Cell, ...]:
    closed, promised = thread.closed_in, thread.promised_in
    return (
        thread.id,
        thread.standing(on).value,
        "yes" if thread.is_passed_over else "no",
        thread.latest.workstream,
        thread.due.words if thread.due else None,
        thread.due.last_day.isoformat() if thread.due else None,
        thread.first_due.words if thread.first_due else None,
        len(thread.moves),
        _slipped_days(thread),
        promised.edition.id if promised else None,
        closed.edition.id if closed else None,
        plain_words(thread.latest.action.text),
    )


def mentions_as_csv(thread: Thread) -> str:
    """A row a mention of one thread."""
    names = ("edition", "published", "workstream", "state", "due", "last_day", "reason", "words")
    return comma_separated(names, (_mention_cells(mention) for mention in thread.mentions))


def _mention_cells(mention: Mention) -> tuple[Cell, ...]:
    action = mention.action
    return (
        mention.edition.id,
        _published(mention),
        mention.workstream,
        action.state.value,
        action.due.words if action.due else None,
        action.due.last_day.isoformat() if action.due else None,
        action.reason,
        plain_words(action.text),
    )


def comma_separated(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table for spreadsheets, with its heads; no cell of it is run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()
