"""Where the content is, for a user who named another folder or stands in one."""

from pathlib import Path

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


def _near(folder: Path) -> Path | None:
    """Below the folder, above it, or about where the user stands; the nearest first."""
    above = [it for it in (folder, *folder.parents) if it != Path() and it.is_dir()]
    ups = [Path(*[".."] * steps) for steps in range(1, len(Path.cwd().parents) + 1)]
    places = (folder / "content", *above, Path("content"), Path(), *(it for up in ups for it in (up, up / "content")))
    return next((place for place in places if (place / _MARK).is_file()), None)
