"""Nothing stands over the edge of the paper, and no place is left empty that could be used."""

import re
from collections.abc import Mapping

import pypdfium2
import pytest

from tests.examples import smallest
from tests.pdf.printing import small

ADDRESS = "https://www.example.org/" + "averyverylongaddresswithoutanybreakinit" * 3
MAIL = "accessible.formats.translation.and.interpreting@communications.example.org"
LONG = "The Council of the Borough of Merebrook, Alderfield-under-Sallowby and Thornmere with Wick Green"
A4 = 595
SIDE, EDGE = 62, 18  # points: the margin at the sides, and what no printer prints


def programme(**changes: str) -> str:
    text = smallest()["programme.yml"].decode()
    lines = [line for line in text.splitlines() if line.partition(":")[0] not in changes]
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in changes.items())]) + "\n"


def furthest(files: Mapping[str, str], *, large: bool) -> tuple[float, float]:
    """The right edge of the words that stand furthest out, and the lower edge of the lowest, in points."""
    rights, lows = [0.0], [float(A4)]
    with pypdfium2.PdfDocument(small(files, large=large).file) as document:
        for page in document:
            words = page.get_textpage()
            for number in range(words.count_chars()):
                if words.get_text_range(number, 1).strip():
                    _, bottom, right, _ = words.get_charbox(number)
                    rights.append(right)
                    lows.append(bottom)
    return max(rights), min(lows)


@pytest.mark.parametrize("large", [False, True])
def test_a_word_that_is_longer_than_a_line_goes_on_in_the_next(large: bool) -> None:
    contacts = f"[{{purpose: another format, email: {MAIL}}}]"
    files = {
        "programme.yml": programme(contacts=contacts),
        "editions/2020-01/edition.md": f"---\npublished: 2020-01-31\n---\nRead {ADDRESS}.\n",
    }
    right, _ = furthest(files, large=large)
    assert right <= A4 - SIDE + 1


def table_of(*rows: tuple[str, ...]) -> dict[str, str]:
    head, *others = (f"| {' | '.join(row)} |" for row in rows)
    table = "\n".join((head, "|" + " --- |" * len(rows[0]), *others))
    return {"editions/2020-01/edition.md": f"---\npublished: 2020-01-31\n---\nSee when.\n\n{table}\n"}


def words_over_others(files: Mapping[str, str], *, large: bool) -> list[str]:
    """The letters that stand on one another, two by two."""
    found = []
    with pypdfium2.PdfDocument(small(files, large=large).file) as document:
        for page in document:
            words = page.get_textpage()
            shown = [(words.get_text_range(at, 1), words.get_charbox(at)) for at in range(words.count_chars())]
            letters = [(it, box) for it, box in shown if it.isalnum()]
            for at, (one, (left, low, right, high)) in enumerate(letters):
                for other, (left2, low2, right2, high2) in letters[at + 1 :]:
                    if min(right, right2) - max(left, left2) > 1 and min(high, high2) - max(low, low2) > 1:
                        found.append(one + other)
    return found


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = table_of(("Library", *DAYS), ("Stoke-under-Wychwood", *("10am to 1pm",) * 7), ("Harrowfield", *("Closed",) * 7))
FOUR = table_of(
    ("Neighbourhoods", "What we did", "What we will do", "Who"),
    ("Thornmere", "We mended the lift and both doors", "We will paint the hall and the stairs", "Responsibilities"),
)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("files", [pytest.param(WEEK, id="eight columns"), pytest.param(FOUR, id="four columns")])
def test_no_word_of_a_table_stands_on_the_one_beside_it(files: Mapping[str, str], large: bool) -> None:
    assert words_over_others(files, large=large) == []
    assert furthest(files, large=large)[0] <= A4 - SIDE + 1


def test_a_table_that_is_too_wide_for_the_paper_says_each_row_in_the_words_of_its_columns() -> None:
    with pypdfium2.PdfDocument(small(WEEK).file) as document:
        words = " ".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", " ")
    assert "Library: Stoke-under-Wychwood Monday: 10am to 1pm" in words


@pytest.mark.parametrize("large", [False, True])
def test_a_long_name_of_a_council_stays_on_the_page(large: bool) -> None:
    _, low = furthest({"programme.yml": programme(organisation=LONG)}, large=large)
    assert low >= EDGE


def test_without_a_letter_the_contents_take_its_place() -> None:
    own = smallest()["programme.yml"].decode()
    own = own.replace("theme: plain", 'theme: plain, site: "https://www.example.org/"')
    letter = "---\npublished: 2020-01-31\n---\n"
    with pypdfium2.PdfDocument(small({"programme.yml": own, "editions/2020-01/edition.md": letter}).file) as document:
        words = document[0].get_textpage()
        at = words.get_text_range().find("In this issue")
        assert words.get_charbox(at)[0] < A4 / 2


@pytest.mark.parametrize("large", [False, True])
def test_the_numbers_of_a_list_of_contents_stand_below_each_other_however_long_its_titles_are(large: bool) -> None:
    ids = [f"w{'i' * length}" for length in range(30)]
    ours = "- {{id: {0}, title: Neighbourhoods {0}, summary: Us., lead: {{name: Ann Lee, role: Director}}}}\n"
    files = {
        "workstreams.yml": smallest()["workstreams.yml"].decode() + "".join(ours.format(it) for it in ids),
        **{f"editions/2020-01/{it}.md": f"## Completed\n\n- We have done {it}.\n" for it in ids},
    }
    said, rights = "", []
    with pypdfium2.PdfDocument(small(files, large=large).file) as document:
        for page in document:
            words = page.get_textpage()
            said += words.get_text_range()
            for number in re.finditer(r"(?<=i)\s+\d+(?=\s)", words.get_text_range()):
                rights.append(words.get_charbox(number.end() - 1)[2])
    assert len(rights) > 10
    assert max(rights) - min(rights) < 2
    assert "\u2060" not in said
