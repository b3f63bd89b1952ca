"""Searching in a real browser, below a path of a server that sends the headers that the site asks for."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import AXE, axe_findings
from tests.browser.looking import DESKTOP, LOOK, PATIENCE, PHONE, Pages
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

RESULTS = ".search-found li"


class _Served(SimpleHTTPRequestHandler):
    """Says what `_headers` of the staff's site asks a server to say."""

    def end_headers(self) -> None:
        asked = Path(self.directory, "staff", "_headers").read_text(encoding="utf-8").splitlines()
        for line in asked:
            if line.startswith("  "):
                self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(sites: dict[str, Site]) -> Iterator[str]:
    folder = sites["staff"].folder.parent
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Served, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/staff/"
        server.shutdown()


@pytest.fixture
def searching(chromium: Browser, served: str) -> Iterator[Page]:
    context = chromium.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENCE)
    for script in (LOOK, AXE):
        context.add_init_script(path=script)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(f"{served}search/index.html")
    yield page
    context.close()
    assert wrong == []


def test_a_word_finds_actions_by_the_keyboard_alone_and_leads_to_them(searching: Page) -> None:
    page = searching
    while page.evaluate("document.activeElement.name") != "find":
        page.keyboard.press("Tab")
    page.keyboard.type("webs")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(".search-count")).to_contain_text("Results: ")
    expect(page.locator(".a-to-z")).to_be_hidden()
    first = page.locator(RESULTS).first.locator("a")
    while not first.evaluate("it => it === document.activeElement"):
        page.keyboard.press("Tab")
    title = first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/actions/*/index.html")
    expect(page.locator("main")).to_contain_text(title.removesuffix(" …")[:40])
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("webs")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_results_are_narrowed_and_everyone_can_read_them(searching: Page) -> None:
    page = searching
    page.get_by_label("State of actions").select_option("completed")
    expect(page.locator(RESULTS)).to_have_count(20)
    page.get_by_role("searchbox").fill("website")
    page.get_by_label("Workstream").select_option("customer-services")
    expect(page.locator(".search-count")).not_to_have_text("")
    expect(page.locator(RESULTS)).not_to_have_count(20)
    states = page.locator(f"{RESULTS} .state").all_inner_texts()
    assert {state.strip() for state in states} == {"Completed"}
    assert axe_findings(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    assert axe_findings(page) == []
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".a-to-z")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert urlsplit(page.url).fragment == ""


def test_a_search_can_be_sent_on_and_more_of_it_shown(searching: Page, served: str) -> None:
    page = searching
    page.goto(f"{served}search/index.html#state=completed")
    page.reload()
    expect(page.locator(RESULTS)).to_have_count(20)
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.locator(f"{RESULTS}:nth-child(21) a")).to_be_focused()


def test_results_of_one_name_are_told_apart_by_their_links(searching: Page) -> None:
    searching.get_by_role("searchbox").fill("customer services")
    expect(searching.get_by_role("link", name="Customer services (Workstream)", exact=True)).to_be_visible()
    names = searching.locator(f"{RESULTS} a").all_inner_texts()
    assert len(names) == len(set(names))


def test_a_reader_is_told_that_nothing_fits(searching: Page) -> None:
    searching.get_by_role("searchbox").fill("zzyzx")
    expect(searching.get_by_role("status").first).to_contain_text("Nothing fits. Try")
    expect(searching.locator(".search-found")).to_be_hidden()


@pytest.mark.parametrize("sought", ["£1.4 million", "1.4 million", "“£1.4 million”", "money £1.4 million"])
def test_a_sum_is_found_as_the_page_writes_it(searching: Page, sought: str) -> None:
    """Whoever copied it from the page was told that nothing fits."""
    searching.get_by_role("searchbox").fill(sought)
    expect(searching.locator(RESULTS).first).to_contain_text("£1.4 million")


@pytest.mark.parametrize("sought", ["website Thornmere", "laptop zebra", "webiste", '"call back"'])
def test_what_comes_near_is_found_and_told_as_that(searching: Page, sought: str) -> None:
    """One word that is remembered wrongly hid all that the others find, or was passed over without a word."""
    searching.get_by_role("searchbox").fill(sought)
    expect(searching.locator(".search-count")).to_contain_text("Nothing fits exactly")
    expect(searching.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize(
    "sought",
    ["librarys", "Zielinski", "Weavers' Hall", "1900", "wi fi", "self service", "moving", "£26,000", "webs"],
)
def test_other_forms_of_a_word_are_no_other_word(searching: Page, sought: str) -> None:
    searching.get_by_role("searchbox").fill(sought)
    expect(searching.locator(".search-count")).to_contain_text("Results: ")
    expect(searching.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize("sought", ["agile", "colour", "zzyzx"])
def test_pages_that_begin_a_word_as_it_begins_are_no_answer(searching: Page, sought: str) -> None:
    """For `agile` every page that had an `a` was listed."""
    searching.get_by_role("searchbox").fill(sought)
    expect(searching.locator(".search-count")).to_contain_text("Try fewer or other words")
    expect(searching.locator(".search-found")).to_be_hidden()


@pytest.mark.parametrize(
    ("sought", "title"),
    [
        ("accessibility statement", "Accessibility statement (Page)"),
        ("progress", "Progress (Page)"),
        ("formats", "Other formats (Page)"),
        ("one council news", "One Council news, October 2026 (Newsletter)"),
    ],
)
def test_the_sites_own_pages_and_newsletters_are_found(searching: Page, sought: str, title: str) -> None:
    searching.get_by_role("searchbox").fill(sought)
    expect(searching.get_by_role("link", name=title, exact=True)).to_be_visible()


def test_a_search_for_a_state_that_nothing_has_today_finds_nothing(searching: Page, served: str) -> None:
    """A kept search for what is overdue listed everything on the day on which nothing was."""
    searching.goto(f"{served}search/index.html#find=library&state=overdue")
    expect(searching.locator(".search-count")).to_contain_text("Nothing fits. Try")
    searching.get_by_role("button", name="Clear").click()
    expect(searching.locator(".a-to-z")).to_be_visible()


def test_what_was_found_says_on_paper_what_was_sought(searching: Page) -> None:
    searching.emulate_media(media="print")
    expect(searching.get_by_role("searchbox")).to_be_hidden()
    searching.emulate_media(media="screen")
    searching.get_by_role("searchbox").fill("library")
    expect(searching.locator(RESULTS).first).to_be_visible()
    searching.emulate_media(media="print")
    expect(searching.get_by_role("searchbox")).to_be_visible()
    expect(searching.locator(".search-count")).to_be_visible()
    expect(searching.get_by_role("button", name="Clear")).to_be_hidden()


def test_nothing_is_fetched_before_a_reader_turns_to_it(searching: Page) -> None:
    fetched = "performance.getEntriesByType('resource').filter(it => it.name.includes('/pagefind/')).length"
    assert searching.evaluate(fetched) == 0
    with searching.expect_response("**/pagefind/wasm.en.pagefind"):
        searching.get_by_role("searchbox").focus()


def test_from_a_disk_the_page_says_that_it_cannot_and_shows_the_list(chromium: Browser, sites: dict[str, Site]) -> None:
    def faults(page: Page) -> list[str]:
        expect(page.locator(".search-cannot")).to_be_visible()
        expect(page.locator(".search")).to_be_hidden()
        expect(page.locator(".a-to-z")).to_be_visible()
        return []

    Pages(chromium, sites["staff"], ("search/index.html",)).have_no(faults)


def test_a_reader_in_the_field_is_told_that_the_index_cannot_be_had_and_is_not_thrown_off_the_page(
    chromium: Browser, served: str
) -> None:
    """The form goes while the reader stands in it, and the keyboard would begin at the top of the page again."""
    context = chromium.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(f"{served}search/index.html")
    page.get_by_role("searchbox").focus()
    expect(page.locator(".search-cannot")).to_be_focused()
    expect(page.locator(".search")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator(".a-to-z a").first).to_be_focused()
    context.close()


def test_without_scripts_the_list_leads_to_every_action(chromium: Browser, sites: dict[str, Site]) -> None:
    def faults(page: Page) -> list[str]:
        shown = page.locator(".letter-group .action-line a:visible").count()
        there = len(list((sites["staff"].folder / "actions").glob("[a-z]*/index.html")))
        hidden = page.locator(".search, .search-cannot, .search-found").locator("visible=true").count()
        return [] if (shown, hidden) == (there, 0) else [f"{shown} of {there} are listed, {hidden} parts are dead"]

    Pages(chromium, sites["staff"], ("search/index.html",)).have_no(faults, java_script_enabled=False, scripts=())
