"""Words stay words, whatever they look like, and are read back as they were."""

import pytest

from generator.domain.prose import (
    Block,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    InLanguage,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Struck,
    Table,
    Text,
)
from generator.importing.document import paragraph
from generator.importing.writing import Writer

WRITER = Writer({})


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("“Smart” quotes – and dashes…", "“Smart” quotes – and dashes…"),
        ("snake_case, 5*3 and `ticks`", r"snake_case, 5\*3 and \`ticks\`"),
        ("{#id for=staff}", "&#123;#id for&#61;staff&#125;"),
        ('Mend the #gate due="May 2027"', r'Mend the \#gate due&#61;"May 2027"'),
        ("C#, #3 and a #LoveFood", "C#, #3 and a #LoveFood"),
        ("::: staff", "&#58;&#58;&#58; staff"),
        ("<b>loud</b> & &amp;", r"\<b>loud\</b> & &amp;amp;"),
        ("[words](address)", r"\[words\](address)"),
        ("see [sic] and [1]", "see [sic] and [1]"),
        ("1. January was short", r"1\. January was short"),
        ("# 12 is late", r"\# 12 is late"),
        ("- 5 degrees", r"\- 5 degrees"),
        ("– dashed", "&#8211; dashed"),
        ("• dotted", "&#8226; dotted"),
        ("Completed", "&#67;ompleted"),
        ("Status: Amber", "Status: Amber"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("[^1] is no note", r"\[^1\] is no note"),
    ],
)
def test_what_looks_like_our_syntax_is_escaped_and_nothing_else(words: str, written: str) -> None:
    assert WRITER.block(paragraph(words)) == written


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Paragraph((Strong((Text("Bold "),)), Text("and "), Emphasis((Text("soft"),)))), "**Bold** and *soft*"),
        (
            Paragraph((InLanguage("cy", (Text("Croeso "), Emphasis((Text("i bawb"),)))), Text(", all"))),
            "[Croeso *i bawb*]{lang=cy}, all",
        ),
        (
            Paragraph((InLanguage("cy", (Text(" [y we]] "), Link("https://a.example", (Text("we"),)))),)),
            "[\\[y we\\]\\] [we](https://a.example)]{lang=cy}",
        ),
        (Paragraph((Text("in"), Strong((Text("“side”"),)), Text("out"))), "in“side”out"),
        (Paragraph((Struck((Text("gone"),)), Text(" "), Code("a_b"))), "~~gone~~ `a_b`"),
        (Paragraph((Link("https://x.example/a_(b)", (Text("a [b]"),)),)), r"[a \[b\]](<https://x.example/a_(b)>)"),
        (Paragraph((Link(r"General\plan of ours.pdf", (Text("plan"),)),)), r"[plan](<General\plan of ours.pdf>)"),
        (Paragraph((Text("one"), LineBreak(), Text("- two"))), "one\\\n\\- two"),
        (Heading(2, (Text("A # heading #"),)), r"## A # heading \#"),
        (NumberedList(((paragraph("a"),), (paragraph("b"),)), 3), "3. a\n4. b"),
        (BulletList(((paragraph("a"), BulletList(((paragraph("b"),),))),)), "- a\n\n  - b"),
        (Quote((paragraph("a"), paragraph("b"))), "> a\n>\n> b"),
        (CodeBlock("a\n```\nb\n"), "````\na\n```\nb\n````"),
        (
            Table((Cell((Text("a|b"),)), Cell(())), ((Cell((Text("c"),)), Cell((Text("d"),))),)),
            "| a\\|b |  |\n| --- | --- |\n| c | d |",
        ),
    ],
)
def test_blocks_are_written_as_a_person_would(block: Block, written: str) -> None:
    assert WRITER.block(block) == written


def test_an_action_has_its_braces_after_its_first_paragraph_and_its_detail_below() -> None:
    text = (paragraph("Open the {door}."), BulletList(((paragraph("the front one"),),)))
    assert WRITER.action(text, [("id", "door"), ("due", "March 2020")]) == (
        '- Open the &#123;door&#125;. {#door due="March 2020"}\n\n  - the front one'
    )


def test_a_letter_may_hold_the_headings_of_updates() -> None:
    assert Writer().block(paragraph("Completed")) == "Completed"
