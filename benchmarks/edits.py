"""What a writer does between two builds. Each changes one file, but for the new edition, which is a folder of its own.

`turn` makes each edit another than the last.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.contents import Size, edition_name, write_edition

THEME = "ours"
_ACCENTS = ("#0a4a50", "#14406b", "#5a2a4d", "#3d4a12")
_COUNTED = re.compile(r"( Counted again: \d+\.)?( \{#)")
_POSTSCRIPT = re.compile(r"( A word more: \d+\.)?(\n|$)")

Edit = Callable[[Path, Size, int], Path]


def lay_theme(content: Path, turn: int = 0) -> Path:
    """The council's own theme beside the content, with an accent of its own, in place of the one that it extends.

    Its site has no index to search in: `python -m benchmarks.search` measures that alone.
    """
    file = content.parent / "themes" / THEME / "theme.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    accent = _ACCENTS[turn % len(_ACCENTS)]
    _put(
        file,
        f'name: {THEME}\ntitle: Ours\nextends: council\noptions: {{search: ""}}\n'
        f'tokens:\n  colour:\n    accent: "{accent}"\n',
    )
    programme = content / "programme.yml"
    text = programme.read_text(encoding="utf-8")
    if (changed := text.replace("theme: council", f"theme: {THEME}")) != text:
        _put(programme, changed)
    return file


def accent(content: Path) -> str:
    """The accent that the theme has now."""
    text = (content.parent / "themes" / THEME / "theme.yml").read_text(encoding="utf-8")
    return text.split('accent: "')[1].split('"')[0]


def edit_action(content: Path, size: Size, turn: int) -> Path:
    """Other words in the first action of the last edition that everyone reads in the same words."""
    file = last_edition(content, size) / "workstream-1.md"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(
        at for at, line in enumerate(lines) if line.startswith("- ") and _is_for_all(line, lines[at + 2 : at + 3])
    )
    lines[at] = _COUNTED.sub(rf" {counted_again(turn)}\2", lines[at], count=1)
    return _put(file, "".join(lines))


def _is_for_all(line: str, below: list[str]) -> bool:
    return "for=staff" not in line and not any(it.startswith("  >") for it in below)


def counted_again(turn: int) -> str:
    """The words that an edited action has, and no other."""
    return f"Counted again: {turn}."


def edit_letter(content: Path, size: Size, turn: int) -> Path:
    """Another sentence at the end of the first paragraph of the last letter."""
    file = last_edition(content, size) / "edition.md"
    front, letter = file.read_text(encoding="utf-8").split("\n---\n", 1)
    letter = _POSTSCRIPT.sub(rf" A word more: {turn}.\2", letter, count=1)
    return _put(file, f"{front}\n---\n{letter}")


def edit_theme(content: Path, size: Size, turn: int) -> Path:
    return lay_theme(content, 1 + turn % (len(_ACCENTS) - 1))


def add_edition(content: Path, size: Size, turn: int) -> Path:
    """The month after the last; gives its folder."""
    write_edition(content, size, size.editions)
    return content / "editions" / edition_name(size.editions)


def last_edition(content: Path, size: Size) -> Path:
    return content / "editions" / edition_name(size.editions - 1)


def _put(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


EDITS: Mapping[str, Edit] = {
    "one action edited": edit_action,
    "one letter edited": edit_letter,
    "theme edited": edit_theme,
    "one new edition": add_edition,
}
