"""The sizes of files that are made beside the pages that name them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.briefing.newsletter_views import NewsletterPage, NewslettersPage
from generator.briefing.open_data_views import DataDownload, DataPage
from generator.briefing.page_views import EditionPage, PageView
from generator.briefing.statement_views import FormatsPage
from generator.briefing.views import DownloadView
from generator.briefing.wording import Wording

D = TypeVar("D", DownloadView, DataDownload)


def files_named(page: PageView) -> tuple[str, ...]:
    """The addresses of the files whose sizes a page tells."""
    return tuple(download.address for download in _downloads(page))


def with_sizes(page: PageView, lengths: Mapping[str, int], wording: Wording) -> PageView:
    """The page with the size of each file that it names, as far as `lengths` has them, in bytes."""
    named = [download.address for download in _downloads(page)]
    sizes = {found: wording.size(lengths[found]) for found in named if found in lengths}
    match page:
        case NewsletterPage(files=files):
            return replace(page, files=_sized(files, sizes))
        case DataPage(files=files, package=package):
            sized = tuple(replace(it, file=_with_size(it.file, sizes)) for it in files)
            return replace(page, files=sized, package=_with_size(package, sizes))
        case EditionPage() | NewslettersPage() | FormatsPage():
            return replace(page, issues=tuple(replace(it, files=_sized(it.files, sizes)) for it in page.issues))
        case _:
            return page


def _downloads(page: PageView) -> Iterable[DownloadView | DataDownload]:
    match page:
        case NewsletterPage(files=files):
            return files
        case DataPage(files=files, package=package):
            return [*(it.file for it in files), package]
        case EditionPage(issues=issues) | NewslettersPage(issues=issues) | FormatsPage(issues=issues):
            return [download for issue in issues for download in issue.files]
        case _:
            return ()


def _sized(files: tuple[DownloadView, ...], sizes: Mapping[str, str]) -> tuple[DownloadView, ...]:
    return tuple(_with_size(file, sizes) for file in files)


def _with_size(file: D, sizes: Mapping[str, str]) -> D:
    return replace(file, size=sizes.get(file.address, ""))
