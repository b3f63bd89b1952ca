"""Themes: folders of templates, tokens and assets, each standing on the one that it extends."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

from generator.making.contrast import Chosen, Palette, check_contrast, chosen
from generator.making.icons import FAVICON, HOME_SCREEN
from generator.making.mistranslated import mistranslations
from generator.making.theme_file import (
    COLOURS,
    Name,
    Setting,
    Settings,
    ThemeFile,
    read_theme_file,
    shown,
    why_unreadable,
)
from generator.reading.desk import closest
from generator.reading.names import fault_of_name, legible
from generator.shipped import themes_folder
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span
from generator.values import dataclass

_TEMPLATE_ENDING = ".jinja"
_LOGO = ("logo",)
_MARK = "assets/favicon.svg"
_FOLDERS = ("layouts", "pages", "parts", "gallery", "newsletter", "feeds", "hosting", "review", "report")
_ENDINGS = (".html", ".css", ".js", ".svg", ".txt", ".xml", ".json")

Tokens = Mapping[str, Any]  # a word, or a group of words by name


@dataclass(frozen=True, slots=True)
class Theme:
    """What templates see as `theme`, and where its files are: `folders` begin with the theme's own.

    Tokens and options are words, tokens by group; a child's stand over its parent's, name by name. `icons` are the
    pictures of its mark that are published beside the one in SVG.
    """

    name: str
    title: str
    tokens: Tokens
    options: Mapping[str, str]
    folders: tuple[Path, ...]
    icons: tuple[str, ...] = ()

    def assets(self) -> Iterator[tuple[str, Path]]:
        """Each asset's path below the site's root, `.jinja` included, and its file.

        Of several that are published under one name, that of the youngest theme wins.
        """
        found: dict[str, tuple[str, Path]] = {}
        for folder in reversed(self.folders):
            for asset, file in files_of(folder, "assets/"):
                found[published_name(asset)] = asset, file
        yield from sorted(found.values())


def files_of(folder: Path, below: str = "") -> Iterator[tuple[str, Path]]:
    """The files of a theme's folder, by their paths in it, in order. What has a hidden name, or lies in a folder that
    has one, such as `.git`, is no part of a theme: nobody would see that it has changed.
    """
    for file in sorted((folder / below).rglob("*")):
        path = file.relative_to(folder)
        if file.is_file() and not is_hidden(path.as_posix()):
            yield path.as_posix(), file


def is_hidden(path: str) -> bool:
    """Whether a path in a theme's folder has a hidden name, or lies in a folder that has one."""
    return any(step.startswith(".") for step in path.split("/"))


def is_template(asset: str) -> bool:
    return asset.endswith(_TEMPLATE_ENDING)


def published_name(asset: str) -> str:
    """The name that an asset has on the site."""
    return asset.removesuffix(_TEMPLATE_ENDING)


def templates_of(theme: Theme) -> dict[str, Path]:
    """Every template's file by its name, as others include it; the same name in a child wins."""
    return {
        name: file
        for folder in reversed(theme.folders)
        for name, file in files_of(folder)
        if is_template(name) or (name.partition("/")[0] in _FOLDERS and name.endswith(_ENDINGS))
    }


def papers_of(theme: Theme) -> dict[str, Path]:
    """The same of what is printed, which is written in another language."""
    return {
        name: file for folder in reversed(theme.folders) for name, file in files_of(folder) if name.endswith(".typ")
    }


def generation(file: Path, folders: Sequence[Path]) -> int:
    """Of which theme a file is: 0 for the theme itself, 1 for its parent, and so on."""
    return next((age for age, folder in enumerate(folders) if folder in file.parents), len(folders))


def names_in(places: Sequence[Path]) -> tuple[str, ...]:
    """The themes that are there, those of the first place first."""
    return tuple(dict.fromkeys(file.parent.name for place in places for file in sorted(place.glob("*/theme.yml"))))


def load_theme(
    name: str,
    places: tuple[Path, ...],
    sources: MutableMapping[str, Source],
    findings: list[Diagnostic],
    asked_at: Span,
) -> Theme | None:
    """The theme of that name from the first of the places that has one, joined with all that it extends.

    What is wrong with a theme.yml is a finding with its place in it; `sources` learns the text, to show it by. A theme
    with such findings is not to be shown, but may be looked at further.
    """
    chain = _chain(name, places, sources, findings, asked_at)
    if chain is None:
        return None
    for generation, file in enumerate(chain[:-1]):
        findings.extend(_unknown_names(file, chain[generation + 1 :]))
    findings.extend(_unknown_in_pairs(chain))
    for file in chain:
        findings.extend(_unreadable(file))
        findings.extend(mistranslations(file.folder, sources))
    findings.extend(check_contrast(_palettes(chain), (pair for file in chain for pair in file.pairs)))
    theme = Theme(
        name,
        chain[0].title,
        _by_group(_joined([file.tokens for file in chain])),
        MappingProxyType({path[0]: it.words for path, it in _joined([file.options for file in chain]).items()}),
        tuple(file.folder for file in chain),
    )
    findings.extend(_misnamed(theme))
    findings.extend(_missing_logo(theme, chain))
    return replace(theme, icons=_icons(theme))


def _chain(
    name: str,
    places: tuple[Path, ...],
    sources: MutableMapping[str, Source],
    findings: list[Diagnostic],
    asked_at: Span,
) -> list[ThemeFile] | None:
    """The theme and its parents; None after reporting one that is not there or cannot be read."""
    chain: list[ThemeFile] = []
    wanted = name
    while wanted:
        folder = _folder(wanted, places)
        if folder is None or folder in [file.folder for file in chain]:
            findings.append(_unknown(wanted, places, folder, asked_at))
            return None
        file = read_theme_file(folder, sources, findings)
        if file is None:
            return None
        chain.append(file)
        wanted, asked_at = file.extends, file.extends_at
    return chain


def _folder(wanted: str, places: Sequence[Path]) -> Path | None:
    """The first of the places that has the theme. A name is that of one folder in it, and never leads elsewhere."""
    if "/" in wanted or wanted.startswith(".") or fault_of_name(wanted):
        return None
    return next((place / wanted for place in places if (place / wanted / "theme.yml").is_file()), None)


def _unreadable(theme: ThemeFile) -> Iterator[Diagnostic]:
    """Found before anything is made: a template that cannot be read would stop us among the pages."""
    for file in sorted(theme.folder.rglob("*")):
        fault = why_unreadable(theme.folder, file)
        if fault:
            yield Diagnostic("unreadable-file", fault.why, Span(legible(file.as_posix()), 0, 0), fault.remedy)


def _misnamed(theme: Theme) -> Iterator[Diagnostic]:
    """Assets whose names not every disk can have, or can tell apart: a site is copied from one computer to another."""
    known: dict[str, str] = {}
    for asset, file in theme.assets():
        name = published_name(asset)
        place = Span(legible(shown(file)), 0, 0)
        for fault in filter(None, map(fault_of_name, name.split("/"))):
            yield Diagnostic("bad-file-name", f"its name {fault}", place, "give it another name")
        twin = known.setdefault(normalize("NFC", name.casefold()), name)
        if twin != name:
            is_of_accents = normalize("NFC", twin) == normalize("NFC", name)
            alike = "two ways to write an accent apart" if is_of_accents else "capitals from small letters"
            message = f"on a disk that does not tell {alike}, this is `{twin}`"
            yield Diagnostic("bad-file-name", message, place, "rename one of them")


def _unknown(wanted: str, places: tuple[Path, ...], found: Path | None, asked_at: Span) -> Diagnostic:
    if found is not None:
        return Diagnostic(
            "unknown-theme", f"the theme `{wanted}` extends itself", asked_at, "name another in `extends:`"
        )
    return Diagnostic("unknown-theme", f"there is no theme `{wanted}`", asked_at, closest(wanted, names_in(places)))


def _unknown_names(file: ThemeFile, parents: Sequence[ThemeFile]) -> Iterator[Diagnostic]:
    """Tokens and options that no parent has: nothing would read them. A theme without a parent says what there is."""
    tokens = _joined([parent.tokens for parent in parents])
    options = _joined([parent.options for parent in parents])
    for known, given, kind in ((tokens, file.tokens, "token"), (options, file.options, "option")):
        groups = tuple(dict.fromkeys(name[0] for name in known if len(name) > 1))
        for name, setting in given.items():
            if name not in known:
                yield _unknown_name(name, setting, known, groups, kind)


def _unknown_name(name: Name, setting: Setting, known: Settings, groups: tuple[str, ...], kind: str) -> Diagnostic:
    if name[-1] in groups and len(name) == 1:
        return Diagnostic(
            "wrong-type", f"`{name[0]}` is a group of {kind}s", setting.written_at, "give each of it a line of its own"
        )
    within = tuple(one[-1] for one in known if one[:-1] == name[:-1])
    if not within:  # the group itself is not known
        return Diagnostic(
            "unknown-field", f"`{name[0]}` is not a group of {kind}s", setting.named_at, closest(name[0], groups)
        )
    where = f"the group `{name[0]}`" if len(name) > 1 else "the theme"
    names = within if len(name) > 1 else (*within, *groups)
    message = f"`{name[-1]}` is not {'an' if kind == 'option' else 'a'} {kind} of {where}"
    return Diagnostic("unknown-field", message, setting.named_at, closest(name[-1], names))


def _unknown_in_pairs(chain: Sequence[ThemeFile]) -> Iterator[Diagnostic]:
    known = tuple(name[1] for name in _joined([file.tokens for file in chain]) if name[0] == COLOURS[0] and name[1:])
    for file in chain:
        for pair in file.pairs:
            for name in (pair.token, pair.on):
                if name not in known:
                    message = f"`{name}` is not a token of the group `{COLOURS[0]}`"
                    yield Diagnostic("unknown-field", message, pair.written_at, closest(name, known))


def _missing_logo(theme: Theme, chain: Sequence[ThemeFile]) -> Iterator[Diagnostic]:
    logo = _joined([file.options for file in chain]).get(_LOGO)
    known = tuple(published_name(asset) for asset, _ in theme.assets())
    if logo and logo.words and logo.words not in known:
        yield Diagnostic(
            "missing-linked-file",
            f"the theme has no file `{logo.words}`",
            logo.written_at,
            _near_logo(logo.words, known),
        )


def _near_logo(words: str, known: tuple[str, ...]) -> str:
    """The file that was meant, if its name is there in another folder or with other capitals."""
    wanted = words.rpartition("/")[2].lower()
    near = next((asset for asset in known if asset.rpartition("/")[2].lower() == wanted), "")
    put = "put it into the folder `assets` of the theme, and write `assets/` before its name"
    return f"did you mean `{near}`?" if near else put


def _icons(theme: Theme) -> tuple[str, ...]:
    """Those that the theme has itself; ours are drawn where the mark is ours, too."""
    published = {published_name(asset): file for asset, file in theme.assets()}
    mark = published.get(_MARK)
    is_ours = mark is not None and mark.resolve().is_relative_to(themes_folder().resolve())
    return tuple(name for name in (FAVICON, HOME_SCREEN) if is_ours or name in published)


def _joined(settings: Sequence[Settings]) -> Settings:
    """The first of them stands over those after it; the order of names is that of the last."""
    return {name: setting for one in reversed(settings) for name, setting in one.items()}


def _palettes(chain: Sequence[ThemeFile]) -> Mapping[str, Palette]:
    palettes: dict[str, dict[str, Chosen]] = {group: {} for group in COLOURS}
    for generation, file in reversed(list(enumerate(chain))):
        for name, setting in file.tokens.items():
            if name[0] in COLOURS and len(name) > 1 and (colour := chosen(setting, generation)):
                palettes[name[0]][name[1]] = colour
    return palettes


def _by_group(settings: Settings) -> Tokens:
    tokens: dict[str, str | dict[str, str]] = {}
    groups = {name[0] for name in settings if len(name) > 1}
    for name, setting in settings.items():
        if len(name) == 1 and name[0] in groups:
            continue  # a child gave the group no names, which was told: its parent's values stay
        if len(name) == 1:
            tokens[name[0]] = setting.words
        else:
            group = tokens.setdefault(name[0], {})
            if isinstance(group, dict):
                group[name[1]] = setting.words
    return tokens
