"""Which sites get an index to search with."""

from dataclasses import replace

import pytest

from generator.making import searching
from generator.making.searching import is_searchable
from generator.making.theme import Theme

SEARCHED = Theme("own", "Own", {}, {"script": "yes", "search": "yes"}, ())


@pytest.mark.parametrize(
    ("options", "can_index", "is_searched"),
    [
        ({"script": "yes", "search": "yes"}, True, True),
        ({"script": "yes", "search": "yes"}, False, False),
        ({"script": "", "search": "yes"}, True, False),
        ({"script": "yes", "search": ""}, True, False),
        ({}, True, False),
    ],
)
def test_a_site_is_searched_where_its_theme_wants_it_and_has_a_script_and_we_can_make_the_index(
    options: dict[str, str], can_index: bool, is_searched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "can_index", lambda: can_index)
    assert is_searchable(replace(SEARCHED, options=options)) is is_searched
