"""Themes that are not there, or go in a circle."""

from pathlib import Path

from tests.building import built
from tests.examples import smallest


def messages(folder: Path, theme: str) -> list[str]:
    programme = smallest()["programme.yml"].decode().replace("theme: plain", f"theme: {theme}")
    return [
        f"{found.code}: {found.message} ({found.help})"
        for found in built(folder, {"programme.yml": programme}).findings
    ]


def test_an_unknown_theme_is_an_error_that_offers_the_closest(tmp_path: Path) -> None:
    assert messages(tmp_path, "plian") == ["unknown-theme: there is no theme `plian` (did you mean `plain`?)"]


def test_themes_that_extend_each_other_are_an_error(tmp_path: Path) -> None:
    for name, parent in (("one", "two"), ("two", "one")):
        (tmp_path / "themes" / name).mkdir(parents=True)
        (tmp_path / "themes" / name / "theme.yml").write_text(f"name: {name}\nextends: {parent}\n")
    assert messages(tmp_path, "one") == ["unknown-theme: the theme `one` extends itself (name another in `extends:`)"]


def test_a_field_that_themes_do_not_have_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "themes" / "own").mkdir(parents=True)
    (tmp_path / "themes" / "own" / "theme.yml").write_text("name: own\nextend: plain\n")
    assert messages(tmp_path, "own")[0] == (
        "unknown-field: `extend` is not a field of a theme (did you mean `extends`?)"
    )
