"""The content as it is being written: read again after each edit, shown at once, and judged right behind that.

Until an edit has been judged, its pages are shown as far as they can be made. Where it turns out to have errors, the
last good pages are shown again, and what is wrong is told beside them, until an edit is judged to be without: no page
goes to and fro with each save while somebody else's mistake stands.
"""

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.narrowed import Narrowed
from generator.briefing.pages import site
from generator.checks.all import conclude, each_check
from generator.checks.weighing import weigh
from generator.domain.content import Content
from generator.domain.programme import Programme
from generator.domain.reweaving import Loom
from generator.keeping.stamps import Folders
from generator.making.catalogue import load_translations
from generator.making.searching import is_searchable
from generator.reading.content import read_content
from generator.reading.memory import InMind
from generator.serving.work import File
from generator.showing.choice import Choice, chosen
from generator.showing.fittings import Fittings, Themes, fittings_for, read_themes
from generator.showing.shown import Lengths, Shown
from generator.text.diagnostic import Diagnostic, has_errors, in_order
from generator.text.source import Source
from generator.values import dataclass

T = TypeVar("T")

_MOST_SITES = 8  # shown at one time; those of other days are looked at and left again


@dataclass(slots=True)
class _State:
    """The content of one moment, with the sites that were asked for of it."""

    content: Content
    themes: Themes
    on: date
    sources: MutableMapping[str, Source]
    findings: list[Diagnostic]
    is_judged: bool = False
    sites: dict[Choice, Shown] = field(default_factory=dict)

    def has(self, choice: Choice) -> bool:
        return self.content.programme.audience(choice.audience) is not None

    def is_sound(self, choice: Choice) -> bool:
        """Whether the content was judged, and no template of that site has failed."""
        return self.is_judged and not (choice in self.sites and self.sites[choice].faults)


@dataclass(slots=True)
class _Kept:
    """What a site that is begun anew, after an edit, takes over from the one before."""

    narrowed: Narrowed = field(default_factory=Narrowed)
    loom: Loom = field(default_factory=Loom)
    lengths: Lengths = field(default_factory=dict)
    fittings: Fittings | None = None


class Preview:
    """Not for two threads at a time, but for `made`."""

    def __init__(
        self, content: Path, places: tuple[Path, ...], today: Callable[[Programme], date], now_ns: Callable[[], int]
    ) -> None:
        """`places` are the folders that may hold themes."""
        self._now_ns = now_ns
        self._folder = content
        self._places = places
        self._today = today
        self._memory = InMind()
        self._kept: dict[Choice, _Kept] = {}
        self._loom = Loom()  # for the whole content, as the checks see it
        self._themes: Themes | None = None
        self._now: _State | None = None  # what is shown
        self._to_judge: _State | None = None
        self._is_refused = False
        self._good: _State | None = None
        self._read_on: date | None = None
        self._wrong: tuple[Diagnostic, ...] = ()
        self._sources: Mapping[str, Source] = {}

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with what was read last, as far as it is known, with the faults of templates that were used."""
        faults = [fault for it in tuple(self._now.sites.values()) for fault in it.faults] if self._now else []
        return in_order((*self._wrong, *faults)) if faults else self._wrong

    @property
    def sources(self) -> Mapping[str, Source]:
        return self._sources

    @property
    def audiences(self) -> tuple[tuple[str, str], ...]:
        """The ids and titles of the audiences, in order."""
        return tuple((it.id, it.title) for it in self._now.content.programme.audiences) if self._now else ()

    @property
    def on(self) -> date | None:
        """The day on which the sites are shown."""
        return self._now.on if self._now else None

    @property
    def is_of_another_day(self) -> bool:
        """Whether a day has begun since the files were read, on which the sites may look otherwise."""
        now = self._now
        return now is not None and self._today(now.content.programme) != self._read_on

    def read(self, seen: Mapping[Path, Folders] = MappingProxyType({})) -> None:
        """Reads the files again. Where they can be read, the sites are theirs from now on. A folder that was `seen`,
        by its resolved path, is not looked through again.
        """
        self._memory.begin(self._now_ns(), seen.get(self._folder.resolve()))
        content, read_sources, findings = read_content(self._folder, memory=self._memory)
        sources: ChainMap[str, Source] = ChainMap({}, read_sources)
        if content is not None:
            self._themes = read_themes(content.programme, self._places, seen, self._themes)
            findings.extend(self._themes.findings)
            sources.maps.append(dict(self._themes.sources))
        state = None
        if content is not None and self._themes is not None and not has_errors(findings):
            state = _State(content, self._themes, self._today(content.programme), sources, findings)
        self._to_judge = state
        if state is None or not self._is_refused or self._good is None:  # else, what was wrong may still be so
            self._now = state or self._good
            self._wrong, self._sources = in_order(weigh(findings, content)), sources
        self._read_on = self._today(self._now.content.programme) if self._now else None

    def judge(self, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Looks for all that is wrong with the content as it was read last; for no longer than `goes_on` says."""
        state = self._to_judge
        if state is None or state.is_judged:
            return
        findings = list(state.findings)
        for found in each_check(state.content, state.sources, state.on, self._loom.weave):
            findings.extend(found)
            if not goes_on():
                return
        self._wrong, self._sources = conclude(findings, state.content), state.sources
        self._is_refused = has_errors(self._wrong)
        if self._is_refused:
            self._now = self._good
            return
        self._now = state
        state.is_judged = True
        if not any(shown.faults for shown in state.sites.values()):
            self._good = state

    def made(self, name: str, path: str) -> File | None:
        """A file that stands ready; None does not say that there is none."""
        state = self._now
        choice = self.choice(name)
        shown = state.sites.get(choice) if state and choice else None
        data = shown.made(path) if shown else None
        return File(data, *shown.looks) if shown and data is not None else None

    def file(self, name: str, path: str) -> File | None:
        """The file of the site of that name, made now if it was not before; of one that cannot be made, as it was."""

        def question(shown: Shown) -> File | None:
            data = shown.file(path)
            return File(data, *shown.looks) if data is not None else None

        return self._ask(name, question)

    def has(self, name: str, path: str) -> bool:
        return bool(self._ask(name, lambda shown: shown.has(path) or None))

    def missing(self, name: str, root: str) -> bytes | None:
        """The page of a site for addresses that are not there; `root` is where the site stands."""
        return self._ask(name, lambda shown: shown.missing(root))

    def choice(self, name: str) -> Choice | None:
        """What is to be seen at the site of that name; None where there is none."""
        return chosen(name, [audience for audience, _ in self.audiences])

    def _ask(self, name: str, question: Callable[[Shown], T | None]) -> T | None:
        """The answer of the site as it is now; where it has none and is not known to be sound, of the last good one."""
        choice, now, good = self.choice(name), self._now, self._good
        if choice is None or now is None:
            return None
        try:
            answer = question(self._site(now, choice))
        except Exception:
            if now.is_judged:
                raise
            answer = None  # what is not judged yet may have any fault; the checks will name it
        if answer is not None or good is None or good is now or now.is_sound(choice) or not good.has(choice):
            return answer
        return question(self._site(good, choice))

    def _site(self, state: _State, choice: Choice) -> Shown:
        kept = _lately(self._kept, choice, _Kept)
        return _lately(state.sites, choice, lambda: self._begin(state, choice, kept))

    def _begin(self, state: _State, choice: Choice, kept: _Kept) -> Shown:
        programme = state.content.programme
        audience = next(it for it in programme.audiences if it.id == choice.audience)
        briefing = brief(state.content, audience, choice.on or state.on, choice.with_drafts, kept.narrowed)
        theme = state.themes.by_audience[choice.audience]
        translations = load_translations(programme.language, theme.folders)
        describe = Describer(
            briefing,
            translations.gettext,
            translations.ngettext,
            is_searched=is_searchable(theme),
            weaving=kept.loom.weave,
        )
        view = site(describe)
        if kept.fittings is None or not kept.fittings.fit(theme, view):
            kept.fittings = fittings_for(theme, view, state.sources)
        return Shown(describe, kept.fittings, state.sources, self._folder, kept.lengths)


def _lately(known: dict[Choice, T], choice: Choice, begin: Callable[[], T]) -> T:
    """The choice's own, begun where there is none. Whatever was asked for longest ago is let go."""
    found = known.pop(choice) if choice in known else begin()
    known[choice] = found  # at the end
    while len(known) > _MOST_SITES:
        del known[next(iter(known))]
    return found
