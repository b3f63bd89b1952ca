"""Makes content trees of any size, always the same for the same size: `python -m benchmarks.contents 120 8 9 DIR`.

Each workstream has its promises move through the editions as real ones do: promised, under way, completed, some of them
slipping or stopped, some for staff alone, some with plain wording, with details below or with links. There are
two audiences, staff and residents, or staff alone.
"""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.wording import (
    Dice,
    Matter,
    completion,
    details,
    introduction,
    letter,
    matter,
    plain,
    progress,
    promise,
    why_later,
    why_stopped,
)

_AUDIENCES = (("staff", "{title: Staff, theme: council}"), ("residents", "{title: Residents, theme: plain}"))
_PROGRAMME = """\
title: One Council
organisation: Merebrook Borough Council
objective: Make every service simple to use.
director: {name: Amina Yusuf, role: Programme Director, public: true}
quarters: financial
audiences:
"""
_KINDS = ("editions", "workstreams", "measures", "documents", "pages", "images", "glossary")
_GLOSSARY = """\
- term: BSL
  means: British Sign Language
  explained: The first language of many Deaf people in Britain.
- term: CRM
  means: customer records management
  explained: The system that remembers what you asked us.
"""
_FIRST = 2015
_SECTIONS = ("Completed", "Under way", "Future actions", "Stopped")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made; an edition has `workstreams` updates with `actions` actions each."""

    editions: int
    workstreams: int
    actions: int = 9
    audiences: int = 2

    def __str__(self) -> str:
        return f"{self.editions} x {self.workstreams}"

    @property
    def today(self) -> date:
        """A day after the last edition, and after one more that may be added."""
        return _day(self.editions + 1)


def make_content(folder: Path, editions: int, workstreams: int, actions: int, audiences: int = 2) -> None:
    """Write a programme of so many monthly editions from January 2015 on, each with `actions` actions a workstream."""
    size = Size(editions, workstreams, actions, audiences)
    _write(folder / "programme.yml", _PROGRAMME + "".join(_audiences(size)))
    _write(folder / "workstreams.yml", "".join(_workstream(name) for name in _names(size)))
    _write(folder / "glossary.yml", _GLOSSARY)
    for month in range(editions):
        write_edition(folder, size, month)


def write_edition(folder: Path, size: Size, month: int) -> None:
    """The edition of one month, 0 the first; that after the last carries on where it ended."""
    edition = folder / "editions" / edition_name(month)
    paragraphs = "\n\n".join(letter(f"letter/{month}"))
    _write(edition / "edition.md", f"---\npublished: {edition_name(month)}-25\n---\n{paragraphs}\n")
    for number, name in enumerate(_names(size)):
        _write(edition / f"{name}.md", _update(size, month, number))


def edition_name(month: int) -> str:
    return _day(month).strftime("%Y-%m")


def _audiences(size: Size) -> Iterator[str]:
    some = _AUDIENCES[: size.audiences]
    yield from (f"  {name}: {about}\n" for name, about in some)
    yield "for:\n"
    yield from (f"  {kind}: [{', '.join(name for name, _ in some)}]\n" for kind in _KINDS)


def _names(size: Size) -> list[str]:
    return [f"workstream-{number}" for number in range(1, size.workstreams + 1)]


def _workstream(name: str) -> str:
    title = name.replace("-", " ").capitalize()
    return f"- {{id: {name}, title: {title}, lead: {{name: Priya Nair, role: Head of Service}}, summary: {title}.}}\n"


def _update(size: Size, month: int, workstream: int) -> str:
    sections: dict[str, list[str]] = {heading: [] for heading in _SECTIONS}
    for place in range(size.actions):
        heading, item = _action(month, workstream, place)
        sections[heading].append(item)
    body = "\n".join(f"## {heading}\n\n{''.join(items)}" for heading, items in sections.items() if items)
    return f"{introduction(f'introduction/{month}/{workstream}')}\n\n{body}"


def _action(month: int, workstream: int, place: int) -> tuple[str, str]:
    """The section and the item of what stands at this place, in the month of its life that it has reached.

    Most are promised, under way, and completed in the third month. One place in five takes a month more, and says why.
    """
    is_late = Dice(f"late/{workstream}/{place}").comes(1, 5)
    life = 4 if is_late else 3
    age = (month + workstream + place) % life
    born = month - age
    name = _name(born, workstream, place)
    about, nature, today = matter(name), Dice(f"nature/{name}"), Dice(f"{month}/{name}")
    is_plain, is_staff, is_stopped = nature.comes(1, 4), _is_for_staff(name), nature.comes(1, 25)
    is_last = age == life - 1
    braces = [f"#{_identity(born, workstream, place)}"]
    if is_last and is_stopped:
        braces.append(f'reason="{why_stopped(today)}"')
    elif not is_last:
        braces.append(f'due="{_due(born + (life if not is_late or age == life - 2 else life - 1), nature)}"')
        if is_late and age == life - 2:
            braces.append(f'reason="{why_later(today)}"')
    if is_staff:
        braces.append("for=staff")
    waits = nature.comes(1, 10) and born > 0
    # Whatever waits for something hidden is hidden with it, so nothing that residents read waits for what they do not.
    if waits and (is_staff or not _is_for_staff(_name(born - life, workstream, place))):
        braces.append(f"after={_identity(born - life, workstream, place)}")
    heading = _SECTIONS[3 if is_last and is_stopped else 0 if is_last else 1 if age else 2]
    words = {"Completed": completion, "Under way": progress}.get(heading, lambda it, _: promise(it))(about, today)
    below = _quote(about, is_done=heading == "Completed") if is_plain and not is_staff else ""
    if today.comes(1, 6):
        below += "".join(f"  - {detail}\n" for detail in details(about, today)) + "\n"
    return heading, f"- {words} {{{' '.join(braces)}}}\n" + (f"\n{below}" if below else "")


def _is_for_staff(name: str) -> bool:
    """Whether staff alone read of it."""
    return Dice(f"staff/{name}").comes(1, 12)


def _name(born: int, workstream: int, place: int) -> str:
    return f"{born}/{workstream}/{place}"


def _identity(born: int, workstream: int, place: int) -> str:
    return f"{matter(_name(born, workstream, place)).slug}-{born + 12}-{workstream + 1}-{place + 1}"


def _due(month: int, nature: Dice) -> str:
    words = _day(month).strftime("%B %Y")
    return f"28 {words}" if nature.comes(1, 3) else words


def _quote(about: Matter, *, is_done: bool) -> str:
    return f"  > {plain(about, is_done=is_done)}\n\n"


def _day(month: int) -> date:
    return date(_FIRST + month // 12, month % 12 + 1, 1)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def main(words: Sequence[str] | None = None) -> None:
    parser = ArgumentParser("python -m benchmarks.contents", description=__doc__)
    parser.add_argument("editions", type=int)
    parser.add_argument("workstreams", type=int)
    parser.add_argument("actions", type=int, help="in each update")
    parser.add_argument("folder", type=Path, metavar="DIR", help="made, with the content in it")
    parser.add_argument("--audiences", type=int, choices=(1, 2), default=2, help="default: 2")
    told = parser.parse_args(words)
    make_content(told.folder, told.editions, told.workstreams, told.actions, told.audiences)


if __name__ == "__main__":
    main()
