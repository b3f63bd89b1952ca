"""What the command is made of can be listed by a tool that others read, from the lock file alone."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def test_the_list_names_every_locked_package_with_its_version_and_hash(tmp_path: Path) -> None:
    recipe = (ROOT / "Makefile").read_text().partition("\nsbom:")[2].partition("\n\n")[0]
    words = recipe.partition("-m ")[2].partition("\n\t@echo")[0].replace("\\\n", " ").split()
    words[words.index("--output-file") + 1] = str(tmp_path / "sbom.json")
    subprocess.run([sys.executable, "-W", "ignore", "-m", *words], cwd=ROOT, check=True, capture_output=True)
    listed = json.loads((tmp_path / "sbom.json").read_text())
    assert listed["bomFormat"] == "CycloneDX"
    locked = set(PINNED.findall((ROOT / "requirements/site.txt").read_text()))
    assert len(locked) > 15
    assert {(it["name"], it["version"]) for it in listed["components"]} == locked
    assert all("sha-256" in json.dumps(it).lower() for it in listed["components"])


def test_what_is_promised_names_tests_that_are_there() -> None:
    promised = re.findall(r"`((?:tests|requirements)/[^`]*)`", (ROOT / "SECURITY.md").read_text())
    assert len(promised) > 8
    assert [path for path in promised if not (ROOT / path).exists()] == []
