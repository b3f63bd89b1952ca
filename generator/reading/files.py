"""The files of a content folder: which there are, and the text of those that hold words."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.domain.library import DRAWINGS, PHOTOGRAPHS
from generator.keeping.stamps import Files, Stamp, is_left_by_system, is_plain
from generator.reading.bounds import limits_in
from generator.reading.decoding import decode
from generator.reading.folders import Folder
from generator.reading.limits import USUAL, in_words, remedy
from generator.reading.memory import Forgetful, Memory, Note
from generator.reading.names import fault_of_name, is_for_keepers, is_left_by_word, legible
from generator.reading.standing import composed, fault_of_place, place_of, remedy_for_place
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span
from generator.values import dataclass

_ROOT_FILES = ("programme.yml", "workstreams.yml", "measures.yml", "glossary.yml", "documents.yml", "questions.yml")
REQUIRED_FILES = _ROOT_FILES[:2]
_FIRST = "programme.yml"
_OF_WORD_PROCESSORS = (".txt", ".docx", ".doc", ".odt", ".rtf")
_READ = re.compile(
    r"(?:" + "|".join(re.escape(name) for name in _ROOT_FILES) + r"|pages/(?:[^/]+\.md|accessibility\.yml)"
    r"|images/(?:.+/)?images\.yml|editions/[^/]+/[^/]+\.(?:md|yml))"
)
_TAKEN_AS_IT_IS = re.compile(rf"documents/.+|images/.+(?i:{'|'.join(map(re.escape, PHOTOGRAPHS + DRAWINGS))})")

# Where Markdown and YAML stop to look whether something begins or ends; the end of a line is one of them.
_MARKS = re.compile(r"[\n!\"#$%&')*+,\-.:;<=>?@\[\\\]^_`{|}~]")


class Sources(MutableMapping[str, Source]):
    """The texts of files by their paths; one that is only known to be there is read when somebody asks for it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._held: dict[str, Source | None] = {}

    def add_later(self, paths: Iterable[str]) -> None:
        self._held.update(dict.fromkeys(paths))

    def __getitem__(self, path: str) -> Source:
        held = self._held[path]
        if held is None:
            held = self._held[path] = self._read(path)
        return held

    def __setitem__(self, path: str, source: Source) -> None:
        self._held[path] = source

    def __delitem__(self, path: str) -> None:
        del self._held[path]

    def __contains__(self, path: object) -> bool:
        return path in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def _read(self, path: str) -> Source:
        """A file that has gone since it was looked at has no words; that it has gone, the next look finds."""
        try:
            data = place_of(self._root, path).read_bytes()
        except OSError:
            data = b""
        return Source(path, decode(data, path, []) or "")


@dataclass(frozen=True, slots=True)
class Tree:
    """A content folder: the texts of files with words, and the lengths in bytes of all files, by path below `root`.

    `digests` are those of the bytes of files with words. `editions` are the editions' folders by their paths, in order;
    `others` are the lengths of the files that stand in none of them.
    """

    root: Path
    sources: Sources
    sizes: dict[str, int]
    digests: dict[str, str]
    editions: dict[str, Folder]
    others: dict[str, int]

    def below(self, pattern: str) -> list[str]:
        """The paths of the sources outside of the editions' folders that match a pattern, in order."""
        return sorted(path for path in self.others if path in self.sources and re.fullmatch(pattern, path))


def read_tree(
    root: Path, instead: Mapping[str, bytes | None] = MappingProxyType({}), memory: Memory | None = None
) -> tuple[Tree, list[Diagnostic]]:
    """Read every file that holds words. Hidden files, README files and what programs leave behind are passed over.

    `instead` holds files as they would be after a change, by path; None for one that would be gone.
    """
    reading = _Reading(root, instead, memory or Forgetful())
    reading.read()
    for name in REQUIRED_FILES:
        if name not in reading.sizes and not reading.is_given_up:
            advice = "every programme has one; `golden explain missing-file` shows what stands in it"
            reading.report("missing-file", f"there is no {name}", name, advice)
    others = {path: reading.sizes[path] for path in reading.others if path in reading.sizes}
    return Tree(root, reading.sources, reading.sizes, reading.digests, reading.editions, others), reading.findings


class _Reading:
    """One pass over the files of a folder, programme.yml first, because it says how large the others may be.

    It is given up where there is more than can be meant; then there are no sources.
    """

    def __init__(self, root: Path, instead: Mapping[str, bytes | None], memory: Memory) -> None:
        self.root = root
        self.instead = instead
        self.memory = memory
        self.findings: list[Diagnostic] = []
        self.sources = Sources(root)
        self.sizes: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self.lengths: dict[str, int] = {}
        self.stamps: dict[str, Stamp] = {}
        self.files: dict[str, Files] = {}
        self.editions: dict[str, Folder] = {}
        self.others = [_FIRST]
        self.limits = USUAL
        self.is_given_up = False

    def read(self) -> None:
        paths = {path for path, data in self.instead.items() if data is not None}
        if _FIRST in paths or (_FIRST not in self.instead and os.path.lexists(self.root / _FIRST)):
            self.file(_FIRST, frozenset())
        if _FIRST in self.sources:
            self.limits = limits_in(self.sources[_FIRST])
        known: dict[str, Folder] = {}
        in_known = 0
        for folder, files in ((composed(it), files) for it, files in self.memory.folders(self.root)):
            if found := self.known_edition(folder, files):
                known[folder] = found
                in_known += len(found.sizes)
            else:
                paths.update(self.listed(folder, files))
            if in_known + len(paths) > self.limits.files:
                self.give_up("files", f"there are more than {in_words(self.limits.files)} files in this folder")
                return
        units: dict[str, list[str]] = {f"{folder}/": [] for folder in known}
        for path in paths - {_FIRST}:
            units.setdefault(_edition_around(path) or path, []).append(path)
        for unit in sorted(units):
            if unit.endswith("/"):
                self.edition(unit[:-1], known.get(unit[:-1]), units[unit], paths)
            else:
                self.file(unit, paths)
                self.others.append(unit)
        if sum(self.lengths.values()) > self.limits.text:
            self.give_up("text", f"the files hold more than {in_words(self.limits.text)} characters in all")

    def known_edition(self, folder: str, files: Files) -> Folder | None:
        is_edition = _edition_around(f"{folder}/") != "" and not self.instead
        return self.memory.folder(folder, files, self.limits) if is_edition else None

    def listed(self, folder: str, files: Files) -> Iterator[str]:
        """The paths of files that may hold something of ours, as far as nothing stands instead of them."""
        self.report_if_known(folder, self.files)
        self.files[folder] = files
        prefix = f"{folder}/" if folder else ""
        for name in filter(_is_kept, files):
            path = composed(f"{prefix}{name}")
            self.report_if_known(path, self.stamps)
            self.stamps[path] = files[name]
            if path not in self.instead:
                yield path

    def report_if_known(self, path: str, known: Collection[str]) -> None:
        """Two never pass for one: what is said of the one, such as whom it is for, would hold for the other."""
        if path in known:
            problem = "another one here has this name, with its accents spelt in another way"
            self.report("bad-file-name", problem, path, "on a Mac the two are one: rename one of them, or take it away")

    def edition(self, folder: str, known: Folder | None, paths: list[str], every: Collection[str]) -> None:
        """The files in an edition's folder, one by one where it is not known as a whole."""
        if known is None:
            self.editions[folder] = self.edition_anew(folder, sorted(paths), every)
            return
        self.editions[folder] = known
        self.sizes.update(known.sizes)
        self.digests.update(known.digests)
        self.lengths[folder] = known.length
        self.findings.extend(known.findings)
        self.sources.add_later(known.digests)

    def edition_anew(self, folder: str, paths: list[str], every: Collection[str]) -> Folder:
        before = len(self.findings)
        for path in paths:
            self.file(path, every)
        made = Folder(
            {path: self.sizes[path] for path in paths},
            {path: self.digests[path] for path in paths if path in self.digests},
            sum(self.lengths.get(path, 0) for path in paths),
            tuple(self.findings[before:]),
        )
        if not self.instead:
            self.memory.keep_folder(folder, self.files[folder], self.limits, made)
        return made

    def give_up(self, limit: str, problem: str) -> None:
        self.is_given_up = True
        self.sources.clear()
        self.editions.clear()
        self.report("too-large", problem, _FIRST, remedy(limit, "look for a folder that was copied here by mistake"))

    def file(self, path: str, paths: Collection[str]) -> None:
        """One file: its text where words stand in it. One that cannot be read counts as there, but as empty."""
        changed = self.instead.get(path)
        if changed is None and self.is_known(path):
            return
        fault = fault_of_place(self.root, path) if changed is None else ""
        size = len(changed) if changed is not None else 0 if fault else place_of(self.root, path).stat().st_size
        self.sizes[path] = size
        if _is_for_keepers(path):
            return
        if fault:
            self.report("unreadable-file", fault, path, remedy_for_place(fault))
        elif not _READ.fullmatch(path) and not _TAKEN_AS_IT_IS.fullmatch(path):
            self.findings.append(_unexpected(path, paths))
        elif odd := next(filter(None, map(fault_of_name, path.split("/"))), ""):
            self.report("bad-file-name", f"its name {odd}", path, "give it another name: letters, digits and hyphens")
        elif not self.is_too_large(path, size) and _READ.fullmatch(path):
            data = place_of(self.root, path).read_bytes() if changed is None else changed
            self.words(path, data, changed is None)

    def is_known(self, path: str) -> bool:
        """Whether the file is as it was when it was opened last; then what was found in it is found again."""
        stamp = self.stamps.get(path)
        note = self.memory.note(path, stamp) if stamp and is_plain(stamp) else None
        if stamp is None or note is None or note.limits != self.limits:
            return False
        self.sizes[path] = stamp[0]
        self.digests[path], self.lengths[path] = note.digest, note.length
        self.findings.extend(note.findings)
        self.sources.add_later((path,))
        return True

    def is_too_large(self, path: str, size: int) -> bool:
        limit = "file" if _READ.fullmatch(path) else "document"
        most = int(getattr(self.limits, limit))
        if size > most:
            problem = f"this file has {in_words(size)} bytes, more than {in_words(most)}"
            self.report("too-large", problem, path, remedy(limit, "look at what is in it, and divide or shorten it"))
        return size > most

    def words(self, path: str, data: bytes, is_on_disk: bool) -> None:
        found: list[Diagnostic] = []
        text = decode(data, path, found)
        self.findings.extend(found)
        if text is None:
            return
        source, too_long = Source(path, text), _start_of_line_over(self.limits.line, text)
        if too_long is not None:
            problem = f"line {source.place(too_long).line} has more than {in_words(self.limits.line)} characters"
            self.report("too-large", problem, path, remedy("line", "divide it, as lines of a text are"))
        elif len(_MARKS.findall(text)) > self.limits.marks:
            problem = f"this file has more than {in_words(self.limits.marks)} signs and ends of lines"
            self.report(
                "too-large", problem, path, remedy("marks", "look for what was copied too often, and divide it")
            )
        else:
            self.sources[path] = source
            note = Note(sha256(data).hexdigest(), len(text), tuple(found), self.limits)
            self.digests[path], self.lengths[path] = note.digest, note.length
            stamp = self.stamps.get(path)
            if is_on_disk and stamp and stamp[0] == len(data):
                self.memory.keep_note(path, stamp, note)

    def report(self, code: str, message: str, path: str, advice: str) -> None:
        self.findings.append(Diagnostic(code, message, Span(legible(path), 0, 0), advice))


def _start_of_line_over(most: int, text: str) -> int | None:
    """Where the first line begins that has more characters; None where none has."""
    start = 0
    while len(text) - start > most:
        end = text.find("\n", start, start + most + 1)
        if end < 0:
            return start
        start = end + 1
    return None


def _edition_around(path: str) -> str:
    """The folder, with its `/`, where a file stands right in that of an edition; empty for any other."""
    is_in_one = path.startswith("editions/") and path.count("/") == 2
    return path[: path.rindex("/") + 1] if is_in_one else ""


def _is_kept(name: str) -> bool:
    """Hidden names have been left out before; links to folders have not, so that they are not unheard."""
    return not is_left_by_word(name) and not is_left_by_system(name)


def _is_for_keepers(path: str) -> bool:
    """Wherever it stands, but among what is published as it is."""
    return is_for_keepers(PurePosixPath(path).name) and not _TAKEN_AS_IT_IS.fullmatch(path)


def _unexpected(path: str, paths: Collection[str]) -> Diagnostic:
    """A file that nothing reads. Where it holds words, they would be lost, which is an error."""
    ours = (".md", ".markdown", ".yml", ".yaml")
    has_words = path.lower().endswith(ours) or _is_unread_update(path, paths)
    return Diagnostic(
        "unexpected-file",
        "this is no picture of a kind that we publish" if path.startswith("images/") else "nothing reads this file",
        Span(legible(path), 0, 0),
        _how_to_be_read(path, paths),
        weight=Severity.ERROR if has_words else None,
    )


def _is_unread_update(path: str, paths: Collection[str]) -> bool:
    """A file of a word processor among the updates; not where it lies beside the update that was made from it."""
    begin = path.partition(".")[0]
    is_made = f"{begin}.md" in paths or f"{begin}.yml" in paths
    return path.startswith("editions/") and path.lower().endswith(_OF_WORD_PROCESSORS) and not is_made


def _how_to_be_read(path: str, paths: Collection[str]) -> str:
    name = PurePosixPath(path)
    if _is_unread_update(path, paths):
        own = f"{name.name.partition('.')[0]}.md"
        return f"keep this file elsewhere, and write its words into {own}, or see `golden import --help`"
    ending = {".yaml": ".yml", ".markdown": ".md"}.get(name.suffix.lower(), name.suffix.lower())
    if _READ.fullmatch(better := str(name.with_name(f"{name.stem.lower()}{ending}"))):
        return f"name it `{PurePosixPath(better).name}`"
    if path.startswith("images/"):
        if ending in (".jfif", ".jpe"):
            return f"name it `{name.with_suffix('.jpg').name}`"
        return "save it as JPEG, PNG, WebP, GIF or SVG; what readers may take away goes into documents/"
    return "look at its name and at the folder that it is in, or keep it elsewhere"
