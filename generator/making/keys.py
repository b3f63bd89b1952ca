"""What an artifact is made from, as a key: where it is the same, the bytes are the same, and need not be made again."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from generator.briefing.views import SiteView
from generator.keeping.packing import fingerprint
from generator.making.theme import Theme, files_of
from generator.publications.artifact import Artifact, AsBytes, CopyOf, FromTemplate, SearchIndex
from generator.reading.standing import place_of
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Keyring:
    """`common` is the digest of what every template of a site may show: the site's own view, the theme and its files,
    and the phrases of the language. `pictures` is that of what may be printed among words.
    """

    common: str
    pictures: str
    content: Path

    def key(self, artifact: Artifact, keys: Mapping[str, str]) -> str:
        """The same for two artifacts only if the same bytes would be made of them.

        The key of a page that tells the sizes of other files is made of their `keys` too, as those decide the sizes.
        """
        needed = [keys.get(path, "") for path in artifact.needs]
        match artifact.made_from:
            case CopyOf(source):
                return sha256(place_of(self.content, source).read_bytes()).hexdigest()
            case AsBytes(data):
                return sha256(data).hexdigest()
            case SearchIndex():
                return fingerprint(artifact.made_from)
            case FromTemplate(template, page):
                return fingerprint((template, page, needed, self.common))
            case made_from:
                return fingerprint((type(made_from).__name__, made_from, self.common, self.pictures))


def keyring_for(site: SiteView, theme: Theme, pictures: Iterable[str], content: Path) -> Keyring:
    """`pictures` are those that may stand among words, by their paths below the content folder."""
    files = (file for folder in theme.folders for _, file in files_of(folder))
    told = [(file.as_posix(), sha256(file.read_bytes()).hexdigest()) for file in files]
    common = fingerprint((site, theme.name, theme.title, dict(theme.tokens), dict(theme.options), told))
    shown = [(path, sha256(place_of(content, path).read_bytes()).hexdigest()) for path in pictures]
    return Keyring(common, fingerprint(shown), content)
