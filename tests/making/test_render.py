"""Templates: relative addresses, and faults that name their file and line."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.address import file_at
from generator.making.render import relative
from tests.building import built, codes, pages

THEME = "name: own\nextends: plain\n"
OWN = {"programme.yml": ""}


@pytest.mark.parametrize(
    ("target", "from_address", "reference"),
    [
        ("", "", "index.html"),
        ("", "updates/2020-01/", "../../index.html"),
        ("updates/", "updates/2020-01/", "../index.html"),
        ("updates/2020-01/#letter.a", "updates/2020-01/", "#letter.a"),
        ("actions/a/", "actions/b/", "../a/index.html"),
        ("documents/Plan (1).pdf", "documents/", "Plan%20%281%29.pdf"),
        ("assets/site.css", "404.html", "assets/site.css"),
        ("updates/2020-01/#workstream.it", "", "updates/2020-01/index.html#workstream.it"),
    ],
)
def test_an_address_is_written_relative_to_the_page(target: str, from_address: str, reference: str) -> None:
    assert relative(target, from_address) == reference


_PARTS = st.lists(st.sampled_from("abc"), max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(_PARTS, _PARTS)
def test_a_relative_address_leads_where_it_should(target: str, from_address: str) -> None:
    found = urljoin(f"https://x.example/{file_at(from_address)}", relative(target, from_address))
    assert found == f"https://x.example/{file_at(target)}"


def with_theme(folder: Path, **templates: str) -> list[tuple[str, str, str]]:
    """Code, place and message of what a residents' theme with these pages gives."""
    own = folder / "themes" / "own"
    (own / "pages").mkdir(parents=True)
    (own / "theme.yml").write_text(THEME)
    for name, text in templates.items():
        (own / "pages" / f"{name}.html").write_text(text)
    programme = (Path(__file__).parents[1] / "programmes/smallest/programme.yml").read_text()
    result = built(folder, {"programme.yml": programme.replace("theme: plain", "theme: own")})
    assert not result.sites
    found = []
    for finding in result.findings:
        line = result.sources[finding.span.path].place(finding.span.start).line
        found.append((finding.code, f"{Path(finding.span.path).name}:{line}", finding.message))
    return found


def test_a_name_that_a_view_does_not_have_is_an_error_at_its_line(tmp_path: Path) -> None:
    ((code, place, message),) = with_theme(tmp_path, home="<p>\n{{ page.objectiv }}\n</p>")
    assert (code, place) == ("template-error", "home.html:2")
    assert message == "a template cannot be shown: `HomePage` has no `objectiv`"


def test_a_template_that_cannot_be_read_is_an_error_at_its_line(tmp_path: Path) -> None:
    ((code, place, _),) = with_theme(tmp_path, home="<p>\n\n{% if page.title %}")
    assert (code, place) == ("template-error", "home.html:3")


def test_a_fault_in_many_pages_is_told_once_and_all_faults_are_told(tmp_path: Path) -> None:
    found = with_theme(tmp_path, home="{{ page.nothing }}", action="\n{{ 1 / 0 }}", updates="{{ page.x }}")
    assert [place for _, place, _ in found] == ["action.html:2", "home.html:1", "updates.html:1"]


def test_a_template_cannot_reach_behind_its_views(tmp_path: Path) -> None:
    ((code, place, _),) = with_theme(tmp_path, home="{{ page.__class__.__mro__ }}")
    assert (code, place) == ("template-error", "home.html:1")


def test_a_child_theme_changes_only_what_it_holds(tmp_path: Path) -> None:
    own = tmp_path / "themes" / "own"
    (own / "pages").mkdir(parents=True)
    (own / "theme.yml").write_text(f"{THEME}tokens:\n  colour:\n    accent: '#123456'\n")
    (own / "pages" / "missing.html").write_text("nothing at {{ site.organisation }}")
    programme = (Path(__file__).parents[1] / "programmes/smallest/programme.yml").read_text()
    result = built(tmp_path, {"programme.yml": programme.replace("theme: plain", "theme: own")})
    assert codes(result) == []
    assert pages(result, "residents")["404.html"] == "nothing at Merebrook Borough Council"
    assert b"#123456" in result.sites["residents"]["assets/site.css"]
    assert b"#123456" not in result.sites["staff"]["assets/site.css"]


def test_an_option_of_the_theme_takes_the_script_away(tmp_path: Path) -> None:
    result = built(tmp_path)
    assert "assets/site.js" in result.sites["staff"]
    assert "assets/site.js" not in result.sites["residents"]
