"""Names of people and places, whatever can be typed."""

from hypothesis import strategies as st

from generator.authoring.new_programme import LONGEST, fault_of


def as_taken(words: str) -> str:
    return " ".join(words.split())


AWKWARD = st.sampled_from([*"'\"`:#-{}[]<>|&*!%@\\,.?~=+^$()/_", "é", "Ŵ", "ß", "—", "’", " ", ": ", " #", "no", "1"])
NAMES = (
    (st.text(max_size=LONGEST) | st.lists(AWKWARD, max_size=30).map("".join))
    .map(as_taken)
    .filter(lambda words: words and not fault_of(words))
)
