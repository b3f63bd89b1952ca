"""Where sentences end, and how long they are."""

import pytest

from generator.text.sentences import count_words, sentences_in


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Is it? It is! Good…", ["Is it?", "It is!", "Good…"]),
        ("Dr. Patel and Cllr. Brown met at 2.30 p.m. in St. John's Hall.", None),
        ("We bought lamps, e.g. LED lamps, for No. 10 and pp. 3 to 5.", None),
        ("We open by Sept. 3, and all is ready by 14 Nov. 2026.", None),
        ("He may. 3 came.", ["He may.", "3 came."]),
        ("J. R. Smith spoke.", None),
        ("“It works.” She smiled.", ["“It works.”", "She smiled."]),
        ("We did it (at last). Then we rested.", ["We did it (at last).", "Then we rested."]),
        ("It cost £1.5 million. £2 million was planned.", ["It cost £1.5 million.", "£2 million was planned."]),
        ("Go to merebrook.gov.uk for more", None),
        ("  Spaces around.  And between.  ", ["Spaces around.", "And between."]),
        ("No stop", None),
        ("", []),
        ("Wait... what?", None),
        ("So do I. Good.", ["So do I.", "Good."]),
        ("It is paid. Élodie said so.", ["It is paid.", "Élodie said so."]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(words: str, sentences: list[str] | None) -> None:
    assert [words[start:end] for start, end in sentences_in(words)] == ([words] if sentences is None else sentences)


@pytest.mark.parametrize(
    ("words", "count"),
    [("One two three", 3), ("half-price, 2,500 and it’s", 4), ("a / b – c", 3), ("", 0), ("e.g. this", 2)],
)
def test_words_are_counted_as_a_reader_counts_them(words: str, count: int) -> None:
    assert count_words(words) == count
