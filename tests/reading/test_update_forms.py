"""An update says the same in Markdown and in YAML; and however it is written, nothing that is meant for us is shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.edition import Update
from generator.domain.prose import InlineImage, Link, plain_words, runs_in
from generator.reading.decoding import decode
from generator.reading.desk import Desk, Rules
from generator.reading.editions import read_update
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from tests.examples import smallest
from tests.sketches import SketchedAction, SketchedUpdate, as_markdown, as_yaml, updates

RULES = Rules(audiences=frozenset({"staff", "residents"}))
FOLDER = "editions/2020-01"
BODIES = (
    smallest()[f"{FOLDER}/customer-services.md"].decode(),
    as_markdown(
        SketchedUpdate(
            (
                "We want every resident to reach us. `Code` and a [link](document:plan).",
                "| a | b |\n| --- | --- |\n| 1 | 2 |",
            ),
            (
                SketchedAction(
                    "completed", "Cabinet agreed.", ("A detail.", "Another."), plain=("It is agreed.",), id="a"
                ),
                SketchedAction("future", "Visit councils.", id="visits", due="March 2020", reason="They ask us to."),
                SketchedAction("stopped", "Replace kiosks.", id="kiosks", reason="Too dear.", tags=("kiosk", "desk")),
            ),
        )
    )
    + "- Without an id.\n\n::: staff\n- For us.\n:::\n",
    "An introduction.[^1]\n\n::: staff\nFor us.[^1]\n\n[^1]: A note.\n:::\n\n[^1]: A note.\n\n"
    "## Under way\n\n1. First. {#first\n   due=2020}\n\n   ```\n   code\n   ```\n2. ![A map](../../images/map.png)\n",
)
FRAGMENTS = (
    "{for=staff}",
    "{#stray}",
    "::: staff",
    ":::",
    '{reason="Secret"}',
    "{for=residents",
    "for=staff}",
    "\n::: staff\n",
)


def read(text: str, name: str = "customer-services.md") -> tuple[Update | None, list[Diagnostic]]:
    findings: list[Diagnostic] = []
    decoded = decode(text.encode(), f"{FOLDER}/{name}", findings)
    if decoded is None:
        return None, findings
    update, _ = read_update(Desk(Source(f"{FOLDER}/{name}", decoded), findings, RULES))
    return update, findings


def sound(text: str, name: str = "customer-services.md") -> Update:
    update, findings = read(text, name)
    assert not findings
    assert update
    return update


@given(updates(), st.sampled_from("\"'“‘"), st.booleans(), st.booleans())
def test_an_update_is_the_same_in_markdown_and_in_yaml(
    update: SketchedUpdate, quote: str, break_braces: bool, is_literal: bool
) -> None:
    if quote in "'‘":
        update = replace(update, actions=tuple(replace(it, reason=it.reason.replace("’", "")) for it in update.actions))
    in_markdown = as_markdown(update, quote, break_braces)
    if not in_markdown.strip():
        return
    assert sound(in_markdown) == sound(as_yaml(update, is_literal), "customer-services.yml")


def test_what_is_named_twice_is_named_once_and_a_tag_is_one_word_in_both_forms() -> None:
    markdown = sound('## Future actions\n\n- Move. {#move after="a a b" from="c c" tags="first aid, web web"}\n')
    fields = "text: Move., id: move, after: [a, a, b], from: c c, tags: [first aid, web, web]"
    yaml = sound(f"future:\n  - {{{fields}}}\n", "customer-services.yml")
    for (action,) in (markdown.actions, yaml.actions):
        assert [it.id for it in action.after] == ["a", "b"]
        assert [it.id for it in action.continues] == ["c"]
        assert action.tags == ("first", "aid", "web")


@given(updates())
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(update: SketchedUpdate) -> None:
    for text, name in ((as_markdown(update), "it.md"), (as_yaml(update, is_literal=True), "it.yml")):
        if text.strip():
            assert sound("\ufeff" + text.replace("\n", "\r\n"), name) == sound(text, name)


@pytest.mark.parametrize("body", BODIES)
def test_the_bodies_are_sound_before_a_fragment_is_put_into_them(body: str) -> None:
    assert sound(body)


@given(st.sampled_from(BODIES), st.sampled_from(FRAGMENTS), st.data())
def test_a_fragment_anywhere_in_markdown_is_an_error_or_is_read(body: str, fragment: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(body)))
    update, findings = read(body[:at] + fragment + body[at:])
    assert_closed(update, findings, fragment)
    if "{for=staff}" in fragment and not is_wrong(findings):
        assert update
        was_for_staff = body.rfind("::: staff", 0, at) > body.rfind("\n:::\n", 0, at)
        assert number_for_staff(update) == number_for_staff(sound(body)) + (not was_for_staff)


@given(st.sampled_from(BODIES), st.sampled_from(FRAGMENTS), st.data())
def test_a_fragment_anywhere_in_yaml_is_an_error_or_a_comment(body: str, fragment: str, data: st.DataObject) -> None:
    sketch = SketchedUpdate(
        ("An introduction.",),
        (
            SketchedAction(
                "future", "Visit councils.", ("Soon.",), plain=("A visit.",), id="a", reason="Why", tags=("b",)
            ),
        ),
        ("staff", "residents"),
    )
    text = as_yaml(sketch, is_literal=data.draw(st.booleans()))
    at = data.draw(st.integers(0, len(text)))
    update, findings = read(text[:at] + fragment + text[at:], "customer-services.yml")
    assert_closed(update, findings, fragment)


@given(updates(), st.sampled_from(FRAGMENTS), st.data())
def test_a_fragment_anywhere_in_any_update_is_an_error_or_is_read(
    update: SketchedUpdate, fragment: str, data: st.DataObject
) -> None:
    body = as_markdown(update)
    at = data.draw(st.integers(0, len(body)))
    read_update, findings = read(body[:at] + fragment + body[at:])
    assert_closed(read_update, findings, fragment)


def is_wrong(findings: list[Diagnostic]) -> bool:
    return any(found.severity is Severity.ERROR for found in findings)


def number_for_staff(update: Update) -> int:
    return sum(action.audiences == frozenset({"staff"}) for action in update.actions)


def assert_closed(update: Update | None, findings: list[Diagnostic], fragment: str) -> None:
    if update is None or is_wrong(findings):
        assert is_wrong(findings)
        return
    words = words_of(update)
    assert fragment.strip() not in words
    assert not any(sign in words for sign in ("{", "}", ":::", "for="))


def words_of(update: Update) -> str:
    """Everything of an update that could come to a reader's eyes."""
    proses = [update.introduction, *(prose for it in update.actions for prose in (it.text, it.plain or ()))]
    targets = [run.target for prose in proses for run in runs_in(prose) if isinstance(run, Link | InlineImage)]
    said = [part for it in update.actions for part in (it.id, it.reason, *it.tags)]
    return "\n".join([*map(plain_words, proses), *targets, *said])
