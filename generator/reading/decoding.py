"""The bytes of a file as words."""

from itertools import islice

from generator.reading.characters import UNSEEN, name_of, remedy_for
from generator.reading.limits import USUAL
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

# What stands before the text where a program has said by it how the text is encoded.
UTF8_MARK, _UTF16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, path: str, findings: list[Diagnostic]) -> str | None:
    """The words of a file in UTF-8, with or without a byte order mark; None for bytes that are no text."""
    data = data.removeprefix(UTF8_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.append(_not_utf8(path, data, error.start))
        return None
    if "\0" in text:  # every second byte of UTF-16 in our alphabet
        findings.append(_not_utf8(path, data, data.index(0)))
        return None
    if not text.strip():
        findings.append(Diagnostic("empty-file", "this file is empty", Span(path, 0, 0), "write it, or remove it"))
        return None
    for found in islice(UNSEEN.finditer(text), USUAL.findings):  # any one of them is an error
        findings.append(
            Diagnostic(
                "control-character",
                f"a character that nobody sees stands here ({name_of(found.group())})",
                Span(path, found.start(), found.end()),
                remedy_for(found.group()),
            )
        )
    return UNSEEN.sub(lambda found: "\n" if found.group() == "\r" else " ", text)


def _not_utf8(path: str, data: bytes, at: int) -> Diagnostic:
    """The first place that is not UTF-8; lines and characters count from 1."""
    before = data[:at].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    is_utf16 = data.startswith(_UTF16_MARKS) or data[at : at + 1] == b"\0"
    return Diagnostic(
        "not-utf8",
        f"this file is saved in {'UTF-16' if is_utf16 else 'another encoding than UTF-8'}",
        Span(path, 0, 0),
        "save it again with the encoding UTF-8; in Notepad, choose it beside the Save button",
        f"the first place that cannot be read is in line {line}, at character {column}",
    )
