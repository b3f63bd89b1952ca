"""What newsletters, feeds and search add to a build is measured."""

from pathlib import Path

import pytest

from benchmarks import extras
from benchmarks.builds import AGAIN, COLD
from benchmarks.contents import Size


def test_each_extra_is_measured_in_each_situation_beside_a_programme_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    every = {name: extras.EXTRAS[name] for name in (extras.NONE, "all of these")}
    monkeypatch.setattr(extras, "EXTRAS", every)
    monkeypatch.setattr(extras, "UNTIL_OLD", 0)
    size, situations = Size(1, 1, 2), (COLD, AGAIN, extras.NEXT_DAY)
    of, _, head, _, *rows = extras.tell(size, extras.run(size, 1, tmp_path, situations), situations).splitlines()
    assert of == "1 x 1, with"
    assert head == "| | none of these | all of these |"
    assert [row.split(" | ")[0] for row in rows] == [f"| {it}" for it in situations]
    assert all(row.count(" s (") == 1 for row in rows)
