"""The list of pages as search engines read it."""

from datetime import date
from pathlib import Path

from lxml import etree

from generator.domain.record import stand_in
from tests.building import SAMPLE_ON, built, sample
from tests.examples import SMALLEST

ADDRESS = "https://council.example/one/"
PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
WITH_ADDRESSES = PROGRAMME.replace("theme: plain}", f'theme: plain, site: "{ADDRESS}"}}').replace(
    "theme: council}", 'theme: council, site: "https://staff.example/"}'
)
_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LETTER = """---
published: 2020-01-20
corrections:
  - {date: 2020-01-25, what: A sum was wrong., why: We had miscounted.}
  - {date: 2020-01-30, what: A name was wrong., why: We had misheard it., for: [staff]}
---
Hello.
"""


def listed(data: bytes) -> dict[str, str]:
    """Each address with the day of its last change; what the protocol does not know fails."""
    root = etree.fromstring(data, etree.XMLParser(no_network=True, resolve_entities=False))
    assert root.tag == f"{_NAMESPACE}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{_NAMESPACE}url"
        fields = {child.tag.removeprefix(_NAMESPACE): child.text or "" for child in url}
        assert fields.keys() <= {"loc", "lastmod"}
        assert fields["loc"] not in found
        found[fields["loc"]] = fields.get("lastmod", "")
    return found


def test_every_page_of_the_sample_is_listed_once_and_nothing_else_is() -> None:
    files = sample()["residents"]
    data = files["sitemap.xml"]
    assert isinstance(data, bytes)
    site = "https://www.merebrook.example/one-council/"
    pages = {f"{site}{path.removesuffix('index.html')}" for path in files if path.endswith("index.html")}
    found = listed(data)
    assert found.keys() == pages
    assert all(date.fromisoformat(day) <= SAMPLE_ON for day in found.values() if day)


def test_a_page_changed_when_what_it_tells_of_came_out_or_was_corrected(tmp_path: Path) -> None:
    files = {"programme.yml": WITH_ADDRESSES, "editions/2020-01/edition.md": LETTER}
    data = built(tmp_path, files).sites["residents"]["sitemap.xml"]
    assert isinstance(data, bytes)
    days = listed(data)
    assert days[f"{ADDRESS}updates/2020-01/"] == days[ADDRESS] == "2020-01-25"
    assert days[f"{ADDRESS}formats/"] == ""


def test_an_action_page_changed_when_others_took_it_over_or_an_update_said_nothing_of_it_or_it_was_taken_out(
    tmp_path: Path,
) -> None:
    month = "---\npublished: 2020-0{}\n{}---\nHello.\n"
    fields = f"date: 2020-03-09, what: action, action: {stand_in('tree')}, why: Not decided., for: [residents]"
    gone = f"withdrawals:\n  - {{{fields}}}\n"
    promised = "## Future actions\n\n- Rent a hall. {#hall}\n- Mend the lift. {#lift}\n- Plant a tree. {#tree}\n"
    files = {
        "programme.yml": WITH_ADDRESSES,
        "editions/2020-01/edition.md": month.format("1-20", ""),
        "editions/2020-01/customer-services.md": promised,
        "editions/2020-02/edition.md": month.format("2-28", gone),
        "editions/2020-02/customer-services.md": "## Future actions\n\n- Rent two halls. {#halls from=hall}\n",
    }
    data = built(tmp_path, files, on=date(2020, 3, 10)).sites["residents"]["sitemap.xml"]
    assert isinstance(data, bytes)
    days = listed(data)
    told = {name: days[f"{ADDRESS}actions/{name}/"] for name in ("hall", "lift", "tree")}
    assert told == {"hall": "2020-02-28", "lift": "2020-02-28", "tree": "2020-03-09"}


def test_only_a_site_for_the_public_whose_address_is_known_has_a_list(tmp_path: Path) -> None:
    known = built(tmp_path / "known", {"programme.yml": WITH_ADDRESSES}).sites
    unknown = built(tmp_path / "unknown", {"programme.yml": PROGRAMME}).sites
    assert "sitemap.xml" not in known["staff"]
    assert "sitemap.xml" not in unknown["residents"]
    assert known["residents"]["robots.txt"] == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n".encode()
    assert unknown["residents"]["robots.txt"] == b"User-agent: *\nAllow: /\n"
