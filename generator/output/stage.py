"""The change, laid ready as whole files beside the sites, and on the disk before anything of a site is touched."""

from collections.abc import Iterable
from pathlib import Path

from generator.output.disk import remove_tree, sync, whole_disk, write_new
from generator.output.failures import failing_in_words
from generator.output.journal import Journal
from generator.output.look import number_of
from generator.output.names import OUR_FOLDER, folders_above
from generator.output.plan import Piece, Plan, Put
from generator.output.rights import hand_on_rights

STAGED = f"{OUR_FOLDER}/staged"  # each file at the path that it will have in the output folder


def stage(output: Path, plan: Plan) -> Journal:
    """Lays ready what the plan writes, and gives the journal of what is then to be done."""
    discard_staged(output)
    staged = output / STAGED
    with failing_in_words("make", staged):
        staged.mkdir()
    folders = {folder for put in (*plan.write, *plan.keep) for folder in folders_above(put.path)}
    made = _make_folders(staged, folders)
    with whole_disk(staged) as disk:
        copied = [put for put in plan.keep if not _has_second_name(output, put.path)]
        written = [_lay(output, staged / put.path, put) for put in (*plan.write, *copied)]
        sync(written, [staged, *made], disk)
    hand_on_rights(output, staged, folders, (put.path for put in (*plan.write, *copied)))
    return Journal(
        clear=plan.clear,
        new=plan.new,
        remove=plan.remove,
        swap={site: number_of(staged / site) for site in plan.swap},
        after=plan.after,
    )


def discard_staged(output: Path) -> None:
    with failing_in_words("clear", output / STAGED):
        remove_tree(output / STAGED)


def _make_folders(staged: Path, folders: Iterable[str]) -> list[Path]:
    """Each after the one that it is in itself."""
    made = [staged / folder for folder in sorted(folders)]
    for folder in made:
        with failing_in_words("make", folder):
            folder.mkdir()
    return made


def _lay(output: Path, staged: Path, put: Put) -> Path:
    with failing_in_words("write", output / put.path):
        write_new(staged, _bytes_of(output, put.path, put.data))
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
