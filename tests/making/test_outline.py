"""What every page needs, and what none may have, seen in the finished page."""

import pytest

from generator.making.outline import lacking

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">"""
SHEET = '<link rel="stylesheet" href="a.css">'
FRAME = VIEWPORT + POLICY + SHEET


def page(main: str, head: str = "<title>Updates</title>", lang: str = ' lang="en"', frame: str = FRAME) -> str:
    return f'<!doctype html><html{lang}><head>{frame}{head}</head><body><main id="main">{main}</main></body></html>'


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
        (page(HEADING, frame=POLICY), "the page does not say how wide it is, so phones show it small"),
        (page(HEADING, frame=VIEWPORT), "the page does not carry the security policy"),
        (page(HEADING, frame=POLICY + VIEWPORT.replace("=1", "=1, user-scalable=no")), "readers cannot zoom in"),
        (page(HEADING, frame=POLICY + VIEWPORT.replace("=1", "=1,maximum-scale=1.0")), "readers cannot zoom in"),
        (page(f'{HEADING}<p tabindex="3">x</p>'), "`tabindex` takes it out of the order in which it is read"),
        (page(f"{HEADING}<style>p {{}}</style>"), "`<style>` within a page is not heeded"),
        (page(f'{HEADING}<a href="x"><img src="a.png" alt=""> </a>'), "`<a>` has no words"),
        (page(f"{HEADING}<button><svg></svg></button>"), "`<button>` has no words"),
        (page(f"{HEADING}<button><svg><style>p {{}}</style></svg></button>", frame=VIEWPORT + POLICY),
         "`<button>` has no words"),
        (page(f"</main><nav></nav><main>{HEADING}").replace('<main id="main"></main>', ""),
         "no link leads past the menu to the main part"),
    ],
)  # fmt: skip
def test_what_a_page_lacks_is_said(wrong: str, why: str) -> None:
    is_full = why.endswith("no words")
    assert [it.why for it in lacking(wrong, is_full=is_full)] == [why]


@pytest.mark.parametrize(
    "good",
    [
        '<a href="x"><img src="a.png" alt="Home"></a><a href="x" aria-label="Home"></a><a id="x"></a>',
        '<a href="x"><span>Home</span></a><button title="Print"></button><p tabindex="-1">x</p><p tabindex="0">y</p>',
        '<template><a href="x"></a></template><nav>A menu after the main part begins</nav>',
    ],
)
def test_what_has_a_name_or_gets_one_lacks_nothing(good: str) -> None:
    assert list(lacking(page(HEADING + good), is_full=True)) == []


def test_a_link_past_the_menu_and_styles_that_the_policy_lets_through_are_right() -> None:
    skip = '<a href="#main">Skip</a><nav></nav><main id="main">'
    assert list(lacking(page(HEADING).replace('<main id="main">', skip), is_full=True)) == []
    hashed = page(f"{HEADING}<style>p {{}}</style>").replace("'self'", "'sha256-abc'")
    assert list(lacking(hashed, is_full=True)) == []


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
