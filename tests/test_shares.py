"""The making of a site in shares."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import shares
from generator.build import build
from generator.publications.artifact import Artifact, PageOf, Subject
from generator.request import Request
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
        return Artifact("actions/visit/index.html", None)

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
    make_all = shares.make_all

    def watched(others, workshop, sources, advance, lengths, pages):
        def planned():
            for page in pages:
                told.append(f"planned {page.path}")
                yield page

        render = workshop.make
        monkeypatch.setattr(
            type(workshop), "make", lambda _, it, lengths: (told.append(f"made {it.path}"), render(it, lengths))[1]
        )
        return make_all(others, workshop, sources, advance, lengths, planned())

    monkeypatch.setattr(shares, "make_all", watched)
    assert build(Request(tmp_path, lambda _: ON, ("staff",))).sites
    of_many = [it for it in told if it.startswith("planned")]
    assert len(of_many) > 3
    for line in of_many:
        assert told[told.index(line) + 1] == line.replace("planned", "made")
