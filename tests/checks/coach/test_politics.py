"""Party politics in what the public reads."""

import pytest

from generator.checks.coach.politics import check
from tests.checks.coach.readers import marked, said

PUBLIC = frozenset(("residents",))


def told(words: str) -> list[str]:
    return [marked(found, words) for found in check(said(words), PUBLIC)]


@pytest.mark.parametrize(
    ("words", "political"),
    [
        ("Agreed with Labour members.", "Labour members"),
        ("The Labour-led council has decided.", "Labour-led"),
        ("A workshop with the Ruling Group took place.", "Ruling Group"),
        ("The Conservatives voted for it.", "Conservatives"),
        ("Cllr Ahmed (Lab) spoke.", "(Lab)"),
        ("The Green Party asked for it.", "Green Party"),
        ("We keep our manifesto promises.", "our manifesto"),
        ("The Lib Dems agreed.", "Lib Dems"),
        ("Plaid Cymru has the chair.", "Plaid Cymru"),
        ("The opposition councillors left.", "opposition councillors"),
    ],
)
def test_words_of_parties_are_marked(words: str, political: str) -> None:
    assert told(words) == [political]


@pytest.mark.parametrize(
    "words",
    [
        "Labour costs fell.",
        "Green bins and Green Street.",
        "A conservative estimate.",
        "Reform of parking.",
        "Independent living.",
        "Members of the cabinet voted.",
        "The party for the volunteers was on Friday.",
        "Labour Exchange House was sold.",
        "The Conservation Area is larger.",
        "Elections are on 7 May 2020. Register to vote.",
    ],
)
def test_other_meanings_of_these_words_are_not(words: str) -> None:
    assert told(words) == []


def test_what_only_staff_can_see_is_not_looked_at() -> None:
    assert list(check(said("Labour members", readers=frozenset(("staff",))), PUBLIC)) == []
