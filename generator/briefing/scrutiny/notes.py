"""What actions note of equality and of the climate."""

from collections.abc import Iterator

from generator.briefing.report_views import ReportFact, ReportItem, ReportPart
from generator.briefing.scrutiny.told import Told
from generator.domain.edition import Action
from generator.domain.thread import Mention


def parts(told: Told) -> Iterator[ReportPart]:
    say = told.say
    yield _part(told, "equality", say("Equality"), say("No action of the period carries a note on equality."))
    yield _part(told, "climate", say("Climate"), say("No action of the period carries a note on the climate."))


def _part(told: Told, kind: str, title: str, none: str) -> ReportPart:
    found = [
        (mention.workstream, _item(told, mention, note))
        for thread in told.threads
        for mention in thread.mentions
        if told.period.holds(mention.edition.published) and (note := _note(mention.action, kind))
    ]
    if not found:
        return ReportPart(f"part.{kind}", title, (none,))
    sentence = told.count(
        "%(num)s note was written with an action.", "%(num)s notes were written with actions.", len(found)
    )
    return ReportPart(f"part.{kind}", title, (sentence,), groups=told.groups(found))


def _note(action: Action, kind: str) -> str:
    return action.equality if kind == "equality" else action.climate


def _item(told: Told, mention: Mention, note: str) -> ReportItem:
    return told.item(mention, (ReportFact(told.say("Note"), note, told.edition(mention.edition)),))
