"""Text whose encoding nobody says, when it is not UTF-8."""

import codecs

_AS_WINDOWS = "as what windows writes"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_AS_WINDOWS, _as_windows)


def mixed(data: bytes) -> str:
    """UTF-8; and where it is none, what Windows calls ANSI in western Europe.

    So a text in either is read as it is, and a text in UTF-8 into which one byte of the other was pasted, too. Two
    letters of the other that happen to be one of UTF-8, such as `Ã©`, are taken for that.
    """
    return data.decode("utf-8-sig", errors=_AS_WINDOWS)
