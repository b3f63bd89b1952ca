"""Markdown as our own tree."""

import pytest

from generator.domain.prose import (
    Alignment,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InLanguage,
    InlineImage,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Strong,
    Struck,
    Table,
    Text,
    runs_in,
)
from generator.reading.prose import read_prose
from tests.reading.desks import desk, marked, whole


def read(text: str) -> Prose:
    at = desk(text, "pages/about.md")
    prose = read_prose(whole(at), at)
    assert not at.findings
    return prose


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a\nb\n\nc", (words("a b"), words("c"))),
        ("a  \nb\\\nc", (Paragraph((Text("a"), LineBreak(), Text("b"), LineBreak(), Text("c"))),)),
        ("*a* **b** ~~c~~ `d`", (Paragraph((Emphasis((Text("a"),)), Text(" "), Strong((Text("b"),)), Text(" "),
                                            Struck((Text("c"),)), Text(" "), Code("d"))),)),
        ("## a *b*", (Heading(2, (Text("a "), Emphasis((Text("b"),)))),)),
        ("- a\n- b", (BulletList(((words("a"),), (words("b"),))),)),
        ("- a\n\n- b", (BulletList(((words("a"),), (words("b"),)), is_tight=False),)),
        ("3. a\n   - b", (NumberedList(((words("a"), BulletList(((words("b"),),))),), start=3),)),
        ("> a", (Quote((words("a"),)),)),
        ("```\na {b}\n```", (CodeBlock("a {b}\n"),)),
        ("    a", (CodeBlock("a\n"),)),
        ("***", (Rule(),)),
        ("say [a *b*]{lang=cy}.", (Paragraph((Text("say "), InLanguage("cy", (Text("a "), Emphasis((Text("b"),)))),
                                              Text("."))),)),
        ("## [a]{lang=cy-GB}", (Heading(2, (InLanguage("cy-GB", (Text("a"),)),)),)),
        ("- [a]{lang=ur}", (BulletList((((Paragraph((InLanguage("ur", (Text("a"),)),)),)),)),)),
        ("[[a](page:b) [c]{lang=pl}]{lang=cy}", (Paragraph((InLanguage("cy", (Link("page:b", (Text("a"),)), Text(" "),
                                                            InLanguage("pl", (Text("c"),)))),)),)),
        ("[a [b] c]{lang=cy}", (Paragraph((InLanguage("cy", (Text("a [b] c"),)),)),)),
        ("| a | b |\n| --- | ---: |\n| c | d |", (Table((Cell((Text("a"),)), Cell((Text("b"),), Alignment.END)),
                                                     ((Cell((Text("c"),)), Cell((Text("d"),), Alignment.END)),)),)),
        ("[a](page:b \"c\") <https://d.example>", (Paragraph((Link("page:b", (Text("a"),)), Text(" "),
                                                    Link("https://d.example", (Text("https://d.example"),)))),)),
        ("![a *b*\nc](../images/d.png)", (Paragraph((InlineImage("../images/d.png", "a b c"),)),)),
        ("1 < 2 > 0 & &amp; &copy; \\*a\\* {b}", (words("1 < 2 > 0 & & © *a* {b}"),)),
        ("it's “a” -- b... (c)", (words("it's “a” -- b... (c)"),)),
        ("www.merebrook.example", (words("www.merebrook.example"),)),
    ],
)  # fmt: skip
def test_each_thing_of_markdown_has_its_block_or_run(text: str, prose: Prose) -> None:
    assert read(text) == prose
    assert read(text.replace("\n", "\r\n")) == prose


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("See [a.pdf](a.pdf) here.", "See [a.pdf]("),
        ("See ![a.pdf](<a.pdf>) here.", "See ![a.pdf](<"),
        ("See [b][c] here.\n\n[c]: a.pdf\n", "See [b][c] here.\n\n[c]: "),
        ("- [b](c.pdf)\n- [b](a.pdf)", "- [b](c.pdf)\n- [b]("),
        ("| b |\n| --- |\n| [c](a.pdf) |", "| b |\n| --- |\n| [c]("),
    ],
)
def test_a_link_knows_where_its_address_stands(text: str, before: str) -> None:
    at = desk(text, "pages/about.md")
    runs = [run for run in runs_in(read_prose(whole(at), at)) if isinstance(run, Link | InlineImage)]
    assert [run.written_at.start for run in runs if run.target == "a.pdf"] == [len(before)]


@pytest.mark.parametrize("levels", [1, 10, 25])
def test_lists_are_read_down_to_many_levels(levels: int) -> None:
    prose = read("\n".join("  " * level + "- a" for level in range(levels)))
    for _ in range(levels):
        (block,) = prose[-1:]
        assert isinstance(block, BulletList)
        prose = block.items[0]
    assert prose == (words("a"),)


@pytest.mark.parametrize("text", ["> " * 100 + "a", "- " * 100 + "a", "> - " * 40 + "a", "*a " * 70 + "b*" * 70])
def test_what_is_too_deep_to_be_read_is_an_error_and_never_lost_in_silence(text: str) -> None:
    at = desk(text, "pages/about.md")
    read_prose(whole(at), at)
    assert {code for code, _ in marked(at)} == {"too-deep"}


@pytest.mark.parametrize(
    ("text", "code", "marks"),
    [
        ("a <b>c", "html-in-markdown", "<b>"),
        ("a <!-- b -->", "html-in-markdown", "<!--"),
        ("<div>a\n", "html-in-markdown", "<div>"),
        ("a[^1]", "unknown-footnote", "[^1]"),
        ("a\n\n[^1]: b", "unknown-footnote", "[^1]: b"),
        ("a[^1]\n\n> [^1]: b", "unknown-footnote", "> [^1]: b"),
        ("[a](b c.pdf)", "dead-link", "](b c.pdf)"),
        ("[a][b]", "dead-link", "][b]"),
        ("![a](b c.png)", "dead-link", "](b c.png)"),
    ],
)
def test_what_would_be_shown_as_it_was_typed_is_marked(text: str, code: str, marks: str) -> None:
    at = desk(text, "pages/about.md")
    read_prose(whole(at), at)
    assert marked(at) == [(code, marks)]
