"""What is large is loaded only when there is something for it to do, so that every command starts at once."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from generator.cli import main
from generator.keeping import stamps
from tests.building import SAMPLE
from tests.examples import smallest, write_files

OF_PAPER = ("typst", "fontTools", "segno", "pikepdf", "pypdfium2")
NEWSLETTER = "newsletters:\n  - {id: news, title: News, audience: staff, every: month, formats: [html, text]}\n"
DOCUMENT = b"- {id: plan, title: The plan, file: plan.pdf, for: [staff, residents], summary: What we are for.}\n"
UPDATE = "## Completed\n\n- We say ሰላም to all.\n"


@pytest.mark.parametrize(
    "words",
    [["--version"], ["check"], ["build"], ["explain", "leak"], ["newsletter", "news"]],
    ids=lambda words: words[0],
)
def test_nothing_for_paper_is_loaded_where_nothing_is_printed(words: list[str], tmp_path: Path) -> None:
    laid = smallest() | {"editions/2020-01/customer-services.md": UPDATE.encode()}
    laid["programme.yml"] += NEWSLETTER.encode()
    write_files(laid, tmp_path / "content")
    program = (
        "import sys\nfrom generator.cli import main\n"
        f"try:\n    code = main({words!r})\nexcept SystemExit as end:\n    code = end.code\n"
        f"print('loaded', *(name for name in {OF_PAPER!r} if name in sys.modules))\nsys.exit(code)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.splitlines()[-1] == "loaded"


def test_an_edit_of_words_loads_nothing_for_paper_pictures_or_search(tmp_path: Path) -> None:
    update = tmp_path / "content/editions/2020-01/customer-services.md"
    laid = {"documents.yml": DOCUMENT, "documents/plan.pdf": (SAMPLE / "documents/plan-on-a-page.pdf").read_bytes()}
    write_files(smallest() | laid, tmp_path / "content")
    program = (
        "import sys\nfrom generator.cli import main\ncode = main(['build', '--on', '2020-02-01'])\n"
        f"print('loaded', *(name for name in {(*OF_PAPER, 'PIL', 'wcwidth')!r} if name in sys.modules))\nsys.exit(code)"
    )
    loaded = []
    for words in ("all", "everybody"):
        update.write_text(UPDATE.replace("all", words), encoding="utf-8")
        run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        loaded.append(run.stdout.splitlines()[-1])
    assert "PIL" in loaded[0], "what the first build draws"
    assert loaded[1] == "loaded"


OF_READING_WORDS = ("argparse", "dataclasses", "pathlib", "typing", "generator.cli")
FEW = 60  # of which about forty are Python's own


def test_the_same_words_again_load_nothing_that_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(smallest(), tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(stamps, "_COARSEST_DATE_NS", 0)  # what was written just now is old enough
    monkeypatch.setattr("sys.stdout", StringIO())
    words = ["build", "--on", "2020-02-01"]
    assert main(words) == 0
    program = (
        f"import sys\nsys.argv[1:] = {words!r}\nfrom generator.__main__ import run\ntry:\n    run()\nfinally:\n"
        f"    print('loaded', *(name for name in {OF_READING_WORDS!r} if name in sys.modules))\n"
        "    print(len(sys.modules))\n"
    )
    run = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=False,
                         env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    said, loaded, modules = run.stdout.splitlines()
    assert said.startswith("staff and residents: ")
    assert loaded == "loaded"
    assert int(modules) <= FEW


OF_MAKING = ("jinja2", "yaml", "markdown_it", "babel", "rich", "PIL", "generator.domain.content", "generator.build")
MODULES = 160  # of which about a hundred are Python's own


def test_a_build_with_nothing_to_do_loads_nothing_that_makes(tmp_path: Path) -> None:
    write_files(smallest(), tmp_path / "content")
    program = (
        "import sys\nfrom generator.cli import main\n"
        "code = main(['build', '--on', '2020-02-01'])\n"
        f"print('loaded', *(name for name in {OF_MAKING!r} if name in sys.modules))\n"
        "print(len(sys.modules))\nsys.exit(code)"
    )
    for _ in range(2):
        run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
    loaded, modules = run.stdout.splitlines()[-2:]
    assert loaded == "loaded"
    assert int(modules) <= MODULES
