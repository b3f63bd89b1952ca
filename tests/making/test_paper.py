"""A view as plain data for paper."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from generator.briefing.views import LinkTo, When
from generator.domain import prose
from generator.domain.audience import Audiences
from generator.domain.prose import Block, Cell, Code, Emphasis, InLanguage, Link, OnlyFor, Paragraph, Run, Table, Text
from generator.making.paper import Paper, is_shown
from generator.shipped import themes_folder
from tests.making.issues import newest_issue

LATIN = frozenset(range(0x20, 0x180))


def paper(canonical: str = "https://council.example/") -> Paper:
    return Paper(canonical, LATIN)


def test_prose_says_what_each_part_of_it_is() -> None:
    prose = (Paragraph((Text("Go "), Emphasis((Text("now"),)))),)
    assert paper().plain(prose) == [
        {
            "is": "paragraph",
            "runs": [
                {"is": "text", "words": "Go "},
                {"is": "emphasis", "runs": [{"is": "text", "words": "now"}]},
            ],
        }
    ]


def test_the_theme_asks_for_each_part_of_prose_by_the_name_that_it_has_on_paper() -> None:
    """What it does not ask for is not printed, and nobody is told."""
    words = (prose.Text("a"),)
    runs: tuple[prose.Run, ...] = (
        *words,
        prose.Emphasis(words),
        prose.Strong(words),
        prose.Struck(words),
        prose.Code("a"),
        prose.LineBreak(),
        prose.Link("#a", words),
    )
    runs = (*runs, prose.InlineImage("images/a.svg", "a"), prose.NoteMark(1))
    inside: tuple[prose.Block, ...] = (prose.Paragraph(words),)
    blocks: tuple[prose.Block, ...] = (
        *inside,
        prose.Heading(2, words),
        prose.BulletList((inside,)),
        prose.NumberedList((inside,)),
        prose.Quote(inside),
        prose.CodeBlock("a"),
    )
    blocks = (
        *blocks,
        prose.Rule(),
        prose.Table((), ()),
        prose.Notes((inside,)),
        prose.OnlyFor(Audiences(("staff",)), inside),
    )
    known = {*get_args(Run), *get_args(Block)} - {InLanguage}  # which is told in pieces
    assert {type(it) for it in (*runs, *blocks)} == known
    asked = re.findall(r'\bis == "(\w+)"', (themes_folder() / "base/newsletter/prose.typ").read_text("utf-8"))
    assert {it["is"] for it in paper().plain((*runs, *blocks))} == set(asked)


def test_words_of_another_language_name_it() -> None:
    """Each of them by itself: a theme's own prose.typ, which may know nothing of languages, shows them all the same."""
    welsh = InLanguage("cy", (Text("y CRM"), Emphasis((Text("heddiw"),)), Code("x")))
    assert paper().plain((Text("We say "), welsh, Text("."))) == [
        {"is": "text", "words": "We say "},
        {"is": "text", "words": "y CRM", "language": "cy"},
        {"is": "emphasis", "runs": [{"is": "text", "words": "heddiw", "language": "cy"}]},
        {"is": "code", "words": "x", "language": "cy"},
        {"is": "text", "words": "."},
    ]


def test_a_view_keeps_the_names_of_its_fields() -> None:
    assert paper().plain(When("May 2020", "2020-05")) == {"words": "May 2020", "machine": "2020-05"}


@pytest.mark.parametrize(
    ("target", "canonical", "whole"),
    [
        ("https://x.example/a b", "", "https://x.example/a b"),
        ("mailto:a@x.example", "", "mailto:a@x.example"),
        ("javascript:alert(1)", "https://council.example/", ""),
        ("actions/a/", "https://council.example/", "https://council.example/actions/a/"),
        ("documents/Plan (1).pdf", "https://council.example/", "https://council.example/documents/Plan%20%281%29.pdf"),
        ("updates/2020-01/#letter", "https://council.example/", "https://council.example/updates/2020-01/#letter"),
        ("actions/a/", "", ""),
        ("#edition.2020-01", "https://council.example/", "#edition.2020-01"),
        ("#edition.2020-01", "", "#edition.2020-01"),
        ("actions/a/#when:then", "https://council.example/", "https://council.example/actions/a/#when%3Athen"),
    ],
)
def test_a_link_on_paper_is_whole_or_is_none(target: str, canonical: str, whole: str) -> None:
    assert paper(canonical).plain(Link(target, ()))["target"] == whole
    assert paper(canonical).plain(LinkTo("A", target))["address"] == whole


@pytest.mark.parametrize(
    ("target", "words", "beside", "is_listed"),
    [
        ("https://x.example/a/b", "our map", "link 1", True),
        ("actions/a/", "the path", "link 1", True),
        ("https://www.x.example/a/", "https://www.x.example/a/", None, False),
        ("https://www.x.example/a/", "x.example/a", None, False),
        ("mailto:a@x.example", "write to us", "a@x.example", False),
        ("mailto:a@x.example", "a@x.example", None, False),
        ("mailto:a@x.example?subject=Hello%20there", "write to us", "a@x.example", False),
        ("mailto:a@x.example?subject=Hello%20there", "a@x.example", None, False),
        ("tel:+441632960200", "01632 960200", None, False),
        ("#edition.2020-01", "January", None, False),
    ],
)
def test_who_has_only_the_paper_reads_where_a_link_leads(
    target: str, words: str, beside: str | None, is_listed: bool
) -> None:
    page = newest_issue("residents")
    letter = replace(page.letters[0], letter=(Paragraph((Link(target, (Text(words),)), Text("."))),))
    own = paper().issue(replace(page, letters=(letter, *page.letters), parts=()), (), "link {number}")
    assert own["letters"][0]["letter"][0]["runs"][0].get("beside") == beside
    address = paper().whole_address(target)
    assert own["links"] == ([{"number": 1, "words": words, "address": address}] if is_listed else [])


def test_a_letter_that_is_only_named_uses_up_no_number_of_a_link() -> None:
    page = newest_issue("residents")
    letter = replace(page.letters[0], letter=(Paragraph((Link("https://x.example/", (Text("our map"),)),)),))
    none = replace(letter, letter=())
    own = paper().issue(replace(page, letters=(none, letter), parts=()), (), "link {number}")
    assert own["links"] == []
    assert "beside" not in own["letters"][1]["letter"][0]["runs"][0]


def test_what_no_font_has_becomes_a_box_and_is_remembered() -> None:
    own = paper()
    assert own.plain(Text("A 中 b 文"))["words"] == "A □ b □"
    assert own.missing == {"中": "A 中 b 文", "文": "A 中 b 文"}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("w\u0302", "ŵ"),
        ("a\ufeffb", "ab"),
        ("a\u2003b", "a b"),
        ("a\tb", "a b"),
        ("a\x01b", "ab"),
        ("a\u00adb", "a\u00adb"),
    ],
)
def test_what_cannot_be_seen_is_not_a_box(words: str, shown: str) -> None:
    own = paper()
    assert own.shown(words) == shown
    assert not own.missing


def test_every_kind_of_block_can_be_plain() -> None:
    cell = Cell((Text("a"),))
    made = paper().plain((Table((cell,), ((cell,),)), OnlyFor(Audiences({"staff"}), ())))
    assert [it["is"] for it in made] == ["table", "only_for"]
    assert made[0]["head"][0]["alignment"] == "start"


def test_a_character_is_shown_if_a_font_has_it_or_nothing_is_to_be_seen() -> None:
    assert [is_shown(it, LATIN) for it in ("a", "\u00a0", "\ufe0f", "\u200d", "中")] == [True, True, True, True, False]
