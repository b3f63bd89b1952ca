"""Nothing that an audience may not know is put in place."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build import Result
from generator.domain.content import Content
from generator.domain.library import Term
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.prose import NOWHERE
from generator.scanning.decoding import decode, read_tags
from generator.scanning.scan import search
from generator.scanning.secrets import Secret
from generator.text.source import Span
from tests.building import built, codes, files_of
from tests.examples import SMALLEST
from tests.scanning.canaries import CANARIES

STAFF_ACTION = "## Future actions\n\n- Agree the price with the buyer of Brook House. {#sale for=staff due=2020}\n"
SAYS_IT = "{% extends 'layouts/page.html' %}{% block main %}<h1>H</h1><p>WORDS</p>{% endblock %}"


def leaking(folder: Path, words: str, **files: str) -> Result:
    """The smallest programme, with a home page for residents that says more than it was given."""
    laid = {
        "editions/2020-01/customer-services.md": STAFF_ACTION,
        "../themes/plain/theme.yml": "name: plain\ntitle: Plain\nextends: base\n",
        "../themes/plain/pages/home.html": SAYS_IT.replace("WORDS", words),
    }
    return built(folder, laid | files)


@pytest.mark.parametrize(
    "words",
    [
        "Agree the price with the buyer of Brook House.",
        "Agree the <em>price</em> with the\n buyer of Brook House.",
        "<a href='actions/sale/index.html'>More</a>",
        "<span id='action.sale'>More</span>",
        "Ask Priya Nair.",
    ],
)
def test_a_theme_that_tells_more_than_it_was_given_publishes_nothing(folder: Path, words: str) -> None:
    result = leaking(folder, words)
    assert codes(result) == ["leak"]
    assert result.sites == {}


def test_the_finding_names_both_places(folder: Path) -> None:
    (found,) = leaking(folder, "Agree the price with the buyer of Brook House.").findings
    assert found.span.path == "editions/2020-01/customer-services.md"
    assert "it stands in index.html, made for residents" in found.note


def test_a_secret_in_a_tag_is_told_of_every_page_that_the_tag_stands_on() -> None:
    tag, other = b'<img alt="The depot will close." src="a.png">', b'<img alt="The depot is open." src="a.png">'
    pages = [("a.html", other), ("b.html", other + tag), ("c.html", tag), ("d.html", other)]
    secret = Secret("The depot will close.", False, NOWHERE)
    assert search(pages, [secret], ()) == {secret: ["b.html", "c.html"]}


def test_a_name_that_only_begins_like_a_hidden_one_is_none(folder: Path) -> None:
    assert codes(leaking(folder, "<a href='actions/sale-of-cakes/'>Cakes</a> <b id='action.sales'>S</b>")) == []


SALE = tuple(
    Secret(words, is_address=True, written_at=Span("a.md", 0, 1)) for words in ("actions/sale/", "action.sale")
)


@pytest.mark.parametrize(
    "tag",
    [
        "<a href='actions/sale/'>",
        "<a href='../actions/sale/index.html#history'>",
        "<img src='actions/sale/a.png'>",
        "<a href='../actions/sale'>",
        "<a href='https://council.example/one/actions/sale/'>",
        "<b id='action.sale'>",
        "<a href='#action.sale'>",
    ],
)
def test_a_hidden_address_is_found_wherever_it_begins_and_whatever_stands_below_it(tag: str) -> None:
    assert len(search([("a/index.html", tag.encode())], SALE, ())) == 1


@pytest.mark.parametrize(
    "tag",
    [
        "<a href='actions/sale-of-cakes/'>",
        "<a href='transactions/sale/'>",
        "<a href='old-actions/sale/'>",
        "<b id='action.sales'>",
        "<b id='action.sale-of-cakes'>",
        "<b id='transaction.sale'>",
    ],
)
def test_an_address_that_only_holds_the_letters_of_a_hidden_one_is_another(tag: str) -> None:
    assert search([("index.html", tag.encode())], SALE, ()) == {}


@pytest.mark.parametrize("written", ["The CRM is for sale.", "The CRM (customer records management) is for sale."])
@pytest.mark.parametrize("shown", ["The CRM is for sale.", "The CRM (customer records management) is for sale."])
def test_a_sentence_is_found_with_and_without_the_meanings_of_its_terms(written: str, shown: str) -> None:
    everyone = frozenset({"staff", "residents"})
    terms = (Term("BSL", "", everyone), Term("CRM", "customer  records management", everyone))
    known = Content(Programme("", "", (), Person("", ""), ()), terms=terms)
    secret = Secret(written, is_address=False, written_at=Span("a.md", 0, 1))
    found = search([("a.txt", b"Nothing."), ("b.txt", shown.encode())], (secret,), (known,))
    assert found == {secret: ["b.txt"]}


@pytest.mark.parametrize("name", ["1 {", "A {"])
def test_signs_that_stand_for_a_name_are_looked_for_nowhere(folder: Path, name: str) -> None:
    """Any style sheet has them."""
    text = (SMALLEST / "workstreams.yml").read_text(encoding="utf-8")
    assert "Priya Nair" in text
    assert codes(built(folder, {"workstreams.yml": text.replace("Priya Nair", f'"{name}"')})) == []


def test_what_is_open_somewhere_is_no_secret_elsewhere(folder: Path) -> None:
    letter = "---\npublished: 2020-01-31\n---\nWe agree the price. Agree the price with the buyer of Brook House.\n"
    assert (
        codes(
            leaking(folder, "Agree the price with the buyer of Brook House.", **{"editions/2020-01/edition.md": letter})
        )
        == []
    )


def test_a_document_for_residents_that_holds_words_for_staff_is_found(folder: Path) -> None:
    documents = "- {id: plan, title: The plan, file: plan.txt}\n"
    files = {
        "editions/2020-01/customer-services.md": STAFF_ACTION,
        "documents.yml": documents,
        "documents/plan.txt": "Agree the price with\nthe buyer of Brook House.",
    }
    result = built(folder, files)
    assert codes(result) == ["leak"]
    assert "documents/plan.txt" in result.findings[0].note


@pytest.mark.parametrize("front", ["status: draft", ""])
def test_an_edition_that_is_not_out_is_a_secret_for_everyone(folder: Path, front: str) -> None:
    words = "The council will move house in May."
    files = {
        "editions/2020-09/edition.md": f"---\npublished: 2020-09-30\n{front}\n---\n{words}\n",
        "documents.yml": "- {id: plan, title: The plan, file: plan.txt, for: staff}\n",
        "documents/plan.txt": words,
    }
    result = built(folder, files)
    assert [(found.code, "staff" in found.note) for found in result.findings if found.code == "leak"] == [
        ("leak", True)
    ]


def test_staff_may_read_the_words_that_residents_get(folder: Path) -> None:
    files = {
        "editions/2020-01/customer-services.md": "## Completed\n\n- Bought. {#it}\n\n  > We bought one new bus.\n",
        "documents.yml": "- {id: plan, title: The plan, file: plan.txt}\n",
        "documents/plan.txt": "We bought one new bus.",
    }
    assert codes(built(folder, files)) == []


def test_no_canary_is_in_anything_that_residents_get(folder: Path) -> None:
    """Every kind of field that staff alone may know holds a word that stands nowhere else."""
    result = built(folder, CANARIES)
    assert len(result.sites["residents"]) > 10, result.findings
    staff, residents = (_all_that_is_said(files_of(result, site)) for site in ("staff", "residents"))
    lines = [line for line in residents.splitlines() if "canary" in line or "98765" in line or "2031" in line]
    assert lines == []
    words = set(re.findall(r"canary[a-z-]*|98765\d|2031", "\n".join((*CANARIES, *CANARIES.values())).lower()))
    assert {it for it in words if it not in staff} == {
        *("canaryaccepted", "canary-place"),  # what is accepted is on no page
        *("canary-question", "canaryquestion", "canaryasker", "canaryanswer"),  # questions stand in reports alone
        *("canary-lead", "canary-director"),  # where to write to them is told nowhere
        *("canarydraft", "canaryembargo"),  # nor is what is not out
    }


def _all_that_is_said(files: Mapping[str, bytes]) -> str:
    found = {path: decode(path, data) for path, data in files.items()}
    tags = read_tags([tag for it in found.values() for tag in it.tags])
    return "\n".join(
        (tags.words, tags.names, *(f"{path}\n{it.words}\n{it.names}" for path, it in found.items()))
    ).lower()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


SAID = "The council's final plan - to sell...or to let - is for Zanzibar-Hall."


@pytest.mark.parametrize(
    ("sign", "other"),
    [
        ("'", "\u2019"),
        ("'", "\u02bc"),
        ("nz", "n\u00adz"),
        ("nz", "n\u200bz"),
        ("-", "\u2011"),
        ("-", "\u2013"),
        (" - ", " \u2014 "),
        ("...", "\u2026"),
        ("Za", "\u200eZa"),
        ("fi", "\ufb01"),
        (" ", "\xa0"),
    ],
)
def test_a_sentence_is_found_with_the_signs_that_word_and_pdf_put_in_it(tmp_path: Path, sign: str, other: str) -> None:
    """A curly apostrophe in a document once hid a sentence that has a straight one here, and the other way round."""
    there = SAID.replace(sign, other)
    for written, told in ((SAID, there), (there, SAID)):
        files = {
            "editions/2020-01/customer-services.md": f"## Completed\n\n- {written} {{#hall for=staff}}\n",
            "documents.yml": "- {id: plan, title: Plan, file: plan.txt, for: [staff, residents]}\n",
            "documents/plan.txt": told,
        }
        if not {"\u200b", "\u200e"} & {*written}:  # which are errors in what we read
            assert "leak" in codes(built(tmp_path / str(written == SAID), files))
