"""The success criteria by number."""

import re

from generator.domain.criteria import CRITERIA, TAKEN_OUT


def test_there_are_the_55_of_the_levels_a_and_aa_in_order() -> None:
    numbers = [tuple(map(int, number.split("."))) for number in CRITERIA]
    assert len(numbers) == 31 + 24
    assert numbers == sorted(numbers)
    assert all(re.fullmatch(r"[1-4]\.[1-5]\.\d{1,2}", number) for number in CRITERIA)


def test_what_version_2_2_took_out_is_not_among_them() -> None:
    assert not TAKEN_OUT.keys() & CRITERIA.keys()
