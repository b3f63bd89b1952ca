"""`golden init`: begin a programme, by a short talk or by flags alone."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.authoring.naming import day_of_publication, next_name
from generator.authoring.new_edition import begin_edition
from generator.authoring.new_programme import (
    COUNCIL,
    NOBODY_YET,
    OWN,
    PLAIN,
    STAFF,
    Start,
    content_files,
    editor_files,
    ids_of,
    public_site,
    strand_ids,
)
from generator.authoring.putting import begun, is_free
from generator.authoring.sourced_content import read_sourced_content
from generator.authoring.theming import begin_theme
from generator.authoring.welcome import IGNORED, readme
from generator.authoring.workflow import github_files
from generator.build import Result, build
from generator.commands import asking
from generator.commands.answering import accent_of, add_answers, check_flags, from_flags, talk
from generator.commands.arguments import add_date, add_manners, fixed_day, today_in
from generator.commands.manner import Manner
from generator.commands.terminal import OK, Refused, complain, counted, quoted, say, stop_over
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.making.branding import fit
from generator.making.theme import Theme, load_theme
from generator.request import BuildRequest
from generator.shipped import example_folder, themes_folder
from generator.text.diagnostic import Diagnostic, has_errors
from generator.text.plural import plural
from generator.text.source import Source, Span
from generator.values import dataclass

EXAMPLES = """\
examples:
  golden init merebrook                        a short talk, and a small programme in the folder merebrook
  golden init merebrook --organisation "Merebrook Council" --title "One Council" --workstream "Bins: Ann Lee, Director"
                                               the same without questions; --workstream may be given several times
  golden init try --example                    the whole sample programme of an invented council, to look around in
  golden init merebrook --ci github            and what GitHub needs to check it and publish the residents' site
"""
_INTERRUPTED = 130
_TIMEZONE = "Europe/London"
_SAMPLE_DAY = "2026-11-02"  # of the sample's own time: on a later one, all that it promises would be overdue
_PACKAGE = "golden-thread"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder to begin in: a new one, or an empty one")
    add_answers(parser)
    parser.add_argument("--yes", "-y", action="store_true", help="ask nothing: take the default for what is not given")
    parser.add_argument("--example", action="store_true", help="put the whole sample programme there instead")
    parser.add_argument("--ci", choices=("github",), help="add what this service needs to check and publish")
    parser.add_argument(
        "--install-from",
        metavar="REQUIREMENT",
        help="what the service of --ci installs golden from, as pip takes it (default: the repository that this command"
        " was installed from)",
    )
    add_date(parser)
    add_manners(parser)
    parser.set_defaults(format="text")


class _Wrong(Exception):
    """What was given makes an error in the content; nothing is written, and the findings are shown."""

    def __init__(self, findings: Iterable[Diagnostic], sources: Mapping[str, Source]) -> None:
        super().__init__()
        self.findings = findings
        self.sources = sources


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that is to be made: the answers, the colour as six digits or None, and files besides."""

    start: Start
    accent: str | None
    service: Mapping[str, bytes]


def run(arguments: Namespace) -> int:
    folder: Path = arguments.folder
    manner = Manner(folder / "content", arguments.format, arguments.colour, arguments.quiet)
    try:
        check_flags(arguments)
        _check_folder(folder)
        on = fixed_day(arguments) or today_in(_TIMEZONE)
        said = _example(folder, arguments) if arguments.example else _small(folder, arguments, on, manner)
    except _Wrong as error:
        return stop_over(error.findings, error.sources, manner, ": nothing was made")
    except KeyboardInterrupt:
        asking.tell("")
        complain("stopped; nothing was made")
        return _INTERRUPTED
    except EOFError:
        return complain("the answers ended before the questions did, so nothing was made")
    say(said, manner)
    return OK


def _check_folder(folder: Path) -> None:
    try:
        has_room = is_free(folder)
    except OSError as error:
        raise Refused(f"`{folder}` cannot be looked into: {(error.strerror or str(error)).lower()}") from error
    if not has_room:
        raise Refused(f"`{folder}` has something in it, and is left as it is; name a new folder, or an empty one")


def _small(folder: Path, arguments: Namespace, on: date, manner: Manner) -> str:
    theme = _our_theme(COUNCIL)
    asks = not arguments.yes and asking.can_ask()
    if not asks and not arguments.yes:
        missing = [f"--{name}" for name in ("organisation", "title") if getattr(arguments, name) is None]
        if missing:
            raise Refused(f"nobody can be asked here: give {' and '.join(missing)}, or --yes to take the defaults")
    requirement = _requirement(arguments)
    start = talk(arguments) if asks else from_flags(arguments)
    accent = accent_of(arguments, theme, asks, manner)
    service: Mapping[str, bytes] = {}
    if arguments.ci:
        audience = public_site(start)
        if audience is None:
            raise Refused("--ci github publishes a site for everyone to see, and there is none; add an --audience")
        service = github_files(audience, requirement)
    with begun(folder) as part:
        month, result = _write(part, _Wanted(start, accent, service), on)
    return _told(folder, start, accent, month, result)


def _our_theme(name: str) -> Theme:
    """It is sound. Raises Refused where it is not there."""
    theme = load_theme(name, (themes_folder(),), {}, [], Span("", 0, 0))
    if theme is None:
        raise Refused(f"our own theme `{name}` is not there; golden was not installed whole")
    return theme


def _write(part: Path, wanted: _Wanted, on: date) -> tuple[str, Result]:
    """Everything, with the first edition; gives the edition's month and a build in memory of it all.

    Raises _Wrong where that finds errors.
    """
    start = wanted.start
    content = part / "content"
    _put(content, content_files(start, wanted.accent is not None, on))
    _put(part, _themes(start, wanted.accent))
    sourced, sources, findings = read_sourced_content(content)
    if sourced is None or has_errors(findings):
        raise _Wrong(findings, sources)
    name = next_name((), on)
    beginning = begin_edition(sourced, name, max(on, day_of_publication(name, ()).day), "")
    _put(content / "editions" / beginning.name, beginning.files)
    strands = strand_ids(start.strands)
    around = {
        "README.md": readme(
            start.title, start.organisation, str(name), strands, list(ids_of(start.audiences))
        ).encode(),
        ".gitignore": IGNORED.encode(),
    }
    _put(part, {**around, **editor_files(), **wanted.service})
    result = build(BuildRequest(content, lambda _: on, with_drafts=True))
    if has_errors(result.findings):
        raise _Wrong(result.findings, result.sources)
    return name.month_in_words, result


def _themes(start: Start, accent: str | None) -> dict[str, bytes]:
    """The themes of their own: one on each of ours that an audience has."""
    if accent is None:
        return {}
    parents = dict.fromkeys(COUNCIL if it == STAFF else PLAIN for it in ids_of(start.audiences))
    loaded = map(_our_theme, parents)
    return {
        f"themes/{OWN[parent.name]}/theme.yml": begin_theme(OWN[parent.name], parent, fit(accent, parent)).encode()
        for parent in loaded
    }


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _requirement(arguments: Namespace) -> str:
    """What a service installs golden from. Our name alone is none: whoever holds it elsewhere may not be us."""
    if not arguments.ci:
        return ""
    requirement = arguments.install_from or _installed_from()
    if requirement is None:
        raise Refused(
            "--ci needs to know what to install golden from: add --install-from, such as a wheel in the repository,"
            " tools/golden_thread-0.1.0-py3-none-any.whl, or git+https://... with the commit"
        )
    return str(requirement)


def _installed_from() -> str | None:
    """The repository and commit that this command was installed from, as pip noted it; None where it was no repository.

    Source: https://packaging.python.org/en/latest/specifications/direct-url/.
    """
    try:
        noted = distribution(_PACKAGE).read_text("direct_url.json")
        origin = json.loads(noted or "{}")
        commit = origin["vcs_info"]["commit_id"]
        return f"{_PACKAGE} @ {origin['vcs_info']['vcs']}+{origin['url']}@{commit}"
    except (PackageNotFoundError, KeyError, TypeError, ValueError):
        return None


def _example(folder: Path, arguments: Namespace) -> str:
    """The sample, from what ships with the command."""
    sample = example_folder()
    paths = [it for it in sorted(sample.rglob("*")) if it.is_file() and ".vscode" not in it.relative_to(sample).parts]
    files = {it.relative_to(sample).as_posix(): it.read_bytes() for it in paths}
    requirement = _requirement(arguments)
    sourced, _, _ = read_sourced_content(sample)
    if sourced is None:
        raise Refused("the sample is not there; golden was not installed whole")
    with begun(folder) as part:
        _put(part / "content", files)
        _put(part, {"README.md": _readme_of(sourced.content).encode(), ".gitignore": IGNORED.encode()})
        _put(part, editor_files())
        if arguments.ci:
            _put(part, github_files("residents", requirement))
    size = sum(map(len, files.values())) / 1000
    return f"""\
made {folder}: the sample programme of an invented council, {plural(len(files), "file")} of {size:.0f} kB together

next:
{_way_in(folder)}  golden build --on {_SAMPLE_DAY}    a day of its own time: later, all is overdue
  golden status --on {_SAMPLE_DAY}"""


def _way_in(folder: Path) -> str:
    """The line that leads into the folder, if one is not there already."""
    return "" if folder == Path() else f"  cd {quoted(str(folder))}\n"


def _readme_of(content: Content) -> str:
    programme = content.programme
    return readme(
        programme.title,
        programme.organisation,
        content.editions[-1].id,
        [it.id for it in content.workstreams],
        [it.id for it in programme.audiences],
    )


def _names_to_come(start: Start) -> Iterator[str]:
    """Sites show these words in place of a name until somebody writes it, and no check can know them from a name."""
    if start.director.name == NOBODY_YET:
        none = f"nobody is named as director, so staff would read “{NOBODY_YET}”"
        yield f"{none}: write the name into content/programme.yml"
    unled = [f"“{strand.title}”" for strand in start.strands if strand.lead.name == NOBODY_YET]
    if unled:
        leads = f"no lead is named for {', '.join(unled)}, so staff would read “{NOBODY_YET}”"
        yield f"{leads}: write {'the name' if len(unled) == 1 else 'the names'} into content/workstreams.yml"


def _told(folder: Path, start: Start, accent: str | None, month: str, result: Result) -> str:
    audiences = list(ids_of(start.audiences).values())
    sites = "one site" if len(audiences) == 1 else f"{len(audiences)} sites"
    strands = plural(len(start.strands), "workstream")
    lines = [
        f"made {folder}: {start.title} of {start.organisation}, with {strands} and {sites}",
        "  README.md       one page for those who write",
        f"  content/        what you write, with a draft of {month}",
    ]
    if accent:
        lines.append(f"  themes/         your colour, {accent}, in shades that all can read on light and dark pages")
    lines += _names_to_come(start)
    if result.on:
        due = day_in_words(result.on)
        lines.append(f"the accessibility statement says what has been tested on {due}, which is little: go through it")
    if result.findings:
        lines.append(f"`golden check` has {counted(result.findings)} for you")
    return "\n".join([*lines, "", "next:", f"{_way_in(folder)}  golden serve --drafts", "  golden status"])
