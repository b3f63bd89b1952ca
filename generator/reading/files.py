"""The files of a content folder: which there are, and the text of those that hold words."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

_ROOT_FILES = ("programme.yml", "workstreams.yml", "measures.yml", "glossary.yml", "documents.yml")
REQUIRED_FILES = _ROOT_FILES[:2]
_LEFT_BY_PROGRAMS = ("thumbs.db", "desktop.ini")
_READ = re.compile(
    r"(?:" + "|".join(re.escape(name) for name in _ROOT_FILES) + r"|pages/[^/]+\.md|images/(?:.+/)?images\.yml"
    r"|editions/[^/]+/[^/]+\.(?:md|yml))"
)
_TAKEN_AS_IT_IS = re.compile(r"(?:documents|images)/.+")

# Everything that is no text: C0 and C1 controls but tab and line ends, the line separators that YAML would obey, a byte
# order mark in mid-text, and a carriage return alone.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Tree:
    """A content folder: `sources` are the texts and `sizes` the lengths in bytes of all files, by path below `root`."""

    root: Path
    sources: dict[str, Source]
    sizes: dict[str, int]

    def below(self, pattern: str) -> list[str]:
        """The paths of the sources that match a pattern, in order."""
        return sorted(path for path in self.sources if re.fullmatch(pattern, path))


def read_tree(root: Path) -> tuple[Tree, list[Diagnostic]]:
    """Read every file that holds words. Hidden files, README files and what programs leave behind are passed over."""
    findings: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    sizes: dict[str, int] = {}
    for path in sorted(_paths(root)):
        sizes[path] = (root / path).stat().st_size
        if _READ.fullmatch(path):
            text = decode((root / path).read_bytes(), path, findings)
            if text is not None:
                sources[path] = Source(path, text)
        elif not _TAKEN_AS_IT_IS.fullmatch(path) and not PurePosixPath(path).name.lower().startswith("readme"):
            findings.append(_unexpected(path))
    for name in REQUIRED_FILES:
        if name not in sizes:
            findings.append(
                Diagnostic(
                    "missing-file",
                    f"there is no {name}",
                    Span(name, 0, 0),
                    "every programme has one; `golden explain missing-file` shows what stands in it",
                )
            )
    return Tree(root, sources, sizes), findings


def decode(data: bytes, path: str, findings: list[Diagnostic]) -> str | None:
    """The words of a file in UTF-8, with or without a byte order mark; None for bytes that are no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        findings.append(
            Diagnostic(
                "not-utf8",
                f"line {line} is not UTF-8 text, from its character {column} on",
                Span(path, 0, 0),
                "save the file again with the encoding UTF-8",
            )
        )
        return None
    if not text.strip():
        findings.append(Diagnostic("empty-file", "this file is empty", Span(path, 0, 0), "write it, or remove it"))
        return None
    for found in _CONTROL.finditer(text):
        findings.append(
            Diagnostic(
                "control-character",
                f"the invisible character U+{ord(found.group()):04X} stands here",
                Span(path, found.start(), found.end()),
                "delete it",
            )
        )
    return _CONTROL.sub(" ", text)


def _paths(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in _kept(files):
            yield (Path(folder) / name).relative_to(root).as_posix()


def _kept(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not name.startswith((".", "~$")) and name.lower() not in _LEFT_BY_PROGRAMS:
            yield name


def _unexpected(path: str) -> Diagnostic:
    """A file that nothing reads. Where it holds words, they would be lost, which is an error."""
    has_words = path.endswith((".md", ".yml", ".yaml"))
    help_ = (
        "end its name in `.yml`" if path.endswith(".yaml") else "look at its name and its folder, or move it elsewhere"
    )
    return Diagnostic(
        "unexpected-file",
        "nothing reads this file",
        Span(path, 0, 0),
        help_,
        weight=Severity.ERROR if has_words else None,
    )
