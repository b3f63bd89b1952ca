"""The job of making one audience's site in a new process: what it has to be told, and how it finds the rest."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from generator.briefing.briefing import Briefings
from generator.keeping.cache import Cache
from generator.keeping.packing import pack, unpack
from generator.keeping.read_cache import Known
from generator.reading.files import Sources
from generator.request import BuildRequest
from generator.scanning.sayings import Sayings
from generator.site import Ingredients, MadeSite, make_site
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class SiteJob:
    """A job that can be sent to another process: all of it is plain, and small beside what will be made.

    `packed` is the whole content, and `read` says by what its files are known; `texts` are the paths of those that a
    finding may show. `opens` gives its cache, in which nothing is known of the site yet.
    """

    packed: bytes
    on: date
    folder: Path
    with_drafts: bool
    texts: tuple[str, ...]
    read: Mapping[str, Known]
    opens: Callable[[], Cache] | None
    compiled_in: Path | None
    audience: str
    name: str

    def __call__(self) -> MadeSite:
        content = unpack(self.packed)
        cache = self.opens() if self.opens else None
        if cache:
            cache.memory.read.update(self.read)
        sources = Sources(self.folder)
        for path in self.texts:
            sources.add_later(path)
        request = BuildRequest(
            self.folder,
            lambda _: self.on,
            (self.audience,),
            self.with_drafts,
            cache=cache,
            compiled_in=self.compiled_in,
        )
        ingredients = Ingredients(Briefings(content, self.on), request, sources, Sayings({}), hands=1)
        return make_site(ingredients, content.programme.audience(self.audience), self.name)


def site_jobs(
    briefings: Briefings, request: BuildRequest, texts: tuple[str, ...], asked: Mapping[str, str]
) -> tuple[SiteJob, ...]:
    """One job for each site that is asked for: the name of its folder, with its audience's id."""
    packed = pack(briefings.content)
    read = request.cache.memory.read if request.cache else {}
    opens = request.cache.open_again if request.cache else None
    return tuple(
        SiteJob(
            packed,
            briefings.on,
            request.content,
            request.with_drafts,
            texts,
            read,
            opens,
            request.compiled_in,
            audience,
            name,
        )
        for name, audience in asked.items()
    )
