"""What is large is loaded only when there is something for it to do, so that every command starts at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples import smallest, write_files

OF_PAPER = ("typst", "fontTools", "segno", "pikepdf", "pypdfium2")
NEWSLETTER = "newsletters:\n  - {id: news, title: News, audience: staff, every: month, formats: [html, text]}\n"
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
