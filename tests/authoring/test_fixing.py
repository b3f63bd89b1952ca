"""`golden fix` writes ids, and ours for Word's bullets, and changes nothing else."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.fixing import Mended, mend
from generator.checks import identity
from generator.domain.edition import Update
from tests.authoring.sourced import UPDATE, YAML_UPDATE, read_sourced, sourced_of_updates, workstreams
from tests.sketches import SketchedUpdate, as_markdown, as_yaml, updates

_ID_IN_BRACES = re.compile(r"\s*\{#[a-z0-9-]+\}|(?<=\{)#[a-z0-9-]+\s+")
_ID_IN_YAML = re.compile(r"id: \S+\n\s+")


def mended(text: str | bytes, path: str = UPDATE) -> Mended:
    """The one update of the smallest programme, mended."""
    sourced, findings = read_sourced({UPDATE: None, path: text})
    (done,) = mend(sourced, findings)
    return done


def insertions(before: str, after: str) -> list[str]:
    """What was put into a text: empty if anything else of it has changed. Found from the left, as long as need be."""
    found, at = [""], 0
    for character in after:
        if at < len(before) and character == before[at]:
            at += 1
            found.append("")
        else:
            found[-1] += character
    return [piece for piece in found if piece] if at == len(before) else []


def sketch_that_can_lose_ids(sketch: SketchedUpdate) -> SketchedUpdate:
    """Words for residents need a written id, and a name for what is gone would be another fault."""
    return replace(sketch, actions=tuple(replace(it, plain=()) for it in sketch.actions), audiences=())


def in_part(data: st.DataObject, text: str, pattern: re.Pattern[str]) -> str:
    """The text with some of its ids taken out."""
    return pattern.sub(lambda found: found.group() if data.draw(st.booleans()) else "", text)


def assert_mended_whole(path: str, text: str) -> None:
    sourced = sourced_of_updates({path: text})
    (before,) = sourced.content.editions[0].updates
    (done,) = mend(sourced, [])
    assert not done.is_left_alone
    assert done.update == before
    ids = [action.id for action in before.actions]
    assert done.update
    for action in done.update.actions:
        assert action.has_written_id or ids.count(action.id) > 1
    assert done.after.text == text or insertions(text, done.after.text)
    again = sourced_of_updates({path: done.after.text})
    assert not mend(again, [])[0].is_changed


@given(updates(), st.sampled_from("\"'“"), st.booleans(), st.sampled_from(("\n", "\r\n")), st.data())
def test_in_markdown_an_update_says_the_same_with_its_ids_and_a_second_time_changes_nothing(
    sketch: SketchedUpdate, quote: str, break_braces: bool, line_end: str, data: st.DataObject
) -> None:
    sketch = sketch_that_can_lose_ids(sketch)
    text = in_part(data, as_markdown(sketch, quote, break_braces), _ID_IN_BRACES)
    assert_mended_whole(UPDATE, text.replace("\n", line_end))


@given(updates(), st.booleans(), st.sampled_from(("\n", "\r\n")), st.data())
def test_in_yaml_an_update_says_the_same_with_its_ids_and_a_second_time_changes_nothing(
    sketch: SketchedUpdate, is_literal: bool, line_end: str, data: st.DataObject
) -> None:
    text = in_part(data, as_yaml(sketch_that_can_lose_ids(sketch), is_literal), _ID_IN_YAML)
    assert_mended_whole(YAML_UPDATE, text.replace("\n", line_end))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- One.\n", "- One. {#one}\n"),
        ("-  One  \n\n\n", "-  One {#one}  \n\n\n"),
        (
            "1) One\n   goes on\nlazily.\n\n   - detail\n",
            "1) One\n   goes on\nlazily. {#one-goes-on-lazily}\n\n   - detail\n",
        ),
        ("- One. {due=2020}", "- One. {#one due=2020}"),
        ("- One. {due=“March\r\n  2020”\r\n  }\r\n", "- One. {#one due=“March\r\n  2020”\r\n  }\r\n"),
        ("- One. {#own}\n- Two.\n", "- One. {#own}\n- Two. {#two}\n"),
        ("::: staff\n- One.\n:::\n- Two.\n", "::: staff\n- One. {#one}\n:::\n- Two. {#two}\n"),
    ],
    ids=["a bullet", "spaces at the end", "several lines", "braces", "braces over lines", "an id of its own", "a part"],
)
def test_an_id_stands_after_the_first_paragraph_or_first_in_its_braces(before: str, after: str) -> None:
    done = mended(f"\ufeffWords.\n\n## Completed\n\n{before}".encode())
    assert done.after.text == f"Words.\n\n## Completed\n\n{after}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - One.\n", "  - id: one\n    text: One.\n"),
        ('- "One: it"  # a comment\n- Two\n', '- id: one-it\n  text: "One: it"  # a comment\n- id: two\n  text: Two\n'),
        ("  - One\n    goes on.\n", "  - id: one-goes-on\n    text: One\n      goes on.\n"),
        ("  - |\n    One\n    goes on.\n", "  - id: one-goes-on\n    text: |\n      One\n      goes on.\n"),
        ("  -   text: One\r\n      due: 2020\r\n", "  -   id: one\r\n      text: One\r\n      due: 2020\r\n"),
        ("  - {text: One, due: 2020}\n", "  - {id: one, text: One, due: 2020}\n"),
        ("  [One, 'Two']\n", "  [{id: one, text: One}, {id: two, text: 'Two'}]\n"),
        ("  -\n    text: One\n", "  -\n    id: one\n    text: One\n"),
    ],
    ids=["a sentence", "quotes and a comment", "two lines", "a block", "fields", "braces", "brackets", "an own line"],
)
def test_in_yaml_an_id_is_the_first_field_and_a_sentence_becomes_one(before: str, after: str) -> None:
    done = mended(f"completed:\n{before}", YAML_UPDATE)
    assert done.after.text == f"completed:\n{after}"


def test_two_actions_that_would_get_one_id_are_left_to_the_writer() -> None:
    text = "## Completed\n\n- The same.\n- Another.\n- The same.\n"
    sourced, findings = read_sourced({UPDATE: text})
    (done,) = mend(sourced, findings)
    assert done.after.text == text.replace("Another.", "Another. {#another}")
    assert [found.code for found in identity.check(sourced.content)] == ["duplicate-id"]


def test_a_made_id_that_another_has_written_in_another_update_is_left_to_the_writer() -> None:
    sourced, findings = read_sourced(
        {
            "workstreams.yml": workstreams("customer-services", "it"),
            UPDATE: "## Completed\n\n- One.\n",
            "editions/2020-01/it.md": "## Completed\n\n- Else. {#one}\n",
        }
    )
    assert not any(done.is_changed for done in mend(sourced, findings))


@pytest.mark.parametrize(
    "text",
    [
        "## Completed\n\n- One.\n- Two. {due=Febuary}\n",
        "## Compleated\n\n- One.\n",
        "## Completed\n\n- One.\n  > Plain.\n",
    ],
    ids=["a bad date", "an unknown heading", "words for residents without an id"],
)
def test_a_file_with_errors_is_left_alone(text: str) -> None:
    done = mended(text)
    assert done.is_left_alone
    assert not done.is_changed
    assert done.errors


def test_a_file_that_is_a_second_form_of_an_update_is_left_alone() -> None:
    sourced, findings = read_sourced({YAML_UPDATE: "completed:\n  - One.\n"})
    (markdown, yaml) = mend(sourced, findings)
    assert not markdown.is_left_alone
    assert [found.code for found in yaml.errors] == ["two-forms"]


def test_a_frozen_edition_is_not_touched() -> None:
    sourced, findings = read_sourced({UPDATE: "## Completed\n\n- One.\n", "editions/2020-01/frozen.yml": "x: y\n"})
    assert mend(sourced, findings) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("•\tOne\n•\tTwo {#second}\n", "- One {#one}\n- Two {#second}\n"),
        ("\uf0b7       One\ngoes on\n\n\uf0b7 Two\n", "- One\ngoes on {#one-goes-on}\n\n- Two {#two}\n"),
        ("– One\n– Two\n", "- One {#one}\n- Two {#two}\n"),
        ("- One\n  • detail\n  • more\n", "- One {#one}\n  - detail\n  - more\n"),
        ("•\tOne\r\n•\tTwo\r\n", "- One {#one}\r\n- Two {#two}\r\n"),
    ],
    ids=["tabs and braces", "Word's own sign", "dashes", "below an action", "Windows"],
)
def test_bullets_from_word_become_ours(before: str, after: str) -> None:
    done = mended(f"## Completed\n\n{before}")
    assert done.after.text == f"## Completed\n\n{after}"
    assert done.bullets == 2


@pytest.mark.parametrize(
    "text",
    [
        "•\tOne\no\tUnder it\n",
        "• One\n  • Under it\n",
        "- • One\n",
        "• One\n\n• Two {due=Febuary}\n",
        "• One {#one}\n\n• Two {#two due=Febuary}\n",
    ],
    ids=["two signs", "two depths", "after our own", "another error", "another error and ids"],
)
def test_bullets_of_which_nobody_can_say_what_they_are_stay_with_the_writer(text: str) -> None:
    done = mended(f"## Completed\n\n{text}")
    assert not done.is_changed
    assert done.is_left_alone


def test_an_update_that_would_say_something_else_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.authoring.fixing._ids_into", lambda *_: ())
    done = mended("## Completed\n\n- One.\n")
    assert done.is_unsafe
    assert not done.is_changed
    assert isinstance(done.update, Update)
