"""Words that a reader would be shown as they were typed, though their writer meant something by them."""

import re
from collections.abc import Callable, Iterator

from generator.reading.languages import HELP, LEFT_OVER
from generator.values import dataclass

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
    """One finding about such words: its code, message and help, and in `words` the part of the text to mark."""

    code: str
    message: str
    words: str
    help: str


def lost_in(words: str) -> Iterator[Lost]:
    """What its writer meant otherwise, in words that Markdown took for words alone."""
    for sign, lost in _SIGNS:
        for match in sign.finditer(words):
            yield lost(match)
    if not words.isascii():
        yield from _garbled_in(words)


def _tag(tag: re.Match[str]) -> Lost:
    what = "a comment" if tag.group().startswith("<!--") else f"the tag `{tag.group()}`"
    return Lost(
        "html-in-markdown",
        f"{what} would be shown as it is written",
        tag.group(),
        "HTML is not read: write it in Markdown, or remove it",
    )


def _unknown_note(mark: re.Match[str]) -> Lost:
    return Lost(
        "unknown-footnote",
        f"`{mark.group()}` leads to no footnote in this part",
        mark.group(),
        f"write the footnote below, in the same part: `{mark.group()}: ...`",
    )


def _reference(reference: re.Match[str]) -> Lost:
    return Lost(
        "dead-link",
        f"nothing says where `{reference['label']}` leads",
        reference.group(),
        f"add a line `[{reference['label']}]: https://...` below, in the same part",
    )


def _link(link: re.Match[str]) -> Lost:
    address = link["address"].strip()
    remedy = (
        f"put the address in pointed brackets: `](<{address}>)`"
        if " " in address
        else "write `[words](address)`, with the round brackets right after the square ones"
    )
    return Lost("dead-link", "this is not read as a link", link.group(), remedy)


def _language(mark: re.Match[str]) -> Lost:
    return Lost("stray-braces", "nothing reads these braces, because of where they stand", mark.group(), HELP)


def _torn_link(link: re.Match[str]) -> Lost:
    return Lost(
        "dead-link",
        "a space keeps this from being read as a link",
        link.group(),
        "put the round brackets right after the square ones: `[words](address)`",
    )


_SIGNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Lost]], ...] = (
    (_TAG, _tag),
    (_UNKNOWN_NOTE, _unknown_note),
    (_REFERENCE, _reference),
    (_LINK, _link),
    (_TORN_LINK, _torn_link),
    (LEFT_OVER, _language),
)


def _garbled_in(words: str) -> Iterator[Lost]:
    """Each sequence of garbled letters once, however often it stands in the words: a text that has one has many."""
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
