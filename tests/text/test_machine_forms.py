import json

from generator import __version__
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.machine_forms import as_github, as_json, as_sarif
from generator.text.source import Source, Span

SOURCE = Source("editions/März.md", "---\nfor: [staf, residents]\nto: 50%, at least:\n  now\n")
SOURCES = {SOURCE.path: SOURCE}
UNKNOWN = Diagnostic(
    "unknown-audience",
    "`staf` is no audience",
    SOURCE.span(10, 14),
    help="did you mean `staff`?",
    note="audiences stand in\n`programme.yml`",
    related=((Span("programme.yml", 4, 9), "the audiences"),),
    subject="site-visits",
)
OVER_TWO_LINES = Diagnostic("wrong-type", "50%, no\rtext", SOURCE.span(31, 51), weight=Severity.ADVICE)
MISSING = Diagnostic("missing-file", "not there", Span("a,b:c.md", 0, 0))


def test_json_gives_every_finding_with_its_place_and_the_counts() -> None:
    read = json.loads(as_json([UNKNOWN, OVER_TWO_LINES], SOURCES, "content/"))
    assert read["version"] == 1
    assert read["counts"] == {"error": 1, "warning": 0, "advice": 1}
    assert read["findings"][0] == {
        "severity": "error",
        "code": "unknown-audience",
        "message": "`staf` is no audience",
        "note": "audiences stand in\n`programme.yml`",
        "help": "did you mean `staff`?",
        "subject": "site-visits",
        "place": {"path": "content/editions/März.md", "line": 2, "column": 7, "end_line": 2, "end_column": 11},
        "related": [
            {
                "words": "the audiences",
                "place": {
                    "path": "content/programme.yml",
                    "line": None,
                    "column": None,
                    "end_line": None,
                    "end_column": None,
                },
            }
        ],
    }


def test_json_without_findings_is_still_whole() -> None:
    assert json.loads(as_json([], {})) == {
        "version": 1,
        "counts": {"error": 0, "warning": 0, "advice": 0},
        "findings": [],
    }


def test_github_gets_one_command_a_finding_with_what_it_reads_as_marks_escaped() -> None:
    assert as_github([UNKNOWN, OVER_TWO_LINES, MISSING], SOURCES, "content/").splitlines() == [
        "::error file=content/editions/März.md,line=2,col=7,endLine=2,endColumn=11,title=unknown-audience::"
        "`staf` is no audience%0Anote: audiences stand in%0A`programme.yml`%0Ahelp: did you mean `staff`?",
        "::notice file=content/editions/März.md,line=3,col=5,title=wrong-type::50%25, no\\rtext",
        "::error file=content/a%2Cb%3Ac.md,title=missing-file::not there",
    ]


def test_sarif_has_its_rules_its_regions_and_addresses_that_are_escaped() -> None:
    read = json.loads(as_sarif([UNKNOWN, OVER_TWO_LINES, MISSING], SOURCES, "content/"))
    (run,) = read["runs"]
    assert read["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["semanticVersion"] == __version__
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["missing-file", "unknown-audience", "wrong-type"]
    assert [rule["shortDescription"]["text"] for rule in rules[:2]] == [
        "a file that every programme has is not there",
        "the programme has no such audience",
    ]
    assert not [rule["id"] for rule in rules if not rule["help"]["text"] or "```" in rule["help"]["text"]]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert [result["level"] for result in run["results"]] == ["error", "note", "error"]
    first, second, third = run["results"]
    assert first["message"]["text"].endswith("help: did you mean `staff`?")
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "content/editions/M%C3%A4rz.md"},
        "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 11},
    }
    assert first["relatedLocations"][0]["message"] == {"text": "the audiences"}
    assert second["locations"][0]["physicalLocation"]["region"]["endLine"] == 4
    assert "region" not in third["locations"][0]["physicalLocation"]
