"""`golden newsletter`: one issue in the forms that are wanted, into a folder, to be printed, posted and sent."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.build import Result
from generator.commands.arguments import (
    DEFAULT_OUTPUT,
    add_content_option,
    add_date,
    add_manners,
    clock,
    place_named,
)
from generator.commands.judging import CACHE_OF_USER, build_and_tell
from generator.commands.manner import manner_of
from generator.commands.placing import refuse_within
from generator.commands.recalled import recalled
from generator.commands.silence import embargoes_told
from generator.commands.terminal import OK, Refused, say
from generator.domain.issue import Issue, issues_of
from generator.domain.newsletter import Format
from generator.making.compiled import folder_for_compiled
from generator.output.loose import put_loose_files
from generator.publications.artifact import Artifact
from generator.publications.newsletter import to_send
from generator.reading.content import read_content
from generator.reading.desk import with_choice
from generator.reading.memory import Memory
from generator.request import BuildRequest
from generator.text.plural import plural
from generator.values import dataclass

EXAMPLES = """\
examples:
  golden newsletter                                  the newest issue of every newsletter, in all its forms
  golden newsletter one-council-news                 the newest issue of one of them
  golden newsletter one-council-news 2026-10 --format pdf,large-print
                                                     October's, to print
  golden newsletter our-promises 2026-q3 --output post
                                                     a quarter's issue, into the folder post/
The files are for you to print, post and send; `golden build` puts them on the sites as well.
"""
_FORMS = {
    Format.PDF: "a PDF to print",
    Format.LARGE_PRINT: "a PDF in large print",
    Format.HTML: "a page that stands by itself, for a mailing service",
    Format.EMAIL: "a message that opens as a draft",
    Format.TEXT: "plain text",
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "newsletter", metavar="ID", nargs="?", default="", help="the newsletter's id in programme.yml (default: all)"
    )
    parser.add_argument(
        "issue",
        metavar="EDITION",
        nargs="?",
        default="",
        help="an edition that it draws on, such as 2026-10, or the issue's own name, such as 2026-q3 (default: the"
        " newest)",
    )
    parser.add_argument(
        "--format",
        dest="forms",
        metavar="FORMS",
        type=_forms,
        default=tuple(Format),
        help="the forms wanted, with commas: " + ", ".join(f"{form.value} ({words})" for form, words in _FORMS.items())
        + " (default: those that the newsletter has)",
    )  # fmt: skip
    add_content_option(parser)
    parser.add_argument(
        "--output",
        "-o",
        metavar="DIR",
        type=place_named,
        default=DEFAULT_OUTPUT / "newsletters",
        help="the folder for the files (default: %(default)s)",
    )
    parser.add_argument("--drafts", action="store_true", help="draw on drafts, and editions that are not out yet, too")
    parser.add_argument("--strict", action="store_true", help="fail on warnings too, and write nothing then")
    add_date(parser)
    add_manners(parser)
    parser.set_defaults(format="text")


def run(arguments: Namespace) -> int:
    manner = manner_of(arguments)
    wish = _Wish(arguments.newsletter, arguments.issue, arguments.forms)
    refuse_within(arguments.content, arguments.output)
    memory = recalled(arguments.content)
    asked = BuildRequest(
        arguments.content,
        clock(arguments),
        with_drafts=arguments.drafts,
        plan=wish.plan,
        memory=memory,
        compiled_in=folder_for_compiled(CACHE_OF_USER),
    )
    result, code = build_and_tell(asked, manner)
    if code != OK:
        return code
    files = _by_name(result)
    if not files:
        raise Refused(wish.why_nothing(tuple(_known(arguments, memory))))
    changed = put_loose_files(arguments.output, files)
    for name in files:
        say(f"{'wrote' if name in changed else 'as before:'} {arguments.output / name}", manner)
    say(f"{plural(len(files), 'file')}, {len(changed)} of them changed", manner)
    content = read_content(arguments.content, memory=memory).content
    if content is not None and result.on is not None:
        readers = [name for name, site in result.made.items() if site.bytes_by_path]
        for words in embargoes_told(content.programme, readers, result.on):
            say(words, manner)
    return OK


def _forms(words: str) -> tuple[Format, ...]:
    known = {form.value: form for form in Format}
    wanted = [word.strip() for word in words.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in known]
    if unknown or not wanted:
        raise ArgumentTypeError(f"`{unknown[0] if unknown else words}` is not one of {', '.join(known)}")
    return tuple(known[word] for word in wanted)


def _by_name(result: Result) -> Mapping[str, bytes]:
    """The files by their names alone, which an issue's id makes unique."""
    made = (item for site in result.made.values() for item in site.bytes_by_path.items())
    return {PurePosixPath(path).name: data for path, data in made}


@dataclass(frozen=True, slots=True)
class _Wish:
    """Which issues are asked for, and in which forms; an empty name asks for all newsletters, or the newest issues."""

    newsletter: str
    issue: str
    forms: tuple[Format, ...]

    def plan(self, describe: Describer) -> tuple[Artifact, ...]:
        """Asked of each audience, perhaps in a process of its own: it must not learn anything."""
        chosen = self.chosen(describe.issues)
        return tuple(artifact for issue in chosen for artifact in to_send(describe, issue, self.forms))

    def chosen(self, known: Iterable[Issue]) -> Sequence[Issue]:
        """`known` stand oldest first."""
        own = [issue for issue in known if self.newsletter in ("", issue.newsletter.id)]
        if self.issue:
            return [issue for issue in own if self.issue in (issue.id, *(it.id for it in issue.editions))]
        return list({issue.newsletter.id: issue for issue in own}.values())

    def why_nothing(self, known: Sequence[Issue]) -> str:
        """What to tell a user for whom no file was made, where these are all the issues that have come out."""
        newsletters = tuple(dict.fromkeys(issue.newsletter.id for issue in known))
        if not newsletters:
            return "no newsletter has come out yet; `newsletters:` in programme.yml says which will"
        if self.newsletter and self.newsletter not in newsletters:
            return with_choice(f"no newsletter `{self.newsletter}` has come out", self.newsletter, newsletters)
        if not self.chosen(known):
            names = tuple(issue.id for issue in known if self.newsletter in ("", issue.newsletter.id))
            return with_choice(f"no issue draws on `{self.issue}`", self.issue, names)
        return "it has none of these forms; `formats:` in programme.yml says which it has"


def _known(arguments: Namespace, memory: Memory) -> Iterator[Issue]:
    """All issues that have come out, for any audience."""
    content = read_content(arguments.content, memory=memory).content
    if content is None:
        return
    on = clock(arguments)(content.programme)
    for audience in content.programme.audiences:
        seen = brief(content, audience, on, arguments.drafts).content
        for newsletter in seen.programme.newsletters:
            yield from issues_of(newsletter, seen.editions, on, seen.programme.quarters)
