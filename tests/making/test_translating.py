"""A translator's catalogue: begun for a language, and brought up to date without losing a word."""

from datetime import date

import pytest

from generator.making.catalogue import numbers_by_form, parse_catalogue
from generator.making.phrases import Phrase
from generator.making.translating import Updated, begin_catalogue, language_name, update_catalogue

ON = date(2026, 11, 2)
HOME, ACTIONS = Phrase("Home", files=["layouts/page.html"], notes=["On every page."]), Phrase("Actions")
COUNTED = Phrase("%(num)s action", more="%(num)s actions")


def begun(*phrases: Phrase, tag: str = "cy") -> str:
    return update_catalogue(tag, begin_catalogue(tag, "own", ON), phrases).data.decode()


def updated(before: str, *phrases: Phrase, others: tuple[str, ...] = ()) -> tuple[Updated, str]:
    found = update_catalogue("cy", before.encode(), phrases, [it.encode() for it in others])
    return found, found.data.decode()


def said(catalogue: str, phrase: str, words: str) -> str:
    assert f'msgid "{phrase}"\nmsgstr ""' in catalogue
    return catalogue.replace(f'msgid "{phrase}"\nmsgstr ""', f'msgid "{phrase}"\nmsgstr "{words}"')


def test_a_phrase_stands_below_where_it_is_read() -> None:
    assert '#. On every page.\n#: layouts/page.html\nmsgid "Home"\nmsgstr ""\n' in begun(HOME)


@pytest.mark.parametrize(
    ("tag", "forms", "of_three"), [("cy", 6, 3), ("pl", 3, 1), ("fr", 2, 1), ("ga", 5, 2), ("ja", 1, 0), ("ar", 6, 3)]
)
def test_a_language_has_its_own_forms_for_whole_numbers(tag: str, forms: int, of_three: int) -> None:
    catalogue = parse_catalogue(begun(COUNTED, tag=tag).encode(), tag)
    numbers = numbers_by_form(catalogue)
    assert len(numbers) == forms
    assert all(numbers), "a form that no whole number has would never be read"
    assert 3 in numbers[of_three]


def test_the_head_says_which_numbers_each_form_of_welsh_is_for() -> None:
    head = begun().partition("msgid")[0]
    assert "# msgstr[4]: 6\n# msgstr[5]: 4, 5, 7, 8, 9, 10 and so on\n" in head
    assert "in Welsh" in head


def test_bringing_it_up_to_date_twice_changes_nothing() -> None:
    before = said(begun(HOME, ACTIONS, COUNTED), "Home", "Hafan")
    found, after = updated(before, HOME, ACTIONS, COUNTED)
    assert after == before
    assert (found.phrases, found.missing, found.new, found.gone) == (3, 2, 0, 0)


def test_a_phrase_to_look_at_again_says_what_it_was_translated_from() -> None:
    """Whoever looks at it sees what has changed, in programs for translators letter by letter."""
    was, now = (
        Phrase("Skip to the contents", more="Skip to %(num)s"),
        Phrase("Skip to the content", more="Skip to %(num)s"),
    )
    before = begun(was, HOME).replace('msgstr[5] ""', 'msgstr[5] "Neidio"')
    noted = '#| msgid "Skip to the contents"\n#| msgid_plural "Skip to %(num)s"\nmsgid "Skip to the content"\n'
    _, after = updated(before, now, HOME)
    assert f"#, fuzzy, python-format\n{noted}" in after
    _, again = updated(after, now, HOME)
    assert again == after
    looked_at = after.replace("#, fuzzy, python-format", "#, python-format")
    assert "#|" not in updated(looked_at, now, HOME)[1]
    assert "| msgid" not in updated(looked_at, now, HOME)[1]


def test_a_long_phrase_of_another_context_is_noted_by_its_words_alone() -> None:
    """As Weblate and Poedit write it."""
    noted = '#, fuzzy\n#| msgctxt "menu"\n#| msgid ""\n#| "First \\"part\\" "\n#| "and second"\nmsgid "Home"\n'
    _, after = updated(begun(HOME).replace('msgid "Home"\nmsgstr ""\n', f'{noted}msgstr "Hafan"\n'), HOME)
    assert '#, fuzzy\n#| msgid "First \\"part\\" and second"\nmsgid "Home"\nmsgstr "Hafan"\n' in after


def test_what_is_gone_keeps_its_words_at_the_end_and_has_them_again_when_it_is_back() -> None:
    before = said(begun(HOME, ACTIONS), "Home", "Hafan")
    found, without = updated(before, ACTIONS)
    assert (found.gone, found.new) == (1, 0)
    assert without.endswith('#~ msgid "Home"\n#~ msgstr "Hafan"\n\n')
    assert updated(without, ACTIONS)[1] == without
    found, back = updated(without, HOME, ACTIONS)
    assert 'msgid "Home"\nmsgstr "Hafan"\n' in back
    assert "#~" not in back


def test_a_phrase_that_has_changed_is_to_be_looked_at_and_nothing_is_lost() -> None:
    before = said(begun(Phrase("Skip to the main content")), "Skip to the main content", "Neidio")
    found, after = updated(before, Phrase("Skip to main content"))
    assert '#, fuzzy\n#| msgid "Skip to the main content"\nmsgid "Skip to main content"\nmsgstr "Neidio"\n' in after
    assert '#~ msgid "Skip to the main content"\n#~ msgstr "Neidio"' in after
    assert found.missing == 1


def test_what_a_translator_has_noted_stays() -> None:
    before = begun(HOME).replace("#. On every page.", "# As the assembly says it.\n#. On every page.")
    assert "# As the assembly says it.\n" in updated(before, HOME)[1]


def test_what_one_theme_s_catalogue_lacks_is_taken_from_another_s_if_it_can_be_said() -> None:
    due = Phrase("Due: %(due)s")
    other = said(said(begun(HOME, ACTIONS, due), "Home", "Hafan"), "Due: %(due)s", "Erbyn")
    own = said(begun(HOME, ACTIONS, due), "Actions", "Camau")
    found, after = updated(own, HOME, ACTIONS, due, others=(other, "no catalogue"))
    assert found.taken == 1
    assert 'msgstr "Hafan"' in after
    assert 'msgstr "Camau"' in after
    assert "Erbyn" not in after


def test_only_languages_whose_dates_we_can_say_have_names() -> None:
    assert [language_name(tag) for tag in ("cy", "cy-GB", "xx", "welsh", "", "c")] == [
        "Welsh", "Welsh (United Kingdom)", None, None, None, None,
    ]  # fmt: skip
