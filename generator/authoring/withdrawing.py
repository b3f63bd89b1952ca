"""Taking words, a name or a whole action out of what was published, and telling the readers that it was done."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date

from generator.authoring.notices import resealed, with_withdrawal
from generator.authoring.proposal import Proposal, all_findings, new_errors
from generator.authoring.withdrawal_request import Taken, WithdrawalRequest, WithdrawingRefused
from generator.authoring.withdrawing_action import take_action_out
from generator.authoring.withdrawing_words import take_words_out
from generator.briefing.briefing import brief
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.record import Withdrawal, Withdrawn
from generator.reading.content import read_content
from generator.reading.desk import with_choice
from generator.reading.records import FILE_NAME
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.source import Source
from generator.values import dataclass


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
    taken = _take_out(request, content, proposal, on)
    after, sources, findings_after = proposal.read()
    if after is None:
        return Withdrawing(in_order(findings_after), sources)
    told = Withdrawal(on, request.what, " ".join(request.why.split()), action=taken.stand_in)
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
    look_at = tuple(taken.look_at(last, proposal))
    return Withdrawing((), sources, proposal.files, proposal.before, amended, astray, look_at)


def _take_out(request: WithdrawalRequest, content: Content, proposal: Proposal, on: date) -> Taken:
    edition = content.edition(request.edition)
    if edition is None:
        names = tuple(edition.id for edition in content.editions)
        raise WithdrawingRefused(with_choice(f"there is no edition `{request.edition}`", request.edition, names))
    if request.what is Withdrawn.ACTION:
        return take_action_out(request, content, edition, proposal, on)
    return take_words_out(request, content, edition, proposal)


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
    """Seals the records of frozen editions anew, or a check would take the withdrawal for a change in secret."""
    for each in amended:
        edition = after.edition(each.edition.id)
        path = f"{each.edition.folder}/{FILE_NAME}"
        if edition is not None and each.edition.is_frozen:
            proposal.change(path, resealed(proposal.source(path), each.edition, edition, gone, each.withdrawal))
