"""The sample is built once a session, and Chromium is started once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.build import Request, build, write
from tests.browser.looking import Pages, arguments, browser_here
from tests.browser.sites import AUDIENCES, REPEATED, TEMPLATES, Site, site_in

ROOT = Path(__file__).parents[2]
ON = date(2026, 11, 2)

# Of a template that makes many pages the one with most on it; all of them in the long run.
FEW = [
    pytest.param((audience, name, 1 if name in REPEATED else None), id=f"{audience}-{name}")
    for audience in AUDIENCES
    for name in TEMPLATES
]
LONG = [pytest.mark.long, pytest.mark.timeout(900)]
ALL = [
    pytest.param((audience, name, None), id=f"{audience}-{name}-all", marks=LONG)
    for audience in AUDIENCES
    for name in REPEATED
]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    output = tmp_path_factory.mktemp("sites")
    result = build(Request(ROOT / "content", lambda _: ON))
    if not result.sites:
        pytest.fail("the sample does not build: golden check content", pytrace=False)
    write(output, result)
    return {audience: site_in(output / audience) for audience in AUDIENCES}


@pytest.fixture(params=AUDIENCES)
def site(request: pytest.FixtureRequest, sites: dict[str, Site]) -> Site:
    return sites[request.param]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_here(), args=arguments())
        yield browser
        browser.close()


@pytest.fixture(params=FEW + ALL)
def pages(request: pytest.FixtureRequest, sites: dict[str, Site], chromium: Browser) -> Pages:
    audience, template, count = request.param
    paths = sites[audience].most_on_them(template, count)
    assert paths, f"the sample has no page of {template} for {audience}"
    return Pages(chromium, sites[audience], tuple(paths))
