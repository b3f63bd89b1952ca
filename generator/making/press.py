"""Newsletters and reports on paper: PDF, tagged for PDF/UA-1 and for PDF/A. The only module that prints by Typst.

A theme's `newsletter/print.typ` says how an issue looks, `newsletter/print.json` in which words. The first is given
`page`, `site`, `theme` and those words as data and builds from them; no word of a writer's is ever read as markup. A
report has its `report/report.typ`, and all its words in its page.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from threading import local
from types import TracebackType
from typing import Any, Literal

import segno
import typst

from generator.briefing.newsletter_views import NewsletterPage
from generator.briefing.page_views import PageView
from generator.briefing.report_views import ReportPage
from generator.briefing.views import SiteView
from generator.domain.prose import InlineImage, Prose, runs_in
from generator.making.fonts import Characters, fonts_of
from generator.making.images import publishable
from generator.making.paper import Paper
from generator.making.render import Renderer, TemplateFailedError
from generator.making.row_headers import with_row_headers
from generator.making.theme import Theme
from generator.making.theme_file import shown
from generator.values import cached_property

_FOLDER = "newsletter"
_LOOKS = f"{_FOLDER}/print.typ"
_REPORT_FOLDER = "report"
_REPORT_LOOKS = f"{_REPORT_FOLDER}/report.typ"
_WORDS = f"{_FOLDER}/print.json"
_MOST_AT_ONCE = 8
# An archived file may hold files of any kind from PDF/A-3 on; an issue holds none.
_OF_ISSUES: Literal["a-2a"] = "a-2a"
_OF_REPORTS: Literal["a-3a"] = "a-3a"
_PACKAGE = re.compile(r"""["'](?:@|\\u\{0*40\})""")
_NOT_FOUND = re.compile(r"\(searched at (?P<file>.+)\)")
_LAID_OUT = f"of a theme, only its logo is, and what ends in `.typ` right in `{_FOLDER}` and `{_REPORT_FOLDER}`"
_PLACE = re.compile(r"(?P<file>[^/\\\s]+\.typ):(?P<line>\d+):\d+")


class Press:
    """One site's press, to be used in a `with`: it keeps the theme's templates and pictures in a folder of its own.

    `picture` gives the bytes of an image by its address on the site. `missing` are the characters that were replaced
    by a box, because none of the theme's fonts has them. Nothing is opened before the first issue is printed. Several
    issues are printed at once; what comes out does not depend on which is ready first.
    """

    def __init__(self, renderer: Renderer, theme: Theme, site: SiteView, picture: Callable[[str], bytes]) -> None:
        self._renderer = renderer
        self._theme = theme
        self._site = site
        self._picture = picture
        self._folder = TemporaryDirectory(prefix="golden-press-")
        self._root = Path(self._folder.name)
        self._of_thread = local()
        self._hands = ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST_AT_ONCE), "press")

    def __enter__(self) -> "Press":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._hands.shutdown(cancel_futures=True)
        self._folder.cleanup()

    @cached_property
    def _paper(self) -> Paper:
        return Paper(self._site.canonical, Characters(lambda: self._fonts))

    @cached_property
    def _plain_site(self) -> Any:
        return self._paper.plain(self._site)

    @cached_property
    def _plain_theme(self) -> Any:
        return self._paper.plain({"tokens": self._theme.tokens, "options": self._theme.options})

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return fonts_of(self._theme)

    @cached_property
    def _families(self) -> list[str]:
        own = str(self._theme.tokens["print"]["family"])
        return [own, *(it for it in self._fonts.families() if it != own)]

    @cached_property
    def _templates(self) -> Path:
        """The press's own folder, with the theme's files laid out in it."""
        for folder in reversed(self._theme.folders):  # a child's file stands over its parent's
            for file in sorted((*folder.glob(f"{_FOLDER}/[!.]*.typ"), *folder.glob(f"{_REPORT_FOLDER}/[!.]*.typ"))):
                text = file.read_bytes()
                _refuse_packages(file, text)
                self._put(f"{file.parent.name}/{file.name}", text)
        logo = str(self._theme.options.get("logo", ""))
        if logo:
            file = self._theme_file(logo)
            self._put(logo, publishable(file.read_bytes(), shown(file)))
        return self._root

    @property
    def missing(self) -> frozenset[str]:
        return frozenset(self._paper.missing)

    def issue(self, page: NewsletterPage, *, large: bool) -> bytes:
        """The finished PDF, in large print or not. Raises TemplateFailedError."""
        return self.begin(page, large=large).result()

    def begin(self, page: NewsletterPage, *, large: bool) -> Future[bytes]:
        """The PDF to come. Raises TemplateFailedError at once for the words, in the result for the looks, and
        UnreadableImageError for the theme's logo.
        """
        self._lay_out(_pictures(page))
        template, data = self._templates / _LOOKS, self._data(page, large)
        return self._hands.submit(self._print, template, data, page.published.machine, _OF_ISSUES)

    def begin_report(self, page: ReportPage) -> Future[bytes]:
        """The PDF to come, with the documents of its appendices attached. Raises TemplateFailedError in the result."""
        self._lay_out({appendix.file for appendix in page.appendices})
        made_on = page.made_on.machine
        data = json.dumps(
            {"page": self._paper.report(page, self._site.terms), **self._beside(made_on)}, ensure_ascii=False
        )
        return self._hands.submit(self._print, self._templates / _REPORT_LOOKS, data, made_on, _OF_REPORTS)

    def _lay_out(self, files: Iterable[str]) -> None:
        """Files of the content where templates find them."""
        for target in sorted(files):
            if not (self._root / target).is_file():
                self._put(target, self._picture(target))

    def _print(self, template: Path, data: str, published: str, archive: Literal["a-2a", "a-3a"]) -> bytes:
        """One paper, on a thread of the press's: Typst leaves Python to others while it works."""
        try:
            file = self._compiler(template).compile(
                sys_inputs={"issue": data},
                pdf_standards=[archive, "ua-1"],
                timestamp=datetime.combine(date.fromisoformat(published), time(), UTC),
            )
        except typst.TypstError as error:
            name, line = _place(error, template)
            raise TemplateFailedError(self._theme_file(name), line, self._why(error)) from error
        if not isinstance(file, bytes):
            raise TypeError("Typst gave no file")
        return with_row_headers(file)

    def _why(self, error: typst.TypstError) -> str:
        """Typst's words; of a file that was not laid out, ours: it tells where in our own folder it looked."""
        asked, root = _NOT_FOUND.search(error.message), self._root.resolve()
        if not asked or not (file := Path(asked["file"]).resolve()).is_relative_to(root):
            return error.message
        return f"there is no `{file.relative_to(root).as_posix()}` for print: {_LAID_OUT}"

    def _compiler(self, template: Path) -> typst.Compiler:
        """Each thread has its own, which keeps what it has read of the theme."""
        compilers: dict[Path, typst.Compiler] = vars(self._of_thread).setdefault("compilers", {})
        if template not in compilers:
            packages = str(self._root / "packages")  # none, whatever stands about on this machine
            compilers[template] = typst.Compiler(
                str(template),
                root=str(self._root),
                font_paths=self._fonts,
                package_path=packages,
                package_cache_path=packages,
            )
        return compilers[template]

    def _data(self, page: NewsletterPage, large: bool) -> str:
        words = self._words(page)
        data: Mapping[str, Any] = {
            "page": self._paper.issue(page, self._site.terms, str(words.get("link", ""))),
            "words": self._paper.plain(words),
            "large": large,
            "qr": _qr(page.web) if page.web else "",
            **self._beside(page.published.machine),
        }
        return json.dumps(data, ensure_ascii=False)

    def _beside(self, published: str) -> dict[str, Any]:
        """What every paper is given beside its own page."""
        language, _, region = self._site.language.partition("-")
        return {
            "site": self._plain_site,
            "theme": self._plain_theme,
            "language": language,
            "region": region or None,
            "published": published,
            "families": self._families,
        }

    def _words(self, page: PageView) -> Any:
        text = self._renderer.data(_WORDS, page).decode("utf-8")
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            raise TemplateFailedError(self._theme_file(_WORDS), error.lineno, f"it is not JSON: {error.msg}") from error

    def _put(self, name: str, content: bytes) -> None:
        file = self._root.joinpath(*PurePosixPath(name).parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def _theme_file(self, name: str) -> Path:
        return next((it / name for it in self._theme.folders if (it / name).is_file()), self._theme.folders[0] / name)


def _refuse_packages(file: Path, text: bytes) -> None:
    """Typst would fetch one from the network. Its name is a string that begins with `@`, also where it is put together
    of several. Raises TemplateFailedError.
    """
    for number, line in enumerate(text.decode("utf-8", errors="replace").splitlines(), 1):
        if _PACKAGE.search(line):
            why = "it asks for a package, which would come from the network: put what it needs into the theme"
            raise TemplateFailedError(file, number, why)


def _pictures(page: NewsletterPage) -> set[str]:
    return {run.target for prose in _prose_of(page) for run in runs_in(prose) if isinstance(run, InlineImage)}


def _prose_of(page: NewsletterPage) -> tuple[Prose, ...]:
    """All words of an issue that a writer may have put a picture into."""
    actions = [action for part in page.parts for section in part.sections for action in section.actions]
    return (
        page.objective,
        *(letter.letter for letter in page.letters),
        *(part.summary for part in page.parts),
        *(part.introduction for part in page.parts),
        *(action.text for action in actions),
        *(action.detail for action in actions),
    )


@lru_cache(maxsize=256)
def _qr(address: str) -> str:
    """The address as a QR code in SVG, with the quiet zone of four modules that readers need."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=4, xmldecl=False, light="#ffffff")
    return out.getvalue().decode("utf-8")


def _place(error: typst.TypstError, template: Path) -> tuple[str, int]:
    """The file below the theme's folder and the line that an error was found at; the line is 0 where none is told.

    A template of another folder than `template` is one of the newsletter's, which others may use.
    """
    told = _PLACE.search(error.diagnostic)
    if not told:
        return f"{template.parent.name}/{template.name}", 0
    is_beside = (template.parent / told["file"]).is_file()
    return f"{template.parent.name if is_beside else _FOLDER}/{told['file']}", int(told["line"])
