"""The day of each page in the list for search engines, and how many it lists."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.briefing.sitemap import sitemap
from generator.domain.record import Correction
from tests.briefing.describers import residents_describer
from tests.briefing.programmes import future, written


def test_a_page_of_several_updates_was_changed_on_the_newest_of_their_days(tmp_path: Path) -> None:
    hall = future("Paint the hall. {#hall}")
    content = written(tmp_path, {"2020-01": hall, "2020-02": hall})
    january, february = content.editions
    corrected = replace(january, corrections=(Correction(date(2020, 5, 1), "The street.", "It was wrong."),))
    pages = ("actions/hall/", "updates/2020-02/", "formats/")
    entries = sitemap(residents_describer(replace(content, editions=(corrected, february))), pages).entries
    assert [(it.address, it.changed) for it in entries] == [
        ("actions/hall/", "2020-05-01"),
        ("updates/2020-02/", "2020-02-28"),
        ("formats/", ""),
    ]


def test_no_more_pages_are_listed_than_a_list_may_have(tmp_path: Path) -> None:
    describe = residents_describer(written(tmp_path, {"2020-01": "Hello.\n"}))
    pages = [f"actions/{it}/" for it in range(50_001)]
    assert len(sitemap(describe, pages).entries) == 50_000
