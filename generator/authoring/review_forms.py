"""What an approver must read, as text for a terminal and as Markdown for an e-mail or a ticket."""

import re
from collections.abc import Iterable, Iterator

from generator.briefing.review_views import ReviewItem, ReviewPage
from generator.text.excerpt import visible
from generator.text.wrapping import wrapped

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_PARTS = (
    ("Corrections of what was published", "corrections"),
    ("Measures", "measures"),
    ("To read in full", "reading"),
)


def as_text(page: ReviewPage, width: int) -> str:
    return "\n".join(_text(page, width)).rstrip("\n") + "\n"


def as_markdown(page: ReviewPage) -> str:
    return "\n".join(_markdown(page)).rstrip("\n") + "\n"


def _text(page: ReviewPage, width: int) -> Iterator[str]:
    yield from wrapped(page.title, width)
    yield ""
    for line in page.summary:
        yield from wrapped(line, width)
    for group in page.groups:
        yield from ("", *wrapped(group.title, width))
        for item in group.items:
            yield from ("", *wrapped(f"{item.change}: {item.words}", width, "  ", "    "))
            for line in item.lines:
                yield from wrapped(line, width, "    ", "    ")
            yield f"    {item.id}, {item.place}"
    for title, lines in _parts(page):
        yield from ("", title)
        for line in lines:
            yield from wrapped(line, width, "  ", "    ")


def _markdown(page: ReviewPage) -> Iterator[str]:
    yield from (f"# {_escaped(page.title)}", "")
    yield from _list(page.summary)
    for group in page.groups:
        yield from (f"## {_escaped(group.title)}", "")
        for item in group.items:
            yield from _item(item)
        yield ""
    for title, lines in _parts(page):
        yield from (f"## {title}", "")
        yield from _list(lines)


def _item(item: ReviewItem) -> Iterator[str]:
    yield f"- **{item.change}:** {_escaped(item.words)}"
    yield from (f"  - {_escaped(line)}" for line in item.lines)
    yield f"  - `{item.id}`, `{item.place}`"


def _list(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"- {_escaped(line)}" for line in lines)
    yield ""


def _parts(page: ReviewPage) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((title, lines) for title, name in _PARTS if (lines := getattr(page, name)))


def _escaped(words: str) -> str:
    """Words of writers must stay words, wherever the Markdown is shown."""
    return _MARKS.sub(r"\\\1", " ".join(visible(words).split()))
