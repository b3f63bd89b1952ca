"""Which files of a folder are read, and how bytes become words."""

import os
import sys
from pathlib import Path

import pytest

from generator.keeping.stamps import is_left_by_system
from generator.reading.content import read_content
from generator.reading.decoding import decode
from generator.reading.files import read_tree
from generator.text.diagnostic import Diagnostic
from tests.examples import smallest, write_files


def test_only_known_files_are_read_and_what_programs_leave_is_passed_over(tmp_path: Path) -> None:
    others = (
        ".git/config", ".hidden.md", "editions/2020-01/.it.md", "editions/2020-01/~$Minutes.docx",
        "images/Thumbs.db", "README.md", "documents/desktop.ini", "images/._map.png", "pages/.DS_Store",
        "editions/2020-01/~WRL0005.tmp", "documents/~WRD0000.tmp",
        "editions/2020-01/readme.txt", "pages/README.md", "images/a/map.png", "documents/readme-first.pdf",
    )  # fmt: skip
    write_files(smallest() | dict.fromkeys(others, b"x"), tmp_path)
    tree, findings = read_tree(tmp_path)
    assert not findings
    assert set(tree.sources) == set(smallest())
    assert {"documents/readme-first.pdf", "images/a/map.png"} <= set(tree.sizes)
    assert is_left_by_system("Icon\r")  # of Finder; Windows could not make it


def test_an_update_whose_name_only_begins_like_a_readme_is_read(tmp_path: Path) -> None:
    path = "editions/2020-01/readmes-and-guides.md"
    write_files(smallest() | {path: b"x"}, tmp_path)
    assert path in read_tree(tmp_path)[0].sources


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("editions/2020-01/Minutes.docx", "error"),
        ("editions/2020-01/Plan.xlsx", "warning"),
        ("notes.txt", "warning"),
        ("editions/it.md", "error"),
        ("editions/2020-01/it/update.md", "error"),
        ("editions/2020-01/it.MD", "error"),
        ("editions/2020-01/it.yaml", "error"),
        ("pages/about.yml", "error"),
        ("Programme.yml", "error"),
    ],
)
def test_a_file_that_nothing_reads_is_an_error_where_it_holds_words(path: str, severity: str, tmp_path: Path) -> None:
    write_files(smallest() | {path: b"x"}, tmp_path)
    _, findings = read_tree(tmp_path)
    assert [(found.code, found.severity, found.span.path) for found in findings] == [
        ("unexpected-file", severity, path)
    ]


def test_an_empty_or_missing_folder_lacks_what_every_programme_has(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        _, findings = read_tree(folder)
        assert [found.span.path for found in findings] == ["programme.yml", "workstreams.yml"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a\n", "a\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\r\n", "a\r\nb\r\n"),
        ("é 字 🏛️ 👩‍💻 🏴󠁧󠁢󠁷󠁬󠁳󠁿\t\n".encode(), "é 字 🏛️ 👩‍💻 🏴󠁧󠁢󠁷󠁬󠁳󠁿\t\n"),
    ],
)
def test_words_are_kept_as_they_are(data: bytes, words: str) -> None:
    findings: list[Diagnostic] = []
    assert decode(data, "it.md", findings) == words
    assert not findings


@pytest.mark.parametrize(
    "character", list("\x00\x07\x0b\x0c\x1b\x7f\x85\u200b\u2028\u2029\u202e\u2060\u2066\ufeff\uffff")
)
def test_a_character_that_nobody_sees_is_an_error_at_its_place(character: str) -> None:
    findings: list[Diagnostic] = []
    words = decode(f"é\nab{character}c\n".encode(), "it.md", findings)
    (found,) = findings
    if character == "\x00":
        assert (found.code, words) == ("not-utf8", None)
    else:
        assert (found.code, found.span.start, words) == ("control-character", 4, "é\nab c\n")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"caf\xe9", "line 1, at character 4"),
        (b"\xef\xbb\xbfcaf\xe9", "line 1, at character 4"),
        ("é\né ".encode() + b"\x80", "line 2, at character 3"),
        ("ab".encode("utf-16"), "line 1, at character 1"),
        ("ab".encode("utf-16-le"), "line 1, at character 2"),
        (b"a\xed\xa0\x80", "line 1, at character 2"),
    ],
)
def test_the_first_place_that_is_not_utf8_is_told(data: bytes, place: str) -> None:
    findings: list[Diagnostic] = []
    assert decode(data, "it.md", findings) is None
    (found,) = findings
    assert found.code == "not-utf8"
    assert found.note.endswith(place)


def test_a_link_out_of_the_folder_a_pipe_and_a_link_to_a_folder_are_not_read(tmp_path: Path) -> None:
    write_files(smallest(), tmp_path / "content")
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\nSecret words.\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/b.pdf").write_bytes(b"%PDF")
    (tmp_path / "content/documents").mkdir()
    (tmp_path / "content/pages/secret.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "content/pages/nowhere.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "content/pages/circle.md").symlink_to("circle.md")
    (tmp_path / "content/documents/a").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(tmp_path / "content/pages/pipe.md")
    tree, findings = read_tree(tmp_path / "content")
    assert {(found.code, found.span.path) for found in findings} == {
        ("unreadable-file", path)
        for path in ("documents/a", "pages/circle.md", "pages/nowhere.md", "pages/pipe.md", "pages/secret.md")
    }
    assert not [source for source in tree.sources.values() if "Secret" in source.text]


def test_a_file_that_we_may_not_read_and_a_link_to_a_folder_within_are_told_as_what_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files({**smallest(), "pages/closed.md": b"---\ntitle: Closed\n---\n"}, tmp_path)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/a").symlink_to(tmp_path / "pages")
    may = os.access

    def access(path: Path, mode: int) -> bool:
        return path.name != "closed.md" and may(path, mode)

    monkeypatch.setattr(os, "access", access)
    _, findings = read_tree(tmp_path)
    assert {(found.span.path, found.message, found.help[:19]) for found in findings} == {
        ("documents/a", "this is a link to a folder, which is not followed", "put the file itself"),
        ("pages/closed.md", "we are not allowed to read this file", "allow yourself to r"),
    }


@pytest.mark.parametrize("closed", ["editions/2020-01", "editions", "pages"])
def test_a_folder_into_which_we_may_not_look_is_not_taken_for_one_that_is_empty(
    closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(smallest(), tmp_path)
    look = os.scandir

    def scandir(path: str) -> "os._ScandirIterator[str]":
        if path == str(tmp_path / closed):
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    _, _, findings = read_content(tmp_path)
    assert [(found.code, found.span.path, found.message) for found in findings] == [
        ("unreadable-file", f"{closed}/.", "we are not allowed to look into this folder")
    ]


def test_a_link_to_a_file_of_the_folder_is_read(tmp_path: Path) -> None:
    write_files(smallest(), tmp_path)
    (tmp_path / "pages/again.md").symlink_to(tmp_path / "editions/2020-01/edition.md")
    tree, findings = read_tree(tmp_path)
    assert findings == []
    assert tree.sources["pages/again.md"].text == tree.sources["editions/2020-01/edition.md"].text


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    write_files(smallest(), tmp_path)
    with (tmp_path / "glossary.yml").open("wb") as file:
        file.truncate(10**12)  # a file of holes takes no room, and no memory until it is read
    _, findings = read_tree(tmp_path)
    assert [(found.code, found.span.path) for found in findings] == [("too-large", "glossary.yml")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no file names that are no text")
def test_a_name_that_is_no_text_is_told_in_letters(tmp_path: Path) -> None:
    write_files(smallest(), tmp_path)
    for name in (b"images/\xff.png", b"images/a\nb.png", b"notes\xfe.md"):
        path = os.fsencode(tmp_path) + b"/" + name
        Path(os.fsdecode(path)).parent.mkdir(exist_ok=True)
        Path(os.fsdecode(path)).write_bytes(b"x")
    _, findings = read_tree(tmp_path)
    assert {found.code for found in findings} == {"bad-file-name", "unexpected-file"}
    assert {found.span.path for found in findings} == {"images/\\xff.png", "images/a\\nb.png", "notes\\xfe.md"}
