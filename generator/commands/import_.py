"""`golden import`: what people have already, brought into an edition."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.authoring.begun import begun_files, without_files
from generator.authoring.naming import EditionName, day_of_publication, parse_name
from generator.authoring.putting import SavedMeanwhile, WritingFailed, put_files, put_folder
from generator.authoring.sourced_content import SourcedContent, as_on_disk, read_sourced_content
from generator.commands.arguments import add_content_option, add_manners
from generator.commands.manner import manner_of
from generator.commands.terminal import CONTENT_HAS_ERRORS, OK, Refused, print_findings, say, shown_path
from generator.domain.edition import Edition
from generator.importing.bringing import Brought, ImportRequest, bring
from generator.importing.opening import open_document
from generator.importing.rows import FIELDS, plain_head
from generator.importing.telling import told
from generator.keeping.stamps import is_left_by_system
from generator.reading.desk import with_choice
from generator.text.diagnostic import in_order

EXAMPLES = """\
examples:
  golden import "January update.docx" --edition 2020-01
                           make the edition of January 2020, as a draft, from one document
  golden import letter.docx it.docx people.xlsx --edition 2020-01
                           the same from several
  golden import it.docx --edition 2020-01 --workstream it
                           all of it is one workstream's; its update may join an edition that is there already
  golden import plan.csv --edition 2020-01 --map "What we promise=action" --map "Finish=due"
                           say which columns are meant, where their heads do not
  golden import update.docx --edition 2020-01 --dry-run
                           show what would be written, and write nothing

It reads Word (.docx), text and Markdown (.txt, .md), saved web pages (.html), e-mail (.eml) and spreadsheets (.xlsx,
.csv). Workstreams are found by their titles or their leads, actions by headings such as "Completed" and "Next steps".
No sentence is lost: they are counted before and after. What has no place yet stands at the end of the letter.
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="what to bring in; several make one edition"
    )
    parser.add_argument("--edition", metavar="NAME", required=True, help="the edition to make, such as 2020-01")
    add_content_option(parser)
    parser.add_argument(
        "--workstream", metavar="ID", default="", help="whose update it is, when it is one workstream's"
    )
    parser.add_argument("--title", metavar="WORDS", default="", help="the title of a special edition")
    parser.add_argument(
        "--map",
        metavar="HEAD=FIELD",
        action="append",
        default=[],
        help="what a column of a spreadsheet is for: action, workstream, due, status, owner, rag, id, reason or note",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    add_manners(parser)
    parser.set_defaults(format="text")


def run(arguments: Namespace) -> int:
    manner = manner_of(arguments)
    content: Path = arguments.content
    sourced, sources, findings = read_sourced_content(content)
    if sourced is None or not sourced.content.workstreams:
        print_findings(in_order(findings), sources, manner)
        say("nothing was written: programme.yml and workstreams.yml come first", manner)
        return CONTENT_HAS_ERRORS
    edition = sourced.content.edition(arguments.edition)
    begun = begun_files(sourced, edition) if edition else frozenset()
    request = _request(sourced, arguments, begun)
    if edition and begun:
        sourced = without_files(sourced, edition, _left(edition, request.workstream))
    brought = bring([open_document(path) for path in arguments.files], sourced, content, request)
    folder = content / "editions" / str(request.name)
    if arguments.dry_run:
        for name, data in brought.files.items():
            sys.stdout.write(f"--- {(folder / name).as_posix()}\n{data.decode()}\n")
    else:
        is_there = request.is_addition or bool(begun)
        was_begun = as_on_disk(content, (sources[f"editions/{request.name}/{name}"] for name in begun))
        _put(folder, content / "images" / brought.picture_folder, brought, was_begun if is_there else None)
    replaced = [it for it in edition.updates if not begun.isdisjoint(_forms_of(it.workstream))] if edition else []
    for line in told(brought, sourced, folder, request, replaced, is_done=not arguments.dry_run):
        say(line, manner)
    return OK


def _left(edition: Edition, workstream: str) -> Edition | None:
    """The edition without the update that is brought in; none where all of it is."""
    updates = tuple(it for it in edition.updates if it.workstream != workstream)
    return replace(edition, updates=updates) if workstream else None


def _request(sourced: SourcedContent, arguments: Namespace, begun: frozenset[str]) -> ImportRequest:
    """What is asked for, when nothing stands where it would be written but what is `begun`."""
    name = parse_name(arguments.edition)
    if name is None:
        raise Refused(
            f"`{arguments.edition}` cannot be an edition's name; write the year and the month, such as 2020-01, and "
            "for a special edition a name after it: 2020-01-flood"
        )
    known = tuple(it.id for it in sourced.content.workstreams)
    if arguments.workstream and arguments.workstream not in known:
        raise Refused(with_choice(f"there is no workstream `{arguments.workstream}`", arguments.workstream, known))
    is_there = (arguments.content / "editions" / str(name)).exists()
    if is_there:
        _may_join(sourced, name, arguments, begun)
    elif name.is_special and not arguments.title.strip():
        raise Refused(f'a special edition needs a title: --edition {name} --title "..."')
    return ImportRequest(
        name,
        day_of_publication(name, sourced.content.editions).day,
        " ".join(arguments.title.split()),
        arguments.workstream,
        is_there and bool(arguments.workstream),
        _mapped(arguments.map),
    )


def _may_join(sourced: SourcedContent, name: EditionName, arguments: Namespace, begun: frozenset[str]) -> None:
    """An edition that is there may get an update that it has not; nobody's words give way to others."""
    folder = arguments.content / "editions" / str(name)
    edition = sourced.content.edition(str(name))
    names = (it.name for it in folder.iterdir() if not is_left_by_system(it.name))
    if not arguments.workstream and begun.issuperset(names) and not arguments.title:
        return
    if not arguments.workstream:
        raise Refused(
            f"`{folder}` is there already, and is left as it is; to add one workstream's update to it, "
            "say --workstream ID"
        )
    if edition is not None and edition.id in sourced.frozen:
        raise Refused(f"{edition.title} is frozen: nothing can be added to it")
    there = (folder / form for form in _forms_of(arguments.workstream))
    if own := next((path for path in there if path.exists() and path.name not in begun), None):
        raise Refused(
            f"`{arguments.workstream}` has its update in `{shown_path(own)}`, and it is left as it is; to bring "
            "this in instead, move that file out of the content folder; golden check --drafts then says which promises "
            "are missing"
        )
    if edition is None:
        raise Refused(f"`{folder}` has no letter that can be read: mend it first, with the help of golden check")
    if arguments.title:
        raise Refused("--title is for a whole edition; an update has none of its own")


def _forms_of(workstream: str) -> tuple[str, str]:
    """The names that its update may have."""
    return f"{workstream}.md", f"{workstream}.yml"


def _is_in_two_forms(path: Path, files: Container[Path]) -> bool:
    """Whether an update that stands in YAML is among the files, in Markdown: nobody may keep it in both."""
    return path.suffix == ".yml" and path.with_suffix(".md") in files


def _mapped(words: Sequence[str]) -> Mapping[str, str]:
    """The fields by the heads of columns, as these are compared."""
    mapped: dict[str, str] = {}
    for each in words:
        head, _, field = each.rpartition("=")
        if not plain_head(head) or field.strip().lower() not in FIELDS:
            raise Refused(
                f'`{each}` does not say what a column is for; write --map "Head of the column=action", '
                f"or one of {', '.join(FIELDS)}"
            )
        mapped[plain_head(head)] = field.strip().lower()
    return mapped


def _put(folder: Path, pictures: Path, brought: Brought, begun: Mapping[Path, bytes] | None) -> None:
    """All files or none; pictures first, so that no page is without them. `begun` are the files that may give way; None
    where the folder is new.
    """
    if brought.pictures.files:
        put_folder(pictures, brought.pictures.files)
    try:
        if begun is not None:
            files: dict[Path, bytes | None] = {folder / name: data for name, data in brought.files.items()}
            files |= dict.fromkeys((path for path in begun if _is_in_two_forms(path, files)), None)
            put_files(files, {path: begun.get(path) for path in files})
        else:
            put_folder(folder, brought.files)
    except (WritingFailed, SavedMeanwhile):
        if brought.pictures.files:
            _take_back(pictures, brought.pictures.files)
        raise


def _take_back(folder: Path, names: Iterable[str]) -> None:
    """What cannot be removed is left: why nothing could be written is what the user has to hear of."""
    for name in names:
        with suppress(OSError):
            (folder / name).unlink()
    with suppress(OSError):
        folder.rmdir()
