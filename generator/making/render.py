"""Templates to bytes, with sandbox.py, which guards them, phrasing.py, what they say, and compiled.py, which keeps what
Jinja makes of them. No other module shows a template; those that only read them are named template_ for it, and
unescaped.py.

A template gets exactly `page`, `site` and `theme`, the filters `url`, `prose` and `runs`, and the words of a catalogue.
One of plain text also gets `links()`, the addresses that its words have named so far.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from markupsafe import Markup

from generator.briefing.page_views import PageView
from generator.briefing.views import SiteView
from generator.briefing.wording import Wording
from generator.domain import address
from generator.domain.prose import Prose
from generator.making.compiled import Compiled, Known
from generator.making.glossary import Expander
from generator.making.jinja_words import in_our_words
from generator.making.prose import PageWords, blocks_html, runs_html
from generator.making.sandbox import Sandbox, seen
from generator.making.sent import as_sent, whole
from generator.making.theme import Theme, is_hidden
from generator.values import cached_property

if TYPE_CHECKING:
    from generator.making.plain_text import PlainWords

_OUTSIDE = ("https:", "http:", "mailto:", "tel:")


class TemplateFailedError(Exception):
    """A template cannot be shown: which file and line of it, and why. The line is 0 where it is not known."""

    def __init__(self, file: Path, line: int, why: str) -> None:
        super().__init__(why)
        self.file = file
        self.line = line
        self.why = why


_NO_FIELD = re.compile(r"'(?:\w+\.)*(?P<view>\w+) object' has no attribute '(?P<name>\w+)'")


def _why(error: Exception) -> str:
    """Jinja's words; what a view has not in those of `golden theme check`, which writes no paths of our modules."""
    if isinstance(error, MemoryError):
        return "it needs more memory than there is"
    found = _NO_FIELD.fullmatch(str(error))
    if not found and isinstance(error, TemplateError):
        return in_our_words(str(error))[0] or type(error).__name__
    return f"`{found['view']}` has no `{found['name']}`" if found else str(error) or type(error).__name__


# What a template is compiled to follows from its source. One for plain text escapes nothing: the two must never meet.
_COMPILED: Mapping[str, Known] = {"markup": {}, "plain": {}}


class _Templates(FileSystemLoader):
    """What is hidden in a theme is no part of it, and no page would be made again where it changes."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if is_hidden(template):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


class Renderer:
    """One site's templates; pages are made one after the other, since each remembers the terms that it has expanded."""

    def __init__(
        self,
        theme: Theme,
        site: SiteView,
        translations: NullTranslations,
        undefined: type[Undefined] = StrictUndefined,
        compiled_in: Path | None = None,
    ) -> None:
        """`undefined` stands for a name that is not there; unless told otherwise, using one is a fault.

        `compiled_in` is the folder in which compiled templates are kept; None keeps them for this process alone.
        """
        self._theme = theme
        self._seen = seen(theme)
        self._undefined = undefined
        self._compiled_in = compiled_in
        self._site = site
        self._translate: Callable[[str], str] = translations.gettext
        self._page: PageView | None = None
        self._words: PageWords | None = None
        self._is_sent = False
        self._environment = self._make_environment(translations)
        self.translations = translations

    @property
    def language(self) -> str:
        return self._site.language

    def page(self, template: str, page: PageView) -> bytes:
        """The finished page in UTF-8. Raises TemplateFailedError."""
        return self._written(template, self._html(template, page, is_sent=False))

    def sent(self, template: str, page: PageView) -> str:
        """The page as a letter, which leaves the site: it leads only to whole addresses, and has no pictures.

        An address within a site whose own is not known is empty. Raises TemplateFailedError.
        """
        return self._html(template, page, is_sent=True)

    def plain_text(self, template: str, page: PageView) -> str:
        """The page as text without any markup, its lines as long as they are. Raises TemplateFailedError."""
        self._page, self._is_sent = page, True
        self._plain.begin(Expander(self._site.terms))
        return self._render(self._plain_environment, template, page=page)

    def data(self, template: str, page: PageView) -> bytes:
        """Words as data, such as those of paper in JSON: nothing in them is written as HTML would have it, which would
        be read as it stands, such as `&#39;` in a name. In UTF-8. Raises TemplateFailedError.
        """
        return self._written(template, self.plain_text(template, page))

    def asset(self, template: str) -> bytes:
        """An asset that is a template, such as the stylesheet: it sees no page. Raises TemplateFailedError."""
        self._page, self._is_sent = None, False
        return self._written(template, self._render(self._environment, template))

    def _written(self, template: str, shown: str) -> bytes:
        try:
            return shown.encode("utf-8")
        except UnicodeEncodeError as error:
            why = f"it shows half a character, `\\u{ord(shown[error.start]):x}`, which no file can hold"
            raise TemplateFailedError(self.file_of(template), 0, why) from error

    def file_of(self, template: str) -> Path:
        """The file of a template that was shown."""
        return Path(self._environment.get_template(template).filename or self._theme_file)

    def _html(self, template: str, page: PageView, is_sent: bool) -> str:
        self._page, self._is_sent = page, is_sent
        self._words = self._no_words_yet()
        return self._render(self._environment, template, page=page)

    def _no_words_yet(self) -> PageWords:
        site = self._site
        return PageWords(self._url, self._translate, Expander(site.terms), site.audience_title, site.direction)

    def _render(self, environment: Sandbox, template: str, **values: object) -> str:
        environment.begin()
        try:
            return environment.get_template(template).render(site=self._site, theme=self._seen, **values)
        except TemplateNotFound as error:
            file, line = _place_in_template(error.__traceback__, self._theme.folders)
            raise TemplateFailedError(file, line, f"the theme has no `{error.name}`") from error
        except TemplateSyntaxError as error:
            file = Path(error.filename) if error.filename else self._theme_file
            why, _ = in_our_words(error.message or "it cannot be read")
            raise TemplateFailedError(file, error.lineno, why) from error
        except (UnicodeDecodeError, RecursionError, SyntaxError) as error:
            from generator.making.template_names import why_unreadable  # noqa: PLC0415  few templates are so wrong

            file, line = _place_in_template(error.__traceback__, self._theme.folders)
            raise TemplateFailedError(*why_unreadable(error, file, line, self._theme.folders)) from error
        except (
            TemplateError,
            SecurityError,
            TypeError,
            ValueError,
            LookupError,
            AttributeError,
            ArithmeticError,
            RuntimeError,
            MemoryError,
        ) as error:
            file, line = _place_in_template(error.__traceback__, self._theme.folders)
            raise TemplateFailedError(file, line, _why(error)) from error

    @property
    def _theme_file(self) -> Path:
        return self._theme.folders[0] / "theme.yml"

    def _make_environment(self, translations: NullTranslations, is_plain: bool = False) -> Sandbox:
        kind = "plain" if is_plain else "markup"
        environment = Sandbox(
            loader=_Templates([str(folder) for folder in self._theme.folders]),
            undefined=self._undefined,
            autoescape=not is_plain,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=Compiled(_COMPILED[kind], self._compiled_in / kind if self._compiled_in else None),
            auto_reload=False,  # a theme that has changed gets another renderer
        )
        environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
        environment.say(translations.gettext, translations.pgettext)
        environment.say_counted(translations.ngettext, Wording(self._site.language).count, translations.npgettext)
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        # A filter that asks for the context is not folded away at compile time: what it gives depends on the page.
        environment.filters["url"] = self._url_filter
        environment.filters["prose"] = self._prose
        environment.filters["runs"] = self._runs
        return environment

    @cached_property
    def _plain(self) -> "PlainWords":
        from generator.making.plain_text import PlainWords  # noqa: PLC0415  only newsletters are plain text

        return PlainWords(self._url, self._translate, self._site.audience_title)

    @cached_property
    def _plain_environment(self) -> Sandbox:
        environment = self._make_environment(self.translations, is_plain=True)
        environment.filters["prose"] = self._plain_prose
        environment.filters["runs"] = self._plain_runs
        environment.globals["links"] = self._plain.links
        return environment

    def _url(self, target: str) -> str:
        """An address as the page must write it; relative, so that a site works wherever it is put.

        It names index.html, because a site that is opened from a folder has no server to find it. The page for missing
        addresses may be shown anywhere, so it writes whole addresses; so does what is sent.
        """
        if target.startswith(_OUTSIDE):
            return target
        page = self._page
        if self._is_sent:
            return whole(target, self._site.canonical)
        if page is not None and page.is_found_anywhere:
            return f"{self._site.canonical or '/'}{quote(target, safe='/#')}"
        return relative(target, page.address if page else "assets/")

    @pass_context
    def _url_filter(self, _: Context, target: str) -> str:
        return self._url(target)

    @pass_context
    def _prose(self, _: Context, prose: Prose, heading: int = 2, addresses: bool = False, anew: bool = False) -> Markup:
        """`anew` is for what is read apart from all that stands before it, such as an entry of a feed."""
        if anew:
            self._words = self._no_words_yet()
        made = blocks_html(self._leaving(prose), self._known_words(), heading, addresses)
        return Markup(made)  # noqa: S704  escaped where it is written

    @pass_context
    def _runs(self, _: Context, prose: Prose) -> Markup:
        return Markup(runs_html(self._leaving(prose), self._known_words()))  # noqa: S704  escaped where it is written

    @pass_context
    def _plain_prose(self, _: Context, prose: Prose, indent: int = 0) -> str:
        return self._plain.blocks(self._leaving(prose), indent)

    @pass_context
    def _plain_runs(self, _: Context, prose: Prose) -> str:
        return self._plain.runs(self._leaving(prose))

    def _leaving(self, prose: Prose) -> Prose:
        return as_sent(prose, self._url, self._translate) if self._is_sent else prose

    def _known_words(self) -> PageWords:
        if self._words is None:
            raise ValueError("prose can only be shown on a page")
        return self._words


def relative(target: str, from_address: str) -> str:
    """The way from one address of a site to another, as a relative reference; a fragment of the same page stays one."""
    path, mark, fragment = target.partition("#")
    if mark and path == from_address:
        return f"#{fragment}"
    there, here = _steps(path), _steps(from_address)[:-1]
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + _quoted(there[shared:]) + mark + fragment


@lru_cache(maxsize=65536)
def _steps(page: str) -> tuple[str, ...]:
    return tuple(address.file_at(page).split("/"))


@lru_cache(maxsize=65536)
def _quoted(steps: tuple[str, ...]) -> str:
    return quote("/".join(steps))


def _place_in_template(traceback: TracebackType | None, folders: tuple[Path, ...]) -> tuple[Path, int]:
    """The innermost line of a template that an error came from, by the names that Jinja writes into the traceback.

    The theme itself where there is none.
    """
    for frame in reversed(extract_tb(traceback)):
        file = Path(frame.filename)
        if any(folder in file.parents for folder in folders):
            return file, frame.lineno or 0
    return folders[0] / "theme.yml", 0
