"""What a build is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import field
from datetime import date
from pathlib import Path

from generator.briefing.describe import Describer
from generator.domain.content import Content
from generator.domain.programme import Programme
from generator.keeping.cache import Cache
from generator.publications.all import plan
from generator.publications.artifact import Artifact, PageOf
from generator.reading.memory import Forgetful, Memory
from generator.text.diagnostic import Diagnostic
from generator.values import dataclass

Clock = Callable[[Programme], date]
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is to be built. `audiences` empty means all; `today` is asked for the date once the time zone is known.

    `plan` says what is made for an audience: a whole site, or files that stand by themselves, which get no assets.
    `cache` is what earlier builds have kept; without one, everything is made anew, and read where the `memory` does not
    have it.
    `further` looks at the content beside all checks, and tells of its work as `progress` is told of ours.
    `compiled_in` is the folder of the user in which compiled templates are kept; None keeps none.
    `progress` is told what is being done, and how many steps it has, 0 for one step done.
    """

    content: Path
    today: Clock
    audiences: tuple[str, ...] = ()
    with_drafts: bool = False
    progress: Progress = field(default=lambda _, __: None)
    plan: Callable[[Describer], Iterable[Artifact | PageOf]] = plan
    cache: Cache | None = None
    memory: Memory = field(default_factory=Forgetful)
    compiled_in: Path | None = None
    further: Callable[[Content, Progress], Iterable[Diagnostic]] = field(default=lambda _, __: ())

    @property
    def is_of_sites(self) -> bool:
        """Whether whole sites are made, with the assets of their themes."""
        return self.plan is plan
