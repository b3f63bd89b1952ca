"""Long lists of actions, and the pages of their earlier years."""

import re
from pathlib import Path

import pytest

from generator.domain import register
from tests.building import built, pages
from tests.examples import SMALLEST

LONG = {
    "2017-03": "## Completed\n\n- Opened the desk. {#desk}\n\n## Stopped\n\n"
    '- Move the kiosks. {#kiosks reason="They are gone."}\n',
    "2018-06": "## Completed\n\n- Painted the hall. {#hall}\n\n## Future actions\n\n- Mend the lift. {#lift}\n",
    "2019-11": "## Completed\n\n- Trained the team. {#team}\n\n## Future actions\n\n"
    "- Build stairs. {#stairs from=lift}\n",
}


def site(
    folder: Path, lines: int, monkeypatch: pytest.MonkeyPatch, name: str = "staff", workstreams: str = ""
) -> dict[str, str]:
    """The smallest programme, whose edition of January 2020 is its newest, after these of earlier years."""
    monkeypatch.setattr(register, "LONG", lines)
    files = {"workstreams.yml": workstreams} if workstreams else {}
    for month, update in LONG.items():
        files[f"editions/{month}/edition.md"] = f"---\npublished: {month}-20\n---\nA month.\n"
        files[f"editions/{month}/customer-services.md"] = update
    return pages(built(folder, files), name)


def names(page: str) -> list[str]:
    """The short names of the actions in lists, and the words of those that are told whole."""
    main = page.partition('<main id="main"')[2].partition("</main>")[0]
    found: list[tuple[str, str]] = re.findall(
        r'<p><a href="[^"]*">([^<]*)</a></p>|<div class="action-words">\s*<p>([^<]*)', main
    )
    return [short or whole for short, whole in found]


def test_a_short_list_is_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = site(tmp_path, 9, monkeypatch)
    assert len(names(made["actions/index.html"])) == 8
    assert not [path for path in made if re.search(r"/20\d\d/", path)]
    assert "by-year" not in made["actions/index.html"] + made["workstreams/customer-services/index.html"]


def test_a_long_list_keeps_what_is_open_and_what_ended_in_twelve_months(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = site(tmp_path, 7, monkeypatch)
    assert names(made["actions/index.html"]) == [
        *("Build stairs", "Visit councils whose website works well"),
        *("Cabinet has agreed the money for the new website", "Trained the team", "Mend the lift"),
    ]
    assert names(made["workstreams/customer-services/index.html"]) == [
        *("Visit councils whose website works well", "Build stairs"),
        *("Cabinet has agreed the money for the new website.", "Trained the team."),
    ]


def test_each_earlier_year_lists_what_ended_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = site(tmp_path, 7, monkeypatch)
    found = {path: names(made[path]) for path in made if re.search(r"/20\d\d/", path)}
    assert found == {
        "actions/2017/index.html": ["Opened the desk", "Move the kiosks"],
        "actions/2018/index.html": ["Painted the hall"],
        "workstreams/customer-services/2017/index.html": ["Opened the desk.", "Move the kiosks"],
        "workstreams/customer-services/2018/index.html": ["Painted the hall."],
    }


def test_the_lists_lead_to_their_years_and_the_years_to_one_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = site(tmp_path, 7, monkeypatch, "residents")
    years = ["2018", "2017"]
    for page in ("actions/index.html", "actions/2017/index.html", "workstreams/customer-services/2018/index.html"):
        navigation = re.split(r'<nav [^>]*"by-year-title">', made[page])[1].partition("</nav>")[0]
        assert re.findall(r">(20\d\d)</a>", navigation) == years
        assert navigation.count('aria-current="page"') == (page != "actions/index.html")
    assert "<title>Actions that ended in 2017 - Actions - " in made["actions/2017/index.html"]


def test_the_counts_are_those_of_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = site(tmp_path, 7, monkeypatch)["actions/index.html"]
    assert 'Completed (<span class="group-count">4</span>)' in made
    assert "2 of 4 are listed here." in made
    assert "0 of 1 is listed here." in made
    assert re.search(r"Customer services</a> <span[^>]*>8 actions<", made)
    assert 'data-words="{shown} of 5 actions on this page"' in made


def test_a_year_of_a_workstream_is_found_at_its_old_address_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = (SMALLEST / "workstreams.yml").read_text(encoding="utf-8") + "  moved-from: front-desk\n"
    made = site(tmp_path, 7, monkeypatch, workstreams=moved)
    for year in ("2017", "2018"):
        assert f"workstreams/customer-services/{year}/index.html" in made
        assert f"url=../../customer-services/{year}/index.html" in made[f"workstreams/front-desk/{year}/index.html"]
