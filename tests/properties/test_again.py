"""A build after any edit gives what a clean one gives: the same bytes and the same findings."""

import gc
import os
import re
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from generator import cli
from generator.briefing.describe import Describer
from generator.briefing.issue_page import issue_page
from generator.briefing.newsletter_views import NewsletterPage
from generator.domain import register
from generator.domain.issue import Issue
from generator.publications import newsletter
from tests.properties.changing import Changing, Item

EDITS = 4
LOST = 0.1  # of the edits are followed by a page that somebody deletes or spoils
_LONG_AGO = 1_500_000_000_000_000_000  # nanoseconds, in 2017


class Desk:
    """The programme on disk, with an output folder that every build goes into."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder = folder
        self.chance = chance
        self.programme = Changing(chance)
        self.written: dict[str, str] = {}
        self.now = _LONG_AGO

    def save(self) -> None:
        """Half of the changes were made long before the build, and their dates can be relied on."""
        files = dict(self.programme.files())
        is_old = self.chance.random() < 0.5
        for path in self.written.keys() - files.keys():
            (self.folder / "content" / path).unlink()
        for path, text in files.items():
            if self.written.get(path) != text:
                file = self.folder / "content" / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
                self.now += 10**10
                if is_old:
                    os.utime(file, ns=(self.now, self.now))
        for folder in sorted((self.folder / "content").rglob("*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        self.written = files

    def lose(self) -> None:
        """Somebody deletes a page, or writes into one."""
        pages = sorted((self.folder / "warm").glob("*/**/*.html"))
        if pages:
            page = self.chance.choice(pages)
            if self.chance.random() < 0.5:
                page.unlink()
            else:
                page.write_text("spoilt", encoding="utf-8")

    def built(self, output: str, *options: str) -> tuple[int, str]:
        """The exit code, and what was printed of findings."""
        return self.ran("build", output, *options)

    def ran(self, command: str, output: str, *options: str) -> tuple[int, str]:
        words = [command, str(self.folder / "content"), "--output", str(self.folder / output)]
        said, aside = StringIO(), StringIO()
        with redirect_stdout(said), redirect_stderr(aside):
            code = cli.main([*words, "--on", self.programme.on, "--format", "concise", *options])
        gc.enable()  # now, since a test makes thousands
        return code, said.getvalue()

    def stands(self, output: str) -> dict[str, bytes]:
        root = self.folder / output
        files = (path for site in ("staff", "residents") for path in (root / site).rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def differences(folder: Path, seed: int) -> tuple[int, list[str]]:
    """How many builds of one sequence of edits were sound, and the first in which the two differ, in words."""
    chance = Random(seed)
    desk, sound = Desk(folder, chance), 0
    edits: list[str] = []
    desk.save()
    for number in range(EDITS + 1):
        checked, warm = desk.ran("check", "warm", "--quiet"), desk.built("warm", "--quiet")
        clean = desk.built(f"clean-{number}", "--no-cache", "--quiet")
        if checked != clean or warm != clean:
            return sound, [f"after {edits} (seed {seed}) other findings: {checked}, {warm} and {clean}"]
        if warm[0] == 0:
            sound += 1
            there, wanted = desk.stands("warm"), desk.stands(f"clean-{number}")
            if differing := sorted(path for path in there | wanted if there.get(path) != wanted.get(path)):
                return sound, [f"after {edits} (seed {seed}) stale: {differing}"]
        edits.append(" and ".join(desk.programme.change() for _ in range(chance.choice((1, 1, 1, 2)))))
        desk.save()
        if chance.random() < LOST:
            desk.lose()
    return sound, []


# A test's own mark would count before that of a parameter, so each parameter has one.
@pytest.mark.parametrize(
    "seeds",
    [
        pytest.param(range(5), id="5", marks=pytest.mark.timeout(600)),
        *(
            pytest.param(
                range(first, first + 250), id=f"250 from {first}", marks=[pytest.mark.long, pytest.mark.timeout(3600)]
            )
            for first in (0, 250, 500, 750)
        ),
    ],
)
def test_a_build_after_any_edit_gives_what_a_clean_one_gives(
    monkeypatch: pytest.MonkeyPatch, quick_path: Path, seeds: range
) -> None:
    monkeypatch.setattr(register, "LONG", 4)
    sound, told = 0, []
    for seed in seeds:
        folder = quick_path / str(seed)
        found, differing = differences(folder, seed)
        sound += found
        told += differing
        rmtree(folder)
    assert told == []
    assert sound > len(seeds) * EDITS  # what does not build shows nothing


def test_an_edit_makes_the_year_again_that_it_is_about_and_no_other(
    monkeypatch: pytest.MonkeyPatch, quick_path: Path
) -> None:
    monkeypatch.setattr(register, "LONG", 4)
    desk = Desk(quick_path, Random(0))
    desk.programme.workstreams = {"roads": "Roads"}
    for name, month in desk.programme.months.items():
        month.updates = {"roads": [Item(f"b{name}", "completed", f"Paint the hall of {name}.")]}
    desk.save()
    strands = quick_path / "content" / "workstreams.yml"
    strands.write_text(strands.read_text(encoding="utf-8").replace("}\n", ", moved-from: streets}\n"), encoding="utf-8")
    assert desk.built("warm", "--quiet") == (0, "")
    desk.programme.months["2018-11"].updates["roads"][0].words = "Paint the bridge of November."
    desk.save()
    told = desk.built("warm", "--explain")[1]
    assert "staff: the edit touches 1 action, 1 edition, 1 workstream\n" in told
    made = re.findall(r"staff/(\S*\b20\d\d/index.html|actions/b\S*): what it shows has changed", told)
    assert made == ["actions/2018/index.html", "actions/b2018-11/index.html", "workstreams/roads/2018/index.html"]


def test_an_edit_plans_the_issues_that_came_out_since_and_no_others(
    monkeypatch: pytest.MonkeyPatch, quick_path: Path
) -> None:
    desk = Desk(quick_path, Random(0))
    desk.programme.workstreams = {"roads": "Roads"}
    for name, month in desk.programme.months.items():
        month.updates = {"roads": [Item(f"b{name}", "completed", f"Paint the hall of {name}.")]}
    desk.save()
    assert desk.built("warm", "--quiet") == (0, "")
    planned: list[str] = []

    def plan(describe: Describer, of: Issue) -> NewsletterPage:
        planned.append(f"{of.newsletter.id} {of.id}")
        return issue_page(describe, of)

    monkeypatch.setattr(newsletter, "issue_page", plan)
    desk.programme.months["2019-12"].updates["roads"][0].words = "Paint the bridge of December."
    desk.save()
    assert desk.built("warm", "--quiet") == (0, "")
    assert planned == ["digest 2019-12", "digest 2020-05", "news 2019-q4"]
