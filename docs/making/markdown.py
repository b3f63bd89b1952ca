"""Tables, headings and code in Markdown."""

import re
from collections.abc import Iterable, Sequence

_MADE = "<!-- Made from the code by `make reference`. What you change here is lost: change the code. -->"


def whole(title: str, *parts: str) -> str:
    """A page from its title and its paragraphs, tables and blocks."""
    return "\n\n".join((f"# {title}", _MADE, *(part.strip("\n") for part in parts if part.strip()))) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def code(words: str) -> str:
    """Words as code within a line; none where there are none."""
    return f"`{words}`" if words else ""


def block(language: str, words: str) -> str:
    return f"```{language}\n{words.strip(chr(10))}\n```"


def anchor(heading: str) -> str:
    """The fragment by which a heading is found, as GitHub makes it."""
    kept = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower())
    return kept.replace(" ", "-")


def link(heading: str, words: str = "") -> str:
    """A link to a heading of the same page."""
    return f"[{words or heading}](#{anchor(heading)})"


def sentence(words: str) -> str:
    """With a capital letter first, and a full stop last."""
    told = " ".join(words.split())
    told = told if told.startswith("`") else told[:1].upper() + told[1:]
    return told if not told or told.endswith((".", "?", "!")) else f"{told}."
