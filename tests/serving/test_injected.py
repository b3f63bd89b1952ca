"""What is added to a page in the preview."""

import html
import json
import re

from generator.serving.injected import bare_page, with_script


def test_a_page_gets_one_external_script_with_all_that_it_is_told() -> None:
    told = {"notice": {"words": "</script><b>\"'&"}}
    page = with_script(b"<html><head><title>x</title></head><body></body></html>", told).decode()
    (data,) = re.findall(r'<script src="/.golden/preview.js" defer data-golden="([^"]*)"></script>\n</head>', page)
    assert json.loads(html.unescape(data)) == told
    assert page.count("<b>") == 0


def test_what_has_no_head_is_left_as_it_is() -> None:
    assert with_script(b"<p>words</p>", {}) == b"<p>words</p>"


def test_a_bare_page_shows_words_as_words() -> None:
    assert b"<b>" not in bare_page("<b>", "<b>")
