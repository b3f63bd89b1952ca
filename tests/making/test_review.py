"""What an approver must read, as one HTML file."""

import re
from base64 import b64encode
from gettext import NullTranslations
from hashlib import sha256

from generator.briefing.review_views import ReviewGroup, ReviewItem, ReviewPage
from generator.briefing.specimens import full_site
from generator.making.render import Renderer
from generator.making.review import make_review
from generator.making.theme import Theme, load_theme
from generator.shipped import themes_folder
from generator.text.source import Span


def theme() -> Theme:
    found = load_theme("council", (themes_folder(),), {}, [], Span("programme.yml", 0, 0))
    assert found
    return found


def made(page: ReviewPage) -> str:
    html, findings = make_review(Renderer(theme(), full_site(), NullTranslations()), page, {})
    assert findings == []
    return html.decode()


def page(words: str) -> ReviewPage:
    item = ReviewItem(id="a", change="New", words=words, lines=(), place="a.md:1")
    return ReviewPage(
        address="", title="May", organisation="M", summary=("One.",), groups=(ReviewGroup(title="G", items=(item,)),)
    )


def test_its_policy_lets_its_own_styles_through_and_nothing_else() -> None:
    html = made(page("We did it."))
    styles = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert styles
    digest = b64encode(sha256(styles[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert policy in html.replace("&#39;", "'")
    assert "url(" not in html
    assert "<script" not in html
    assert "style=" not in html


def test_words_of_writers_are_escaped_and_parts_without_words_left_out() -> None:
    html = made(page("<script>alert(1)</script>"))
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "Measures" not in html


def test_headings_go_down_by_one_and_the_page_says_its_language() -> None:
    html = made(page("We did it."))
    assert re.findall(r"<h(\d)", html) == ["1", "2", "3"]
    assert '<html lang="en-GB" dir="ltr">' in html
