"""A view as plain data for paper: what a printed template gets in place of the view's own values.

A dataclass becomes a mapping of its fields; one that belongs to prose also says in `is` what it is, such as
`paragraph`. Links become whole addresses, since paper has no site around it, words keep only what the fonts have, and
the first use of a term of the glossary says what it means.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import field, fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator.briefing.newsletter_views import NewsletterPage
from generator.domain import prose
from generator.domain.prose import Code, Heading, InLanguage, Link, Text, words_of_runs
from generator.domain.target import OUTSIDE_SCHEMES
from generator.making.glossary import Expander
from generator.making.numbered_links import NumberedLinks, is_told, short_address
from generator.values import dataclass

if TYPE_CHECKING:
    from generator.briefing.report_views import ReportPage  # no site has one

NOT_SHOWN = "□"  # stands for a character that no font has
IN_OURS = f"{''.join(map(chr, range(0x20, 0x7F)))}£–—‘’“”…•"  # what our typeface has, which no theme is without
_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")
_FORBIDDEN = {"\ufeff", "\ufffe", "\uffff"}  # PDF/A allows none of these in words
_BLANKS = ("Zs", "Zl", "Zp")
_UNTOLD = "written_at"
# What themes ask for by another name than that of its class.
_CALLED: Mapping[type, str] = MappingProxyType({prose.InlineImage: "image"})
_FOR_MACHINES = ("address", "target", "web", "machine", "telephone_address", "email_address", "file", "file_name")


class _Shown(dict[int, str]):
    """What stands on paper for each character, found when it is first asked for."""

    def __init__(self, covered: Container[int]) -> None:
        super().__init__()
        self.covered = covered
        self.words = ""  # in which the next character is met
        self.missing: dict[str, str] = {}

    def __missing__(self, code: int) -> str:
        self[code] = self._of(chr(code))
        return self[code]

    def _of(self, character: str) -> str:
        if character in _FORBIDDEN or unicodedata.category(character) == "Cc":
            return " " if character in "\n\t" else ""
        if is_shown(character, self.covered):
            is_blank = ord(character) not in self.covered and unicodedata.category(character) in _BLANKS
            return " " if is_blank else character
        self.missing[character] = self.words
        return NOT_SHOWN


@dataclass(slots=True)
class Paper:
    """Makes plain data of a view. `canonical` is the site's own address, or empty; then links inside lead nowhere.

    `covered` are the characters that the fonts have.
    """

    canonical: str
    covered: Container[int]
    _expander: Expander = field(init=False, default_factory=lambda: Expander(()))
    _shown: _Shown = field(init=False)
    _keeps_terms: bool = field(init=False, default=False)
    _language: dict[str, str] = field(init=False, default_factory=dict)
    _link_words: str = field(init=False, default="")
    _links: NumberedLinks = field(init=False, default_factory=NumberedLinks)

    def __post_init__(self) -> None:
        self._shown = _Shown(self.covered)

    @property
    def missing(self) -> Mapping[str, str]:
        """The characters that were asked for and are not covered, each with the words in which it was first met."""
        return self._shown.missing

    def issue(self, page: NewsletterPage, terms: Iterable[tuple[str, str]], link_words: str = "") -> dict[str, Any]:
        """An issue, with the first use of each term explained, in the order of the view's fields.

        With `link_words`, such as `link {number}`, each link has in `beside` what stands after it: its number among
        `links`, or its short address; nothing can be pressed on paper. Letters that are only named come last, and so
        use up no term and no number.
        """
        self._expander = Expander(terms)
        self._link_words = link_words
        self._links.clear()
        own: dict[str, Any] = self.plain(replace(page, letters=page.letters[:1]))
        links = [
            {"number": it.number, "words": self.shown(it.words), "address": it.address} for it in self._links.links
        ]
        self._link_words = ""
        return {**own, "letters": own["letters"] + self.plain(page.letters[1:]), "links": links}

    def report(self, page: "ReportPage", terms: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """A report, with the first use of each term explained."""
        self._expander = Expander(terms)
        own: dict[str, Any] = self.plain(page)
        return own

    def plain(self, value: object) -> Any:
        match value:
            case str() if not isinstance(value, Enum):
                return self.shown(value)
            case Text(words):
                words = self.shown(words if self._keeps_terms else self._expander.expand(words))
                return {"is": "text", "words": words, **self._language}
            case frozenset():
                return sorted(self.plain(item) for item in value)
            case tuple() | list():
                return [told for item in value for told in self._told(item)]
            case Mapping():
                return {key: self.plain(item) for key, item in value.items()}
            case Enum():
                return value.value
            case Code(words):
                return {"is": "code", "words": self.shown(words), **self._language}
            case Link() | Heading():
                return self._keeping_terms(value)
            case _ if is_dataclass(value) and not isinstance(value, type):
                return self._dataclass(value)
            case _:
                return value

    def _told(self, item: object) -> Iterable[Any]:
        """One item; of words in another language, each that names it, without our terms. So a theme's own prose.typ,
        which may know nothing of languages, shows them all the same.
        """
        if not isinstance(item, InLanguage):
            return (self.plain(item),)
        kept = self._language, self._keeps_terms
        self._language, self._keeps_terms = {"language": item.language}, True
        told: list[Any] = self.plain(item.runs)
        self._language, self._keeps_terms = kept
        return told

    def _keeping_terms(self, value: Link | Heading) -> dict[str, Any]:
        """The words of a heading or a link are a name: nothing is put into them."""
        kept, self._keeps_terms = self._keeps_terms, True
        own = self._dataclass(value)
        self._keeps_terms = kept
        return own

    def _dataclass(self, value: Any) -> dict[str, Any]:
        names, kind = _told_of(value.__class__)
        own = {name: self._field(name, getattr(value, name)) for name in names}
        if kind:
            own["is"] = kind
        if "address" in own:
            own["address"] = self.whole_address(own["address"])
        if isinstance(value, Link):
            own["target"] = self.whole_address(value.target)
            beside = self._beside(own["target"], words_of_runs(value.runs)) if self._link_words else ""
            if beside:
                own["beside"] = beside
        return own

    def _beside(self, target: str, words: str) -> str:
        """What a reader needs beside the words of a link; empty where the words say it, or it leads nowhere."""
        if short := short_address(target):
            return "" if is_told(short, words) else short
        if not target.startswith(("https://", "http://")) or words.rstrip("/") in _as_people_write(target):
            return ""
        link = self._links.named(target, words)
        return self._link_words.replace("{number}", str(link.number))

    def _field(self, name: str, value: object) -> Any:
        return value if name in _FOR_MACHINES and isinstance(value, str) else self.plain(value)

    def whole_address(self, target: str) -> str:
        """Where a link on paper leads; empty where that cannot be said. One within the paper's own pages stays."""
        if target.startswith("#"):
            return target
        scheme, colon, _ = target.partition(":")
        if colon and "/" not in scheme:
            return target if scheme.lower() in OUTSIDE_SCHEMES else ""
        return f"{self.canonical}{quote(target, safe='/#')}" if self.canonical else ""

    def shown(self, words: str) -> str:
        """The words, with a box for each character that cannot be shown."""
        self._shown.words = words = unicodedata.normalize("NFC", words)
        return words.translate(self._shown)


def _as_people_write(address: str) -> tuple[str, ...]:
    bare = address.partition("://")[2].rstrip("/")
    return (address.rstrip("/"), bare, bare.removeprefix("www."))


@lru_cache(maxsize=256)
def _told_of(kind: type) -> tuple[tuple[str, ...], str]:
    """The fields of a dataclass that paper is given, and what it is called there if it is a part of prose."""
    names = tuple(it.name for it in fields(kind) if it.name != _UNTOLD)
    if kind.__module__ != prose.__name__:
        return names, ""
    return names, _CALLED.get(kind) or _WORD_START.sub("_", kind.__name__).lower()


def is_shown(character: str, covered: Container[int]) -> bool:
    """Whether a character can be printed: a font has it, or there is nothing to see of it."""
    if ord(character) in covered or "\ufe00" <= character <= "\ufe0f":
        return True
    return unicodedata.category(character) in (*_BLANKS, "Cc", "Cf")
