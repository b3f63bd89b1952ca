"""A whole content folder, read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from generator.domain.content import Content
from generator.domain.edition import Edition, Update
from generator.domain.library import Document, Image, Page, is_picture
from generator.domain.moved import new_ids
from generator.domain.programme import Acceptance
from generator.domain.prose import Prose
from generator.domain.saying import said
from generator.domain.statement import Statement
from generator.keeping.packing import pack, unpack
from generator.keeping.stamps import CLOSED
from generator.reading.desk import Desk, Rules, closest
from generator.reading.editions import read_edition, read_update
from generator.reading.files import Sources, Tree, read_tree
from generator.reading.library import read_documents, read_glossary, read_images, read_page
from generator.reading.limits import in_words, remedy
from generator.reading.measures import read_measures
from generator.reading.memory import Forgetful, Memory, Remembered
from generator.reading.programme import read_programme
from generator.reading.questions import read_questions
from generator.reading.records import FILE_NAME, read_record
from generator.reading.settings import ACCEPT
from generator.reading.statement import PATH as STATEMENT
from generator.reading.statement import read_statement
from generator.reading.workstreams import read_workstreams
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span
from generator.values import dataclass

T = TypeVar("T")

# Findings after which the ids that stand in a file are not all known.
_LOSE_IDS = frozenset(
    {
        "missing-file", "too-large", "unreadable-file", "bad-file-name",
        "not-utf8", "empty-file", "control-character", "yaml-syntax", "yaml-tab", "yaml-alias",
        "unclosed-quote", "too-deep", "colon-in-sentence", "wrong-type", "comment-swallows-words",
        "front-matter-not-closed", "unknown-heading", "bad-id", "unexpected-file", "unknown-workstream",
    }
)  # fmt: skip
_LOSE_ACTIONS = frozenset({"malformed-braces", "stray-braces", "pasted-bullet", "bullet-without-space"})


def _loses_ids(found: Diagnostic) -> bool:
    """In the lists at the root any error may lose the thing that it is in."""
    path, code = found.span.path, found.code
    is_action = code in _LOSE_ACTIONS and path.startswith("editions/")
    return found.severity is Severity.ERROR and (code in _LOSE_IDS or is_action or "/" not in path)


ShareOut = Callable[[Sequence[str], Callable[[Sequence[str]], dict[str, bytes]]], Iterable[dict[str, bytes]]]

FEWEST_TO_SHARE_OUT = 100  # files, from which on it pays to let others read some of them


class ReadContent(NamedTuple):  # most who ask take it apart at once
    """All that stands below a folder, the sources to show findings by, and the findings.

    Without a programme.yml that can be read there is no content; all other files are still read, for their findings.
    """

    content: Content | None
    sources: Sources
    findings: list[Diagnostic]


def read_content(
    root: Path,
    instead: Mapping[str, bytes | None] = MappingProxyType({}),
    memory: Memory | None = None,
    share_out: ShareOut | None = None,
) -> ReadContent:
    """Read a content folder. What the `memory` has of a file is not read again.

    `instead` holds files as they would be after a change, by path; None for one that would be gone. `share_out` gives
    shares of many paths to some who read them at the same time, and gives what each has made of its own.
    """
    memory = memory or Forgetful()
    tree, findings = read_tree(root, instead, memory)
    return ReadContent(_Reading(tree, findings, memory, share_out).content(), tree.sources, findings)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was made of an edition's folder, and what was found on the way."""

    edition: Edition | None
    findings: tuple[Diagnostic, ...]
    accepted: tuple[Acceptance, ...]


class _Reading:
    """One pass over a tree: programme.yml first, because its rules hold for every other file."""

    def __init__(self, tree: Tree, findings: list[Diagnostic], memory: Memory, share_out: ShareOut | None) -> None:
        self.tree = tree
        self.findings = findings
        self.memory = memory
        self.share_out = share_out
        self.ahead: dict[str, bytes] = {}
        self.rules = Rules()
        self.context = ""
        self.accepted: list[Acceptance] = []
        self.renamed: Mapping[str, str] = {}

    def desks(self, pattern: str) -> Iterable[Desk]:
        return (Desk(self.tree.sources[path], self.findings, self.rules) for path in self.tree.below(pattern))

    def read(self, path: str, reader: Callable[[Desk], T], context: str = "") -> T | None:
        """What the reader makes of a file, or has made of it; None where there is no such file with words.

        What it makes may depend on the file, on programme.yml and on what `context` tells, and on nothing else.
        """
        if path not in self.tree.sources:
            return None
        known = self.known(path, context)
        remembered = self.memory.recall(*known)
        if remembered is None:
            packed = self.ahead.pop(path, None)
            remembered = unpack(packed) if packed else self.read_anew(path, reader)
            self.memory.keep(*known, remembered, packed)
        if remembered.words:
            self.memory.hear(zip(_proses_in(remembered.value), remembered.words, strict=True))
        self.findings.extend(remembered.findings)
        result: T = remembered.value
        return result

    def known(self, path: str, context: str = "") -> tuple[str, str, str]:
        """By what the memory knows a file."""
        return path, self.tree.digests.get(path, ""), f"{self.context} {context}"

    def read_anew(self, path: str, reader: Callable[[Desk], T]) -> Remembered:
        found: list[Diagnostic] = []
        value = reader(Desk(self.tree.sources[path], found, self.rules))
        return Remembered(value, tuple(found), tuple(map(said, _proses_in(value))))

    def read_ahead(self, folders: Iterable[str], share_out: ShareOut) -> None:
        """The updates of which nothing is known, by all hands: one pair spends a fifth of a first build on them."""
        every = (path for folder in folders for path in self.update_paths(folder))
        new = [path for path in every if path in self.tree.sources and not self.memory.knows(*self.known(path))]
        if len(new) >= FEWEST_TO_SHARE_OUT:
            for packed in share_out(new, self.packed):
                self.ahead |= packed

    def packed(self, paths: Sequence[str]) -> dict[str, bytes]:
        return {path: pack(self.read_anew(path, read_update)) for path in paths}

    def content(self) -> Content | None:
        programme = None
        if found := self.read("programme.yml", read_programme):
            programme, self.rules, accepted = found
            self.accepted.extend(accepted)
            self.context = self.tree.digests["programme.yml"]
        workstreams = self.read("workstreams.yml", read_workstreams) or ()
        measures = self.read("measures.yml", read_measures) or ()
        documents = self.documents()
        terms = self.read("glossary.yml", read_glossary) or ()
        questions = self.read("questions.yml", read_questions) or ()
        pages, statement = tuple(self.pages()), self.statement()
        pictures = self.images([path for path in self.tree.others if path.startswith("images/")])
        known = frozenset(workstream.id for workstream in workstreams)
        self.renamed = new_ids(workstreams)
        order = {workstream.id: number for number, workstream in enumerate(workstreams)}
        folders = self.folders()
        if self.share_out:
            self.read_ahead(folders, self.share_out)
        editions = [edition for edition in (self.edition(path, known, order) for path in folders) if edition]
        if programme is None:
            return None
        return Content(
            programme=programme,
            workstreams=workstreams,
            measures=measures,
            documents=documents,
            images=pictures,
            terms=terms,
            pages=pages,
            statement=statement,
            questions=questions,
            editions=tuple(sorted(editions, key=lambda edition: edition.order)),
            accepted=tuple(self.accepted),
            unread=frozenset(found.span.path for found in self.findings if _loses_ids(found)) | self.lost(statement),
            undated=frozenset(found.span.path for found in self.findings if found.code == "bad-due"),
        )

    def documents(self) -> tuple[Document, ...]:
        sizes = {path: size for path, size in self.tree.others.items() if path.startswith("documents/")}
        return self.read("documents.yml", lambda desk: read_documents(desk, sizes), str(sorted(sizes.items()))) or ()

    def images(self, paths: Iterable[str]) -> tuple[Image, ...]:
        images, silent = read_images(
            self.desks(r"images/(?:.+/)?images\.yml"),
            [path for path in paths if is_picture(path)],
            self.rules.defaults.get("images"),
        )
        for folder in silent if self.rules.audiences is not None else ():
            self.report(
                "missing-audience",
                f"nothing says who may see the pictures in {folder}",
                folder,
                "write a file images.yml beside them with `for: [staff]` or the like, or `images:` under `for:` in "
                "programme.yml",
            )
        return images

    def pages(self) -> Iterable[Page]:
        for path in self.tree.below(r"pages/[^/]+\.md"):
            page, accepted = self.read(path, _page_with_accepted) or (None, ())
            self.accepted.extend(accepted)
            if page:
                yield page

    def statement(self) -> Statement | None:
        statement, accepted = self.read(STATEMENT, read_statement) or (None, ())
        self.accepted.extend(accepted)
        return statement

    def lost(self, statement: Statement | None) -> frozenset[str]:
        """The statement's file, where there is one of which no statement could be made."""
        return frozenset((STATEMENT,)) if statement is None and STATEMENT in self.tree.sizes else frozenset()

    def folders(self) -> list[str]:
        """The editions' folders, as many as there may be."""
        found = list(self.tree.editions)
        most = self.rules.limits.editions
        if len(found) > most:
            problem = f"there are {in_words(len(found))} editions; the limit is {in_words(most)}"
            self.report("too-large", problem, found[most], remedy("editions", "look for folders that were copied"))
        return found[:most]

    def edition(self, path: str, known: frozenset[str], order: Mapping[str, int]) -> Edition | None:
        """One edition with its updates. Where nothing in its folder has changed, nor what it is read by, it is as it
        was, with all that was found.
        """
        read_by = (self.context, self.tree.digests.get("workstreams.yml", ""))
        read = self.tree.editions[path].once(read_by, lambda: self.read_edition(path, known, order))
        self.findings.extend(read.findings)
        self.accepted.extend(read.accepted)
        return read.edition

    def read_edition(self, folder: str, known: frozenset[str], order: Mapping[str, int]) -> _Read:
        """With all that is found of it, and nothing of that among what was found of others."""
        others = self.findings, self.accepted
        self.findings, self.accepted = [], []
        try:
            edition = self.edition_anew(folder, known, order)
            return _Read(edition, tuple(self.findings), tuple(self.accepted))
        finally:
            self.findings, self.accepted = others

    def edition_anew(self, folder: str, known: frozenset[str], order: Mapping[str, int]) -> Edition | None:
        """In the order of the workstreams."""
        edition = None
        if found := self.read(f"{folder}/edition.md", read_edition):
            edition, accepted = found
            self.accepted.extend(accepted)
        elif self.tree.sizes.keys().isdisjoint((f"{folder}/edition.md", f"{folder}/{CLOSED}")):
            self.report(
                "missing-file",
                f"there is no edition.md in {folder}",
                f"{folder}/edition.md",
                "an edition's folder has one, with `published:` in its front matter and the letter below it",
            )
        updates = sorted(
            self.updates(folder, known), key=lambda update: (order.get(update.workstream, -1), update.workstream)
        )
        name = PurePosixPath(folder).name
        before = tuple(former.id for former in edition.moved_from) if edition else ()
        record = self.read(f"{folder}/{FILE_NAME}", lambda desk: read_record(desk, name, before), " ".join(before))
        if record and self.renamed:
            record = record.renamed(self.renamed)
        return None if edition is None else edition.having(tuple(updates), record)

    def update_paths(self, folder: str) -> list[str]:
        others = (f"{folder}/edition.md", f"{folder}/{FILE_NAME}")
        return [path for path in self.tree.editions[folder].digests if path not in others]

    def updates(self, folder: str, known: frozenset[str]) -> Iterable[Update]:
        for path in self.update_paths(folder):
            name = path.rpartition("/")[2].rpartition(".")[0]
            is_second = path.endswith(".yml") and f"{folder}/{name}.md" in self.tree.sizes
            if is_second:
                self.report(
                    "two-forms",
                    f"{name}.md and {name}.yml both hold this update",
                    path,
                    "keep one of them, with the words of both",
                )
            elif name not in known and known:
                self.report(
                    "unknown-workstream",
                    f"`{name}` is not a workstream in workstreams.yml",
                    path,
                    self.mended_name(name, path) or _choose_or_say_renamed(name, known),
                )
            update, accepted = self.read(path, read_update) or (None, ())
            self.accepted.extend(accepted)
            if update and not is_second:
                yield update

    def mended_name(self, name: str, path: str) -> str:
        """What to do about a file that has the old name of a workstream; nothing where it is no such name."""
        if name not in self.renamed:
            return ""
        now, (folder, _, file) = self.renamed[name], path.rpartition("/")
        names = sorted({it.rpartition("/")[2].rpartition(".")[0] for it in self.update_paths(folder)} - {name})
        beside = next((it for it in names if self.renamed.get(it, it) == now), "")
        if beside:
            return (
                f"`{now}` has an update here already, from `{beside}`: keep `{name}` in workstreams.yml, "
                "with its last day as `ended:`, and take it out of `moved-from`"
            )
        return f"that is `{now}` now: name it {now}.{file.rpartition('.')[2]}"

    def report(self, code: str, message: str, path: str, help: str) -> None:
        self.findings.append(Diagnostic(code, message, Span(path, 0, 0), help))


def _choose_or_say_renamed(name: str, known: frozenset[str]) -> str:
    """A name that is like none may be one that has been changed; a file renamed by hand alone would break links."""
    offered = closest(name, known)
    if offered.startswith("did you mean"):
        return offered
    renamed = f"if a workstream was called `{name}` before, say `moved-from: {name}` beside its id"
    return f"{offered}; {renamed}" if offered else f"name the file after the workstream's id; {renamed}"


def _proses_in(read: object) -> Iterator[Prose]:
    """Those of an update, which is read together with what its writer has accepted."""
    if isinstance(read, tuple) and read and isinstance(read[0], Update):
        yield read[0].introduction
        yield from (prose for action in read[0].actions for prose in (action.text, action.plain) if prose is not None)


def _page_with_accepted(desk: Desk) -> tuple[Page | None, tuple[Acceptance, ...]]:
    page, values = read_page(desk)
    return page, tuple(values.of(ACCEPT, ())) if values else ()
