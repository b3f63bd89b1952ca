"""What one audience can find: every action from A to Z for all, and the records of an index for sites with scripts."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from generator.briefing.describe import Describer
from generator.briefing.hosting import SEARCH_POLICY
from generator.briefing.measured import measure_view
from generator.briefing.newsletters import address_of, title_of
from generator.briefing.search_views import (
    ChoiceView,
    EntryView,
    InitialView,
    LetterPage,
    SearchPage,
    SearchRecord,
    SearchView,
)
from generator.briefing.views import LinkTo
from generator.domain import address
from generator.domain.edition import Edition, Update
from generator.domain.newsletter import Format
from generator.domain.prose import plain_words
from generator.domain.thread import Standing, Thread

MOST_ON_ONE_PAGE = 400  # actions: a page of more is heavy on an old phone

Letters = Mapping[str, Sequence[Thread]]


def link_to_search(describe: Describer) -> LinkTo:
    """It is called what it is to its readers: without scripts there is nothing but the list."""
    words = describe.translate("Search") if describe.is_searched else describe.translate("A to Z")
    return LinkTo(words, address.SEARCH)


def search_page(describe: Describer, found: Letters) -> SearchPage:
    is_whole = not has_pages_of_letters(describe)
    return SearchPage(
        address=address.SEARCH,
        title=link_to_search(describe).title,
        trail=(describe.home,),
        search=_search(describe) if describe.is_searched else None,
        letters=tuple(_link(letter, is_whole) for letter in found),
        groups=tuple(_group(describe, *it) for it in found.items()) if is_whole else (),
        register=LinkTo(describe.translate("Actions"), address.ACTIONS),
    )


def letter_page(describe: Describer, letter: str, found: Letters) -> LetterPage:
    return LetterPage(
        address=address.of_letter(letter),
        title=describe.translate("Actions: %(letter)s") % {"letter": letter},
        trail=(describe.home, link_to_search(describe)),
        letters=tuple(_link(it, is_whole=False) for it in found),
        group=_group(describe, letter, found[letter]),
    )


def has_pages_of_letters(describe: Describer) -> bool:
    """Whether there are more actions than one page has room for."""
    return len(describe.threads) > MOST_ON_ONE_PAGE


def letters(describe: Describer) -> Letters:
    """The actions by the first letter of their names, as people look them up.

    Accents, case and small words at the beginning make no difference: "The lift works" stands under L.
    """
    alphabet, small = describe.alphabet, _small_words(describe)
    names = {it.id: _looked_up(alphabet.folded(it.headline), small) for it in describe.threads.values()}
    found: dict[str, list[Thread]] = {}
    for _, identity in sorted((alphabet.place(name), identity) for identity, name in names.items()):
        found.setdefault(alphabet.letter(names[identity]), []).append(describe.threads[identity])
    return found


def _small_words(describe: Describer) -> frozenset[str]:
    """Nobody looks an action up by these. A catalogue names those of its own language in their place."""
    words = _not_looked_up_by(describe.translate)
    is_ours = words == _not_looked_up_by(str)
    if is_ours and not describe.content.programme.language.startswith("en"):
        return frozenset()  # no catalogue says which words are small in this language
    return frozenset(map(describe.alphabet.folded, words.split()))


def _not_looked_up_by(say: Callable[[str], str]) -> str:
    # Translators: small words that a name may begin with, and that nobody looks it up by in an A to Z.
    # Name those of your own language, with spaces between.
    return say(
        "a an the we you our your it its they their this these those there "
        "is are was were be able to can could will would may must have has had"
    )


def _looked_up(folded: str, small: Set[str]) -> str:
    """The name from the first word on that tells something; the whole of it where none does."""
    rest = folded
    while rest:
        word, _, after = rest.partition(" ")
        if word not in small:
            return rest
        rest = after
    return folded


def _link(letter: str, is_whole: bool) -> LinkTo:
    return LinkTo(letter, f"{address.SEARCH}#{_anchor(letter)}" if is_whole else address.of_letter(letter))


def _anchor(letter: str) -> str:
    return f"letter.{letter.lower()}"


def _group(describe: Describer, letter: str, threads: Iterable[Thread]) -> InitialView:
    return InitialView(letter, _anchor(letter), tuple(_entry(describe, thread) for thread in threads))


def _entry(describe: Describer, thread: Thread) -> EntryView:
    return EntryView(
        title=thread.headline,
        address=address.of_action(thread.id),
        standing=thread.standing(describe.briefing.on).value,
        is_restricted=describe.is_restricted(thread.latest.edition.id, thread.id),
    )


def _search(describe: Describer) -> SearchView:
    every = describe.threads.values()
    found = {state for it in every for state in _states(it, it.standing(describe.briefing.on))}
    return SearchView(
        script=address.SEARCH_SCRIPT,
        policy=SEARCH_POLICY,
        workstreams=tuple(ChoiceView(it.id, it.title) for it in describe.content.workstreams),
        states=tuple(standing.value for standing in Standing if standing.value in found),
        editions=tuple(ChoiceView(it.id, it.title) for it in describe.newest_first),
    )


def records(describe: Describer, lists: Iterable[LinkTo] = ()) -> tuple[SearchRecord, ...]:
    """Everything that can be found, in an order that stays: the programme's own, and the newest edition first.

    `lists` lead to the site's own pages, such as its timeline; those that have a record anyway get no second one.
    """
    found = (
        *(_of_action(describe, thread) for thread in describe.threads.values()),
        *(record for edition in describe.newest_first for record in _of_edition(describe, edition)),
        *_of_workstreams(describe),
        *_of_measures(describe),
        *_of_issues(describe),
        *_of_library(describe),
    )
    known = {record.address for record in found}
    own = (_record(it.address, (), title=it.title, filters={"kind": ("page",)}) for it in lists)
    return (*found, *(record for record in own if record.address not in known))


def _of_action(describe: Describer, thread: Thread) -> SearchRecord:
    """With the words that earlier editions said it in: who remembers those has to find it, too."""
    latest = thread.latest
    standing = thread.standing(describe.briefing.on)
    project, _ = describe.links_of(latest.action)
    workstream = describe.link_to_workstream(latest.workstream).title
    said = dict.fromkeys(
        words
        for mention in reversed(thread.mentions)
        for words in (plain_words(mention.action.text), mention.action.reason)
        if words
    )
    is_restricted = describe.is_restricted(latest.edition.id, thread.id)
    return _record(
        address.of_action(thread.id),
        said,
        title=thread.headline,
        due=_time_told(describe, thread, standing),
        about=workstream,
        more=_line((project.title if project else "", *latest.action.tags, *_meanings(describe, said))),
        filters={
            "edition": tuple(dict.fromkeys(mention.edition.id for mention in thread.mentions)),
            "only": ("yes",) if is_restricted else (),
            "state": _states(thread, standing),
            "workstream": (latest.workstream,),
        },
    )


def _meanings(describe: Describer, said: Iterable[str]) -> Iterator[str]:
    """What the glossary's terms in these words mean: pages write that beside a term, so readers look for it."""
    words = "\n".join(said)
    for it in describe.terms:
        if it.term in words and re.search(rf"(?<!\w){re.escape(it.term)}(?!\w)", words):
            yield it.means


def _states(thread: Thread, standing: Standing) -> tuple[str, ...]:
    """What it is found by: what is overdue and not mentioned, by either."""
    is_forgotten = standing is Standing.OVERDUE and thread.is_passed_over
    return (standing.value, Standing.UNMENTIONED.value) if is_forgotten else (standing.value,)


def _time_told(describe: Describer, thread: Thread, standing: Standing) -> str:
    """When it is due; of what has ended the month in which it did, beside the word for that."""
    if thread.ended_in and not standing.is_open:
        return describe.wording.due(thread.ended_in.month).words
    return describe.translate("Due %(due)s") % {"due": describe.wording.due(thread.due).words} if thread.due else ""


def _of_edition(describe: Describer, edition: Edition) -> Iterator[SearchRecord]:
    """The letter, and what introduces each update; its actions have records of their own."""
    yield _record(
        address.of_edition(edition.id),
        (plain_words(edition.letter),),
        title=edition.title,
        due=describe.wording.day(edition.published).words,
        filters={"kind": ("edition",), "edition": (edition.id,)},
    )
    for update in edition.updates:
        if update.introduction:
            yield _of_update(describe, edition, update)


def _of_update(describe: Describer, edition: Edition, update: Update) -> SearchRecord:
    workstream, _ = describe.workstream_then(edition, update.workstream)
    return _record(
        address.of_update(edition.id, update.workstream),
        (plain_words(update.introduction),),
        title=_line((workstream.title, edition.title)),
        filters={"kind": ("update",), "edition": (edition.id,), "workstream": (update.workstream,)},
    )


def _of_workstreams(describe: Describer) -> Iterator[SearchRecord]:
    for workstream in describe.content.workstreams:
        lead = describe.person(workstream.lead)
        projects = (f"{it.title}. {plain_words(it.summary)}" for it in workstream.projects)
        yield _record(
            address.of_workstream(workstream.id),
            (plain_words(workstream.summary), *projects),
            title=workstream.title,
            more=_line((lead.name, lead.role)),
            filters={"kind": ("workstream",), "workstream": (workstream.id,)},
        )


def _of_measures(describe: Describer) -> Iterator[SearchRecord]:
    for measure in describe.content.measures:
        view, of = measure_view(describe, measure), measure.workstream
        notes = (reading.note for reading in (view.baseline, *view.readings, view.target))
        yield _record(
            view.address,
            (view.says, *notes),
            title=view.title,
            about=view.workstream.title if view.workstream else "",
            filters={"kind": ("measure",), "workstream": (of.id,) if of else ()},
        )


def _of_issues(describe: Describer) -> Iterator[SearchRecord]:
    for issue in describe.issues:
        if Format.HTML in issue.newsletter.formats:
            yield _record(
                address_of(issue),
                (),
                title=title_of(describe, issue),
                due=describe.wording.day(issue.published).words,
                filters={"kind": ("newsletter",), "edition": tuple(it.id for it in issue.editions)},
            )


def _of_library(describe: Describer) -> Iterator[SearchRecord]:
    for page in describe.content.pages:
        words = (page.summary, plain_words(page.body))
        yield _record(address.of_page(page.id), words, title=page.title, filters={"kind": ("page",)})
    for document in map(describe.document, describe.content.documents):
        where = f"{address.DOCUMENTS}#{document.anchor}"
        told = {"title": document.title, "about": document.kind}
        yield _record(where, (document.summary,), **told, filters={"kind": ("document",)})
    for term in describe.terms:
        where = f"{address.GLOSSARY}#{term.anchor}"
        told = {"title": term.term, "about": term.means}
        yield _record(where, (term.explained,), **told, filters={"kind": ("term",)})


def _record(where: str, words: Iterable[str], *, filters: Mapping[str, tuple[str, ...]], **told: str) -> SearchRecord:
    """What has no words of its own says its title again: a record without words is not found by its title either."""
    path, (_, mark, fragment) = address.file_at(where), where.partition("#")
    said = "\n".join(filter(None, words)) or told["title"]
    return SearchRecord(f"{path}{mark}{fragment}", said, tuple(told.items()), tuple(filters.items()))


def _line(words: Iterable[str]) -> str:
    return ", ".join(filter(None, words))
