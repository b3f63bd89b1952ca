"""The two readers, of Markdown and of YAML, against a fuzzer that learns which bytes lead to new code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 300  # for each of the two


@pytest.mark.long
@pytest.mark.timeout(SECONDS + 120)
@pytest.mark.parametrize("kind", ["markdown", "yaml"])
def test_no_reader_is_brought_down_by_a_fuzzer_that_learns(kind: str, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.hostile.guided", kind, str(tmp_path), f"-max_total_time={SECONDS}", "-seed=1"]
    ended = subprocess.run(words, check=False, capture_output=True, text=True, errors="replace")
    assert ended.returncode == 0, f"{ended.stdout[-3_000:]}\n{ended.stderr[-3_000:]}"
    runs = re.search(r"Done (\d+) runs", ended.stderr)
    assert runs
    assert int(runs[1]) > 1_000
