"""The accessibility statement: each site has one, with all its parts, and it claims nothing that is not so.

Authority: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
(SI 2018/952), regulation 7 (a burden needs its assessment) and regulation 8 (what a statement must include, and that it
is reviewed); the government's sample statement, for what is said at full, partial and no compliance, and for a review
once a year.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.statement import Assessment, Compliance, NonAccessible, Reason, Statement
from generator.domain.visibility import documents_hidden_from, may_see, statement_seen_by
from generator.text.diagnostic import Diagnostic
from generator.text.plural import joined
from generator.text.source import Span

PATH = "pages/accessibility.yml"

# Our own findings that show a success criterion not to be met, whatever they weigh here and whether or not accepted.
# `low-contrast` is none of them: it is found of a theme, fails one of two criteria, and says itself which.
FAILURES: Mapping[str, str] = {
    "image-without-alt": "1.1.1",
    "heading-skips-level": "1.3.1",
    "empty-link": "2.4.4",
}
_MOST_SHOWN = 3  # places of failures in one finding


def check(content: Content, on: date) -> Iterator[Diagnostic]:
    """What the statement says, for each audience by itself; `on` is the day by which its dates are judged."""
    statement = content.statement
    if content.is_whole_for(PATH) and (statement is None or statement.audiences):  # else that has been reported
        yield from _missing(content)
    if statement is None:
        return
    for audience in _audiences(content):
        seen = statement_seen_by(content, audience)
        if seen:
            yield from _claim(seen, audience)
            yield from _parts(seen, content, audience)
    yield from _assessments(statement)
    yield from _review(statement, on)
    yield from _mending(statement, on)


def check_claims(content: Content, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """A claim of full compliance against what we have found ourselves, before anything of that is accepted."""
    statement = content.statement
    failures = sorted({it for it in findings if it.code in FAILURES}, key=lambda failure: (failure.span, failure.code))
    if statement is None or not failures or Compliance.FULL not in statement.compliance.values():
        return
    criteria = sorted({FAILURES[failure.code] for failure in failures})
    yield Diagnostic(
        "unfounded-claim",
        f"full compliance is claimed, but what we have found does not meet {joined(criteria)}",
        statement.compliance_written_at,
        "mend what is found, or claim `partial` and list it under `problems`",
        related=tuple(
            (failure.span, f"{failure.code}, {FAILURES[failure.code]}") for failure in failures[:_MOST_SHOWN]
        ),
    )


def _audiences(content: Content) -> list[str]:
    """Those whose sites the statement is about."""
    statement = content.statement
    return [it.id for it in content.programme.audiences if statement and it.id in statement.audiences]


def _missing(content: Content) -> Iterator[Diagnostic]:
    covered = _audiences(content)
    without = [it.id for it in content.programme.audiences if it.id not in covered]
    if not without:
        return
    sites = f"the site for {without[0]} has" if len(without) == 1 else f"the sites for {joined(without)} have"
    yield Diagnostic(
        "missing-statement",
        f"{sites} no accessibility statement",
        content.statement.written_at if content.statement else Span(PATH, 0, 0),
        "widen its `for:`" if content.statement else f"write {PATH}; `golden explain missing-statement` shows one",
        "a public body must publish one with each website, an intranet too",
    )


def _claim(statement: Statement, audience: str) -> Iterator[Diagnostic]:
    """What is claimed for one audience's site, against what is listed as not accessible there."""
    claim, listed = statement.compliance.get(audience), statement.non_accessible
    if claim is None:
        yield _incomplete(
            f"nothing says how far the site for {audience} complies",
            statement.compliance_written_at,
            f"add `{audience}:` with full, partial or none",
        )
    elif claim is Compliance.FULL and listed:
        yield Diagnostic(
            "unfounded-claim",
            f"full compliance is claimed for {audience}, but not all is accessible there",
            statement.compliance_written_at,
            "claim `partial`, or take out what is mended",
            related=tuple((part.written_at, "not accessible") for part in listed[:_MOST_SHOWN]),
        )
    elif claim is not Compliance.FULL and not listed:
        yield _incomplete(
            f"nothing says what is not accessible on the site for {audience}",
            statement.compliance_written_at,
            "list it under `problems`, `burdens` or `out_of_scope`, or claim `full` if all is accessible",
        )


def _parts(statement: Statement, content: Content, audience: str) -> Iterator[Diagnostic]:
    """Whether the readers of one site are told all else that they must be told."""
    if not statement.tests:
        yield _incomplete(
            f"nothing says how the site for {audience} was tested",
            statement.written_at,
            "list a test under `tests`, with its date, who did it and what was tested",
        )
    contacts = [it for it in content.programme.contacts if may_see(it.audiences, audience)]
    if not statement.feedback.has_way and not any(it.telephone or it.email or it.post for it in contacts):
        yield _incomplete(
            f"nothing says how {audience} can tell you of a problem",
            statement.written_at,
            "add `email:` under `feedback`, or a contact in programme.yml",
        )
    hidden = documents_hidden_from(content, audience)
    for part in statement.non_accessible:
        assessment = part.assessment
        if assessment and not assessment.words and assessment.document and assessment.document.id in hidden:
            yield _without_assessment(part, f"{audience} may not see the assessment", "add `words:` to the assessment")


def _assessments(statement: Statement) -> Iterator[Diagnostic]:
    for part in statement.non_accessible:
        if part.reason is Reason.BURDEN and not _says_anything(part.assessment):
            yield _without_assessment(
                part,
                f"nothing shows that mending `{part.id}` would be a disproportionate burden",
                "add `assessment:` with its `date:`, and `words:` or a `document:`",
            )


def _says_anything(assessment: Assessment | None) -> bool:
    return assessment is not None and bool(assessment.words or assessment.document)


def _review(statement: Statement, on: date) -> Iterator[Diagnostic]:
    if statement.reviewed > on:
        yield Diagnostic(
            "review-due",
            f"the statement says that it was reviewed on {day_in_words(statement.reviewed)}, which is still to come",
            statement.reviewed_written_at,
            "write the day on which it was last gone through",
        )
    elif _a_year_after(statement.reviewed) < on:
        yield Diagnostic(
            "review-due",
            f"the statement was last reviewed on {day_in_words(statement.reviewed)}, more than a year ago",
            statement.reviewed_written_at,
            "test the site again, go through the statement, and write the new day here",
        )


def _a_year_after(day: date) -> date:
    """The same day a year later; after 29 February the 28th, which is the last of that month."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _mending(statement: Statement, on: date) -> Iterator[Diagnostic]:
    for part in statement.non_accessible:
        if part.by is not None and part.by.is_past(on):
            yield Diagnostic(
                "mending-overdue",
                f"`{part.id}` was to be mended by {part.by.words}",
                part.by_written_at,
                "take it out if it is mended, or give it a new date",
                subject=part.id,
            )


def _incomplete(message: str, span: Span, remedy: str) -> Diagnostic:
    return Diagnostic("statement-incomplete", message, span, remedy)


def _without_assessment(part: NonAccessible, message: str, remedy: str) -> Diagnostic:
    return Diagnostic("burden-without-assessment", message, part.written_at, remedy, subject=part.id)
