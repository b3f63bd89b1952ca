"""Prose and newsletters as plain text, which is read aloud, in lines that fit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width

from generator.briefing.views import PersonView
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
    NoteMark,
    Notes,
    NumberedList,
    OnlyFor,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Run,
    Strong,
    Struck,
    Table,
    Text,
)
from generator.making.email import email_html
from generator.making.glossary import Expander
from generator.making.newsletter_text import text_file
from generator.making.plain_text import COLUMNS, PlainWords, wrapped
from generator.making.sent import as_sent, whole
from tests.making.issues import in_new_words, newest_issue, renderer_for
from tests.making.mail_reading import missing_in_order


def words_of(**terms: str) -> PlainWords:
    words = PlainWords(lambda address: address, str, "Staff")
    words.begin(Expander(terms.items()))
    return words


def said(*prose: object, **terms: str) -> str:
    return words_of(**terms).blocks(prose)  # type: ignore[arg-type]  # blocks, as each test writes them


def paragraph(*runs: str | Run) -> Paragraph:
    return Paragraph(tuple(Text(run) if isinstance(run, str) else run for run in runs))


def test_a_list_says_where_its_items_begin_and_hangs_what_belongs_to_them() -> None:
    inner = BulletList(((paragraph("inner"),),))
    assert said(BulletList(((paragraph("one"), inner), (paragraph("two"),)))) == "- one\n  - inner\n- two"
    assert said(NumberedList(((paragraph("nine"),), (paragraph("ten"),)), start=9)) == "9. nine\n10. ten"


def test_items_that_are_apart_stay_apart() -> None:
    items = ((paragraph("one"), paragraph("more")), (paragraph("two"),))
    assert said(BulletList(items, is_tight=False)) == "- one\n\n  more\n\n- two"


def test_each_row_of_a_table_names_its_columns() -> None:
    def cells(*words: str) -> tuple[Cell, ...]:
        return tuple(Cell((Text(it),), Alignment.END) for it in words)

    table = Table(cells("What", "Then", ""), (cells("Calls", "14", "good"), cells("Letters", "", "bad")))
    assert said(table) == "What: Calls\nThen: 14\ngood\n\nWhat: Letters\nbad"


def test_what_a_page_shows_by_its_looks_is_said() -> None:
    assert said(paragraph("from ", Struck((Text("May"),)), " June")) == "from (struck out: May) June"
    assert said(Quote((paragraph("A."), paragraph("B.")))) == "  “A.\n\n  B.”"
    own = "“It is better now.” A mother in Alderfield"  # who would hear one quote begin twice
    assert said(Quote((paragraph(own),))) == f"  {own}"


@pytest.mark.parametrize(
    "who",
    [
        pytest.param("Resident of Little Marsham", id="a last paragraph that is no sentence"),
        pytest.param("— Anne Cole, who lives there.", id="one after a dash"),
        pytest.param("– Anne Cole", id="one after a short dash"),
    ],
)
def test_who_said_it_stands_after_the_end_of_their_words(who: str) -> None:
    """Whoever hears it would take the name for the last of what was said."""
    assert said(Quote((paragraph("Gone by Thursday."), paragraph(who)))) == f"  “Gone by Thursday.”\n\n  {who}"


def test_who_said_it_may_stand_in_a_line_of_the_same_paragraph() -> None:
    quote = Quote((paragraph("Gone by Thursday.", LineBreak(), "— Anne Cole"),))
    assert said(quote) == "  “Gone by Thursday.”\n  — Anne Cole"


def test_a_list_at_the_end_of_a_quote_is_quoted() -> None:
    quote = Quote((paragraph("I want:"), BulletList(((paragraph("a bus"),),), is_tight=True)))
    assert said(quote) == "  “I want:\n\n  - a bus”"


def test_words_after_a_dash_that_are_all_of_a_quote_are_quoted() -> None:
    assert said(Quote((paragraph("– and so on"),))) == "  “– and so on”"
    part = OnlyFor(frozenset({"staff"}), (paragraph("a"),))
    assert said(part) == "Staff only:\n\na\n\nEnd of Staff only."


def test_a_line_break_breaks_and_a_rule_is_silent() -> None:
    assert said(paragraph("a", LineBreak(), "b"), Rule(), Heading(2, (Text("C"),))) == "a\nb\n\nC"
    assert words_of().runs((paragraph("a", LineBreak(), "b"),)) == "a b"


def test_code_keeps_its_lines() -> None:
    assert said(CodeBlock("a\n  b\n"), paragraph(Code("x  y"))) == "  a\n    b\n\nx y"


def test_a_term_is_explained_once_and_not_in_a_heading() -> None:
    prose = (Heading(2, (Text("CRM"),)), paragraph("The CRM"), paragraph("a CRM"))
    assert said(*prose, CRM="records") == "CRM\n\nThe CRM (records)\n\na CRM"


def test_no_term_is_explained_in_words_of_another_language() -> None:
    welsh = InLanguage("cy", (Text("Mae’r CRM yn barod."),))
    assert said(paragraph(welsh, " The CRM"), CRM="records") == "Mae’r CRM yn barod. The CRM (records)"


def test_an_address_is_numbered_once_and_named_at_the_end() -> None:
    words = words_of()
    prose = (
        paragraph("See ", Link("https://x.example/", (Text("the plan"),)), "."),
        paragraph(Link("https://y.example/", (Text("Y"),)), " and ", Link("https://x.example/", (Text("it"),))),
    )
    assert words.blocks(prose) == "See the plan (link 1).\n\nY (link 2) and it (link 1)"
    assert [(it.number, it.words, it.address) for it in words.links()] == [
        (1, "the plan", "https://x.example/"),
        (2, "Y", "https://y.example/"),
    ]


@pytest.mark.parametrize(
    ("target", "shown", "text"),
    [
        ("https://x.example/", "https://x.example/", "https://x.example/"),
        ("mailto:a@b.example", "a@b.example", "a@b.example"),
        ("mailto:a@b.example", "write to us", "write to us (a@b.example)"),
        ("mailto:a@b.example?subject=Hello%20there", "write to us", "write to us (a@b.example)"),
        ("mailto:a@b.example?subject=Hello%20there", "a@b.example", "a@b.example"),
        ("mailto:o%27hara@b.example,c@b.example", "write to us", "write to us (o'hara@b.example, c@b.example)"),
        ("tel:01632960200", "ring us", "ring us (01632960200)"),
        ("tel:01632960200", "01632 960200", "01632 960200"),
        ("tel:+441632960200", "ring 01632 960200", "ring 01632 960200"),
        ("tel:+44-1632-960200", "(01632) 960 200", "(01632) 960 200"),
        ("tel:+441632960200", "01632 960201", "01632 960201 (+441632960200)"),
        ("tel:+441632960200", "extension 0200", "extension 0200 (+441632960200)"),
        ("tel:999", "in one of 19,990 calls", "in one of 19,990 calls (999)"),
    ],
)
def test_a_short_address_stands_where_it_is_named(target: str, shown: str, text: str) -> None:
    assert said(paragraph(Link(target, (Text(shown),)))) == text


def test_pictures_and_notes_are_sent_in_words() -> None:
    prose: Prose = (
        paragraph(
            InlineImage("a.png", "A map"),
            InlineImage("b.png", ""),
            NoteMark(1),
            Link("actions/a b/", (Emphasis((Text("x"),)),)),
        ),
        Notes(((paragraph("n"), paragraph("m")), (BulletList(((paragraph("k"),),)),))),
    )
    sent = as_sent(prose, lambda target: whole(target, "https://s.example/"), str)
    assert sent == (
        paragraph("(Picture: A map)", " (note 1)", Link("https://s.example/actions/a%20b/", (Emphasis((Text("x"),)),))),
        BulletList(
            (
                (paragraph("Note 1:", " ", "n"), paragraph("m")),
                (paragraph("Note 2:"), BulletList(((paragraph("k"),),))),
            )
        ),
    )
    nowhere = as_sent((paragraph(Link("actions/a/", (Strong((Text("x"),)),))),), lambda _: "", str)
    assert nowhere == (paragraph(Strong((Text("x"),))),)


def test_a_broken_line_goes_on_below_its_first_word() -> None:
    assert wrapped("  - " + "word " * 20) == f"  - {'word ' * 13}".rstrip() + f"\n    {'word ' * 7}".rstrip() + "\n"
    assert wrapped("12. " + "word " * 20).split("\n")[1].startswith("    word")


def test_wide_characters_count_as_they_are_seen() -> None:
    lines = wrapped("字" * 100).split("\n")
    assert [width(line) for line in lines] == [72, 72, 56, 0]
    assert wrapped("e\u0301" * 72) == "e\u0301" * 72 + "\n"


def test_an_address_is_never_broken() -> None:
    address = f"https://merebrook.example/{'a' * 90}"
    assert wrapped(f"- Read {address} soon") == f"- Read\n  {address}\n  soon\n"


def test_soft_hyphens_control_characters_and_many_empty_lines_are_not_heard() -> None:
    assert wrapped("\n\na\u00adb\x00\r\n\n\n\n\nc\n\n") == "ab\n\n\nc\n"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n-字"), max_size=400))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str) -> None:
    lines = wrapped(text).split("\n")
    assert [line for line in lines if width(line) > COLUMNS and "://" not in line and "@" not in line] == []
    unseen = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD)}
    assert [it for it in "".join(lines) if not it.isspace()] == [
        it for it in text if not it.isspace() and it not in unseen
    ]


@pytest.mark.parametrize("audience", ["staff", "residents"])
def test_an_issue_is_whole_in_utf_8_and_72_columns(audience: str) -> None:
    page = newest_issue(audience)
    text = text_file(renderer_for(audience, terms=()), page).decode("utf-8-sig")
    assert missing_in_order(page, text) == []
    assert [line for line in text.split("\n") if width(line) > COLUMNS and "://" not in line] == []
    assert "\r" not in text
    assert "\n\n\n\n" not in text
    assert text.endswith("/one-council/\n")


def test_it_is_marked_as_utf_8_for_servers_that_do_not_say_so() -> None:
    assert text_file(renderer_for("staff"), newest_issue("staff")).startswith(b"\xef\xbb\xbfMerebrook")


def test_signs_are_only_words_in_text_whichever_form_is_made_first() -> None:
    page = newest_issue("staff")
    lead = PersonView("Ann & Bob", "Heads of <R&D>")
    page = in_new_words(page, title="R&D <b> “x”", parts=(replace(page.parts[0], lead=lead),))
    renderer = renderer_for("staff")
    for _ in range(2):
        text = text_file(renderer, page).decode()
        assert "R&D <b> “x”" in text
        assert "Lead: Ann & Bob, Heads of <R&D>" in text
        assert "Lead: Ann &amp; Bob, Heads of &lt;R&amp;D&gt;" in email_html(renderer, page).decode()


def test_rows_of_signs_are_never_read_out() -> None:
    text = text_file(renderer_for("staff"), newest_issue("staff")).decode()
    assert not [line for line in text.split("\n") if line.strip("\ufeff ") and not any(it.isalnum() for it in line)]


def test_signs_that_take_two_columns_are_counted_as_two() -> None:
    lines = wrapped("漢字 " * 30).splitlines()
    assert [len(line.split()) for line in lines] == [14, 14, 2]  # of four columns each, and one between
