"""The two ways in which a site cannot be put in place: we may not, or the machine could not."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from generator.keeping.stamps import whole_path
from generator.text import UserError

SHOWN = 10  # reasons that are spelled out; the rest are counted

_REMEDIES = {
    errno.ENOSPC: "make room on the disk and build again",
    errno.EDQUOT: "make room on the disk and build again",
    errno.EACCES: "close the program that has it open, or allow us to write there, and build again",
    errno.EPERM: "close the program that has it open, or allow us to write there, and build again",
    errno.EBUSY: "close the program that has it open and build again",
    errno.EROFS: "build into a folder that can be written",
    errno.ENOENT: "something was taken away while we wrote: build again",
    errno.EXDEV: "the output folder has to be on one disk with all that is in it",
}
# Characters of a whole path, where long ones have not been allowed; a file may have 12 more. Windows says of a longer
# one that it leads nowhere. Source: https://learn.microsoft.com/en-us/windows/win32/fileio/maximum-file-path-limitation
_LONGEST_FOLDER_ON_WINDOWS = 247
_TOO_LONG = (
    r"more than Windows takes here: build into a folder with a shorter path, such as C:\sites; or have long paths"
    " allowed on this computer"
)
_OTHER_REMEDY = "see what is wrong there and build again"


class OutputRefused(UserError):
    """Nothing was written, for the `reasons` given: each a line of words that says what to do."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__(_listed(reasons))


def refuse(reason: str) -> NoReturn:
    """Raises OutputRefused for one reason."""
    raise OutputRefused((reason,)) from None


class OutputChanged(Exception):
    """Nothing was written: since we looked, another build has put something else in place, and we made too little."""


class OutputFailed(UserError):
    """The machine did not let us: one line of words that says what to do, with the OSError as its cause."""

    def and_now(self, state: str) -> "OutputFailed":
        """This failure, and how it has left the sites."""
        failure = OutputFailed(f"{self}; {state}")
        failure.__cause__ = self.__cause__
        return failure


@contextmanager
def failing_in_words(doing: str, path: Path) -> Iterator[None]:
    """Turns an OSError into OutputFailed: "could not write `staff/index.html`: no space left on device (...)"."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        words = f"could not {doing} `{path}`: {reason[:1].lower()}{reason[1:]} ({_remedy(error, path)})"
        raise OutputFailed(words) from error


def _remedy(error: OSError, path: Path) -> str:
    place = os.fsdecode(error.filename or path)  # what is laid ready has a longer path than what it becomes
    length = len(whole_path(place))
    if error.errno == errno.ENOENT and sys.platform == "win32" and length > _LONGEST_FOLDER_ON_WINDOWS:
        return f"its path has {length} characters, {_TOO_LONG}"
    return _REMEDIES.get(error.errno or 0, _OTHER_REMEDY)


def _listed(reasons: tuple[str, ...]) -> str:
    if len(reasons) == 1:
        return f"nothing was written: {reasons[0]}"
    more = [f"and {len(reasons) - SHOWN} more"] if len(reasons) > SHOWN else []
    return "\n  ".join(["nothing was written:", *reasons[:SHOWN], *more])
