"""The network, as far as these tests know it, is this machine."""

import pytest

from tests.outside.servers import pretended_ring


@pytest.fixture
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.outside.client.ring_of_address", pretended_ring)
    monkeypatch.setattr("generator.outside.client.ring_of_name", pretended_ring)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
