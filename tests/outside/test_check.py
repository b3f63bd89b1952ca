"""`golden check --external` as its users meet it, with servers on this machine for the world."""

import socket
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.cli import main
from generator.outside.answer import Answer, Manners, VisitOutcome
from generator.outside.client import Reply
from generator.outside.rings import Ring
from generator.outside.visiting import Way, visit
from tests.examples import smallest, write_files
from tests.outside.servers import Heard, Says, server

pytestmark = pytest.mark.usefixtures("small_world")

BRISK = Manners(between=0.0, again_after=(0.0,), connect=2.0, quiet=1.0, whole=2.0)
ROBOTS = "GET /robots.txt"


@pytest.fixture(autouse=True)
def asking_briskly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("generator.outside.answer.GENTLE", BRISK)
    monkeypatch.setattr("generator.commands.judging.CACHE_OF_USER", tmp_path / "cache")


def told(
    letter: str, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0, sites: Sequence[str] = ("", "")
) -> list[str]:
    """What is printed of other sites, line by line; standard error after it. `sites` are staff's and residents'."""
    front = "---\npublished: 2020-01-31\n---\n"
    files = {**smallest(), "editions/2020-01/edition.md": f"{front}{letter}\n".encode()}
    for theme, site in zip(("council}", "plain}"), sites, strict=True):
        said = f"{theme[:-1]}, site: '{site}'}}" if site else theme
        files["programme.yml"] = files["programme.yml"].replace(theme.encode(), said.encode())
    write_files(files, Path("content"))
    given = ["check", "--external", "--format", "concise", "--on", "2020-02-01", *words]
    assert main(given) == code
    out, err = capsys.readouterr()
    return [line for line in [*out.splitlines(), *err.splitlines()] if "[outside-link-" in line or "[" not in line]


def answered(
    paths: Mapping[str, Says | Sequence[Says]], ask: Sequence[str], manners: Manners = BRISK
) -> tuple[dict[str, Answer], Heard]:
    heard = Heard()
    with server(paths, heard) as base:
        found = visit([f"{base}{path}" for path in ask], Way(manners, {}), lambda _: False, lambda: None)
    return {address.removeprefix(base): answer for address, answer in found.items()}, heard


def test_each_address_is_asked_once_and_told_with_all_its_places(capsys: pytest.CaptureFixture[str]) -> None:
    heard = Heard()
    with server({"/a": Says(), "/b": Says(301, {"Location": "/c"}), "/c": Says()}, heard) as base:
        letter = (
            f"See [the plan]({base}/a), [the budget]({base}/b) and [the minutes]({base}/lost).\n\n"
            f"Read [the minutes]({base}/lost) in full.\n\n"
            "Or ring [01632 960200](tel:01632960200), or write to [our office](mailto:us@merebrook.example)."
        )
        lines = told(letter, capsys)
    first, second, last = lines
    assert first.endswith(f"advice[outside-link-moved]: this page has moved for good; write {base}/c")
    assert "warning[outside-link-gone]: 127.0.0.1 says that there is no such page (404); find where" in second
    assert last.startswith("1 edition, 3 outside addresses checked; ")
    assert heard.requests == [ROBOTS, "HEAD /a", "HEAD /b", "HEAD /c", "HEAD /lost", "GET /lost"]


def test_nobody_is_asked_unless_we_are_told_to(capsys: pytest.CaptureFixture[str]) -> None:
    heard = Heard()
    with server({}, heard) as base:
        told(f"See [one]({base}/a).", capsys)
        asked = heard.connections
        assert asked
        assert main(["check", "--on", "2020-02-01"]) == 0
    assert heard.connections == asked


def test_what_was_well_lately_is_not_asked_again_and_what_was_not_is(capsys: pytest.CaptureFixture[str]) -> None:
    heard = Heard()
    with server({"/a": Says(), "/b": [Says(404), Says(404), Says()]}, heard) as base:
        letter = f"See [one]({base}/a) and [another]({base}/b)."
        told(letter, capsys)
        heard.requests.clear()
        assert told(letter, capsys) == ["1 edition, 2 outside addresses (1 of them lately) checked; nothing to mend"]
        assert heard.requests == [ROBOTS, "HEAD /b"]
        heard.requests.clear()
        told(letter, capsys, "--external-age", "0")
        assert heard.requests == [ROBOTS, "HEAD /a", "HEAD /b"]


def test_strict_fails_and_a_finding_can_be_accepted_with_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    with server({}, Heard()) as base:
        letter = f"See [one]({base}/a)."
        lines = told(letter, capsys, "--strict", code=1)
        assert "outside-link-gone" in lines[0]
        programme = smallest()["programme.yml"].decode()
        accept = f'accept:\n  - {{code: outside-link-gone, place: "{base}/a", reason: It opens in March.}}\n'
        Path("content/programme.yml").write_text(programme + accept, encoding="utf-8")
        assert main(["check", "--external", "--on", "2020-02-01"]) == 0
    assert "outside-link" not in capsys.readouterr().out


def test_a_machine_without_a_network_says_so_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    letter = "See [one](https://a.merebrook.gov.uk/), [two](https://b.merebrook.gov.uk/) and [the wiki](http://wiki/)."
    assert told(letter, capsys, code=2) == [
        "1 edition checked; nothing to mend",
        "golden: none of 2 other sites was reached, so nothing is said of them; is this machine on the network?",
    ]
    assert told("See [one](https://a.merebrook.gov.uk/).", capsys, code=2)[1:] == [
        "golden: a.merebrook.gov.uk was not reached, and no other site was asked; is its name right, and the network "
        "there?"
    ]


def nobody_knows_names(patch: pytest.MonkeyPatch) -> None:
    known = socket.getaddrinfo

    def unknown(host: str, *rest: object, **more: object) -> object:
        if not host.startswith("127."):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return known(host, *rest, **more)  # type: ignore[arg-type]  # it hands on what it is given

    patch.setattr(socket, "getaddrinfo", unknown)


def test_a_name_that_nobody_knows_is_told_where_others_answer(capsys: pytest.CaptureFixture[str]) -> None:
    with server({"/a": Says()}, Heard()) as base, pytest.MonkeyPatch.context() as patch:
        nobody_knows_names(patch)
        lines = told(f"See [one]({base}/a), [two](https://www.merebrok.gov.uk/), [three](http://wiki/).", capsys)
    assert "warning[outside-link-gone]: nobody knows a site called www.merebrok.gov.uk; look at its" in lines[0]
    assert "advice[outside-link-unseen]: wiki cannot be seen from this machine; open it" in lines[1]


def test_only_a_host_of_staff_alone_may_be_one_that_our_own_network_knows(capsys: pytest.CaptureFixture[str]) -> None:
    public, intranet = "https://www.merebrook.gov.uk/", "https://intranet.merebrook.gov.uk/"
    with server({"/a": Says()}, Heard()) as base, pytest.MonkeyPatch.context() as patch:
        nobody_knows_names(patch)
        lines = told(f"See [one]({base}/a) and [two]({public}two).", capsys, sites=(f"{public}staff/", public))
        assert "warning[outside-link-gone]: nobody knows a site called www.merebrook.gov.uk" in lines[0]
        lines = told(f"See [one]({base}/a) and [two]({intranet}two).", capsys, sites=(intranet, public))
        assert "advice[outside-link-unseen]: intranet.merebrook.gov.uk cannot be seen" in lines[0]


def test_a_site_s_wishes_are_heeded() -> None:
    rules = "User-agent: *\nDisallow: /all\n\nUser-agent: golden-thread\nDisallow: /private\n"
    answers, heard = answered({"/robots.txt": Says(body=rules), "/all": Says()}, ["/all", "/private/a"])
    assert answers == {"/all": Answer(VisitOutcome.FINE), "/private/a": Answer(VisitOutcome.NOT_FOR_PROGRAMS)}
    assert heard.requests == [ROBOTS, "HEAD /all"]


def test_a_server_that_wants_to_be_left_alone_is_asked_no_more() -> None:
    answers, heard = answered({"/a": Says(429, {"Retry-After": "600"}), "/b": Says()}, ["/a", "/b"])
    assert set(answers.values()) == {Answer(VisitOutcome.BUSY)}
    assert heard.requests == [ROBOTS, "HEAD /a"]


def test_one_server_is_asked_by_one_connection_with_a_pause_before_each_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("generator.outside.visiting._Server._wait", lambda _, seconds: waits.append(seconds))
    ask = [f"/{number}" for number in range(20)]
    answers, heard = answered(dict.fromkeys(ask, Says()), ask, Manners(between=0.5))
    assert set(answers.values()) == {Answer(VisitOutcome.FINE)}
    assert len(heard.requests) == 21
    assert waits == [0.5] * 20
    assert heard.connections <= 2  # robots.txt is read to its end or not at all


def test_a_fault_of_ours_is_raised_and_no_thread_is_left_behind() -> None:
    class Broken:
        def ask(self, *_: object, **__: object) -> Reply:
            raise ZeroDivisionError

        def ring(self, host: str) -> Ring:
            raise ZeroDivisionError(host)

    way = Way(BRISK, {}, lambda *_: Broken())
    with pytest.raises(ZeroDivisionError):
        visit(["https://a.org/", "https://b.org/"], way, lambda _: False, lambda: None)


@pytest.mark.parametrize("words", ["-1", "soon", "nan", "inf"])
def test_an_age_is_a_number_of_days(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--external", "--external-age", words])
    assert f"{words} is not a number of days" in capsys.readouterr().err or words == "-1"
