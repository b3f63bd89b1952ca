"""Findings for other programs: our own JSON, GitHub's workflow commands, and SARIF 2.1.0.

Lines and columns count from 1, columns in characters; an end column is that of the character after the last.
The last argument of each form says whether colours may be used, as in the forms for people: here it changes nothing.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from generator import __version__
from generator.text.codes import CODES, Severity
from generator.text.diagnostic import Diagnostic
from generator.text.excerpt import full_path, located, visible
from generator.text.explanations import explanation_of
from generator.text.source import Place, Source, Span

JSON_VERSION = 1

Json = dict[str, object]

_GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(
    findings: Sequence[Diagnostic], sources: Mapping[str, Source], prefix: str = "", _colour: bool = False
) -> str:
    """Our own shape, kept from version to version: keys may be added, and any other change raises `version`.

    {"version": 1,
     "counts": {"error": 1, "warning": 0, "advice": 0},
     "findings": [{"severity", "code", "message", "note", "help", "subject",      # texts, empty where there is none
                   "place": {"path", "line", "column", "end_line", "end_column"}, # null for the file as a whole
                   "related": [{"words", "place"}]}]}
    """
    weights = Counter(found.severity for found in findings)
    return _dumped(
        {
            "version": JSON_VERSION,
            "counts": {str(severity): weights[severity] for severity in Severity},
            "findings": [_json_finding(found, sources, prefix) for found in findings],
        }
    )


def as_github(
    findings: Sequence[Diagnostic], sources: Mapping[str, Source], prefix: str = "", _colour: bool = False
) -> str:
    """One workflow command a finding, which GitHub shows beside the line that it is about."""
    return "\n".join(_github_command(found, sources, prefix) for found in findings)


def as_sarif(
    findings: Sequence[Diagnostic], sources: Mapping[str, Source], prefix: str = "", _colour: bool = False
) -> str:
    """One run of SARIF 2.1.0, with a rule for each code that was found."""
    codes = sorted({found.code for found in findings})
    rules = [_sarif_rule(code) for code in codes]
    results = [_sarif_result(found, codes.index(found.code), sources, prefix) for found in findings]
    run = {
        "tool": {"driver": {"name": "golden", "semanticVersion": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _dumped(value: Json) -> str:
    """All but ASCII is escaped, so that no console's encoding stands in the way."""
    return json.dumps(value, indent=2)


def _ends(span: Span, sources: Mapping[str, Source]) -> tuple[Place, Place] | None:
    """Where a span starts and the place after its last character; None where no line can be named."""
    source = located(span, sources)
    if source is None:
        return None
    start = max(span.start, 0)
    return source.place(start), source.place(max(start, span.end))


def _remarks(found: Diagnostic) -> list[str]:
    return [f"{label}: {words}" for label, words in (("note", found.note), ("help", found.help)) if words]


def _json_finding(found: Diagnostic, sources: Mapping[str, Source], prefix: str) -> Json:
    return {
        "severity": str(found.severity),
        "code": found.code,
        "message": found.message,
        "note": found.note,
        "help": found.help,
        "subject": found.subject,
        "place": _json_place(found.span, sources, prefix),
        "related": [{"words": words, "place": _json_place(span, sources, prefix)} for span, words in found.related],
    }


def _json_place(span: Span, sources: Mapping[str, Source], prefix: str) -> Json:
    ends = _ends(span, sources)
    start, end = ends or (None, None)
    return {
        "path": full_path(span.path, prefix),
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
    }


def _github_command(found: Diagnostic, sources: Mapping[str, Source], prefix: str) -> str:
    properties: dict[str, object] = {"file": full_path(found.span.path, prefix)}
    if ends := _ends(found.span, sources):
        start, end = ends
        properties |= {"line": start.line, "col": start.column}
        if end.line == start.line:
            properties |= {"endLine": end.line, "endColumn": end.column}
    properties["title"] = found.code
    listed = ",".join(f"{name}={_github_property(str(value))}" for name, value in properties.items())
    words = "\n".join([found.message, *_remarks(found)])
    return f"::{_GITHUB_COMMANDS[found.severity]} {listed}::{_github_data(words)}"


def _github_data(words: str) -> str:
    return "%0A".join(visible(line).replace("%", "%25") for line in words.split("\n"))


def _github_property(words: str) -> str:
    return _github_data(words).replace(":", "%3A").replace(",", "%2C")


def _sarif_rule(code: str) -> Json:
    explained = explanation_of(code)
    return {
        "id": code,
        "shortDescription": {"text": explained.short},
        "help": {"text": explained.reasons},
        "defaultConfiguration": {"level": _SARIF_LEVELS[CODES[code]]},
    }


def _sarif_result(found: Diagnostic, rule: int, sources: Mapping[str, Source], prefix: str) -> Json:
    result: Json = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[found.severity],
        "message": {"text": "\n".join([found.message, *_remarks(found)])},
        "locations": [_sarif_location(found.span, sources, prefix)],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_sarif_location(span, sources, prefix), "message": {"text": words}}
            for number, (span, words) in enumerate(found.related, start=1)
        ]
    return result


def _sarif_location(span: Span, sources: Mapping[str, Source], prefix: str) -> Json:
    physical: Json = {"artifactLocation": {"uri": quote(full_path(span.path, prefix), errors="replace")}}
    if ends := _ends(span, sources):
        start, end = ends
        physical["region"] = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
    return {"physicalLocation": physical}
