import pytest

from generator.output.names import clashes, fault_of_path, fault_of_site, folders_above


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
