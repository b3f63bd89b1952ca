"""Actions, their histories and measures as data that others use, for one audience.

The form is that of a Data Package (https://specs.frictionlessdata.io/data-package/). Names of columns and their few
fixed words are for programs and last; what they mean is said in the language of the site.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.briefing.data_columns import action_columns, measure_columns, mention_columns
from generator.briefing.describe import Describer
from generator.briefing.open_data_views import (
    Cell,
    DataDownload,
    DataFileView,
    DataPage,
    DataTable,
    Histories,
    LicenceView,
    PackageView,
    Row,
    RowOf,
)
from generator.briefing.views import LinkTo
from generator.domain import address
from generator.domain.due import Due
from generator.domain.measure import Measure, Reading
from generator.domain.mention import EditionMark, Mention
from generator.domain.prose import Prose, plain_words
from generator.domain.thread import Standing, Thread
from generator.reading.identity import id_from_words

_LINE_END = re.compile(r"\s*\n\s*")
_NOT_DUE: Row = (None,) * 4


def link_to_data(describe: Describer) -> LinkTo:
    return LinkTo(describe.translate("Data to use"), address.DATA)


def data_page(describe: Describer, package: PackageView) -> DataPage:
    licence = package.licence
    return DataPage(
        address=address.DATA,
        title=link_to_data(describe).title,
        description=package.description,
        trail=(describe.home,),
        dataset=package.title,
        files=(
            *(_data_file(it) for it in package.tables),
            _data_file(package.histories),
        ),
        package=_file(address.DATA_PACKAGE),
        licence=LinkTo(licence.title, licence.address) if licence else None,
        ask=describe.in_other_formats(package.title),
    )


def _data_file(of: DataTable | Histories) -> DataFileView:
    return DataFileView(f"data.{of.name}", of.title, of.description, _file(of.address), of.columns)


def _file(path: str) -> DataDownload:
    return DataDownload(path.rpartition(".")[2], path)


def package(describe: Describer, tables: tuple[DataTable, ...], histories: Histories) -> PackageView:
    """What the files are together. The licence is for the public: what the council's own people read has none."""
    programme, audience = describe.content.programme, describe.briefing.audience
    licence = None if audience.is_internal else programme.open_data.licence
    title = {"programme": programme.title}
    newest = describe.newest_first[0].id if describe.newest_first else ""
    return PackageView(
        name="-".join(filter(None, (id_from_words(programme.title), audience.id))),
        title=describe.translate("%(programme)s: promises and measures") % title,
        description=describe.translate("What was promised, what became of it, and what is measured."),
        publisher=programme.organisation,
        homepage=f"{audience.site}{address.DATA}" if audience.site else "",
        version=newest,
        as_of=describe.briefing.on.isoformat(),
        licence=LicenceView(licence.name, licence.title, licence.address) if licence else None,
        tables=tuple(replace(table, rows=()) for table in tables),
        histories=replace(histories, table=replace(histories.table, rows=()), rows=()),
    )


def actions(describe: Describer) -> DataTable:
    return DataTable(
        name="actions",
        address=address.DATA_ACTIONS,
        title=describe.translate("Actions"),
        description=describe.translate("Every action once, as it stood on %(day)s.")
        % {"day": describe.wording.day(describe.briefing.on).words},
        columns=action_columns(describe.translate),
        key=("id",),
        rows=tuple(RowOf(partial(_of_thread, describe, it), it.id) for it in describe.threads.values()),
    )


def histories(describe: Describer, table: DataTable) -> Histories:
    """The actions of the table, each with what every edition said of it."""
    return Histories(
        name="histories",
        address=address.DATA_HISTORIES,
        title=describe.translate("Actions with their histories"),
        description=describe.translate("The same actions, each with what every update said of it, oldest first."),
        table=table,
        columns=mention_columns(describe.translate),
        rows=tuple(partial(_history, describe, thread) for thread in describe.threads.values()),
    )


def measures(describe: Describer) -> DataTable:
    return DataTable(
        name="measures",
        address=address.DATA_MEASURES,
        title=describe.translate("Measures"),
        description=describe.translate("Every number that is followed: where it began, each reading, and its target."),
        columns=measure_columns(describe.translate),
        key=("measure", "point"),
        rows=tuple(row for measure in describe.content.measures for row in _of_measure(describe, measure)),
    )


def _of_thread(describe: Describer, thread: Thread) -> Row:
    latest, closed = thread.latest, thread.closed_in
    project, measure = describe.links_of(latest.action)
    standing = thread.standing(describe.briefing.on)
    known_project = latest.action.project.id if latest.action.project and project else None
    known_measure = latest.action.measure.id if latest.action.measure and measure else None
    return (
        thread.id,
        all(mention.action.has_written_id for mention in thread.mentions),
        describe.whole(address.of_action(thread.id)),
        thread.headline,
        _in_a_line(latest.action.text),
        latest.workstream,
        describe.link_to_workstream(latest.workstream).title,
        standing.value,
        *_mark(thread.promised_in.edition if thread.promised_in else None),
        *_due(describe, thread.first_due),
        *_due(describe, thread.due),
        len(thread.slips),
        thread.slipped_days if thread.due else None,
        thread.was_late or standing is Standing.OVERDUE,
        thread.is_passed_over,
        *_mark(latest.edition),
        *_mark(closed.edition if closed else None),
        thread.days_taken,
        len(thread.reopenings),
        latest.action.reason or None,
        known_project,
        known_measure,
        tuple(reference.id for reference in latest.action.after),
        thread.continues,
        tuple(identity for _, identity in thread.continued_by),
        latest.action.tags,
        *_mark(thread.ended_in if standing is Standing.CONTINUED else None),
    )


def _history(describe: Describer, thread: Thread) -> tuple[Row, ...]:
    return tuple(_of_mention(describe, mention) for mention in thread.mentions)


def _of_mention(describe: Describer, mention: Mention) -> Row:
    return (
        *_mark(mention.edition),
        mention.workstream,
        mention.action.state.value,
        _in_a_line(mention.action.text),
        *_due(describe, mention.action.due),
        mention.action.reason or None,
    )


def _of_measure(describe: Describer, measure: Measure) -> Iterator[RowOf]:
    points = (("baseline", measure.baseline), *(("reading", it) for it in measure.readings), ("target", measure.target))
    for number, (kind, reading) in enumerate(points, 1):
        yield RowOf(partial(_of_point, describe, measure, number, kind, reading))


def _of_point(describe: Describer, measure: Measure, number: int, kind: str, reading: Reading) -> Row:
    return (
        measure.id,
        number,
        kind,
        measure.title,
        measure.unit or None,
        measure.better.value,
        measure.workstream.id if measure.workstream else None,
        *_due(describe, reading.date),
        f"{reading.value:f}",
        reading.note or None,
    )


def _in_a_line(prose: Prose) -> str:
    """Code alone has lines of its own, and a table whose rows are lines is one that any tool can count."""
    return _LINE_END.sub(" ", plain_words(prose)).strip()


def _mark(edition: EditionMark | None) -> tuple[Cell, Cell]:
    return (edition.id, edition.published.isoformat()) if edition else (None, None)


def _due(describe: Describer, due: Due | None) -> Row:
    """In words, how exactly, and from which day to which."""
    if due is None:
        return _NOT_DUE
    first, last = due.first_day.isoformat(), due.last_day.isoformat()
    return describe.wording.due(due).words, due.precision.value, first, last
