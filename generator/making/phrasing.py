"""The functions by which templates say words of the interface in the language of the site: `_`, `ngettext` and more."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from generator.values import dataclass

Functions = Mapping[str, Callable[..., str]]

_HAS_MARKUP = re.compile("[<&]").search


@dataclass(frozen=True, slots=True)
class Phrases:
    """`as_words` gives back what may be put into a phrase, and refuses all else when it is shown. `is_markup` says
    whether the template's other words are.
    """

    as_words: Callable[[Any], Any]
    is_markup: bool

    def said(self, translate: Callable[[str], str], translate_in: Callable[[str, str], str]) -> Functions:
        """By the names that templates call them; each phrase is looked up once. `translate_in` is given the context of
        a phrase before its words.
        """
        known: dict[str, str] = {}
        whole: dict[str, str] = {}  # those in which no value stands

        def gettext(words: str, /, **values: object) -> str:
            if words in whole:
                return whole[words]
            found = known.get(words)
            if found is None:
                found = known[words] = self._worded(translate(words), words)
                if "%" not in found:
                    whole[words] = found
            return self._filled(found, values)

        def pgettext(context: str, words: str, /, **values: object) -> str:
            return self._filled(self._worded(translate_in(context, words), words), {"context": context, **values})

        return _called_as_they_are({"gettext": gettext, "_": gettext, "pgettext": pgettext})

    def counted(
        self,
        translate: Callable[[str, str, int], str],
        written: Callable[[int], str],
        translate_in: Callable[[str, str, str, int], str],
    ) -> Functions:
        """Those that a number decides, which stands in them for `num` as `written` gives it."""

        def ngettext(one: str, more: str, number: int, /, **values: object) -> str:
            words = self._worded(translate(one, more, number), one, more)
            return self._filled(words, {"num": written(number), **values})

        def npgettext(context: str, one: str, more: str, number: int, /, **values: object) -> str:
            words = self._worded(translate_in(context, one, more, number), one, more)
            return self._filled(words, {"context": context, "num": written(number), **values})

        return _called_as_they_are({"ngettext": ngettext, "npgettext": npgettext})

    def _filled(self, phrase: str, values: Mapping[str, object]) -> str:
        """The phrase with the values in it."""
        try:
            return phrase % {name: self.as_words(value) for name, value in values.items()}
        except KeyError as error:
            raise SecurityError(f"nothing is put into a phrase for `%({error.args[0]})s`") from error
        except (TypeError, ValueError) as error:
            raise SecurityError(f"`{phrase}` cannot be said: write `%%` for a per cent sign in a phrase") from error

    def _worded(self, words: str, *phrase: str) -> str:
        """Words out of a catalogue. They are markup only where a template's own phrase is: the author of the template
        has looked after that, and a translator's quotes must not end an attribute.
        """
        if not self.is_markup:
            return words
        return Markup(words) if words in phrase or any(map(_HAS_MARKUP, phrase)) else escape(words)  # noqa: S704  the template's own


def in_no_context(_: str, words: str) -> str:
    """A phrase that no catalogue was asked for."""
    return words


def counted_in_no_context(_: str, one: str, more: str, number: int) -> str:
    """The same, as English counts."""
    return one if number == 1 else more


def _called_as_they_are(phrases: dict[str, Callable[..., str]]) -> Functions:
    """With the names by which templates call them, which Python's own messages tell."""
    for function in phrases.values():
        function.__qualname__ = function.__name__
    return phrases
