"""`golden fix`: what can be mended in the files without asking anybody."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.authoring.fixing import Mended, after_mending, mend
from generator.authoring.putting import put_files
from generator.authoring.sourced_content import as_on_disk, read_sourced_content
from generator.checks import identity
from generator.commands.arguments import add_content_option, add_manners
from generator.commands.differences import difference
from generator.commands.manner import manner_of
from generator.commands.terminal import CONTENT_HAS_ERRORS, OK, content_prefix, counted, print_findings, say, stop_over
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.plural import plural

EXAMPLES = """\
examples:
  golden fix               write an id into every action that has none, so that its address lasts
  golden fix --dry-run     show what that would change, and write nothing
"""


def add_arguments(parser: ArgumentParser) -> None:
    add_content_option(parser)
    parser.add_argument("--dry-run", action="store_true", help="show the changes, and write nothing")
    add_manners(parser)
    parser.set_defaults(format="text")


def run(arguments: Namespace) -> int:
    manner = manner_of(arguments)
    content: Path = arguments.content
    sourced, sources, findings = read_sourced_content(content)
    if sourced is None:
        return stop_over(findings, sources, manner, ": nothing was written")
    mended = mend(sourced, findings)
    changed = [each for each in mended if each.is_changed]
    if arguments.dry_run:
        sys.stdout.writelines(line for each in changed for line in _difference(each, content_prefix(content)))
    else:
        put_files(as_on_disk(content, (it.after for it in changed)), as_on_disk(content, (it.before for it in changed)))
    clashes = _clashes(identity.check(after_mending(sourced.content, mended)), mended)
    texts = {**sources, **{each.after.path: each.after for each in changed}}
    print_findings(clashes, texts, manner)
    for line in _told(mended, content_prefix(content), is_done=not arguments.dry_run):
        say(line, manner)
    return CONTENT_HAS_ERRORS if clashes or any(each.is_left_alone for each in mended) else OK


def _clashes(found: Iterator[Diagnostic], mended: Sequence[Mended]) -> tuple[Diagnostic, ...]:
    """Ids that two actions of an edition would share, which only the writer can tell apart."""
    paths = {each.after.path for each in mended}
    return in_order(finding for finding in found if finding.span.path in paths)


def _difference(mended: Mended, prefix: str) -> Iterator[str]:
    return difference(mended.before.text, mended.after.text, f"{prefix}{mended.after.path}")


def _told(mended: Sequence[Mended], prefix: str, *, is_done: bool) -> Iterator[str]:
    changed = [each for each in mended if each.is_changed]
    for each in changed:
        yield f"{prefix}{each.after.path}: {_what(each.ids, each.bullets)}"
    for each in mended:
        if each.is_left_alone:
            yield f"left alone: {prefix}{each.before.path}, {_why(each)}"
    if changed:
        total = _what(sum(each.ids for each in changed), sum(each.bullets for each in changed))
        yield f"{'wrote' if is_done else 'would write'} {total}, in {plural(len(changed), 'file')}"
    else:
        yield "nothing was written" if any(each.is_left_alone for each in mended) else "there is nothing to fix"


def _what(ids: int, bullets: int) -> str:
    counts = [plural(count, word) for count, word in ((ids, "id"), (bullets, "bullet")) if count]
    return " and ".join(counts)


def _why(mended: Mended) -> str:
    if mended.errors:
        return f"which has {counted(mended.errors)}; `golden check` shows what to mend"
    return "into which its ids cannot be written safely; write them by hand"
