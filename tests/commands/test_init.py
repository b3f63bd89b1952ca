"""`golden init` as those who begin meet it: a talk, flags alone, the sample, what GitHub needs."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from importlib import metadata
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.authoring.new_programme import fault_of_person, fault_of_strand, read_person, read_strand
from generator.cli import main
from generator.commands import asking
from generator.making.searching import NotIndexed
from generator.processes import HelperLost
from generator.reading.schemas import SCHEMAS
from tests.authoring.names import NAMES
from tests.quick import QUICK
from tests.told import run_as_told

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")

ON = ("--on", "2026-11-22")
FLAGS = (
    *("--organisation", "Merebrook Borough Council", "--title", "One Council"),
    *("--workstream", "Customer services: Priya Nair, Head of Customer Services", "--workstream", "Digital and IT"),
)
OURS = Path("merebrook")
ACTION = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def files_in(folder: Path = OURS) -> list[str]:
    return sorted(it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.is_file())


def check(*words: str) -> int:
    return main(["check", str(OURS / "content"), "--drafts", "--strict", *ON, *words])


def test_flags_alone_make_a_programme_without_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "merebrook", *FLAGS, *ON]) == 0
    assert capsys.readouterr().out == (
        "made merebrook: One Council of Merebrook Borough Council, with 2 workstreams and 2 sites\n"
        "  README.md       one page for those who write\n"
        "  content/        what you write, with a draft of November 2026\n"
        "nobody is named as director, so staff would read “Name to come”: write the name into content/programme.yml\n"
        "no lead is named for “Digital and IT”, so staff would read “Name to come”: write the name into "
        "content/workstreams.yml\n"
        "the accessibility statement says what has been tested on 22 November 2026, which is little: go through it\n"
        "\nnext:\n  cd merebrook\n  golden serve --drafts\n  golden status\n"
    )
    schemas = [f".vscode/schemas/{name}.schema.json" for name in SCHEMAS]
    assert files_in() == sorted(
        (
            *(".gitignore", ".vscode/extensions.json", ".vscode/settings.json", *schemas, "README.md"),
            *("content/editions/2026-11/customer-services.md", "content/editions/2026-11/digital-and-it.md"),
            *("content/editions/2026-11/edition.md", "content/pages/accessibility.yml"),
            *("content/programme.yml", "content/workstreams.yml"),
        )
    )
    assert check() == 0
    assert capsys.readouterr().out == "1 edition checked; nothing to mend\n"


def test_editors_find_a_schema_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "merebrook", "--yes", *ON])
    chosen = json.loads((OURS / ".vscode/settings.json").read_text(encoding="utf-8"))
    judged: set[str] = set()
    for schema, pattern in chosen["yaml.schemas"].items():
        known = json.loads((OURS / schema).read_text(encoding="utf-8"))
        for file in OURS.glob(pattern):
            words = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  it makes words alone
            judged.add(file.name)
            if file.name != "programme.yml":  # whose numbers are none, read so
                Draft202012Validator(known).validate(words)
    assert judged == {"programme.yml", "workstreams.yml", "accessibility.yml"}


def test_the_page_for_writers_names_their_files_and_its_commands_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["init", "merebrook", *FLAGS, *ON])
    monkeypatch.chdir(OURS)
    page = Path("README.md").read_text(encoding="utf-8")
    assert "`customer-services.md`, `digital-and-it.md` beside it" in page
    for path in re.findall(r"`(content/[^`]+)`", page):
        assert Path(path).is_file()
    example = re.search(r"```markdown\n(.*?)```", page, re.DOTALL)
    assert example
    Path("content/editions/2026-11/customer-services.md").write_text(example[1], encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--drafts", "--strict", *ON]) == 0, capsys.readouterr().out
    letter = "---\npublished: 2026-11-23\n---\nWe have begun.\n"  # no draft any more, so that the next can be begun
    Path("content/editions/2026-11/edition.md").write_text(letter, encoding="utf-8")
    commands = re.findall(r"^golden ([^#\n]+)", page, re.MULTILINE)
    assert [run_as_told(command.split()) for command in commands] == [0] * 5


@pytest.mark.parametrize("audiences", [("staff",), ("Members of the board",), ("residents", "staff", "Members")])
def test_other_readers_have_sites_too(audiences: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    flags = [word for audience in audiences for word in ("--audience", audience)]
    assert main(["init", "merebrook", "--yes", *flags, *ON]) == 0
    assert check() == 0
    page = (OURS / "README.md").read_text(encoding="utf-8")
    assert ("for=staff" in page) == (len(audiences) > 1)


@pytest.mark.parametrize("colour", ["#ffdd00", "navy", "#777777", "#ffffff", "#000000"])
def test_a_colour_becomes_a_theme_that_everyone_can_read(colour: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "merebrook", "--yes", "--accent", colour, *ON]) == 0
    assert "has a contrast of" in capsys.readouterr().out
    assert [path for path in files_in() if path.startswith("themes/")] == [
        "themes/ours-plain/theme.yml",
        "themes/ours/theme.yml",
    ]
    assert check() == 0


def test_nothing_is_wrong_with_the_themes_that_a_colour_becomes() -> None:
    assert main(["init", "merebrook", "--yes", "--accent", "#777777", *ON]) == 0
    assert main(["theme", "check", "--content", str(OURS / "content")]) == 0


def test_the_contrast_is_told_in_figures_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "merebrook", "--yes", "--accent", "Yellow", *ON])
    assert capsys.readouterr().out.startswith(
        "Yellow (#ffff00) has a contrast of 1 to 1 to the page, and words on it one of 1 to 1. Words need 4.5: some"
        " people could not read them. The nearest shade that passes is #"
    )


@pytest.mark.parametrize("names", [("Bins: A, B", "Bins"), ("O'Neil's \"best\" café: Zoë #1, Head: of % things",)])
def test_awkward_names_are_built_too(names: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    flags = [word for name in names for word in ("--workstream", name)]
    awkward = ("--organisation", "St. Mary's: a *council*, <b> & #2", "--title", "no", "--director", "Åsa Öz, `x`")
    assert main(["init", "merebrook", *awkward, *flags, "--email", "o'neil@x.example", *ON]) == 0
    assert main(["build", str(OURS / "content"), "--drafts", "--output", "out", *ON]) == 0


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(
    names=st.tuples(NAMES, NAMES, NAMES.filter(lambda words: not fault_of_person(read_person(words, "Director")))),
    workstreams=st.lists(NAMES.filter(lambda words: not fault_of_strand(read_strand(words))), min_size=1, max_size=3),
    colour=st.integers(0, 0xFFFFFF).map("#{:06x}".format),
)
def test_whole_sites_are_made_of_any_names_and_any_colour(
    names: tuple[str, ...], workstreams: list[str], colour: str
) -> None:
    """A name that is also a word elsewhere, such as a title, is all that may be found."""
    flags = [f"--{flag}={words}" for flag, words in zip(("organisation", "title", "director"), names, strict=True)]
    flags += [f"--workstream={words}" for words in workstreams]
    with TemporaryDirectory(dir=QUICK) as folder, redirect_stdout(StringIO()) as out:
        assert main(["init", f"{folder}/ours", "--yes", f"--accent={colour}", *flags, *ON]) == 0
        assert main(["check", f"{folder}/ours/content", "--drafts", *ON]) == 0
    assert set(re.findall(r"^\w+\[([a-z-]+)\]", out.getvalue(), re.MULTILINE)) <= {"personal-detail"}


def test_what_stands_there_is_never_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    OURS.mkdir()
    (OURS / "mine.txt").write_text("mine")
    for words in (["--yes"], ["--example"]):
        assert main(["init", "merebrook", *words]) == 2
        assert capsys.readouterr().err == (
            "golden: `merebrook` has something in it, and is left as it is; name a new folder, or an empty one\n"
        )
    assert files_in() == ["mine.txt"]


def test_an_empty_repository_and_the_folder_that_one_is_in_will_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    assert main(["init", ".", "--yes", *ON]) == 0
    assert "cd " not in capsys.readouterr().out
    assert main(["check", "--strict", *ON]) == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "nobody can be asked here: give --organisation and --title, or --yes to take the defaults"),
        (["--title", "x"], "nobody can be asked here: give --organisation, or --yes to take the defaults"),
        (["--yes", "--title", " "], "--title cannot be taken: it is empty"),
        (["--yes", "--title", "a\u200bb"], "--title cannot be taken: it has a character that nobody can see, U+200B"),
        (["--yes", "--workstream", ": Ann"], "--workstream cannot be taken: a workstream needs a title"),
        (["--yes", "--director", "Ann Lee, ::"], "--director cannot be taken: these colons neither open nor close"),
        (["--yes", "--audience", "居民"], "--audience cannot be taken: `居民` cannot name a site's folder"),
        (["--yes", "--email", "me"], "--email cannot be taken: `me` is no e-mail address"),
        (["--yes", "--accent", "blurple"], "--accent cannot be taken: `blurple` is no colour that we can read"),
        (["--yes", "--objective", "{#x"], "--objective cannot be taken: "),
        (["--example", "--title", "x"], "--example is a whole programme already: it cannot have --title as well"),
        (["--yes", "--install-from", "x"], "--install-from is for --ci"),
        (["--yes", "--ci", "github", "--install-from", "-r x"], "--install-from cannot be taken: it is no requirement"),
        (["--yes", "--ci", "github", "--install-from", "x", "--audience", "staff"], "--ci github publishes a site"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "merebrook", *words]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"golden: {told}")
    assert err.count("\n") == 1
    assert not OURS.exists()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["init", "file/merebrook", "--yes"]) == 2
    assert "could not write `file/merebrook`" in capsys.readouterr().err


def test_the_sample_comes_whole_and_can_be_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "merebrook", "--example"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("made merebrook: the sample programme of an invented council, ")
    assert "golden build --on 2026-11-02" in out
    assert not (OURS / "content" / ".vscode").exists()
    assert main(["check", str(OURS / "content"), "--strict", "--on", "2026-11-02"]) == 0


def test_github_gets_pinned_actions_with_the_least_they_need(capsys: pytest.CaptureFixture[str]) -> None:
    wheel = "./tools/golden_thread-0.1.0-py3-none-any.whl"
    assert main(["init", "merebrook", "--yes", "--ci", "github", "--install-from", wheel, *ON]) == 0
    assert (OURS / "requirements.txt").read_text().splitlines()[1:] == [wheel]
    text = (OURS / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: .*", text)
    assert len(used) == 4
    assert all(map(ACTION.fullmatch, used))
    workflow = yaml.load(text, yaml.BaseLoader)  # noqa: S506  it makes words alone
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {}
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["publish"]["if"] == "github.ref == 'refs/heads/main'"
    steps = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    os.chdir(OURS)
    assert [main(step.split()[1:] + list(ON)) for step in steps if step.startswith("golden ")] == [0, 0]
    uploaded = next(step["with"]["path"] for step in jobs["build"]["steps"] if "upload" in step.get("uses", ""))
    Path("output/residents/.well-known").mkdir()
    subprocess.run(next(step for step in steps if step.startswith("tar ")).split(), check=True)
    with tarfile.open(uploaded) as packed:
        assert {"./index.html", "./.well-known"} <= set(packed.getnames())
    assert [it.name for it in Path("output").iterdir() if not it.name.startswith(".")] == ["residents"]


class Noted:
    """A distribution as pip has noted where it came from."""

    def __init__(self, origin: object) -> None:
        self.origin = origin

    def read_text(self, _: str) -> str:
        return json.dumps(self.origin)


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        (
            {"url": "https://git.example/golden.git", "vcs_info": {"vcs": "git", "commit_id": "1f2e"}},
            "golden-thread @ git+https://git.example/golden.git@1f2e",
        ),
        ({"url": "file:///home/me/golden", "dir_info": {}}, None),
        (None, None),
    ],
)
def test_github_installs_what_was_installed_here_or_what_it_is_told(
    origin: object, requirement: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.commands.init.distribution", lambda _: Noted(origin))
    assert main(["init", "merebrook", "--yes", "--ci", "github", *ON]) == (0 if requirement else 2)
    if requirement:
        assert (OURS / "requirements.txt").read_text().splitlines()[1:] == [requirement]
    else:
        assert "--ci needs to know what to install golden from: add --install-from" in capsys.readouterr().err
        assert not OURS.exists()


def test_a_command_that_was_never_installed_names_no_origin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("generator.commands.init.distribution", missing)
    assert main(["init", "merebrook", "--example", "--ci", "github"]) == 2
    assert not OURS.exists()


Talk = Callable[..., int]


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Somebody who sits at the terminal and gives these answers."""

    def given(*answers: str | type[BaseException], flags: tuple[str, ...] = ()) -> int:
        coming: Iterator[str | type[BaseException]] = iter(answers)

        def answer(question: str) -> str:
            sys.stdout.write(f"{question}\n")
            words = next(coming, EOFError)
            if not isinstance(words, str):
                raise words("utf-8", b"\xff", 0, 1, "no") if words is UnicodeDecodeError else words
            return words

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr(asking, "can_ask", lambda: True)
        return main(["init", "merebrook", *flags, *ON])

    return given


def test_enter_alone_answers_every_question(talk: Talk, capsys: pytest.CaptureFixture[str]) -> None:
    assert talk(*[""] * 10) == 0
    out = capsys.readouterr().out
    assert out.count("(Enter: ") == 10
    assert "made merebrook: Our programme of Our council, with 1 workstream and 2 sites" in out
    assert check() == 0


def test_a_talk_asks_only_for_what_no_flag_has_given(talk: Talk, capsys: pytest.CaptureFixture[str]) -> None:
    flags = (*FLAGS, "--audience", "staff", "--objective", "Mend it.", "--email", "a@b.example", "--accent", "navy")
    assert talk("Amina Yusuf, Programme Director", flags=flags) == 0
    assert capsys.readouterr().out.count("(Enter: ") == 1
    assert "name: Amina Yusuf" in (OURS / "content/programme.yml").read_text()


def test_a_wrong_answer_is_told_at_once_and_asked_again(talk: Talk, capsys: pytest.CaptureFixture[str]) -> None:
    answers = (
        *(UnicodeDecodeError, "Mere\u200bbrook", "Merebrook", "", "{#x", "Be good.", ""),
        *("Bins", "Ann Lee", "Parks", "", "", ",", "staff, con", "Staff, Members", "me", "me@x.example"),
        *("blurple", "yellow", "maybe", "no", "#ffdd00", "navy", "yes"),
    )
    assert talk(*answers) == 0
    out = capsys.readouterr().out
    assert out.count("That cannot be taken: ") == 7
    assert "those letters could not be read" in out
    assert "Which colour instead? (Enter: ours)" in out
    assert "Shall we take that one? Yes, no, or another colour. (Enter: yes)" in out
    assert "navy (#000080) has a contrast of " in out
    assert "everyone can read them" in out
    assert 'accent: "#000080"' in (OURS / "themes/ours/theme.yml").read_text()
    workstreams = (OURS / "content/workstreams.yml").read_text()
    assert "name: Ann Lee\n    role: Workstream lead" in workstreams
    assert "id: parks" in workstreams
    assert "  members:\n    title: Members\n    theme: ours-plain" in (OURS / "content/programme.yml").read_text()


@pytest.mark.parametrize(("end", "code"), [(KeyboardInterrupt, 130), (EOFError, 2)])
@pytest.mark.parametrize("after", [0, 4, 8])
def test_who_stops_leaves_nothing_behind(
    end: type[BaseException], code: int, after: int, talk: Talk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert talk(*[""] * after, end) == code
    assert capsys.readouterr().err.startswith("golden: ")
    assert list(tmp_path.iterdir()) == []


def test_in_a_real_terminal_the_talk_is_plain_text_and_ctrl_c_stops_it(tmp_path: Path) -> None:
    said, code = in_a_terminal("Merebrook\n", "One Council\n")
    assert code == 130
    assert "What is your council called? (Enter: Our council) " in said
    assert "What is it for, in a sentence?" in said
    assert said.endswith("golden: stopped; nothing was made\r\n")
    assert "\x1b[" not in said.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")
    assert list(tmp_path.iterdir()) == []


def in_a_terminal(*answers: str) -> tuple[str, int]:
    """What `golden init` says to somebody at a terminal, who answers each question asked, and then presses Ctrl+C."""
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "init", "merebrook"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    said, asked, until, again_at = b"", 0, time.monotonic() + 60, 0.0
    with suppress(OSError):  # so Linux says that the other end has gone
        while time.monotonic() < until:
            if select.select([mine], [], [], 0.2)[0]:
                said += os.read(mine, 4096)
            elif (
                asked > len(answers) and time.monotonic() > again_at
            ):  # one sent just before reading begins is not heard
                process.send_signal(signal.SIGINT)
                again_at = time.monotonic() + 10
            if said.count(b"(Enter: ") > asked and said.endswith(b") "):
                if asked == len(answers):
                    process.send_signal(signal.SIGINT)
                    again_at = time.monotonic() + 10  # a second one would end it while it says that it was stopped
                else:
                    os.write(mine, answers[asked].encode())
                asked += 1
    os.close(mine)
    return said.decode(), process.wait(timeout=30)


def test_an_interrupt_while_it_writes_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("generator.commands.init.build", interrupted)
    assert main(["init", "deep/merebrook", "--yes", *ON]) == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [NotIndexed("no index"), HelperLost("no memory")])
def test_what_stops_the_build_at_its_end_is_one_line_and_leaves_nothing(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise error

    monkeypatch.setattr("generator.commands.init.build", stopped)
    assert main(["init", "merebrook", "--yes", *ON]) == 2
    assert capsys.readouterr().err == f"golden: {error}\n"
    assert list(tmp_path.iterdir()) == []


def test_its_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["init", "--help"])
    assert "examples:" in capsys.readouterr().out
