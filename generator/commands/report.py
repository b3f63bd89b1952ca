"""`golden report`: a report for a scrutiny committee, as a page and as a PDF, with the documents that it names."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from generator.briefing.scrutiny.page import ReportRequest
from generator.commands.arguments import (
    DEFAULT_OUTPUT,
    add_content_option,
    add_date,
    add_manners,
    clock,
    place_named,
)
from generator.commands.judging import CACHE_OF_USER, build_and_tell
from generator.commands.manner import Manner, manner_of
from generator.commands.placing import refuse_overlap
from generator.commands.recalled import recalled
from generator.commands.terminal import (
    CONTENT_HAS_ERRORS,
    OK,
    Refused,
    say,
    shown_path,
)
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.due import Unclear, YearOfQuarters, day_in_words
from generator.domain.period import Period, period_between
from generator.domain.programme import Programme
from generator.domain.visibility import editions_seen_by
from generator.keeping.stamps import whole_path
from generator.making.compiled import folder_for_compiled
from generator.output.failures import failing_in_words
from generator.output.manifest import sha256_hex
from generator.output.publication import Publication, site_changes
from generator.output.site_folder import SiteFolder, refuse_another_audience
from generator.publications.report import PAGE, PAPER, to_hand_in
from generator.reading.audiences import audience_named
from generator.reading.content import read_content
from generator.request import BuildRequest
from generator.text.plural import plural
from generator.values import dataclass

EXAMPLES = """\
examples:
  golden report --from 2026-04 --to 2026-09          two quarters, as the public may know them
  golden report --from "Q1 2026/27" --to "Q2 2026/27"
                                                     the same, by the financial year
  golden report --from 2026-04 --to 2026-09 --audience staff
                                                     for a meeting that is not held in public
  golden report --from 2026-04 --to 2026-09 --output papers/november --title "One Council: half a year"
                                                     into a folder of your own, under another title
The folder holds report.html, report.pdf and the documents that the report names: hand in all of it together.
"""
_REPORTS = DEFAULT_OUTPUT / "reports"


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be made, once everything was asked: for whom, from how many editions, and where it goes."""

    audience: Audience
    report: ReportRequest
    editions: int
    place: SiteFolder

    @property
    def record(self) -> Publication:
        """A folder holds one report, or one site, and keeps its readers."""
        return Publication(f"{self.audience.id} (report for scrutiny)")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="begins",
        metavar="MONTH",
        required=True,
        help="the first month of the period, such as 2026-04; or a quarter or a year, such as Q1 2026/27",
    )
    parser.add_argument(
        "--to", dest="ends", metavar="MONTH", required=True, help="the last month of it, in the same forms"
    )
    parser.add_argument(
        "--audience",
        metavar="ID",
        help="from what these readers may know (default: the first that are not the council's own people, since a"
        " committee's papers are public)",
    )
    parser.add_argument("--title", metavar="WORDS", default="", help="what it is called (default: Report for scrutiny)")
    add_content_option(parser)
    parser.add_argument(
        "--output",
        "-o",
        metavar="DIR",
        type=place_named,
        help="a new or empty folder for it, or one that holds such a report (default: a folder named for the period and"
        " the readers, in output/reports)",
    )
    parser.add_argument("--strict", action="store_true", help="fail on warnings too, and write nothing then")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    add_date(parser)
    add_manners(parser)
    parser.set_defaults(format="text")


def run(arguments: Namespace) -> int:
    manner = manner_of(arguments)
    refuse_overlap(arguments.content, arguments.output or _REPORTS)
    memory = recalled(arguments.content)
    content = read_content(arguments.content, memory=memory).content
    order = _order(content, arguments) if content and content.programme.audiences else None
    asked = BuildRequest(
        arguments.content,
        clock(arguments),
        (order.audience.id,) if order else (),
        plan=lambda describe: to_hand_in(describe, order.report) if order else (),
        memory=memory,
        compiled_in=folder_for_compiled(CACHE_OF_USER),
    )
    result, code = build_and_tell(asked, manner)
    if code != OK or order is None:
        return code or CONTENT_HAS_ERRORS
    _hand_in(order, result.made[order.audience.id].bytes_by_path, manner, is_dry=arguments.dry_run)
    return OK


def _period(begins: str, ends: str, quarters: YearOfQuarters | None) -> Period:
    period = period_between(begins, ends, quarters)
    if isinstance(period, Unclear):
        raise Refused(f"{period.why}; {period.help}")
    return period


def _order(content: Content, arguments: Namespace) -> _Order:
    period = _period(arguments.begins, arguments.ends, content.programme.quarters)
    audience = _audience(content.programme, arguments.audience)
    on = clock(arguments)(content.programme)
    out = [it for it in editions_seen_by(content, audience.id) if it.is_out(on)]
    told = period.editions(out)
    if not told:
        raise Refused(_nothing_told(period, audience, tuple(it.id for it in out)))
    return _Order(audience, ReportRequest(period, arguments.title), len(told), SiteFolder(_folder(arguments, audience)))


def _audience(programme: Programme, name: str | None) -> Audience:
    if name is not None:
        return audience_named(programme, name)
    public = next((it for it in programme.audiences if not it.is_internal), None)
    if public is None:
        example = programme.audiences[0].id
        raise Refused(f"nobody outside of the council is an audience: say for whom, as `--audience {example}`")
    return public


def _nothing_told(period: Period, audience: Audience, out: tuple[str, ...]) -> str:
    days = f"from {day_in_words(period.first)} to {day_in_words(period.last)}"
    none = f"no edition for {audience.id} came out {days}"
    if not out:
        return f"{none}; none has come out yet"
    return f"{none}; " + (f"they go from {out[0]} to {out[-1]}" if len(out) > 1 else f"the only one is {out[0]}")


def _folder(arguments: Namespace, audience: Audience) -> Path:
    named = _REPORTS / "-".join(_slug(it) for it in (arguments.begins, "to", arguments.ends, audience.id))
    return Path(whole_path(arguments.output or named))


def _slug(words: str) -> str:
    """Words as a part of a folder's name: `Q1 2026/27` as `q1-2026-27`."""
    return "-".join("".join(it if it.isalnum() else " " for it in words.lower()).split())


def _hand_in(order: _Order, files: Mapping[str, bytes], manner: Manner, *, is_dry: bool) -> None:
    """Puts the folder in place, or says what would be put there. Raises OutputRefused, OutputFailed."""
    folder = order.place.folder
    if is_dry and not folder.parent.is_dir():
        before: Mapping[str, str] = {}
    else:
        if not is_dry:
            with failing_in_words("make", folder.parent):
                folder.parent.mkdir(parents=True, exist_ok=True)
        refuse_another_audience(folder, order.place.last(), order.record.audience)
        before = order.place.try_out(files, is_atomic=False) if is_dry else order.place.put(files, order.record)
    changed = site_changes(before, {path: sha256_hex(data) for path, data in files.items()})
    is_new = frozenset((*changed.added, *changed.changed))
    done = "to write:" if is_dry else "wrote"
    shown = Path(shown_path(folder))
    for path in files:
        say(f"{done if path in is_new else 'as before:'} {shown / path}", manner)
    for path in changed.removed:
        say(f"{'to remove:' if is_dry else 'removed'} {shown / path}", manner)
    documents = plural(len(files.keys() - {PAGE, PAPER}), "document")
    say(f"{order.audience.title}: {plural(order.editions, 'edition')}, {documents} bound in", manner)
