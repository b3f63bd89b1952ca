"""The one script: what it adds, in the page's words alone, from a disk as well as under a strict policy."""

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.looking import DESKTOP, PHONE, Pages
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

MOST = 4 * 1024  # bytes over the wire
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'"
WITHOUT_CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.addEventListener("copy", () => (window.copied = document.activeElement.value));
"""
LINES = ".group .action-line:visible"


@pytest.fixture
def staff(sites: dict[str, Site]) -> Site:
    return sites["staff"]


@contextmanager
def opened(chromium: Browser, url: str, init: str = "", **how: Any) -> Iterator[Page]:
    context = chromium.new_context(**{"viewport": DESKTOP, **how})
    try:
        page = context.new_page()
        page.add_init_script(init)
        page.goto(url)
        yield page
    finally:
        context.close()


@pytest.fixture
def actions(chromium: Browser, staff: Site) -> Iterator[Page]:
    with opened(chromium, staff.url("actions/index.html")) as page:
        yield page


@pytest.fixture
def edition(staff: Site) -> str:
    (page,) = staff.most_on_them("edition", 1)
    return staff.url(page)


def script(site: Site) -> Path:
    return site.folder / "assets" / "site.js"


def test_the_script_is_small(staff: Site) -> None:
    assert len(gzip.compress(script(staff).read_bytes())) < MOST


def test_node_can_read_the_script(staff: Site) -> None:
    assert shutil.which("node"), "node is not here: apt install npm"
    checked = subprocess.run(["node", "--check", script(staff)], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


def test_the_script_has_no_sentence_of_its_own(staff: Site) -> None:
    """Its words come from the page, in the language of the page: no string in it has a capital and a space."""
    strings = re.findall(r'"[^"\n]*"|`[^`]*`', script(staff).read_text("utf-8"))
    assert [string for string in strings if re.search(r"[A-Z].* ", string)] == []


def test_words_narrow_the_list_whatever_their_case_and_marks(actions: Page) -> None:
    everything = actions.locator(LINES).count()
    actions.get_by_role("searchbox").fill("  WEBSITÉ new ")
    found = actions.locator(LINES).all_inner_texts()
    assert 0 < len(found) < everything
    assert [text for text in found if "website" not in text.lower() or "new" not in text.lower()] == []


@pytest.mark.parametrize("typed", ["Weavers' Hall", "weavers’ hall", "weaversʼ hall"])
def test_words_narrow_the_list_whichever_apostrophe_is_typed(typed: str, actions: Page) -> None:
    """Keyboards have another than pages."""
    actions.get_by_role("searchbox").fill(typed)
    found = actions.locator(LINES).all_inner_texts()
    assert found
    assert [text for text in found if "Weavers’ Hall" not in text] == []


@pytest.mark.parametrize(
    ("typed", "written"), [("wifi", "Wi-Fi"), ("“Wi-Fi”", "Wi-Fi"), ("1900", "1,900"), ("callback", "call-back")]
)
def test_words_narrow_the_list_without_their_hyphens_commas_and_quotes(typed: str, written: str, actions: Page) -> None:
    actions.get_by_role("searchbox").fill(typed)
    found = actions.locator(LINES).all_inner_texts()
    assert found
    assert [text for text in found if written not in text] == []


def test_a_link_to_what_nothing_has_today_leads_to_nothing_and_not_to_everything(actions: Page) -> None:
    """Whoever kept the link to what is overdue was shown every action on the day on which none was."""
    actions.goto(f"{actions.url.partition('#')[0]}#state=overdue")
    expect(actions.get_by_text("No action fits.")).to_be_visible()
    assert actions.locator(LINES).count() == 0
    expect(actions.get_by_role("combobox", name="State")).to_have_value("overdue")
    actions.get_by_role("button", name="Clear").click()
    expect(actions.locator(LINES).first).to_be_visible()


def test_a_narrowed_list_says_on_paper_by_what_it_is_narrowed(actions: Page) -> None:
    """Six actions on paper passed for "every action of the programme"."""
    form, words = actions.locator(".filter"), actions.get_by_role("searchbox")
    actions.emulate_media(media="print")
    expect(form).to_be_hidden()
    actions.emulate_media(media="screen")
    words.fill("website")
    actions.emulate_media(media="print")
    expect(words).to_be_visible()
    expect(actions.locator(".filter-count")).to_be_visible()
    expect(actions.get_by_role("button", name="Clear")).to_be_hidden()


def test_a_workstream_and_a_state_narrow_it_together(actions: Page) -> None:
    actions.get_by_role("combobox", name="Workstream").select_option(label="Finance")
    actions.get_by_role("combobox", name="State").select_option(label="Completed")
    expect(actions.locator(".group:visible")).to_have_count(1)
    assert set(actions.locator(f"{LINES} .line-workstream").all_inner_texts()) == {"Finance"}


def test_how_many_are_left_is_said_aloud_and_in_the_contents(actions: Page) -> None:
    actions.get_by_role("searchbox").fill("website")
    left = actions.locator(LINES).count()
    expect(actions.locator(".filter [role=status]")).to_have_text(re.compile(rf"^{left} of \d+ actions$"))
    numbers = actions.locator(".contents li:visible .group-count").all_inner_texts()
    assert sum(map(int, numbers)) == left


def test_a_list_that_nothing_fits_says_so_and_can_be_cleared_by_keyboard(actions: Page) -> None:
    everything = actions.locator(LINES).count()
    actions.get_by_role("searchbox").fill("no such words anywhere")
    expect(actions.get_by_text("No action fits.")).to_be_visible()
    for _ in range(3):
        actions.keyboard.press("Tab")
    expect(actions.get_by_role("button", name="Clear")).to_be_focused()
    actions.keyboard.press("Enter")
    expect(actions.get_by_role("searchbox")).to_be_focused()
    expect(actions.get_by_text("No action fits.")).to_be_hidden()
    assert actions.locator(LINES).count() == everything
    assert "#" not in actions.url


def test_enter_in_the_field_stays_on_the_page(actions: Page) -> None:
    actions.get_by_role("searchbox").fill("website")
    actions.keyboard.press("Enter")
    assert actions.url.endswith("actions/index.html#find=website")


def test_what_was_chosen_stands_in_the_address_and_comes_back_with_it(chromium: Browser, actions: Page) -> None:
    actions.get_by_role("searchbox").fill("new website")
    actions.get_by_role("combobox", name="Workstream").select_option(index=1)
    actions.get_by_role("combobox", name="State").select_option(label="Completed")
    left = actions.locator(LINES).all_inner_texts()
    with opened(chromium, actions.url) as again:
        assert again.get_by_role("searchbox").input_value() == "new website"
        assert again.locator(LINES).all_inner_texts() == left


def test_an_address_with_unknown_choices_shows_everything(chromium: Browser, staff: Site) -> None:
    with opened(chromium, staff.url("actions/index.html") + "#workstream=gone&state=lost&find=") as page:
        assert page.get_by_role("combobox", name="Workstream").input_value() == ""
        assert page.locator(".group .action-line:not(:visible)").count() == 0


def test_a_plain_address_of_a_group_still_leads_there(chromium: Browser, staff: Site) -> None:
    with opened(chromium, staff.url("actions/index.html") + "#completed") as page:
        assert page.evaluate("Math.abs(document.querySelector('#completed').getBoundingClientRect().top) < 60")
        assert page.url.endswith("#completed")


def test_an_address_can_be_copied_by_keyboard_and_is_said_to_be(chromium: Browser, edition: str) -> None:
    with opened(chromium, edition, permissions=["clipboard-read", "clipboard-write"]) as page:
        link = page.get_by_role("link", name="Link to this section: Customer services")
        link.press("Enter")
        expect(page.locator("main > [role=status]")).to_have_text("Address copied")
        assert page.evaluate("navigator.clipboard.readText()") == f"{edition}#workstream.customer-services"
        assert page.url.endswith("#workstream.customer-services")


def test_an_address_can_be_copied_where_the_clipboard_is_closed(chromium: Browser, edition: str) -> None:
    with opened(chromium, edition, WITHOUT_CLIPBOARD) as page:
        link = page.locator(".action .here").first
        link.press("Enter")
        expect(page.locator("main > [role=status]")).to_have_text("Address copied")
        assert page.evaluate("window.copied") == page.url
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.action') === document.querySelector('.action')")


def test_the_links_of_an_action_are_named_by_its_short_name_and_not_by_all_that_was_just_read(
    chromium: Browser, edition: str
) -> None:
    """Else an update is heard three times over, and a list of its links is one of paragraphs."""
    with opened(chromium, edition) as page:
        action = page.locator(".action", has_text="The telephone menu went from").first
        expect(action.locator("p").first).to_contain_text("Callers reach a person 40 seconds sooner")
        name = "The telephone menu went from nine choices to four on 8 June"
        expect(action.locator(".here")).to_have_accessible_name(f"Link to this action, as it is told here: {name}")
        expect(action.locator(".follow a").first).to_have_accessible_name(f"Follow this action: {name}")


def test_an_address_is_seen_when_it_is_pointed_at_reached_or_touched(chromium: Browser, edition: str) -> None:
    with opened(chromium, edition) as page:
        link = page.locator(".headed .here").first
        expect(link).to_have_css("opacity", "0")
        page.locator(".headed").first.hover()
        expect(link).to_have_css("opacity", "1")
        page.mouse.move(0, 0)
        page.locator(".headed .here").nth(1).press("Shift+Tab")
        expect(page.locator(".here:focus")).to_have_css("opacity", "1")
    with opened(chromium, edition, viewport=PHONE, has_touch=True, is_mobile=True) as page:
        expect(page.locator(".headed .here").first).to_have_css("opacity", "1")


def test_headings_keep_their_own_names(chromium: Browser, edition: str) -> None:
    with opened(chromium, edition) as page:
        names = page.get_by_role("heading", name="Link to").all_inner_texts()
        assert names == []


def test_the_page_can_be_printed_from_a_button(chromium: Browser, edition: str) -> None:
    with opened(chromium, edition, "window.print = () => (window.printed = true)") as page:
        page.get_by_role("button", name="Print this page").click()
        assert page.evaluate("window.printed")


def test_without_scripts_there_is_no_control_that_does_nothing(chromium: Browser, staff: Site, edition: str) -> None:
    for url in (staff.url("actions/index.html"), edition):
        with opened(chromium, url, java_script_enabled=False) as page:
            assert page.locator("button:visible, input:visible, select:visible").count() == 0


def test_the_script_works_under_a_strict_policy(chromium: Browser, staff: Site) -> None:
    def serve(route: Route) -> None:
        file = staff.folder / route.request.url.removeprefix(staff.address)
        route.fulfill(path=file, headers={"Content-Security-Policy": STRICT})

    context = chromium.new_context()
    try:
        context.route(f"{staff.address}**", serve)
        page = context.new_page()
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text))
        page.goto(f"{staff.address}actions/index.html")
        page.get_by_role("searchbox").fill("website")
        expect(page.get_by_role("button", name="Print this page")).to_be_visible()
        page.locator(".here:visible").first.press("Enter")
        assert heard == []
    finally:
        context.close()


def test_pages_can_be_looked_at_as_they_are_without_it(pages_with_a_script: Pages) -> None:
    """So that a look at pages where the script has not arrived means something."""

    def controls(page: Page) -> list[str]:
        return page.locator("button:visible").all_inner_texts()

    assert pages_with_a_script.each(controls) != []
    assert pages_with_a_script.each(controls, is_script_lost=True) == []
