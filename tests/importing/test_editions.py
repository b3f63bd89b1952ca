"""Each document becomes the edition that stands in expected/. `GOLDEN_UPDATE=1` writes it, to be looked at."""

import os
import re
from pathlib import Path

import pytest

from generator.checks.all import check_content
from generator.cli import main
from generator.reading.content import read_content
from generator.text.codes import Severity
from tests.examples import write_files
from tests.importing.documents import DOCUMENTS, PROGRAMME

EXPECTED = Path(__file__).parent / "expected"
# What only the writer can say: what a picture shows, where a link leads, why something was stopped.
FOR_THE_WRITER = {"image-without-alt", "missing-reason", "stopped-without-reason"}


def laid(folder: Path) -> None:
    write_files({path: text.encode() for path, text in PROGRAMME.items()}, folder / "content")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_the_edition_that_is_expected(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    laid(tmp_path)
    file, made, words = DOCUMENTS[name]
    Path(file).write_bytes(made())
    assert main(["import", file, "--edition", "2020-01", *words]) == 0
    report = capsys.readouterr().out
    texts = {"report.txt": report} | {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(Path("content").glob("[ei]*/2020-01/*"))
        if path.suffix in (".md", ".yml")
    }
    pictures = [path.name for path in sorted(Path("content/images").rglob("*")) if path.suffix not in ("", ".yml")]
    if os.environ.get("GOLDEN_UPDATE"):
        (EXPECTED / name).mkdir(parents=True, exist_ok=True)
        for path in (EXPECTED / name).iterdir():
            path.unlink()
        for file, text in texts.items():
            (EXPECTED / name / file).write_text(text, encoding="utf-8", newline="\n")
    assert texts == {path.name: path.read_text(encoding="utf-8") for path in (EXPECTED / name).iterdir()}
    assert all(picture in report or picture in "".join(texts.values()) for picture in pictures)
    counted = re.search(r"sentences: (\d+) in the files; (\d+) read back .*?(?:, (\d+) as headings.*)?: none", report)
    assert counted
    assert int(counted[1]) == int(counted[2]) + int(counted[3] or 0)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_written_is_sound_but_for_what_only_its_writer_knows(name: str, tmp_path: Path) -> None:
    laid(tmp_path)
    file, made, words = DOCUMENTS[name]
    (tmp_path / file).write_bytes(made())
    assert main(["import", str(tmp_path / file), "--edition", "2020-01", "--quiet",
                 "--content", str(tmp_path / "content"), *words]) == 0  # fmt: skip
    content, _, findings = read_content(tmp_path / "content")
    assert content
    errors = {it.code for it in (*findings, *check_content(content, content.editions[0].published))
              if it.severity is Severity.ERROR}  # fmt: skip
    assert errors <= FOR_THE_WRITER
    assert all(action.has_written_id for update in content.editions[0].updates for action in update.actions)
