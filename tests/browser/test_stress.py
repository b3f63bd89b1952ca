"""Pages of a programme at its edges stand as those of the sample do: on the smallest screen, a desktop, and paper."""

import gzip
from pathlib import Path

import pytest

from tests.browser.looking import DESKTOP, SMALLEST, Pages
from tests.browser.stress import ACTIONS_EACH, WORKSTREAMS
from tests.browser.test_axe import AXE, LOOK, axe_findings
from tests.browser.test_media import A4_BETWEEN_ITS_MARGINS, faults_on_paper
from tests.browser.test_space import crowding, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

INDEX_OF_ACTIONS = 40 * 1024  # bytes over the wire, with 400 actions on it


@pytest.mark.parametrize("viewport", [SMALLEST, DESKTOP], ids=["smallest", "desktop"])
def test_nothing_scrolls_sideways_or_is_cut(stressed_pages: Pages, viewport: dict[str, int]) -> None:
    stressed_pages.have_no(crowding, viewport=viewport)


def test_targets_are_large_enough(stressed_pages: Pages) -> None:
    stressed_pages.have_no(small_targets, viewport=SMALLEST, has_touch=True, is_mobile=True)


def test_paper_holds_them(stressed_pages: Pages) -> None:
    stressed_pages.have_no(faults_on_paper, viewport=A4_BETWEEN_ITS_MARGINS)


def test_axe_finds_nothing(stressed_pages: Pages) -> None:
    stressed_pages.have_no(axe_findings, scripts=[AXE, LOOK])


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_the_list_of_actions_has_all_of_them_and_stays_light(stressed: Path, audience: str) -> None:
    html = (stressed / audience / "actions" / "index.html").read_bytes()
    assert html.count(b'<span class="line-workstream">') == WORKSTREAMS * ACTIONS_EACH
    assert len(gzip.compress(html)) < INDEX_OF_ACTIONS
