"""The tests here open stores as builds do, and let go of them when each is done."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.keeping import store


@pytest.fixture(autouse=True)
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[sqlite3.Connection]]:
    """All that a test opens, closed after it."""
    opened: list[sqlite3.Connection] = []
    connect = store._connected

    def noted(file: Path) -> sqlite3.Connection:
        opened.append(connect(file))
        return opened[-1]

    monkeypatch.setattr(store, "_connected", noted)
    yield opened
    for connection in opened:
        connection.close()
