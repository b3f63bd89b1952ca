"""What every page needs, and what none may have, seen in the finished page."""

import pytest

from generator.making.outline import lacking


def page(main: str, head: str = "<title>Updates</title>", lang: str = ' lang="en"') -> str:
    return f"<!doctype html><html{lang}><head>{head}</head><body><main>{main}</main></body></html>"


HEADING = "<h1>Updates</h1>"


def test_a_page_with_all_that_it_needs_lacks_nothing() -> None:
    good = page(
        f'{HEADING}<h2>New</h2><ul><li>One<li>Two</ul><p>Words<br>more<img src="a.png" alt=""><svg><path d="M0"/></svg>'
    )
    assert list(lacking(good, is_full=False)) == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (page(HEADING, lang=""), "the page does not say its language"),
        (page(HEADING, head=""), "the page has no title"),
        (page(""), "the page has no heading of the first level, `<h1>`"),
        (page(HEADING + HEADING), "the page has 2 times a heading of the first level, `<h1>`"),
        (page("<h1> </h1>"), "the heading of the first level, `<h1>`, has no words"),
        (page(f"</main>{HEADING}<main>"), "the page has 2 times a main part, `<main>`"),
        (page(f"{HEADING}<h3>New</h3>"), "`<h3>` follows on `<h1>`"),
        (page(f'{HEADING}<img src="a.png">'), "a picture has no `alt`"),
        (page(f'{HEADING}<p style="color:red">x</p>'), "`style` within a page is not heeded"),
        (page(f'{HEADING}<a href="x" onclick="y()">x</a>'), "`onclick` within a page never runs"),
        (page(f"{HEADING}<script>x()</script>"), "a script within a page never runs"),
        (page(f'{HEADING}<img src="//x.example/a.png" alt="">'), "`//x.example/a.png` is fetched from elsewhere"),
        (page(f'{HEADING}<link rel="icon" href="//x.example">'), "`//x.example` is fetched from elsewhere"),
        (page(f"{HEADING}<div><b>x</div>"), "`<b>` is not closed"),
        (page(f"{HEADING}x</div>"), "`</div>` closes nothing"),
        (page(f'{HEADING}<p id="a"><p id="a">'), "the id `a` stands there 2 times"),
        (page(f'{HEADING}<a href="#b">x</a>'), "a link leads to `#b`, which is not there"),
    ],
)  # fmt: skip
def test_what_a_page_lacks_is_said(wrong: str, why: str) -> None:
    is_full = why.endswith("no words")
    assert [it.why for it in lacking(wrong, is_full=is_full)] == [why]


def test_a_link_that_a_writer_wrote_is_not_the_templates() -> None:
    assert list(lacking(page(f'{HEADING}<a href="#b">x</a>'), is_full=True)) == []


def test_data_and_addresses_of_other_sites_may_stand_in_a_page() -> None:
    head = (
        '<title>x</title><link rel="canonical" href="https://x.example/"><script type="application/ld+json">{}</script>'
    )
    assert list(lacking(page(f'{HEADING}<a href="https://x.example/">x</a>', head), is_full=False)) == []


def test_a_page_may_fetch_from_its_own_site_by_a_whole_address() -> None:
    shown = page(f'{HEADING}<img src="https://x.example/one/a.png" alt="">')
    assert list(lacking(shown, is_full=False, site="https://x.example/one/")) == []
