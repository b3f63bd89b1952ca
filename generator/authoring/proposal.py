"""A content folder as it would be after some changes, which are read and checked before any of them is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from generator.checks.all import check_content
from generator.domain.content import Content
from generator.reading.content import ReadContent, read_content
from generator.reading.decoding import UTF8_MARK
from generator.reading.standing import place_of
from generator.text import UserError
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source


class CannotChangeError(UserError):
    """A file cannot be changed without changing more than was asked for: one line of words that names it."""


class Proposal:
    """`files` are the changed files as they will be, by path, and `before` what they were changed from; all others are
    as they stand.
    """

    def __init__(self, root: Path, sources: Mapping[str, Source]) -> None:
        self.root = root
        self.files: dict[str, bytes] = {}
        self.before: dict[str, bytes] = {}
        self._sources = dict(sources)

    def source(self, path: str) -> Source:
        return self._sources[path]

    def paths(self, below: str = "") -> list[str]:
        return sorted(path for path in self._sources if path.startswith(below))

    def change(self, path: str, text: str) -> None:
        """Keeps the file's byte order mark. Raises CannotChangeError where its bytes are not the text that was read."""
        if text == self._sources[path].text:
            return
        written = self.files.get(path) or place_of(self.root, path).read_bytes()
        mark = UTF8_MARK if written.startswith(UTF8_MARK) else b""
        if written != mark + self._sources[path].text.encode():
            raise CannotChangeError(f"`{path}` holds characters that nobody sees: mend what `golden check` finds in it")
        self.before.setdefault(path, written)
        self.files[path] = mark + text.encode()
        self._sources[path] = Source(path, text)

    def read(self) -> ReadContent:
        return read_content(self.root, self.files)


def all_findings(content: Content, findings: Iterable[Diagnostic], on: date) -> list[Diagnostic]:
    return [*findings, *check_content(content, on)]


def new_errors(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The errors that were not there before, wherever in its file each of them stands by now."""
    known = Counter(map(_what, before))
    new = []
    for finding in after:
        if finding.severity is Severity.ERROR:
            known[_what(finding)] -= 1
            if known[_what(finding)] < 0:
                new.append(finding)
    return new


def _what(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.code, finding.message, finding.span.path
