"""`golden publish`: one audience's site, checked and made, its newest edition frozen, put where readers find it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.authoring.freezing import Freezing, freeze, recorded, seal
from generator.build import Result
from generator.checks.promises import check_silence
from generator.commands.arguments import add_content_option, add_date, add_manners, clock, place_named
from generator.commands.build import add_putting
from generator.commands.judging import judge
from generator.commands.manner import manner_of
from generator.commands.placing import refuse_overlap
from generator.commands.published_words import told, undone
from generator.commands.put_manner import put_manner_of
from generator.commands.silence import embargoes_told
from generator.commands.terminal import Refused, content_prefix, insist
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import Edition, Status
from generator.domain.programme import Programme
from generator.domain.visibility import editions_seen_by
from generator.domain.weaving import weave
from generator.keeping.stamps import whole_path
from generator.output.by_hand import ByHand
from generator.output.failures import OutputFailed, refuse
from generator.output.look import is_closed_to_others
from generator.output.manifest import sha256_hex
from generator.output.publication import Publication, site_changes
from generator.output.site_folder import SiteFolder, refuse_another_audience
from generator.output.zipped import ENDING, Zipped, known_by
from generator.reading.audiences import audience_named
from generator.reading.content import read_content
from generator.reading.desk import with_choice
from generator.request import BuildRequest
from generator.text.diagnostic import Diagnostic
from generator.text.plural import plural
from generator.text.source import Source
from generator.values import dataclass

EXAMPLES = """\
examples:
  golden publish --audience residents --to residents.zip
                                          the residents' site as one file, for whoever keeps the web server
  golden publish --audience staff --to //intranet/sites/one-council
                                          the staff's site into a folder of a share
  golden publish --to residents.zip       again: the place knows for whom it is
  golden publish --to residents.zip --dry-run
                                          what would change there, and nothing is written

Findings stop it. Mend them; or accept one with its reason under `accept:`, as `golden explain CODE` says; or let
warnings, but no errors, pass with --lenient. A warning in an edition that is not out yet stops nothing. Records of
what was published stand beside a folder, in .golden.
"""
_STOPPED = (
    ": nothing was published. Errors have to be mended; a warning can be mended, accepted with a reason under"
    " `accept:`, or let through with --lenient"
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        metavar="FOLDER|FILE.zip",
        type=place_named,
        required=True,
        help="where the site goes: a folder of its own, or a zip file",
    )
    add_content_option(parser)
    parser.add_argument(
        "--audience", metavar="ID", help="whose site (default: that which is there already, or the only one there is)"
    )
    parser.add_argument(
        "--edition",
        metavar="ID",
        help="the edition to be frozen (default: the newest that is out)",
    )
    parser.add_argument("--lenient", action="store_true", help="let warnings pass; errors stop it all the same")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")
    add_date(parser)
    add_putting(parser)
    add_manners(parser)
    parser.set_defaults(format="text")


_OTHER_ARCHIVES = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".iso")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is published, once everything was asked. `editions` are those that its readers see, oldest first.

    `ending` is what every page's title ends with; `embargoes` tell of those that last for these readers.
    """

    place: SiteFolder | Zipped
    audience: Audience
    edition: Edition
    editions: tuple[Edition, ...]
    last: Publication | None
    on: date
    ending: str
    embargoes: tuple[str, ...]

    @property
    def publication(self) -> Publication:
        return Publication(self.audience.id, tuple(it.id for it in self.editions))


def run(arguments: Namespace) -> int:
    manner = replace(manner_of(arguments), strict=not arguments.lenient)
    request = BuildRequest(arguments.content, clock(arguments))
    place = _place(arguments)
    last = place.last()
    content = read_content(arguments.content).content
    if content is None or not content.programme.audiences:
        return judge(request, manner, lambda _: "", _STOPPED)  # tells what is wrong
    plan = _plan(content, place, last, arguments)
    return judge(
        replace(
            request,
            audiences=(plan.audience.id,),
            further=lambda content, _: forgotten_in_what_is_out(content, plan.on),
        ),
        manner,
        lambda result: _publish(plan, result, arguments),
        _STOPPED,
        passes=_passing(content, plan.on),
    )


def _passing(content: Content, on: date) -> Callable[[Diagnostic], bool]:
    """The warnings that nobody can mend in what is published: those of what is not out, and of dates that have passed
    since an edition was frozen.
    """
    still_to_come = tuple(f"{it.folder}/" for it in content.editions if not it.is_out(on))
    frozen = tuple(f"{it.folder}/" for it in content.editions if it.is_frozen)

    def passes(found: Diagnostic) -> bool:
        path = found.span.path
        return path.startswith(still_to_come) or (found.code == "overdue" and path.startswith(frozen))

    return passes


def forgotten_in_what_is_out(content: Content, on: date) -> Iterator[Diagnostic]:
    """Promises are looked for in the newest edition; where that is still to come, readers see another as the newest."""
    out = tuple(it for it in content.editions if it.is_out(on))
    if any(not it.is_special for it in content.editions if it not in out):
        yield from check_silence(replace(content, editions=out), weave(out))


def _place(arguments: Namespace) -> SiteFolder | Zipped:
    refuse_overlap(arguments.content, arguments.to)
    target = Path(whole_path(arguments.to))
    ending = target.suffix.lower()
    if ending in _OTHER_ARCHIVES and not target.is_dir():
        raise Refused(f"no file that ends in {ending} can be made: name a folder, or a file that ends in {ENDING}")
    return Zipped(target) if ending == ENDING else SiteFolder(target)


def _plan(content: Content, place: SiteFolder | Zipped, last: Publication | None, arguments: Namespace) -> _Plan:
    audience = _audience(content.programme, arguments.audience or (last.audience if last else None))
    refuse_another_audience(arguments.to, last, audience.id)
    on = clock(arguments)(content.programme)
    out = tuple(it for it in editions_seen_by(content, audience.id) if it.is_out(on))
    ending = f" - {content.programme.title} - {content.programme.organisation}"
    edition = _edition(arguments.edition, content, out, on, audience)
    embargoes = tuple(embargoes_told(content.programme, (audience.id,), on))
    return _Plan(place, audience, edition, out, last, on, ending, embargoes)


def _audience(programme: Programme, name: str | None) -> Audience:
    if name is not None:
        return audience_named(programme, name)
    known = [it.id for it in programme.audiences]
    if len(known) > 1:
        raise Refused(f"say whose site it is to be, such as `--audience {known[-1]}`; there is {', '.join(known)}")
    return programme.audiences[0]


def _edition(asked: str | None, content: Content, out: tuple[Edition, ...], on: date, audience: Audience) -> Edition:
    """The edition to be frozen, one of those that are `out` for the audience. Drafts, and editions that are still to
    come, are never published.
    """
    if asked is None:
        if not out:
            raise Refused(f"no edition for {audience.id} is out on {day_in_words(on)}: there is nothing to publish")
        return out[-1]
    edition = content.edition(asked)
    if edition is None:
        raise Refused(with_choice(f"there is no edition `{asked}`", asked, tuple(it.id for it in content.editions)))
    if edition.status is Status.DRAFT:
        raise Refused(f"{edition.title} is a draft: take `status: draft` out of its edition.md first")
    if not edition.has_day:
        raise Refused(f"{edition.title} gives no day of publication that can be read")
    if not edition.is_out(on):
        raise Refused(f"{edition.title} comes out on {day_in_words(edition.published)}, which is still to come")
    if asked not in {it.id for it in out}:
        raise Refused(f"{edition.title} is not for {audience.id}")
    return edition


def _publish(plan: _Plan, result: Result, arguments: Namespace) -> str:
    """Everything is made, and nothing stands against it but what the place itself may say."""
    files = result.made[plan.audience.id].bytes_by_path
    freezing = _freezing(plan, result, arguments)
    by_hand = plan.place.by_hand(files) if isinstance(plan.place, SiteFolder) else ByHand()
    has_frozen = False

    def freeze_now() -> None:
        nonlocal has_frozen
        seal(arguments.content, freezing)
        has_frozen = bool(freezing.files)

    try:
        stood = _put(plan, files, arguments, freeze_now)
    except OutputFailed as failure:
        if has_frozen:
            raise failure.and_now(f"{plan.edition.title} is frozen already, so publish it before you change it") from (
                failure.__cause__
            )
        raise
    for words in undone(by_hand, arguments.to, arguments.dry_run):
        insist(words)
    return "\n".join(_report(plan, freezing, files, stood, arguments))


def _freezing(plan: _Plan, result: Result, arguments: Namespace) -> Freezing:
    """The record of what was made just now, and of nothing else."""
    freezing = freeze(arguments.content, plan.edition.id, lambda _: plan.on)
    made, read = (_texts(recorded(it, plan.edition)) for it in (result.sources, freezing.sources))
    if freezing.edition is None or made != read:
        refuse("somebody has changed the content while we were at work: publish again")
    return freezing


def _texts(sources: Mapping[str, Source]) -> Mapping[str, str]:
    return {path: source.text for path, source in sources.items()}


@dataclass(frozen=True, slots=True)
class _Stood:
    """What stood there `before` and what stands there `after`, each file by what it is known by."""

    before: Mapping[str, str]
    after: Mapping[str, str]


def _put(plan: _Plan, files: Mapping[str, bytes], arguments: Namespace, first: Callable[[], None]) -> _Stood:
    match plan.place:
        case Zipped() as zipped:
            before = zipped.made()
            if not arguments.dry_run:
                zipped.put(files, plan.publication, first)
            return _Stood(before, known_by(files))
        case SiteFolder() as folder:
            after = {path: sha256_hex(data) for path, data in files.items()}
            if arguments.dry_run:
                return _Stood(folder.try_out(files, arguments.atomic), after)
            return _Stood(folder.put(files, plan.publication, put_manner_of(arguments), first=first), after)


def _report(
    plan: _Plan, freezing: Freezing, files: Mapping[str, bytes], stood: _Stood, arguments: Namespace
) -> Iterator[str]:
    is_dry = arguments.dry_run
    for path in freezing.files:
        done = "to be frozen" if is_dry else "frozen"
        yield f"{done}: {plan.edition.title}, in {content_prefix(arguments.content)}{path}; keep that file"
    yield from _news(plan, files, stood)
    unfrozen = ", ".join(it.id for it in plan.editions if not it.is_frozen and it.id != plan.edition.id)
    if unfrozen:
        yield f"not frozen, so that they may still change unseen: {unfrozen}; `golden freeze EDITION` freezes one"
    if isinstance(plan.place, SiteFolder) and not is_dry and is_closed_to_others(plan.place.folder):
        yield f"only you may read it: if a web server is to, run `chmod -R a+rX {arguments.to}`"
    yield from plan.embargoes
    done = "would be published" if is_dry else "published"
    yield f"{done} for {plan.audience.title}: {plural(len(files), 'file')} in {arguments.to}"


def _news(plan: _Plan, files: Mapping[str, bytes], stood: _Stood) -> Iterator[str]:
    """What readers find there that was not there before."""
    if plan.last is None or not stood.before:
        yield "it is the first time here: all of it is new"
        return
    new = [it.title for it in plan.editions if it.id not in plan.last.editions]
    if new:
        yield f"new edition{'' if len(new) == 1 else 's'}: {', '.join(new)}"
    yield from told(site_changes(stood.before, stood.after), files, plan.ending)
