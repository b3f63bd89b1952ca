"""`golden thread`: what became of a promise, or which promises are open."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from shutil import get_terminal_size

from generator.authoring.listing import as_csv, as_json, in_order, mentions_as_csv, record_of, table, written_json
from generator.authoring.story import Story, tell
from generator.briefing.briefing import brief
from generator.commands.arguments import add_content_option, add_date, clock
from generator.commands.handing import add_output_file, hand_over
from generator.commands.recalled import recalled
from generator.commands.terminal import OK, Refused, warn_of
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.prose import plain_words
from generator.domain.saying import normal
from generator.domain.thread import Standing, Thread
from generator.domain.weaving import those_waiting, weave
from generator.reading.audiences import audience_named
from generator.reading.content import read_content
from generator.reading.desk import closest, with_choice
from generator.reading.identity import without_accents
from generator.reading.nearest import nearest
from generator.text.codes import Severity
from generator.text.plural import joined
from generator.text.wrapping import wrapped

EXAMPLES = """\
examples:
  golden thread                              the open promises, the overdue ones first
  golden thread site-visits                  what became of one of them, from the first update on
  golden thread --workstream it --all        all that one workstream ever reported
  golden thread --audience residents         what residents are told is open
  golden thread --all --format csv --output all.csv
                                             for a spreadsheet
"""
_WIDTH = 100  # columns where there is no terminal
_MOST_NAMED = 6
_MOST_WIDTH = 100  # of sentences: longer lines are hard to read


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?", help="an action's id; without it, the open promises are listed")
    add_content_option(parser)
    parser.add_argument("--workstream", metavar="ID", help="only what this workstream reports")
    parser.add_argument(
        "--audience",
        metavar="ID",
        help="only what this audience may know, of the editions that are out (default: all that is written)",
    )
    parser.add_argument("--all", action="store_true", help="list what is completed, stopped or continued as well")
    add_date(parser)
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="the form (default: %(default)s)"
    )
    add_output_file(parser)


def run(arguments: Namespace) -> int:
    folder: Path = arguments.content
    content, _, findings = read_content(folder, memory=recalled(folder))
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if content is None:
        return warn_of(errors, "so nothing can be told")
    on = clock(arguments)(content.programme)
    hand_over(_told(arguments, _narrowed(content, arguments.audience, on), on), arguments)
    return warn_of(errors, "so this may not be all") if errors else OK


def _narrowed(content: Content, audience_id: str | None, on: date) -> Content:
    if audience_id is None:
        return content
    return brief(content, audience_named(content.programme, audience_id), on).content


def _told(arguments: Namespace, content: Content, on: date) -> str:
    woven = weave(content.editions)
    known = tuple(it.id for it in content.workstreams)
    if arguments.workstream not in (None, *known):
        raise Refused(with_choice(f"there is no workstream `{arguments.workstream}`", arguments.workstream, known))
    if arguments.id is not None:
        thread = woven.get(arguments.id)
        if thread is None:
            raise Refused(f"there is no action `{arguments.id}`; {_closest(arguments.id, woven)}")
        return _ONE[arguments.format](thread, woven, content, on)
    listed = [
        thread
        for thread in in_order(woven.values(), on)
        if (arguments.all or thread.standing(on).is_open) and arguments.workstream in (None, thread.latest.workstream)
    ]
    return _MANY[arguments.format](listed, woven, content, on)


def _closest(name: str, woven: Mapping[str, Thread]) -> str:
    """The id that is most like it; else those in whose words it stands, for who asks knows a word or two."""
    speaking = [] if nearest(name.lower(), tuple(woven)) else [it for it in woven.values() if _speaks_of(it, name)]
    if not speaking:
        return closest(name, tuple(woven)) or "`golden thread --all` lists them"
    ids = [f"`{thread.id}`" for thread in speaking[:_MOST_NAMED]]
    more = [f"{len(speaking) - _MOST_NAMED} more"] if len(speaking) > _MOST_NAMED else []
    return f"{joined([*ids, *more])} {'speaks' if len(speaking) == 1 else 'speak'} of it"


def _speaks_of(thread: Thread, words: str) -> bool:
    sought = _folded(words)
    return bool(sought) and any(sought in _folded(plain_words(it.action.text)) for it in thread.mentions)


def _folded(words: str) -> str:
    return without_accents(normal(words)).casefold()


def _story(thread: Thread, woven: Mapping[str, Thread], content: Content, on: date) -> str:
    width = min(get_terminal_size((_WIDTH, 24)).columns, _MOST_WIDTH)
    return "\n".join(_lines_of(tell(thread, woven, content, on), width)) + "\n"


def _lines_of(story: Story, width: int) -> Iterator[str]:
    yield from wrapped(story.title, width)
    yield ""
    for event in story.events:
        yield from wrapped(event, width)
    for when, words in story.words:
        yield from ("", *wrapped(when, width), *wrapped(words, width, "  ", "  "))
    if story.ties:
        yield ""
    for tie in story.ties:
        yield from wrapped(tie, width)


def _table(threads: Sequence[Thread], _: Mapping[str, Thread], content: Content, on: date) -> str:
    lines = table(threads, content, on, get_terminal_size((_WIDTH, 24)).columns) if threads else []
    return "\n".join([*lines, *([""] if lines else []), _count(threads, on)]) + "\n"


def _count(threads: Sequence[Thread], on: date) -> str:
    standings = [thread.standing(on) for thread in threads]
    is_open = sum(standing.is_open for standing in standings)
    overdue = standings.count(Standing.OVERDUE)
    closed = len(standings) - is_open
    counts = f"{is_open or 'no'} open promise{'' if is_open == 1 else 's'}"
    late = f", {overdue} of them overdue" if overdue else ""
    return (
        f"{counts}{late}"
        + (f", and {closed} that {'is' if closed == 1 else 'are'} closed" if closed else "")
        + f", on {day_in_words(on)}"
    )


Teller = Callable[[Thread, Mapping[str, Thread], Content, date], str]
Lister = Callable[[Sequence[Thread], Mapping[str, Thread], Content, date], str]

_ONE: Mapping[str, Teller] = {
    "text": _story,
    "json": lambda thread, woven, _, on: written_json(record_of(thread, those_waiting(woven), on)),
    "csv": lambda thread, _woven, _content, _on: mentions_as_csv(thread),
}
_MANY: Mapping[str, Lister] = {
    "text": _table,
    "json": lambda threads, woven, _, on: as_json(threads, woven, on),
    "csv": lambda threads, _woven, _content, on: as_csv(threads, on),
}
