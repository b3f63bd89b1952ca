"""What stands beside the pages for servers and search engines."""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.hosting import hosting_files
from generator.briefing.sitemap import address_of_sitemap
from generator.publications.artifact import Artifact, FromTemplate


def publish(describe: Describer) -> Iterator[Artifact]:
    told = hosting_files(describe.briefing.audience, address_of_sitemap(describe), describe.is_searched)
    for template, file in told:
        yield Artifact(file.address, FromTemplate(f"hosting/{template}", file))
