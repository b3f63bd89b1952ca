"""Text whose encoding nobody says, when it is not UTF-8."""

import codecs
import re

_AS_WINDOWS = "as what windows writes"
_LETTER_OF_MORE_BYTES = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
# All at once, up to the next letter that UTF-8 writes with several bytes: to be asked of each byte takes minutes.
_UP_TO_ONE = re.compile(rb"(?:[\x00-\x7f]++|(?!" + _LETTER_OF_MORE_BYTES + rb")[\x80-\xff])*+")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    found = _UP_TO_ONE.match(error.object, error.start)
    end = found.end() if found else error.end
    return error.object[error.start : end].decode("cp1252", errors="replace"), end


codecs.register_error(_AS_WINDOWS, _as_windows)


def mixed(data: bytes) -> str:
    """UTF-8; and where it is none, what Windows calls ANSI in western Europe.

    So a text in either is read as it is, and a text in UTF-8 into which one byte of the other was pasted, too. Two
    letters of the other that happen to be one of UTF-8, such as `Ã©`, are taken for that.
    """
    return data.decode("utf-8-sig", errors=_AS_WINDOWS)
