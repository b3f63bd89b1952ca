"""What stands in an output folder."""

from pathlib import Path


def standing(folder: Path) -> dict[str, bytes]:
    """All files of a folder but our own records; none where it is not there."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix(): (folder / path).read_bytes() for path in files if path.parts[0] != ".golden"}
