"""Puts finished sites in place: only what changed is written, and only what we made is removed.

Looking comes first and gives a plan (plan.py); carrying it out comes after, so that a refusal leaves all as it was.
Two builds into one folder at the same time are not kept apart yet.
"""

import os
from pathlib import Path

from generator.output.failures import failing_in_words
from generator.output.manifest import MANIFEST, Manifest, manifest_bytes, read_manifest
from generator.output.names import folders_above
from generator.output.plan import TEMPORARY, Plan, SiteFiles, Written, make_plan


def put_in_place(output: Path, site_files: SiteFiles) -> Written:
    """Makes each site's folder in `output` hold the files given, by path relative to that folder.

    A file whose bytes already stand is not touched; one that stood there before us with the same bytes becomes ours.
    A file that we made and someone has changed or taken away since is written again, or removed when no longer wanted.
    All that we did not make, and the sites that are not given, stay as they are. A damaged manifest counts as empty.

    Raises OutputRefused before anything is written where something stands in the way, or a name would lead out of
    `output`; OutputFailed where the disk is full, cannot be written, and the like.
    """
    plan = make_plan(output, site_files, read_manifest(output))
    carry_out(output, plan)
    return plan.written


def carry_out(output: Path, plan: Plan) -> None:
    """The manifest first learns all that we are about to make, and forgets only what is no longer there."""
    _sweep(output)
    _record(output, plan.before, plan.during)
    for path in plan.clear:
        _remove(output, path)
    for put in plan.write:
        _put(output, put.path, put.data)
    for path in plan.remove:
        _remove(output, path)
    _record(output, plan.during, plan.after)


def _record(output: Path, stands: Manifest, manifest: Manifest) -> None:
    if stands != manifest:
        _put(output, MANIFEST, manifest_bytes(manifest))


def _put(output: Path, path: str, data: bytes) -> None:
    """One file, put in place whole by renaming: no reader ever sees half of it."""
    target = output / path
    temporary = output / TEMPORARY / f"{os.getpid()}.part"
    with failing_in_words("write", target):
        temporary.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(data)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


def _remove(output: Path, path: str) -> None:
    """One file, and the folders that are empty without it."""
    target = output / path
    with failing_in_words("remove", target):
        target.unlink(missing_ok=True)
    for folder in reversed(tuple(folders_above(path))):
        try:
            (output / folder).rmdir()
        except OSError:
            return  # it holds something else, or someone stands in it: a folder left over does no harm


def _sweep(output: Path) -> None:
    """Takes away what a killed build left half written."""
    temporary = output / TEMPORARY
    with failing_in_words("clear", temporary):
        for left_over in temporary.glob("*.part"):
            left_over.unlink()
