"""The sample is built once for all tests, and Chromium is started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.looking import DESKTOP, PATIENCE, SMALLEST, Pages, arguments, browser_here
from tests.browser.sites import AUDIENCES, MISSING, NOT_IN_THE_SAMPLE, TEMPLATES, Site, site_in
from tests.browser.stress import ONE_LINE, stressed_sites
from tests.building import sample
from tests.examples import write_files

# Of a template that makes many pages the one with most on it; all of them in the long run.
FEW = [pytest.param((audience, 1), id=audience, marks=pytest.mark.timeout(300)) for audience in AUDIENCES]
ALL = [
    pytest.param((audience, None), id=f"{audience}-all", marks=[pytest.mark.long, pytest.mark.timeout(1800)])
    for audience in AUDIENCES
]
# Where a page is narrow it is the more likely to fail; it is looked at wide in the long run.
WIDTHS = [pytest.param(SMALLEST, id="smallest"), pytest.param(DESKTOP, id="desktop", marks=pytest.mark.long)]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    output = tmp_path_factory.mktemp("sites")
    for audience, files in sample().items():
        write_files(files, output / audience)
    return {audience: site_in(output / audience) for audience in AUDIENCES}


@pytest.fixture(params=AUDIENCES)
def site(request: pytest.FixtureRequest, sites: dict[str, Site]) -> Site:
    return sites[request.param]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_here(), args=arguments(), timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(params=FEW + ALL)
def pages(request: pytest.FixtureRequest, sites: dict[str, Site], chromium: Browser) -> Pages:
    audience, count = request.param
    return pages_of(sites[audience], count, chromium)


@pytest.fixture
def pages_with_a_script(sites: dict[str, Site], chromium: Browser) -> Pages:
    """The residents' pages have none."""
    return pages_of(sites["staff"], 1, chromium)


def pages_of(site: Site, count: int | None, chromium: Browser) -> Pages:
    """Of a template that repeats, so many pages; all of them where there is no count."""
    paths = site.of_each_template(count)
    assert [template for template, made in paths.items() if not made] == NOT_IN_THE_SAMPLE
    return Pages(chromium, site, tuple(page for made in paths.values() for page in made))


@pytest.fixture(params=AUDIENCES)
def stressed_pages(request: pytest.FixtureRequest, stressed: Path, chromium: Browser) -> Pages:
    """A page of each template at its edges, and the update of one line."""
    site = site_in(stressed / request.param)
    paths = {path for template in TEMPLATES for path in site.most_on_them(template, 1)} - {MISSING}
    return Pages(chromium, site, tuple(sorted(paths | {ONE_LINE})))


@pytest.fixture(scope="session")
def stressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stressed_sites(tmp_path_factory.mktemp("stressed"))
