"""Every phrase of the interface, with where it is read."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.making.phrases import Phrase, phrases_of
from generator.making.theme import Theme, load_theme
from generator.shipped import themes_folder
from generator.text.source import Span


def theme_with(folder: Path, files: dict[str, str]) -> Theme:
    for name, text in ({"theme.yml": "name: own\nextends: council\n"} | files).items():
        (folder / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "own" / name).write_text(text, encoding="utf-8")
    theme = load_theme("own", (folder, themes_folder()), {}, [], Span("", 0, 0))
    assert theme
    return theme


def phrases(folder: Path, **files: str) -> dict[tuple[str, str], Phrase]:
    theme = theme_with(folder, {f"parts/{name}.html": text for name, text in files.items()})
    return {(it.words, it.context): it for it in phrases_of(theme)}


def test_a_theme_s_own_templates_are_read_with_what_their_writer_noted(tmp_path: Path) -> None:
    found = phrases(
        tmp_path,
        own="{# Of bins. #}\n{{ _('Which day?') }}\n{# A week's bins. #}\n{% macro bins(n) %}\n"
        "{{ ngettext('%(num)s bin', '%(num)s bins', n) }}{% endmacro %}\n"
        "{% trans day=page.day %}On {{ day }}, 100% of them{% endtrans %}\n{{ pgettext('rubbish', 'Bin') }}",
    )
    assert found["Which day?", ""].notes == ["Of bins."]
    assert found["Which day?", ""].files == ["parts/own.html"]
    assert (found["%(num)s bin", ""].more, found["%(num)s bin", ""].notes) == ("%(num)s bins", ["A week's bins."])
    assert found["On %(day)s, 100%% of them", ""].notes == ["Of bins."]
    assert ("Bin", "rubbish") in found


def test_what_a_template_notes_for_translators_right_before_a_line_is_told_first(tmp_path: Path) -> None:
    found = phrases(
        tmp_path,
        alike="{# Of all. #}\n{{ _('Empty it') }}",
        own="{# Of bins. #}\n{# Translators: A button\nthat empties the form. #}\n<b>{{ _('Empty it') }}</b>\n"
        "{{ _('Which day?') }}\n{% macro bins(n) %}\n{# Translators: How full. #}\n"
        "{% trans share=n %}{{ share }} of it{% endtrans %}{% endmacro %}",
    )
    assert found["Empty it", ""].notes == ["A button that empties the form.", "Of all."]
    assert found["Which day?", ""].notes == ["Of bins."]
    assert found["%(share)s of it", ""].notes == ["How full."]


def test_a_word_that_may_mean_two_things_says_which_one_is_meant(tmp_path: Path) -> None:
    found = phrases(tmp_path)
    told = {words: " ".join(found[words, ""].notes) for words in ("Main", "Clear", "Open", "Reading", "About", "Sign")}
    assert "menu" in told["Main"]
    assert "verb" in told["Clear"]
    assert "still open" in told["Open"]
    assert "value" in told["Reading"]
    assert "question" in told["About"]
    assert "plus" in told["Sign"]


@pytest.mark.parametrize("words", ["Completed", "Stopped", "Overdue", "Moved later", "Opened again"])
def test_a_state_of_one_action_is_another_phrase_than_the_same_above_several(words: str, tmp_path: Path) -> None:
    """Wedi’i gwblhau is one in Welsh, and Wedi’u cwblhau are several."""
    one, several = phrases(tmp_path)[words, ""], phrases(tmp_path)[words, "said of several"]
    assert "parts/figures.html" not in one.files
    assert "parts/state.html" in several.files or "parts/since.html" in several.files


def test_the_line_that_says_what_a_template_was_copied_from_is_no_note_for_translators(tmp_path: Path) -> None:
    mark = "{# Copied from `base` of version 1.0.0, 0123456789ab: and so on. #}\n"
    found = phrases(
        tmp_path, own=f"{mark}{{# Of bins. #}}\n{{{{ _('Which day?') }}}}", bare=f"{mark}{{{{ _('No note') }}}}"
    )
    assert found["Which day?", ""].notes == ["Of bins."]
    assert found["No note", ""].notes == []


def test_our_own_templates_and_code_are_among_them_each_once(tmp_path: Path) -> None:
    found = phrases(tmp_path)
    assert found["Skip to main content", ""].notes == ["On every page."]
    assert "generator/briefing/wording.py" in found["Spring %(year)s", ""].files
    assert found["%(num)s question was put.", ""].more == "%(num)s questions were put."
    assert found["Home", ""].files == ["generator/briefing/describe.py"]
    small = next(it for words, it in found.items() if words[0].startswith("a an the"))
    assert small.notes[0].endswith("Name those of your own language, with spaces between.")
    assert [
        it.notes[0].partition(".")[0] for it in (found["Autumn %(year)s", ""], found["%(first)s to %(last)s", ""])
    ] == [
        "A season of three months",
        "Months, as `October to December 2026`",
    ]
    assert len(found) > 600


def test_no_phrase_is_a_part_of_a_sentence_that_other_phrases_end(tmp_path: Path) -> None:
    """Another language may need the parts in another order, or one part in another form for what the next one says."""
    parts = [
        words for words, _ in phrases(tmp_path) if words.endswith(",") or (words[-1] == "." and words[0].islower())
    ]
    assert parts == []


def test_what_only_theme_authors_see_and_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    theme = theme_with(
        tmp_path, {"gallery/own.html": "{{ _('For authors') }}", "parts/own.html": "{% if %}{{ _('X1') }}"}
    )
    assert {"For authors", "X1"}.isdisjoint(it.words for it in phrases_of(theme))


def test_a_build_does_not_even_know_how_phrases_are_found() -> None:
    code = "import sys, generator.build; print(*(it for it in sys.modules if it.startswith('generator.making')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "generator.making.catalogue" in loaded
    assert not {f"generator.making.{it}" for it in ("phrases", "template_phrases", "translating")} & set(loaded)
