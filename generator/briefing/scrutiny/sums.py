"""The promises in figures: from those open at the start to those open at the end, in three tables that agree."""

from generator.briefing.report_views import ReportCell, ReportPart, ReportTable
from generator.briefing.scrutiny.report_describer import ReportDescriber, number
from generator.domain.account import Account, account_of, steps_of
from generator.domain.thread import Thread


def account(report: ReportDescriber) -> Account:
    return account_of(report.steps, report.period)


def figures(report: ReportDescriber) -> ReportPart:
    say = report.say
    return ReportPart(
        anchor="part.figures",
        title=say("The promises in figures"),
        sentences=(
            say(
                "A promise is open from the update that makes it to the update that says it is done or stopped, or"
                " in which it is continued as others. Each figure is a count of promises that this report names."
            ),
        ),
        tables=(_sum(report), _by_edition(report), _by_workstream(report)),
    )


def _sum(report: ReportDescriber) -> ReportTable:
    say, found = report.say, account(report)
    rows = (
        (say("Open when the period began"), found.before, ""),
        (say("Promised in the period"), found.made, "+"),
        (say("Opened again in the period"), found.reopened, "+"),
        (say("Done in the period"), found.kept, "−"),
        (say("Stopped in the period"), found.stopped, "−"),
        (say("Continued as other promises"), found.continued, "−"),
        (say("Open at the end"), found.open, "="),
    )
    return ReportTable(
        caption=say("From the promises open at the start to those open at the end"),
        # Translators: The head of a column with plus, minus and equals signs.
        head=(say("What happened"), say("Sign"), say("Promises")),
        rows=tuple((ReportCell(name), ReportCell(sign), number(count)) for name, count, sign in rows),
        is_sum=True,
    )


def _heads(report: ReportDescriber) -> tuple[str, ...]:
    say = report.say
    # Translators: Said of one promise, and the head of a column of numbers: how many promises. Take words for both.
    return (say("Promised"), say("Opened again"), say("Done"), say("Stopped"), say("Continued"))


def _counts(found: Account) -> tuple[ReportCell, ...]:
    return tuple(map(number, (found.made, found.reopened, found.kept, found.stopped, found.continued)))


def _by_edition(report: ReportDescriber) -> ReportTable:
    say = report.say
    rows = []
    for edition in report.editions:
        before = [it for it in report.steps if it.edition.order < edition.order]
        own = account_of((it for it in report.steps if it.edition.id == edition.id), report.period)
        open_after = sum(it.kind.sign for it in before) + own.open
        rows.append((ReportCell("", report.edition(edition)), *_counts(own), number(open_after)))
    return ReportTable(
        caption=say("Update by update"),
        head=(say("Update"), *_heads(report), say("Open after it")),
        rows=(*rows, (ReportCell(say("The period")), *_counts(account(report)), number(account(report).open))),
        is_sum=True,
    )


def _by_workstream(report: ReportDescriber) -> ReportTable:
    """A promise counts to the workstream that spoke of it last."""
    say = report.say
    threads: dict[str, list[Thread]] = {it.id: [] for it in report.now.content.workstreams}
    for thread in report.threads:
        threads.setdefault(thread.latest.workstream, []).append(thread)
    rows = []
    for workstream, own in threads.items():
        found = account_of((step for thread in own for step in steps_of(thread)), report.period)
        name = report.now.link_to_workstream(workstream).title
        rows.append((ReportCell(name), number(found.before), *_counts(found), number(found.open)))
    whole = account(report)
    return ReportTable(
        caption=say("By workstream"),
        head=(say("Workstream"), say("Open at the start"), *_heads(report), say("Open at the end")),
        rows=(*rows, (ReportCell(say("All")), number(whole.before), *_counts(whole), number(whole.open))),
        is_sum=True,
    )
