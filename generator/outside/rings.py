"""How near to us a server stands: on this machine, on a network of our own, or in the world."""

from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address

# Source: RFC 6761 (special-use names), RFC 6762 (.local), RFC 8375 (home.arpa); .internal was set aside by ICANN in
# 2024. The others are in wide use within organisations, and no registry has them.
_NEAR_ENDINGS = (".local", ".internal", ".home.arpa", ".lan", ".corp", ".intranet", ".private")
_EXAMPLE_ENDINGS = (".example", ".test", ".invalid")


class Ring(IntEnum):
    """The nearer, the smaller. OURSELVES is all that serves this machine alone, as a cloud's account of it does."""

    OURSELVES = 0
    NEAR = 1
    WORLD = 2


def ring_of_address(number: str) -> Ring:
    """Of an IP address; an IPv6 one may name its network after a `%`. Raises ValueError for what is none."""
    found = ip_address(number.partition("%")[0])
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if _is_for_one_machine(found):
        return Ring.OURSELVES
    return Ring.WORLD if found.is_global else Ring.NEAR


def _is_for_one_machine(found: IPv4Address | IPv6Address) -> bool:
    return found.is_loopback or found.is_link_local or found.is_unspecified or found.is_multicast


def ring_of_name(host: str) -> Ring:
    """As far as the name alone tells; a name may still stand for an address that is nearer."""
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return Ring.OURSELVES
    try:
        return ring_of_address(name)
    except ValueError:
        return Ring.NEAR if "." not in name or name.endswith(_NEAR_ENDINGS) else Ring.WORLD


def is_for_examples(host: str) -> bool:
    """Whether no site can ever have this name. Source: RFC 6761, section 6."""
    return host.lower().rstrip(".").endswith(_EXAMPLE_ENDINGS)
