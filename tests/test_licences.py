"""Each thing that others made and that we ship has its licence named, and its words are in what is installed."""

import re
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont

from tests.archives import ROOT, wheel

ROW = re.compile(r"^\| `(?P<files>[^`]+)` \|[^|]+\| (?P<by>[^|]+) \| OFL-1\.1 \| `(?P<words>[^`]+)` \|$", re.MULTILINE)
ROWS = [it.groupdict() for it in ROW.finditer((ROOT / "LICENSES.md").read_text("utf-8"))]
FONTS = (".ttf", ".otf", ".woff", ".woff2")
OURS = (
    ".py",
    ".md",
    ".yml",
    ".json",
    ".html",
    ".xml",
    ".txt",
    ".typ",
    ".css",
    ".js",
    ".jinja",
    ".svg",
    ".pdf",
    ".typed",
)
COPYRIGHT = 0  # the number of a font's copyright among its names


PINNED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
BESIDE = re.compile(r"^\| (?P<licence>[^|`]+) \| (?P<packages>`[^|]+`) \|$", re.MULTILINE)
# What the older form of a package's description says of its licence, where it does not name it exactly.
SAID = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def beside() -> dict[str, str]:
    """The licence of each package that is installed beside ours, as LICENSES.md has it."""
    found: dict[str, str] = {}
    for row in BESIDE.finditer((ROOT / "LICENSES.md").read_text("utf-8")):
        for package in re.findall(r"`([^`]+)`", row["packages"]):
            assert package not in found, f"{package} stands in two rows"
            found[package] = row["licence"]
    return found


def test_the_licence_of_each_locked_package_is_told() -> None:
    locked = PINNED.findall((ROOT / "requirements/site.txt").read_text())
    assert len(locked) > 15
    assert beside().keys() == set(locked)


@pytest.mark.parametrize("package", sorted(beside()))
def test_a_package_says_itself_what_is_told_of_its_licence(package: str) -> None:
    try:
        about = metadata(package)
    except PackageNotFoundError:
        pytest.skip("it is not for this system or this Python")
    (named, *_) = (*about.get_all("License-Expression", []), *about.get_all("License", []), "")
    classes = [it.rpartition(" :: ")[2] for it in about.get_all("Classifier", []) if it.startswith("License ::")]
    words = named if named and "\n" not in named else SAID[classes[0]]
    assert beside()[package].startswith(words)


def fonts() -> list[str]:
    found = (it for it in (ROOT / "themes").rglob("*") if it.suffix in FONTS)
    return sorted(it.relative_to(ROOT).as_posix() for it in found)


def test_each_font_has_its_maker_and_its_licence_named() -> None:
    assert len(ROWS) > 5
    assert len(fonts()) > 10
    for path in fonts():
        row = next((it for it in ROWS if fnmatch(path, it["files"])), None)
        assert row, f"{path} stands in no row of LICENSES.md"
        if path.endswith((".ttf", ".otf")):  # to look into those for the web takes a library that nothing else needs
            with TTFont(ROOT / path, lazy=True) as font:
                assert row["by"] in font["name"].getDebugName(COPYRIGHT), f"{path} was not made by {row['by']}"
        words = (ROOT / row["words"]).read_text("utf-8")
        assert row["by"] in words, f"{row['words']} does not name {row['by']}"
        assert "SIL OPEN FONT LICENSE Version 1.1" in words


def test_no_row_is_about_fonts_that_are_gone() -> None:
    assert [it["files"] for it in ROWS if not any(fnmatch(path, it["files"]) for path in fonts())] == []


def test_the_words_of_each_licence_are_in_the_wheel_and_named_in_what_describes_it() -> None:
    with ZipFile(wheel()) as archive:
        names = archive.namelist()
        (about,) = (it for it in names if it.endswith(".dist-info/METADATA"))
        said = archive.read(about).decode()
    folder = PurePosixPath(about).parent / "licenses"
    needed = {"LICENSE", "LICENSES.md", *(it["words"] for it in ROWS)}
    assert {it for it in needed if str(folder / it) not in names} == set()
    assert "License-Expression: MIT AND OFL-1.1" in said
    assert {it for it in needed if f"License-File: {it}" not in said} == set()


def test_the_wheel_has_nothing_of_a_kind_that_nobody_has_looked_at() -> None:
    """A picture, a script in another language or an archive would be somebody's work: add its kind, and its licence."""
    inside = [it for it in ZipFile(wheel()).namelist() if ".dist-info/" not in it]
    assert {PurePosixPath(it).suffix for it in inside} - {*OURS, *FONTS} == set()
