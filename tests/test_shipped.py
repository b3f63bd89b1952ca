"""What is installed from a wheel does all that it is for, without this checkout."""

import subprocess
from pathlib import Path

import pytest

from tests.archives import ROOT, Installed, install, install_with_all
from tests.serving.running import listening

NEWS = "newsletters:\n  - {id: news, title: News, audience: staff, every: month, formats: [pdf, html]}\n"
DAY = "2026-11-30"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(tmp_path_factory.mktemp("installed"))


def walk(installed: Installed, folder: Path) -> None:
    """From nothing to what readers get, by the installed command alone."""
    installed.run(folder, "init", "ours", "--yes", "--accent", "navy", "--on", DAY)
    ours = folder / "ours"
    programme = ours / "content" / "programme.yml"
    programme.write_text(programme.read_text("utf-8") + NEWS, "utf-8")
    letter = ours / "content/editions/2026-11/edition.md"
    letter.write_text(f"---\npublished: {DAY}\n---\nWe have begun.\n", "utf-8")

    serve = [str(installed.golden), "serve", "--no-open", "--on", DAY]
    with listening(serve, ours, installed.environment()) as served:
        assert "We have begun." in served.page("staff/updates/2026-11/")
    installed.run(ours, "build", "--strict", "--on", DAY)
    assert (ours / "output/staff/index.html").is_file()
    assert list((ours / "output/staff/assets/fonts").glob("*.woff2"))
    installed.run(ours, "newsletter", "news", "--format", "pdf", "--output", "post", "--on", DAY)
    (issue,) = (ours / "post").rglob("*.pdf")
    assert issue.read_bytes().startswith(b"%PDF-")
    installed.run(ours, "publish", "--audience", "residents", "--to", "residents.zip", "--on", DAY)
    assert (ours / "residents.zip").is_file()
    assert "a draft letter" in installed.run(ours, "new", "2026-12", "--on", DAY)
    assert "overdue" in installed.run(folder, "explain", "overdue")


def test_from_nothing_to_a_published_site_by_a_wheel(installed: Installed, tmp_path: Path) -> None:
    walk(installed, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_same_where_nothing_else_is_installed(tmp_path: Path) -> None:
    walk(install_with_all(tmp_path / "installed"), tmp_path)


def test_what_runs_is_the_wheel_and_not_this_checkout(installed: Installed, tmp_path: Path) -> None:
    asked = [str(installed.python), "-c", "import generator\nprint(generator.__file__)"]
    run = subprocess.run(asked, cwd=tmp_path, env=installed.environment(), capture_output=True, text=True, check=True)
    assert Path(run.stdout.strip()) == installed.packages / "generator" / "__init__.py"


def test_the_sample_is_in_the_wheel_whole(installed: Installed, tmp_path: Path) -> None:
    installed.run(tmp_path, "init", "sample", "--example")
    files = {it.relative_to(tmp_path / "sample"): it.read_bytes() for it in (tmp_path / "sample/content").rglob("*.*")}
    here = {it.relative_to(ROOT): it.read_bytes() for it in (ROOT / "content").rglob("*.*") if it.is_file()}
    assert files == {path: data for path, data in here.items() if ".vscode" not in path.parts}
    assert "all 8 workstreams have handed in" in installed.run(tmp_path / "sample", "status", "--on", "2026-11-02")
