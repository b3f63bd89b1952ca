"""A translated phrase: what is put into it is all there, and nothing else."""

import pytest

from generator.making.translated import Translated, slips_in

DUE = ("Due: %(due)s",)
MANY = ("%(num)s of %(all)s action", "%(num)s of %(all)s actions")
LINK = ('See <a href="https://example.org/">the standard</a>.',)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        (DUE, ("Erbyn: %(due)s",)),
        (DUE, ("%(due)s (100%%)",)),
        (("Home",), ("Q&A",)),
        (("Home",), ('l\'accueil "ici"',)),
        (MANY, ("", "un o %(all)s", "%(num)s o %(all)s")),  # a word for the number, and a form that is yet to come
        (LINK, ('Gweler <a href="https://example.org/">y safon</a>.',)),
    ],
)
def test_what_has_the_phrase_s_own_values_and_markup_can_be_said(phrase: tuple[str], words: tuple[str]) -> None:
    assert list(slips_in(Translated(phrase, words, len(words), 1))) == []


@pytest.mark.parametrize(
    ("phrase", "words", "why", "help_"),
    [
        (DUE, "Erbyn: %(duw)s", "`%(duw)s` is not put into this phrase", "did you mean `due`?"),
        (("Home",), "%(due)s", "`%(due)s` is not put into this phrase", "take it out: nothing is put into this phrase"),
        (DUE, "Erbyn", "`%(due)s` is left out, and readers would miss it", "write `%(due)s` where it belongs"),
        (DUE, "Erbyn: %(due) dydd", "`%(due)s` is not whole", "write `%(due)s`"),
        (DUE, "Erbyn: %(due)d", "`%(due)s` is not whole", "write `%(due)s`"),
        (DUE, "%(due)s: 5 %", "`%` cannot be said: after a per cent sign stands what is put in", "write two, as `%%`"),
        (DUE, "%(due)s %s", "`%s` cannot be said: after a per cent sign stands what is put in", "write two, as `%%`"),
        (("Share",), "100%%", "`%%` cannot be said: after a per cent sign stands what is put in",
         "write the word for per cent"),
        (("Home",), "<b>Hafan</b>", "`<b>` is not in the phrase: readers would see it as it stands",
         "write words alone"),
        (("Home",), "Hafan &amp; mwy", "`&amp;` is not in the phrase: readers would see it as it stands",
         "write words alone"),
        (LINK, 'Gweler <a href="https://evil.example/">y safon</a>.', '`<a href="https://evil.example/">` is not in the'
         " phrase: readers would see it as it stands", "write words alone"),
        (LINK, "Gweler y safon.", "`</a>` of the phrase is missing", "copy it from the phrase, letter by letter"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_told_with_its_remedy(phrase: tuple[str], words: str, why: str, help_: str) -> None:
    assert (why, help_) in [(it.why, it.help) for it in slips_in(Translated(phrase, (words,), 1, 1))]


def test_a_form_may_say_the_number_by_a_word_and_leaves_out_nothing_else() -> None:
    (slip,) = slips_in(Translated(MANY, ("dim", "%(num)s o %(all)s"), 2, 1))
    assert slip.why == "`%(all)s` is left out, and readers would miss it"
