"""The change, laid ready as whole files beside the sites, and on the disk before anything of a site is touched."""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.output.disk import opened, remove_tree, sync, write_new
from generator.output.failures import failing_in_words
from generator.output.journal import Journal
from generator.output.names import OUR_FOLDER
from generator.output.plan import Piece, Plan

STAGED = f"{OUR_FOLDER}/staged"  # each file at the path that it will have in the output folder


def stage(output: Path, plan: Plan) -> Journal:
    """Lays ready what the plan writes, and gives the journal of what is then to be done."""
    discard_staged(output)
    with failing_in_words("make", output / STAGED):
        (output / STAGED).mkdir()
    _make_folders(output, {(output / STAGED / put.path).parent for put in (*plan.write, *plan.keep)})
    with opened(output / STAGED) as disk:
        copied = [put for put in plan.keep if not _has_second_name(output, put.path)]
        written = [_lay(output, put.path, put.data) for put in (*plan.write, *copied)]
        laid = [output / STAGED / put.path for put in (*plan.write, *plan.keep)]
        folders = {output / STAGED, *(folder for file in laid for folder in file.parents)}
        sync(written, [folder for folder in folders if output / STAGED in (folder, *folder.parents)], disk)
    return Journal(
        clear=plan.clear,
        new=plan.new,
        remove=plan.remove,
        swap={site: _like_the_old(output, site) for site in plan.swap},
        after=plan.after,
    )


def discard_staged(output: Path) -> None:
    with failing_in_words("clear", output / STAGED):
        remove_tree(output / STAGED)


def _make_folders(output: Path, folders: Iterable[Path]) -> None:
    for folder in sorted(folders):
        with failing_in_words("make", folder):
            folder.mkdir(parents=True, exist_ok=True)


def _lay(output: Path, path: str, piece: Piece) -> Path:
    staged = output / STAGED / path
    with failing_in_words("write", output / path):
        write_new(staged, _bytes_of(output, path, piece))
    return staged


def _bytes_of(output: Path, path: str, piece: Piece) -> bytes:
    return piece if isinstance(piece, bytes) else (output / path).read_bytes()


def _has_second_name(output: Path, path: str) -> bool:
    """Gives a file that stays as it is a second name where the disk can, so that it keeps its date."""
    try:
        (output / STAGED / path).hardlink_to(output / path)
    except OSError:
        return False
    return True


def _like_the_old(output: Path, site: str) -> int:
    """Gives the new folder of a site the rights of the old one; returns the number that the disk knows it by."""
    staged = output / STAGED / site
    with failing_in_words("write", staged):
        with suppress(OSError):  # a disk without such rights
            shutil.copymode(output / site, staged)
        return staged.stat().st_ino
