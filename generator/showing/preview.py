"""The content as it is being written: read again after each edit, shown at once, and judged right behind that.

Until an edit has been judged, its pages are shown as far as they can be made. Where it turns out to have errors, the
last good pages are shown again, and what is wrong is told beside them.
"""

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.narrowed import Narrowed
from generator.briefing.pages import site
from generator.checks.all import check_content
from generator.checks.coach.all import coach
from generator.checks.statement import check_claims
from generator.checks.weighing import weigh
from generator.domain.content import Content
from generator.domain.programme import Programme
from generator.making.catalogue import load_translations
from generator.reading.content import read_content
from generator.reading.memory import InMind
from generator.showing.choice import Choice, chosen
from generator.showing.fittings import Fittings, Themes, fittings_for, read_themes
from generator.showing.shown import Lengths, Shown
from generator.text.diagnostic import Diagnostic, has_errors, in_order
from generator.text.source import Source

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


class Preview:
    """Not for two threads at a time, but for `made`."""

    def __init__(self, content: Path, places: tuple[Path, ...], today: Callable[[Programme], date]) -> None:
        """`places` are the folders that may hold themes."""
        self._folder = content
        self._places = places
        self._today = today
        self._memory = InMind()
        self._narrowed: dict[Choice, Narrowed] = {}
        self._fittings: dict[Choice, Fittings] = {}
        self._lengths: dict[Choice, Lengths] = {}
        self._themes: Themes | None = None
        self._now: _State | None = None
        self._good: _State | None = None
        self._wrong: tuple[Diagnostic, ...] = ()
        self._sources: Mapping[str, Source] = {}

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with what was read last, as far as it is known, with the faults of templates that were used."""
        faults = () if self._now is None else (fault for it in self._now.sites.values() for fault in it.faults)
        return in_order((*self._wrong, *faults))

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

    def read(self, at_ns: int) -> None:
        """Looks at all files again; `at_ns` is the time now. Where they can be read, the sites are theirs from now."""
        self._memory.begin(at_ns)
        content, read_sources, findings = read_content(self._folder, memory=self._memory)
        sources: ChainMap[str, Source] = ChainMap({}, read_sources)
        if content is not None:
            self._themes = read_themes(content.programme, self._places, at_ns, self._themes)
            findings.extend(self._themes.findings)
            sources.maps.append(dict(self._themes.sources))
        self._sources = sources
        self._wrong = in_order(weigh(findings, content))
        if content is None or self._themes is None or has_errors(findings):
            self._now = self._good
        else:
            self._now = _State(content, self._themes, self._today(content.programme), sources, findings)

    def judge(self) -> None:
        """Looks for all that is wrong with the content as it was read last."""
        state = self._now
        if state is None or state.is_judged:
            return
        findings = [*state.findings, *check_content(state.content, state.on)]
        findings.extend(coach(state.content, state.sources, state.on))
        findings.extend(check_claims(state.content, findings))
        self._wrong = in_order(weigh(findings, state.content))
        if has_errors(self._wrong):
            self._now = self._good
            return
        state.is_judged = True
        if not any(shown.faults for shown in state.sites.values()):
            self._good = state

    def made(self, name: str, path: str) -> bytes | None:
        """A file that stands ready; None does not say that there is none."""
        state = self._now
        choice = self._choice(name)
        shown = state.sites.get(choice) if state and choice else None
        return shown.made(path) if shown else None

    def file(self, name: str, path: str) -> bytes | None:
        """The file of the site of that name, made now if it was not before; of one that cannot be made, as it was."""
        choice = self._choice(name)
        if choice is None or self._now is None:
            return None
        found = self._made_by(self._now, choice, path)
        if found is None and self._good and self._now is not self._good and self._has_failed(choice):
            found = self._made_by(self._good, choice, path)
        return found

    def has(self, name: str, path: str) -> bool:
        choice = self._choice(name)
        return bool(choice and self._now and self._site(self._now, choice).has(path))

    def missing(self, name: str, root: str) -> bytes | None:
        """The page of a site for addresses that are not there; `root` is where the site stands."""
        choice = self._choice(name)
        return self._site(self._now, choice).missing(root) if choice and self._now else None

    def looks(self, name: str) -> tuple[str, str]:
        """Digests of the stylesheets of a site, and of its other assets."""
        choice = self._choice(name)
        if choice is None or self._now is None:
            return "", ""
        shown = self._site(self._now, choice)
        return shown.styles, shown.rest

    def _choice(self, name: str) -> Choice | None:
        return chosen(name, [audience for audience, _ in self.audiences])

    def _has_failed(self, choice: Choice) -> bool:
        state = self._now
        return bool(state and (not state.is_judged or (choice in state.sites and state.sites[choice].faults)))

    def _made_by(self, state: _State, choice: Choice, path: str) -> bytes | None:
        try:
            return self._site(state, choice).file(path)
        except Exception:
            if state.is_judged:
                raise
            return None  # what is not judged yet may have any fault; the checks will name it

    def _site(self, state: _State, choice: Choice) -> Shown:
        shown = state.sites.pop(choice, None) or self._begin(state, choice)
        state.sites[choice] = shown  # the last that was asked for stands last
        while len(state.sites) > _MOST_SITES:
            del state.sites[next(iter(state.sites))]
        return shown

    def _begin(self, state: _State, choice: Choice) -> Shown:
        programme = state.content.programme
        audience = next(it for it in programme.audiences if it.id == choice.audience)
        narrowed = self._narrowed.setdefault(choice, Narrowed())
        briefing = brief(state.content, audience, choice.on or state.on, choice.with_drafts, narrowed)
        theme = state.themes.by_audience[choice.audience]
        translations = load_translations(programme.language, theme.folders)
        describe = Describer(briefing, translations.gettext)
        view = site(describe)
        fittings = self._fittings.get(choice)
        if fittings is None or not fittings.fit(theme, view):
            fittings = self._fittings[choice] = fittings_for(theme, view, state.sources)
        return Shown(describe, fittings, state.sources, self._folder, self._lengths.setdefault(choice, {}))
