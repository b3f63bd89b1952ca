"""Fuzzing that learns which bytes lead to new code: `python -m tests.hostile.guided markdown|yaml FOLDER`.

FOLDER keeps what was learnt; libFuzzer's own options may follow. At a traceback or a hang it ends with another code
than 0, and leaves there the bytes that did it.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator", "markdown_it", "mdit_py_plugins"]):
    from tests.reading.readers import AWKWARD_WORDS, READERS, REAL, read, reader_for

ENDINGS = {"markdown": ".md", "yaml": ".yml"}
WORDS = (
    "published: 2020-01-31", "title: ", "for: [staff]", "accept:", "## Completed", "## Future actions", "::: staff",
    "{#a due=\"March 2020\"}", "for=staff", "- id: a\n", "text: |\n  ", "future:\n", "limits: {items: 2}",
    "| a |\n| - |\n", "[^1]: ", "[a]: b", "https://a.example", "action:a", "&#x202E;", "<b>", "C:\\\\a\\\\b",
)  # fmt: skip


def readers(kind: str) -> list[str]:
    return sorted(path for path in READERS if path.endswith(ENDINGS[kind]))


def lay_corpus(kind: str, folder: Path) -> None:
    """Every file of the sample that one of the readers takes, as bytes that choose the reader."""
    paths = readers(kind)
    for number, file in enumerate(file for file in REAL if reader_for(file) in paths and file.suffix == ENDINGS[kind]):
        (folder / f"sample-{number}").write_bytes(bytes([paths.index(reader_for(file))]) + file.read_bytes())


def lay_words(file: Path) -> None:
    """What libFuzzer puts in by itself: one quoted word a line, with all that is not plain as hexadecimal."""
    words = (*WORDS, *AWKWARD_WORDS)
    spelt = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    file.write_text("".join(f'"{word}"\n' for word in spelt))


def main(kind: str, folder: Path, options: list[str]) -> None:
    paths = readers(kind)

    def one(data: bytes) -> None:
        if data:
            read(paths[data[0] % len(paths)], data[1:].decode("utf-8", "ignore"))

    (folder / "corpus").mkdir()
    lay_corpus(kind, folder / "corpus")
    lay_words(folder / "words.dict")
    ours = [f"-dict={folder}/words.dict", f"-artifact_prefix={folder}/", "-timeout=10", "-max_len=4096"]
    atheris.Setup([sys.argv[0], *ours, *options, str(folder / "corpus")], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
