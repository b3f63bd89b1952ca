"""Which requests the preview answers, and which file each asks for: decided by the words of the request alone."""

import re
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(?::(?P<port>[0-9]{1,5}))?")
_INDEX = "index.html"
_KNOWN = ".well-known"  # the one folder of a site that is hidden elsewhere; source: RFC 8615


def names_for(host: str, machine: str) -> frozenset[str]:
    """The names by which a browser may call a server on that host; `machine` is what the machine itself is called.

    A page from elsewhere can have its own name lead to us, but never one of these.
    """
    own = f"[{host}]" if ":" in host else host
    return frozenset(name.lower() for name in (*_LOOPBACK, own, machine) if name)


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_called_rightly(host: str, port: int, names: Collection[str], *, by_any_number: bool) -> bool:
    """Whether the Host of a request is one of ours. `by_any_number` allows every IP address: a number cannot be made
    to lead elsewhere, and a server that listens on all of a machine's addresses does not know them.
    """
    parts = _HOST.fullmatch(host)
    if parts is None or int(parts["port"] or 80) != port:
        return False
    name = parts["name"].lower()
    return name in names or (by_any_number and _is_number(name))


def _is_number(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def is_from_here(origin: str | None, site: str | None, mode: str | None, host: str) -> bool:
    """Whether a request comes from one of our own pages, or from somebody who typed or followed an address.

    `origin`, `site` and `mode` are what the browser says of it (Origin, Sec-Fetch-Site, Sec-Fetch-Mode); a browser that
    says nothing is believed. Source: Fetch Metadata Request Headers, https://www.w3.org/TR/fetch-metadata/
    """
    if origin is not None and origin.lower() != f"http://{host}".lower():
        return False
    return site in (None, "same-origin", "none") or mode == "navigate"


def wanted(raw: str) -> tuple[str, str] | None:
    """The site and the path in it that an address asks for, as it stood in the request; None for what no site has.

    A folder stands for its index.html; the path is empty where a site is named without the `/` that it ends in. Nothing
    is opened by that: it is looked up among the files that are made.
    """
    try:
        whole = unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not whole.startswith("/") or "\\" in whole or not whole.isprintable():
        return None
    site, _, path = whole[1:].partition("/")
    parts = [site, *path.split("/")]
    hidden = any(part.startswith(".") and part != _KNOWN for part in parts[1:])
    if not all(parts[:-1]) or site.startswith(".") or hidden:
        return None
    is_folder = path.endswith("/") or (not path and whole.endswith("/"))
    return site, f"{path}{_INDEX}" if is_folder else path


def as_folder(path: str) -> str:
    """The page that would stand there if the address of a file were that of a folder; an empty one is a site's own."""
    return f"{path}/{_INDEX}" if path else _INDEX
