"""What one address tells of the others beside it, which then need not be asked; and what it does not."""

import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest

from generator.outside.answer import Answer, Manners, VisitOutcome
from generator.outside.visiting import Way, visit
from tests.outside.servers import Heard, Says, server

pytestmark = pytest.mark.usefixtures("small_world")

BRISK = Manners(between=0.0, again_after=(0.0,), connect=0.3, quiet=0.5, whole=2.0)
FINE, GONE = Answer(VisitOutcome.FINE), Answer(VisitOutcome.GONE, said="404")
CUT = Answer(VisitOutcome.SILENT, said="it broke the connection off")


def visited(addresses: Sequence[str], is_ours: Callable[[str], bool] = lambda _: False) -> list[Answer]:
    return list(visit(addresses, Way(BRISK, {}), is_ours, lambda: None).values())


@contextmanager
def nobody_accepts() -> Iterator[str]:
    """A port where a call rings and rings: as a firewall has it that lets things fall."""
    with socket.socket() as deaf, socket.socket() as one, socket.socket() as other:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        for filling in (one, other):
            filling.setblocking(False)
            filling.connect_ex(deaf.getsockname())
        time.sleep(0.05)
        yield f"http://127.0.0.1:{deaf.getsockname()[1]}"


@pytest.mark.parametrize(
    ("paths", "answers"),
    [
        ({"/a": Says(), "/b": Says(0), "/c": Says()}, [FINE, CUT, FINE]),
        ({"/a": Says(0), "/robots.txt": Says()}, [CUT, GONE, GONE]),
    ],
    ids=["a page before", "its wishes for programs"],
)
def test_a_site_of_our_own_network_that_has_answered_once_can_be_seen(
    paths: Mapping[str, Says], answers: list[Answer]
) -> None:
    with server(paths, Heard()) as base:
        assert visited([f"{base}/{page}" for page in "abc"], lambda _: True) == answers


def test_one_that_has_never_answered_is_out_of_sight_and_asked_no_more() -> None:
    heard = Heard()
    with server({"/robots.txt": Says(0), "/a": Says(0), "/b": Says()}, heard) as base:
        found = visited([f"{base}/a", f"{base}/b"], lambda _: True)
    assert found == [Answer(VisitOutcome.OUT_OF_SIGHT)] * 2
    assert "HEAD /b" not in heard.requests


def test_a_door_that_is_closed_says_nothing_of_another_one_of_the_same_site() -> None:
    with server({}, Heard()) as closed:
        pass  # by now nobody listens there
    with server({"/b": Says()}, Heard()) as base:
        assert visited([f"{closed}/a", f"{base}/b"]) == [Answer(VisitOutcome.UNREACHABLE), FINE]
        assert visited([f"{closed}/a", f"{base}/b"], lambda _: True) == [Answer(VisitOutcome.OUT_OF_SIGHT), FINE]


@pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="on Windows such a call is refused at once")
def test_where_nobody_takes_a_call_nobody_is_reached_and_we_do_not_ring_for_each_page() -> None:
    with nobody_accepts() as base:
        begun = time.monotonic()
        found = visited([f"{base}/{page}" for page in range(20)])
        took = time.monotonic() - begun
    assert found == [Answer(VisitOutcome.UNREACHABLE)] * 20
    assert took < 5
