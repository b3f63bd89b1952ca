"""The Nu HTML checker finds neither an error nor a warning in what we publish: pages, style sheets, drawings."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.sites import Site
from tests.java import JAVA, assert_java_is_here

VNU = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OPTIONS = ["--Werror", "--stdout", "--format", "json", "--also-check-css", "--also-check-svg"]
CHECKED = {".html", ".css", ".svg"}

# Container queries are CSS of 2022 that every browser knows and that the checker, as of 26.9, does not; nor does it
# know that letters may be filled after their outline is drawn, which SVG 2 has.
# It knows no address that a file is read from, and so takes what stands beside a page for another's.
UNKNOWN_TO_THE_CHECKER = r".*(“container-type”|“@container”|“paint-order”|violates Content Security Policy).*"


@pytest.mark.timeout(400)  # one run of Java over some three hundred files, on a machine that may be busy
def test_every_page_style_sheet_and_drawing_is_valid(sites: dict[str, Site]) -> None:
    assert VNU.is_file(), "the Nu HTML checker is not here: npm ci"
    assert_java_is_here()
    files = [str(file) for site in sites.values() for file in site.folder.rglob("*") if file.suffix in CHECKED]
    command = [*JAVA, "-jar", str(VNU), *OPTIONS, "--filterpattern", UNKNOWN_TO_THE_CHECKER, *files]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stdout, checked.stderr
    found = json.loads(checked.stdout)["messages"]
    assert [f"{one['url']}:{one['lastLine']}: {one['message']}" for one in found] == []
