"""The calendar of what is due and of what came out."""

from collections.abc import Iterator
from functools import partial

from generator.briefing.calendar import calendar, link_to_calendar
from generator.briefing.describe import Describer
from generator.domain import address
from generator.publications.artifact import Artifact, CalendarFile, PageOf, Subject


def publish(describe: Describer) -> Iterator[PageOf]:
    if link_to_calendar(describe):
        yield PageOf(Subject.REGISTER, address.CALENDAR, address.CALENDAR, partial(_file, describe))


def _file(describe: Describer) -> Artifact:
    made = CalendarFile(calendar(describe), describe.content.programme.language)
    return Artifact(address.CALENDAR, made)
