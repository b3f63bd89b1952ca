"""Lighthouse gives full marks for accessibility, best practices and search; speed is told, since machines differ."""

import json
import os
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.browser.looking import arguments, browser_here
from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.timeout(300)]

LIGHTHOUSE = Path(__file__).parents[2] / "node_modules" / ".bin" / "lighthouse"
FULL_MARKS = ("accessibility", "best-practices", "seo")
# The staff's site asks search engines to stay away, which costs marks for search.
LEFT_OUT = {"staff": ("--skip-audits=is-crawlable",)}
OPTIONS = ("--quiet", "--output=json", "--output-path=stdout", "--no-enable-error-reporting")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the library's
        """Say nothing."""


@pytest.fixture
def served(site: Site) -> Iterator[str]:
    """Where the site stands on this machine, with its last slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site.folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("template", ["home", "edition", "action"])
def test_a_page_gets_full_marks(site: Site, served: str, template: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert LIGHTHOUSE.exists(), "Lighthouse is not here: npm ci"
    (page,) = site.most_on_them(template, 1)
    left_out = LEFT_OUT.get(site.audience, ())
    report = _report_on(f"{served}{page.removesuffix('index.html')}", *left_out)
    marks = {name: round(100 * category["score"]) for name, category in report["categories"].items()}
    with capsys.disabled():
        print(f"\n{site.audience} {page}: speed {marks['performance']} of 100")
    assert {name: marks[name] for name in FULL_MARKS} == dict.fromkeys(FULL_MARKS, 100), _lost(report)


def _report_on(url: str, *left_out: str) -> dict[str, Any]:
    flags = " ".join(["--headless=new", *arguments()])
    command = [str(LIGHTHOUSE), url, *OPTIONS, *left_out, f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": browser_here()}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _lost(report: dict[str, Any]) -> list[str]:
    """The audits that cost marks."""
    asked = {audit["id"] for name in FULL_MARKS for audit in report["categories"][name]["auditRefs"]}
    return [f"{name}: {report['audits'][name]['title']}" for name in asked if report["audits"][name]["score"] == 0]
