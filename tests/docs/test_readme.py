"""What the README says can be done, and the figures in it: each as the rest of the repository has it."""

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.cli import main, make_parser
from tests.archives import ROOT
from tests.docs.walking import steps_of
from tests.examples import smallest, write_files

README = ROOT / "README.md"
STEPS = steps_of(README)
COMMANDS = sorted({command for step in STEPS for command in step.commands if command.startswith("golden ")})
SHELL = {"cd", "make", "pip", "python3", "."}
# The figure that the README rounds, and where it was measured: a row and a column of benchmarks/results.md.
MEASURED = (("nothing changed", 0.04), ("one action edited", 1), ("cold", 5.5))
RESULTS = ROOT / "benchmarks" / "results.md"
RATIOS = ("to Hugo", "to Hugo cold", "to Hugo cold, equal pages", "to imports", "to a copy")
COLUMNS = ("updates", "since the last build", "golden, s", "Hugo, s", *RATIOS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_understood(command: str) -> None:
    words = shlex.split(command)[1:]
    if words[0] == "--help":
        with suppress(SystemExit):
            main(words)
        return
    assert callable(make_parser(words[0]).parse_args(words).run)


def test_what_else_is_typed_is_of_the_shell_or_can_be_made() -> None:
    others = {command for step in STEPS for command in step.commands} - set(COMMANDS)
    assert {shlex.split(command)[0] for command in others} <= SHELL
    made = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)) | {"help"}
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", README.read_text("utf-8"), re.MULTILINE)) <= made


def test_what_a_writer_writes_is_read_without_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (update,) = (step.body for step in STEPS if step.language == "markdown")
    write_files(smallest() | {"editions/2020-01/customer-services.md": update.encode()}, tmp_path / "content")
    assert main(["check", str(tmp_path / "content"), "--on", "2020-02-01"]) == 0
    assert capsys.readouterr().out == "1 edition checked; nothing to mend\n"


def test_each_figure_of_what_the_tests_try_is_in_the_policy_for_security() -> None:
    counts = re.findall(r"^\| [^|]+ \| ([\d,]+) \|", README.read_text("utf-8"), re.MULTILINE)
    policy = re.findall(r"^\| [^|]+ \| ([\d,]+) \|", (ROOT / "SECURITY.md").read_text("utf-8"), re.MULTILINE)
    assert len(counts) == 4
    assert set(counts) <= set(policy)


@pytest.mark.parametrize(("situation", "seconds"), MEASURED)
def test_each_time_is_the_one_that_was_measured(situation: str, seconds: float) -> None:
    """To about a fifth, as words like `twelve` say it."""
    found = re.search(rf"^\| {situation} \| golden \| ([\d.]+) ", RESULTS.read_text("utf-8"), re.MULTILINE)
    assert found
    assert float(found[1]) == pytest.approx(seconds, rel=0.2)


def table_of_results() -> str:
    """The rows of benchmarks/results.md that are ours, with Hugo's seconds beside them, in fewer columns."""
    rows = [COLUMNS, ("---:", "---", *["---:"] * (len(COLUMNS) - 2)), *_rows_of_results()]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _rows_of_results() -> Iterator[tuple[str, ...]]:
    for part in RESULTS.read_text("utf-8").split("\n## ")[1:]:
        header, _, *rows = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
        told = [dict(zip(header, row, strict=True)) for row in rows]
        updates = re.findall(r": (\d+) updates", part)[0]
        seconds = {(it["situation"], it["tool"]): it["seconds"] for it in told}
        for it in told:
            if it["tool"] == "golden":
                ratios = (it[column] for column in RATIOS)
                situation = it["situation"]
                changed = "all is made" if situation == "cold" else situation
                yield f"{int(updates):,}", changed, it["seconds"], seconds[situation, "Hugo"], *ratios


def test_the_table_of_times_is_the_one_that_was_measured() -> None:
    words, table = README.read_text("utf-8"), table_of_results()
    header = table.splitlines()[0]
    at = words.index(header)
    shown = words[at:].split("\n\n")[0]
    if os.environ.get("GOLDEN_UPDATE"):
        README.write_text(words.replace(shown, table), encoding="utf-8", newline="\n")
    else:
        assert shown == table


def test_as_many_pages_are_named_as_were_measured() -> None:
    (pages,) = re.findall(r"all ([\d,]+) pages", README.read_text("utf-8"))
    assert f"| {pages} |" in RESULTS.read_text("utf-8")
