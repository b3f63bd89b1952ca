"""A small programme with all that a record has to hold: two forms of an update, parts, footnotes and measures."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.authoring.freezing import freeze
from generator.checks.all import check_content
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.reading.content import read_content
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from tests.examples import smallest, write_files

ON = date(2020, 2, 3)
EDITION = "editions/2020-01"
LETTER, UPDATE, ITEMS = f"{EDITION}/edition.md", f"{EDITION}/customer-services.md", f"{EDITION}/it.yml"
RECORD = f"{EDITION}/frozen.yml"

FILES = {
    "workstreams.yml": """\
- id: customer-services
  title: Customer services
  lead: {name: Priya Nair, role: Head of Customer Services, public: true}
  summary: One front door.
  plain: You can reach us more easily.
  projects:
    - {id: website, title: New website, stage: design}
- id: it
  title: Digital and IT
  lead: {name: Gareth Llewellyn, role: Head of IT}
  summary: "Equipment that works, as [we decided](pages/about.md)."
""",
    "measures.yml": """\
- id: online
  title: Services online
  baseline: {date: 2018, value: 14}
  target: {date: 2021, value: 80}
""",
    "pages/about.md": "---\ntitle: About\n---\nWhat this is, and [what we promised](action:visits).\n",
    LETTER: """\
---
published: 2020-01-31
title: January 2020
---
January was a month of **decisions**.[^1]

| What | Number |
| --- | ---: |
| Calls | 1,204 |

::: staff
Thank you for your 61 comments.
:::

[^1]: All of them are in [the plan](page:about).
""",
    UPDATE: """\
---
for: [staff, residents]
---
We listened.

## Completed

- Cabinet has agreed the money for the new website. {#funding}

  > The council will buy a new website.

## Future actions

- Visit councils whose website works well,
  in the north and in the south. {#visits due="February 2020" project=website measure=online}
- Agree the price, then tell [those who asked](action:visits). {#price after=visits for=staff}

## Stopped

- Replace the kiosks. {#kiosks reason="The new website does their job."}
""",
    ITEMS: """\
# Gareth keeps this one.
introduction: |
  New *telephones* came.

  They ring.
completed:
  - Every desk has one.
under_way:
  - id: laptops
    text: "Laptops are on their way: 40 came."
    plain: New computers.
    due: Q4 2019/20
    for: [staff]
future:
  - {id: wifi, text: Open the Wi-Fi., due: 2020-05-01, after: [laptops], for: [staff], tags: [libraries]}
""",
}


def laid(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """The programme with some files laid over it."""
    files = {**FILES, **(changes or {})}
    write_files({**smallest(), **{path: text.encode() for path, text in files.items()}}, folder)
    return folder


def frozen(folder: Path, changes: Mapping[str, str] | None = None, on: date = ON) -> Path:
    """The same, with January frozen."""
    freeze_again(laid(folder, changes), on)
    return folder


def freeze_again(folder: Path, on: date = ON, edition: str = "2020-01") -> Mapping[str, bytes]:
    freezing = freeze(folder, edition, lambda _: on)
    assert not freezing.findings, freezing.findings
    write_files(freezing.files, folder)
    return freezing.files


def lay(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def change(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    lay(folder, path, text.replace(old, new))


def content_of(folder: Path) -> Content:
    content, _, _ = read_content(folder)
    assert content is not None
    return content


def edition_of(folder: Path, name: str = "2020-01") -> Edition:
    return next(edition for edition in content_of(folder).editions if edition.id == name)


def errors_in(folder: Path, instead: Mapping[str, bytes | None] | None = None) -> list[tuple[str, str]]:
    """Codes and paths of the errors, with some files as they would be."""
    return [(found.code, found.span.path) for found in _findings(folder, instead) if found.severity is Severity.ERROR]


def codes_in(folder: Path) -> set[str]:
    """All that is found, but for what is said of promises."""
    return {found.code for found in _findings(folder, None)} - {"unmentioned", "missing-update", "overdue"}


def _findings(folder: Path, instead: Mapping[str, bytes | None] | None) -> list[Diagnostic]:
    content, _, findings = read_content(folder, instead or {})
    return [*findings, *(check_content(content, ON) if content else ())]


def copied(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to)
    return to
