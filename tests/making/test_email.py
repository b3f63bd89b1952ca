"""A newsletter as a message: safe to open anywhere, never clipped, addressed to nobody, and the same each time."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import width

from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.views import ContactView, DownloadView
from generator.domain.prose import (
    Heading,
    InlineImage,
    Link,
    NoteMark,
    Notes,
    NumberedList,
    Paragraph,
    Prose,
    Text,
)
from generator.making.email import MOST_BYTES, email_html, email_message
from generator.making.newsletter_text import text_file
from generator.making.render import TemplateFailedError
from tests.making.issues import in_new_words, newest_issue, renderer_for
from tests.making.mail_reading import contrast, missing_in_order, read, squeezed
from tests.proses import proses

AUDIENCES = ("staff", "residents")

numbered_lists: st.SearchStrategy[Prose] = st.lists(
    st.builds(NumberedList, st.lists(proses, max_size=2).map(tuple), st.integers(0, 999), st.booleans()),
    max_size=2,
).map(tuple)


@cache
def message_for(audience: str) -> EmailMessage:
    return parsed(email_message(renderer_for(audience, terms=()), newest_issue(audience)))


def parsed(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert isinstance(body, EmailMessage)
    return str(body.get_content()).replace("\r\n", "\n")


def huge(page: NewsletterPage, times: int) -> NewsletterPage:
    """The issue with all that it tells, many times over."""
    parts = tuple(
        replace(one, sections=tuple(replace(it, actions=it.actions * times) for it in one.sections))
        for one in page.parts
    )
    return replace(page, parts=parts, moves=page.moves * times)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_message_opens_as_a_draft_to_nobody_in_both_forms(audience: str) -> None:
    message = message_for(audience)
    assert sorted(message.keys()) == ["Content-Language", "Content-Type", "MIME-Version", "Subject", "X-Unsent"]
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == newest_issue(audience).title
    assert message.get_content_type() == "multipart/alternative"
    assert [it.get_content_type() for it in message.iter_parts()] == ["text/plain", "text/html"]
    assert [it.get_content_charset() for it in message.iter_parts()] == ["utf-8", "utf-8"]


def preview_of(page: NewsletterPage) -> str:
    """What a mailbox shows beside the subject."""
    html = part(parsed(email_message(renderer_for("residents", terms=()), page)), "html")
    found = re.search(r'<div class="preheader"[^>]*>(.*?)</div>', html)
    assert found
    return found[1]


def test_beside_the_subject_a_mailbox_shows_what_the_letter_says_and_not_the_name_again() -> None:
    page = newest_issue("residents")
    assert page.description
    assert preview_of(page).startswith(page.description)
    assert page.newsletter not in preview_of(page)


def test_beside_the_subject_of_an_issue_without_a_letter_stand_its_counts() -> None:
    page = newest_issue("residents")
    assert re.match(r"\s*\d+ completed, ", preview_of(replace(page, letters=(), description="")))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_both_forms_have_every_sentence_of_the_issue_in_order(audience: str) -> None:
    page = newest_issue(audience)
    assert missing_in_order(page, read(part(message_for(audience), "html").encode()).text) == []
    assert missing_in_order(page, part(message_for(audience), "plain")) == []


def test_its_lines_end_as_mail_ends_them_and_none_is_too_long_to_be_sent() -> None:
    """Source: RFC 5322, 2.1.1: at most 998 characters without the line end."""
    data = email_message(renderer_for("staff"), newest_issue("staff"))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.isascii()


def test_the_same_issue_gives_the_same_bytes() -> None:
    page = newest_issue("residents")
    assert email_message(renderer_for("residents"), page) == email_message(renderer_for("residents"), page)


@pytest.mark.parametrize(
    "title", ["News\r\nBcc: all@merebrook.example", "News\nTo: x@y.example", "A\u2028B: c\x0bD\x00"]
)
def test_a_title_cannot_begin_another_header(title: str) -> None:
    message = parsed(email_message(renderer_for("staff"), in_new_words(newest_issue("staff"), title=title)))
    assert sorted(message.keys()) == ["Content-Language", "Content-Type", "MIME-Version", "Subject", "X-Unsent"]
    assert not re.search(r"[\r\n\u2028\x0b\x00]", message["Subject"])


@given(st.text(max_size=120))
@settings(max_examples=25, deadline=None)
def test_any_words_come_through_and_nothing_but_words(words: str) -> None:
    page = in_new_words(
        newest_issue("staff"), title=words, objective=(Paragraph((Text(words),)),), letters=(), parts=(), measures=()
    )
    renderer = renderer_for("staff")
    html = email_html(renderer, page)
    assert sum(it.tag == "script" for it in read(html).elements) == 0
    assert html.count(b"<h2") == sum(html.count(title) for title in (b"Contact us", b"What moved", b"in other forms"))
    message = parsed(email_message(renderer, page))
    assert squeezed(message["Subject"]) == squeezed(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", words))
    assert len(text_file(renderer, page)) > 0


@given(proses, numbered_lists)
@settings(max_examples=25, deadline=None)
def test_every_issue_can_be_sent(prose: Prose, other: Prose) -> None:
    page = newest_issue("staff")
    action = replace(page.parts[0].sections[0].actions[0], text=other[:1], detail=prose)
    section = replace(page.parts[0].sections[0], actions=(action, action))
    part = replace(page.parts[0], introduction=prose, summary=other, sections=(section,))
    letters = (replace(page.letters[0], letter=prose + other),)
    page = in_new_words(page, objective=prose, letters=letters, parts=(part,), counts=(), documents=())
    html = read(email_html(renderer_for("staff"), page))
    assert "Published by Merebrook Borough Council" in html.text
    assert message_is_sound(email_message(renderer_for("staff"), page))
    lines = text_file(renderer_for("staff"), page).decode("utf-8-sig").split("\n")
    assert [line for line in lines if width(line) > 72 and "://" not in line] == []


def message_is_sound(data: bytes) -> bool:
    message = parsed(data)
    return bool(part(message, "plain")) and bool(part(message, "html"))


@pytest.mark.parametrize("times", [2, 8, 100])
def test_a_huge_issue_says_how_much_more_there_is_and_where(times: int) -> None:
    page, renderer = huge(newest_issue("residents"), times), renderer_for("residents")
    data = email_message(renderer, page)
    assert len(data) <= MOST_BYTES
    html, text = part(parsed(data), "html"), part(parsed(data), "plain")
    assert email_html(renderer, page).decode().strip() == html.strip()
    for form in (html, text):
        assert re.search(r"And \d+ more\.", form)
        assert f"{page.web}#{page.parts[0].anchor}" in form
        assert page.contacts[0].telephone in form
    shown = len(read(html.encode()).text)
    assert shown > 10_000


def test_a_letter_without_end_ends_with_where_to_read_on() -> None:
    page, renderer = newest_issue("residents"), renderer_for("residents")
    letter = replace(page.letters[0], letter=page.letters[0].letter * 100)
    data = email_message(renderer, in_new_words(page, letters=(letter,)))
    assert len(data) <= MOST_BYTES
    assert "Read the letter on the web" in part(parsed(data), "html")
    assert "This is not the whole letter." in part(parsed(data), "plain")


def test_one_endless_paragraph_does_not_make_an_endless_message() -> None:
    words = (Paragraph((Text("word " * 60_000),)),)
    page = in_new_words(newest_issue("staff"), objective=words)
    page = replace(page, parts=tuple(replace(one, introduction=words) for one in page.parts))
    assert len(email_message(renderer_for("staff"), page)) <= MOST_BYTES


def test_the_whole_is_sent_where_it_fits() -> None:
    assert not re.search(r"And \d+ more\.", part(message_for("staff"), "plain"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_is_fetched_and_nobody_is_followed(audience: str) -> None:
    message = read(email_html(renderer_for(audience), newest_issue(audience)))
    assert {it.tag for it in message.elements} & {"img", "link", "script", "iframe", "form", "object", "svg"} == set()
    assert [
        value for it in message.elements for name, value in it.values.items() if name in ("src", "background")
    ] == []
    assert "url(" not in "".join(message.styles)
    assert "@import" not in "".join(message.styles)
    addresses = [it.values["href"] for it in message.elements if "href" in it.values]
    assert [it for it in addresses if not re.match(r"https://[^/?]+/[^?]*$|mailto:[^?]+$|tel:\+?\d+$", it)] == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_tables_that_lay_out_say_so_and_styles_stand_on_the_elements(audience: str) -> None:
    message = read(email_html(renderer_for(audience), newest_issue(audience)))
    tables = [it for it in message.elements if it.tag == "table"]
    layout = [it for it in tables if it.values.get("role") == "presentation"]
    assert len(layout) == 2 + len(newest_issue(audience).measures)
    assert len([it for it in message.elements if it.tag == "th"]) > 0  # the tables of a writer keep their heads
    assert [it.tag for it in message.elements].count("style") == 1
    assert "prefers-color-scheme: dark" in "".join(message.styles)
    assert all("font-family" in it.values["style"] for it in message.elements if it.values.get("class") == "section")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_words_stand_out_from_what_is_behind_them(audience: str) -> None:
    message = read(email_html(renderer_for(audience), newest_issue(audience)))
    faint = [it for it in message.words if it.text.strip("\xa0 \n") and contrast(it.ink, it.paper) < 4.5]
    assert faint == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_headings_step_down_one_level_at_a_time(audience: str) -> None:
    message = read(email_html(renderer_for(audience), newest_issue(audience)))
    levels = [int(it.tag[1]) for it in message.elements if re.fullmatch(r"h[1-6]", it.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_language_is_said_where_mail_programs_keep_it() -> None:
    message = read(email_html(renderer_for("staff", language="cy", direction="rtl"), newest_issue("staff")))
    articles = [it for it in message.elements if it.values.get("role") == "article"]
    assert [(it.values["lang"], it.values["dir"]) for it in articles] == [("cy", "rtl")]


def test_without_an_address_of_the_site_words_are_no_links() -> None:
    page = in_new_words(newest_issue("staff"), web="", files=(DownloadView("pdf", "newsletters/a.pdf"),))
    message = read(email_html(renderer_for("staff", canonical=""), page))
    addresses = {it.values["href"] for it in message.elements if "href" in it.values}
    assert {it for it in addresses if not it.startswith(("mailto:", "tel:"))} == {
        "https://www.merebrook.example/consultations/budget-2027"
    }
    assert missing_in_order(page, read(email_html(renderer_for("staff", canonical="", terms=()), page)).text) == []


def test_the_other_forms_are_named_with_whole_addresses() -> None:
    forms = tuple(DownloadView(form, f"newsletters/a.{form}") for form in ("pdf", "large-print", "email", "text"))
    message = read(email_html(renderer_for("staff"), in_new_words(newest_issue("staff"), files=forms)))
    addresses = {it.values["href"] for it in message.elements if "/newsletters/a." in it.values.get("href", "")}
    here = "https://intranet.merebrook.example/one-council/newsletters/a."
    assert addresses == {f"{here}pdf", f"{here}large-print", f"{here}text"}


def test_pictures_notes_and_dangerous_links_become_words() -> None:
    objective = (
        Heading(2, (Text("Aim"),), anchor="letter.aim"),
        Paragraph(
            (InlineImage("images/a.png", "A map"), Text(" here"), NoteMark(1), Link("javascript:x", (Text("bad"),)))
        ),
        Notes(((Paragraph((Text("Of 2020"),)),),)),
    )
    page = in_new_words(newest_issue("staff"), objective=objective)
    html = email_html(renderer_for("staff"), page)
    assert "(Picture: A map) here (note 1)bad" in read(html).text
    assert "Note 1: Of 2020" in read(html).text
    assert b"javascript" not in html
    assert b'id="letter.aim"' not in html


def test_a_theme_that_changes_its_accent_changes_the_message(tmp_path: Path) -> None:
    own = tmp_path / "council"
    own.mkdir()
    (own / "theme.yml").write_text("name: council\nextends: base\ntokens:\n  colour:\n    accent: '#123456'\n")
    assert b"color:#123456" in email_html(renderer_for("staff", tmp_path), newest_issue("staff"))
    assert b"#123456" not in email_html(renderer_for("staff"), newest_issue("staff"))


def test_a_style_that_cannot_be_read_is_a_fault_of_the_theme(tmp_path: Path) -> None:
    own = tmp_path / "council" / "newsletter" / "email.html"
    own.parent.mkdir(parents=True)
    (tmp_path / "council" / "theme.yml").write_text("name: council\nextends: base\n")
    own.write_text('<style>p { color: red }</style><p style="color">{{ page.title }}</p>')
    with pytest.raises(TemplateFailedError, match="a style in it cannot be read") as failed:
        email_html(renderer_for("staff", tmp_path), newest_issue("staff"))
    assert failed.value.file == own


def test_no_address_of_a_reader_stands_in_it() -> None:
    contact = ContactView("another format", "", "01632 960200", "tel:01632960200", "", "", "")
    page = in_new_words(newest_issue("staff"), contacts=(contact,))
    assert "@" not in part(parsed(email_message(renderer_for("staff"), page)), "plain")
