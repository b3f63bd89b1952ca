"""Makes content trees of any size, always the same for the same size: `python -m benchmarks.contents 120 8 9 DIR`.

Each workstream has its promises move through the editions as real ones do: promised, under way, completed, some of them
slipping or stopped, with words of the length that real updates have.
"""

import sys
from datetime import date
from pathlib import Path

_PROGRAMME = """\
title: One Council
organisation: Merebrook Borough Council
objective: Make every service simple to use.
director: {name: Amina Yusuf, role: Programme Director, public: true}
audiences:
  staff: {title: Staff, theme: council}
  residents: {title: Residents, theme: plain}
for:
  editions: [staff, residents]
  workstreams: [staff, residents]
  measures: [staff, residents]
  documents: [staff, residents]
  pages: [staff, residents]
  images: [staff, residents]
  glossary: [staff, residents]
"""
_WORDS = (
    "Cabinet agreed the money for the new records system, so that callers need to tell their story only once.",
    "Visit three councils whose website works well, and write down what they would do differently now.",
    "The telephone lines stay open until seven on two evenings, which helps people who work in the day.",
    "Publish the results of the survey in full, with what we will change first and what will have to wait.",
    "Replace the lift at the library, and tell everyone who uses it on which days it will be closed.",
    "Forty colleagues are testing the new forms with residents, on telephones and on library computers.",
)
_LIFE = 3  # editions from promise to completion


def make_content(folder: Path, editions: int, workstreams: int, actions: int) -> None:
    """Write a programme of so many monthly editions from January 2015 on, each with `actions` actions a workstream."""
    names = [f"workstream-{number}" for number in range(1, workstreams + 1)]
    _write(folder / "programme.yml", _PROGRAMME)
    _write(folder / "workstreams.yml", "".join(_workstream(name) for name in names))
    for month in range(editions):
        edition = folder / "editions" / _name(month)
        _write(edition / "edition.md", f"---\npublished: {_name(month)}-25\n---\n{_WORDS[month % len(_WORDS)]}\n")
        for number, name in enumerate(names):
            _write(edition / f"{name}.md", _update(month, number, actions))


def _update(month: int, workstream: int, actions: int) -> str:
    """Every action is promised in one edition, under way in the next and completed in the one after."""
    sections: dict[str, list[str]] = {"Completed": [], "Under way": [], "Future actions": []}
    for place in range(actions):
        age = (month + place) % _LIFE
        born = month - age
        identity = f"a{born % 100000}-{workstream}-{place}".replace("a-", "a0")
        words = _WORDS[(workstream + place + born) % len(_WORDS)]
        due = f' due="{_month_words(born + _LIFE + 1)}"' if age < _LIFE - 1 else ""
        heading = ("Future actions", "Under way", "Completed")[age]
        sections[heading].append(f"- {words} {{#{identity}{due}}}\n")
    return "\n".join(f"## {heading}\n\n{''.join(items)}" for heading, items in sections.items() if items)


def _workstream(name: str) -> str:
    title = name.replace("-", " ").capitalize()
    return f"- {{id: {name}, title: {title}, lead: {{name: Priya Nair, role: Head of Service}}, summary: {title}.}}\n"


def _day(month: int) -> date:
    return date(2015 + month // 12, month % 12 + 1, 1)


def _name(month: int) -> str:
    return _day(month).strftime("%Y-%m")


def _month_words(month: int) -> str:
    return _day(max(month, 0)).strftime("%B %Y")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make_content(Path(sys.argv[4]), int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
