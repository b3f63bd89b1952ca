"""Findings in the order in which they are told."""

from itertools import permutations

import pytest

from generator.text import diagnostic
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.source import Span

PLACE = Span("a.md", 3, 5)


def test_findings_that_only_their_remedy_tells_apart_stand_in_one_order_in_every_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [Diagnostic("dead-link", "this path", PLACE, f"write {name}") for name in "abc"]
    monkeypatch.setattr(diagnostic, "set", dict.fromkeys, raising=False)  # which keeps the order that it is given
    for shuffled in permutations(found):
        assert in_order(shuffled) == tuple(found)


def test_the_same_finding_is_told_once() -> None:
    assert in_order([Diagnostic("dead-link", "this path", PLACE)] * 2) == (Diagnostic("dead-link", "this path", PLACE),)
