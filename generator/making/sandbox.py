"""What a template may ask of what it is given, and what of the theme that is: it lays out words, and reaches no file.

What is allowed is listed: our own frozen values, plain ones, and what Jinja makes itself. All else is refused, whatever
led to it.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache, wraps
from types import BuiltinMethodType, FunctionType, MappingProxyType, MethodType, NoneType
from typing import Any, ClassVar

from jinja2 import Environment, Undefined
from jinja2.environment import Template, TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace, pass_eval_context
from markupsafe import Markup, escape

from generator.making.phrasing import Phrases, counted_in_no_context, in_no_context
from generator.making.template_trees import without_chance
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
_WORDS = (str, int, float, date, NoneType, Undefined)  # what can stand on a page; of the last, its class decides
_MAKE_WORDS = (  # filters
    *("capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower", "replace", "safe", "string"),
    *("striptags", "title", "trim", "truncate", "upper", "wordcount", "wordwrap"),
)
_MOST = 100_000  # numbers that one page may count with `range`, and letters or members that a product may have


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


def _why_no_words(value: Any) -> str:
    """Why it cannot be shown, and what to write."""
    if callable(value):
        return f"{_named(value)} is shown and not called: write brackets after it"
    if isinstance(value, Iterator):
        return "a list that is not joined yet cannot be shown: write `| join(', ')` after it"
    return f"{_named(value)} is not words: name what of it is to be shown"


def _is_steady(value: Any) -> bool:
    """Whether it is the same whenever it is asked for, as a counter is not, nor what can be gone through only once."""
    if isinstance(value, list | tuple):
        return all(map(_is_steady, value))
    if isinstance(value, dict):
        return all(map(_is_steady, value.values()))
    return type(value) in _PLAIN or isinstance(value, Macro | TemplateModule | Undefined)


def _is_too_much(operator: str, left: Any, right: Any) -> bool:
    """Whether the product would be longer than what a page may count to: in letters, members or binary digits."""
    if operator == "*":
        return any(
            isinstance(many, int) and hasattr(of, "__len__") and len(of) * many > _MOST
            for of, many in ((left, right), (right, left))
        )
    return isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > _MOST


class _Template(Template):
    environment: "Sandbox"

    @classmethod
    def from_code(cls, environment: Any, *args: Any, **kwargs: Any) -> Template:
        """With ours in place of what Jinja puts among the globals of each template's code."""
        template = super().from_code(environment, *args, **kwargs)
        template.root_render_func.__globals__.update(environment.showing)
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """What others import of it, which is made once for all pages. So nothing in it may change from one page to the
        next: which pages are made again, and in which order, would then be seen on them.
        """
        if self._module is None:
            outer, self.environment.makes_for_all = self.environment.makes_for_all, True
            try:
                self._module = self.make_module()
            finally:
                self.environment.makes_for_all = outer
        return super()._get_default_module(ctx)

    def make_module(self, *args: Any, **kwargs: Any) -> TemplateModule:
        """What is imported with context: for one page, unless what imports it is made for all."""
        context = self.new_context(*args, **kwargs)
        module = TemplateModule(self, context)
        for name, value in context.vars.items() if self.environment.makes_for_all else ():
            if not _is_steady(value):
                raise SecurityError(
                    f"`{name}` of `{self.name}` goes on from page to page: make it within a macro, "
                    "or write `with context` after the import"
                )
        return module


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox in which nothing can be changed, so that each page is made of the same; with a shorter way to
    what a template does most: to read our own frozen values, to call a macro, and to say a phrase of the interface. A
    name that begins with `_`, and all else, goes the longer way.
    """

    template_class = _Template
    intercepted_binops = frozenset(("*", "**", "%"))
    _ours: ClassVar[set[type]] = set()  # the kinds of our frozen values that were met

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without_chance(self)
        # What the code of each template calls by these names: for what it shows, and for what `~` puts together.
        self.showing: Mapping[str, Callable[[Any], str]] = {
            "escape": self._escape,
            "str": lambda value: str(self._words(value)),
            "markup_join": lambda values: markup_join(map(self._words, values)),
            "str_join": lambda values: str_join(map(self._words, values)),
        }
        self.filters |= {name: self._of_words(self.filters[name]) for name in _MAKE_WORDS}
        self.filters["join"] = self._join
        self.makes_for_all = False
        self._ranged = 0  # numbers that the page has counted with `range` so far
        self.globals["range"] = self._limited_range()

    def _escape(self, value: Any) -> Markup:
        """What MarkupSafe's own gives, sooner: it copies what is escaped already, and remembers nothing."""
        kind = type(value)
        if kind is Markup:
            escaped: Markup = value
            return escaped
        return _escape_short(value) if kind is str and len(value) < _SHORT else escape(self._words(value))

    def _words(self, value: Any) -> Any:
        """The value, if it can stand among words. Anything else would be shown as Python tells of it to programmers:
        with all that is in it, or with where it is in memory, which is elsewhere in each build.
        """
        if isinstance(value, _WORDS) or hasattr(value, "__html__"):
            return value
        return self.undefined(_why_no_words(value), exc=SecurityError)

    def _of_words(self, made: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that is given words alone."""

        @wraps(made)
        def of_words(*given: Any, **named: Any) -> Any:
            words = (it if isinstance(it, EvalContext | Environment) else self._words(it) for it in given)
            return made(*words, **{name: self._words(value) for name, value in named.items()})

        return of_words

    @pass_eval_context
    def _join(self, context: EvalContext, value: Any, d: str = "", attribute: str | int | None = None) -> Any:
        members = value if attribute is None else map(make_attrgetter(self, attribute), value)
        return do_join(context, map(self._words, members), d)

    def _limited_range(self) -> Callable[..., range]:
        """What templates have in place of `range`. All that one page counts is limited together: two loops within each
        other, of a few numbers each, would hardly end.
        """

        def limited(*numbers: int) -> range:
            wanted = range(*numbers)
            # Not `len`, which cannot tell the length of what is longer than a machine can count.
            self._ranged += max(0, (wanted.stop - wanted.start) // wanted.step)
            if self._ranged > _MOST:
                raise SecurityError(f"it counts to more than {_MOST:,} with `range`")
            return wanted

        limited.__name__ = limited.__qualname__ = "range"  # what a template calls it, and messages
        return limited

    def begin(self) -> None:
        """Before each page: what `range` has counted so far is forgotten."""
        self._ranged = 0

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if _is_too_much(operator, left, right):
            raise SecurityError("it makes more of something than any page needs")
        if operator == "%" and isinstance(left, str):  # what is put into words has to be words itself
            within = right.values() if isinstance(right, Mapping) else right if isinstance(right, tuple) else (right,)
            for value in within:
                self.showing["str"](value)
        return super().call_binop(context, operator, left, right)

    def say(self, translate: Callable[[str], str], translate_in: Callable[[str, str], str] = in_no_context) -> None:
        """Phrases in the language that `translate` gives."""
        self.globals |= self._phrases.said(translate, translate_in)
        self._phrase = self.globals["gettext"]

    def say_counted(
        self,
        translate: Callable[[str, str, int], str],
        written: Callable[[int], str],
        translate_in: Callable[[str, str, str, int], str] = counted_in_no_context,
    ) -> None:
        """Phrases that a number decides, as `Phrases` says them."""
        self.globals |= self._phrases.counted(translate, written, translate_in)

    @property
    def _phrases(self) -> Phrases:
        return Phrases(self._words, is_markup=bool(self.autoescape))

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
