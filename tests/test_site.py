"""One audience's site: what is handed on of it is whole."""

import pytest

from generator.output.plan import AsItStands
from generator.site import Site


def test_all_files_of_a_site_are_handed_on() -> None:
    assert Site({"index.html": b"home", "a/index.html": b"a"}).bytes_by_path == {
        "index.html": b"home",
        "a/index.html": b"a",
    }


def test_a_site_of_which_a_file_was_not_made_cannot_be_handed_on() -> None:
    with pytest.raises(ValueError, match=r"not made: a/index\.html$"):
        _ = Site({"index.html": b"home", "a/index.html": AsItStands("digest", 1)}).bytes_by_path
