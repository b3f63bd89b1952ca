"""Files are opened by their endings, in the encodings that people's programs save."""

from pathlib import Path

import pytest

from generator.domain.prose import plain_words
from generator.importing.document import CannotImportError, prose_of
from generator.importing.opening import open_document
from generator.importing.writing import Writer
from tests.importing.bringing_in import remarks_of


def words(path: Path) -> str:
    return " ".join(plain_words(prose_of(piece.part)) for piece in open_document(path).pieces)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.MD", "a.html"])
def test_quotes_are_quotes_in_each_encoding(name: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes("It’s “done” – for £5.\r\n".encode(encoding))
    assert words(tmp_path / name) == "It’s “done” – for £5."


def test_one_odd_byte_leaves_the_other_words_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("It’s “done” – for ".encode() + "£5".encode("cp1252"))
    assert words(tmp_path / "a.txt") == "It’s “done” – for £5"


def test_characters_that_nobody_sees_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("o\xadne\u200b two\u2028three\x07", encoding="utf-8")
    assert words(tmp_path / "a.txt").split() == ["one", "two", "three"]


def test_a_picture_is_read_from_beside_the_page_and_from_nowhere_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "a_files").mkdir(parents=True)
    (home / "a_files" / "b c.png").write_bytes(b"\x89PNG\r\n\x1a\n in")
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n out")
    (home / "a.html").write_text("<p>x<img src='a_files/b%20c.png'><img src='../secret.png'>", encoding="utf-8")
    document = open_document(home / "a.html")
    assert list(document.pictures.values()) == [b"\x89PNG\r\n\x1a\n in"]
    assert "`../secret.png`" in remarks_of(document)[0]


def test_markdown_that_swallows_words_is_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        'See [this](https://x.example "a title that nobody sees") and\n\n```note to us\nx\n```\n'
    )
    assert "note to us" in words(tmp_path / "a.md")


def test_markdown_that_names_a_language_keeps_it_and_all_else_that_it_marks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Say [Croeso *i bawb*]{lang=cy} to [all](https://x.example).\n")
    (piece,) = open_document(tmp_path / "a.md").pieces
    assert Writer({}).prose(prose_of(piece.part)) == "Say [Croeso *i bawb*]{lang=cy} to [all](https://x.example)."


def test_letters_in_a_place_that_cannot_be_read_refuse_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text("<p>words", encoding="utf-8")
    monkeypatch.setattr("generator.importing.opening.letters_missing", lambda *_: 7)
    with pytest.raises(CannotImportError, match="holds 7 letters in a place that cannot be read"):
        open_document(tmp_path / "a.html")
