"""How a test looks at pages: each one opened in Chromium as some reader has it, and asked what is wrong with it."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize

from tests.browser.sites import MISSING, Site

# The first has no windows, and so takes two thirds of the time of the others; it is Playwright's own choice, too.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
LOOK = Path(__file__).with_name("look.js")

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=800)
SMALLEST = ViewportSize(width=320, height=640)

# On a busy machine a page may wait long for its turn; what hangs is ended by the test's own limit.
PATIENCE = 120_000  # milliseconds

# What a theme's script adds to a page, and where that is.
SCRIPTS = "**/*.js"
MADE_BY_THE_SCRIPT = ".print, .filter, .search, .search-cannot, .search-count, .told"

Ask = Callable[[Page], Iterable[str]]


def browser_here() -> str:
    found = (shutil.which(name) for name in BROWSERS)
    path = next((path for path in found if path), None)
    if path is None:
        pytest.fail(f"none of {', '.join(BROWSERS)} is here: apt install chromium", pytrace=False)
    return path


def arguments() -> list[str]:
    """Chromium refuses to put root in its sandbox."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


@dataclass(frozen=True, slots=True)
class Pages:
    """Some pages of one site. `how` is what Playwright's `new_context` takes: colour scheme, viewport, JavaScript.

    `is_script_lost` looks at them as they are where the theme's script has not arrived, with ours still at work.
    """

    browser: Browser
    site: Site
    paths: tuple[str, ...]

    def have_no(self, fault: Ask, scripts: Iterable[Path] = (LOOK,), **how: Any) -> None:
        """Fail, with all of them listed, where pages have such faults."""
        __tracebackhide__ = True
        if found := self.each(fault, scripts, **how):
            pytest.fail("\n".join(found), pytrace=False)

    def each(self, ask: Ask, scripts: Iterable[Path] = (LOOK,), is_script_lost: bool = False, **how: Any) -> list[str]:
        """What is wrong, each with its page.

        The page not found is seen by itself, for as soon as one address is answered by a test, all are asked of it.
        """
        found = {path: list[str]() for path in self.paths}
        for is_missing in (False, True):
            if paths := [path for path in self.paths if (path == MISSING) is is_missing]:
                with self._context(scripts, **how) as context:
                    if is_missing:
                        context.route(f"{self.site.address}**", lambda route: _serve(self.site, route))
                    if is_script_lost:
                        context.route(SCRIPTS, lambda route: route.abort())
                    page = context.new_page()
                    for path in paths:
                        found[path] = _asked(page, self.site.url(path), ask)
        return [f"{path}: {fault}" for path, faults in found.items() for fault in faults]

    @contextmanager
    def _context(self, scripts: Iterable[Path], **how: Any) -> Iterator[BrowserContext]:
        context = self.browser.new_context(**{"viewport": DESKTOP, **how})
        context.set_default_timeout(PATIENCE)
        for script in scripts:
            context.add_init_script(path=script)
        try:
            yield context
        finally:
            context.close()


def _serve(site: Site, route: Route) -> None:
    """Stand in for the council's server, which nothing here may ask."""
    file = site.folder / route.request.url.removeprefix(site.address)
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)


def _asked(page: Page, url: str, ask: Ask) -> list[str]:
    page.goto(url)
    return list(ask(page))


def ask_script(function: str) -> Ask:
    """Ask one of the functions of look.js."""
    return lambda page: page.evaluate(f"look.{function}()")
