"""What tells of a person by its form alone."""

from time import process_time

import pytest

from generator.domain.programme import Contact
from generator.scanning.personal import details_in, digits, is_among, is_card_number, is_nhs_number, ways_to_reach

LONGEST = 2.0  # seconds of work


@pytest.mark.parametrize("words", ["a'" * 50_000, "a." * 50_000, "0" * 100_000, "1 " * 50_000, "born on " * 12_000])
def test_words_that_make_no_sense_are_looked_through_in_no_time(words: str) -> None:
    started = process_time()
    assert list(details_in(words)) == []
    assert process_time() - started < LONGEST


@pytest.mark.parametrize(
    "words", ["'jo@council.example'", "“jo@council.example”", "(jo@council.example).", "<jo@council.example>"]
)
def test_quotes_around_an_address_are_none_of_it(words: str) -> None:
    assert list(details_in(words)) == [("the e-mail address", "jo@council.example")]


def test_check_digits_tell_a_number_from_others() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5910")
    assert not is_nhs_number("000 000 0000")
    assert is_card_number("4111-1111-1111-1111")
    assert not is_card_number("4111 1111 1111 1112")
    assert not is_card_number("0000 0000 0000 0000")


def test_a_number_is_the_same_however_it_is_spaced() -> None:
    assert {digits(it) for it in ("+44 (0)1632 960200", "0044 1632 960200", "(01632) 960200")} == {"01632960200"}


def test_a_way_to_reach_the_council_lets_only_the_same_way_pass() -> None:
    """An address with the digits of a contact's number, such as that of the police, is another person's."""
    ours = ways_to_reach((Contact("police", telephone="101"), Contact("help", email="help@council.example")))
    assert is_among("101", ours)
    assert is_among("Help@Council.example", ours)
    assert not is_among("jo101@council.example", ours)
    assert not is_among("", ours)


# Seven columns of figures, as the text of a PDF has them: among so many, some pass a check by chance.
ROWS = [" ".join(str(1000 + (at * 7919 + column * 104_729) % 9000) for column in range(7)) for at in range(50)]
WARDS = [f"{at % 900 + 100} {at * 37 % 900 + 100} {at * 7919 % 9000 + 1000}" for at in range(50)]
LEDGER = [str(4_000_000_000_000_000 + at * 7_919_104_729) for at in range(50)]


@pytest.mark.parametrize(
    "words",
    [
        "\n".join(ROWS),
        "\n".join(WARDS),
        "\n".join(LEDGER),
        "2019 2020 2021 2022 2023 2024 2025 2026 2023 2024 2025 2026",
        "0.4111111111111111",
        "Week 01 02 03 04 05 06 07 08 09 10 11 12",
        "from 01 04 2026 12 to 02 05 2026 14",
        "07247481 991",  # a company and what it was paid
        "0000620656795130",
    ],
)
def test_what_stands_in_tables_is_no_number_of_a_person(words: str) -> None:
    assert list(details_in(words)) == []


def test_a_part_of_a_telephone_number_is_no_other_number() -> None:
    assert list(details_in("+44 943 476 5919")) == [("the telephone number", "+44 943 476 5919")]


def test_a_list_of_people_is_found_among_other_numbers() -> None:
    people = ["943 476 5919", "450 557 7104", "943 476 5870"]
    assert [it for it in details_in("\n".join((*WARDS[:3], *people))) if it[0] == "the NHS number"] == [
        ("the NHS number", person) for person in people
    ]
    assert ("the NHS number", people[0]) in list(details_in("\n".join((*WARDS, f"NHS number: {people[0]}"))))


@pytest.mark.parametrize("detail", ["01632960999", "4111111111111111", "jo@council.example", "AB123456C"])
def test_a_cell_of_a_table_in_plain_text_is_looked_at(detail: str) -> None:
    assert [it for _, it in details_in(f"1,{detail},7\nJo,{detail}")] == [detail] * 2


PATIENTS = ("9434765919", "4505577104", "9434765870", "6541003238", "7999999997")  # as another program writes them


def test_a_list_of_nhs_numbers_without_spaces_is_found_where_there_are_some() -> None:
    table = "Name,NHS,Telephone\n" + "".join(f"Jo,{it},1632{at:06}\n" for at, it in enumerate(PATIENTS))
    assert list(details_in(table)) == [("the NHS number", it) for it in PATIENTS]
    assert list(details_in(", ".join(PATIENTS[:4]))) == []


def test_one_nhs_number_below_a_head_that_says_so_is_enough() -> None:
    table = f"Name,NHS number,Ward\nJo,{PATIENTS[0]},Eastgate\n"
    assert list(details_in(table)) == [("the NHS number", PATIENTS[0])]
    assert list(details_in(table.replace("NHS number", "Reference"))) == []
    assert list(details_in("Ask for your NHS number at the desk. Order 7700900123.")) == []


def test_books_are_no_patients_though_their_numbers_are_made_in_the_same_way() -> None:
    books = ("1853260002", "1857028899", "1841954144", "1853261580", "1904633668")
    assert all(map(is_nhs_number, books))
    assert list(details_in(" ".join(books))) == []
