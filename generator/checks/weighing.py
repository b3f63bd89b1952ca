"""The severity of each finding in this programme: it can raise or lower a code, and accept a finding with a reason."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.domain.content import Content
from generator.domain.programme import Acceptance
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic

_PROGRAMME = "programme.yml"


def weigh(findings: Iterable[Diagnostic], content: Content | None) -> Iterator[Diagnostic]:
    """The findings that are not accepted, with the severity that the programme gives their codes.

    An error stays an error, and cannot be accepted.
    """
    if content is None:
        yield from findings
        return
    for finding in findings:
        if finding.severity is Severity.ERROR:
            yield finding
        elif not any(_accepts(acceptance, finding) for acceptance in content.accepted):
            weight = content.programme.severities.get(finding.code)
            yield replace(finding, weight=weight) if weight else finding


def _accepts(acceptance: Acceptance, finding: Diagnostic) -> bool:
    same_file = acceptance.written_at.path in (_PROGRAMME, finding.span.path)
    return acceptance.code == finding.code and same_file and acceptance.place in ("", finding.subject)
