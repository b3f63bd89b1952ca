"""Who may ask, and for what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.serving.asking import as_folder, is_called_rightly, is_from_here, is_loopback, names_for, wanted
from tests.serving.addresses import OUTSIDE

NAMES = names_for("127.0.0.1", "desk-17")


@pytest.mark.parametrize("host", ["127.0.0.1:8700", "localhost:8700", "LOCALHOST:8700", "[::1]:8700", "desk-17:8700"])
def test_a_browser_on_this_machine_calls_it_by_one_of_its_names(host: str) -> None:
    assert is_called_rightly(host, 8700, NAMES, by_any_number=False)


@pytest.mark.parametrize(
    "host",
    [
        "", "evil.example:8700", "127.0.0.1.evil.example:8700", "localhost.:8700", "localhost:8701", "localhost",
        "localhost:8700@evil.example", "evil.example#localhost:8700", "192.168.1.7:8700", "localhost:8700:8700",
        "localhost\t:8700", "[::1:8700", "127.0.0.1:08700x", "0x7f.1:8700", "2130706433:8700", "localhost:999999",
    ],
)  # fmt: skip
def test_any_other_name_is_refused(host: str) -> None:
    assert not is_called_rightly(host, 8700, NAMES, by_any_number=False)


def test_on_all_addresses_a_number_is_allowed_and_a_foreign_name_is_not() -> None:
    assert is_called_rightly("192.168.1.7:8700", 8700, NAMES, by_any_number=True)
    assert not is_called_rightly("evil.example:8700", 8700, NAMES, by_any_number=True)


def test_the_usual_port_need_not_be_said() -> None:
    assert is_called_rightly("localhost", 80, NAMES, by_any_number=False)


@pytest.mark.parametrize(
    ("origin", "site", "mode"),
    [
        (None, None, None),
        (None, "none", "navigate"),
        (None, "same-origin", "cors"),
        ("http://localhost:8700", "same-origin", "cors"),
        ("HTTP://LocalHost:8700", "same-origin", "cors"),
        (None, "cross-site", "navigate"),
    ],
)
def test_our_own_pages_and_links_that_are_followed_may_ask(
    origin: str | None, site: str | None, mode: str | None
) -> None:
    assert is_from_here(origin, site, mode, "localhost:8700")


@pytest.mark.parametrize(
    ("origin", "site", "mode"),
    [
        ("http://evil.example", None, None),
        ("null", None, None),
        ("https://localhost:8700", None, None),
        ("http://localhost:8701", None, None),
        ("http://localhost:8700.evil.example", None, None),
        ("http://[", None, None),
        ("http://[localhost]:8700", None, None),
        ("", None, None),
        (None, "cross-site", "no-cors"),
        (None, "same-site", "cors"),
        (None, "cross-site", "websocket"),
    ],
)
def test_pages_of_others_may_not(origin: str | None, site: str | None, mode: str | None) -> None:
    assert not is_from_here(origin, site, mode, "localhost:8700")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("/staff/", ("staff", "index.html")),
        ("/staff/updates/", ("staff", "updates/index.html")),
        ("/staff/updates", ("staff", "updates")),
        ("/staff", ("staff", "")),
        ("/staff-drafts@2026-12-01/assets/site.css", ("staff-drafts@2026-12-01", "assets/site.css")),
        ("/staff/documents/Plan%20on%20a%20page.pdf", ("staff", "documents/Plan on a page.pdf")),
        ("/staff/images/caf%C3%A9.png", ("staff", "images/café.png")),
        ("/staff/.well-known/security.txt", ("staff", ".well-known/security.txt")),
    ],
)
def test_an_address_names_a_site_and_a_file_of_it(raw: str, found: tuple[str, str]) -> None:
    assert wanted(raw) == found


@pytest.mark.parametrize("raw", OUTSIDE)
def test_an_address_that_tries_to_leave_the_site_names_nothing(raw: str) -> None:
    assert wanted(raw) is None


_STEPS = st.sampled_from(
    ("staff", "index.html", "", ".", "..", "%2e%2e", "%2E.", ".git", ".golden", ".well-known", "%2f", "a%2f..")
)


@given(st.text() | st.lists(_STEPS, min_size=1).map(lambda steps: "/" + "/".join(steps)))
def test_no_address_names_a_hidden_or_a_higher_folder(raw: str) -> None:
    found = wanted(raw)
    if found is not None:
        parts = [found[0], *found[1].split("/")]
        assert not any(part.startswith(".") and part != ".well-known" for part in parts)
        assert not found[1].startswith("/")


def test_an_address_without_its_last_slash_may_be_that_of_a_folder() -> None:
    assert as_folder("updates") == "updates/index.html"
    assert as_folder("") == "index.html"


@pytest.mark.parametrize(
    ("host", "is_own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk-17", False)],  # noqa: S104  only asked about
)
def test_only_the_machine_itself_can_reach_a_loopback_address(host: str, is_own: bool) -> None:
    assert is_loopback(host) is is_own
