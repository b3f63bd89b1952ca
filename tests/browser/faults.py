"""What can be wrong with a page for some reader: each is a question that gives the faults in words."""

from playwright.sync_api import Page

from tests.browser.looking import ask_script

A4_BETWEEN_ITS_MARGINS = {"width": 658, "height": 980}
TWICE = "html { font-size: 200% !important }"
OF_NO_USE_ON_PAPER = "nav, .skip-link, .button, button, form, .here"
WITHOUT_ITS_ADDRESS = """[...document.querySelectorAll('main a[href^="http"]')]
  .filter((link) => !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")))
  .map((link) => `${link.href}: its address is not on paper`)"""
BARE = """[...document.querySelectorAll("main section")]
  .map((section) => [section.innerText.trim(), section.querySelector("h2, h3")?.innerText.trim()])
  .filter(([all, heading]) => all && all === heading)
  .map(([all]) => `${all}: nothing but the heading is on paper`)"""
small_targets = ask_script("smallTargets")


def trouble(page: Page) -> list[str]:
    """What the console says and what cannot be had while the page loads; an icon that comes too late is none."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"the console says: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"a script failed: {error}"))
    page.on("requestfailed", lambda request: heard.append(f"{request.failure}: {request.url}"))
    page.on("response", lambda answer: None if answer.ok else heard.append(f"{answer.status}: {answer.url}"))
    page.reload()
    return [one for one in heard if not one.startswith("net::ERR_ABORTED")]


def words_out_of_sight(page: Page) -> list[str]:
    return [*page.evaluate("look.faint()"), *page.evaluate("look.vanished()")]


def faults_on_paper(page: Page) -> list[str]:
    page.emulate_media(media="print")
    idle = page.evaluate("selector => look.shown(selector)", OF_NO_USE_ON_PAPER)
    unaddressed = page.evaluate(WITHOUT_ITS_ADDRESS)
    return [
        *idle,
        *unaddressed,
        *page.evaluate(BARE),
        *page.evaluate("look.faint()"),
        *page.evaluate("look.sideways()"),
        *page.evaluate("look.cut()"),
    ]


def crowding(page: Page) -> list[str]:
    return [*page.evaluate("look.sideways()"), *page.evaluate("look.cut()")]


def crowding_when_text_is_twice_as_large(page: Page) -> list[str]:
    page.add_style_tag(content=TWICE)
    return crowding(page)
