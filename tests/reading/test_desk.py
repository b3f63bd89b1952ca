"""What is offered in place of a name that nobody knows."""

import pytest

from generator.reading.desk import MOST_OFFERED, with_choice

MANY = tuple(f"2020-{number:02d}" for number in range(MOST_OFFERED + 1))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (("2020-01", "2020-02"), "no such edition; choose from `2020-01` and `2020-02`"),
        (("flood", "2020-02"), "no such edition; did you mean `flood`?"),
        (("2020-01",), "no such edition; the only one is `2020-01`"),
        (("flood", *MANY), "no such edition; did you mean `flood`?"),
        (MANY, "no such edition"),
        ((), "no such edition"),
    ],
)
def test_a_problem_ends_with_what_is_offered_or_by_itself(known: tuple[str, ...], said: str) -> None:
    assert with_choice("no such edition", "floood", known) == said
