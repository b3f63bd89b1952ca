"""What a device calls or writes to."""

import pytest

from generator.briefing.reaching import mail_address, telephone_address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("01632 960200", "tel:+441632960200"),
        ("(01632) 960 200", "tel:+441632960200"),
        ("020 7946 0018", "tel:+442079460018"),
        ("0800 1111", "tel:08001111"),  # shorter than what is known to be called from abroad
        ("+44 1632 960200", "tel:+441632960200"),
        ("+44 (0)1632 960200", "tel:+441632960200"),
        ("01632 960200 ext. 23", "tel:+441632960200;ext=23"),
        ("01632 960200, extension 4", "tel:+441632960200;ext=4"),
        ("01632 960200, 9am to 5pm", "tel:+441632960200"),
        ("01632 960200 or 01632 960201", "tel:+441632960200"),
        ("Call 101", "tel:101"),
        ("01632 9602", "tel:016329602"),
        ("(0)1632 960200", "tel:+441632960200"),  # without a country nothing is dialled in its place
        ("+123 456 789 012 345", "tel:+123456789012345"),  # the most digits that there may be
        ("+123 456 789 012 3456", ""),
        ("18001 01632 960200", ""),  # sixteen digits, which no telephone is sure to take
        ("ask at the desk", ""),
        ("", ""),
    ],
)
def test_a_number_as_people_write_it_can_be_called(written: str, address: str) -> None:
    assert telephone_address(written, "en-GB") == address
    assert telephone_address(written, "cy-GB") == address
    assert telephone_address(written, "cy") == address


def test_of_a_language_without_a_country_no_country_is_guessed() -> None:
    assert telephone_address("01632 960200", "en") == "tel:01632960200"
    assert telephone_address("(555) 010-0199", "en-US") == "tel:5550100199"


def test_a_letter_is_addressed_and_says_what_it_is_about() -> None:
    assert mail_address("formats@merebrook.example") == "mailto:formats@merebrook.example"
    assert mail_address("a+b%c@merebrook.example", "Plan & budget: £3, 50% done?") == (
        "mailto:a+b%25c@merebrook.example?subject=Plan%20%26%20budget%3A%20%C2%A33%2C%2050%25%20done%3F"
    )
    assert mail_address("", "Plan") == ""
