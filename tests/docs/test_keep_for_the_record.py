"""What the page about records tells to type, and what it says of what is kept."""

import hashlib
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.cli import main
from tests.archives import ROOT
from tests.docs.walking import steps_of
from tests.examples import files_in, smallest, write_files

PAGE = ROOT / "docs" / "how-to" / "keep-for-the-record.md"
PAGE_STEPS = [step for step in steps_of(PAGE) if step.language == "console"]


def test_what_was_kept_is_what_its_content_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(smallest(), tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793577600")  # 2 November 2026
    publish, build = [command.split()[1:] for step in PAGE_STEPS for command in step.commands]
    assert main([*publish, "--lenient"]) == 0
    record = Path(publish[-1])
    first = hashlib.sha256(record.read_bytes()).digest()
    assert main(build) == 0
    with ZipFile(record) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
        assert b'"audience": "residents"' in archive.comment
    again = Path(build[-1]) / "residents"
    assert kept == files_in(again)
    assert main([*publish, "--lenient"]) == 0
    assert hashlib.sha256(record.read_bytes()).digest() == first
    assert "2 November 2026" in kept["progress/index.html"].decode()
    assert 'frozen: "2026-11-02"' in (tmp_path / "content/editions/2020-01/frozen.yml").read_text("utf-8")
