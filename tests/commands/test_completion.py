"""Shell completion."""

import shutil
import subprocess

import pytest

from generator.cli import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_script_completes_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert all(command in out for command in ("build", "check", "explain", "schema"))


def test_bash_reads_its_script(capsys: pytest.CaptureFixture[str]) -> None:
    bash = shutil.which("bash")
    assert bash, "bash is needed for this test: install the package bash"
    main(["completion", "bash"])
    script = capsys.readouterr().out
    assert subprocess.run([bash, "-n"], input=script, text=True, check=False).returncode == 0
