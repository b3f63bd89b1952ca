"""A template that a theme has copied from the one that it extends, and whether that has changed since.

The first line of a copy says what it is a copy of. That line is never sent: it is a comment of the template's own
language.
"""

import re
from collections.abc import Iterator, MutableMapping
from hashlib import sha256
from pathlib import Path

from generator.making.theme import Theme, files_of
from generator.making.theme_file import shown, span_in
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source

_DIGITS = 12
_WORDS = "Copied from `{theme}` of version {version}, {digest}: `golden theme check` tells when that changes."
MARK = re.compile(rf"Copied from `(?P<theme>[^`]+)` of version (?P<version>\S+), (?P<digest>[0-9a-f]{{{_DIGITS}}})")
_TYPST = ".typ"


def copied(theme: Theme, name: str, version: str) -> bytes | None:
    """What a child of the theme may put at the path `name` to begin with: the same words below a line that says where
    they are from. None where no theme has a file of words there.
    """
    file = _nearest(theme.folders, name)
    text = _text_of(file) if file else None
    if file is None or text is None:
        return None
    words = _WORDS.format(theme=_theme_of(file, name), version=version, digest=_digest(text))
    line = f"// {words}\n" if name.endswith(_TYPST) else f"{{# {words} #}}\n"
    return (line + _without_mark(text)).encode("utf-8")


def changed_since(theme: Theme, sources: MutableMapping[str, Source]) -> Iterator[Diagnostic]:
    """The copies of the theme, and of all that it extends, whose pattern has changed since, or has gone."""
    for age, folder in enumerate(theme.folders[:-1]):
        for name, file in files_of(folder):
            text = _text_of(file)
            mark = MARK.search(_first_line(text)) if text else None
            if mark is None:
                continue
            pattern = _nearest(theme.folders[age + 1 :], name)
            now = _text_of(pattern) if pattern else None
            if pattern is None or now is None:
                why = f"`{mark['theme']}` had this template in version {mark['version']}, and has it no longer"
                remedy = "take the file out, or its first line if you go on with it"
            elif _digest(now) == mark["digest"]:
                continue
            else:
                why = (
                    f"`{mark['theme']}` has changed the template that this was copied from in version {mark['version']}"
                )
                remedy = (
                    f"look at what is new in {shown(pattern)}, take over what you need, "
                    f"and write `{_digest(now)}` in place of `{mark['digest']}`"
                )
            yield Diagnostic("copy-is-old", why, span_in(file, 1, sources), remedy)


def _nearest(folders: tuple[Path, ...], name: str) -> Path | None:
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _theme_of(file: Path, name: str) -> str:
    return file.parents[name.count("/")].name


def _text_of(file: Path) -> str | None:
    """None for what is no text, such as a typeface."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _without_mark(text: str) -> str:
    return text.partition("\n")[2] if MARK.search(_first_line(text)) else text


def _digest(text: str) -> str:
    """Of the words alone: not of how lines end, nor of what the first line says that it was copied from."""
    return sha256("\n".join(_without_mark(text).splitlines()).encode("utf-8")).hexdigest()[:_DIGITS]
