"""Every outside address of the content that can be asked, with the places where it stands."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.checks.words import every_prose
from generator.domain.content import Content
from generator.domain.prose import Link, runs_in
from generator.domain.target import Outside, parse_target, scheme_of
from generator.text.source import Span

WEB = ("https", "http")


def outside_addresses(content: Content) -> Mapping[str, tuple[Span, ...]]:
    """Each address as it is written, in order, with all its places. Telephone numbers and e-mail are not asked."""
    found: dict[str, set[Span]] = {}
    for address, place in _written(content):
        if scheme_of(address) in WEB:
            found.setdefault(address, set()).add(place)
    places = {address: tuple(sorted(spans)) for address, spans in found.items()}
    return dict(sorted(places.items(), key=lambda item: item[1][0]))


def _written(content: Content) -> Iterator[tuple[str, Span]]:
    if content.programme.open_data.licence:
        yield content.programme.open_data.licence.address, content.programme.open_data.licence.address_at
    for prose in every_prose(content):
        for run in runs_in(prose):
            if isinstance(run, Link):
                target = parse_target(run.target, run.written_at.path)
                if isinstance(target, Outside):
                    yield target.address, run.written_at


def host_of(address: str) -> str:
    """In small letters, without its port; empty where there is none that could be read."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def origin_of(address: str) -> str:
    """Its scheme, host and port, as they are written. Only of an address that can be asked for."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
