"""Folders that a user names: where the content is, and that nothing is made among it."""

import os
import sys
from pathlib import Path

from generator.commands.terminal import shown_path
from generator.output.failures import OutputRefused
from generator.reading.names import is_kept_by_windows

_MARK = "programme.yml"


def why_no_content(folder: Path) -> str:
    """What is wrong with a folder that has no programme.yml, and which one has it.

    Empty where the folder is there and none near it has one: what it lacks is then told as of any content.
    """
    near = _near(folder)
    if folder.is_file():
        remedy = f"name `{near}`" if near else f"name the one with {_MARK} in it"
        return f"`{folder}` is a file, and all of a folder is read; {remedy}"
    if folder.is_dir():
        return f"`{folder}` has no {_MARK} in it, but `{near}` has; name that one" if near else ""
    if near == Path():
        return f"there is no folder `{folder}`; you stand in the one with {_MARK} in it, so name it as `.`"
    remedy = f"{_MARK} is in `{near}`, so name that one" if near else f"name the one with {_MARK} in it"
    return f"there is no folder `{folder}`; {remedy}"


def refuse_within(content: Path, place: Path) -> None:
    """For a place into which files are put. Raises OutputRefused where they would stand among the content, and where
    there is no such place: Windows takes `con` and `nul.zip` for its devices, and would write to these.
    """
    kept = next(filter(is_kept_by_windows, place.parts), None) if sys.platform == "win32" else None
    if kept:
        raise OutputRefused((f"`{place}` cannot be written: `{kept}` is a name that Windows keeps for itself",))
    if _stands_in(place, content):
        if _stands_in(content, place):
            raise _refused(f"`{place}` is the content itself")
        raise _refused(f"`{place}` stands in the content", f", such as `{_beside(content, place.name)}`")


def refuse_overlap(content: Path, place: Path) -> None:
    """For a folder that is to be ours altogether. Raises OutputRefused where it and the content share any file."""
    refuse_within(content, place)
    if _stands_in(content, place):
        raise _refused(f"the content stands in `{place}`")


def _refused(why: str, example: str = "") -> OutputRefused:
    return OutputRefused((f"{why}: name a place beside it{example}",))


def _beside(content: Path, name: str) -> str:
    return shown_path(_real(content).parent / name)


def _stands_in(inner: Path, outer: Path) -> bool:
    """Wherever links lead, and however the system takes a name to be spelt. Each of them may still be to come."""
    real = _real(inner)
    return any(_is_same(it, _real(outer)) for it in (real, *real.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # resolve() stops at links that lead to themselves


def _near(folder: Path) -> Path | None:
    """Below the folder, above it, or about where the user stands; the nearest first."""
    above = [it for it in (folder, *folder.parents) if it != Path() and it.is_dir()]
    ups = [Path(*[".."] * steps) for steps in range(1, len(Path.cwd().parents) + 1)]
    places = (folder / "content", *above, Path("content"), Path(), *(it for up in ups for it in (up, up / "content")))
    return next((place for place in places if (place / _MARK).is_file()), None)
