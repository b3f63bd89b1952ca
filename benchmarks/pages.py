"""The same updates as plain pages, for generators that know nothing of actions: a page an update, and pages of lists.

They have the words that staff read; who reads what, and what became of a promise, is ours alone to work out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

_APART = "\n<!-- -->\n\n"  # two lists that follow each other would be one
_BRACES = re.compile(r" \{#([a-z0-9-]+)[^}]*\}$")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `lists` names what a page of lists shows, and `tags` the lists that a page stands in.

    `beside` names the lists that stand below the words of a page that is none.
    """

    path: tuple[str, ...]
    title: str
    body: str
    tags: tuple[str, ...] = ()
    lists: str = ""
    beside: tuple[str, ...] = ()


def pages_of(content: Path) -> Iterator[Page]:
    """A home page, a page for each edition with its letter, for each update, and for each workstream."""
    editions = sorted((content / "editions").iterdir())
    yield Page((), "One Council", "", lists="editions")
    yield Page(("updates",), "Updates", "", lists="editions")
    names: dict[str, None] = {}
    for edition in editions:
        yield Page(("updates", edition.name), edition.name, _letter(edition), ("editions",), edition.name)
        for file in _updates(edition):
            names[file.stem] = None
            title = f"{_title(file.stem)}, {edition.name}"
            tags = (edition.name, file.stem)
            words = _body(file.read_text(encoding="utf-8"))
            beside = (edition.name, "workstreams")
            yield Page(("updates", edition.name, file.stem), title, words, tags, beside=beside)
    yield Page(("workstreams",), "Workstreams", "", lists="workstreams")
    for name in names:
        yield Page(("workstreams", name), _title(name), "", ("workstreams",), name)


def as_many(content: Path, wanted: int) -> Iterator[Page]:
    """Exactly so many pages: the same again, and then a page for each action with all that was said of it.

    A second and a third copy of both follow in folders of their own, as long as more are wanted.
    """
    made = 0
    for copy in range(1 + wanted):
        for page in _with_actions(content):
            if made == wanted:
                return
            made += 1
            yield replace(page, path=(f"copy-{copy}", *page.path)) if copy else page


def _with_actions(content: Path) -> Iterator[Page]:
    yield from pages_of(content)
    said: dict[str, list[str]] = {}
    for edition in sorted((content / "editions").iterdir()):
        for file in _updates(edition):
            for line in file.read_text(encoding="utf-8").splitlines():
                if line.startswith("- ") and (braces := _BRACES.search(line)):
                    said.setdefault(braces[1], []).append(f"- {edition.name}: {line[2 : braces.start()]}")
    yield Page(("actions",), "Actions", "", lists="actions")
    for name, lines in said.items():
        yield Page(("actions", name), name.replace("-", " "), "\n".join(lines) + "\n", ("actions",))


def links(page: Page, by_tag: Mapping[str, Sequence[Page]]) -> str:
    """The lists of a page as Markdown, for generators whose templates cannot list pages by themselves."""
    up = "../" * len(page.path)
    lists = (by_tag.get(tag, ()) for tag in (page.lists, *page.beside))
    return _APART.join("".join(f"- [{it.title}]({up}{'/'.join(it.path)}/)\n" for it in pages) for pages in lists)


def _updates(edition: Path) -> Iterator[Path]:
    return (file for file in sorted(edition.glob("*.md")) if file.stem != "edition")


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _letter(edition: Path) -> str:
    return _body((edition / "edition.md").read_text(encoding="utf-8").split("\n---\n", 1)[1])


def _body(text: str) -> str:
    """The words without braces, plain wording and the marks of who may read them."""
    lines = (line for line in text.splitlines() if not line.startswith(("  >", ":::")))
    return "\n".join(_BRACES.sub("", line) for line in lines) + "\n"
