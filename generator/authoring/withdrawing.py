"""Taking words, a name or a whole action out of what was published, and telling the readers that it was done."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from generator.authoring.cutting import links_to, without_action, without_references
from generator.authoring.leftovers import documents_that_hold, names_that_hold, paragraphs_in, places_in
from generator.authoring.notices import resealed, with_withdrawal
from generator.authoring.occurrences import Sought
from generator.authoring.proposal import Proposal, all_findings, new_errors
from generator.authoring.redaction import Redaction, names_instead, redacted
from generator.authoring.sheets import sheet_in, text_of
from generator.briefing.briefing import brief
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import Action, Edition
from generator.domain.programme import Programme
from generator.domain.prose import plain_words
from generator.domain.record import Withdrawal, Withdrawn, stand_in
from generator.domain.thread import Standing
from generator.domain.weaving import weave
from generator.reading.content import read_content
from generator.reading.desk import with_choice
from generator.reading.records import FILE_NAME
from generator.text import UserError
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.source import Source
from generator.values import dataclass

INSTEAD = "[withdrawn]"

_SHOWN = 10  # places that are named; the rest are counted
_AROUND_A_SENTENCE = " .,;:!?…“”‘’\"'"  # what is copied with a sentence, and may stand otherwise in the file


class WithdrawingRefused(UserError):
    """Nothing is taken out: one line of words that says why."""


@dataclass(frozen=True, slots=True)
class WithdrawalRequest:
    """`named` is the action's id, the words or the person's name; readers are told `why`, and read `instead` there.

    What stands outside the edition is changed as well where it is to go `everywhere`.
    """

    content: Path
    edition: str
    what: Withdrawn
    named: str
    why: str
    today: Callable[[Programme], date]
    instead: str = INSTEAD
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class AmendedEdition:
    """An edition out of which something was taken; no readers are told where none of them could have seen it."""

    edition: Edition
    withdrawal: Withdrawal | None


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """What is to be written, by path, and what it was worked out from; both empty where `findings` stand against it.

    `astray` are links that lead nowhere after it, `look_at` further places for a person to look at, in words.
    """

    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    files: Mapping[str, bytes] = field(default_factory=dict)
    before: Mapping[str, bytes] = field(default_factory=dict)
    amended: tuple[AmendedEdition, ...] = ()
    astray: tuple[Diagnostic, ...] = ()
    look_at: tuple[str, ...] = ()


def withdraw(request: WithdrawalRequest) -> Withdrawing:
    """Work out the whole withdrawal, and read and check its outcome; nothing is written here.

    Raises WithdrawingRefused, and CannotChangeError over a file that cannot be changed byte for byte.
    """
    content, read, findings = read_content(request.content)
    sources: Mapping[str, Source] = read
    if content is None:
        return Withdrawing(in_order(findings), sources)
    on = request.today(content.programme)
    proposal = Proposal(request.content, sources)
    taken = _take_out(request, content, proposal)
    after, sources, findings_after = proposal.read()
    if after is None:
        return Withdrawing(in_order(findings_after), sources)
    still_told = request.what is Withdrawn.ACTION and request.named not in taken.gone
    action = stand_in(request.named) if still_told else ""
    told = Withdrawal(on, request.what, " ".join(request.why.split()), action=action)
    amended = tuple(_tell(told, content, after, proposal))
    _seal(after, proposal, taken.gone, amended)
    last, sources, findings_after = proposal.read()
    if last is None:
        return Withdrawing(in_order(findings_after), sources)
    new = new_errors(all_findings(content, findings, on), all_findings(last, findings_after, on))
    astray = tuple(
        it for it in new if it.code == "unknown-action" and any(f"`{name}`" in it.message for name in taken.gone)
    )
    if stopped := [it for it in new if it not in astray]:
        return Withdrawing(in_order(stopped), sources)
    unlinked = _where("links to it are plain words now, which may still speak of it, in", taken.unlinked)
    look_at = (*unlinked, *_opened_by_it(request, content, last, on), *_look_again(request, last, proposal))
    return Withdrawing((), sources, proposal.files, proposal.before, amended, astray, look_at)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The ids of actions that are in no edition any more, and the places where links to them are words now."""

    gone: frozenset[str] = frozenset()
    unlinked: tuple[str, ...] = ()


def _take_out(request: WithdrawalRequest, content: Content, proposal: Proposal) -> _Taken:
    edition = content.edition(request.edition)
    if edition is None:
        names = tuple(edition.id for edition in content.editions)
        raise WithdrawingRefused(with_choice(f"there is no edition `{request.edition}`", request.edition, names))
    if request.what is Withdrawn.ACTION:
        return _take_action_out(request, content, edition, proposal)
    _take_words_out(request, content, edition, proposal)
    return _Taken()


def _take_action_out(request: WithdrawalRequest, content: Content, edition: Edition, proposal: Proposal) -> _Taken:
    identity = request.named
    mentions = [
        (each, action, update.written_at.path)
        for each in content.editions
        for update in each.updates
        for action in update.actions
        if action.id == identity
    ]
    chosen = [it for it in mentions if request.everywhere or it[0] is edition]
    if not chosen:
        ids = tuple(action.id for action in edition.actions)
        raise WithdrawingRefused(with_choice(f"{edition.title} has no action `{identity}`", identity, ids))
    for _, action, path in chosen:
        _refuse_if_told(request, action)
        proposal.change(path, without_action(proposal.source(path), action))
    if len(chosen) < len(mentions):
        return _Taken()
    gone = frozenset((identity,))
    unlinked: list[str] = []
    for path in proposal.paths():
        source = proposal.source(path)
        if identity in source.text and not path.endswith(f"/{FILE_NAME}"):
            unlinked.extend(str(source.place(start)) for start, _ in links_to(gone, source.text))
            proposal.change(path, without_references(source, gone))
    return _Taken(gone, tuple(unlinked))


def _refuse_if_told(request: WithdrawalRequest, action: Action) -> None:
    """The reason is public: it must not say what is taken out."""
    for words in (action.id, plain_words(action.text[:1]).rstrip("."), plain_words(action.plain or ()).rstrip(".")):
        if words and Sought(words).in_text(request.why):
            raise WithdrawingRefused(
                "the reason names the action that is withdrawn: say why without saying what it was"
            )


def _take_words_out(request: WithdrawalRequest, content: Content, edition: Edition, proposal: Proposal) -> None:
    sought = _sought(request)
    _refuse_if_repeated(request, sought)
    actions = [action for each in content.editions for action in each.actions]
    written = (action.id for action in actions if action.has_written_id)
    redaction = Redaction(sought, request.instead, names_instead(sought, written, (action.id for action in actions)))
    in_scope = _scope(request, edition, proposal)
    records = {f"{each.folder}/{FILE_NAME}" for each in content.editions if each.is_frozen}
    for path in in_scope:
        source = proposal.source(path)
        text = _record_without(source, redaction) if path in records else redacted(source, redaction)
        proposal.change(path, text)
    if request.what is Withdrawn.PERSON:  # whose name may stand in the records of editions that do not speak of them
        for path in sorted(records.difference(in_scope)):
            proposal.change(path, _record_without(proposal.source(path), redaction, frozenset({"name"})))
    if not proposal.files:
        where = "the content" if request.everywhere else edition.title
        raise WithdrawingRefused(f"`{request.named}` is not in {where}: look at how it is written there")


def _refuse_if_repeated(request: WithdrawalRequest, sought: Sought) -> None:
    """What readers are told must not say what is taken out."""
    if not sought.has_words:
        raise WithdrawingRefused("what is withdrawn must begin and end with a letter or a digit")
    named = [sought, *_parts_of(sought)] if request.what is Withdrawn.PERSON else [sought]
    if any(each.in_text(request.why) for each in named):
        raise WithdrawingRefused("the reason holds what is withdrawn: say why without saying what it was")
    if any(each.in_text(request.instead) for each in named):
        raise WithdrawingRefused(f"`{request.instead}` holds what is withdrawn, and would stand in its place")


def _sought(request: WithdrawalRequest) -> Sought:
    return Sought(" ".join(request.named.split()).strip(_AROUND_A_SENTENCE))


def _record_without(source: Source, redaction: Redaction, only_fields: frozenset[str] = frozenset()) -> str:
    """A record in its usual form, without what is taken out; as it stands where it does not hold that."""
    text = redacted(source, redaction, only_fields)
    return source.text if text == source.text else text_of(sheet_in(Source(source.path, text)))


def _parts_of(sought: Sought) -> list[Sought]:
    """The parts of a name, such as the surname alone, which may say as much as the whole; short ones are left out."""
    return [Sought(part) for part in sought.words.split() if len(part) > 2 and part[:1].isupper()]


def _scope(request: WithdrawalRequest, edition: Edition, proposal: Proposal) -> list[str]:
    return proposal.paths("" if request.everywhere else f"{edition.folder}/")


def _tell(told: Withdrawal, before: Content, after: Content, proposal: Proposal) -> Iterator[AmendedEdition]:
    """Each edition whose files are changed tells those readers who can see that something is gone, and nobody else."""
    on = told.date
    seen = {it.id: (_seen(before, it, on), _seen(after, it, on)) for it in before.programme.audiences}
    for edition in before.editions:
        if any(path.startswith(f"{edition.folder}/") for path in proposal.files):
            readers = {it for it, (old, new) in seen.items() if old.get(edition.id) != new.get(edition.id)}
            withdrawal = None
            if readers:
                withdrawal = replace(told, audiences=None if edition.audiences <= readers else frozenset(readers))
                path = edition.written_at.path
                proposal.change(path, with_withdrawal(proposal.source(path), withdrawal))
            yield AmendedEdition(edition, withdrawal)


def _seen(content: Content, audience: Audience, on: date) -> dict[str, Edition]:
    """Each edition that is out, by id, as the audience has been shown it."""
    return {edition.id: edition for edition in brief(content, audience, on).content.editions}


def _seal(after: Content, proposal: Proposal, gone: frozenset[str], amended: tuple[AmendedEdition, ...]) -> None:
    for each in amended:
        edition = after.edition(each.edition.id)
        path = f"{each.edition.folder}/{FILE_NAME}"
        if edition is not None and each.edition.is_frozen:
            proposal.change(path, resealed(proposal.source(path), each.edition, edition, gone, each.withdrawal))


def _look_again(request: WithdrawalRequest, content: Content, proposal: Proposal) -> Iterator[str]:
    """What a person must look at. Raises WithdrawingRefused where the words could not be taken out."""
    sought = _sought(request)
    if request.what is Withdrawn.ACTION:
        yield from _where("its id is still written in", places_in(map(proposal.source, proposal.paths()), sought))
        return
    editions = [it for it in content.editions if request.everywhere or it.id == request.edition]
    in_scope = _scope(request, editions[0], proposal)
    left = [
        *places_in(map(proposal.source, in_scope), sought),
        *paragraphs_in(content, sought, editions, request.everywhere),
    ]
    if left:
        raise WithdrawingRefused(
            f"the words are written in a way that cannot be changed safely; change them by hand in {_listed(left)}"
        )
    outside = [path for path in proposal.paths() if path not in in_scope]
    yield from _where("the words also stand in", places_in(map(proposal.source, outside), sought))
    yield from _where("the words are part of a name", names_that_hold(content, sought))
    holding, closed = documents_that_hold(content, request.content, sought)
    yield from _where("the words stand in a document, which only a person can change:", holding)
    yield from _where("nobody can look into a document, which may hold them:", closed)
    if request.what is Withdrawn.PERSON:
        for part in _parts_of(sought):
            places = places_in(map(proposal.source, in_scope), part)
            yield from _where(f"`{part.words}` stands alone in", places)


def _opened_by_it(request: WithdrawalRequest, before: Content, after: Content, on: date) -> Iterator[str]:
    """A promise whose end is told no more stands open in every figure until an update says otherwise."""
    if request.what is not Withdrawn.ACTION:
        return
    now = weave(after.editions)
    for identity, was in weave(before.editions).items():
        thread = now.get(identity)
        if thread is not None and was.ended_in is not None and thread.ended_in is None:
            state = "overdue" if thread.standing(on) is Standing.OVERDUE else "open"
            yield (
                f"`{identity}` is told as {state} now, since what ended it is withdrawn: "
                "let the next update say what became of it"
            )


def _where(what: str, places: Iterable[str]) -> Iterator[str]:
    distinct = list(dict.fromkeys(places))
    if distinct:
        yield f"{what} {_listed(distinct)}"


def _listed(places: list[str]) -> str:
    more = [f"{len(places) - _SHOWN} more"] if len(places) > _SHOWN else []
    return ", ".join([*dict.fromkeys(places[:_SHOWN]), *more])
