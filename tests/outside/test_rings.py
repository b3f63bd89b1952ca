"""How near a server stands."""

import pytest

from generator.outside.rings import Ring, is_for_examples, ring_of_address, ring_of_name


@pytest.mark.parametrize(
    ("number", "ring"),
    [
        ("127.0.0.1", Ring.OURSELVES),
        ("::1", Ring.OURSELVES),
        ("0.0.0.0", Ring.OURSELVES),  # noqa: S104  no server is meant
        ("169.254.169.254", Ring.OURSELVES),
        ("fe80::1%eth0", Ring.OURSELVES),
        ("::ffff:127.0.0.1", Ring.OURSELVES),
        ("224.0.0.1", Ring.OURSELVES),
        ("10.1.2.3", Ring.NEAR),
        ("172.16.0.1", Ring.NEAR),
        ("192.168.1.1", Ring.NEAR),
        ("::ffff:192.168.1.1", Ring.NEAR),
        ("100.64.0.1", Ring.NEAR),
        ("fd00::1", Ring.NEAR),
        ("8.8.8.8", Ring.WORLD),
        ("2001:4860:4860::8888", Ring.WORLD),
    ],
)
def test_an_address_says_how_near_it_is(number: str, ring: Ring) -> None:
    assert ring_of_address(number) is ring


@pytest.mark.parametrize(
    ("name", "ring"),
    [
        ("localhost", Ring.OURSELVES),
        ("Preview.LocalHost.", Ring.OURSELVES),
        ("127.0.0.1", Ring.OURSELVES),
        ("intranet", Ring.NEAR),
        ("wiki.merebrook.local", Ring.NEAR),
        ("10.0.0.1", Ring.NEAR),
        ("www.gov.uk", Ring.WORLD),
        ("localhost.gov.uk", Ring.WORLD),
    ],
)
def test_a_name_says_what_it_can(name: str, ring: Ring) -> None:
    assert ring_of_name(name) is ring


def test_names_for_examples_are_known() -> None:
    assert is_for_examples("www.merebrook.example")
    assert is_for_examples("Something.INVALID.")
    assert not is_for_examples("www.example.org")
