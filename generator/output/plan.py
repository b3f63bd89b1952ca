"""What has to be written and removed, decided by looking alone; every reason to write nothing is found here."""

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from generator.output.failures import OutputRefused
from generator.output.look import (
    PathState,
    disk_of,
    files_inside,
    is_elsewhere,
    is_one_file,
    is_writable,
    missing,
    others_inside,
    state_of,
)
from generator.output.manifest import Made, Manifest, sha256_hex
from generator.output.names import OUR_FOLDER, clashes, fault_of_path, fault_of_site, folder_of, folders_above, spelling
from generator.values import dataclass

_DISK = "put the whole output folder on one disk"


@dataclass(frozen=True, slots=True)
class AsItStands:
    """A file that an earlier build put in place, and that was seen to be there still, with these bytes."""

    digest: str
    length: int


Piece = bytes | AsItStands
SiteFiles = Mapping[str, Mapping[str, Piece]]


@dataclass(frozen=True, slots=True)
class FileCounts:
    """How many files were new, had other bytes before, were taken away, and were left as they stood."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Put:
    """One file to be written; its path is relative to the output folder."""

    path: str
    data: Piece


@dataclass(frozen=True, slots=True)
class Plan:
    """All paths are relative to the output folder.

    `clear` are our own files that must go first, because one is in the way of a new folder, is in a folder that has to
    become a file, or gets a name that differs only in its capitals. `new` are those of `write` in whose place nothing
    of ours stands. `swap` are sites that get a whole new folder: what they `keep` has to be in it too.
    `after` is what we shall have made of the sites concerned.
    """

    clear: tuple[str, ...]
    write: tuple[Put, ...]
    new: frozenset[str]
    keep: tuple[Put, ...]
    remove: tuple[str, ...]
    swap: tuple[str, ...]
    after: Mapping[str, Made]
    written: FileCounts

    @property
    def changes_sites(self) -> bool:
        return bool(self.clear or self.write or self.remove or self.swap)


@dataclass(frozen=True, slots=True)
class _Site:
    """One site as it stands and as it is to be; paths are relative to its folder.

    `stands` tells what is where a file is wanted, but for those that were seen to stand already. `gone` are files of
    ours that stand there and are no longer wanted; `respelled` those that the disk holds for the same as a wanted one
    whose name differs in its capitals alone. `is_swapped` says that a new folder will take the place of the one that
    stands.
    """

    name: str
    folder: Path
    files: Mapping[str, Piece]
    stands: Mapping[str, PathState]
    ours: Set[str]
    gone: frozenset[str]
    respelled: frozenset[str]
    is_swapped: bool

    def within_output(self, path: str) -> str:
        return f"{self.name}/{path}"

    def puts(self, *kinds: PathState) -> tuple[Put, ...]:
        return self._put(path for path, stands in self.stands.items() if stands in kinds)

    def keeps(self) -> tuple[Put, ...]:
        """All that stays as it is."""
        return self._put(it for it in self.files if self.stands.get(it, PathState.THE_SAME) is PathState.THE_SAME)

    def _put(self, paths: Iterable[str]) -> tuple[Put, ...]:
        return tuple(Put(self.within_output(path), self.files[path]) for path in paths)


def make_plan(
    output: Path, site_files: SiteFiles, manifest: Manifest, made: Mapping[str, Made], is_atomic: bool = False
) -> Plan:
    """`made` are the files by their digests, as `made_of` gives them for each site.

    Raises OutputRefused with every reason there is, OutputFailed where the folder cannot be looked at.
    """
    _refuse_for(_name_faults(site_files))
    folders = _folders(site_files, manifest)
    absent = missing(output, folders)
    _refuse_for(_folder_faults(output, folders - absent))
    sites = [
        _look(output, name, site_files[name], manifest.made(name), absent, is_atomic) for name in sorted(site_files)
    ]
    _refuse_for(reason for site in sites for reason in _faults(site, manifest.is_damaged, absent))
    added = [put for site in sites for put in site.puts(PathState.NOTHING, PathState.A_FOLDER)]
    changed = [put for site in sites for put in site.puts(PathState.SOMETHING_ELSE)]
    gone = [site.within_output(path) for site in sites for path in site.gone]
    ours = {site.within_output(path) for site in sites for path in site.stands.keys() & site.ours}
    one_by_one = [site for site in sites if not site.is_swapped]
    clear = {site.within_output(path) for site in one_by_one for path in _in_the_way_of_itself(site)}
    plan = Plan(
        clear=tuple(sorted(clear)),
        write=tuple(sorted(added + changed, key=lambda put: put.path)),
        new=frozenset(put.path for put in added + changed if put.path not in ours),
        keep=tuple(put for site in sites if site.is_swapped for put in site.keeps()),
        remove=tuple(sorted({site.within_output(path) for site in one_by_one for path in site.gone} - clear)),
        swap=tuple(site.name for site in sites if site.is_swapped),
        after=made,
        written=FileCounts(
            len(added), len(changed), len(gone), sum(map(len, site_files.values())) - len(added + changed)
        ),
    )
    _refuse_for(_rights_faults(output, plan, absent))
    return plan


def made_of(files: Mapping[str, Piece]) -> Made:
    return {path: it.digest if isinstance(it, AsItStands) else sha256_hex(it) for path, it in files.items()}


def _refuse_for(reasons: Iterable[str]) -> None:
    if given := tuple(reasons):
        raise OutputRefused(given)


def _name_faults(site_files: SiteFiles) -> Iterator[str]:
    """What is wrong with the names alone, whatever stands on the disk."""
    for site, files in site_files.items():
        if fault := fault_of_site(site):
            yield f"{site!r} cannot be a site's folder: it {fault}"
        for path, piece in files.items():
            if not isinstance(piece, AsItStands) and (fault := fault_of_path(path)):
                yield f"{path!r} cannot be a file of the site `{site}`: it {fault}"
    yield from clashes(site_files)
    yield from clashes(f"{site}/{path}" for site, files in site_files.items() for path in files)


def _folders(site_files: SiteFiles, manifest: Manifest) -> Set[str]:
    """Those through which we would write or remove, relative to the output folder."""
    paths = (
        f"{site}/{path}"
        for site, files in site_files.items()
        for path in (*_to_look_at(files), *(manifest.made(site).keys() - files.keys()))
    )
    return {OUR_FOLDER, *(folder for path in paths for folder in folders_above(path))}


def _folder_faults(output: Path, folders: Set[str]) -> Iterator[str]:
    """Folders that lead to somewhere else, and an output that is no folder."""
    if state_of(output) is PathState.SOMETHING_ELSE and not output.is_dir():
        if not output.exists():
            yield f"`{output}` is a link to a place that is not there: make that folder, or see whether it is connected"
            return
        yield f"`{output}` is a file, so that nothing can be put into it: name another folder"
        return
    for folder in sorted(folders):
        if is_elsewhere(output / folder):
            yield f"`{output / folder}` is a link to another place, where we must not write: remove the link"


def _look(output: Path, name: str, files: Mapping[str, Piece], made: Made, absent: Set[str], is_atomic: bool) -> _Site:
    """`absent` are the folders that do not stand, relative to the output."""
    folder = output / name
    respelled = _respelled(folder, files, made)
    unwanted = made.keys() - files.keys() - respelled.keys()
    gone = frozenset(path for path in unwanted if state_of(folder / path) is PathState.SOMETHING_ELSE)
    stands = {
        path: PathState.NOTHING if folder_of(f"{name}/{path}") in absent else state_of(folder / path, data)
        for path, data in _to_look_at(files).items()
    }
    stands |= dict.fromkeys(respelled.values(), PathState.SOMETHING_ELSE)  # to be written under its new name
    is_changed = bool(gone) or any(it is not PathState.THE_SAME for it in stands.values())
    return _Site(
        name=name,
        folder=folder,
        files=files,
        stands=stands,
        ours=made.keys() | respelled.values(),
        gone=gone,
        respelled=frozenset(respelled),
        is_swapped=is_atomic and bool(files) and is_changed and state_of(folder) is PathState.A_FOLDER,
    )


def _to_look_at(files: Mapping[str, Piece]) -> Mapping[str, bytes]:
    """The files but for those that were reached just now, and were seen to stand: most, after an edit."""
    return {path: piece for path, piece in files.items() if isinstance(piece, bytes)}


def _respelled(folder: Path, files: Mapping[str, Piece], made: Made) -> Mapping[str, str]:
    """The old name to the new, where the disk holds both for one file."""
    if files.keys() >= made.keys():
        return {}
    wanted = {spelling(path): path for path in files}
    pairs = ((path, wanted[spelling(path)]) for path in made if path not in files and spelling(path) in wanted)
    return {old: new for old, new in pairs if is_one_file(folder / old, folder / new)}


def _faults(site: _Site, is_damaged: bool, absent: Set[str]) -> Iterator[str]:
    """What stands in the way that we did not make."""
    for path, stands in site.stands.items():
        if stands is PathState.SOMETHING_ELSE and path not in site.ours:
            yield _in_the_way(site, path, is_damaged)
        if stands is PathState.A_FOLDER and not _goes_whole(site, path):
            yield f"`{site.folder / path}` is a folder, and a file has to stand there: move the folder away"
    looked_at = _to_look_at(site.files)
    for within in sorted({within for path in looked_at for within in folders_above(site.within_output(path))} - absent):
        folder = within.removeprefix(site.name).removeprefix("/")
        if folder not in site.gone and state_of(site.folder / folder) is PathState.SOMETHING_ELSE:
            yield f"`{site.folder / folder}` is a file, and a folder has to stand there: move the file away"
    if site.is_swapped:
        for other in others_inside(site.folder, site.ours | site.files.keys()):
            yield f"`{other}` is not ours, and --atomic would take its folder away: move it, or build without --atomic"


def _rights_faults(output: Path, plan: Plan, absent: Set[str]) -> Iterator[str]:
    """Folders in which we may not change names, and those that cannot be reached by renaming."""
    paths = (*plan.clear, *plan.remove, *plan.swap, *(put.path for put in plan.write))
    for folder in sorted({_standing_folder(output, folder, absent) for folder in set(map(folder_of, paths))}):
        if not folder.is_dir():
            continue  # the output itself is not there yet
        if not is_writable(folder):
            yield f"we may not write into `{folder}`: give us the right to, or build into another folder"
        elif disk_of(folder) != disk_of(output):
            yield f"`{folder}` is on another disk than `{output}`, so that no file can go there in one step: {_DISK}"


def _standing_folder(output: Path, folder: str, absent: Set[str]) -> Path:
    """The innermost folder that stands already, of one and those above it."""
    while folder:
        if folder not in absent and state_of(output / folder) is PathState.A_FOLDER:
            return output / folder
        folder = folder_of(folder)
    return output


def _in_the_way(site: _Site, path: str, is_damaged: bool) -> str:
    where = site.folder / path
    if is_damaged:
        return (
            f"`{where}` stands in the way, and we cannot tell whether we made it, as our record in "
            f"`{site.folder.parent / OUR_FOLDER}` is damaged: if `{site.folder}` holds nothing of yours, delete it "
            "and build again"
        )
    return f"`{where}` stands in the way, and we did not make it: move it away, or build into another folder"


def _goes_whole(site: _Site, path: str) -> bool:
    inside = _inside(site, path)
    return bool(inside) and inside <= site.gone


def _inside(site: _Site, path: str) -> frozenset[str]:
    """The files of a folder that stands where a file has to be."""
    return frozenset(inside.relative_to(site.folder).as_posix() for inside in files_inside(site.folder / path))


def _in_the_way_of_itself(site: _Site) -> frozenset[str]:
    """Files of ours that must go before the wanted ones can come."""
    paths = site.files if site.gone else ()
    as_folder = {folder for path in paths for folder in folders_above(path) if folder in site.gone}
    in_folder = (_inside(site, path) for path, stands in site.stands.items() if stands is PathState.A_FOLDER)
    return site.respelled.union(as_folder, *in_folder)
