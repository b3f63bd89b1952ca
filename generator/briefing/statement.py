"""The accessibility statement and the page about other formats, from one briefing."""

from collections.abc import Iterable

from generator.briefing import anchors
from generator.briefing.describe import Describer
from generator.briefing.newsletters import newest_issues
from generator.briefing.statement_views import (
    AssessmentView,
    CriterionView,
    ExaminationView,
    FormatsPage,
    NonAccessibleView,
    OfferView,
    StatementPage,
)
from generator.briefing.views import ContactView, LinkTo
from generator.domain import address
from generator.domain.criteria import CRITERIA
from generator.domain.programme import Contact
from generator.domain.statement import Assessment, Law, Method, NonAccessible, Reason, Statement
from generator.domain.workstream import Reference


def links(describe: Describer) -> tuple[LinkTo, ...]:
    """The links to both pages, for the foot of every page."""
    _ = describe.translate
    statement = (LinkTo(_("Accessibility statement"), address.ACCESSIBILITY),) if describe.content.statement else ()
    return (LinkTo(_("Other formats"), address.FORMATS), *statement)


def statement(describe: Describer, of: Statement) -> StatementPage:
    parts = {reason: _parts(describe, of, reason) for reason in Reason}
    return StatementPage(
        address=address.ACCESSIBILITY,
        title=describe.translate("Accessibility statement"),
        trail=(describe.home,),
        compliance=of.compliance[describe.briefing.audience.id].value,
        because=_because(parts[Reason.PROBLEM], (*parts[Reason.BURDEN], *parts[Reason.OUT_OF_SCOPE])),
        possible=of.possible,
        non_accessible=tuple(part for reason in Reason for part in parts[reason]),
        problems=parts[Reason.PROBLEM],
        burdens=parts[Reason.BURDEN],
        out_of_scope=parts[Reason.OUT_OF_SCOPE],
        improving=of.improving,
        prepared=describe.wording.day(of.prepared),
        reviewed=describe.wording.day(of.reviewed),
        tests=tuple(
            ExaminationView(describe.wording.due(test.date), test.by, test.method is Method.SELF, test.what)
            for test in of.tests
        ),
        answered=of.feedback.answered,
        contacts=_contacts(describe, of),
        is_in_northern_ireland=of.law is Law.NORTHERN_IRELAND,
    )


def formats(describe: Describer) -> FormatsPage:
    programme, of = describe.content.programme, describe.content.statement
    offering = [contact for contact in programme.contacts if contact.formats]
    return FormatsPage(
        address=address.FORMATS,
        title=describe.translate("Other formats"),
        trail=(describe.home,),
        newsletters=LinkTo(describe.translate("Newsletters"), address.NEWSLETTERS) if programme.newsletters else None,
        issues=newest_issues(describe),
        offers=tuple(
            OfferView(describe.contact(contact), tuple((it.name, it.takes) for it in contact.formats))
            for contact in offering
        ),
        contacts=_contacts(describe, of) if of and not offering else (),
    )


def _because(problems: Iterable[NonAccessibleView], exemptions: Iterable[NonAccessibleView]) -> str:
    if problems and exemptions:
        return "both"
    if problems:
        return "problems"
    return "exemptions" if exemptions else ""


def _parts(describe: Describer, of: Statement, reason: Reason) -> tuple[NonAccessibleView, ...]:
    return tuple(_part(describe, part) for part in of.non_accessible if part.reason is reason)


def _part(describe: Describer, part: NonAccessible) -> NonAccessibleView:
    anchor = anchors.of_part(part.id)
    return NonAccessibleView(
        address=f"{address.ACCESSIBILITY}#{anchor}",
        anchor=anchor,
        title=part.title,
        what=part.what,
        criteria=tuple(CriterionView(number, CRITERIA[number]) for number in part.fails),
        since=describe.wording.due(part.since) if part.since else None,
        by=describe.wording.due(part.by) if part.by else None,
        instead=part.instead,
        document=_document(describe, part.document),
        assessment=_assessment(describe, part.assessment) if part.assessment else None,
    )


def _assessment(describe: Describer, assessment: Assessment) -> AssessmentView:
    document = _document(describe, assessment.document)
    return AssessmentView(describe.wording.day(assessment.date), assessment.words, document)


def _document(describe: Describer, reference: Reference | None) -> LinkTo | None:
    """The document, with what kind of file it is and how large."""
    for document in describe.content.documents:
        if reference is not None and document.id == reference.id:
            view = describe.document(document)
            return LinkTo(f"{view.title} ({view.kind}, {view.size})", view.address)
    return None


def _contacts(describe: Describer, of: Statement) -> tuple[ContactView, ...]:
    """Those whom a problem is told: the statement's own, or those who make other formats, or else all."""
    feedback = of.feedback
    if feedback.has_way:
        own = Contact("", feedback.name, feedback.telephone, feedback.email, feedback.post)
        return (describe.contact(own),)
    contacts = describe.content.programme.contacts
    return tuple(map(describe.contact, [it for it in contacts if it.formats] or contacts))
