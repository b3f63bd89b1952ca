"""Whatever can be downloaded says whom to ask for it in another format."""

import re
from pathlib import Path

from tests.building import built, pages
from tests.examples import SMALLEST

PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
CONTACT = """contacts:
  - {purpose: another format, telephone: 01632 960200, email: formats@merebrook.example, formats: [{name: Braille}]}
  - {purpose: feedback, telephone: 01632 960240, email: feedback@merebrook.example, post: "Town Hall, Merebrook"}
"""
NEWSLETTER = """newsletters:
  - {id: news, title: News, audience: residents, every: month, formats: [html, text]}
"""
FILES = {
    "documents.yml": "- {id: plan, title: Plan & budget, file: plan.txt}\n",
    "documents/plan.txt": "We plan.",
}
ASKED = re.compile(r'<p class="ask">.*?</p>', re.DOTALL)


def asked(folder: Path, contacts: str) -> dict[str, list[str]]:
    made = pages(built(folder, {**FILES, "programme.yml": PROGRAMME + contacts + NEWSLETTER}), "residents")
    return {path: found for path, page in made.items() if (found := ASKED.findall(page))}


def test_documents_newsletters_and_data_say_whom_to_ask_and_the_letter_says_for_what(tmp_path: Path) -> None:
    found = asked(tmp_path, CONTACT)
    assert found.keys() == {"documents/index.html", "newsletters/news/2020-01/index.html", "data/index.html"}
    (plan,) = found["documents/index.html"]
    assert 'href="tel:+441632960200"' in plan
    assert 'href="mailto:formats@merebrook.example?subject=Plan%20%26%20budget%20in%20another%20format"' in plan
    assert 'href="../formats/index.html"' in plan
    assert "News%2C%20January%202020%20in%20another%20format" in found["newsletters/news/2020-01/index.html"][0]
    assert not any("feedback@" in words for each in found.values() for words in each)


def test_nobody_is_named_where_nobody_gives_other_formats(tmp_path: Path) -> None:
    assert asked(tmp_path, CONTACT.replace(", formats: [{name: Braille}]", "")) == {}


def test_every_page_ends_with_the_ways_to_tell_us_what_is_wrong(tmp_path: Path) -> None:
    for path, page in pages(built(tmp_path, {"programme.yml": PROGRAMME + CONTACT}), "residents").items():
        foot = page[page.index("<footer") :]
        assert "For feedback" in foot, path
        for way in ("tel:+441632960240", "mailto:feedback@merebrook.example", "Town Hall, Merebrook"):
            assert way in foot, path
