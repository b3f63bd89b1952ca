"""Text whose encoding nobody says: each letter as one of two encodings has it, and soon."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.encodings import mixed

_PIECES = [b"a", "é".encode(), "’".encode(), "😀".encode(), b"\xe9", b"\xe2\x80", b"\xed\xa0\x80", b"\xf0\x9f", b"\x81"]


def _byte_by_byte(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("byte by byte", _byte_by_byte)


@given(st.lists(st.sampled_from(_PIECES) | st.binary(max_size=3)).map(b"".join))
def test_what_is_utf8_is_read_as_that_and_each_other_byte_as_windows_writes_it(data: bytes) -> None:
    assert mixed(data) == data.decode("utf-8-sig", errors="byte by byte")


@pytest.mark.timeout(20)  # asked of each byte, it takes a minute
def test_a_large_file_in_another_encoding_is_read_in_seconds() -> None:
    assert len(mixed(b"\xe9" * 20_000_000)) == 20_000_000
