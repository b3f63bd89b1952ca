"""One request to one server: how much is read of what it says, and whom it is not sent to."""

import pytest

from generator.outside.answer import VisitOutcome
from generator.outside.client import Client, NoReply
from generator.outside.rings import Ring
from tests.outside.servers import BRISK, Heard, Says, server

pytestmark = pytest.mark.usefixtures("small_world")


def test_no_more_of_a_text_is_read_than_a_robots_txt_may_have() -> None:
    client = Client(BRISK, {})
    with server({"/robots.txt": Says(body="a" * 500_001)}, Heard()) as base:
        reply = client.ask("GET", f"{base}/robots.txt", Ring.OURSELVES, with_text=True)
        unread = client.ask("GET", f"{base}/robots.txt", Ring.OURSELVES)
    client.close()
    assert (len(reply.text), unread.text) == (500_000, "")


def test_a_number_that_is_nearer_than_allowed_is_not_even_called() -> None:
    client, heard = Client(BRISK, {}), Heard()
    with server({"/a": Says()}, heard) as base, pytest.raises(NoReply) as failed:
        client.ask("HEAD", f"{base.replace('127.0.0.1', '127.0.0.3')}/a", Ring.WORLD)
    client.close()
    assert failed.value.outcome is VisitOutcome.INWARD
    assert heard.connections == 0
