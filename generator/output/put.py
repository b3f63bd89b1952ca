"""Puts finished sites in place, all or nothing: only what changed is written, and only what we made is removed.

Looking comes first and gives a plan (plan.py), so that a refusal leaves all as it was. What is to be written is laid
ready as whole files (stage.py); a journal then says what will be done (journal.py), and renaming does it (settle.py).
A build that ends before its journal stands has changed nothing; one that ends later is finished by the next build.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.output.disk import discard_half_written, write_record
from generator.output.failures import OutputChanged, OutputFailed
from generator.output.journal import Journal, JournalDamaged, read_journal, remove_journal, write_journal
from generator.output.locking import locked
from generator.output.look import PathState, state_of
from generator.output.manifest import Made, Manifest, manifest_bytes, read_manifest, refuse_within_a_site
from generator.output.names import JOURNAL, MANIFEST, OUR_FOLDER, PUBLISHED
from generator.output.plan import AsItStands, FileCounts, Plan, SiteFiles, made_of, make_plan
from generator.output.settle import ASIDE, settle
from generator.output.stage import discard_staged, stage
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class PutManner:
    """In which manner sites are put in place.

    With `is_atomic`, a site that changes gets a whole new folder in the place of the old one. Where another build is
    writing into the same output folder, this one waits, and after a second says for whom by `tell`; or, unless it
    `waits`, refuses at once.
    """

    is_atomic: bool = False
    waits: bool = True
    tell: Callable[[str], None] = lambda _: None


USUAL = PutManner()


def put_in_place(
    output: Path,
    site_files: SiteFiles,
    manner: PutManner = USUAL,
    *,
    first: Callable[[Manifest], None] = lambda _: None,
    then: Callable[[Mapping[str, Made]], None] = lambda _: None,
) -> FileCounts:
    """Makes each site's folder in `output` hold the files given, by path relative to that folder.

    A file whose bytes already stand is not touched; one that stood there before us with the same bytes becomes ours.
    A file that we made and someone has changed or taken away since is written again, or removed when no longer wanted.
    All that we did not make, and the sites that are not given, stay as they are. A damaged manifest counts as empty.

    `first` is called with what we made until now when nothing stands against the change, before it is begun: it may
    raise to stop it. `then` is called when all is in place, with the digests of all files by site. No other build may
    change anything in between.

    Raises OutputRefused before anything is written where something stands in the way, or a name would lead out of
    `output`; OutputFailed where the disk is full, cannot be written, and the like; OutputChanged where a file that was
    to be left as it stands has been put in place anew by somebody else.
    """
    refuse_within_a_site(output)
    made = {name: made_of(files) for name, files in site_files.items()}
    if state_of(output / OUR_FOLDER) is not PathState.A_FOLDER:
        # What is refused leaves no folder of ours behind.
        make_plan(output, site_files, Manifest(), made, manner.is_atomic)
    with locked(output, manner.waits, manner.tell):
        manifest = recover(output)
        if not _stands_as_it_did(site_files, manifest):
            raise OutputChanged
        plan = make_plan(output, site_files, manifest, made, manner.is_atomic)
        first(manifest)
        carry_out(output, plan, manifest)
        then(made)
    return plan.written


def _stands_as_it_did(site_files: SiteFiles, manifest: Manifest) -> bool:
    return all(
        manifest.made(site).get(path) == piece.digest
        for site, files in site_files.items()
        for path, piece in files.items()
        if isinstance(piece, AsItStands)
    )


def recover(output: Path) -> Manifest:
    """Finishes what a killed build had begun, or drops what it had only laid ready; gives what we made until now."""
    manifest = read_manifest(output)
    try:
        journal = read_journal(output)
    except JournalDamaged:
        return replace(manifest, is_damaged=True)  # it stands there until a build succeeds, so that each says the same
    if journal is None:
        discard_staged(output)
        return manifest
    finished, _ = _finish(output, journal, manifest)  # what was left, the plan refuses in its own words
    return finished


def carry_out(output: Path, plan: Plan, manifest: Manifest) -> None:
    if not plan.changes_sites:
        _record(output, manifest, manifest.with_sites(plan.after))
        _tidy(output)
        return
    journal = _begin(output, plan)
    try:
        _, left = _finish(output, journal, manifest)
    except OutputFailed as failure:
        raise failure.and_now("what is left to do, the next build does first") from failure.__cause__
    if left:
        raise OutputFailed(f"`{output / left[0]}` came in the way while we wrote: move it away and build again")


def _begin(output: Path, plan: Plan) -> Journal:
    try:
        journal = stage(output, plan)
        write_journal(output, journal)
    except OutputFailed as failure:
        raise _take_back(output, failure) from failure.__cause__
    return journal


def _take_back(output: Path, failure: OutputFailed) -> OutputFailed:
    """The journal goes first: it may stand, though the disk has told of a fault."""
    try:
        _tidy(output)
    except OutputFailed:
        return failure.and_now("what is left to do or to clear away, the next build does first")
    return failure.and_now("the sites are as they were")


def _finish(output: Path, journal: Journal, manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    left = settle(output, journal, manifest)
    after = manifest.with_sites(
        {site: _made_but_for(left, site, journal, manifest.made(site)) for site in journal.after}
    )
    _record(output, manifest, after)
    _tidy(output)
    return after, left


def _made_but_for(left: tuple[str, ...], site: str, journal: Journal, before: Made) -> Made:
    """Where something was left, all may stand that we ever made there, but not what somebody has put in our way."""
    after = journal.after[site]
    theirs = {path for path in left if path in journal.new}
    if not any(path.startswith(f"{site}/") for path in left):
        return after
    return {path: digest for path, digest in {**before, **after}.items() if f"{site}/{path}" not in theirs}


def _record(output: Path, stands: Manifest, manifest: Manifest) -> None:
    if stands != manifest:
        write_record(output / MANIFEST, manifest_bytes(manifest))


def _tidy(output: Path) -> None:
    """The journal goes first: what is staged serves nothing but it."""
    remove_journal(output)
    discard_half_written(output / MANIFEST, output / JOURNAL, output / PUBLISHED)
    discard_staged(output)
    with suppress(OSError):  # it is not there, or somebody has put something into it
        (output / ASIDE).rmdir()
