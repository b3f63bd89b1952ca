"""`golden new`: the next edition, with every open promise in it."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.authoring.naming import (
    WEEKDAYS,
    EditionName,
    PublicationDay,
    day_of_publication,
    next_name,
    parse_name,
    this_month,
)
from generator.authoring.new_edition import LETTER, Beginning, begin_edition, begin_update
from generator.authoring.putting import put_files, put_folder
from generator.authoring.sourced_content import SourcedContent, read_sourced_content, what_hides_promises
from generator.authoring.story import due_in_words, title_of
from generator.commands.arguments import add_content_option, add_date, add_manners, clock
from generator.commands.manner import manner_of
from generator.commands.terminal import OK, Refused, say, stop_over
from generator.domain.due import Precision, Unclear, day_in_words, parse_due
from generator.domain.edition import Edition, Status
from generator.domain.thread import Thread
from generator.reading.desk import with_choice
from generator.text.plural import plural

EXAMPLES = """\
examples:
  golden new                                the month after the newest edition, or the next quarter
  golden new 2026-11                        the edition of November 2026
  golden new 2026-11-flood --title "Flood"  a special edition, which carries no promises forward
  golden new 2026-11 --workstream it        an update that is missing in an edition that is there already
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="EDITION", nargs="?", help="what it is called, such as 2026-11 or 2026-11-flood"
    )
    add_content_option(parser)
    parser.add_argument(
        "--title", metavar="WORDS", default="", help="its title; a regular edition has its month for one"
    )
    parser.add_argument(
        "--workstream", metavar="ID", help="add this workstream's missing update to an edition that is there already"
    )
    add_date(parser)
    add_manners(parser)
    parser.set_defaults(format="text")


def run(arguments: Namespace) -> int:
    manner = manner_of(arguments)
    content: Path = arguments.content
    sourced, sources, findings = read_sourced_content(content)
    errors = what_hides_promises(sourced, findings)
    if errors or sourced is None:
        them = "it" if len(errors) == 1 else "them"
        return stop_over(errors, sources, manner, f": nothing was made, because a promise may be hidden by {them}")
    today = clock(arguments)(sourced.content.programme)
    if arguments.workstream:
        beginning, told = _put_update(sourced, arguments)
    else:
        beginning, told = _put_edition(sourced, arguments, today)
    say("\n".join((*told, *_pressing(beginning, sourced, today))), manner)
    return OK


def _put_update(sourced: SourcedContent, arguments: Namespace) -> tuple[Beginning, Iterable[str]]:
    """The update that is missing in an edition, and what is told of it."""
    beginning = _update(sourced, arguments)
    folder = arguments.content / "editions" / beginning.name
    ((name, data),) = beginning.files.items()
    put_files({folder / name: data}, {folder / name: None})
    return beginning, (f"made {folder / name}, with {_promises(beginning)} carried forward",)


def _put_edition(sourced: SourcedContent, arguments: Namespace, today: date) -> tuple[Beginning, Iterable[str]]:
    """A whole edition, and what is told of it."""
    beginning, because = _edition(sourced, arguments, today)
    folder = arguments.content / "editions" / beginning.name
    put_folder(folder, beginning.files)
    meant = this_month(today)
    is_over = not arguments.name and beginning.published < today and str(meant) > beginning.name
    return beginning, _told(beginning, because, folder, meant if is_over else None)


def _edition(sourced: SourcedContent, arguments: Namespace, today: date) -> tuple[Beginning, str]:
    """What is to be made, and why it is for the day that it is for."""
    editions = sourced.content.editions
    name = _name(arguments.name) if arguments.name else next_name(editions, today)
    if not arguments.name:
        _refuse_second_draft(editions, name)
    folder = arguments.content / "editions" / str(name)
    if folder.exists():
        raise Refused(f"`{folder}` is there already, and is left as it is; {_instead(sourced, str(name))}")
    if name.is_special and not arguments.title.strip():
        raise Refused(f'a special edition needs a title: golden new {name} --title "..."')
    published = _published(name, sourced, today)
    return begin_edition(sourced, name, published.day, " ".join(arguments.title.split())), published.because


def _refuse_second_draft(editions: Sequence[Edition], name: EditionName) -> None:
    """Who names no edition wants the one that comes next, and that may be there already."""
    newest = next((it for it in reversed(editions) if not it.is_special), None)
    if newest is not None and newest.status is Status.DRAFT:
        raise Refused(
            f"{newest.title} is still a draft; to begin {name.month_in_words} beside it, say golden new {name}"
        )


def _name(words: str) -> EditionName:
    name = parse_name(words)
    if name is None:
        raise Refused(f"`{words}` cannot be an edition's name; {_better(words)}")
    return name


def _better(words: str) -> str:
    month = parse_due(re.sub(r"-(?=\d$)", "-0", words))
    if not isinstance(month, Unclear) and month.precision is Precision.MONTH:
        return f"did you mean {month.first_day:%Y-%m}?"
    return "write the year and the month, such as 2026-11, and for a special edition a name after it: 2026-11-flood"


def _instead(sourced: SourcedContent, name: str) -> str:
    """What the user of a name that is taken may have meant."""
    edition = sourced.content.edition(name)
    if edition is None or edition.is_special or name in sourced.frozen:
        return "choose another name"
    written = {update.workstream for update in edition.updates}
    asked = [it.id for it in sourced.content.workstreams if not it.is_over(edition.published)]
    missing = [it for it in asked if it not in written]
    if missing:
        return f"for the update that is missing, add --workstream {missing[0]}"
    return "choose another name"


def _published(name: EditionName, sourced: SourcedContent, today: date) -> PublicationDay:
    """A special edition is for now; a regular one keeps to the days of those before it."""
    if name.is_special:
        is_now = name.first_day <= today <= name.last_day
        return PublicationDay(today, "today") if is_now else PublicationDay(name.last_day, "the last day of its month")
    return day_of_publication(name, sourced.content.editions)


def _update(sourced: SourcedContent, arguments: Namespace) -> Beginning:
    if not arguments.name:
        raise Refused(f"name the edition as well: golden new 2026-11 --workstream {arguments.workstream}")
    if arguments.title:
        raise Refused("--title is for a whole edition; an update has none of its own")
    edition = sourced.content.edition(arguments.name)
    known = tuple(it.id for it in sourced.content.workstreams)
    if edition is None:
        raise Refused(f"there is no edition `{arguments.name}` yet; make it without --workstream")
    if arguments.workstream not in known:
        raise Refused(with_choice(f"there is no workstream `{arguments.workstream}`", arguments.workstream, known))
    if edition.id in sourced.frozen:
        raise Refused(f"{edition.title} is frozen: nothing can be added to it")
    if any(update.workstream == arguments.workstream for update in edition.updates):
        raise Refused(f"`{arguments.workstream}` has its update in {edition.title}, and it is left as it is")
    return begin_update(sourced, edition, arguments.workstream)


def _promises(beginning: Beginning) -> str:
    return f"{beginning.count} open promise{'' if beginning.count == 1 else 's'}"


def _told(beginning: Beginning, because: str, folder: Path, instead: EditionName | None) -> Iterator[str]:
    """Of a whole edition; `because` says why it is for its day, `instead` is one that may have been meant."""
    updates = len(beginning.files.keys() - {LETTER})
    if updates:
        carried = f"{_promises(beginning)} carried forward"
        yield f"made {folder}: a draft letter and {plural(updates, 'update')}, with {carried}"
    else:
        yield f"made {folder}: a draft letter, and nothing carried forward"
    day = f"{WEEKDAYS[beginning.published.weekday()]} {day_in_words(beginning.published)}"
    yield f"it is for {day}, {because}; `published` in its letter says so, and can be changed"
    if instead:
        month = instead.month_in_words
        yield f"that day is over: if it is to be {month}, delete the folder {folder}, and say golden new {instead}"
    if beginning.left_out:
        yield (
            f"it is not for {' and '.join(beginning.left_out)}, as the edition before it was not; "
            "`for` in its letter says so, and can be changed"
        )
    if beginning.news_to:
        yield (
            f"none of these promises is for {' and '.join(beginning.news_to)} yet; where one may be, "
            "change whom it is `for`, or take that out"
        )
    yield "it is a draft until `status: draft` is taken out of its letter"


def _pressing(beginning: Beginning, sourced: SourcedContent, today: date) -> Iterator[str]:
    """What is overdue, what will be when the edition's month begins, and what falls due within it. A special edition
    carries nothing.
    """
    month = parse_name(beginning.name)
    if month is None or month.is_special:
        return
    dued = [
        (thread, thread.due.last_day) for threads in beginning.promises.values() for thread in threads if thread.due
    ]
    begins = min(today, month.first_day)
    overdue = [thread for thread, day in dued if day < begins]
    before = [thread for thread, day in dued if begins <= day < month.first_day]
    due = [thread for thread, day in dued if month.first_day <= day <= month.last_day]
    late = f"overdue when {month.month_in_words} begins"
    for heading, threads in (("overdue", overdue), (late, before), (f"due in {month.month_in_words}", due)):
        if threads:
            yield from ("", f"{heading}:", *_by_workstream(threads, sourced))
    if not overdue and not before and not due:
        yield f"nothing is overdue, and nothing is due in {month.month_in_words}"


def _by_workstream(threads: Sequence[Thread], sourced: SourcedContent) -> Iterator[str]:
    widths = _width(thread.id for thread in threads), _width(due_in_words(it.due) for it in threads if it.due)
    workstream = ""
    for thread in threads:
        if thread.latest.workstream != workstream:
            workstream = thread.latest.workstream
            yield f"  {title_of(workstream, sourced.content)}"
        due = due_in_words(thread.due) if thread.due else ""
        yield f"    {thread.id:{widths[0]}}  {due:{widths[1]}}  {thread.headline}"


def _width(words: Iterable[str]) -> int:
    return max(map(len, words))
