"""What pages tell those who list or share them, as a reader of other people's pages extracts it (extruct)."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import extruct
import pytest

from tests.building import built, files_of, sample
from tests.examples import SMALLEST

SITE = "https://www.merebrook.example/one-council/"
COUNCIL = {"@type": "GovernmentOrganization", "name": "Merebrook Borough Council"}
HOSTILE = 'Trust </script><script>hit(1)</script> "us" & <!-- them'
PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
LETTER = """---
published: 2020-01-20
title: {title}
corrections:
  - {{date: 2020-01-25, what: A sum was wrong., why: We had miscounted.}}
  - {{date: 2020-01-30, what: A name was wrong., why: We had misheard it., for: [staff]}}
---
Hello.
"""


def told(data: bytes) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
    """A page's Open Graph, and its things of schema.org by their types."""
    found = extruct.extract(data.decode(), base_url=SITE, syntaxes=["json-ld", "opengraph"])
    graph = dict(pair for it in found["opengraph"] for pair in it["properties"])
    things: dict[str, dict[str, Any]] = {}
    for block in found["json-ld"]:
        assert block["@context"] == "https://schema.org"
        for thing in block.get("@graph", [block]):
            assert thing["@type"] not in things
            things[thing["@type"]] = thing
    return graph, things


def test_who_signs_and_where_to_write_stays_as_it_is_when_a_page_is_translated_by_machine() -> None:
    pages = sample()["residents"]
    addresses = re.findall(r'<[^<>]*>[^<>@"]+@[^<>"]+<', pages["documents/index.html"].decode())
    assert len(addresses) > 3
    assert [it for it in addresses if 'translate="no"' not in it] == []
    assert '<strong translate="no">Amina Yusuf</strong>' in pages["updates/2026-10/index.html"].decode()


def test_the_home_page_is_a_web_site_of_the_council() -> None:
    graph, things = told(sample()["residents"]["index.html"])
    assert graph == {
        "og:title": "One Council",
        "og:description": "Make every service simple to use, and the council simple to work for.",
        "og:url": SITE,
        "og:site_name": "One Council",
        "og:locale": "en_GB",
        "og:type": "website",
    }
    assert things.keys() == {"WebSite"}
    assert (things["WebSite"]["url"], things["WebSite"]["publisher"]) == (SITE, COUNCIL)


def test_an_edition_is_an_article_with_its_days_and_the_way_to_it() -> None:
    graph, things = told(sample()["residents"]["updates/2026-10/index.html"])
    assert (graph["og:type"], graph["og:url"]) == ("article", f"{SITE}updates/2026-10/")
    article = things["Article"]
    assert (article["datePublished"], article["dateModified"]) == ("2026-10-30", "2026-10-30")
    assert graph["article:published_time"] == "2026-10-30"
    assert article["author"] == COUNCIL
    steps = things["BreadcrumbList"]["itemListElement"]
    assert [(it["position"], it["name"], it.get("item")) for it in steps] == [
        (1, "Home", SITE),
        (2, "Updates", f"{SITE}updates/"),
        (3, "October 2026", None),
    ]


def test_the_data_is_a_data_set_with_its_files() -> None:
    files = sample()["residents"]
    dataset = told(files["data/index.html"])[1]["Dataset"]
    assert (dataset["creator"], dataset["url"]) == (COUNCIL, f"{SITE}data/")
    offered = [it["contentUrl"].removeprefix(SITE) for it in dataset["distribution"]]
    assert len(offered) == 3
    assert all(path in files for path in offered)
    assert {it["encodingFormat"] for it in dataset["distribution"]} == {"text/csv", "application/json"}


def test_every_page_of_a_public_site_can_be_read_and_every_address_in_it_leads_somewhere() -> None:
    files = sample()["residents"]
    for path, data in files.items():
        if path.endswith("index.html"):
            graph, things = told(data)
            assert graph["og:url"] == SITE + path.removesuffix("index.html")
            assert things, path
            for step in things.get("BreadcrumbList", {}).get("itemListElement", ()):
                assert "item" not in step or f"{step['item'].removeprefix(SITE)}index.html" in files


@pytest.mark.parametrize("page", ["index.html", "updates/2026-10/index.html", "data/index.html"])
def test_a_site_for_the_councils_own_people_tells_machines_nothing(page: str) -> None:
    assert told(sample()["staff"][page]) == ({}, {})


def test_the_page_for_missing_addresses_tells_nothing() -> None:
    assert told(sample()["residents"]["404.html"]) == ({}, {})


def residents(folder: Path, title: str, programme: str) -> Mapping[str, bytes]:
    files = {"programme.yml": programme, "editions/2020-01/edition.md": LETTER.format(title=title)}
    return files_of(built(folder, files), "residents")


def test_words_cannot_end_the_data_that_they_stand_in(tmp_path: Path) -> None:
    programme = PROGRAMME.replace("theme: plain}", f'theme: plain, site: "{SITE}"}}')
    files = residents(tmp_path, f"'{HOSTILE}'", programme)
    data = files["updates/2020-01/index.html"]
    graph, things = told(data)
    assert (graph["og:title"], things["Article"]["headline"]) == (HOSTILE, HOSTILE)
    assert data.count(b"<script") == data.count(b"</script") == 1
    assert (things["Article"]["datePublished"], things["Article"]["dateModified"]) == ("2020-01-20", "2020-01-25")


def test_a_site_whose_address_nobody_knows_tells_nothing(tmp_path: Path) -> None:
    assert told(residents(tmp_path, "January", PROGRAMME)["index.html"]) == ({}, {})
