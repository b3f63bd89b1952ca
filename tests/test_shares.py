"""The making of a site in shares."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator import shares
from generator.build import build
from generator.making.make import make_all
from generator.making.workshop import Workshop
from generator.publications.artifact import Artifact, CopyOf, PageOf, Subject
from generator.request import BuildRequest
from generator.scanning.secrets import Secret
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span
from tests.building import ON
from tests.examples import smallest, write_files


@pytest.fixture
def without_collecting() -> Iterator[None]:
    """As in a build of the command, which ends soon after."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("without_collecting")
def test_of_many_pages_those_that_were_made_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    class View:
        """Names itself, as what is shown to a template comes to do."""

        alive = 0

        def __init__(self) -> None:
            self.itself = self
            View.alive += 1

        def __del__(self) -> None:
            View.alive -= 1

    def plan() -> Artifact:
        View()
        return Artifact("actions/visit/index.html", CopyOf("visit.html"))

    monkeypatch.setattr(shares, "MANY", 10)
    pages = [PageOf(Subject.ACTION, str(number), f"actions/{number}/", plan) for number in range(35)]
    most = 0
    for page in shares.letting_go(pages):
        page.plan()
        most = max(most, View.alive)
    assert most == 10
    assert gc.get_freeze_count() == 0


def test_a_page_is_planned_after_the_one_before_it_was_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[str] = []
    write_files(smallest(), tmp_path)
    make = Workshop.make

    def made(workshop: Workshop, artifact: Artifact, lengths: Mapping[str, int]) -> bytes:
        told.append(f"made {artifact.path}")
        return make(workshop, artifact, lengths)

    def watched(
        others: Iterable[Artifact],
        workshop: Workshop,
        sources: MutableMapping[str, Source],
        advance: Callable[[], None],
        standing: Mapping[str, int],
        pages: Iterable[Artifact],
    ) -> tuple[dict[str, bytes], list[Diagnostic]]:
        def planned() -> Iterator[Artifact]:
            for page in pages:
                told.append(f"planned {page.path}")
                yield page

        return make_all(others, workshop, sources, advance, standing, planned())

    monkeypatch.setattr(Workshop, "make", made)
    monkeypatch.setattr(shares, "make_all", watched)
    assert build(BuildRequest(tmp_path, lambda _: ON, ("staff",))).sites
    of_many = [it for it in told if it.startswith("planned")]
    assert len(of_many) > 3
    for line in of_many:
        assert told[told.index(line) + 1] == line.replace("planned", "made")


@pytest.mark.parametrize("hands", [1, 2, 3])
def test_what_has_become_secret_is_looked_for_in_every_file_that_stands(
    monkeypatch: pytest.MonkeyPatch, hands: int
) -> None:
    monkeypatch.setattr(shares, "FEWEST_TO_DIVIDE", 4)
    files = {f"{number}.html": b"<p>Sell <b>Brook</b> House.</p>" for number in range(7)}
    secret = Secret("Sell Brook House.", is_address=False, written_at=Span("a.md", 0, 1))

    def read(paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        return ((path, files[path]) for path in paths)

    task: Any = SimpleNamespace(before=SimpleNamespace(read=read), known=())
    found = shares.search_in_shares(task, files.keys(), [secret], hands)
    assert len(found) == hands
    assert sorted(path for share in found for path in share[secret]) == sorted(files)
    assert len(shares.search_in_shares(task, ["1.html"], [secret], hands)) == 1
