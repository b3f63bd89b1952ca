"""A programme at its edges: 40 workstreams, 600 actions, an update of one line, and names that no line can hold."""

from pathlib import Path

from generator.build import build, write
from generator.request import BuildRequest
from tests.building import ON
from tests.examples import smallest, write_files

ONE_LINE = "updates/2020-00/index.html"
WORKSTREAMS = 40
ACTIONS_EACH = 10
DONE_IN_2018 = 200  # so that lists are too long for one page

# Nothing in these can be broken at a space or a hyphen.
NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
ADDRESS = f"https://www.merebrook.example/{'x' * 90}"
SITES = """\
  staff: {title: Colleagues and everyone elected to the council, theme: council, site: "https://intranet.merebrook.example/one-council/"}
  residents: {title: Residents, theme: plain, site: "https://www.merebrook.example/one-council/"}
"""
STATES = ("Completed", "Under way", "Future actions", "Stopped")


def stressed_sites(folder: Path) -> Path:
    """The sites of the programme, built in the folder."""
    write_files({path: text.encode() for path, text in _files().items()}, folder / "content")
    result = build(BuildRequest(folder / "content", lambda _: ON))
    assert result.sites, [finding.message for finding in result.findings]
    write(folder / "output", result)
    return folder / "output"


def _files() -> dict[str, str]:
    files = {path: data.decode() for path, data in smallest().items() if "customer-services" not in path}
    programme = files["programme.yml"].partition("audiences:")
    rest = programme[2].partition("for:")
    titles = programme[0].replace("Merebrook Borough Council", f"{NAME} Borough Council")
    titles = titles.replace("simple to use", "[simple](https://example.org/) to `use`")
    return {
        **files,
        "programme.yml": f"{titles}audiences:\n{SITES}for:{rest[2]}{_contacts()}",
        "workstreams.yml": "".join(_workstream(number) for number in range(WORKSTREAMS)),
        "measures.yml": _measure(),
        "glossary.yml": f"- {{term: {NAME}, means: {NAME}, explained: {NAME}}}\n",
        "pages/about.md": _page(),
        "editions/2020-01/edition.md": f"---\ntitle: {NAME}\npublished: 2020-01-31\n---\n## {NAME}\n\n{_prose()}",
        **{f"editions/2020-01/w{number}.md": _update(number) for number in range(WORKSTREAMS)},
        "editions/2018-05/edition.md": "---\npublished: 2018-05-31\n---\nAn old one.\n",
        "editions/2018-05/w0.md": _old_update(),
        "editions/2020-00/edition.md": "---\ntitle: One line\npublished: 2020-01-01\n---\nNothing new.\n",
    }


def _workstream(number: int) -> str:
    """The first has a name that no line can hold; the others have names of a council's usual length."""
    title, lead = (NAME, NAME) if number == 0 else (f"Workstream {number} of a name of some length", "Service")
    return f"""\
- id: w{number}
  title: {title}
  lead: {{name: {lead}, role: Head of {lead}, public: true}}
  summary: What it does.
  projects:
    - {{id: p{number}, title: {title}, stage: design, summary: What it makes.}}
"""


def _update(number: int) -> str:
    """Its actions in all four states; the first of the first workstream is one long word with everything hung on it."""
    lines = []
    for at in range(ACTIONS_EACH):
        if at % 3 == 0:
            lines.append(f"\n## {STATES[at // 3]}\n")
        reason = ' reason="It is not needed."' if at // 3 == 3 else ""
        due = f' due="{"March" if at % 2 else "April"} 2020"' if at // 3 in (1, 2) else ""
        hung = f' project=p0 measure=m tags="{NAME}" due="Spring 2020"' if (number, at) == (0, 6) else due
        due = f"{due} for=staff" if (number, at) == (1, 7) else due
        words = NAME * 2 if number == 0 else f"Action {at} of workstream {number} has been told in one sentence"
        lines.append(f"- {words}. {{#a{number}-{at}{hung}{reason}}}")
    return f"{_prose() if number == 0 else 'An introduction.'}\n" + "\n".join(lines) + "\n"


def _old_update() -> str:
    done = [f"- Action {at} of an earlier year has been told in one sentence. {{#b{at}}}" for at in range(DONE_IN_2018)]
    stopped = f'- {NAME * 2}. {{#c reason="{NAME}."}}'
    return "\n".join(("## Completed\n", *done, "\n## Stopped\n", stopped, ""))


def _prose() -> str:
    table = f"| {NAME} | Where |\n| --- | --: |\n| `{NAME * 2}` | <{ADDRESS}> |\n"
    return f"{NAME} and <{ADDRESS}> and `{NAME * 2}`.\n\n{table}"


def _page() -> str:
    return f"---\ntitle: {NAME}\nsummary: {NAME * 2}\n---\n{_prose()}\n## {NAME}\n\nWords.\n\n### {NAME}\n\n{_prose()}"


def _measure() -> str:
    return f"""\
- id: m
  title: {NAME}
  unit: {NAME}
  better: higher
  workstream: w0
  baseline: {{date: 2018, value: 14}}
  target: {{date: December 2021, value: 1234567890}}
  readings:
    - {{date: March 2019, value: 31, note: {NAME}}}
"""


def _contacts() -> str:
    return f"contacts:\n  - {{purpose: {NAME}, name: {NAME}, email: {'x' * 60}@merebrook.example}}\n"
