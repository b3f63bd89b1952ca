"""Drawings keep what is drawn, lose what programs wrote into them, and never run or fetch anything."""

import pytest
from lxml import etree

from generator.making.drawings import UnfitDrawing, cleaned
from tests.building import SAMPLE

SVG = "http://www.w3.org/2000/svg"
PLAIN = f'<svg xmlns="{SVG}" viewBox="0 0 8 8"><title>A &amp; b</title><path d="M0 0h8v8H0z" fill="url(#a)"/></svg>'
OF_A_PROGRAM = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created by Canary -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<?xml-stylesheet href="https://canary.example/a.css"?>
<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="urn:canary" xmlns:rdf="urn:rdf"
  inkscape:export-filename="C:\\Users\\Canary\\map.png" xml:base="file:///home/canary/" data-name="Canary"
  viewBox="0 0 8 8">
  <metadata><rdf:RDF><creator>Canary</creator></rdf:RDF></metadata>
  <inkscape:grid>Canary</inkscape:grid>
  <style>/* Canary */ .a &gt; path {{fill: #fff; clip-path: url(#b)}}</style>
  <a xlink:href="#a"><path class="a" d="M0 0h8v8H0z"/></a>
  <g xml:space="preserve" inkscape:label="Canary"><use xlink:href="#a"/>
  <text aria-label="One" x="1">A &lt; B’s</text></g>
</svg>
"""


@pytest.mark.parametrize("data", [PLAIN.encode(), *(it.read_bytes() for it in (SAMPLE / "images").glob("*.svg"))])
def test_a_drawing_that_holds_nothing_else_stays_as_it_is(data: bytes) -> None:
    assert cleaned(data) == data


def test_what_programs_write_for_themselves_is_gone_and_what_is_drawn_stays() -> None:
    made = cleaned(OF_A_PROGRAM.encode())
    assert b"canary" not in made.lower()
    root = etree.fromstring(made)
    names = [etree.QName(it).localname for it in root.iter()]
    assert names == ["svg", "style", "g", "path", "g", "use", "text"]
    assert root.get("viewBox") == "0 0 8 8"
    assert (root[0].text or "").strip() == ".a > path {fill: #fff; clip-path: url(#b)}"
    assert root[2][0].get("{http://www.w3.org/1999/xlink}href") == "#a"
    assert (root[2][1].text, root[2][1].get("aria-label")) == ("A < B’s", "One")
    assert cleaned(made) == made


def test_a_drawing_in_other_letters_is_written_as_utf_8() -> None:
    drawn = f"<svg xmlns='{SVG}'><title>Café</title></svg>"
    for data in (
        drawn.encode("utf-16"),
        f"<?xml version='1.0' encoding='iso-8859-1'?>{drawn}".encode("iso-8859-1"),
    ):
        assert "Café" in cleaned(data).decode("utf-8")


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>alert(1)</script>", "holds `<script>`, which a picture on a page cannot have"),
        ("<foreignObject><p>Hello.</p></foreignObject>", "holds `<foreignObject>`, which a picture on a page cannot"),
        ("<image href='data:image/png;base64,AAAA'/>", "holds `<image>`"),
        ("<animate attributeName='href' to='javascript:alert(1)'/>", "holds `<animate>`"),
        ("<set attributeName='onload' to='alert(1)'/>", "holds `<set>`"),
        ("<path onclick='alert(1)'/>", "runs a script (`onclick`)"),
        ("<path ONLOAD='alert(1)'/>", "runs a script (`ONLOAD`)"),
        ("<a href='javascript:alert(1)'/>", "leads out of itself, to `javascript:alert(1)`"),
        ("<use href='other.svg#a'/>", "leads out of itself, to `other.svg#a`"),
        ("<use xmlns:l='http://www.w3.org/1999/xlink' l:href='//x.example/#a'/>", "leads out of itself, to `//x.exam"),
        ("<path fill='url(https://x.example/a.svg#b)'/>", "has styles that lead out of it (`url(`)"),
        ("<path style='fill: URL( \"x.svg#b\")'/>", "has styles that lead out of it (`URL(`)"),
        ("<style>@import 'https://x.example/a.css';</style>", "has styles that lead out of it (`@import`)"),
        ("<style><![CDATA[@im/* */port 'a.css';]]></style>", "has styles that lead out of it (`@import`)"),
        ("<style>path { fill: u\\72l(https://x.example) }</style>", "has styles that lead out of it (`\\`)"),
        ("<style>path { cursor: image-set('a.png' 1x) }</style>", "has styles that lead out of it (`image-set(`)"),
    ],
)
def test_a_drawing_that_runs_or_fetches_anything_is_refused_in_words(inside: str, why: str) -> None:
    with pytest.raises(UnfitDrawing) as refused:
        cleaned(f"<svg xmlns='{SVG}'>{inside}</svg>".encode())
    assert str(refused.value).startswith(why)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Words.",
        b"<html><body/></html>",
        f"<svg xmlns='{SVG}'><g></svg>".encode(),
        f"<svg xmlns='{SVG}'>&nbsp;</svg>".encode(),
        b"<?xml version='1.0' encoding='never-heard-of'?><svg/>",
        b"<x:svg xmlns:x='urn:other'/>",
    ],
)
def test_what_is_no_drawing_is_said_so(data: bytes) -> None:
    with pytest.raises(UnfitDrawing, match="cannot be read as SVG"):
        cleaned(data)


def test_a_drawing_cannot_grow_by_shorthands_of_its_own() -> None:
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'ha'}'>" for n in range(12))
    with pytest.raises(UnfitDrawing, match="has shorthands of its own"):
        cleaned(f"<!DOCTYPE svg [{laughs}]><svg xmlns='{SVG}'><title>&l11;</title></svg>".encode())
    with pytest.raises(UnfitDrawing, match="has shorthands of its own"):
        cleaned(b"<!DOCTYPE svg [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><svg>&f;</svg>")


def test_a_drawing_may_be_nested_as_deep_as_it_likes() -> None:
    deep = f"<svg xmlns='{SVG}'>{'<g>' * 5000}{'</g>' * 5000}</svg>".encode()
    assert cleaned(deep) == deep
