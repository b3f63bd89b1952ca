"""Words, or the name of a person, taken out of an edition, or out of all of the content."""

from collections.abc import Iterator
from functools import partial

from generator.authoring.leftovers import documents_that_hold, names_that_hold, paragraphs_in, places_in
from generator.authoring.occurrences import Sought
from generator.authoring.proposal import Proposal
from generator.authoring.redaction import Redaction, names_instead, redacted
from generator.authoring.sheets import sheet_in, text_of
from generator.authoring.withdrawal_request import (
    Taken,
    WithdrawalRequest,
    WithdrawingRefused,
    named_places,
    told_with_places,
)
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.record import Withdrawn
from generator.reading.records import FILE_NAME
from generator.text.source import Source

_AROUND_A_SENTENCE = " .,;:!?…“”‘’\"'"  # what is copied with a sentence, and may stand otherwise in the file


def take_words_out(request: WithdrawalRequest, content: Content, edition: Edition, proposal: Proposal) -> Taken:
    """Changes the proposal's files. Raises WithdrawingRefused, and CannotChangeError."""
    sought = Sought(" ".join(request.named.split()).strip(_AROUND_A_SENTENCE))
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
    return Taken(partial(_look_at, request, sought))


def _refuse_if_repeated(request: WithdrawalRequest, sought: Sought) -> None:
    """What readers are told must not say what is taken out."""
    if not sought.has_words:
        raise WithdrawingRefused("what is withdrawn must begin and end with a letter or a digit")
    named = [sought, *_parts_of(sought)] if request.what is Withdrawn.PERSON else [sought]
    if any(each.in_text(request.why) for each in named):
        raise WithdrawingRefused("the reason holds what is withdrawn: say why without saying what it was")
    if any(each.in_text(request.instead) for each in named):
        raise WithdrawingRefused(f"`{request.instead}` holds what is withdrawn, and would stand in its place")


def _parts_of(sought: Sought) -> list[Sought]:
    """The parts of a name, such as the surname alone, which may say as much as the whole; short ones are left out."""
    return [Sought(part) for part in sought.words.split() if len(part) > 2 and part[:1].isupper()]


def _scope(request: WithdrawalRequest, edition: Edition, proposal: Proposal) -> list[str]:
    """The files that the words are taken out of."""
    return proposal.paths("" if request.everywhere else f"{edition.folder}/")


def _record_without(source: Source, redaction: Redaction, only_fields: frozenset[str] = frozenset()) -> str:
    """A record in its usual form, without what is taken out; as it stands where it does not hold that."""
    text = redacted(source, redaction, only_fields)
    return source.text if text == source.text else text_of(sheet_in(Source(source.path, text)))


def _look_at(request: WithdrawalRequest, sought: Sought, content: Content, proposal: Proposal) -> Iterator[str]:
    """Raises WithdrawingRefused where the words could not be taken out."""
    editions = [it for it in content.editions if request.everywhere or it.id == request.edition]
    in_scope = _scope(request, editions[0], proposal)
    left = [
        *places_in(map(proposal.source, in_scope), sought),
        *paragraphs_in(content, sought, editions, request.everywhere),
    ]
    if left:
        raise WithdrawingRefused(
            f"the words are written in a way that cannot be changed safely; change them by hand in {named_places(left)}"
        )
    outside = [path for path in proposal.paths() if path not in in_scope]
    yield from told_with_places("the words also stand in", places_in(map(proposal.source, outside), sought))
    yield from told_with_places("the words are part of a name", names_that_hold(content, sought))
    holding, closed = documents_that_hold(content, request.content, sought)
    yield from told_with_places("the words stand in a document, which only a person can change:", holding)
    yield from told_with_places("nobody can look into a document, which may hold them:", closed)
    if request.what is Withdrawn.PERSON:
        for part in _parts_of(sought):
            places = places_in(map(proposal.source, in_scope), part)
            yield from told_with_places(f"`{part.words}` stands alone in", places)
