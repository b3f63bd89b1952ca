"""What others run for us and for those who write: GitHub's workflows, our action for GitHub, the hook for pre-commit.

No service is asked here. The files are read as the services read them, and the commands in them are run or looked up.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring.workflow import PATH, github_files
from generator.cli import main, make_parser
from tests.archives import ROOT
from tests.examples import smallest, write_files

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
HOW_TO = ROOT / "docs" / "how-to" / "check-each-change.md"
PINNED = re.compile(r"uses: (?P<action>[\w./-]+)@(?P<commit>\S+)(?: # (?P<version>v\d+\.\d+\.\d+))?$", re.MULTILINE)
COMMIT = re.compile(r"[0-9a-f]{40}")
TOOLS = {"python", "gh", "set", "if", "case", "esac", "golden", "make"}
BASH = shutil.which("bash") or ""
BROKEN = "## Completed\n\n- Done. {#done due=soon}\n"
needs_bash = pytest.mark.skipif(os.name == "nt" or not BASH, reason="needs bash")

Step = Mapping[str, Any]


def steps_of(path: Path) -> Iterator[Step]:
    said = yaml.safe_load(path.read_text("utf-8"))
    jobs = said["jobs"].values() if "jobs" in said else [said["runs"]]
    return (step for job in jobs for step in job["steps"])


def yaml_in_how_to() -> list[Any]:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", HOW_TO.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [yaml.safe_load(block) for block in blocks]


def everything_that_names_actions() -> str:
    ours = "".join(path.read_text("utf-8") for path in (*WORKFLOWS, ACTION))
    return f"{ours}{github_files('residents', './golden.whl')[PATH].decode()}{HOW_TO.read_text('utf-8')}"


def test_each_action_is_named_by_one_commit_everywhere() -> None:
    named = [it for it in PINNED.finditer(everything_that_names_actions()) if it["action"] != "OWNER/golden-thread"]
    assert len(named) > 10
    assert [it.group() for it in named if not (COMMIT.fullmatch(it["commit"]) and it["version"])] == []
    commits = {it["action"]: it["commit"] for it in named}
    assert [it.group() for it in named if commits[it["action"]] != it["commit"]] == []


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_each_command_is_there(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for step in steps_of(path):
        script = str(step.get("run", ""))
        for line in script.splitlines():
            first, *rest = line.replace(";", " ").split()
            if first.startswith(".ci/"):
                assert os.access(ROOT / first, os.X_OK), line
            else:
                assert first in TOOLS or first.endswith(")"), line
            if first == "make":
                assert set(rest) <= targets, line
        for locked in re.findall(r"requirements/\S+\.txt", script):
            assert (ROOT / locked).is_file()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_job_may_do_more_than_it_says(path: Path) -> None:
    said = yaml.safe_load(path.read_text("utf-8"))
    assert said["permissions"] == {}
    for name, job in said["jobs"].items():
        assert job["permissions"], name
        assert job["timeout-minutes"] <= 60
        assert "${{" not in "".join(str(step.get("run", "")) for step in job["steps"]), "hand it on by env:"


def test_every_python_that_we_promise_is_tried() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text("utf-8"))["jobs"]
    assert jobs["quick"]["strategy"]["matrix"]["python"][0] == "3.11"
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text("utf-8")
    systems = {system.partition("-")[0] for system in jobs["quick"]["strategy"]["matrix"]["system"]}
    assert systems == {"ubuntu", "macos", "windows"}


@needs_bash
def test_the_quick_tests_are_there() -> None:
    words = shlex.split((ROOT / ".ci/quick").read_text("utf-8").partition("exec ")[2])
    named = [it for it in words if it.startswith("tests/")]
    assert len(named) > 8
    assert [it for it in named if not (ROOT / it).exists()] == []


def run_action(folder: Path, inputs: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """The last step of the action as GitHub runs it, with a `golden` that only says how it was called."""
    golden = folder / "golden"
    golden.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", "utf-8")
    golden.chmod(0o755)
    *_, step = steps_of(ACTION)
    declared = yaml.safe_load(ACTION.read_text("utf-8"))["inputs"]
    given = {name: inputs.get(name, it["default"]) for name, it in declared.items()}
    world = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda it: given[it[1]], str(word))
        for name, word in step["env"].items()
    }
    return subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **world, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


@needs_bash
def test_the_action_asks_for_what_its_caller_gave_and_shows_it_beside_the_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called = run_action(tmp_path, {"on": "2020-02-01"}).stdout.splitlines()
    assert called == ["check", "--format", "github", "--on", "2020-02-01", "--", "content"]
    monkeypatch.chdir(tmp_path)
    write_files(smallest() | {"editions/2020-01/customer-services.md": BROKEN.encode()}, Path("content"))
    assert main(called) == 1
    assert capsys.readouterr().out.startswith("::error file=content/editions/2020-01/customer-services.md,line=3,")


@needs_bash
def test_the_action_is_strict_where_it_is_asked_to_be_and_keeps_a_folder_with_spaces_whole(tmp_path: Path) -> None:
    run = run_action(tmp_path, {"strict": "true", "format": "concise", "content": "-our words; exit 3"})
    assert run.stdout.splitlines() == ["check", "--format", "concise", "--strict", "--", "-our words; exit 3"]
    assert run_action(tmp_path, {"strict": "yes"}).returncode == 2


def test_the_hook_runs_a_command_of_ours_on_the_whole_programme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    program, *words = shlex.split(hook["entry"])
    assert (program, hook["language"], hook["pass_filenames"]) == ("golden", "python", False)
    assert re.match(hook["files"], "content/editions/2020-01/edition.md")
    monkeypatch.chdir(tmp_path)
    write_files(smallest() | {"editions/2020-01/customer-services.md": BROKEN.encode()}, Path("content"))
    assert main([*words, "--on", "2020-02-01"]) == 1
    assert "content/editions/2020-01/customer-services.md:3" in capsys.readouterr().out


def test_the_page_about_checking_shows_what_there_is() -> None:
    workflow, *configured = yaml_in_how_to()
    (ours,) = (it for it in workflow["jobs"]["check"]["steps"] if it["uses"].startswith("OWNER/"))
    inputs = yaml.safe_load(ACTION.read_text("utf-8"))["inputs"]
    assert ours["with"].keys() <= inputs.keys()
    assert re.findall(r"^\| `(\w+)` \|", HOW_TO.read_text("utf-8"), re.MULTILINE) == list(inputs)
    (offered,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    for repository in (it for one in configured for it in one["repos"]):
        (hook,) = repository["hooks"]
        assert hook["id"] == offered["id"]
        make_parser("check").parse_args([*shlex.split(offered["entry"])[1:], *hook.get("args", [])])
    for command in re.findall(r"^golden (.+)$", HOW_TO.read_text("utf-8"), re.MULTILINE):
        make_parser("check").parse_args(shlex.split(command))
