"""A content folder as the commands that write in it need it: what was read, and the texts that it was read from."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.checks import identity
from generator.domain.content import Content
from generator.reading.content import read_content
from generator.reading.decoding import UTF8_MARK
from generator.reading.desk import Desk, Rules
from generator.reading.programme import read_programme
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.source import Source
from generator.values import dataclass

Sources = Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class SourcedContent:
    """The content, the texts of its files by path, and the rules by which these were read."""

    content: Content
    sources: Sources
    rules: Rules

    @property
    def frozen(self) -> frozenset[str]:
        """The editions that have a record, whatever stands in it."""
        return frozenset(path.split("/")[1] for path in self.sources if path.endswith("/frozen.yml"))


def read_sourced_content(root: Path) -> tuple[SourcedContent | None, Sources, list[Diagnostic]]:
    """None for the first where there is no programme.yml that can be read; then the texts by path, and the findings."""
    content, sources, findings = read_content(root)
    if content is None:
        return None, sources, findings
    _, rules, _ = read_programme(Desk(sources["programme.yml"], []))
    return SourcedContent(content, sources, rules), sources, findings


def as_on_disk(content: Path, sources: Iterable[Source]) -> dict[Path, bytes]:
    """Texts as the bytes of their files, each with the byte order mark that the file has, if it is still there."""
    by_path = {content / it.path: it.text.encode() for it in sources}
    return {it: (UTF8_MARK if _has_mark(it) else b"") + data for it, data in by_path.items()}


def _has_mark(path: Path) -> bool:
    try:
        return path.read_bytes().startswith(UTF8_MARK)
    except FileNotFoundError:
        return False


def what_hides_promises(sourced: SourcedContent | None, findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors by which some promise may not be known: all of reading, and two actions under one id."""
    clashes = list(identity.check(sourced.content)) if sourced else []
    return in_order(finding for finding in (*findings, *clashes) if finding.severity is Severity.ERROR)
