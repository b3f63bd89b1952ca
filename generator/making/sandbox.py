"""What a template may ask of what it is given, and what of the theme that is: it lays out words, and reaches no file.

What is allowed is listed: our own frozen values, plain ones, and what Jinja makes itself. All else is refused, whatever
led to it.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import BuiltinMethodType, FunctionType, MappingProxyType, MethodType, NoneType
from typing import Any, ClassVar

from jinja2 import Environment, Undefined
from jinja2.environment import Template, TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup, escape

from generator.making.theme import Theme
from generator.values import dataclass, is_frozen

_PLAIN = frozenset(
    {
        *(str, Markup, bytes, int, float, bool, NoneType, date, datetime),
        *(tuple, list, set, frozenset, dict, MappingProxyType, range),
    }
)
# What `groupby` gives has no public name in Jinja, so it is asked for one.
_GROUP = type(Environment().call_filter("groupby", ("",), ("any",))[0])  # noqa: S701  nothing is rendered here
_JINJAS = frozenset(
    {LoopContext, Macro, Namespace, Cycler, Joiner, TemplateModule, TemplateReference, BlockReference, _GROUP}
)
_NOT_OURS = _PLAIN | _JINJAS
_MOST = 100_000  # numbers that one page may count with `range`, and what it may multiply to
_HAS_MARKUP = re.compile("[<&]").search


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The theme as templates see it: its names, tokens, options, and the pictures of its mark. Its folders are ours."""

    name: str
    title: str
    tokens: Mapping[str, Any]
    options: Mapping[str, str]
    icons: tuple[str, ...]


def seen(theme: Theme) -> ThemeView:
    return ThemeView(theme.name, theme.title, theme.tokens, theme.options, theme.icons)


_escape_short = lru_cache(maxsize=4096)(escape)  # most values that a page shows stand on others too
_SHORT = 200  # letters


def _escape(value: Any) -> Markup:
    """What MarkupSafe's own gives, sooner: it copies what is escaped already, and remembers nothing."""
    kind = type(value)
    if kind is Markup:
        escaped: Markup = value
        return escaped
    return _escape_short(value) if kind is str and len(value) < _SHORT else escape(value)


def _is_too_much(operator: str, left: Any, right: Any) -> bool:
    """Whether the product would be longer than what a page may count to: in letters, members or binary digits."""
    if operator == "*":
        return any(
            isinstance(many, int) and hasattr(of, "__len__") and len(of) * many > _MOST
            for of, many in ((left, right), (right, left))
        )
    return isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > _MOST


class _Template(Template):
    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """With our `escape` in place of the one that Jinja puts among the globals of each template's code."""
        template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = _escape
        return template


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox in which nothing can be changed, so that each page is made of the same; with a shorter way to
    what a template does most: to read our own frozen values, to call a macro, and to say a phrase of the interface. A
    name that begins with `_`, and all else, goes the longer way.
    """

    template_class = _Template
    intercepted_binops = frozenset(("*", "**"))
    _ours: ClassVar[set[type]] = set()  # the kinds of our frozen values that were met

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._counted = 0

        def count(*numbers: int) -> range:
            """Of all together on one page: two loops within each other, of a few numbers each, would hardly end."""
            counted = range(*numbers)
            # Not `len`, which cannot tell the length of what is longer than a machine can count.
            self._counted += max(0, (counted.stop - counted.start) // counted.step)
            if self._counted > _MOST:
                raise SecurityError(f"it counts to more than {_MOST:,} with `range`")
            return counted

        count.__name__ = "range"  # what a template calls it, and messages
        self.globals["range"] = count

    def begin(self) -> None:
        """Before each page: what `range` has counted so far is forgotten."""
        self._counted = 0

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if _is_too_much(operator, left, right):
            raise SecurityError("it makes more of something than any page needs")
        return super().call_binop(context, operator, left, right)

    def say(self, translate: Callable[[str], str]) -> None:
        """Phrases in the language that `translate` gives; each is looked up once."""
        said: dict[str, str] = {}
        whole: dict[str, str] = {}  # those in which no value stands

        def phrase(words: str, /, **values: object) -> str:
            if words in whole:
                return whole[words]
            found = said.get(words)
            if found is None:
                found = said[words] = self._worded(translate(words), words)
                if "%" not in found:
                    whole[words] = found
            return found % values

        self._phrase = self.globals["gettext"] = self.globals["_"] = phrase

    def count(self, translate: Callable[[str, str, int], str], written: Callable[[int], str]) -> None:
        """Phrases that a number decides, which stands in them for `num` as `written` gives it."""

        def counted(one: str, more: str, number: int, /, **values: object) -> str:
            return self._worded(translate(one, more, number), one, more) % {"num": written(number), **values}

        self.globals["ngettext"] = counted

    def _worded(self, words: str, *phrase: str) -> str:
        """Words out of a catalogue. They are markup only where a template's own phrase is: the author of the template
        has looked after that, and a translator's quotes must not end an attribute.
        """
        if not self.autoescape:
            return words
        return Markup(words) if words in phrase or any(map(_HAS_MARKUP, phrase)) else escape(words)  # noqa: S704  the template's own

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain dict, where Jinja gives a chain of two: each import of macros compares all names, sooner so.

        That it is a copy does no harm: no global is added after the first template is loaded.
        """
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if kind in self._ours and attribute[:1] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        elif kind not in _NOT_OURS and _is_ours(kind):
            self._ours.add(kind)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return self._is_open(type(obj)) and super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Refused when it is used, in words that name no module of ours."""
        why = f"a template may not read `{attribute}` of {_named(obj)}"
        return self.undefined(why, name=attribute, obj=obj, exc=SecurityError)

    def is_safe_callable(self, obj: Any) -> bool:
        """What Jinja gives to every template, and what plain values and its own objects can do."""
        match obj:
            case MethodType() | BuiltinMethodType():
                owner = type(obj.__self__)
                is_open = (owner in _PLAIN or owner in _JINJAS) and super().is_safe_callable(obj)
            case FunctionType():
                is_open = obj.__globals__.get("__name__", "").startswith("jinja2.")
            case _:
                is_open = type(obj) in _JINJAS or isinstance(obj, Undefined)
        return is_open or any(obj is given for given in self.globals.values())

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        if type(called) is Macro:
            args = (context.eval_ctx, *args)
        elif called is not self._phrase:
            if not self.is_safe_callable(called):
                raise SecurityError(f"a template may not call {_named(called)}")
            return context.call(called, *args, **kwargs)
        if kwargs:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)

    def _is_open(self, kind: type) -> bool:
        return kind in _PLAIN or kind in self._ours or kind in _JINJAS or _is_ours(kind) or issubclass(kind, Undefined)


def _is_ours(kind: type) -> bool:
    """Whether it is one of our frozen values, or a name out of a list of ours."""
    if kind.__module__.partition(".")[0] != __name__.partition(".")[0]:
        return False
    return is_frozen(kind) or issubclass(kind, Enum)


def _named(thing: object) -> str:
    """By its type or its name. Its repr may be long, and may tell an address in memory or a path."""
    if isinstance(thing, MethodType | BuiltinMethodType | FunctionType):
        return f"`{thing.__name__}`"
    return f"a `{type(thing).__name__}`"
