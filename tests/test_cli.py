"""The command line, before a command takes over."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.terminal import USAGE_OR_MACHINE
from generator.text import UserError


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chek", "there is no command `chek`; did you mean `check`?"),
        ("Publish", "there is no command `Publish`; did you mean `publish`?"),
        ("xyzzy", "there is no command `xyzzy`; `golden --help` lists them all"),
    ],
)
def test_a_word_that_is_no_command_is_answered_in_one_line(
    word: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word, "content"]) == USAGE_OR_MACHINE
    assert capsys.readouterr() == ("", f"golden: {said}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("build --drafs", "golden build: there is no option `--drafs`; did you mean `--drafts`?"),
        ("fix --on 2026", "golden fix: there is no option `--on`; `golden fix --help` lists them all"),
        ("build --xyzzy=3", "golden build: there is no option `--xyzzy`; `golden build --help` lists them all"),
        ("check --content there",
         "golden check: there is no option `--content`; the folder is named without it: golden check FOLDER"),
        ("theme new ours --extend",
         "golden theme new: --extends: expected one argument; `golden theme new --help` says more"),
        ("theme new ours --paper",
         "golden theme new: there is no option `--paper`; `golden theme new --help` lists them all"),
        ("new 2026-11 flood",
         'golden new: `flood` is one word too many; words that belong together stand in quotes ("..."), '
         "and `golden new --help` shows the order"),
        ("--drafts build", "golden: the command comes first, then what belongs to it; `golden --help` lists them all"),
    ],
)  # fmt: skip
def test_what_a_command_cannot_take_is_answered_in_one_line_that_names_it(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code: str | int | None
    try:
        code = main(words.split())
    except SystemExit as end:
        code = end.code
    assert (code, *capsys.readouterr()) == (USAGE_OR_MACHINE, "", f"{said}\n")


def test_a_folder_where_it_has_an_option_of_its_own_is_answered_with_that_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", str(tmp_path), "--to", "site.zip"]) == USAGE_OR_MACHINE
    said = f"golden publish: `{tmp_path}` is one word too many; a folder is named with its option: --content FOLDER\n"
    assert capsys.readouterr() == ("", said)


def test_without_a_word_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == USAGE_OR_MACHINE
    said = capsys.readouterr()
    assert said.out == ""
    assert "start here:" in said.err
    with pytest.raises(SystemExit):
        main(["--help"])
    assert capsys.readouterr().out == said.err


class _Stopped(UserError):
    """Of a kind that nobody has thought of."""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (_Stopped("`\x1b[2J.docx` is no document"), "`\\x1b[2J.docx` is no document"),
        (PermissionError(13, "Permission denied", "themes/ours/theme.yml"),
         "`themes/ours/theme.yml` cannot be used: permission denied"),
    ],
)  # fmt: skip
def test_what_stops_any_command_for_its_user_s_or_the_machine_s_sake_is_said_in_one_line(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> None:
        raise error

    monkeypatch.setattr("generator.commands.explain.run", stopped)
    assert main(["explain", "leak"]) == USAGE_OR_MACHINE
    assert capsys.readouterr() == ("", f"golden: {said}\n")


def test_a_folder_into_which_we_may_not_look_is_said_to_be_that(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def closed(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", closed)
    assert main(["check", "content"]) == USAGE_OR_MACHINE
    said = f"golden: `{Path('content/programme.yml')}` cannot be used: permission denied\n"
    assert capsys.readouterr() == ("", said)


def test_what_the_machine_says_of_no_file_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: object) -> None:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr("generator.commands.explain.run", stopped)
    with pytest.raises(OSError, match="Bad file descriptor"):
        main(["explain", "leak"])


SAID = [sys.executable, "-m", "generator", "explain", "leak"]
FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is Linux's")
@pytest.mark.parametrize(("words", "at_once"), [(SAID, ""), (SAID, "1"), ([*SAID[:3], "--help"], "")])
def test_where_nothing_can_be_written_to_one_line_says_so(words: list[str], at_once: str) -> None:
    world = os.environ | {"PYTHONUNBUFFERED": at_once}
    with FULL.open("w") as full:
        run = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=world)
    said = "golden: what we have to say could not be written: no space left on device\n"
    assert (run.returncode, run.stderr) == (USAGE_OR_MACHINE, said)


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is Linux's")
def test_where_nothing_at_all_can_be_written_the_exit_code_says_so() -> None:
    with FULL.open("w") as full:
        assert subprocess.run(SAID, stdout=full, stderr=full, check=False).returncode == USAGE_OR_MACHINE


def in_a_process(program: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    begin = "import os, sys\nfrom generator import __main__ as golden\n"
    world = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", begin + program]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=world)


@pytest.mark.parametrize("error", ["OSError(28, 'No space left on device')", "BrokenPipeError(32, 'Broken pipe')"])
def test_what_fails_elsewhere_than_in_our_own_words_is_a_fault_of_ours(error: str, tmp_path: Path) -> None:
    run = in_a_process(f"def fail(_):\n    raise {error}\ngolden.answer_at_once = fail\ngolden.run()", tmp_path)
    assert run.returncode == 1
    assert run.stderr.startswith("Traceback")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder in which somebody stands")
def test_in_a_folder_that_has_been_removed_every_command_says_so(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    program = """
os.rmdir(os.getcwd())
for words in ("build", "check", "theme check", "new 2026-11", "report", "init here", "publish", "serve"):
    sys.argv[1:] = words.split()
    try:
        golden.run()
    except SystemExit as end:
        print(end.code)
"""
    run = in_a_process(program, tmp_path / "gone")
    said = "golden: the folder in which you stand is no longer there; go into another one, and try again\n"
    assert (run.stdout, run.stderr) == ("2\n" * 8, said * 8)


def test_a_reader_who_has_seen_enough_is_no_fault() -> None:
    seeing, saying = os.pipe()
    os.close(seeing)
    with os.fdopen(saying, "w") as closed:
        run = subprocess.run(SAID, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes a stream is needed")
def test_a_stream_that_is_closed_from_the_beginning_is_no_fault() -> None:
    run = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *SAID], stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes a stream is needed")
def test_where_nothing_can_be_asked_because_the_input_is_closed_it_is_said_what_to_give(tmp_path: Path) -> None:
    """As some services start what they run."""
    words = [*SAID[:3], "init", str(tmp_path / "merebrook")]
    run = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *words], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (USAGE_OR_MACHINE, "")
    assert run.stderr.startswith("golden: nobody can be asked here: ")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals are sent there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_whoever_is_told_to_end_clears_up_first(name: str, tmp_path: Path) -> None:
    """By a service manager, a time limit, or the closing of the terminal: pages that are being made lie in folders."""
    program = f"""
import signal, sys, tempfile, time
from generator.commands import explain
def end(_):
    with tempfile.TemporaryDirectory(dir="."):
        os.kill(os.getpid(), signal.{name})
        time.sleep(60)
explain.run = end
sys.argv[1:] = ["explain", "leak"]
golden.run()
"""
    run = in_a_process(program, tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (128 + getattr(signal, name), "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal is sent there")
def test_what_is_to_outlast_its_terminal_does(tmp_path: Path) -> None:
    program = """
import signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
from generator.commands import explain
def go_on(_):
    os.kill(os.getpid(), signal.SIGHUP)
    return 0
explain.run = go_on
sys.argv[1:] = ["explain", "leak"]
golden.run()
"""
    run = in_a_process(program, tmp_path)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    "words",
    ["publish --to", "build --output", "newsletter --output", "report --output", "schema --output",
     "theme gallery --output"],
)  # fmt: skip
def test_a_place_without_a_name_is_no_place(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a script has it in which nobody has set `"$SITE"`: it must not mean the folder where it happens to run."""
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/programme.yml").touch()
    with pytest.raises(SystemExit) as ended:
        main([*words.split(), ""])
    assert ended.value.code == USAGE_OR_MACHINE
    assert "nothing is named, as where a variable is empty" in capsys.readouterr().err


def test_a_machine_that_lets_us_start_nothing_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> int:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("generator.commands.explain.run", refuse)
    assert main(["explain", "unknown-field"]) == USAGE_OR_MACHINE
    assert capsys.readouterr().err == (
        "golden: this machine lets us start no more threads: have its limit raised (`ulimit -u`, or `TasksMax=` of a"
        " service), or run it again when less is going on\n"
    )
