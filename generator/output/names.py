"""What a file of a site may be called, so that it stands inside the output folder and can be copied to any disk."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator

OUR_FOLDER = ".golden"  # beside the sites: the manifest, what is being written, and what may be lost
MANIFEST = f"{OUR_FOLDER}/manifest.json"
JOURNAL = f"{OUR_FOLDER}/journal.json"
PUBLISHED = f"{OUR_FOLDER}/published.json"
CACHE = f"{OUR_FOLDER}/cache"
# All that is in our folder when no build runs.
AT_REST = frozenset({"manifest.json", "published.json", "lock", "holder.json", "cache"})


def fault_of_site(name: str) -> str:
    """Why a site's folder cannot have this name, in words; nothing where it can."""
    if name.casefold() == OUR_FOLDER:
        return "is the folder in which we keep our own records"
    return "is more than the name of one folder" if "/" in name else fault_of_path(name)


def fault_of_path(path: str) -> str:
    """Why a file cannot be put at this path of its site, in words; nothing where it can."""
    parts = path.split("/")
    if path.startswith("/") or any(part in ("", ".", "..") for part in parts):
        return "is no path inside the folder"
    if "\\" in path or ":" in path:
        return "has a backslash or a colon, which Windows would read as another place"
    if not path.isascii() or not path.isprintable():
        return _fault_of_characters(path)
    return ""


def _fault_of_characters(path: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in path):
        return "has a character that no file name can have"
    return ""


def are_sound(paths: Collection[str]) -> bool:
    """Whether surely none of many paths has a fault, seen at one glance: most builds hear it of all of their files."""
    together = "/\n/".join(paths)
    is_plain = together.isascii() and together.replace("\n", "", len(paths) - 1).isprintable()
    return is_plain and not any(part in f"/{together}/" for part in ("//", "/./", "/../", "\\", ":"))


def spelling(path: str) -> str:
    """What names are compared by: alike for all that some disk would take for one, with other capitals or accents."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def clashes(paths: Iterable[str]) -> Iterator[str]:
    """In words: paths that some disk takes for one file, and files that would have to be folders too."""
    every = sorted(paths)
    if _surely_differ(every):
        return
    standing: dict[str, str] = {}
    for path in every:
        twin = standing.setdefault(spelling(path), path)
        if twin != path:
            yield f"`{twin}` and `{path}` are one and the same on a disk that does not tell capitals from small letters"
    for path in sorted(standing.values()):
        for folder in folders_above(path):
            if spelling(folder) in standing:
                yield f"`{standing[spelling(folder)]}` is a file, and the folder of `{path}`"


def _surely_differ(paths: Collection[str]) -> bool:
    """Whether no two of many plain paths, however they are spelt, can clash: seen faster than two that do are found."""
    together = "\n".join(paths)
    if not together.isascii() or together.count("\n") >= len(paths):
        return False
    spelt = set(together.lower().split("\n"))
    folders = above = {folder_of(path) for path in spelt} - {""}
    while above:
        above = {folder_of(path) for path in above} - folders - {""}
        folders = folders | above
    return len(spelt) == len(paths) and spelt.isdisjoint(folders)


def folder_of(path: str) -> str:
    """The folder in which a path stands; empty for the one that it is relative to."""
    return path.rpartition("/")[0]


def folders_above(path: str) -> Iterator[str]:
    """The folders in which a path stands, outermost first, without the one that it is relative to."""
    parts = path.split("/")
    for depth in range(1, len(parts)):
        yield "/".join(parts[:depth])
