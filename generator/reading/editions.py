"""Editions: the letter in edition.md, and the updates beside it in Markdown or YAML."""

import re
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from generator.domain.due import MONTHS, Due
from generator.domain.edition import Edition, Status, Update, month_in_name
from generator.domain.programme import Acceptance
from generator.reading.desk import Desk, looked_up
from generator.reading.front_matter import read_front_matter
from generator.reading.kinds import DAY, NAME_PATTERN, TEXT, choice_of
from generator.reading.prose import read_prose
from generator.reading.records import CORRECTIONS, WITHDRAWALS, digest_of_fields, digest_of_markdown, newest_first
from generator.reading.settings import ACCEPT, FOR, MOVED_FROM, audiences_of, audiences_or_default
from generator.reading.shape import Field, Shape, Values
from generator.reading.unanswered import report_unanswered
from generator.reading.update_markdown import read_update_body
from generator.reading.update_yaml import FOR as UPDATE_FOR
from generator.reading.update_yaml import UPDATE, read_update_values
from generator.reading.yaml import read_yaml
from generator.text.source import Span

_MONTHLY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")

_MISNAMED = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})")
_HEADING = re.compile(r"^#{1,3} +(?P<words>[^\n#]+?)[ \r]*$", re.MULTILINE)
_PUBLISHED = Field(
    "published", DAY, "The day of publication; before it, the edition is in no output.", is_required=True
)
_STATUS = Field("status", choice_of(Status), "`draft` keeps it out of every output; without it, `published`.")
_TITLE = Field("title", TEXT, "What it is called; without it, the month in its folder's name.")
EDITION = Shape("an edition", (_PUBLISHED, _STATUS, FOR, _TITLE, ACCEPT, CORRECTIONS, WITHDRAWALS, MOVED_FROM))

# An update's front matter in Markdown; the same fields stand at the top of an update in YAML.
UPDATE_FRONT = Shape("an update", (UPDATE_FOR, ACCEPT))


_FIELD_OF_UPDATE = re.compile(rf"^(?:{'|'.join(it.name for it in UPDATE.fields)}) *:", re.MULTILINE)


def read_edition(desk: Desk) -> tuple[Edition | None, tuple[Acceptance, ...]]:
    """The edition without its updates, from its edition.md; its folder's name is its id."""
    name = PurePosixPath(desk.source.path).parent.name
    front, body = read_front_matter(desk)
    letter = read_prose(body, desk) if body else ()
    values = EDITION.read(front, desk, desk.source.whole) if front else None
    if values is None:
        return None, ()
    accepted = values.of(ACCEPT, ())
    where = values.span_of(_PUBLISHED)
    if not NAME_PATTERN.fullmatch(name):
        desk.report(
            "bad-id",
            f"`{name}` cannot be part of an address",
            desk.source.whole,
            "name the edition's folder with small letters, digits and hyphens, such as 2020-01",
        )
    status = values.of(_STATUS, Status.DRAFT if values.has(_STATUS) else Status.PUBLISHED)
    if body and status is Status.PUBLISHED:
        report_unanswered(body, desk)
    month = _month_named(name, values, desk)
    edition = Edition(
        id=name,
        title=values.of(_TITLE, f"{MONTHS[month.first_day.month - 1]} {month.first_day.year}" if month else name),
        published=values.of(_PUBLISHED, date.max),
        status=status,
        audiences=audiences_or_default(values, "editions", where, desk, f"the edition `{name}`"),
        letter=letter,
        corrections=newest_first(values.of(CORRECTIONS, ())),
        withdrawals=newest_first(values.of(WITHDRAWALS, ())),
        moved_from=values.of(MOVED_FROM, ()),
        named_for=None if values.has(_TITLE) else month,
        written_at=where,
        digest=digest_of_markdown(front, body),
    )
    return edition, accepted


def _month_named(name: str, values: Values, desk: Desk) -> Due | None:
    """The month for which it is named, and which is its title. One keeps that title under another name."""
    names = (name, *(former.id for former in values.of(MOVED_FROM, ())))
    monthly = next((found for found in map(_MONTHLY.fullmatch, names) if found), None)
    if monthly is None and not values.has(_TITLE):
        remedy = "add `title:`; only editions named like 2020-01 have one by themselves"
        if misnamed := _MISNAMED.fullmatch(name):
            year, number = misnamed["year"], int(misnamed["month"])
            example = f"{year}-{number:02}" if 1 <= number <= 12 else f"as one from {year}-01 to {year}-12"
            remedy = f"if it is a month's edition, name its folder {example}; any other has a `title:`"
        desk.report("missing-field", f"the edition `{name}` has no `title`", values.span, remedy)
    return month_in_name(monthly.group()) if monthly else None


def read_update(desk: Desk) -> tuple[Update | None, tuple[Acceptance, ...]]:
    """One workstream's update; its file's name is the workstream's id, its form is known by the file's ending."""
    path = PurePosixPath(desk.source.path)
    return _read_yaml_update(desk, path.stem) if path.suffix != ".md" else _read_markdown_update(desk, path.stem)


def _read_markdown_update(desk: Desk, workstream: str) -> tuple[Update | None, tuple[Acceptance, ...]]:
    front, body = read_front_matter(desk)
    if body is None:
        return None, ()
    values = UPDATE_FRONT.read(front, desk, desk.source.whole) if front else None
    introduction, actions = read_update_body(body, desk)
    digest = digest_of_markdown(front, body)
    update = Update(workstream, introduction, actions, frozenset(), desk.source.whole, digest)
    if values is None:  # it has been reported; until it is mended, nobody sees the update
        return update, ()
    return replace(update, audiences=audiences_of(values, UPDATE_FOR)), values.of(ACCEPT, ())


def _markdown_heading(desk: Desk) -> Span | None:
    """The first of our headings in a file that has no field of an update; to YAML it would be a comment."""
    text = desk.source.text
    if _FIELD_OF_UPDATE.search(text):
        return None
    headings = (it for it in _HEADING.finditer(text) if looked_up(it["words"]) in desk.rules.headings)
    return next((desk.source.span(*it.span()) for it in headings), None)


def _read_yaml_update(desk: Desk, workstream: str) -> tuple[Update | None, tuple[Acceptance, ...]]:
    if markdown := _markdown_heading(desk):
        path = PurePosixPath(desk.source.path)
        desk.report(
            "wrong-type",
            f"this update is written in Markdown, but its name ends with `{path.suffix}`",
            markdown,
            f"name the file {path.stem}.md",
        )
        return None, ()
    node = read_yaml(desk)
    values = None if node is None else UPDATE.read(node, desk, desk.source.whole)
    if values is None:
        return None, ()
    introduction, actions = read_update_values(values, desk)
    audiences = audiences_of(values, UPDATE_FOR)
    update = Update(workstream, introduction, actions, audiences, desk.source.whole, digest_of_fields(node))
    return update, values.of(ACCEPT, ())
