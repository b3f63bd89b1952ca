"""The views of the site's pages, each from one briefing."""

from generator.briefing.anchors import headings_at_top, with_anchors
from generator.briefing.describe import Describer, opening
from generator.briefing.views import (
    ActionPage,
    ActionsPage,
    ActionView,
    DocumentsPage,
    EditionPage,
    GlossaryPage,
    HomePage,
    LinkTo,
    MentionView,
    MissingPage,
    SiteView,
    TermGroup,
    TextPage,
    UpdatesPage,
    WorkstreamPage,
    WorkstreamsPage,
    YearView,
)
from generator.domain import address
from generator.domain.edition import Action, Edition, State
from generator.domain.headline import headline
from generator.domain.library import Page
from generator.domain.prose import Prose, plain_words, words_of_runs
from generator.domain.workstream import Workstream

ABOUT = "about"
_SHOWN_ON_HOME = 6
_LONGEST_DESCRIPTION = 155


def site(describe: Describer) -> SiteView:
    """What stands on every page. The page `about` stands in the main menu, all others in the footer."""
    _, content, audience = describe.translate, describe.content, describe.briefing.audience
    pages = [LinkTo(page.title, address.of_page(page.id)) for page in content.pages if page.id != ABOUT]
    about = [LinkTo(page.title, address.of_page(page.id)) for page in content.pages if page.id == ABOUT]
    documents = [LinkTo(_("Documents"), address.DOCUMENTS)] if content.documents else []
    glossary = [LinkTo(_("Glossary"), address.GLOSSARY)] if content.terms else []
    return SiteView(
        title=content.programme.title,
        organisation=content.programme.organisation,
        audience=audience.id,
        audience_title=audience.title,
        language=content.programme.language,
        direction=describe.wording.direction,
        canonical=audience.site,
        navigation=(
            _home_link(describe),
            LinkTo(_("Updates"), address.UPDATES),
            LinkTo(_("Workstreams"), address.WORKSTREAMS),
            LinkTo(_("Actions"), address.ACTIONS),
            *documents,
            *about,
        ),
        footer=(*glossary, *pages),
        contacts=tuple(describe.contact(contact) for contact in content.programme.contacts),
        terms=tuple((term.term, term.means) for term in content.terms),
    )


def _home_link(describe: Describer) -> LinkTo:
    return LinkTo(describe.translate("Home"), address.HOME)


def home(describe: Describer) -> HomePage:
    content = describe.content
    newest = describe.newest_first[0] if describe.newest_first else None
    actions = _actions_of(describe, newest) if newest else ()
    promised = [pair for pair in actions if pair[0].due and pair[0].state in (State.UNDER_WAY, State.FUTURE)]
    promised.sort(key=lambda pair: (pair[0].due, pair[0].id))
    completed = [view for action, view in actions if action.state is State.COMPLETED]
    return HomePage(
        address=address.HOME,
        title=content.programme.title,
        description=_in_short(content.programme.objective),
        objective=content.programme.objective,
        director=describe.person(content.programme.director),
        latest=describe.edition(newest) if newest else None,
        workstreams=tuple(describe.workstream(workstream) for workstream in content.workstreams),
        coming=tuple(view for _, view in promised[:_SHOWN_ON_HOME]),
        completed=tuple(completed[:_SHOWN_ON_HOME]),
        measures=tuple(describe.measure(measure) for measure in content.measures),
    )


def _actions_of(describe: Describer, edition: Edition) -> tuple[tuple[Action, ActionView], ...]:
    return tuple(
        (action, describe.action(edition, update, action)) for update in edition.updates for action in update.actions
    )


def updates(describe: Describer) -> UpdatesPage:
    years: dict[str, list[Edition]] = {}
    for edition in describe.newest_first:
        years.setdefault(describe.wording.year(edition.published), []).append(edition)
    return UpdatesPage(
        address=address.UPDATES,
        title=describe.translate("Updates"),
        trail=(_home_link(describe),),
        years=tuple(YearView(year, tuple(map(describe.edition, editions))) for year, editions in years.items()),
    )


def edition(describe: Describer, of: Edition) -> EditionPage:
    editions = describe.content.editions
    at = editions.index(of)
    return EditionPage(
        address=address.of_edition(of.id),
        title=of.title,
        description=_in_short(opening(of.letter)),
        trail=(_home_link(describe), LinkTo(describe.translate("Updates"), address.UPDATES)),
        published=describe.wording.day(of.published),
        director=describe.person(describe.content.programme.director),
        letter=with_anchors(of.letter, "letter"),
        contents=tuple(
            LinkTo(describe.link_to_workstream(update.workstream).title, address.of_update(of.id, update.workstream))
            for update in of.updates
        ),
        updates=tuple(describe.update(of, update) for update in of.updates),
        counts=describe.counts(of.updates),
        earlier=describe.link_to_edition(editions[at - 1]) if at > 0 else None,
        later=describe.link_to_edition(editions[at + 1]) if at + 1 < len(editions) else None,
        is_draft=not of.is_out(describe.briefing.on),
    )


def workstreams(describe: Describer) -> WorkstreamsPage:
    return WorkstreamsPage(
        address=address.WORKSTREAMS,
        title=describe.translate("Workstreams"),
        trail=(_home_link(describe),),
        workstreams=tuple(describe.workstream(workstream) for workstream in describe.content.workstreams),
    )


def workstream(describe: Describer, of: Workstream) -> WorkstreamPage:
    content = describe.content
    latest = describe.latest_update(of.id)
    older = [e for e in describe.newest_first if any(update.workstream == of.id for update in e.updates)][1:]
    priorities = {priority.id: priority.title for priority in content.programme.priorities}
    return WorkstreamPage(
        address=address.of_workstream(of.id),
        title=of.title,
        description=_in_short(of.summary),
        trail=(_home_link(describe), LinkTo(describe.translate("Workstreams"), address.WORKSTREAMS)),
        lead=describe.person(of.lead),
        summary=of.summary,
        priority=priorities.get(of.priority.id, "") if of.priority else "",
        projects=tuple(describe.project(project) for project in of.projects),
        measures=tuple(
            describe.measure(measure)
            for measure in content.measures
            if measure.workstream and measure.workstream.id == of.id
        ),
        latest=describe.update(*latest) if latest else None,
        earlier=tuple(LinkTo(edition.title, address.of_update(edition.id, of.id)) for edition in older),
    )


def actions(describe: Describer) -> ActionsPage:
    newest = [mentions[0] for mentions in describe.mentions.values()]
    newest.sort(key=lambda mention: (mention[2].due is None, mention[2].due, mention[2].id))
    sections = describe.sections(describe.action(*mention) for mention in newest)
    return ActionsPage(
        address=address.ACTIONS,
        title=describe.translate("Actions"),
        trail=(_home_link(describe),),
        sections=sections,
        contents=tuple(LinkTo(section.state, f"{address.ACTIONS}#{section.state}") for section in sections),
    )


def action(describe: Describer, action_id: str) -> ActionPage:
    mentions = describe.mentions[action_id]
    _, update, newest = mentions[0]
    return ActionPage(
        address=address.of_action(action_id),
        title=headline(newest.text),
        description=_in_short(newest.text),
        trail=(_home_link(describe), LinkTo(describe.translate("Actions"), address.ACTIONS)),
        state=newest.state.value,
        due=describe.wording.due(newest.due) if newest.due else None,
        mentions=tuple(
            MentionView(
                describe.link_to_edition(mention[0]),
                describe.wording.day(mention[0].published),
                describe.action(*mention),
            )
            for mention in mentions
        ),
        workstream=describe.link_to_workstream(update.workstream),
    )


def documents(describe: Describer) -> DocumentsPage:
    return DocumentsPage(
        address=address.DOCUMENTS,
        title=describe.translate("Documents"),
        trail=(_home_link(describe),),
        documents=tuple(describe.document(document) for document in describe.content.documents),
    )


def glossary(describe: Describer) -> GlossaryPage:
    groups: dict[str, list[str]] = {}
    terms = {term.term: describe.term(term) for term in describe.content.terms}
    for term in sorted(terms, key=str.casefold):
        groups.setdefault(term[0].upper(), []).append(term)
    return GlossaryPage(
        address=address.GLOSSARY,
        title=describe.translate("Glossary"),
        trail=(_home_link(describe),),
        groups=tuple(TermGroup(letter, tuple(terms[term] for term in found)) for letter, found in groups.items()),
    )


def text(describe: Describer, page: Page) -> TextPage:
    body = with_anchors(page.body, "text")
    here = address.of_page(page.id)
    return TextPage(
        address=here,
        title=page.title,
        description=page.summary,
        trail=(_home_link(describe),),
        summary=page.summary,
        body=body,
        contents=tuple(LinkTo(words_of_runs(it.runs), f"{here}#{it.anchor}") for it in headings_at_top(body)),
    )


def missing(describe: Describer) -> MissingPage:
    return MissingPage(address=address.MISSING, title=describe.translate("Page not found"), is_found_anywhere=True)


def _in_short(prose: Prose) -> str:
    """Words for search engines and previews: whole words, 155 characters at most."""
    words = plain_words(prose)
    if len(words) <= _LONGEST_DESCRIPTION:
        return words
    return f"{words[:_LONGEST_DESCRIPTION].rpartition(' ')[0]} …"
