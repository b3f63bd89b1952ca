"""Words that a reader would be shown as they were typed, though their writer meant something by them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(?:!--|/?[a-zA-Z][a-zA-Z0-9:-]*(?:\s[^<>]*)?/?>)")
# What is left of a letter in UTF-8 that was read as Windows-1252: its first byte, then one or two more.
_GARBLED = re.compile("[ÂÃÅâ][\u00a0-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}")
_UNKNOWN_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_REFERENCE = re.compile(r"\]\[(?P<label>[^\]\[\n]+)\]")
_TORN_LINK = re.compile(r"\]\s+\((?:document|action|workstream|edition|page|https?|mailto|tel):[^()\n]*\)?")
_OWN_COMPUTER = re.compile(r"(?<![\w\\(<\[])(?:[A-Za-z]:\\{1,2}|\\{2,4})[\w.$-]+\\{1,2}[\w.$\\-]*[\w$]")
_LINK = re.compile(r"\]\((?P<address>[^()\n]*)\)?")


@dataclass(frozen=True, slots=True)
class Lost:
    """One of them: `words` is what to mark."""

    code: str
    message: str
    words: str
    help: str


def lost_in(words: str) -> Iterator[Lost]:
    """What of words that Markdown took for words alone was meant otherwise."""
    for tag in _TAG.finditer(words):
        what = "a comment" if tag.group().startswith("<!--") else f"the tag `{tag.group()}`"
        yield Lost(
            "html-in-markdown",
            f"{what} would be shown as it is written",
            tag.group(),
            "HTML is not read: write it in Markdown, or remove it",
        )
    for mark in _UNKNOWN_NOTE.finditer(words):
        yield Lost(
            "unknown-footnote",
            f"`{mark.group()}` leads to no footnote in this part",
            mark.group(),
            f"write the footnote below, in the same part: `{mark.group()}: ...`",
        )
    for reference in _REFERENCE.finditer(words):
        yield Lost(
            "dead-link",
            f"nothing says where `{reference['label']}` leads",
            reference.group(),
            f"add a line `[{reference['label']}]: https://...` below, in the same part",
        )
    for link in _LINK.finditer(words):
        address = link["address"].strip()
        remedy = (
            f"put the address in pointed brackets: `](<{address}>)`"
            if " " in address
            else "write `[words](address)`, with the round brackets right after the square ones"
        )
        yield Lost("dead-link", "this is not read as a link", link.group(), remedy)
    if not words.isascii():
        yield from _garbled_in(words)
    for torn in _TORN_LINK.finditer(words):
        yield Lost(
            "dead-link",
            "a space keeps this from being read as a link",
            torn.group(),
            "put the round brackets right after the square ones: `[words](address)`",
        )


def _garbled_in(words: str) -> Iterator[Lost]:
    """Each of them once: a text that has one has many."""
    for garbled in dict.fromkeys(_GARBLED.findall(words)):
        for length in (3, 2):
            try:
                meant = garbled[:length].encode("windows-1252").decode("utf-8")
            except UnicodeError:
                continue
            yield Lost(
                "garbled-letters",
                f"`{garbled[:length]}` was most likely `{meant}`, read by a program that took it for another encoding",
                garbled[:length],
                f"write `{meant}` here and wherever it stands, or copy the words again from where they came",
            )
            break


def own_computer_in(markdown: str) -> Iterator[Lost]:
    """Paths of somebody's own computer among words of Markdown, before its escapes are read; links are judged apart."""
    for path in _OWN_COMPUTER.finditer(markdown):
        yield Lost(
            "path-of-own-computer",
            f"`{path.group()}` is a place on somebody's own computer",
            path.group(),
            "put the file into documents/, name it in documents.yml and link to `document:its-id`",
        )
