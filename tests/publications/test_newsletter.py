"""The forms of an issue: those that its newsletter asks for, each linked with its size from where readers look."""

import re
from pathlib import Path

import pytest

from generator.build import Result
from tests.building import built, files_of, pages
from tests.examples import smallest

FOLDER = "newsletters/news/2020-01/"
MESSAGE, TEXT = f"{FOLDER}news-2020-01.eml", f"{FOLDER}news-2020-01.txt"
A4, LARGE = f"{FOLDER}news-2020-01.pdf", f"{FOLDER}news-2020-01-large-print.pdf"


def with_formats(folder: Path, formats: str) -> Result:
    programme = smallest()["programme.yml"].decode()
    newsletter = f"newsletters:\n  - {{id: news, title: News, audience: staff, every: month{formats}}}\n"
    return built(folder, {"programme.yml": programme + newsletter})


@pytest.mark.parametrize(
    ("formats", "made"),
    [
        ("", [f"{FOLDER}index.html", LARGE, A4, MESSAGE, TEXT]),
        (", formats: [text, email]", [MESSAGE, TEXT]),
        (", formats: [pdf]", [A4]),
        (", formats: [large-print, html]", [f"{FOLDER}index.html", LARGE]),
        (", formats: [html]", [f"{FOLDER}index.html"]),
    ],
)
def test_an_issue_has_the_forms_that_are_asked_for(formats: str, made: list[str], tmp_path: Path) -> None:
    result = with_formats(tmp_path, formats)
    assert sorted(path for path in result.sites["staff"] if path.startswith(FOLDER)) == sorted(made)
    assert not any(path.startswith("newsletters/") for path in result.sites["residents"])


@pytest.mark.parametrize("page", ["updates/2020-01/index.html", "newsletters/index.html", f"{FOLDER}index.html"])
def test_each_form_is_linked_with_its_size(page: str, tmp_path: Path) -> None:
    result = with_formats(tmp_path, "")
    html = pages(result, "staff")[page]
    for path in (A4, LARGE, MESSAGE, TEXT):
        (label,) = re.findall(rf'href="[^"]*{Path(path).name}" aria-label="([^"]*)"', html)
        assert f"({len(files_of(result, 'staff')[path]) / 1000:.0f} kB)" in label
