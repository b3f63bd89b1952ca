"""The views of the site's pages, each from one briefing."""

from bisect import bisect_left
from collections.abc import Iterable

from generator.briefing import statement
from generator.briefing.anchors import headings_at_top, with_anchors
from generator.briefing.calendar import link_to_calendar
from generator.briefing.describe import Describer
from generator.briefing.feeds import feeds_of_programme
from generator.briefing.hosting import POLICY
from generator.briefing.measured import measure_view
from generator.briefing.measures import link_to_measures
from generator.briefing.newsletters import issue_view
from generator.briefing.open_data import link_to_data
from generator.briefing.opening import in_short, opening, shortened
from generator.briefing.page_views import (
    ActionPage,
    DocumentsPage,
    EditionPage,
    GlossaryPage,
    HomePage,
    MissingPage,
    ProgressPage,
    ReleaseView,
    TextPage,
    TimelinePage,
    UpdatesPage,
    WorkstreamsPage,
)
from generator.briefing.promises import (
    came_from,
    continued_as,
    edition_tallies,
    in_a_search,
    months_of_season,
    periods,
    promise,
    promises,
    since_last_update,
    tally_view,
    workstream_tallies,
)
from generator.briefing.reading_time import minutes_to_read, words_of
from generator.briefing.search import link_to_search
from generator.briefing.story import events_of
from generator.briefing.views import LinkTo, SiteView, TermGroup, TermView, WorkstreamView, YearView
from generator.domain import address
from generator.domain.edition import Edition
from generator.domain.issue import Issue
from generator.domain.library import Page
from generator.domain.progress import slip, sum_of
from generator.domain.prose import plain_words, words_of_runs
from generator.domain.thread import Standing, Thread

ABOUT = "about"
_SHOWN_ON_HOME = 8


def site(describe: Describer) -> SiteView:
    """What stands on every page. The writer's own pages stand in the footer, the one about the programme first."""
    _, content, audience = describe.translate, describe.content, describe.briefing.audience
    place_of = describe.alphabet.place_of
    ordered = sorted(content.pages, key=lambda page: (page.id != ABOUT, place_of(page.title)))
    pages = [LinkTo(page.title, address.of_page(page.id)) for page in ordered]
    documents = [LinkTo(_("Documents"), address.DOCUMENTS)] if content.documents else []
    glossary = [LinkTo(_("Glossary"), address.GLOSSARY)] if content.terms else []
    newsletters = [LinkTo(_("Newsletters"), address.NEWSLETTERS)] if content.programme.newsletters else []
    return SiteView(
        title=content.programme.title,
        organisation=content.programme.organisation,
        audience=audience.id,
        audience_title=audience.title,
        language=content.programme.language,
        direction=describe.wording.direction,
        canonical=audience.site,
        navigation=(
            describe.home,
            LinkTo(_("Updates"), address.UPDATES),
            LinkTo(_("Workstreams"), address.WORKSTREAMS),
            LinkTo(_("Actions"), address.ACTIONS),
            LinkTo(_("What is coming"), address.TIMELINE),
            LinkTo(_("Progress"), address.PROGRESS),
            *documents,
            link_to_search(describe),
        ),
        footer=(*pages, *newsletters, *glossary, *statement.links(describe)),
        contacts=tuple(describe.contact(contact) for contact in content.programme.contacts),
        feeds=feeds_of_programme(describe),
        policy=POLICY,
        is_indexed=not audience.is_internal,
        terms=tuple((term.term, term.means) for term in content.terms),
        locale=describe.wording.locale,
    )


def home(describe: Describer) -> HomePage:
    content = describe.content
    newest = describe.newest_first[0] if describe.newest_first else None
    coming = [thread for thread in describe.open_by_due if thread.due]
    return HomePage(
        address=address.HOME,
        title=content.programme.title,
        description=in_short(content.programme.objective),
        objective=content.programme.objective,
        director=describe.person(content.programme.director),
        latest=describe.edition(newest) if newest else None,
        since=since_last_update(describe),
        coming=promises(describe, coming[:_SHOWN_ON_HOME]),
        has_open=bool(describe.open_by_due),
        workstreams=_those_going_on(describe),
        measures=tuple(measure_view(describe, measure) for measure in content.measures),
        all_measures=link_to_measures(describe),
    )


def updates(describe: Describer) -> UpdatesPage:
    years: dict[str, list[Edition]] = {}
    for edition in describe.newest_first:
        years.setdefault(describe.wording.year(edition.published), []).append(edition)
    return UpdatesPage(
        address=address.UPDATES,
        title=describe.translate("Updates"),
        trail=(describe.home,),
        years=tuple(YearView(year, tuple(map(describe.edition, editions))) for year, editions in years.items()),
    )


def edition(describe: Describer, of: Edition, issues: Iterable[Issue] = ()) -> EditionPage:
    """`issues` are those of the audience's newsletters that draw on it."""
    editions = describe.content.editions
    at = bisect_left(editions, of.order, key=lambda edition: edition.order)
    return EditionPage(
        address=address.of_edition(of.id),
        title=of.title,
        description=in_short(opening(of.letter)),
        trail=(describe.home, LinkTo(describe.translate("Updates"), address.UPDATES)),
        release=ReleaseView(of.published.isoformat(), of.changed.isoformat()),
        published=describe.wording.day(of.published),
        director=describe.director_then(of),
        letter=with_anchors(of.letter, "letter"),
        contents=tuple(
            LinkTo(
                describe.workstream_then(of, update.workstream)[0].title, address.of_update(of.id, update.workstream)
            )
            for update in of.updates
        ),
        updates=tuple(describe.update(of, update) for update in of.updates),
        counts=describe.counts(of, of.updates),
        earlier=describe.link_to_edition(editions[at - 1]) if at > 0 else None,
        later=describe.link_to_edition(editions[at + 1]) if at + 1 < len(editions) else None,
        is_draft=not of.is_out(describe.briefing.on),
        corrections=describe.corrections(of),
        minutes_to_read=minutes_to_read(words_of(of)),
        issues=tuple(issue_view(describe, issue) for issue in issues),
    )


def _those_going_on(describe: Describer) -> tuple[WorkstreamView, ...]:
    """The workstreams that have not ended; all of them where none goes on."""
    every = tuple(describe.workstream(workstream) for workstream in describe.content.workstreams)
    return tuple(it for it in every if it.ended is None) or every


def workstreams(describe: Describer) -> WorkstreamsPage:
    return WorkstreamsPage(
        address=address.WORKSTREAMS,
        title=describe.translate("Workstreams"),
        trail=(describe.home,),
        workstreams=tuple(describe.workstream(workstream) for workstream in describe.content.workstreams),
    )


def action(describe: Describer, thread: Thread) -> ActionPage:
    newest = thread.latest.action
    standing = thread.standing(describe.briefing.on)
    short = promise(describe, thread)
    project, measure = describe.links_of(newest)
    return ActionPage(
        address=address.of_action(thread.id),
        title=thread.headline,
        description=shortened(in_a_search(describe, short, plain_words(newest.text))),
        trail=(describe.home, LinkTo(describe.translate("Actions"), address.ACTIONS)),
        words=newest.text[:1],
        standing=standing.value,
        due=short.due,
        due_months=months_of_season(describe, thread),
        first_due=describe.wording.due(thread.first_due) if thread.first_due and thread.was_moved else None,
        ended=short.ended,
        days_taken=thread.days_taken or 0 if standing is Standing.COMPLETED else 0,
        was_late=thread.was_late or standing is Standing.OVERDUE,
        workstream=short.workstream,
        project=project,
        measure=measure,
        events=events_of(
            thread,
            standing,
            describe.wording,
            describe.link_to_workstream,
            describe.editions.get,
            describe.briefing.on,
        ),
        waits_for=short.waits_for,
        waited_for_by=describe.links_to_open(describe.waiting_for.get(thread.id, ())),
        continues=came_from(describe, thread),
        continued_by=continued_as(describe, thread),
        is_restricted=short.is_restricted,
    )


def timeline(describe: Describer) -> TimelinePage:
    on = describe.briefing.on
    ordered = describe.open_by_due
    overdue = [thread for thread in ordered if thread.standing(on) is Standing.OVERDUE]  # they stand first
    calendar = link_to_calendar(describe)
    return TimelinePage(
        address=address.TIMELINE,
        title=describe.translate("What is coming"),
        trail=(describe.home,),
        as_of=describe.wording.day(on),
        overdue=promises(describe, overdue),
        periods=periods(describe, ordered[len(overdue) :]),
        undated=promises(describe, [thread for thread in ordered if thread.due is None]),
        calendar=calendar,
        calendar_address=f"{describe.briefing.audience.site}{calendar.address}" if calendar else "",
    )


def progress(describe: Describer) -> ProgressPage:
    """The headline is the worst of the workstreams', and the tally their sum: it cannot be greener than its parts."""
    threads = describe.threads.values()
    whole = sum_of(describe.tallies.values())
    slipped = slip(threads)
    return ProgressPage(
        address=address.PROGRESS,
        title=describe.translate("Progress"),
        trail=(describe.home,),
        as_of=describe.wording.day(describe.briefing.on),
        worst=whole.worst.value,
        tally=tally_view(whole),
        slipped=slipped.threads,
        average_slip=slipped.average_days,
        workstreams=workstream_tallies(describe),
        editions=edition_tallies(describe),
        measures=tuple(measure_view(describe, measure) for measure in describe.content.measures),
        all_measures=link_to_measures(describe),
        data=link_to_data(describe),
    )


def documents(describe: Describer) -> DocumentsPage:
    return DocumentsPage(
        address=address.DOCUMENTS,
        title=describe.translate("Documents"),
        trail=(describe.home,),
        documents=tuple(describe.document(document) for document in describe.content.documents),
    )


def glossary(describe: Describer) -> GlossaryPage:
    groups: dict[str, list[TermView]] = {}
    alphabet = describe.alphabet
    for term in sorted(describe.terms, key=lambda it: alphabet.place_of(it.term)):
        groups.setdefault(alphabet.letter(alphabet.folded(term.term)), []).append(term)
    return GlossaryPage(
        address=address.GLOSSARY,
        title=describe.translate("Glossary"),
        trail=(describe.home,),
        groups=tuple(TermGroup(letter, tuple(found)) for letter, found in groups.items()),
    )


def text(describe: Describer, page: Page) -> TextPage:
    body = with_anchors(page.body, "text")
    here = address.of_page(page.id)
    return TextPage(
        address=here,
        title=page.title,
        description=page.summary,
        trail=(describe.home,),
        summary=page.summary,
        body=body,
        contents=tuple(LinkTo(words_of_runs(it.runs), f"{here}#{it.anchor}") for it in headings_at_top(body)),
        minutes_to_read=minutes_to_read([page.body]),
    )


def missing(describe: Describer) -> MissingPage:
    return MissingPage(address=address.MISSING, title=describe.translate("Page not found"), is_found_anywhere=True)
