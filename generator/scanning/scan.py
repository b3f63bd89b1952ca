"""Looks for secrets in everything that was made for an audience, before any of it is put in place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.saying import normal
from generator.scanning.changed import changed_part, is_large_table
from generator.scanning.decoding import decode_in_parts, read_tags
from generator.scanning.matching import Matcher
from generator.scanning.secrets import Secret
from generator.text.diagnostic import Diagnostic
from generator.values import cached_property

_PART_OF_A_NAME = re.compile(r"[A-Za-z0-9-]")
_LONGEST_SHOWN = 60
_MOST_TAGS = 50_000  # that are kept in mind


Hits = Mapping[Secret, Sequence[str]]


def search(
    files: Iterable[tuple[str, bytes]],
    hidden: Sequence[Secret],
    known: Sequence[Content],
    before: Callable[[str], bytes | None] = lambda _: None,
) -> Hits:
    """The secrets that stand in any of an audience's files, each with the paths of those.

    `hidden` are the secrets, and `known` is what the audience may know: the content of its briefing, and of any other
    that it may read. Meanings that pages add to the first use of a term are passed over, so that a sentence is found
    with and without them. `before` gives a file as it stood until now, if that was searched for all of the hidden.
    """
    plain = _without_meanings(known)
    words = _Finder([secret for secret in hidden if not secret.is_address], plain)
    names = _Finder([secret for secret in hidden if secret.is_address], str)
    longest = max((len(secret.words) for secret in hidden), default=0)
    hits: dict[Secret, list[str]] = {}
    harmless: set[str] = set()  # tags in which nothing was found
    if not hidden:
        return hits
    for path, data in files:
        in_file: set[Secret] = set()
        stood = before(path) if is_large_table(path, data) else None
        new = data if stood is None else changed_part(path, data, stood, longest)
        for part in decode_in_parts(path, new):
            tags = [tag for tag in part.tags if tag not in harmless]
            tag_words = read_tags(tags)
            in_part = words.found_in(plain(normal(f"{part.words}\n{tag_words.words}")))
            in_part |= names.names_in(f"{part.names}\n{tag_words.names}")
            if not in_part and len(harmless) < _MOST_TAGS:
                harmless.update(tags)
            in_file |= in_part
        for secret in in_file:
            hits.setdefault(secret, []).append(path)
    return hits


def leaks(searches: Iterable[Hits], audience: Audience) -> Iterator[Diagnostic]:
    """One finding a secret that stands in any file, at the place where the content has it."""
    together: dict[Secret, list[str]] = {}
    for hits in searches:
        for secret, paths in hits.items():
            together.setdefault(secret, []).extend(paths)
    for secret, paths in together.items():
        yield _finding(secret, sorted(paths), audience)


class _Finder:
    """Many secrets looked for at once."""

    def __init__(self, hidden: Sequence[Secret], change: Callable[[str], str]) -> None:
        self._hidden = hidden
        self._change = change

    @cached_property
    def _by_words(self) -> Mapping[str, Secret]:
        return {self._change(secret.words): secret for secret in self._hidden}

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(list(self._by_words))

    def found_in(self, text: str) -> set[Secret]:
        return {self._by_words[words] for words in self._matcher.found_in(text)}

    def names_in(self, text: str) -> set[Secret]:
        """Those that stand as whole names: `actions/visit/` is not in `actions/visit-two/`."""
        places = self._matcher.places_in(text)
        return {self._by_words[words] for words, start, end in places if _stands_alone(text, start, end)}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter of a name goes on before or after; an address that ends in `/` ends there."""
    goes_on = text[end - 1] != "/" and bool(_PART_OF_A_NAME.match(text, end))
    return not goes_on and not (start and _PART_OF_A_NAME.match(text, start - 1))


def _without_meanings(known: Sequence[Content]) -> Callable[[str], str]:
    terms = (term for content in known for term in content.terms if term.means)
    meanings = "|".join(dict.fromkeys(re.escape(normal(term.means)) for term in terms))
    pattern = re.compile(rf" \((?:{meanings})\)") if meanings else None
    return lambda words: pattern.sub("", words) if pattern else words


def _finding(secret: Secret, paths: list[str], audience: Audience) -> Diagnostic:
    shown = secret.words if len(secret.words) <= _LONGEST_SHOWN else f"{secret.words[:_LONGEST_SHOWN]}…"
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return Diagnostic(
        "leak",
        f"`{shown}` would have reached {audience.title.lower()}, who may not know it",
        secret.written_at,
        "look at that file: a theme or a document tells it; if it may be told, say so with `for:` where it is written",
        f"it stands in {paths[0]}{more}, made for {audience.id}; nothing was published",
    )
