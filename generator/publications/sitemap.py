"""The list of pages for search engines, made from what all other publications plan."""

from collections.abc import Iterable, Iterator

from generator.briefing.describe import Describer
from generator.briefing.sitemap import address_of_sitemap, sitemap
from generator.publications.artifact import Artifact, FromTemplate

_PAGE = "index.html"


def publish(describe: Describer, planned: Iterable[Artifact]) -> Iterator[Artifact]:
    if not address_of_sitemap(describe):
        return
    pages = (it.path.removesuffix(_PAGE) for it in planned if it.path.rpartition("/")[2] == _PAGE)
    file = sitemap(describe, pages)
    yield Artifact(file.address, FromTemplate("hosting/sitemap.xml", file))
