"""Where one address leads, asked of servers on this machine."""

import datetime
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from generator.outside.answer import Answer, Manners, VisitOutcome
from generator.outside.client import Client, NoReply, Reply
from generator.outside.following import Follower
from generator.outside.rings import Ring
from tests.outside.servers import BRISK, Heard, Says, server

pytestmark = pytest.mark.usefixtures("small_world")

HASTY = replace(BRISK, quiet=0.3, whole=0.5)  # for servers that are slow, as a machine that is busy may seem to be
OK = Says()
ITS = "its certificate"


def to(path: str, status: int = 301) -> Says:
    return Says(status, {"Location": path})


def followed(
    address: str,
    heard: Heard,
    paths: Mapping[str, Says | Sequence[Says]],
    context: ssl.SSLContext | None = None,
    manners: Manners = BRISK,
) -> tuple[Answer, list[float]]:
    """What came of it, with the server's own address written as `~`, and how long we waited between."""
    waits: list[float] = []
    client = Client(manners, {})
    with server(paths, heard, context) as base:
        answer = Follower(client, manners, waits.append, lambda _: False).answer(f"{base}{address}")
        client.close()
    return Answer(answer.outcome, answer.to.replace(base, "~"), answer.said), waits


@pytest.mark.parametrize(
    ("paths", "answer"),
    [
        pytest.param({"/a": OK}, Answer(VisitOutcome.FINE), id="there"),
        pytest.param({}, Answer(VisitOutcome.GONE, said="404"), id="not there"),
        pytest.param({"/a": Says(410)}, Answer(VisitOutcome.GONE, said="410"), id="taken away"),
        pytest.param({"/a": Says(200, head=405)}, Answer(VisitOutcome.FINE), id="HEAD refused"),
        pytest.param({"/a": Says(200, head=501)}, Answer(VisitOutcome.FINE), id="HEAD unknown"),
        pytest.param({"/a": Says(200, head=404)}, Answer(VisitOutcome.FINE), id="HEAD not understood"),
        pytest.param({"/a": Says(200, head=0)}, Answer(VisitOutcome.FINE), id="HEAD hung up on"),
        pytest.param({"/a": to("/b"), "/b": OK}, Answer(VisitOutcome.MOVED, "~/b"), id="moved"),
        pytest.param({"/a": to("/b", 308), "/b": OK}, Answer(VisitOutcome.MOVED, "~/b"), id="moved by 308"),
        pytest.param({"/a": to("/a/"), "/a/": OK}, Answer(VisitOutcome.FINE), id="a stroke at the end"),
        pytest.param({"/a": to("/b", 302), "/b": OK}, Answer(VisitOutcome.FINE), id="for the time being"),
        pytest.param(
            {"/a": to("/b"), "/b": to("/c", 307), "/c": OK},
            Answer(VisitOutcome.MOVED, "~/b"),
            id="moved, then for the time",
        ),
        pytest.param({"/a": to("/b"), "/b": Says(404)}, Answer(VisitOutcome.GONE, "~/b", "404"), id="moved to nothing"),
        pytest.param({"/a": to("/b"), "/b": to("/a")}, Answer(VisitOutcome.CIRCLE, "~/a"), id="a circle"),
        pytest.param(
            {"/a": to("/0"), **{f"/{n}": to(f"/{n + 1}") for n in range(30)}},
            Answer(VisitOutcome.CIRCLE, "~/10"),
            id="endless",
        ),
        pytest.param({"/a": to("/"), "/": OK}, Answer(VisitOutcome.HOME, "~/"), id="to the front page"),
        pytest.param(
            {"/a": to("/en/home.html"), "/en/home.html": OK}, Answer(VisitOutcome.HOME, "~/en/home.html"), id="en"
        ),
        pytest.param(
            {"/a": to("/account/login?next=a", 302), "/account/login?next=a": OK},
            Answer(VisitOutcome.SIGN_IN, "~/account/login?next=a"),
            id="to sign in",
        ),
        pytest.param(
            {"/a": to("/b", 302), "/b": to("/c"), "/c": OK}, Answer(VisitOutcome.FINE), id="for the time, then moved"
        ),
        pytest.param(
            {"/a": to("file:///etc/passwd")}, Answer(VisitOutcome.OTHER_KIND, "file:///etc/passwd"), id="a file"
        ),
        pytest.param({"/a": to("http://[")}, Answer(VisitOutcome.OTHER_KIND, ""), id="no address"),
        pytest.param(
            {"/a": to("/tŷ gwyn".encode().decode("latin-1")), "/t%C5%B7%20gwyn": OK},
            Answer(VisitOutcome.MOVED, "~/tŷ%20gwyn"),
            id="moved to a name with an accent and a space, as many servers write it",
        ),
        pytest.param(
            {"/a": to("/caf\xe9"), "/caf%E9": OK},
            Answer(VisitOutcome.MOVED, "~/caf%E9"),
            id="moved, in letters of old",
        ),
        pytest.param({"/a": Says(403)}, Answer(VisitOutcome.REFUSED, said="403"), id="refused"),
        pytest.param({"/a": Says(500)}, Answer(VisitOutcome.FAULTY, said="500"), id="a fault"),
        pytest.param({"/a": Says(304)}, Answer(VisitOutcome.FAULTY, said="304"), id="an answer that makes no sense"),
        pytest.param({"/a": [Says(503), Says(502), OK]}, Answer(VisitOutcome.FINE), id="ill, then well"),
        pytest.param({"/a": [Says(0), Says(0), OK]}, Answer(VisitOutcome.FINE), id="broken off, then well"),
        pytest.param({"/a": [Says(429), OK]}, Answer(VisitOutcome.FINE), id="too soon, then well"),
        pytest.param({"/a": Says(0)}, Answer(VisitOutcome.SILENT, said="it broke the connection off"), id="broken off"),
    ],
)
def test_an_answer_is_read_for_what_it_means(paths: Mapping[str, Says | Sequence[Says]], answer: Answer) -> None:
    assert followed("/a", Heard(), paths)[0] == answer


def test_nothing_is_sent_but_the_request_which_says_who_asks() -> None:
    heard = Heard()
    followed("/a?b=c#part", heard, {"/a?b=c": Says(302, {"Location": "/d", "Set-Cookie": "a=b"}), "/d": OK})
    assert heard.requests == ["HEAD /a?b=c", "HEAD /d"]
    assert heard.connections == 1
    for headers in heard.headers:
        assert headers.keys() == {"Host", "Accept-Encoding", "User-Agent", "Accept"}
        assert headers["User-Agent"].startswith("golden-thread/")


@pytest.mark.parametrize(
    ("address", "end", "answer"),
    [
        pytest.param("/", "/en/", Answer(VisitOutcome.MOVED, "~/en/"), id="a front page"),
        pytest.param("/login", "/sso/login", Answer(VisitOutcome.MOVED, "~/sso/login"), id="a page to sign in"),
    ],
)
def test_what_was_such_a_page_already_and_leads_to_another_one_has_only_moved(
    address: str, end: str, answer: Answer
) -> None:
    assert followed(address, Heard(), {address: to(end), end: OK})[0] == answer


def test_the_part_of_a_page_stays_in_the_new_address() -> None:
    assert followed("/a#part", Heard(), {"/a": to("/b"), "/b": OK})[0] == Answer(VisitOutcome.MOVED, "~/b#part")


def test_a_server_that_is_slow_is_asked_three_times_and_each_time_left_in_good_time() -> None:
    heard = Heard()
    answer, waits = followed("/a", heard, {"/a": Says(after=0.6)}, manners=HASTY)
    assert answer == Answer(VisitOutcome.SILENT, said="it did not answer in time")
    assert waits == [0.25, 0.5]
    assert heard.requests == ["HEAD /a", "GET /a", "GET /a"]


def test_a_server_that_sends_a_letter_now_and_then_is_left_too() -> None:
    answer, _ = followed("/a", Heard(), {"/a": [Says(is_dribbling=True), OK]}, manners=HASTY)
    assert answer == Answer(VisitOutcome.FINE)


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        ({"Retry-After": "7"}, [7.0]),
        ({"Retry-After": "Sun, 22 Nov 2026 05:00:09 GMT", "Date": "Sun, 22 Nov 2026 05:00:00 GMT"}, [9.0]),
        ({"Retry-After": "soon"}, [0.25]),
        ({"Retry-After": "-5"}, [0.25]),
    ],
)
def test_a_server_that_asks_us_to_wait_is_waited_for(headers: dict[str, str], waits: list[float]) -> None:
    answer, waited = followed("/a", Heard(), {"/a": [Says(429, headers), OK]})
    assert answer == Answer(VisitOutcome.FINE)
    assert waited == waits


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_us_to_wait_for_long_is_left_alone(status: int) -> None:
    heard = Heard()
    answer, waits = followed("/a", heard, {"/a": Says(status, {"Retry-After": "3600"})})
    assert answer == Answer(VisitOutcome.BUSY)
    assert waits == []
    assert len(heard.requests) == 1


@pytest.mark.parametrize("number", ["127.0.0.2", "127.0.0.3"])
def test_nobody_from_outside_leads_us_into_our_own_network(number: str) -> None:
    inner, outer = Heard(), Heard()
    with server({"/secret": OK}, inner) as base:
        inside = base.replace("127.0.0.1", number)
        answer, _ = followed("/a", outer, {"/a": to(f"{inside}/secret", 302)})
    assert answer == Answer(VisitOutcome.INWARD, f"{inside}/secret")
    assert inner.requests == []


def test_a_name_that_stands_for_a_nearer_machine_than_it_seems_is_found_out_when_it_is_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inner = Heard()
    monkeypatch.setattr("generator.outside.client.ring_of_name", lambda _: Ring.WORLD)
    with server({"/secret": OK}, inner) as base:
        inside = base.replace("127.0.0.1", "127.0.0.2")
        answer, _ = followed("/a", Heard(), {"/a": to(f"{inside}/secret", 302)})
    assert answer.outcome is VisitOutcome.INWARD
    assert inner.requests == []


def test_this_machine_itself_is_never_asked() -> None:
    heard = Heard()
    with server({"/a": OK}, heard) as base:
        asked = Follower(Client(BRISK, {}), BRISK, lambda _: None, lambda _: False)
        assert asked.answer(f"{base.replace('127.0.0.1', '127.0.0.3')}/a") == Answer(VisitOutcome.OURSELVES)
    assert heard.connections == 0


def test_what_only_our_own_network_knows_is_not_called_gone() -> None:
    with server({"/a": OK}, Heard()) as base:
        pass  # by now nobody listens there
    asked = Follower(Client(BRISK, {}), BRISK, lambda _: None, lambda host: host == "127.0.0.1")
    assert asked.answer(f"{base}/a") == Answer(VisitOutcome.OUT_OF_SIGHT)
    asked = Follower(Client(BRISK, {}), BRISK, lambda _: None, lambda _: False)
    assert asked.answer(f"{base}/a") == Answer(VisitOutcome.UNREACHABLE)


class OutOfReach:
    """A client whose every host stands in the network that it is given, and says nothing."""

    def __init__(self, ring: Ring) -> None:
        self._ring = ring

    def ask(self, method: str, address: str, nearest: Ring, *, with_text: bool = False) -> Reply:
        raise NoReply(VisitOutcome.UNREACHABLE)

    def ring(self, host: str) -> Ring:
        return self._ring


@pytest.mark.parametrize(
    ("ring", "outcome"), [(Ring.NEAR, VisitOutcome.OUT_OF_SIGHT), (Ring.WORLD, VisitOutcome.UNREACHABLE)]
)
def test_a_machine_of_a_near_network_that_does_not_answer_us_may_answer_others(
    ring: Ring, outcome: VisitOutcome
) -> None:
    asked = Follower(OutOfReach(ring), BRISK, lambda _: None, lambda _: False)
    assert asked.answer("http://intranet.merebrook.gov.uk/a").outcome is outcome


@pytest.mark.parametrize(
    ("name", "days", "is_known", "answer"),
    [
        ("127.0.0.1", 30, True, Answer(VisitOutcome.FINE)),
        (
            "127.0.0.1",
            30,
            False,
            Answer(VisitOutcome.UNSAFE, said=f"{ITS} is signed by nobody whom this machine knows"),
        ),
        ("127.0.0.9", 30, True, Answer(VisitOutcome.UNSAFE, said=f"{ITS} is for another name")),
        ("127.0.0.1", -1, True, Answer(VisitOutcome.UNSAFE, said=f"{ITS} has run out")),
    ],
)
def test_a_certificate_that_a_browser_would_refuse_is_told(
    name: str, days: int, is_known: bool, answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, signer = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), trustme.CA()
    until = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)
    signer.issue_cert(name, not_after=until).configure_cert(context)
    if is_known:
        signer.cert_pem.write_to_path(tmp_path / "known.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "known.pem"))
    assert followed("/a", Heard(), {"/a": OK}, context)[0] == answer


def test_a_server_that_does_not_speak_as_its_address_says_is_not_safe() -> None:
    with server({"/a": OK}, Heard()) as base:
        client = Client(BRISK, {})
        answer = Follower(client, BRISK, lambda _: None, lambda _: False).answer(f"{base.replace('http', 'https')}/a")
        client.close()
    assert answer == Answer(VisitOutcome.UNSAFE, said="no safe connection could be made with it")


def test_a_proxy_that_we_cannot_speak_with_is_no_fault_of_the_site() -> None:
    asked = Follower(Client(BRISK, {"http": "socks5://127.0.0.1:1"}), BRISK, lambda _: None, lambda _: False)
    assert asked.answer("http://127.0.0.1/a") == Answer(VisitOutcome.UNREACHABLE)
