"""Colours that stand together and are too much alike stop the build."""

from pathlib import Path

from tests.making.themes import marked, told, with_theme


def colours(light: str = "", dark: str = "", parent: str = "council") -> str:
    return f"name: own\nextends: {parent}\ntokens:\n  colour: {{{light}}}\n  dark: {{{dark}}}\n"


def test_a_bad_pair_stops_the_build_and_says_all_that_is_needed_to_mend_it(tmp_path: Path) -> None:
    result = with_theme(tmp_path, colours('link: "#3aa0aa"', parent="plain"))
    assert result.sites == {}
    first = result.findings[0]
    assert first.message == "`link` (#3aa0aa) on `paper` (#ffffff) has a contrast of 3.09 to 1, and text needs 4.5"
    assert first.note == "WCAG 2.2, success criterion 1.4.3"
    ((other, words),) = first.related
    assert words == "`paper`"
    assert Path(other.path).parent.name == "plain"
    assert set(marked(result)) == {'"#3aa0aa"'}


def test_the_colour_that_is_proposed_passes_in_every_pair(tmp_path: Path) -> None:
    result = with_theme(tmp_path, colours('link: "#3aa0aa"'))
    (remedy,) = {found.help for found in result.findings}
    assert remedy == 'the nearest colour that passes is "#007983"'
    assert told(with_theme(tmp_path, colours('link: "#007983"'))) == []


def test_a_mark_needs_less_than_text(tmp_path: Path) -> None:
    result = with_theme(tmp_path, colours('edge: "#aaaaaa"'))
    assert {found.note for found in result.findings} == {"WCAG 2.2, success criterion 1.4.11"}
    assert all("a mark needs 3" in found.message for found in result.findings)
    assert told(with_theme(tmp_path, colours('edge: "#868686"'))) == []


def test_dark_colours_are_checked_as_well(tmp_path: Path) -> None:
    result = with_theme(tmp_path, colours(dark='muted: "#445550"'))
    assert [found.message.split(" has")[0] for found in result.findings] == [
        "`muted` (#445550) on `paper` (#101817)",
        "`muted` (#445550) on `surface` (#192524)",
    ]


def test_a_ground_that_the_theme_changes_is_named_and_may_stay_as_it_is(tmp_path: Path) -> None:
    result = with_theme(tmp_path, colours('band: "#ffd24a"'))
    assert set(marked(result)) == {'"#ffd24a"'}
    (remedy,) = (found.help for found in result.findings if found.message.startswith("`on_band`"))
    assert "; or keep it, and set `on_band` to " in remedy


def test_a_ratio_is_never_told_as_the_one_that_it_misses(tmp_path: Path) -> None:
    result = with_theme(tmp_path, colours('surface: "#ffffff", link: "#777777"', parent="plain"))
    assert "contrast of 4.47 to 1" in told(result)[0]


def test_where_no_shade_serves_all_pairs_the_other_colour_is_to_change_too(tmp_path: Path) -> None:
    light = 'paper: "#ffffff", surface: "#000000", accent: "#555555", on_accent: "#808080"'
    found = [
        found for found in with_theme(tmp_path, colours(light)).findings if "`accent` (#555555) on" in found.message
    ]
    assert [one.help for one in found if "`surface`" in one.message] == [
        'the nearest colour that passes here is "#757575", but it does not pass with its other pairs;'
        " change `surface` too"
    ]


def test_a_pair_of_the_theme_s_own_is_checked_too(tmp_path: Path) -> None:
    text = colours() + "pairs:\n  - {text: [line], on: [paper]}\n"
    assert [found.message.split(" has")[0] for found in with_theme(tmp_path, text).findings] == [
        "`line` (#d9d5c8) on `paper` (#fdfcf9)",
        "`line` (#324240) on `paper` (#101817)",
    ]
