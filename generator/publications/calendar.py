"""The calendar of what is due and of what came out."""

from collections.abc import Iterator

from generator.briefing.calendar import calendar
from generator.briefing.describe import Describer
from generator.domain import address
from generator.publications.artifact import Artifact, CalendarFile


def publish(describe: Describer) -> Iterator[Artifact]:
    made = calendar(describe)
    if made:
        yield Artifact(address.CALENDAR, CalendarFile(made, describe.content.programme.language))
