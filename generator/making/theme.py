"""Themes: folders of templates, tokens and assets, each standing on the one that it extends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.reading.desk import Desk, closest
from generator.reading.files import decode
from generator.reading.yaml import Mapping as YamlMapping
from generator.reading.yaml import Node, Sequence, Word, read_yaml
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

_FIELDS = ("name", "title", "extends", "options", "tokens")
_MOST_PARENTS = 8
_TEMPLATE_ENDING = ".jinja"


@dataclass(frozen=True, slots=True)
class Theme:
    """What templates see as `theme`, and where its files are: `folders` begin with the theme's own.

    Tokens and options are words; a child's stand over its parent's, name by name.
    """

    name: str
    title: str
    tokens: Mapping[str, Any]
    options: Mapping[str, Any]
    folders: tuple[Path, ...]

    def assets(self) -> Iterator[tuple[str, Path]]:
        """Each asset's path below the site's root, `.jinja` included, and its file; the same path in a child wins."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for file in sorted((folder / "assets").rglob("*")):
                if file.is_file() and not file.name.startswith("."):
                    found[file.relative_to(folder).as_posix()] = file
        yield from sorted(found.items())


def is_template(asset: str) -> bool:
    return asset.endswith(_TEMPLATE_ENDING)


def published_name(asset: str) -> str:
    """The name that an asset has on the site."""
    return asset.removesuffix(_TEMPLATE_ENDING)


def load_theme(
    name: str, places: tuple[Path, ...], sources: dict[str, Source], findings: list[Diagnostic], asked_at: Span
) -> Theme | None:
    """The theme of that name from the first of the places that has one, joined with all that it extends.

    What is wrong with a theme.yml is a finding with its place in it; `sources` learns the text, to show it by.
    """
    chain: list[tuple[Path, dict[str, Any]]] = []
    wanted = name
    while wanted:
        folder = next((place / wanted for place in places if (place / wanted / "theme.yml").is_file()), None)
        if folder is None or folder in [seen for seen, _ in chain] or len(chain) == _MOST_PARENTS:
            findings.append(_unknown(wanted, places, folder, asked_at))
            return None
        read = _read_theme_file(folder, sources, findings)
        if read is None:
            return None
        chain.append((folder, read))
        asked_at = Span(_shown(folder / "theme.yml"), 0, 0)
        wanted = str(read.get("extends", ""))
    merged: dict[str, Any] = {}
    for _, read in reversed(chain):
        merged = _merged(merged, read)
    return Theme(
        name,
        str(merged.get("title", name)),
        merged.get("tokens", {}),
        merged.get("options", {}),
        tuple(folder for folder, _ in chain),
    )


def _unknown(wanted: str, places: tuple[Path, ...], found: Path | None, asked_at: Span) -> Diagnostic:
    if found is not None:
        return Diagnostic(
            "unknown-theme", f"the theme `{wanted}` extends itself", asked_at, "name another in `extends:`"
        )
    known = tuple(file.parent.name for place in places for file in place.glob("*/theme.yml"))
    return Diagnostic("unknown-theme", f"there is no theme `{wanted}`", asked_at, closest(wanted, known))


def _read_theme_file(folder: Path, sources: dict[str, Source], findings: list[Diagnostic]) -> dict[str, Any] | None:
    path = _shown(folder / "theme.yml")
    text = decode((folder / "theme.yml").read_bytes(), path, findings)
    if text is None:
        return None
    sources[path] = Source(path, text)
    desk = Desk(sources[path], findings)
    node = read_yaml(desk)
    if not isinstance(node, YamlMapping):
        return None
    for key, _ in node.entries:
        if key.text not in _FIELDS:
            desk.report(
                "unknown-field", f"`{key.text}` is not a field of a theme", key.span, closest(key.text, _FIELDS)
            )
    return {key.text: _plain(value) for key, value in node.entries}


def _shown(file: Path) -> str:
    """A theme's file as messages name it: whole, since themes may stand anywhere."""
    return file.resolve().as_posix()


def _plain(node: Node) -> Any:
    match node:
        case Word():
            return node.text
        case Sequence():
            return tuple(_plain(item) for item in node.items)
        case YamlMapping():
            return {key.text: _plain(value) for key, value in node.entries}


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for name, value in child.items():
        both_are_groups = isinstance(value, Mapping) and isinstance(merged.get(name), Mapping)
        merged[name] = _merged(merged[name], value) if both_are_groups else value
    return merged
