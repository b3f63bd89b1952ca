"""The first lines of a report: all of it in sentences, whose figures are those of its tables."""

from collections.abc import Iterator

from generator.briefing.scrutiny import promises, sums
from generator.briefing.scrutiny.done import late_words, timing_of
from generator.briefing.scrutiny.report_describer import ReportDescriber
from generator.briefing.scrutiny.stopped import stopped_parts
from generator.domain.account import Account, StepKind


def summary_of(report: ReportDescriber) -> Iterator[str]:
    """The account in sentences; each figure is one of the tables'."""
    say, count, found = report.say, report.count, sums.account(report)
    if report.end < report.period.last:
        yield say("The period has not ended: this report tells what was known on %(day)s.") % {
            "day": report.day(report.end)
        }
    yield _drawn_from(report)
    yield " ".join((
        count("%(num)s promise was open when the period began.", "%(num)s promises were open when the period began.",
              found.before, say("No promise was open when the period began.")),
        count("%(num)s was made in it.", "%(num)s were made in it.", found.made, say("None was made in it.")),
        count("%(num)s was opened again.", "%(num)s were opened again.", found.reopened,
              say("None was opened again.")),
        *_replacing(report),
    ))  # fmt: skip
    yield " ".join((
        count("%(num)s promise was carried out.", "%(num)s promises were carried out.", found.kept,
              say("No promise was carried out.")),
        count("%(num)s was stopped.", "%(num)s were stopped.", found.stopped, say("None was stopped.")),
        count("%(num)s was continued as another.", "%(num)s were continued as others.", found.continued,
              say("None was continued as another.")),
        *promises.put_off_words(report),
    ))  # fmt: skip
    yield _left_open(report)
    if found.kept:
        yield _in_time(report)
    yield promises.moved_words(report)
    yield _beside(report, found)


def _replacing(report: ReportDescriber) -> Iterator[str]:
    if instead := promises.replacing(report):
        yield report.count("%(num)s of those made takes the place of an earlier one.",
                           "%(num)s of those made take the place of earlier ones.", instead)  # fmt: skip


def _drawn_from(report: ReportDescriber) -> str:
    if not report.editions:
        return report.say("No update came out in the period.")
    first, last = report.editions[0].title, report.editions[-1].title
    if len(report.editions) == 1:
        return report.say("This report draws on one update, %(edition)s.") % {"edition": first}
    return report.count(
        "This report draws on %(num)s update, from %(first)s to %(last)s.",
        "This report draws on %(num)s updates, from %(first)s to %(last)s.",
        len(report.editions), first=first, last=last,
    )  # fmt: skip


def _left_open(report: ReportDescriber) -> str:
    """Those on course, those overdue and those passed over alone are all that are open; what is overdue may have been
    passed over besides.
    """
    count, say = report.count, report.say
    if not report.open:
        return say("No promise is open at the end.")
    overdue, silent, rest = promises.open_threads(report)
    if not overdue and not silent:
        return " ".join((
            count(
                "That leaves %(num)s promise open at the end. It is on course: it is not overdue, and the newest update"
                " speaks of it.",
                "That leaves %(num)s promises open at the end. All of them are on course: none is overdue, and the"
                " newest update speaks of each.", len(report.open),
            ),
            *promises.course_words(report, rest),
        ))  # fmt: skip
    return " ".join((
        count("That leaves %(num)s promise open at the end.", "That leaves %(num)s promises open at the end.",
              len(report.open)),
        count("%(num)s is on course.", "%(num)s are on course.", len(rest), say("None is on course.")),
        *promises.course_words(report, rest),
        count("%(num)s is overdue.", "%(num)s are overdue.", len(overdue), say("None is overdue.")),
        *_passed_over(report, len(silent), sum(it.is_passed_over for it in overdue)),
    ))  # fmt: skip


def _passed_over(report: ReportDescriber, in_time: int, overdue: int) -> Iterator[str]:
    """Of how many the newest edition says nothing, by whether they are overdue."""
    if not in_time and not overdue:
        yield report.say("The newest updates speak of every open promise.")
    if in_time:
        yield report.count("The newest update says nothing of %(num)s promise that is not overdue.",
                           "The newest update says nothing of %(num)s promises that are not overdue.",
                           in_time)  # fmt: skip
    if overdue:
        yield report.count("The newest update says nothing of %(num)s overdue promise.",
                           "The newest update says nothing of %(num)s overdue promises.", overdue)  # fmt: skip


def _in_time(report: ReportDescriber) -> str:
    """When what was carried out was done, and what of it did not last."""
    count, say = report.count, report.say
    kept = report.steps_in_period(StepKind.KEPT)
    timing = timing_of(kept)
    again = sum(report.standing(it).is_open for it in {it.thread.id: it.thread for it in kept}.values())
    return " ".join(filter(None, (
        count("Of those carried out, %(num)s was done by the date first promised.",
              "Of those carried out, %(num)s were done by the date first promised.", timing.on_time,
              say("Of those carried out, none was done by the date first promised.")),
        *late_words(report, timing),
        count("%(num)s is open again at the end.", "%(num)s are open again at the end.", again) if again else "",
    )))  # fmt: skip


def _beside(report: ReportDescriber, found: Account) -> str:
    count, say, parts = report.count, report.say, len(stopped_parts(report))
    return " ".join(filter(None, (
        count("%(num)s more thing was done that no update had promised.",
              "%(num)s more things were done that no update had promised.", found.unpromised,
              say("Nothing was done that no update had promised.")),
        count("%(num)s thing was done as part of an earlier promise.",
              "%(num)s things were done as part of earlier promises.", found.in_part) if found.in_part else "",
        count("%(num)s thing was stopped as part of an earlier promise.",
              "%(num)s things were stopped as part of earlier promises.", parts) if parts else "",
    )))  # fmt: skip
