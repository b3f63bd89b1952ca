"""Names that can stand on any disk, and those that clash on some."""

import pytest

from generator.output.names import are_sound, clashes, fault_of_path, fault_of_site, folders_above


@pytest.mark.parametrize(
    "path", ["index.html", "updates/2020-01/index.html", ".htaccess", "märz.pdf", "a b.pdf", "..."]
)
def test_an_ordinary_path_has_no_fault(path: str) -> None:
    assert fault_of_path(path) == ""


def test_a_site_is_one_folder() -> None:
    assert fault_of_site("staff") == ""
    assert fault_of_site("staff/drafts") == "is more than the name of one folder"


def test_folders_are_named_outermost_first() -> None:
    assert list(folders_above("a/b/c.html")) == ["a", "a/b"]


def test_names_that_differ_do_not_clash_and_neither_do_folders_that_share_a_beginning() -> None:
    assert list(clashes(["a", "ab/c", "b", "Docs/one", "docs/two"])) == []


@pytest.mark.parametrize(
    "path",
    ["a//b", "/a", "a/", ".", "a/..", "./a", "a/../b", "a\\b", "c:a", "a\nb", "a\tb", "\na", "", "a/\n/b"],
)
def test_a_fault_shows_among_many_sound_paths(path: str) -> None:
    assert not are_sound(["index.html", path, "updates/2020-01/index.html"])
    assert not are_sound([path])


def test_many_plain_paths_are_seen_to_be_sound() -> None:
    assert are_sound(["index.html", ".htaccess", "a b.pdf", "...", "updates/2020-01/index.html"])


@pytest.mark.parametrize("paths", [["a", "A"], ["a/b/c", "A"], ["a", "A", "x\ny"], ["é", "É"], ["a/b", "A/b/c/d"]])
def test_names_that_clash_are_found_among_many_that_do_not(paths: list[str]) -> None:
    assert len(list(clashes([*paths, "index.html", "updates/2020-01/index.html"]))) == 1
