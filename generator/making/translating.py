"""A theme's catalogue for a translator: begun, and brought up to date without losing a translated word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import denormalize, write_po
from babel.plural import to_gettext

from generator.making.catalogue import UnreadableCatalogueError, numbers_by_form, parse_catalogue, translated_in
from generator.making.phrases import Phrase
from generator.making.translated import slips_in
from generator.values import dataclass

_MOST_NOTES = 3
_BEFORE = "|"
_PREVIOUS = re.compile(r'^msgid(?:_plural)? ("[^\n]*"(?:\n"[^\n]*")*)$', re.MULTILINE)
_MOST_NUMBERS = 6
_SAMPLE = range(201)
_HEAD = """\
# The phrases of the interface in {language}, for the theme {theme}.
#
# Write each phrase in your language between the quotes of its msgstr. For what stands in it as
# %(name)s the program puts in words or numbers: keep it as it is, where it belongs in your sentence.
# What stands above a phrase says where it is read.
{forms}#
msgid ""
msgstr ""
"Project-Id-Version: golden-thread {theme}\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: {day} 00:00+0000\\n"
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural};\\n"
"""
_FORMS = """\
# A phrase with a number has a form for each kind of number:
"""


@dataclass(frozen=True, slots=True)
class Updated:
    """A catalogue's new bytes, and how many phrases it has: in all, not translated yet, new in it, gone from it, and
    taken over from another theme's.
    """

    data: bytes
    phrases: int
    missing: int
    new: int
    gone: int
    taken: int


def language_name(tag: str) -> str | None:
    """What a language is called in English; None for one whose dates and numbers we cannot say."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en")
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def begin_catalogue(tag: str, theme: str, on: date) -> bytes:
    """One with its head alone. Whoever asks knows by language_name that there is such a language."""
    plural = _plural(Locale.parse(tag, sep="-"))
    words = {"theme": theme, "tag": tag, "day": on.isoformat(), "plural": plural, "language": language_name(tag)}
    numbers = numbers_by_form(parse_catalogue(_HEAD.format(**words, forms="").encode(), tag))
    forms = "".join(f"#   msgstr[{at}]: {_some(found)}\n" for at, found in enumerate(numbers))
    return _HEAD.format(**words, forms=_FORMS + forms).encode()


def update_catalogue(tag: str, before: bytes, phrases: Iterable[Phrase], others: Sequence[bytes] = ()) -> Updated:
    """With each of the phrases in it, and every word that was there: what no page says any more stands at its end.

    `others` are catalogues of the same language, which give what this one does not have. Raises
    UnreadableCatalogueError.
    """
    catalogue = parse_catalogue(before, tag)
    for message in catalogue:
        _note_previous(message)
    was = {_key(it): it for it in catalogue if it.id}
    gone_before = {_key(it) for it in catalogue.obsolete.values()}
    _bring_back(catalogue, wanted := _template(phrases))
    catalogue.update(wanted, update_creation_date=False)
    for message in (it for it in catalogue if it.fuzzy and not it.previous_id and _key(it) in was):
        message.previous_id = was[_key(message)].previous_id
    for key, message in was.items():
        if key not in {_key(it) for it in wanted}:
            catalogue.obsolete.setdefault(key[0] if not key[1] else key, message)
    for name in [name for name, it in catalogue.obsolete.items() if not any(_strings(it))]:
        del catalogue.obsolete[name]
    taken = sum(_take(catalogue, other) for other in _readable(others, tag))
    done = {(it.phrase[0], it.context) for it in translated_in(catalogue) if it.given >= it.needed}
    every = {_key(it) for it in catalogue if it.id}
    gone = {_key(it) for it in catalogue.obsolete.values()} - gone_before
    return Updated(_written(catalogue), len(every), len(every - done), len(every - was.keys()), len(gone), taken)


def _template(phrases: Iterable[Phrase]) -> Catalog:
    template = Catalog()
    for it in phrases:
        template.add(
            (it.words, it.more) if it.more else it.words,
            locations=[(file, 0) for file in it.files],
            auto_comments=it.notes[:_MOST_NOTES],
            context=it.context or None,
        )
    return template


def _note_previous(message: Message) -> None:
    """What a phrase was when it was translated, if that has yet to be looked at: Babel reads it as a comment."""
    noted = "\n".join(it.removeprefix(_BEFORE).strip() for it in message.user_comments if it.startswith(_BEFORE))
    said = [denormalize(words) for words in _PREVIOUS.findall(noted)]
    message.previous_id = said if message.fuzzy else []
    message.user_comments = [it for it in message.user_comments if not it.startswith(_BEFORE)]


def _bring_back(catalogue: Catalog, wanted: Catalog) -> None:
    """What was gone and is said again has its old words."""
    for name, message in list(catalogue.obsolete.items()):
        if wanted.get(_key(message)[0], message.context) and not catalogue.get(_key(message)[0], message.context):
            catalogue[message.id] = message
            del catalogue.obsolete[name]


def _readable(others: Iterable[bytes], tag: str) -> Iterator[Catalog]:
    for other in others:
        with suppress(UnreadableCatalogueError):
            yield parse_catalogue(other, tag)


def _take(catalogue: Catalog, other: Catalog) -> int:
    """How many phrases that were not translated here are now, as the other catalogue has them."""
    is_alike = (catalogue.num_plurals, catalogue.plural_expr) == (other.num_plurals, other.plural_expr)
    sound = {(it.phrase, it.context) for it in translated_in(other) if not any(slips_in(it))}
    taken = 0
    for message in catalogue:
        known = other.get(_key(message)[0], message.context) if message.id and not any(_strings(message)) else None
        is_fit = known and known.id == message.id and (is_alike or not message.pluralizable)
        if known and is_fit and (_forms(known), known.context or "") in sound:
            message.string = known.string
            taken += 1
    return taken


def _key(message: Message) -> tuple[str, str]:
    return message.id if isinstance(message.id, str) else message.id[0], message.context or ""


def _forms(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _written(catalogue: Catalog) -> bytes:
    written = BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, include_previous=True)
    return written.getvalue()


def _plural(locale: Locale) -> str:
    """How many forms whole numbers have. Babel's table for gettext, or Unicode's where that tells more apart: the six
    of Welsh. Unicode's alone cannot be taken, since some of its forms are for fractions.
    """
    usual = get_plural(str(locale))
    told_apart = {locale.plural_form(number) for number in _SAMPLE}
    by_unicode = len(told_apart) > usual.num_plurals
    return (to_gettext(locale.plural_form) if by_unicode else str(usual)).rstrip("; ")


def _some(numbers: Sequence[int]) -> str:
    few = ", ".join(map(str, numbers[:_MOST_NUMBERS]))
    return f"{few} and so on" if len(numbers) > _MOST_NUMBERS else few or "no number up to 200"
