"""The page for a programme's writers, and the small files around its content."""

from collections.abc import Sequence

IGNORED = "# What golden makes; it can always be made again.\n/output/\n/gallery/\n"

_README = """\
# {title}

This folder holds the updates of {title}, the programme of {organisation}. You write words; `golden`
makes {sites} of them, and follows each promise from the month it is made to the month it is kept.

## What to write, and where

| file | what it is | who writes it |
| --- | --- | --- |
| `content/editions/{edition}/edition.md` | the letter | the director |
| {updates} beside it | what one workstream did, and what comes next | its lead |
| `content/workstreams.yml` | the workstreams, their leads, and what each is for | the programme team |
| `content/programme.yml` | what holds for the whole programme | the programme team |
| `content/pages/accessibility.yml` | how well everyone can use the sites | the programme team, before publishing |

Files that end in `.md` are plain text: an empty line begins a new paragraph. Open this folder in an editor such as
Visual Studio Code, which then helps you with those that end in `.yml`.

## An update

```markdown
## Completed

- We opened the new telephone line on 3 March. {{#telephone-line}}

## Future actions

- Ask 40 people to try the new website. {{#website-test due="May {year}"}}
{plain}```

Each bullet is one action: a sentence that anybody can check. The braces at its end give it a short name, which stays
the same for as long as it lives, and a date as people say it: `14 May {year}`, `May {year}`, `Spring {year}`.
{for_staff}
Next month, the promise stands in the new edition already. Move its bullet to `## Completed` when it is done, or to
`## Stopped` with `reason="..."` in its braces; or give it a new date, and the reason. If nobody speaks of it, you are
told.

## Five commands

```console
golden new               # begin the next edition, with every open promise in it
golden status            # who has handed in, and what is due
golden check             # what is wrong, with its line and how to mend it
golden serve --drafts    # see it in the browser while you write; it tells what is wrong, and where
golden build             # the sites, without drafts
```

The sites are in `output/`; open `index.html` in one of its folders. A letter is a draft until you take out
its line `status: draft`. `golden --help` lists the other commands, and `golden explain CODE` says what a finding means.
"""
_PLAIN = """
  > We will ask 40 people to try the new website before it opens.
"""
_FOR_STAFF = """
What stands in a quote below a bullet is what readers outside the council see instead. Add `for=staff` to the braces
of what is for staff alone.
"""


def readme(title: str, organisation: str, edition: str, workstreams: Sequence[str], audiences: Sequence[str]) -> str:
    """One page for the people who write. `audiences` are ids, `workstreams` too: an update is named for each.

    `edition` is one named for its month, such as 2026-11.
    """
    updates = ", ".join(f"`{it}.md`" for it in workstreams[:3]) + (" and so on," if len(workstreams) > 3 else "")
    has_both = "staff" in audiences and len(audiences) > 1
    return _README.format(
        title=_harmless(title),
        organisation=_harmless(organisation),
        edition=edition,
        year=int(edition[:4]) + 1,
        updates=updates,
        sites="a site" if len(audiences) == 1 else f"{_number(len(audiences))} sites",
        plain=_PLAIN if has_both else "",
        for_staff=_FOR_STAFF if has_both else "",
    )


def _number(count: int) -> str:
    return {2: "two", 3: "three", 4: "four"}.get(count, str(count))


def _harmless(words: str) -> str:
    """Words that Markdown takes as they are, wherever a page is shown."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|&~" else character for character in words)
