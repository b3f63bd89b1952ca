"""What stands beside the pages for servers and search engines."""

from collections.abc import Iterator

from generator.briefing.describe import Describer
from generator.briefing.hosting import hosting_files
from generator.briefing.moved import moves
from generator.briefing.sitemap import address_of_sitemap
from generator.publications.artifact import Artifact, FromTemplate


def publish(describe: Describer) -> Iterator[Artifact]:
    audience, security = describe.briefing.audience, describe.content.programme.security
    files = hosting_files(audience, address_of_sitemap(describe), moves(describe), security, describe.is_searched)
    for template, file in files:
        yield Artifact(file.address, FromTemplate(f"hosting/{template}", file))
