"""Names from A to Z, as each language has its letters."""

import pytest

from generator.briefing.alphabet import Alphabet, named_alphabet

ENGLISH = named_alphabet(str)
WELSH = "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y"
POLISH = "a ą b c ć d e ę f g h i j k l ł m n ń o ó p r s ś t u w y z ź ż"
CROATIAN = "a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž"


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        (ENGLISH, ["80 desks", "Change", "Cost", "Élan", "End", "Llama", "Lot", "Zoo"]),
        (WELSH, ["80 desg", "Cost", "Cwm", "Chwarae", "Dŵr", "Ddoe", "Lôn", "Lwc", "Llan", "Môr", "Ŵyn", "Wythnos"]),
        (WELSH, ["Cic", "Coch", "Cod", "Cyllid", "Cysur", "Jam", "Kiosg", "Lamp", "Phen", "Quiz", "Rôl", "Yn", "Zinc"]),
        (POLISH, ["Las", "Lód", "Łan", "Maj", "Nos", "Śnieg", "Uwaga", "Vat", "Wieś", "Zoo", "Źle", "Żaba"]),
        (CROATIAN, ["Dan", "Džep", "Đak", "Epoha", "Luk", "Ljeto"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(letters: str, names: list[str]) -> None:
    alphabet = Alphabet(letters)
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: alphabet.place(alphabet.folded(name))) == names


@pytest.mark.parametrize(
    ("letters", "name", "letter"),
    [
        (ENGLISH, "Chwarae", "C"),
        (WELSH, "Chwarae", "Ch"),
        (WELSH, "‘Llyfrgell’", "Ll"),
        (WELSH, "Ŵyn ar y bryn", "W"),
        (WELSH, "W\u0302yn ar y bryn", "W"),
        (WELSH, "80 desg", "0-9"),
        (POLISH, "Łódź", "Ł"),
        (POLISH, "L\u0301", "L"),
        (POLISH, "Z\u0301le", "Ź"),
        (CROATIAN, "DŽEP", "Dž"),
        (ENGLISH, "Ж", "Ж"),
        (ENGLISH, "…", "0-9"),
    ],
)
def test_a_name_stands_under_the_letter_that_it_begins_with(letters: str, name: str, letter: str) -> None:
    alphabet = Alphabet(letters)
    assert alphabet.letter(alphabet.folded(name)) == letter


@pytest.mark.parametrize("named", ["", "1 2 3", "«a b z»", "[ ] ^-a", "a a b", "α β γ"])
def test_whatever_a_catalogue_names_there_is_an_order(named: str) -> None:
    alphabet = Alphabet(named)
    assert sorted(["zoo", "élan", "bus", "art"], key=lambda it: alphabet.place(alphabet.folded(it))) == [
        "art",
        "bus",
        "élan",
        "zoo",
    ]
