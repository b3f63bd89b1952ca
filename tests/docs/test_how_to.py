"""What the how-to pages tell their readers to write is sound."""

import re
import shlex
from pathlib import Path

import pytest

from generator.build import build
from generator.cli import main
from generator.request import BuildRequest
from tests.building import ON, built
from tests.docs.blocks import yaml_in
from tests.examples import smallest, write_files
from tests.told import run_as_told

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "your-own-colours-and-logo.md"
MONTHLY = PAGE.with_name("publish-each-month.md")
BEGINNING, GITHUB = (PAGE.with_name(f"{name}.md") for name in ("begin-a-programme", "publish-with-github"))
FOLLOWING = PAGE.with_name("follow-and-reuse.md")
REPORTING = PAGE.with_name("prepare-a-scrutiny-report.md")
MOVING = PAGE.with_name("move-from-word.md")
RENAMING = PAGE.with_name("rename-without-breaking-links.md")
WEAKNESSES = PAGE.with_name("be-told-of-weaknesses.md")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


def test_the_theme_of_the_page_about_colours_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    theme, _, typeface, pairs = yaml_in(PAGE)
    write_files(smallest(), Path("content"))
    fonts, rules = re.findall(r"^ *```css\n(.*?)^ *```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    files = {
        "theme.yml": f"{theme}{typeface.removeprefix('tokens:')[1:]}{pairs}",
        "assets/logo.svg": LOGO,
        "assets/fonts/own-sans-regular.woff2": "wOF2",
        "assets/fonts/own-sans-bold.woff2": "wOF2",
        "parts/styles/brand.css": fonts + rules,
    }
    write_files({name: text.encode() for name, text in files.items()}, Path("themes/merebrook"))
    assert main(["theme", "check", "merebrook", "--strict"]) == 0


def test_the_commands_of_the_page_are_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(smallest(), Path("content"))
    commands = re.findall(r"^ *golden (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [main(command.split()) for command in commands] == [0] * 4


def test_the_page_about_following_shows_settings_that_are_sound_and_names_files_that_are_there(tmp_path: Path) -> None:
    sites, data = yaml_in(FOLLOWING)
    programme = smallest()["programme.yml"].decode()
    head, tail = programme.split("audiences:\n")[0], programme[programme.index("for:\n") :]
    result = built(tmp_path, {"programme.yml": f"{head}{sites}{tail}{data}"})
    named = re.findall(r"^\| `(data/[^`]+)`", FOLLOWING.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(named) == 4
    assert {*named, "calendar.ics", "data/index.html"} <= result.sites["residents"].keys()


def test_the_page_about_reports_shows_questions_notes_and_commands_that_are_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = REPORTING.read_text(encoding="utf-8")
    (questions,) = yaml_in(REPORTING)
    (notes,) = re.findall(r"^```markdown\n(.*?)^```$", told, re.MULTILINE | re.DOTALL)
    lift = "\n## Under way\n\n- The lift is being mended. {#wick-lift}\n"
    files = {
        "questions.yml": f"{questions}  for: [staff, residents]\n",
        "editions/2026-09/edition.md": "---\npublished: 2026-09-30\nfor: [staff, residents]\n---\n\nHello.\n",
        "editions/2026-09/customer-services.md": f"## Completed\n\n{notes}{lift}",
    }
    write_files(smallest() | {path: text.encode() for path, text in files.items()}, Path("content"))
    commands = re.findall(r"^golden (report.+)$", told, re.MULTILINE)
    assert [main([*command.split(), "--on", "2026-10-02", "--dry-run"]) for command in commands] == [0, 0]


def test_what_is_renamed_as_the_page_says_is_led_on_to(tmp_path: Path) -> None:
    workstream, edition, _ = yaml_in(RENAMING)
    before = smallest()
    update = before["editions/2020-01/customer-services.md"].decode()
    before = {path: data for path, data in before.items() if not path.startswith("editions/")}
    after = {
        "workstreams.yml": workstream,
        "editions/2020-01-winter/edition.md": f"---\n{edition}---\nHello.\n",
        "editions/2020-01-winter/one-front-door.md": update,
    }
    write_files(before | {path: text.encode() for path, text in after.items()}, tmp_path)
    result = build(BuildRequest(tmp_path, lambda _: ON))
    assert result.findings == ()
    assert {"updates/2020-01/index.html", "workstreams/customer-services/index.html"} <= result.sites["staff"].keys()


def test_what_the_page_about_weaknesses_shows_is_published(tmp_path: Path) -> None:
    (security,) = yaml_in(WEAKNESSES)
    result = built(tmp_path, {"programme.yml": smallest()["programme.yml"].decode() + security})
    assert result.findings == ()
    assert ".well-known/security.txt" in result.sites["residents"]


def test_the_page_about_moving_shows_a_text_that_is_brought_in_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(smallest(), Path("content"))
    for path in Path("content/editions").rglob("*.md"):
        path.unlink()
    Path("content/editions/2020-01").rmdir()
    page = MOVING.read_text(encoding="utf-8")
    text = re.search(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert text
    Path("January.txt").write_text(text[1], encoding="utf-8")
    dry, made, check, _ = [shlex.split(it) for it in re.findall(r"^ *golden (.+)$", page, re.MULTILINE)]
    assert main(dry) == 0
    assert main(made) == 0
    assert "1 completed, 1 future (1 with a due date)" in capsys.readouterr().out
    assert main(check) == 0


def test_a_month_goes_as_the_page_about_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1583020800")  # 1 March 2020
    write_files(smallest(), Path("content"))
    page = MONTHLY.read_text(encoding="utf-8")
    commands = [shlex.split(it.partition(" >")[0]) for it in re.findall(r"^ *golden (.+)$", page, re.MULTILINE)]
    assert [it[0] for it in commands] == ["new", "status", "check", *["changes"] * 3, *["publish"] * 3]
    assert main(commands[0]) == 0
    letter = Path("content/editions/2020-02/edition.md")
    front = letter.read_text(encoding="utf-8").partition("\n---\n")[0]
    letter.write_text(f"{front}\n---\nAnother month.\n", encoding="utf-8")
    assert [main(it) for it in commands[1:6]] == [0] * 5
    assert "February 2020 is a draft" in capsys.readouterr().out
    letter.write_text(f"{front.replace('status: draft', '')}\n---\nAnother month.\n", encoding="utf-8")
    assert [main([*it, "--lenient"]) for it in commands[6:]] == [0] * 3
    assert Path("residents.zip").exists()
    assert Path("intranet/updates/2020-02/index.html").exists()
    assert not Path("intranet/.golden").exists()


def test_the_page_about_beginning_runs_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = BEGINNING.read_text(encoding="utf-8")
    asked, by_flags, *inside, sample, build = [
        shlex.split(it) for it in re.findall(r"^ *golden (.+)$", page, re.MULTILINE)
    ]
    assert main([*asked, "--yes"]) == 0
    Path("merebrook").rename("asked")
    assert [main(words) for words in (by_flags, sample, build)] == [0] * 3
    monkeypatch.chdir("merebrook")
    assert [run_as_told(words) for words in inside] == [0] * 2


def test_the_page_about_github_makes_what_it_tells_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = GITHUB.read_text(encoding="utf-8")
    (command,) = re.findall(r"^ *golden (.+)$", page, re.MULTILINE)
    assert main([*shlex.split(command), "--yes"]) == 0
    assert Path("merebrook/.github/workflows/publish.yml").is_file()
