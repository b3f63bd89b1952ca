"""A small programme of several years that changes at random, as writers and theme authors change theirs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from generator.reading.identity import id_from_words

STATES = {"completed": "Completed", "under_way": "Under way", "future": "Future actions", "stopped": "Stopped"}
DUES = (
    *("", "", '"May 2018"', "2019", '"14 February 2020"', '"Spring 2020"', '"spring 2020"', '"Winter 2018/19"'),
    "2031",
)
RESPELT = {'"Winter 2018/19"': '"winter 2018-2019"', '"May 2018"': "2018-05", '"14 February 2020"': "2020-02-14"}
READERS = ("", "", "", "staff")
_LINK = re.compile(r", see \[\w+\]\(([^()]+)\)")
_NOUNS = ("desk", "hall", "form", "kiosk", "bridge", "CRM", "rota")
_VERBS = ("Paint", "Open", "Mend", "Count", "Move")
_IDS = [f"a{number}" for number in range(9)]
_STANDING = """\
organisation: Merebrook Borough Council
objective: Make every service simple to use.
director: {name: Amina Yusuf, role: Programme Director}
audiences:
  staff: {title: Staff, theme: mine, site: "https://intranet.merebrook.example/"}
  residents: {title: Residents, theme: mine, site: "https://www.merebrook.example/"}
newsletters:
  - {id: news, title: News, audience: residents, every: quarter, formats: [html, text, email]}
  - {id: digest, title: Digest, audience: staff, every: month, formats: [html, text]}
for:
"""
_KINDS = ("editions", "workstreams", "measures", "documents", "pages", "images", "glossary")
_ACCENTS = ("#23415f", "#1a4f8b", "#5a3a7e")
_STATEMENT = """\
law: Great Britain
compliance: full
prepared: 2020-01-06
reviewed: 2020-01-06
tests:
  - {date: January 2020, by: the web team, method: self-assessment, what: Every page by hand and by keyboard.}
feedback: {answered_within: five working days, email: access@merebrook.example}
"""


@dataclass
class Item:
    """An action in an update."""

    id: str
    state: str
    words: str
    due: str = ""
    readers: str = ""
    plain: str = ""
    after: list[str] = field(default_factory=list)
    continues: list[str] = field(default_factory=list)
    measure: str = ""
    has_id: bool = True

    def told(self, *, is_opened: bool = False) -> str:
        """Without its id, it has the one that is made from its words. What some were kept from is opened in words."""
        readers = self.readers or ('"staff residents"' if is_opened else "")
        said = [f"#{self.id}"] if self.has_id else []
        said += [f"{name}={value}" for name, value in (("due", self.due), ("for", readers)) if value]
        said += [f'{name}="{" ".join(ids)}"' for name, ids in (("after", self.after), ("from", self.continues)) if ids]
        said += ["measure=visits"] if self.measure else []
        said += ['reason="It cost more."'] if self.state == "stopped" else []
        quote = f"\n  > {self.plain}\n\n" if self.plain else ""
        braces = f" {{{' '.join(said)}}}" if said else ""
        return f"- {self.words}{braces}\n{quote}"


@dataclass
class Month:
    """An edition: its updates are lists of actions, by workstream."""

    published: str
    title: str = ""
    letter: str = "A month."
    is_draft: bool = False
    corrections: list[str] = field(default_factory=list)
    updates: dict[str, list[Item]] = field(default_factory=dict)
    introductions: dict[str, str] = field(default_factory=dict)
    readers: dict[str, str] = field(default_factory=dict)


class Changing:
    """The programme, the day of the build and the theme. What is drawn by chance is drawn from `chance` alone."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.on = "2020-06-01"
        self.said = 0
        self.accent, self.title, self.term, self.meaning = _ACCENTS[0], "One Council", "CRM", "customer records"
        self.document, self.reading = "A plan.", "4"
        self.page = "About us."
        self.workstreams = {name: f"The {name} work" for name in ("roads", "homes", "parks")[: chance.randint(2, 3)]}
        self.hidden: set[str] = set()
        names = ("2018-02", "2018-11", "2019-06", "2019-12", "2020-05")[-chance.randint(4, 5) :]
        self.months = {name: Month(f"{name}-20") for name in names}
        for month in self.months.values():
            for workstream in self.workstreams:
                month.updates[workstream] = []
        for _ in range(chance.randint(6, 14)):
            self.add()
        for _ in range(chance.randint(1, 4)):
            self.tie()

    def files(self) -> Iterator[tuple[str, str]]:
        kinds = "".join(f"  {kind}: [staff, residents]\n" for kind in _KINDS)
        yield "programme.yml", f"title: {self.title}\n{_STANDING}{kinds}"
        yield "workstreams.yml", "".join(self._workstream(name) for name in self.workstreams)
        yield "glossary.yml", f"- {{term: {self.term}, means: {self.meaning}}}\n"
        yield "measures.yml", self._measure()
        yield "documents.yml", "- {id: plan, title: Plan, file: plan.txt}\n"
        yield "documents/plan.txt", self.document
        yield "pages/about.md", f"---\ntitle: About\n---\n{self.page}\n"
        yield "pages/accessibility.yml", _STATEMENT
        accent = f'tokens:\n  colour: {{accent: "{self.accent}"}}\n'
        yield "../themes/mine/theme.yml", f"name: mine\ntitle: Mine\nextends: base\n{accent}"
        for name, month in self.months.items():
            yield from self._edition(name, month)

    def _workstream(self, name: str) -> str:
        readers = ", for: staff" if name in self.hidden else ""
        lead = "lead: {name: Priya Nair, role: Head of Service}"
        return f"- {{id: {name}, title: {self.workstreams[name]}, {lead}, summary: For {name}.{readers}}}\n"

    def _measure(self) -> str:
        ends = "baseline: {date: 2018, value: 1}, target: {date: 2031, value: 9}"
        reading = f"readings: [{{date: 2019, value: {self.reading}}}]"
        return f"- {{id: visits, title: Visits, unit: visits, better: higher, {ends}, {reading}}}\n"

    def _edition(self, name: str, month: Month) -> Iterator[tuple[str, str]]:
        front = [f"published: {month.published}"]
        front += [f"title: {month.title}"] if month.title else []
        front += ["status: draft"] if month.is_draft else []
        front += ["corrections:", *month.corrections] if month.corrections else []
        yield f"editions/{name}/edition.md", "---\n{}\n---\n{}\n".format("\n".join(front), month.letter)
        every = (item for other in self.months.values() for items in other.updates.values() for item in items)
        kept = {item.id for item in every if item.readers}
        for workstream, items in month.updates.items():
            readers = month.readers.get(workstream)
            is_for_all = not readers and workstream not in self.hidden
            top = f"---\nfor: [{readers}]\n---\n" if readers else ""
            text = f"{top}{month.introductions.get(workstream, 'What we did.')}\n"
            for state, heading in STATES.items():
                own = [item.told(is_opened=is_for_all and item.id in kept) for item in items if item.state == state]
                text += f"\n## {heading}\n\n{''.join(own)}" if own else ""
            yield f"editions/{name}/{workstream}.md", text

    def change(self) -> str:
        """One edit, by its name."""
        edit = self.chance.choice(EDITS)
        edit(self)
        return edit.__name__

    def words(self) -> str:
        self.said += 1
        chance = self.chance
        return f"{chance.choice(_VERBS)} the {chance.choice(_NOUNS)} of ward {self.said}{self._link()}."

    def _link(self) -> str:
        """Most words lead nowhere, some to an action or to a workstream's update."""
        kind, place = self.chance.random(), self._an_update()
        if kind < 0.15 and self.items():
            return f", see [it](action:{self._an_id()})"
        if kind < 0.25 and place:
            month = next(name for name, month in self.months.items() if month is place[0])
            return f", see [them](/editions/{month}/{place[1]}.md)"
        return ""

    def items(self) -> list[Item]:
        return [item for month in self.months.values() for found in month.updates.values() for item in found]

    def _an_item(self) -> Item | None:
        return self.chance.choice(self.items()) if self.items() else None

    def _an_id(self) -> str:
        return self.chance.choice(sorted({item.id for item in self.items()}))

    def _an_update(self) -> tuple[Month, str] | None:
        found = [(month, workstream) for month in self.months.values() for workstream in month.updates]
        return self.chance.choice(found) if found else None

    def add(self) -> None:
        """An action that goes on in an edition, or one that is new in it."""
        if (place := self._an_update()) is None:
            return
        month, workstream = place
        there = {item.id for items in month.updates.values() for item in items}
        if free := [name for name in _IDS if name not in there]:
            state = self.chance.choice(tuple(STATES))
            made = Item(self.chance.choice(free), state, self.words(), self.chance.choice(DUES))
            if self.chance.random() < 0.2:
                made.readers = "staff"
            if self.chance.random() < 0.15:
                made.id, made.has_id = id_from_words(made.words), False
            month.updates[workstream].append(made)

    def tie(self) -> None:
        """An action waits for another, or continues another, or no longer does."""
        if item := self._an_item():
            ids = item.after if self.chance.random() < 0.5 else item.continues
            others = sorted({it.id for it in self.items()} - {item.id})
            is_loosed = bool(ids) and self.chance.random() < 0.5
            ids[:] = [] if is_loosed or not others else [self.chance.choice(others)]

    def untie(self) -> None:
        """What nobody speaks of any more nothing waits for, and nothing leads to it, unless a writer forgets it."""
        known = {item.id for item in self.items()}
        if self.chance.random() < 0.05:
            return
        for item in self.items():
            item.after = [it for it in item.after if it in known]
            item.continues = [it for it in item.continues if it in known]
            item.words, item.plain = map(self._without_dead_links, (item.words, item.plain))
        for month in self.months.values():
            month.letter = self._without_dead_links(month.letter)
            month.introductions = {of: self._without_dead_links(it) for of, it in month.introductions.items()}
        self.page = self._without_dead_links(self.page)

    def _without_dead_links(self, words: str) -> str:
        places = {f"action:{item.id}" for item in self.items()}
        places |= {f"/editions/{name}/{of}.md" for name, month in self.months.items() for of in month.updates}
        return _LINK.sub(lambda link: link[0] if link[1] in places else "", words)


def reword(here: Changing) -> None:
    if item := here._an_item():
        item.words = here.words()
        if not item.has_id:
            item.id = id_from_words(item.words)
            here.untie()


def write_id(here: Changing) -> None:
    """The very id that it had from its words, as `golden fix` does."""
    for item in here.items():
        item.has_id = True


def respell_due(here: Changing) -> None:
    for item in here.items():
        item.due = RESPELT.get(item.due, item.due)


def set_due(here: Changing) -> None:
    if item := here._an_item():
        item.due = here.chance.choice(DUES)


def set_state(here: Changing) -> None:
    if item := here._an_item():
        item.state = here.chance.choice(tuple(STATES))


def add(here: Changing) -> None:
    here.add()


def tie(here: Changing) -> None:
    here.tie()


def move(here: Changing) -> None:
    """To another update, of the same edition or of another."""
    before, after = here._an_update(), here._an_update()
    if before and after and before[0].updates[before[1]]:
        items = before[0].updates[before[1]]
        item = items.pop(here.chance.randrange(len(items)))
        there = {it.id for found in after[0].updates.values() for it in found}
        (items if item.id in there else after[0].updates[after[1]]).append(item)


def reorder(here: Changing) -> None:
    if place := here._an_update():
        here.chance.shuffle(place[0].updates[place[1]])


def delete(here: Changing) -> None:
    place = here._an_update()
    if place and (items := place[0].updates[place[1]]):
        del items[here.chance.randrange(len(items))]
        here.untie()


def forget(here: Changing) -> None:
    """An action goes from every edition."""
    if here.items():
        name = here._an_id()
        for month in here.months.values():
            month.updates = {of: [it for it in items if it.id != name] for of, items in month.updates.items()}
        here.untie()


def set_readers(here: Changing) -> None:
    if item := here._an_item():
        item.readers = here.chance.choice(READERS)


def set_readers_of_update(here: Changing) -> None:
    if place := here._an_update():
        place[0].readers[place[1]] = here.chance.choice(READERS)


def set_plain(here: Changing) -> None:
    if item := here._an_item():
        item.plain = "" if item.plain or not item.has_id else here.words()


def set_measure(here: Changing) -> None:
    if item := here._an_item():
        item.measure = "" if item.measure else "visits"


def set_letter(here: Changing) -> None:
    """At times a long one, by which the size of a newsletter's file is another."""
    here.chance.choice(list(here.months.values())).letter = here.words() * here.chance.choice((1, 1, 60))


def correct(here: Changing) -> None:
    """Another correction is told, or the first of them no longer."""
    month = here.chance.choice(list(here.months.values()))
    if month.corrections and here.chance.random() < 0.3:
        del month.corrections[0]
        return
    day = f"20{here.chance.randint(18, 20)}-{here.chance.randint(1, 12):02}-{here.chance.randint(10, 28)}"
    readers = here.chance.choice(("", ", for: [staff]"))
    month.corrections.append(f'  - {{date: {day}, what: "{here.words()}", why: "We had erred."{readers}}}')


def set_title(here: Changing) -> None:
    month = here.chance.choice(list(here.months.values()))
    month.title = "" if month.title else f"Month {here.words()[:12]}"


def set_day(here: Changing) -> None:
    name = here.chance.choice(list(here.months))
    here.months[name].published = f"{name}-{here.chance.randint(10, 28)}"


def set_draft(here: Changing) -> None:
    month = here.chance.choice(list(here.months.values()))
    month.is_draft = not month.is_draft


def set_introduction(here: Changing) -> None:
    if place := here._an_update():
        place[0].introductions[place[1]] = here.words()


def add_update(here: Changing) -> None:
    month = here.chance.choice(list(here.months.values()))
    for name in here.workstreams:
        month.updates.setdefault(name, [])


def delete_update(here: Changing) -> None:
    month = here.chance.choice(list(here.months.values()))
    if month.updates:
        del month.updates[here.chance.choice(list(month.updates))]
        here.untie()


def add_edition(here: Changing) -> None:
    name = f"20{here.chance.randint(18, 20)}-{here.chance.randint(1, 12):02}"
    if name not in here.months:
        here.months[name] = Month(f"{name}-15", updates={workstream: [] for workstream in here.workstreams})
        for _ in range(3):
            here.add()


def delete_edition(here: Changing) -> None:
    if len(here.months) > 2:
        del here.months[here.chance.choice(list(here.months))]
        here.untie()


def set_glossary(here: Changing) -> None:
    here.term = "rota" if here.term == "CRM" else "CRM"


def set_workstream(here: Changing) -> None:
    here.workstreams[here.chance.choice(list(here.workstreams))] = f"Work {here.words()[:9]}"


def hide_workstream(here: Changing) -> None:
    here.hidden ^= {here.chance.choice(list(here.workstreams))}


def set_date(here: Changing) -> None:
    here.on = here.chance.choice(("2019-08-01", "2020-01-10", "2020-06-01", "2020-06-02", "2032-01-01"))


def set_accent(here: Changing) -> None:
    here.accent = here.chance.choice(_ACCENTS)


def set_document(here: Changing) -> None:
    here.document += " More."


def set_reading(here: Changing) -> None:
    here.reading = str(here.chance.randint(2, 8))


def set_page(here: Changing) -> None:
    here.page = here.words()


def leave_alone(_: Changing) -> None:
    """Nothing."""


OFTEN = (
    *(reword, set_due, set_state, add, tie, tie, move, write_id, reorder, delete, set_readers, set_plain),
    *(set_introduction, correct),
)
SELDOM = (
    *(forget, set_readers_of_update, set_measure, set_letter, set_title, set_day, set_draft, add_update, delete_update),
    *(add_edition, delete_edition, set_glossary, set_workstream, hide_workstream, set_date, set_accent, set_document),
    *(set_reading, set_page, leave_alone, respell_due, respell_due),
)
EDITS: tuple[Callable[[Changing], None], ...] = (*OFTEN, *OFTEN, *OFTEN, *SELDOM)
