"""`golden withdraw`: words, a person's name or a whole action taken out of what was published, with a public notice."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from generator.authoring.putting import put_files
from generator.authoring.withdrawal_request import INSTEAD, WithdrawalRequest
from generator.authoring.withdrawing import AmendedEdition, Withdrawing, withdraw
from generator.commands.arguments import add_content_option, add_date, add_manners, clock
from generator.commands.differences import difference
from generator.commands.manner import manner_of
from generator.commands.terminal import CONTENT_HAS_ERRORS, OK, complain, content_prefix, print_findings, say, stop_over
from generator.domain.record import Withdrawn
from generator.reading.standing import place_of
from generator.text.plural import joined, plural

EXAMPLES = """\
examples:
  golden withdraw 2026-10 --words "4 Mill Lane" --why "The address of a resident stood here by mistake."
                             the words, out of every file of the update of October 2026
  golden withdraw 2026-10 --person "Jane Smith" --everywhere --why "A colleague asked not to be named."
                             the name, out of everything that this programme has published
  golden withdraw 2026-10 --action town-hall-sale --why "This was published before it was decided." --dry-run
                             show what taking out a whole action would change, and write nothing
"""

_NOT_REACHED = (
    "this does not reach copies that exist already: Git's history, backups, caches, search engines and web archives, "
    "feeds and e-mail that have gone out, printed papers, newsletters and reports that were made, and what stands "
    "inside documents and pictures"
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("edition", metavar="EDITION", help="the edition's name, such as 2026-10")
    add_content_option(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--words", metavar="WORDS", help="take out these words, however they are written")
    what.add_argument("--person", metavar="NAME", help="take out a name, also from the leads that any record names")
    what.add_argument("--action", metavar="ID", help="take out the whole action with this id")
    parser.add_argument(
        "--why", metavar="SENTENCE", required=True, help="the reason, which readers are shown; it must not say what"
    )
    parser.add_argument(
        "--notice", metavar="WORDS", default=INSTEAD, help="what stands in place of the words (default: %(default)s)"
    )
    parser.add_argument(
        "--everywhere", action="store_true", help="in all editions, and for words in every other file of the content"
    )
    parser.add_argument("--dry-run", action="store_true", help="show the changes, and write nothing")
    add_date(parser)
    add_manners(parser)
    parser.set_defaults(format="text")


def run(arguments: Namespace) -> int:
    manner = manner_of(arguments)
    if not arguments.why.strip() or not arguments.notice.strip():
        return complain("`--why` and `--notice` need words: readers are shown both")
    withdrawing = withdraw(_request(arguments))
    if not arguments.dry_run:
        new, old = (
            {place_of(arguments.content, path): data for path, data in files.items()}
            for files in (withdrawing.files, withdrawing.before)
        )
        put_files(new, old)
    if withdrawing.findings:
        so = " would come of it: nothing was withdrawn"
        return stop_over(withdrawing.findings, withdrawing.sources, manner, so)
    if arguments.dry_run:
        sys.stdout.writelines(_difference(withdrawing, content_prefix(arguments.content)))
    print_findings(withdrawing.astray, withdrawing.sources, manner)
    for line in _told(withdrawing, arguments):
        say(line, manner)
    return CONTENT_HAS_ERRORS if withdrawing.astray else OK


def _request(arguments: Namespace) -> WithdrawalRequest:
    named = {kind: getattr(arguments, kind.value) for kind in Withdrawn}
    what = next(kind for kind, words in named.items() if words is not None)
    return WithdrawalRequest(
        content=arguments.content,
        edition=arguments.edition,
        what=what,
        named=named[what],
        why=arguments.why,
        today=clock(arguments),
        instead=arguments.notice.strip(),
        everywhere=arguments.everywhere,
    )


def _difference(withdrawing: Withdrawing, prefix: str) -> Iterator[str]:
    for path, data in sorted(withdrawing.files.items()):
        before, after = (it.decode("utf-8-sig") for it in (withdrawing.before[path], data))
        yield from difference(before, after, f"{prefix}{path}")


def _told(withdrawing: Withdrawing, arguments: Namespace) -> Iterator[str]:
    is_done = not arguments.dry_run
    for path in sorted(withdrawing.files):
        yield f"{'changed' if is_done else 'would change'} {content_prefix(arguments.content)}{path}"
    for amended in withdrawing.amended:
        yield _told_readers(amended)
    for words in withdrawing.look_at:
        yield f"please look: {words}"
    if withdrawing.astray:
        yield f"{plural(len(withdrawing.astray), 'link')} to it cannot be taken out safely, and must be mended by hand"
    if is_done:
        yield "now build and publish: until then, the sites still show what was withdrawn, and so do those with drafts"
    yield _NOT_REACHED


def _told_readers(amended: AmendedEdition) -> str:
    record = "; its record is sealed anew" if amended.edition.record else ""
    if amended.withdrawal is None:
        return f"{amended.edition.title}: no reader could see it, so none is told{record}"
    audiences = sorted(
        amended.edition.audiences if amended.withdrawal.audiences is None else amended.withdrawal.audiences
    )
    return f"{amended.edition.title}: {joined(audiences)} are told that something was withdrawn, and why{record}"
