"""`golden status`: where an edition stands. No page is made for it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import get_terminal_size

from generator.authoring.listing import cut
from generator.authoring.status import (
    ELSEWHERE,
    LETTER,
    SOON,
    EditionStatus,
    Handed,
    PartStatus,
    Promise,
    as_csv,
    as_json,
    status_of,
)
from generator.checks.all import check_all, conclude
from generator.commands.arguments import add_content_option, add_date, clock
from generator.commands.handing import add_output_file, hand_over
from generator.commands.recalled import recalled
from generator.commands.terminal import CONTENT_HAS_ERRORS, OK, Refused
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import Edition
from generator.reading.content import read_content
from generator.reading.desk import closest
from generator.text.excerpt import columns, visible
from generator.text.plural import plural
from generator.text.wrapping import wrapped

EXAMPLES = """\
examples:
  golden status                       the newest edition: who has handed in, what is due and overdue
  golden status 2026-10               an earlier one
  golden status --strict              fail while an update is missing or only begun, or something is an error
  golden status --format csv --output status.csv
                                      for a spreadsheet
"""
_HEADS = ("workstream", "update", "open", "overdue", "errors", "warnings", "advice")
_WIDTH = 80
_MOST_WIDTH = 100  # longer lines are hard to read
_LEAST_TITLE = 12
_GAP = "  "


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("edition", metavar="EDITION", nargs="?", help="its folder's name (default: the newest edition)")
    add_content_option(parser)
    add_date(parser)
    parser.add_argument(
        "--strict",
        action="store_true",
        help="fail while an update is missing or only begun, or something is an error",
    )
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="the form (default: %(default)s)"
    )
    add_output_file(parser)


def run(arguments: Namespace) -> int:
    folder: Path = arguments.content
    content, sources, findings = read_content(folder, memory=recalled(folder))
    if content is None:
        sys.stderr.write("golden: programme.yml cannot be read; `golden check` shows what to mend\n")
        return CONTENT_HAS_ERRORS
    on = clock(arguments)(content.programme)
    edition = _asked(content, arguments.edition)
    findings.extend(check_all(content, sources, on))
    status = status_of(content, edition, conclude(findings, content), on)
    hand_over(_FORMS[arguments.format](status), arguments)
    return CONTENT_HAS_ERRORS if arguments.strict and not status.is_whole else OK


def _asked(content: Content, name: str | None) -> Edition:
    """The edition of that name, or the newest regular one, or else the newest."""
    if not content.editions:
        raise Refused("there is no edition yet; `golden new` begins one")
    if name is None:
        regular = (it for it in reversed(content.editions) if not it.is_special)
        return next(regular, content.editions[-1])
    known = tuple(it.id for it in content.editions)
    found = content.edition(name)
    if found is None:
        raise Refused(f"there is no edition `{name}`; {closest(name, known) or f'the newest is `{known[-1]}`'}")
    return found


def _text(status: EditionStatus) -> str:
    width = min(get_terminal_size((_WIDTH, 24)).columns, _MOST_WIDTH)
    lines = [*wrapped(_about(status), width), "", *_table(status, width), ""]
    lines += wrapped(_missing(status), width)
    lines += _list("overdue", status.overdue, status, width)
    lines += _list(f"due by {day_in_words(status.on + SOON)}", status.soon, status, width)
    return "\n".join(lines) + "\n"


def _about(status: EditionStatus) -> str:
    if status.published is None:
        return f"{status.title}: {'a draft, ' if status.is_draft else ''}without a day of publication that can be read"
    day = day_in_words(status.published)
    if status.is_draft:
        return f"{status.title}: a draft, for {day}"
    return f"{status.title}: {'published' if status.published <= status.on else 'to be published'} on {day}"


def _table(status: EditionStatus, width: int) -> Iterator[str]:
    """A line a part, but for other files that have nothing to mend. Figures stand to the right."""
    rows = [_row(part, status) for part in status.parts if part.id != ELSEWHERE or part.has_findings]
    widths = [max(columns(row[number]) for row in (_HEADS, *rows)) for number in range(len(_HEADS))]
    others = sum(widths[1:]) + len(_GAP) * (len(widths) - 1)
    widths[0] = min(widths[0], max(_LEAST_TITLE, width - others))
    for row in (_HEADS, *rows):
        cells = [_left(cut(row[0], widths[0]), widths[0]), _left(row[1], widths[1])]
        cells += [cell.rjust(wide) for cell, wide in zip(row[2:], widths[2:], strict=True)]
        yield _GAP.join(cells)


def _row(part: PartStatus, status: EditionStatus) -> tuple[str, ...]:
    """Only workstreams make promises: the places of others stay empty."""
    letter = _letter(status) if part.id == LETTER and part.handed is None else ""
    promises = (str(part.open), str(part.overdue)) if part.handed else ("", "")
    findings = (str(part.errors), str(part.warnings), str(part.advice))
    return (visible(part.title), part.handed.value if part.handed else letter, *promises, *findings)


def _letter(status: EditionStatus) -> str:
    if status.is_draft:
        return "draft"
    if status.published is None:
        return "no date"
    return "published" if status.published <= status.on else "planned"


def _left(words: str, width: int) -> str:
    return words + " " * (width - columns(words))


def _missing(status: EditionStatus) -> str:
    """Who has handed in, and who has not, in a sentence."""
    every = status.workstreams
    done = sum(part.handed is Handed.IN for part in every)
    if not every:
        return "no workstream has an update here"
    if done == len(every):
        return f"all {plural(done, 'workstream')} have handed in" if done > 1 else f"{every[0].title} has handed in"
    said = f"{done} of {plural(len(every), 'workstream')} {'has' if done == 1 else 'have'} handed in"
    waiting = (
        f"{word}: {', '.join(part.title for part in every if part.handed is handed)}"
        for handed, word in _WAITING
        if any(part.handed is handed for part in every)
    )
    return "; ".join([said if done else "nobody has handed in yet", *waiting])


_WAITING = ((Handed.BEGUN, "begun, with nothing new"), (Handed.MISSING, "missing"))


def _list(heading: str, promises: Sequence[Promise], status: EditionStatus, width: int) -> Iterator[str]:
    if not promises:
        yield from ("", f"nothing is {heading}")
        return
    titles = {part.id: part.title for part in status.parts}
    yield from ("", f"{heading}: {plural(len(promises), 'promise')}")
    for it in promises:
        where = titles.get(it.workstream, it.workstream)
        yield from wrapped(f"{it.words} ({where}, due {it.due}; {it.id})", width, "- ", "  ")


_FORMS: Mapping[str, Callable[[EditionStatus], str]] = {"text": _text, "json": as_json, "csv": as_csv}
