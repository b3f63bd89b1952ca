"""The views of the pages that list actions for good: all of them, and each workstream's, with their earlier years."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from generator.briefing.anchors import with_anchors
from generator.briefing.describe import Describer
from generator.briefing.feeds import feed_of_workstream
from generator.briefing.measured import measure_view
from generator.briefing.open_data import link_to_data
from generator.briefing.opening import in_short
from generator.briefing.page_views import (
    ActionsPage,
    ActionsYearPage,
    RecentView,
    StandingGroup,
    WorkstreamGroup,
    WorkstreamPage,
    WorkstreamYearPage,
)
from generator.briefing.promises import completed_by_edition, promises
from generator.briefing.views import LinkTo
from generator.domain import address
from generator.domain.edition import State
from generator.domain.register import Register
from generator.domain.thread import Standing, Thread, by_due
from generator.domain.workstream import Workstream


def actions(describe: Describer) -> ActionsPage:
    register = describe.registers.actions
    threads = describe.threads.values()
    listed = [it for it in threads if it.ended_in is None or register.shows(it.ended_in.published)]
    return ActionsPage(
        address=address.ACTIONS,
        title=describe.translate("Actions"),
        trail=(describe.home,),
        groups=_groups(describe, address.ACTIONS, threads, listed),
        workstreams=_workstreams_of(describe, threads),
        count=len(describe.threads),
        listed=len(listed),
        recent=_recent(describe, register, address.of_year),
        data=link_to_data(describe),
    )


def actions_of_year(describe: Describer, year: int) -> ActionsYearPage:
    register = describe.registers.actions
    ended = [it for it in describe.threads.values() if it.ended_in is not None and it.ended_in.published.year == year]
    words = _year(describe, year)
    here = address.of_year(year)
    return ActionsYearPage(
        address=here,
        title=describe.translate("Actions that ended in %(year)s") % {"year": words},
        trail=(describe.home, LinkTo(describe.translate("Actions"), address.ACTIONS)),
        year=words,
        groups=_groups(describe, here, ended, ended),
        workstreams=_workstreams_of(describe, ended),
        count=len(ended),
        years=_years(describe, register, address.of_year),
    )


def workstream(describe: Describer, of: Workstream) -> WorkstreamPage:
    content, register = describe.content, describe.registers.of(of.id)
    latest = describe.latest_update(of.id)
    threads = [thread for thread in describe.threads.values() if thread.latest.workstream == of.id]
    stopped = [it for it in _stopped(threads) if it.ended_in and register.shows(it.ended_in.published)]
    priorities = {priority.id: priority.title for priority in content.programme.priorities}
    return WorkstreamPage(
        address=address.of_workstream(of.id),
        title=of.title,
        description=in_short(of.summary),
        trail=(describe.home, LinkTo(describe.translate("Workstreams"), address.WORKSTREAMS)),
        lead=describe.person(of.lead),
        ended=describe.wording.day(of.ended) if of.ended and of.is_over(describe.briefing.on) else None,
        summary=of.summary,
        priority=priorities.get(of.priority.id, "") if of.priority else "",
        projects=tuple(describe.project(project) for project in of.projects),
        measures=tuple(
            measure_view(describe, measure)
            for measure in content.measures
            if measure.workstream and measure.workstream.id == of.id
        ),
        feed=feed_of_workstream(describe, of),
        latest=LinkTo(latest[0].title, address.of_update(latest[0].id, of.id)) if latest else None,
        introduction=with_anchors(latest[1].introduction, "latest") if latest else (),
        open=promises(describe, (it for it in describe.open_by_due if it.latest.workstream == of.id)),
        completed=completed_by_edition(describe, of.id, register.shows),
        stopped=promises(describe, stopped),
        recent=_recent(describe, register, lambda year: address.of_workstream_year(of.id, year)),
    )


def workstream_of_year(describe: Describer, of: Workstream, year: int) -> WorkstreamYearPage:
    stopped = _stopped(it for it in describe.threads.values() if it.latest.workstream == of.id)
    words, own = _year(describe, year), describe.link_to_workstream(of.id)
    return WorkstreamYearPage(
        address=address.of_workstream_year(of.id, year),
        title=describe.translate("Completed and stopped in %(year)s") % {"year": words},
        trail=(describe.home, LinkTo(describe.translate("Workstreams"), address.WORKSTREAMS), own),
        year=words,
        workstream=own,
        completed=completed_by_edition(describe, of.id, lambda day: day.year == year),
        stopped=promises(describe, (it for it in stopped if it.ended_in and it.ended_in.published.year == year)),
        years=_years(describe, describe.registers.of(of.id), lambda it: address.of_workstream_year(of.id, it)),
    )


def _stopped(threads: Iterable[Thread]) -> list[Thread]:
    """The newest first."""
    found = (thread for thread in threads if thread.latest.action.state is State.STOPPED)
    return sorted(found, key=_when_it_ended, reverse=True)


def _when_it_ended(thread: Thread) -> tuple[date, str]:
    return thread.ended_in.order if thread.ended_in else (date.min, "")


def _groups(
    describe: Describer, here: str, every: Iterable[Thread], listed: Iterable[Thread]
) -> tuple[StandingGroup, ...]:
    """The threads by where they stand, counted as they are in all, and in lines as far as they are listed."""
    on = describe.briefing.on
    counted = Counter(thread.standing(on) for thread in every)
    lines: dict[Standing, list[Thread]] = {standing: [] for standing in Standing}
    for thread in sorted(listed, key=by_due):
        lines[thread.standing(on)].append(thread)
    for standing, found in lines.items():
        if not standing.is_open:
            found.sort(key=_when_it_ended, reverse=True)
    return tuple(
        StandingGroup(standing.value, f"{here}#{standing}", counted[standing], len(found), promises(describe, found))
        for standing, found in lines.items()
        if counted[standing]
    )


def _workstreams_of(describe: Describer, threads: Iterable[Thread]) -> tuple[WorkstreamGroup, ...]:
    counted = Counter(thread.latest.workstream for thread in threads)
    return tuple(
        WorkstreamGroup(workstream.id, describe.link_to_workstream(workstream.id), counted[workstream.id])
        for workstream in describe.content.workstreams
        if counted[workstream.id]
    )


def _recent(describe: Describer, register: Register, page_of: Callable[[int], str]) -> RecentView | None:
    if not register.years:
        return None
    up_to = describe.wording.day(describe.newest_first[0].published)
    return RecentView(up_to, _years(describe, register, page_of))


def _years(describe: Describer, register: Register, page_of: Callable[[int], str]) -> tuple[LinkTo, ...]:
    return tuple(LinkTo(_year(describe, year), page_of(year)) for year in register.years)


def _year(describe: Describer, year: int) -> str:
    return describe.wording.year(date(year, 1, 1))
