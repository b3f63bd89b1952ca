"""A whole content folder, read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.domain.content import Content
from generator.domain.edition import Edition, Update
from generator.domain.library import Page
from generator.domain.programme import Acceptance
from generator.reading.desk import Desk, Rules, closest
from generator.reading.editions import read_edition, read_update
from generator.reading.files import Tree, read_tree
from generator.reading.library import read_documents, read_glossary, read_images, read_page
from generator.reading.measures import read_measures
from generator.reading.programme import read_programme
from generator.reading.settings import ACCEPT
from generator.reading.workstreams import read_workstreams
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span


def read_content(root: Path) -> tuple[Content | None, Mapping[str, Source], list[Diagnostic]]:
    """All that stands below a folder, the sources to show findings by, and the findings.

    Without a programme.yml that can be read there is no content; all other files are still read, for their findings.
    """
    tree, findings = read_tree(root)
    return _Reading(tree, findings).content(), tree.sources, findings


class _Reading:
    """One pass over a tree: programme.yml first, because its rules hold for every other file."""

    def __init__(self, tree: Tree, findings: list[Diagnostic]) -> None:
        self.tree = tree
        self.findings = findings
        self.rules = Rules()
        self.accepted: list[Acceptance] = []

    def desk(self, path: str) -> Desk | None:
        source = self.tree.sources.get(path)
        return Desk(source, self.findings, self.rules) if source else None

    def desks(self, pattern: str) -> Iterable[Desk]:
        return (Desk(self.tree.sources[path], self.findings, self.rules) for path in self.tree.below(pattern))

    def content(self) -> Content | None:
        programme = None
        if desk := self.desk("programme.yml"):
            programme, self.rules, accepted = read_programme(desk)
            self.accepted.extend(accepted)
        workstreams = read_workstreams(desk) if (desk := self.desk("workstreams.yml")) else ()
        measures = read_measures(desk) if (desk := self.desk("measures.yml")) else ()
        documents = read_documents(desk, self.tree.sizes) if (desk := self.desk("documents.yml")) else ()
        terms = read_glossary(desk) if (desk := self.desk("glossary.yml")) else ()
        pages = tuple(self.pages())
        images = [path for path in self.tree.sizes if path.startswith("images/") and not path.endswith("images.yml")]
        pictures = read_images(self.desks(r"images/(?:.+/)?images\.yml"), images, self.rules.defaults.get("images"))
        known = frozenset(workstream.id for workstream in workstreams)
        order = {workstream.id: number for number, workstream in enumerate(workstreams)}
        editions = [edition for edition in (self.edition(folder, known, order) for folder in self.folders()) if edition]
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
            editions=tuple(sorted(editions, key=lambda edition: edition.order)),
            accepted=tuple(self.accepted),
        )

    def pages(self) -> Iterable[Page]:
        for desk in self.desks(r"pages/[^/]+\.md"):
            page, values = read_page(desk)
            if values:
                self.accepted.extend(values.of(ACCEPT, ()))
            if page:
                yield page

    def folders(self) -> list[str]:
        return sorted(
            {
                str(PurePosixPath(path).parent)
                for path in self.tree.sizes
                if path.startswith("editions/") and path.count("/") == 2
            }
        )

    def edition(self, folder: str, known: frozenset[str], order: Mapping[str, int]) -> Edition | None:
        """One edition with its updates, in the order of the workstreams."""
        edition = None
        if desk := self.desk(f"{folder}/edition.md"):
            edition, accepted = read_edition(desk)
            self.accepted.extend(accepted)
        elif f"{folder}/edition.md" not in self.tree.sizes:
            self.report(
                "missing-file",
                f"there is no edition.md in {folder}",
                f"{folder}/edition.md",
                "an edition's folder has one, with `published:` in its front matter and the letter below it",
            )
        updates = sorted(
            self.updates(folder, known), key=lambda update: (order.get(update.workstream, -1), update.workstream)
        )
        return replace(edition, updates=tuple(updates)) if edition else None

    def updates(self, folder: str, known: frozenset[str]) -> Iterable[Update]:
        paths = [path for path in self.tree.below(rf"{folder}/[^/]+") if path != f"{folder}/edition.md"]
        for path in paths:
            name = PurePosixPath(path).stem
            if path.endswith(".yml") and f"{folder}/{name}.md" in self.tree.sizes:
                self.report(
                    "two-forms",
                    f"{name}.md and {name}.yml both hold this update",
                    path,
                    "keep one of them, with the words of both",
                )
            if name not in known and known:
                self.report(
                    "unknown-workstream",
                    f"`{name}` is not a workstream in workstreams.yml",
                    path,
                    closest(name, known) or "name the file after the workstream's id",
                )
            update, accepted = read_update(Desk(self.tree.sources[path], self.findings, self.rules))
            self.accepted.extend(accepted)
            if update:
                yield update

    def report(self, code: str, message: str, path: str, help: str) -> None:  # noqa: A002  the word that the reader sees
        self.findings.append(Diagnostic(code, message, Span(path, 0, 0), help))
