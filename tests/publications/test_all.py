"""No two files at one address."""

from pathlib import Path

from tests.building import built

PAGE = "---\ntitle: Updates\n---\nHello.\n"


def told(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in built(folder, files).findings]


def test_a_page_with_the_name_of_one_of_ours_is_an_error(tmp_path: Path) -> None:
    assert told(tmp_path, {"pages/updates.md": PAGE})[0] == (
        "two-pages-one-address",
        "two files would stand at `updates/`",
    )


def test_two_documents_that_differ_only_in_capitals_are_an_error(tmp_path: Path) -> None:
    documents = "- {id: one, title: One, file: Plan.pdf}\n- {id: two, title: Two, file: plan.pdf}\n"
    files = {"documents.yml": documents, "documents/Plan.pdf": "a", "documents/plan.pdf": "b"}
    found = told(tmp_path, files)
    assert ("two-pages-one-address", "two files would stand at `documents/plan.pdf`") in found
