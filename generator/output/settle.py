"""Carries out what the journal says and is not done yet, by renaming alone: the same for us and for a later build.

It may be broken off anywhere and begun again. What somebody put in the way since the plan was made is left alone.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.output.disk import exchange, remove, remove_tree, rename, sync
from generator.output.failures import failing_in_words
from generator.output.journal import Journal
from generator.output.look import PathState, is_elsewhere, number_of, others_inside, state_of
from generator.output.manifest import Manifest
from generator.output.names import OUR_FOLDER, folders_above, spelling
from generator.output.stage import STAGED

ASIDE = f"{OUR_FOLDER}/aside"  # old folders of sites that were swapped, until they are taken apart
KEPT = f"{OUR_FOLDER}/kept"  # what somebody put into such a folder in the instant of the swap


def settle(output: Path, journal: Journal, manifest: Manifest) -> tuple[str, ...]:
    """Gives the paths of files that could not go to their place, as something that is not ours stands there.

    The `manifest` is that of before, until it has been replaced.
    """
    work = _Settling(output, journal, manifest)
    work.clear_the_way()
    left = tuple(work.put_all())
    work.remove_the_rest()
    work.take_apart()
    sync((), [folder for folder in work.touched if folder.is_dir()])
    return left


class _Settling:
    """One run. `touched` are the folders in which a name has changed."""

    def __init__(self, output: Path, journal: Journal, manifest: Manifest) -> None:
        self._output = output
        self._journal = journal
        self._manifest = manifest
        self._here: dict[str, bool] = {"": True}
        self.touched: set[Path] = set()

    def clear_the_way(self) -> None:
        """One whose name changes in its capitals alone is gone once the new name stands; it must not go again."""
        wanted = {spelling(path): path for path in self._wanted()} if self._journal.clear else {}
        for path in self._journal.clear:
            twin = wanted.get(spelling(path))
            if twin is None or state_of(self._output / STAGED / twin) is not PathState.NOTHING:
                self._remove(path)

    def put_all(self) -> Iterator[str]:
        staged = self._output / STAGED
        with failing_in_words("look at", staged):
            sites = sorted(folder.name for folder in staged.iterdir()) if staged.is_dir() else []
        for site in sites:
            yield from self._swap(site) if site in self._journal.swap else self._put(site)

    def remove_the_rest(self) -> None:
        for path in self._journal.remove:
            self._remove(path)

    def take_apart(self) -> None:
        """Removes what we made of old folders; the rest, if there is any, is somebody's, and kept."""
        for site in self._journal.swap:
            folder = self._output / ASIDE / site
            with failing_in_words("clear", folder):
                for path in self._known(site):
                    with suppress(FileNotFoundError, NotADirectoryError):
                        remove(folder / path)
                if not others_inside(folder, frozenset()):
                    remove_tree(folder)
                else:
                    rename(folder, _free(self._output / KEPT / site))

    def _wanted(self) -> Iterator[str]:
        return (f"{site}/{path}" for site, made in self._journal.after.items() for path in made)

    def _put(self, path: str) -> Iterator[str]:
        """A file, or all of a folder: in one step where nothing stands in its place."""
        staged, target = self._output / STAGED / path, self._output / path
        is_folder = state_of(staged) is PathState.A_FOLDER
        stands = state_of(target)
        if stands is PathState.NOTHING or (
            not is_folder and stands is not PathState.A_FOLDER and not self._is_new(path)
        ):
            self._move(staged, target)
        elif is_folder and stands is PathState.A_FOLDER and self._is_here(path):
            for name in _names(staged):
                yield from self._put(f"{path}/{name}")
        else:
            yield from self._staged_at(path)

    def _is_new(self, path: str) -> bool:
        return path in self._journal.new

    def _move(self, staged: Path, target: Path) -> None:
        with failing_in_words("write", target):
            rename(staged, target)
        self.touched.add(target.parent)

    def _swap(self, site: str) -> Iterator[str]:
        """A whole folder. The old one is out of the way afterwards, and still whole."""
        staged, target = self._output / STAGED / site, self._output / site
        number = self._journal.swap[site]
        if state_of(target) is PathState.NOTHING:
            self._move(staged, target)
        elif not self._is_here(site) or state_of(target) is not PathState.A_FOLDER:
            yield from self._staged_at(site)
        elif number_of(target) == number:
            self._set_aside(staged, site)
        elif number_of(staged) != number or others_inside(target, self._known(site)):
            yield from self._staged_at(site)
        else:
            self._exchange(staged, target)

    def _exchange(self, staged: Path, target: Path) -> None:
        with failing_in_words("swap", target):
            at_once = exchange(staged, target)
        if at_once:
            self._set_aside(staged, target.name)
        else:
            self._set_aside(target, target.name)
            self._move(staged, target)
        self.touched.add(target.parent)

    def _set_aside(self, folder: Path, site: str) -> None:
        aside = self._output / ASIDE / site
        with failing_in_words("swap", self._output / site):
            aside.parent.mkdir(exist_ok=True)
            rename(folder, aside)
        self.touched.add(aside.parent)

    def _known(self, site: str) -> frozenset[str]:
        """What may stand in the old folder of a site without being somebody else's."""
        return frozenset(
            path
            for path in {**self._manifest.made(site), **self._journal.after.get(site, {})}
            if not self._is_new(f"{site}/{path}")
        )

    def _staged_at(self, path: str) -> Iterator[str]:
        if state_of(self._output / STAGED / path) is not PathState.A_FOLDER:
            yield path
            return
        for name in _names(self._output / STAGED / path):
            yield from self._staged_at(f"{path}/{name}")

    def _remove(self, path: str) -> None:
        """One file, if it is still ours and still there, and the folders that are empty without it."""
        folders = tuple(folders_above(path))
        target = self._output / path
        if not self._is_ours(path) or not all(map(self._is_here, folders)):
            return
        if state_of(target) is not PathState.SOMETHING_ELSE:
            return
        with failing_in_words("remove", target):
            remove(target)
        self.touched.add(target.parent)
        for folder in reversed(folders):
            try:
                (self._output / folder).rmdir()
            except OSError:
                return  # it holds something else, or someone stands in it: a folder left over does no harm
            self.touched.add((self._output / folder).parent)

    def _is_ours(self, path: str) -> bool:
        site, _, inside = path.partition("/")
        return site in self._journal.after and inside in self._manifest.made(site)

    def _is_here(self, folder: str) -> bool:
        """Whether a folder of a site is one, and no link to another place."""
        if folder not in self._here:
            self._here[folder] = not is_elsewhere(self._output / folder)
        return self._here[folder]


def _names(folder: Path) -> list[str]:
    with failing_in_words("look at", folder):
        return sorted(entry.name for entry in folder.iterdir())


def _free(folder: Path) -> Path:
    """A folder beside it that is not there yet: its name, with the first number that is free."""
    folder.parent.mkdir(exist_ok=True)
    number = 1
    while (free := folder.with_name(f"{folder.name}-{number}")).exists():
        number += 1
    return free
