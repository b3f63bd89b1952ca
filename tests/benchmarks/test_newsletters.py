"""What newsletters take to print is measured."""

import pytest

from benchmarks import newsletters


def test_a_few_are_printed_and_what_is_missing_to_compare_with_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsletters, "find_spec", lambda _: None)
    newsletters.main(["2"])
    pages, ours, missing = capsys.readouterr().out.splitlines()
    assert pages.startswith("2 editions in two sizes, ")
    assert ours.startswith("ours ")
    assert missing.startswith("WeasyPrint is not here to compare with: ")
