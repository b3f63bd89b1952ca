"""Small programmes written in Markdown: each fenced block is a file, laid over the smallest sound programme.

A block's info string names the file, perhaps after the language: `yaml programme.yml`. What follows the path is for
the reader of the example (`wrong`, `mended`), but for `in Windows-1252` and the like, which name the encoding. In a
block `\\u{2028}` stands for a character, and `\\x{ff}` for a byte, that Markdown cannot hold or nobody would see. A
block `missing` lists files that are not there; a block `folder` lists files that are there, whatever is in them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks.all import check_all
from generator.checks.weighing import weigh
from generator.domain.content import Content
from generator.reading.content import read_content
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.source import Source

TESTS = Path(__file__).parent
ON = date(2020, 2, 1)  # the day on which examples are looked at
SMALLEST = TESTS / "programmes" / "smallest"

Files = Mapping[str, bytes]

_BLOCK = re.compile(
    r"^(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL
)
_LANGUAGES = ("yaml", "markdown", "text")
_ENCODING = re.compile(r"\bin (?P<encoding>Windows-1252|UTF-16)\b")
_ESCAPE = re.compile(r"\\(?:u\{(?P<character>[0-9a-f]+)\}|x\{(?P<byte>[0-9a-f]{2})\})")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: the words of its info string, without the language, and what stands in it."""

    words: tuple[str, ...]
    body: str
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def bytes(self) -> bytes:
        return b"".join(_bytes(self.body, self.encoding))


def blocks_of(markdown: str) -> tuple[Block, ...]:
    return tuple(_block(found["info"], found["body"]) for found in _BLOCK.finditer(markdown))


def _block(info: str, body: str) -> Block:
    words = tuple(info.split())
    encoding = _ENCODING.search(info)
    return Block(
        words[1:] if words and words[0] in _LANGUAGES else words, body, encoding["encoding"] if encoding else "utf-8"
    )


def _bytes(body: str, encoding: str) -> Iterator[bytes]:
    at = 0
    for escape in _ESCAPE.finditer(body):
        yield body[at : escape.start()].encode(encoding)
        yield (bytes.fromhex(escape["byte"]) if escape["byte"] else chr(int(escape["character"], 16)).encode(encoding))
        at = escape.end()
    yield body[at:].encode(encoding)


def smallest() -> dict[str, bytes]:
    """The files of the smallest sound programme."""
    paths = (path for path in SMALLEST.rglob("*") if path.is_file() and path.name != "README.md")
    return {path.relative_to(SMALLEST).as_posix(): path.read_bytes() for path in paths}


def programme_of(blocks: Sequence[Block]) -> dict[str, bytes]:
    """The smallest programme with the blocks laid over it."""
    files = smallest()
    for block in blocks:
        if block.name == "missing":
            for path in block.body.split():
                del files[path]
        elif block.name == "folder":
            files |= {path: b"anything" for path in block.body.split() if path not in files}
        else:
            files[block.name] = block.bytes
    return files


def write_files(files: Files, folder: Path) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def files_in(folder: Path) -> dict[str, bytes]:
    """All files of a folder and of those in it, by their paths below it."""
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def findings_in(
    folder: Path, further: Callable[[Content], Iterable[Diagnostic]] = lambda _: (), on: date = ON
) -> tuple[tuple[Diagnostic, ...], Mapping[str, Source]]:
    """What reading and checking find, as `golden check` does before it makes pages."""
    content, sources, findings = read_content(folder)
    if content is not None:
        findings.extend(further(content))
        findings.extend(check_all(content, sources, on))
    return in_order(weigh(findings, content)), sources
