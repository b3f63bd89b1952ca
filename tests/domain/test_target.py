"""Where a link leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.target import Astray, DocumentFile, Inside, Outside, Target, Thing, parse_target

LETTER = "editions/2020-01/edition.md"


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("https://www.merebrook.example/a?for=b#c", Outside("https://www.merebrook.example/a?for=b#c")),
        ("HTTPS://merebrook.example", Outside("HTTPS://merebrook.example")),
        ("https://merebrook.example:8443/", Outside("https://merebrook.example:8443/")),
        ("https://merebrook.example:65535/", Outside("https://merebrook.example:65535/")),
        ("mailto:formats@merebrook.example", Outside("mailto:formats@merebrook.example")),
        ("mailto:a@b.example,c@b.example?subject=Tea", Outside("mailto:a@b.example,c@b.example?subject=Tea")),
        ("tel:+441632960200", Outside("tel:+441632960200")),
        ("tel:(01632) 960-200;ext=12", Outside("tel:(01632) 960-200;ext=12")),
        ("tel:01632%20960200", Outside("tel:01632%20960200")),
        ("action:site-visits", Inside(Thing.ACTION, "site-visits")),
        ("workstream:it", Inside(Thing.WORKSTREAM, "it")),
        ("document:plan", Inside(Thing.DOCUMENT, "plan")),
        ("edition:2020-01", Inside(Thing.EDITION, "2020-01")),
        ("page:about", Inside(Thing.PAGE, "about")),
        ("it.md", Inside(Thing.UPDATE, "2020-01/it")),
        ("it.yml", Inside(Thing.UPDATE, "2020-01/it")),
        ("./it.md#completed", Inside(Thing.UPDATE, "2020-01/it")),
        ("../2019-12/edition.md", Inside(Thing.EDITION, "2019-12")),
        ("../2019-12/", Inside(Thing.EDITION, "2019-12")),
        ("../../pages/about.md", Inside(Thing.PAGE, "about")),
        ("/pages/about.md", Inside(Thing.PAGE, "about")),
        ("../../documents/a/plan.pdf", DocumentFile("a/plan.pdf")),
        ("../../documents/The%20plan.pdf", DocumentFile("The plan.pdf")),
        ("../../images/map.png", Inside(Thing.IMAGE, "images/map.png")),
    ],
)
def test_a_target_is_read_from_the_file_that_it_stands_in(written: str, target: Target) -> None:
    assert parse_target(written, LETTER) == target
    assert parse_target(f"  {written}\n", LETTER) == target


@pytest.mark.parametrize(
    "written", ["pages/about.md", "./pages/about.md", "/pages/about.md", "images/../pages/about.md"]
)
def test_a_file_at_the_root_leads_on_from_there(written: str) -> None:
    assert parse_target(written, "workstreams.yml") == Inside(Thing.PAGE, "about")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "empty-link"),
        ("#", "empty-link"),
        ("General\\Plan.pdf", "path-of-own-computer"),
        ("....\\images\\reception.svg", "dead-link"),
        ("..\\2020-02\\edition.md", "dead-link"),
        ("https://name:word@merebrook.example", "dead-link"),
        ("https://www.merebrook.example@evil.example/", "dead-link"),
        ("https://merebrook.example:65536/", "dead-link"),
        ("https://merebrook.example:99999/", "dead-link"),
        ("https://[::1/", "dead-link"),
        ("https://mere%brook.example/", "dead-link"),
        ('https://merebrook.example"onclick=x', "dead-link"),
        ("C:\\Plan.pdf", "path-of-own-computer"),
        ("s:/Plan.pdf", "path-of-own-computer"),
        ("FILE:///S:/Plan.pdf", "path-of-own-computer"),
        ("\\\\server\\Plan.pdf", "path-of-own-computer"),
        ("/home/priya/plan.pdf", "path-of-own-computer"),
        ("javascript:alert(1)", "unsafe-address"),
        ("JavaScript:alert(1)", "unsafe-address"),
        ("data:text/html,x", "unsafe-address"),
        ("vbscript:x", "unsafe-address"),
        ("image:map", "unsafe-address"),
        ("#completed", "dead-link"),
        ("www.merebrook.example", "dead-link"),
        ("//merebrook.example", "dead-link"),
        ("https://", "dead-link"),
        ("https:///plan", "dead-link"),
        ("mailto:", "dead-link"),
        ("mailto:formats@merebrook@example", "dead-link"),
        ("mailto:formats@merebrook.example or ring us", "dead-link"),
        ("tel:reception", "dead-link"),
        ("tel:0800CALLNOW", "dead-link"),
        ("tel:01632 960200 and ask for Jo", "dead-link"),
        ("formats@merebrook.example", "dead-link"),
        ("plan.pdf", "missing-linked-file"),
        ("../../../../etc/passwd", "missing-linked-file"),
        ("../../programme.yml", "missing-linked-file"),
    ],
)
def test_what_leads_nowhere_is_astray(written: str, code: str) -> None:
    target = parse_target(written, LETTER)
    assert isinstance(target, Astray)
    assert target.code == code


@given(st.text(), st.sampled_from([LETTER, "programme.yml", "pages/about.md"]))
def test_no_words_whatever_raise_or_lead_outside_by_a_scheme_that_is_not_allowed(written: str, from_file: str) -> None:
    target = parse_target(written, from_file)
    if isinstance(target, Outside):
        assert target.address.lower().startswith(("https://", "http://", "mailto:", "tel:"))
