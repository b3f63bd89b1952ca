"""`golden build`: where nothing has changed since the last one, seen at once; else made, told and put in place.

Nothing is imported before it is known to be needed: most builds have nothing to do.
"""

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from time import monotonic, time_ns
from typing import TYPE_CHECKING

from generator import fast_path
from generator.commands.arguments import (
    DEFAULT_OUTPUT,
    add_choice_of_build,
    add_content,
    add_reporting,
    fixed_day,
    hours_of,
    today_in,
)
from generator.commands.terminal import MACHINE_FORMATS, OK, findings_in_words, note, say, wants_colour
from generator.keeping.receipt import (
    Receipt,
    digests_of,
    has_grown_old,
    listing,
    packed,
    read_receipt,
    write_receipt,
)
from generator.keeping.stamps import Identity, Stamp, files_below, identity_of, is_settled
from generator.output.names import CACHE, MANIFEST, OUR_FOLDER
from generator.shipped import places_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.build import Result
    from generator.commands.manner import Manner

EXAMPLES = """\
examples:
  golden build                              content/ into output/, one folder for each audience
  golden build --audience residents         the residents' site alone; the others stay as they are
  golden build --drafts --on 2026-12-01     what the sites will look like on 1 December, drafts included
  golden build --explain                    what was made again, and why
  golden build --atomic --no-wait           straight into the folder that a web server reads
  golden build --strict --format github     for a build server: warnings fail, findings stand at their lines
"""


def add_arguments(parser: ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--output",
        "-o",
        metavar="DIR",
        type=Path,
        default=DEFAULT_OUTPUT,
        help="where the sites are put, each in a folder of its own (default: %(default)s)",
    )
    add_choice_of_build(parser)
    add_putting(parser)
    parser.add_argument("--explain", action="store_true", help="say what was made again, and why")
    parser.add_argument(
        "--no-cache", action="store_true", help="read and make everything anew, whatever earlier builds have kept"
    )
    add_reporting(parser)


def add_putting(parser: ArgumentParser) -> None:
    """How the sites get into their folders."""
    parser.add_argument(
        "--atomic",
        action="store_true",
        help="give each site that changes a whole new folder in place of the old one, for servers that read the output "
        "folder itself: pages of two builds are never seen together. Linux exchanges the two in one step; on other "
        "systems a reader may for an instant find no page. A folder with files in it that are not ours is refused",
    )
    parser.add_argument(
        "--no-wait",
        action="store_true",
        help="end with exit code 2 where another build is writing into the same folder, instead of waiting for it",
    )


def run(arguments: Namespace) -> int:
    started, at_ns = monotonic(), time_ns()
    output = str(arguments.output)
    asked = _asked(arguments)
    receipt = None if arguments.no_cache else read_receipt(f"{output}/{CACHE}", asked)
    if receipt and _is_of_today(receipt, arguments) and fast_path.stands(receipt, output):
        if has_grown_old(receipt, at_ns):
            receipt = receipt.without_young()
            write_receipt(f"{output}/{CACHE}", receipt)
        if not receipt.young:
            _keep_answer(receipt, arguments)
        fast_path.say(*_told_again(receipt, arguments), started)
        return OK
    return _build(arguments, asked, started, at_ns)


def _asked(arguments: Namespace) -> str:
    """All by which two builds differ in what they give or say, but for the day."""
    wants = (arguments.audience, arguments.drafts, arguments.strict, arguments.format)
    places = map(os.path.abspath, (os.curdir, arguments.content, arguments.output))
    return repr((*places, str(arguments.content), *wants, wants_colour(sys.stdout, arguments.colour)))


def _is_of_today(receipt: Receipt, arguments: Namespace) -> bool:
    day = fixed_day(arguments) or today_in(receipt.timezone)
    return receipt.on == day.isoformat()


def _keep_answer(receipt: Receipt, arguments: Namespace) -> None:
    """For the next time that the same words are given, if the fast path can understand them."""
    words = arguments.as_given
    is_found = os.path.abspath(fast_path.output_of(words)) == os.path.abspath(arguments.output)  # noqa: PTH100  Path.absolute keeps `..`
    if is_found and not arguments.no_cache:
        hours = (0.0, float("inf")) if fixed_day(arguments) else hours_of(receipt.on, receipt.timezone)
        fast_path.keep(words, receipt.asked, hours, _told_again(receipt, arguments))


def _told_again(receipt: Receipt, arguments: Namespace) -> tuple[str, str]:
    """What is said of a build that has nothing to do, on standard output and on standard error."""
    lines = [_summary(receipt.said, 0, receipt.found, fast_path.SECONDS)]
    if arguments.explain:
        lines.insert(0, "nothing was made again: all that it is made from, and all that was made, looks as it did")
    told = "" if arguments.quiet else "".join(f"{line}\n" for line in lines)
    return (receipt.printed, told) if arguments.format in MACHINE_FORMATS else (receipt.printed + told, "")


def _summary(said: str, changed: int, found: str, took: str) -> str:
    """`took` are seconds."""
    return f"{said}, {changed} of them changed, in {took} s{found}"


def _build(arguments: Namespace, asked: str, started: float, at_ns: int, *, is_second: bool = False) -> int:
    """The second time, all is made anew and the cache as well, since it tells of something else than what stands."""
    from generator.build import write  # noqa: PLC0415  all of the generator, for a build that has something to do
    from generator.commands.judging import found, judge, request_of  # noqa: PLC0415  it loads all checks, which a build with nothing to do does without
    from generator.commands.manner import manner_of  # noqa: PLC0415  a build with nothing to do tells what it told before
    from generator.commands.placing import refuse_overlap, refuse_within  # noqa: PLC0415  nothing is refused where nothing is made
    from generator.keeping.cache import Cache  # noqa: PLC0415  it loads SQLite, which a build with nothing to do does without
    from generator.making.searching import can_index  # noqa: PLC0415  it loads themes, which a build with nothing to do does without
    from generator.output.failures import OutputChanged  # noqa: PLC0415  nothing fails where nothing is put in place

    manner = manner_of(arguments)
    refuse_within(arguments.content, arguments.output)
    refuse_overlap(arguments.content, arguments.output / OUR_FOLDER)
    if not can_index():
        note("search is left out: Pagefind has no program for this machine; actions are listed from A to Z", manner)
    gc.disable()  # what is read and made is kept to the end: looking through it would find nothing to free
    folders = map(os.path.abspath, (arguments.content, *places_for(arguments.content)))
    inputs = {folder: dict(files_below(folder)) for folder in folders}
    young = digests_of(_young_in(inputs, at_ns))  # before anything is read, so that a later change shows
    kept = arguments.output / CACHE
    cache = None if arguments.no_cache else Cache(kept, arguments.output, arguments.content, at_ns, is_blank=is_second)

    def finish(result: "Result") -> str:
        for site in result.sites:
            refuse_overlap(arguments.content, arguments.output / site)
        files = sum(map(len, result.sites.values()))
        said = f"{' and '.join(result.sites)}: {files} files in {arguments.output}"

        def keep_receipt() -> None:
            known = {site: cache.identities(site) if cache else {} for site in result.sites}
            outputs = _identities_of_outputs(arguments.output, result, known)
            receipt = _receipt(manner, asked, result, inputs, young, outputs, said, found(result))
            write_receipt(str(kept), receipt)
            if not young:
                _keep_answer(receipt, arguments)

        written = write(
            arguments.output,
            result,
            is_atomic=arguments.atomic,
            waits=not arguments.no_wait,
            tell=lambda words: note(words, manner),
            cache=cache,
            then=keep_receipt,
        )
        if arguments.explain:
            _explain(result, manner)
        changed = written.added + written.changed + written.removed
        return _summary(said, changed, found(result), f"{monotonic() - started:.1f}")

    try:
        return judge(request_of(arguments, cache), manner, finish, ": nothing was written")
    except OutputChanged:
        return _build(arguments, asked, started, time_ns(), is_second=True)


def _receipt(
    manner: "Manner",
    asked: str,
    result: "Result",
    inputs: "Mapping[str, Mapping[str, Stamp]]",
    young: "Mapping[str, str]",
    outputs: "Mapping[str, Identity]",
    said: str,
    found: str,
) -> Receipt:
    return Receipt(
        asked=asked,
        on=result.on.isoformat() if result.on else "",
        timezone=result.timezone,
        inputs={folder: listing(files.items()) for folder, files in inputs.items()},
        young=young,
        outputs=tuple(outputs),
        hashes=packed(outputs.values()),
        printed=findings_in_words(result, manner),
        said=said,
        found=found,
    )


def _young_in(inputs: "Mapping[str, Mapping[str, Stamp]]", at_ns: int) -> frozenset[str]:
    """The whole paths of files of which a later change might not show."""
    return frozenset(
        f"{folder}/{path}"
        for folder, files in inputs.items()
        for path, stamp in files.items()
        if not is_settled(stamp, at_ns)
    )


def _identities_of_outputs(
    folder: Path, result: "Result", known: "Mapping[str, Mapping[str, Identity]]"
) -> "Mapping[str, Identity]":
    """`known` are those, by site, that the build itself has looked at: what has changed since then must show."""
    output = os.path.abspath(folder)  # noqa: PTH100  Path.absolute keeps `..`
    identities = {
        f"{output}/{site}/{path}": known[site].get(path) for site, files in result.sites.items() for path in files
    }
    identities[f"{output}/{MANIFEST}"] = None
    return {path: identity for path, it in identities.items() if (identity := it or identity_of(path))}


def _explain(result: "Result", manner: "Manner") -> None:
    for name, site in result.made.items():
        for number, line in enumerate(site.why):
            say(f"  {name}/{line}" if number else f"{name}: {line}", manner)
