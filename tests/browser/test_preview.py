"""The preview in a real browser: it keeps up with what is saved, keeps one's place, and tells what is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser.axe import AXE, axe_findings
from tests.browser.looking import DESKTOP, LOOK, PHONE
from tests.examples import smallest, write_files
from tests.serving.running import Served, served, until

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

UPDATE = "editions/2020-01/customer-services.md"
PAGE = "staff/updates/2020-01/"
PATIENCE = 30_000  # milliseconds
THEME = "name: ours\ntitle: Ours\nextends: council\ntokens:\n  colour:\n    accent: "
MANY = "".join(f"- We wrote to the people of street {number}. {{#street-{number}}}\n" for number in range(60))


def update(words: str) -> str:
    return f"## Completed\n\n- {words} {{#desk}}\n{MANY}"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Served]:
    files = smallest()
    files[UPDATE] = update("We opened the desk.").encode()
    files["programme.yml"] = files["programme.yml"].replace(b"theme: council", b"theme: ours")
    write_files(files, tmp_path / "content")
    write_files({"theme.yml": f'{THEME}"#0a4a50"\n'.encode()}, tmp_path / "themes" / "ours")
    with served(tmp_path) as found:
        yield found


@pytest.fixture
def audited(chromium: Browser, preview: Served) -> Iterator[Page]:
    """The edition's page, open, with axe in it, which breaks the page's policy itself."""
    context = chromium.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENCE)
    for script in (AXE, LOOK):
        context.add_init_script(path=script)
    page = context.new_page()
    page.goto(f"{preview.address}{PAGE}")
    yield page
    context.close()


@pytest.fixture
def page(chromium: Browser, preview: Served) -> Iterator[Page]:
    """The edition's page, open; a report of its policy, or an error of a script, fails the test."""
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    found = context.new_page()
    faults: list[str] = []
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    found.goto(f"{preview.address}{PAGE}")
    yield found
    context.close()
    assert faults == []


def _is_fault(message: ConsoleMessage) -> bool:
    return message.type == "error" and "ERR_" not in message.text  # a line that is dropped when the server ends


def save(preview: Served, path: str, words: str) -> None:
    (preview.log.parent / path).write_text(words, encoding="utf-8")


def test_what_is_saved_is_shown_at_the_same_place(page: Page, preview: Served) -> None:
    page.evaluate("scrollTo(0, 900)")
    page.locator("footer a").first.evaluate("it => it.focus({preventScroll: true})")
    focused = page.evaluate("document.activeElement.textContent")
    save(preview, f"content/{UPDATE}", update("We opened the second desk."))
    expect(page.get_by_text("We opened the second desk.").first).to_be_attached(timeout=PATIENCE)
    until(lambda: abs(page.evaluate("scrollY") - 900) < 2)
    until(lambda: page.evaluate("document.activeElement.textContent") == focused)


def test_a_style_is_changed_without_loading_the_page_again(page: Page, preview: Served) -> None:
    page.evaluate("window.is_the_same = true")
    accent = (
        "getComputedStyle(document.documentElement).getPropertyValue('--colour-accent') + document.styleSheets[0].href"
    )
    before = page.evaluate(accent)
    save(preview, "themes/ours/theme.yml", f'{THEME}"#14406b"\n')
    until(lambda: page.evaluate(accent) != before)
    until(lambda: page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length") == 1)
    assert page.evaluate("window.is_the_same") is True


def test_a_mistake_is_told_over_the_last_good_page_and_goes_when_it_is_mended(page: Page, preview: Served) -> None:
    save(preview, f"content/{UPDATE}", "## Completd\n\n- We closed the desk. {#desk}\n")
    told = page.get_by_role("dialog", name="1 error")
    expect(told).to_be_visible(timeout=PATIENCE)
    expect(told).to_contain_text("error[unknown-heading]: `Completd` is not a heading of an update")
    expect(told).to_contain_text("content/editions/2020-01/customer-services.md:1:1")
    expect(told).to_contain_text("help: did you mean `Completed`?")
    expect(page.get_by_text("We opened the desk.").first).to_be_attached()
    page.reload()
    expect(told).to_be_visible(timeout=PATIENCE)
    save(preview, f"content/{UPDATE}", update("We closed the desk."))
    expect(page.get_by_text("We closed the desk.").first).to_be_attached(timeout=PATIENCE)
    expect(told).to_be_hidden(timeout=PATIENCE)


def test_axe_finds_nothing_in_the_bar_and_in_what_is_told(audited: Page, preview: Served) -> None:
    bar = audited.get_by_role("navigation", name="Preview")
    assert audited.locator("golden-preview").get_attribute("lang") == "en-GB"
    expect(bar).to_be_visible(timeout=PATIENCE)
    assert axe_findings(audited) == []
    save(preview, f"content/{UPDATE}", "## Completd\n")
    expect(audited.get_by_role("dialog")).to_be_visible(timeout=PATIENCE)
    assert axe_findings(audited) == []
    audited.set_viewport_size(PHONE)
    assert axe_findings(audited) == []


def test_what_is_told_can_be_read_and_closed_from_the_keyboard(page: Page, preview: Served) -> None:
    save(preview, f"content/{UPDATE}", "## Completd\n")
    told = page.get_by_role("dialog")
    expect(told).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    expect(page.get_by_role("button", name="1 error")).to_be_focused()
    page.keyboard.press("Enter")
    expect(told).to_be_visible()
    expect(page.get_by_role("region", name="1 error")).to_be_focused()


def test_who_reads_what_is_wrong_by_keyboard_is_told_of_its_end_and_stays_in_the_preview(
    page: Page, preview: Served
) -> None:
    """Whether the page is loaded again or not: what had the focus is gone."""
    told, bar = page.get_by_role("dialog"), page.get_by_role("navigation", name="Preview")
    for mended in ("We opened the desk.", "We closed the desk."):
        save(preview, f"content/{UPDATE}", "## Completd\n")
        expect(told).to_be_visible(timeout=PATIENCE)
        expect(bar.get_by_role("status")).to_have_text("")
        page.get_by_role("region", name="1 error").focus()
        save(preview, f"content/{UPDATE}", update(mended))
        expect(told).to_be_hidden(timeout=PATIENCE)
        expect(page.get_by_text(mended).first).to_be_attached(timeout=PATIENCE)
        expect(bar).to_be_focused()
        expect(bar.get_by_role("status")).to_have_text("What was wrong is mended")


def test_who_works_through_the_warnings_keeps_them_open_at_the_same_place(page: Page, preview: Served) -> None:
    def said(left: int) -> str:
        hard = "".join(f"- We are working with group {number}.\n" for number in range(left))
        return f"## Completed\n\n{hard}{MANY}"

    save(preview, f"content/{UPDATE}", said(12))
    page.get_by_role("button", name="warning").click(timeout=PATIENCE)
    words = page.get_by_role("region", name="warning")
    expect(words).to_be_focused()
    before = words.text_content()
    words.evaluate("it => it.scrollTo(0, 100)")
    save(preview, f"content/{UPDATE}", said(11))
    until(lambda: words.count() == 0 or words.text_content() != before)
    expect(words).to_be_visible()
    expect(words).to_be_focused()
    until(lambda: words.evaluate("it => it.scrollTop") == 100)


def test_a_day_that_is_being_chosen_is_kept_while_somebody_saves(page: Page, preview: Served) -> None:
    day = page.get_by_label("As on")
    day.fill("2020-03-05")
    save(preview, f"content/{UPDATE}", update("We closed the desk."))
    expect(page.get_by_text("We closed the desk.").first).to_be_attached(timeout=PATIENCE)
    expect(day).to_have_value("2020-03-05")
    expect(day).to_be_focused()


def test_at_four_times_the_size_the_page_can_be_read_and_so_can_all_that_is_wrong(page: Page, preview: Served) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.evaluate("scrollTo(0, 300)")
    host = page.locator("golden-preview")
    seen = "it => Math.max(0, innerHeight - it.getBoundingClientRect().top)"
    assert host.evaluate(seen) < 256 / 2  # pixels of the page that the bar covers
    save(preview, f"content/{UPDATE}", "## Completd\n")
    told = page.get_by_role("dialog")
    expect(told).to_be_visible(timeout=PATIENCE)
    inside = "it => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight"
    for each in (page.get_by_role("button", name="Close"), page.get_by_role("region", name="1 error")):
        each.focus()
        each.scroll_into_view_if_needed()
        assert each.evaluate(inside)
    top = page.get_by_role("navigation", name="Preview").evaluate("it => it.getBoundingClientRect().top")
    assert page.get_by_role("region", name="1 error").evaluate("it => it.getBoundingClientRect().bottom") <= top
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()


def test_the_bar_leads_to_the_same_page_for_others_on_other_days_and_with_drafts(page: Page, preview: Served) -> None:
    bar = page.get_by_role("navigation", name="Preview")
    bar.get_by_role("link", name="Residents").click()
    page.wait_for_url(f"{preview.address}residents/updates/2020-01/")
    bar.get_by_role("link", name="Show drafts").click()
    page.wait_for_url(f"{preview.address}residents-drafts/updates/2020-01/")
    bar.get_by_label("As on").fill("2020-03-05")
    bar.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url(f"{preview.address}residents-drafts@2020-03-05/updates/2020-01/")
    expect(bar.get_by_label("As on")).to_have_value("2020-03-05")
    bar.get_by_role("link", name="Leave out drafts").click()
    page.wait_for_url(f"{preview.address}residents@2020-03-05/updates/2020-01/")


def test_an_audience_that_is_called_otherwise_is_so_in_the_bar_of_a_page_that_is_open(
    page: Page, preview: Served
) -> None:
    bar = page.get_by_role("navigation", name="Preview")
    expect(bar.get_by_role("link", name="Residents")).to_be_visible()
    programme = (preview.log.parent / "content" / "programme.yml").read_text(encoding="utf-8")
    save(preview, "content/programme.yml", programme.replace("title: Residents", "title: Everyone"))
    expect(bar.get_by_role("link", name="Everyone")).to_be_visible(timeout=PATIENCE)


def test_content_that_cannot_be_shown_yet_is_shown_when_it_is_mended(chromium: Browser, tmp_path: Path) -> None:
    files = smallest()
    write_files({**files, "programme.yml": b"titel: x\n"}, tmp_path / "content")
    with served(tmp_path) as preview:
        context = chromium.new_context(viewport=DESKTOP)
        for script in (AXE, LOOK):
            context.add_init_script(path=script)
        page = context.new_page()
        page.goto(preview.address)
        expect(page.get_by_role("heading", name="There is nothing to show yet")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_role("dialog")).to_contain_text("programme.yml", timeout=PATIENCE)
        assert axe_findings(page) == []
        (tmp_path / "content" / "programme.yml").write_bytes(files["programme.yml"])
        page.wait_for_url(f"{preview.address}staff/", timeout=PATIENCE)
        context.close()
