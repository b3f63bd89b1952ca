"""The whole report: what stands at its head, its parts in their order, and the documents that are bound in with it."""

from collections.abc import Iterable, Iterator
from mimetypes import MimeTypes
from pathlib import PurePosixPath

from generator.briefing.describe import Describer
from generator.briefing.report_views import (
    Appendix,
    ReportEdition,
    ReportFact,
    ReportPage,
    ReportPart,
    ReportWords,
)
from generator.briefing.scrutiny import answers, measures, notes, promises, sums
from generator.briefing.scrutiny.report_describer import (
    ReportDescriber,
    anchor_of_document,
    anchor_of_edition,
    targets_in,
)
from generator.briefing.scrutiny.summary import summary_of
from generator.briefing.views import LinkTo, PersonView
from generator.domain import address
from generator.domain.edition import Edition
from generator.domain.library import Document
from generator.domain.period import Period
from generator.domain.prose import Prose
from generator.values import dataclass

SUMMARY, EDITIONS, APPENDICES = "part.summary", "part.editions", "part.documents"
_UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What a report is asked for; without a title it has the usual one."""

    period: Period
    title: str = ""


def report_page(describe: Describer, request: ReportRequest) -> ReportPage:
    report = ReportDescriber(describe, request.period)
    say, content = report.say, report.now.content
    period = report.now.wording.months(request.period.first, request.period.last)
    title = request.title or say("Report for scrutiny")
    parts = (
        sums.figures(report),
        *promises.parts(report),
        *measures.parts(report),
        answers.questions(report),
        *notes.parts(report),
        answers.corrections(report),
    )
    summary = ReportPart(SUMMARY, say("In short"), tuple(summary_of(report)))
    words = _words(report)
    director = _director_then(report)
    return ReportPage(
        address="",
        title=say("%(title)s, %(period)s") % {"title": title, "period": period},
        description=say("%(programme)s of %(organisation)s, %(period)s")
        % {"programme": content.programme.title, "organisation": content.programme.organisation, "period": period},
        organisation=content.programme.organisation,
        programme=content.programme.title,
        name=title,
        period=period,
        made_on=report.now.wording.day(report.now.briefing.on),
        director=director,
        cover=tuple(_cover(report, period, director)),
        summary=summary,
        parts=parts,
        editions=tuple(_edition(report, it) for it in report.editions),
        appendices=tuple(_appendices(report)),
        contacts=tuple(report.now.contact(it) for it in content.programme.contacts),
        purposes=tuple(say("For %(purpose)s") % {"purpose": it.purpose} for it in content.programme.contacts),
        contents=_contents((summary, *parts), words),
        words=words,
    )


def _director_then(report: ReportDescriber) -> PersonView:
    """The director whom the newest edition of the period was published under, where a record of it says so."""
    if report.editions:
        return report.now.director_then(report.editions[-1])
    return report.now.person(report.now.content.programme.director)


def _contents(parts: Iterable[ReportPart], words: ReportWords) -> tuple[LinkTo, ...]:
    return (
        *(LinkTo(part.title, f"#{part.anchor}") for part in parts),
        LinkTo(words.editions, f"#{EDITIONS}"),
        LinkTo(words.appendices, f"#{APPENDICES}"),
    )


def _cover(report: ReportDescriber, period: str, director: PersonView) -> Iterator[ReportFact]:
    say = report.say
    yield ReportFact(say("Programme"), report.now.content.programme.title)
    yield ReportFact(say("Period"), period)
    yield ReportFact(say("Made from what is told to"), report.now.briefing.audience.title)
    yield ReportFact(say("As it stood on"), report.day(report.end))
    yield ReportFact(say("Made on"), report.day(report.now.briefing.on))
    name = say("%(name)s, %(role)s") % {"name": director.name, "role": director.role}
    yield ReportFact(say("Director"), name if director.name else director.role)


def _edition(report: ReportDescriber, edition: Edition) -> ReportEdition:
    published = report.now.wording.day(edition.published)
    return ReportEdition(
        anchor=anchor_of_edition(edition.id),
        title=edition.title,
        address=report.whole(address.of_edition(edition.id)),
        published=published,
        said=report.say("Published %(day)s") % {"day": published.words},
    )


def _appendices(report: ReportDescriber) -> Iterator[Appendix]:
    """The documents that the period's words and the report itself name, in the order of the documents' list."""
    naming = tuple(_naming(report))
    for document in report.now.content.documents:
        target = address.of_document(document.file)
        named_in = tuple(link for link, targets in naming if target in targets)
        if named_in:
            yield _appendix(report, document, named_in)


def _naming(report: ReportDescriber) -> Iterator[tuple[LinkTo, frozenset[str]]]:
    """What names documents, and where its links lead: of an update before the period what the report shows of it."""
    shown: dict[str, list[Prose]] = {}
    for mention in promises.mentions_shown(report):
        shown.setdefault(mention.edition.id, []).append(mention.action.text)
    for edition in report.then.content.editions:
        proses = shown.get(edition.id, [])
        if report.period.holds(edition.published):
            proses = [edition.letter]
            for update in edition.updates:
                proses += [update.introduction, *(action.text for action in update.actions)]
        yield report.edition(edition), _targets_in(proses)
    asked = answers.questions_of(report)
    told = [it.answer for it in asked if answers.is_answered(report, it)]
    questions = LinkTo(report.say("Questions and answers"), f"#{answers.QUESTIONS}")
    yield questions, _targets_in([*(it.question for it in asked), *told])


def _targets_in(proses: Iterable[Prose]) -> frozenset[str]:
    return frozenset[str]().union(*map(targets_in, proses))


def _appendix(report: ReportDescriber, document: Document, named_in: tuple[LinkTo, ...]) -> Appendix:
    kind, size = report.now.wording.file(document.file, document.size)
    return Appendix(
        anchor=anchor_of_document(document.id),
        title=document.title,
        summary=document.summary,
        kind=kind,
        size=size,
        file=address.of_document(document.file),
        file_name=f"{document.id}{PurePosixPath(document.file).suffix}",
        type=MimeTypes().guess_type(document.file)[0] or _UNKNOWN_TYPE,
        named_in=named_in,
    )


def _words(report: ReportDescriber) -> ReportWords:
    say = report.say
    return ReportWords(
        contents=say("In this report"),
        editions=say("The updates behind this report"),
        editions_about=say("Each figure and each statement above names the update that it is from."),
        appendices=say("Documents"),
        appendices_about=say("These documents are named in the period. They lie in the folder beside this page."),
        appendices_about_pdf=say(
            "These documents are named in the period. They are attached to this file: open its list of attachments."
        ),
        none=say("No document is named in the period."),
        named_in=say("Named in"),
        formats=say("Ask us for another format, or about what you read"),
        telephone=say("Telephone:"),
        email=say("Email:"),
        post=say("Post:"),
        page_number=say("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
    )
