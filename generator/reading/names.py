"""Names of files and things that some system cannot have, or reads as something else."""

import re

from generator.reading.limits import in_words

LONGEST = 100  # characters; many disks stop at 255 bytes, and pages are put into folders of these names

# Whatever stands behind a dot in it. Source: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_KEPT_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
ID_PATTERN = re.compile(r"[a-z][a-z0-9-]*")
ID_HELP = "use small letters a to z, digits and hyphens, beginning with a letter"
_NOT_IN_A_NAME = re.compile('[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff<>:"|?*\\\\]')


def is_kept_by_windows(name: str) -> bool:
    return _KEPT_BY_WINDOWS.fullmatch(name) is not None


def is_left_by_word(name: str) -> bool:
    """While a document is open, and after Word was ended by force."""
    return name.startswith("~$") or (name.startswith("~") and name.lower().endswith(".tmp"))


def is_for_keepers(name: str) -> bool:
    """A README, whatever its ending, is for those who keep the folder."""
    return name.lower().partition(".")[0] == "readme"


def fault_of_id(text: str) -> tuple[str, str] | None:
    """Why it cannot be an id, which names files, folders and addresses, and the remedy; None where it can."""
    if is_kept_by_windows(text):
        return f"`{text}` is a name that Windows keeps for itself", "give it a longer name"
    if is_for_keepers(text):
        why = f"`{text}` is the name of files for those who keep a folder, which are passed over"
        return why, "give it another name"
    if len(text) > LONGEST:
        return f"this id has {in_words(len(text))} characters", f"write {LONGEST} at the most"
    return None if ID_PATTERN.fullmatch(text) else (f"`{text}` cannot be an id", ID_HELP)


def fault_of_name(name: str) -> str:
    """Why a file or a folder should not have this name, in words; empty where it may."""
    if is_kept_by_windows(name):
        return "is one that Windows keeps for itself"
    if name.endswith((".", " ")):
        return "ends with a full stop or a space, which Windows leaves out"
    if found := _NOT_IN_A_NAME.search(name):
        character = found.group()
        shown = f"`{character}`" if character.isprintable() else "a character that cannot be shown"
        return f"has {shown} in it, which not every system can have in a name"
    return ""


def legible(path: str) -> str:
    """The path as it can be printed, be its bytes text or not."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)
