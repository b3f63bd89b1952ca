"""The words of documents in Rich Text Format."""

from time import perf_counter

import pytest

from generator.domain.saying import normal
from generator.scanning.rich_text import words_of_rich_text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"{\rtf1\ansi The \b new\b0  depot.\par Next.}", "The new depot. Next."),
        ("{\\rtf1 The new de\r\npot.}", "The new depot."),
        (
            r"{\rtf1 The council\rquote s 5\endash 10 self\_service desks\~here.}",
            "The council's 5-10 self-service desks here.",
        ),
        (r"{\rtf1 Caf\'e9 caf\u233? caf\u233\'e9 \uc1\u-10179?\u-8704?}", "Café café café 😀"),
        # As TextEdit and Pages of a Mac write: nothing stands in for the character.
        (
            r"{\rtf1 The low\uc0\u8209 income council\u8217 s \u-10179 \u-8704  depot {\uc1\u8217?}\u8217 s}",
            "The low-income council's 😀 depot ''s",
        ),
        (
            r"{\rtf1 The {\uc0 \u8217 }depot\u8217?s {\uc2\u8217 '?s} {\uc9\u8217 ab}c \uc-1\u8217?s}",
            "The 'depot's 's 'c 's",
        ),
        (r"{\rtf1 \{One\} \\ two}", r"{One} \ two"),
        ("\\", "\\"),
        (
            r"{\rtf1 The depot\u8217\rquote s lease \u8211\endash  two caf\u233\-s {\uc2\u8217 '\~}s \u8217\par now}",
            "The depot's lease - two cafés 's ' now",
        ),  # a control word or sign that stands in counts as one character
        (r"\u", ""),
        (r"\'zz", "zz"),
        (r"\u-10179? alone", "\ufffd alone"),
        (r"\u99999?", "\u869f"),
    ],
)
def test_words_are_read_without_the_signs_among_them(written: str, said: str) -> None:
    assert normal(words_of_rich_text(written)) == said


@pytest.mark.parametrize("sign", ["\\", "{", "\\'", "\\u1", "\\par", "\\abcdefgh-", "\\u-", "a"])
def test_many_signs_take_no_longer_than_to_read(sign: str) -> None:
    start = perf_counter()
    words_of_rich_text(sign * (300_000 // len(sign)))
    assert perf_counter() - start < 5
