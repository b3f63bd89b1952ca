"""Which site is shown: whose, on which day, with drafts or without."""

import re
from collections.abc import Collection
from datetime import date

from generator.domain.audience import DRAFTS
from generator.values import dataclass

_NAME = re.compile(r"(?P<site>[a-z][a-z0-9-]*)(?:@(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Choice:
    """`on` is None for the day on which everybody else sees the site."""

    audience: str
    with_drafts: bool = False
    on: date | None = None

    @property
    def name(self) -> str:
        """The first step of every address of the site; with drafts it is that of the folder that a build makes."""
        drafts = DRAFTS if self.with_drafts else ""
        return f"{self.audience}{drafts}{f'@{self.on.isoformat()}' if self.on else ''}"


def chosen(name: str, audiences: Collection[str]) -> Choice | None:
    """The choice that has this name; None where no audience is named, or no day."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        on = date.fromisoformat(found["on"]) if found["on"] else None
    except ValueError:
        return None
    site = found["site"]
    if site in audiences:
        return Choice(site, on=on)
    audience = site.removesuffix(DRAFTS)
    return Choice(audience, with_drafts=True, on=on) if audience in audiences and audience != site else None
