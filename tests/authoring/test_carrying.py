"""An open promise goes into the next edition as it was written, and nobody sees more of it than before."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.freezing import freeze
from generator.authoring.sourced_content import read_sourced_content
from generator.domain.edition import Action, State
from tests.authoring.sourced import (
    UPDATE,
    YAML_UPDATE,
    begun,
    begun_on,
    by_id,
    laid,
    read_made,
    sound_content,
    sourced_of_updates,
    workstreams,
)
from tests.examples import smallest, write_files
from tests.sketches import SketchedUpdate, as_markdown, as_yaml, updates

OLDER = "editions/2019-12/customer-services"


def as_carried(action: Action) -> Action:
    """What must not change but for what told of that month."""
    return replace(action, reason="", continues=())


def sketch_without_effects(sketch: SketchedUpdate) -> SketchedUpdate:
    """Nothing in it takes over another's promise, and a reason can stand between quotes of any kind."""
    actions = tuple(replace(it, continues=it.continues and ("old",), reason=it.reason.replace("’", ""))
                    for it in sketch.actions if it.id != "old")  # fmt: skip
    return replace(sketch, actions=actions, audiences=())


def assert_carried_whole(updates: Mapping[str, str], path: str) -> None:
    """Begin the next edition, and compare each open promise with what it was."""
    sourced = sourced_of_updates(updates)
    (update,) = (it for edition in sourced.content.editions for it in edition.updates if it.written_at.path == path)
    before = by_id(update)
    after = by_id(read_made(begun_on(sourced), sourced))
    assert after.keys() == {it.id for it in update.actions if it.state in (State.UNDER_WAY, State.FUTURE)}
    for identity, action in after.items():
        assert action.has_written_id
        assert action == as_carried(before[identity])


@given(updates(), st.sampled_from("\"'“‘"), st.booleans(), st.sampled_from(("\n", "\r\n")))
def test_a_promise_in_markdown_says_the_same_in_the_next_edition(
    sketch: SketchedUpdate, quote: str, break_braces: bool, line_end: str
) -> None:
    text = as_markdown(sketch_without_effects(sketch), quote, break_braces).replace("\n", line_end)
    assert_carried_whole({UPDATE: text}, UPDATE)


@given(updates(), st.booleans())
def test_a_promise_in_yaml_says_the_same_in_the_next_edition(sketch: SketchedUpdate, is_literal: bool) -> None:
    assert_carried_whole({YAML_UPDATE: as_yaml(sketch_without_effects(sketch), is_literal)}, YAML_UPDATE)


@given(updates(), st.booleans())
def test_a_promise_says_the_same_in_yaml_as_it_did_in_markdown(sketch: SketchedUpdate, break_braces: bool) -> None:
    text = as_markdown(sketch_without_effects(sketch), break_braces=break_braces)
    assert_carried_whole({f"{OLDER}.md": text, YAML_UPDATE: "introduction: Only words.\n"}, f"{OLDER}.md")


@given(updates(), st.booleans())
def test_a_promise_says_the_same_in_markdown_as_it_did_in_yaml(sketch: SketchedUpdate, is_literal: bool) -> None:
    text = as_yaml(sketch_without_effects(sketch), is_literal)
    assert_carried_whole({f"{OLDER}.yml": text, UPDATE: "Only words.\n"}, f"{OLDER}.yml")


def carried_from(january: str, **others: str | None) -> str:
    files: dict[str, str | bytes | None] = {UPDATE: january}
    return begun({**files, **others}).files["customer-services.md"].decode()


def test_a_bullet_is_copied_byte_for_byte_and_only_what_told_of_that_month_leaves_its_braces() -> None:
    january = (
        "## Next steps\n\n"
        "*  Visit councils   whose website\n   works “well”.  {#site-visits  due=“February\n   2020” "
        "reason='They *asked*.'\n   tags=web from=old}\n\n   > We will look at\n   others.\n\n   - one\n\t- two\n"
    )
    assert carried_from(january) == (
        "## Completed\n\n## Under way\n\n## Future actions\n\n"
        "*  Visit councils   whose website\n   works “well”.  {#site-visits  due=“February\n   2020”\n   tags=web}\n\n"
        "   > We will look at\n   others.\n\n   - one\n\t- two\n"
    )


def test_notes_for_scrutiny_stay_with_the_edition_that_says_them() -> None:
    january = '## Next steps\n\n- Open the ramp. {#ramp equality="All may come in." due=2020 climate="None."}\n'
    assert "- Open the ramp. {#ramp due=2020}\n" in carried_from(january)
    item = "future:\n  - {id: ramp, text: Open the ramp., equality: All may come in., climate: None.}\n"
    made = begun_on(sound_content({UPDATE: None, YAML_UPDATE: item})).files["customer-services.yml"].decode()
    assert "  - id: ramp\n    text: Open the ramp.\n" in made
    assert "equality" not in made + carried_from(january)


def test_promises_go_under_the_heading_that_they_stood_under_and_what_is_closed_stays_behind() -> None:
    january = (
        "Words.\n\n## Completed\n\n- Done. {#done}\n\n## Under way\n\n- Goes on. {#goes-on}\n- Too. {#too}\n\n"
        "## Future actions\n\n1. Will be. {#will-be}\n\n## Stopped\n\n- No more. {#no-more reason=Dear}\n"
    )
    assert carried_from(january) == (
        "## Completed\n\n## Under way\n\n- Goes on. {#goes-on}\n- Too. {#too}\n\n"
        "## Future actions\n\n1. Will be. {#will-be}\n"
    )


def test_a_promise_without_an_id_gets_the_one_that_the_build_made() -> None:
    january = "## Future actions\n\n- Visit three councils.\n- Agree it. {due=2020}\n"
    assert "- Visit three councils. {#visit-three-councils}\n- Agree it. {#agree-it due=2020}\n" in carried_from(
        january
    )


def test_an_action_that_leaves_a_part_for_staff_says_so_itself() -> None:
    january = (
        "## Future actions\n\n::: staff\n- Ask the unions. {#unions due=2020}\n- Choose. {#choose for=staff}\n:::\n"
    )
    text = carried_from(january)
    assert "- Ask the unions. {#unions due=2020 for=staff}\n- Choose. {#choose for=staff}\n" in text


def test_what_the_update_said_of_its_readers_is_said_again() -> None:
    assert carried_from("---\nfor: [staff]\n---\n## Future actions\n\n- Choose. {#choose}\n").startswith(
        "---\nfor: [staff]\n---\n## Completed\n"
    )


@pytest.mark.parametrize(
    ("edition", "update"),
    [("for: [staff]\n", ""), ("", "---\nfor: [staff]\n---\n")],
    ids=["from an edition for staff", "from an update for staff"],
)
def test_nobody_sees_more_of_a_promise_than_where_it_was_made(edition: str, update: str) -> None:
    files: dict[str, str | bytes | None] = {
        "editions/2019-12/edition.md": f"---\npublished: 2019-12-31\n{edition}---\nDecember.\n",
        "editions/2019-12/customer-services.md": f"{update}## Future actions\n\n- Close the desk. {{#desk due=2020}}\n",
        UPDATE: "January.\n",
    }
    assert "- Close the desk. {#desk due=2020 for=staff}\n" in begun(files).files["customer-services.md"].decode()
    files |= {UPDATE: None, YAML_UPDATE: "introduction: January.\n"}
    assert "    for: [staff]\n" in begun(files).files["customer-services.yml"].decode()


def test_a_promise_that_says_for_whom_it_is_is_for_nobody_whom_the_new_edition_leaves_out() -> None:
    silent = laid({})["programme.yml"].replace(b"  editions: [staff, residents]\n", b"")
    text = carried_from(
        "January.\n",
        **{
            "programme.yml": silent.decode(),
            "editions/2019-12/edition.md": "---\npublished: 2019-12-31\nfor: [staff, residents]\n---\nDecember.\n",
            "editions/2019-12/customer-services.md": "## Future actions\n\n- Go. {#go for='staff residents'}\n",
            "editions/2020-01/edition.md": "---\npublished: 2020-01-31\nfor: [staff]\n---\nJanuary.\n",
        },
    )
    assert "- Go. {#go for=staff}\n" in text


def test_what_another_update_of_the_edition_says_of_its_readers_changes_nothing() -> None:
    text = carried_from(
        "## Future actions\n\n- Go. {#go}\n",
        **{
            "workstreams.yml": workstreams("customer-services", "it"),
            "editions/2020-01/it.md": "---\nfor: [staff]\n---\nWords.\n",
        },
    )
    assert "- Go. {#go}\n" in text


@pytest.mark.parametrize(
    ("file", "opened", "narrow"),
    [
        ("programme.yml", b"  editions: [staff, residents]\n", b"  editions: [staff]\n"),
        ("workstreams.yml", b"  title: Customer services\n", b"  title: Customer services\n  for: [staff]\n"),
    ],
)
def test_a_promise_of_a_frozen_edition_is_for_nobody_who_was_let_in_since(
    file: str, opened: bytes, narrow: bytes, tmp_path: Path
) -> None:
    everybody = smallest()[file]
    staff = everybody.replace(opened, narrow)
    assert staff != everybody
    write_files({**smallest(), file: staff, UPDATE: b"## Future actions\n\n- Go. {#go}\n"}, tmp_path)
    write_files(freeze(tmp_path, "2020-01", lambda _: date(2020, 2, 1)).files, tmp_path)
    write_files({file: everybody}, tmp_path)
    sourced, _, _ = read_sourced_content(tmp_path)
    assert sourced
    assert sourced.frozen
    assert b"- Go. {#go for=staff}\n" in begun_on(sourced).files["customer-services.md"]


def test_a_wider_for_gives_way_to_the_narrower_update_that_it_stood_in() -> None:
    files: dict[str, str | bytes | None] = {
        "editions/2019-12/edition.md": "---\npublished: 2019-12-31\n---\nDecember.\n",
        "editions/2019-12/customer-services.yml": (
            "for: [staff]\nfuture:\n  - {text: Close the desk, id: desk, for: staff, reason: Dear}\n"
        ),
        UPDATE: "January.\n",
    }
    assert "- Close the desk {#desk for=staff}\n" in begun(files).files["customer-services.md"].decode()


def test_footnotes_and_addresses_that_a_promise_names_come_with_it() -> None:
    january = (
        "An introduction.[^9]\n\n## Future actions\n\n- Visit councils[^1] as [planned][Plan]. {#visits}\n"
        "- Ask. {#ask}\n\n[^1]: Three of them.\n\n    And one more.\n\n[^9]: Not this.\n\n"
        "[plan]: document:plan\n[other]: page:about\n"
    )
    text = carried_from(
        january, **{"documents.yml": "- {id: plan, title: Plan, file: plan.pdf}\n", "documents/plan.pdf": "x"}
    )
    assert text.endswith("\n- Ask. {#ask}\n\n[^1]: Three of them.\n\n    And one more.\n\n[plan]: document:plan\n")
    assert "[^9]" not in text
    assert "other" not in text


def test_two_footnotes_of_one_mark_are_told_apart() -> None:
    files: dict[str, str | bytes | None] = {
        "editions/2019-12/edition.md": "---\npublished: 2019-12-31\n---\nDecember.\n",
        "editions/2019-12/customer-services.md": "## Future actions\n\n- Old.[^1] {#old}\n\n[^1]: The old one.\n",
        UPDATE: "## Future actions\n\n- New.[^1] {#new}\n\n[^1]: The new one.\n",
    }
    sourced = sound_content(files)
    made = by_id(read_made(begun_on(sourced), sourced))
    before = {
        action.id: action for edition in sourced.content.editions for it in edition.updates for action in it.actions
    }
    assert made == before


def test_a_link_to_another_file_of_the_old_edition_goes_on_leading_there() -> None:
    january = (
        "## Future actions\n\n- As [the letter](edition.md) and [this](customer-services.md) say, and "
        "[another](../2020-01/edition.md), [the site](https://www.example.org/edition.md). {#ask}\n"
    )
    text = carried_from(january)
    assert "[the letter](../2020-01/edition.md) and [this](../2020-01/customer-services.md)" in text
    assert "[another](../2020-01/edition.md), [the site](https://www.example.org/edition.md)" in text


def test_yaml_keeps_its_quotes_and_the_layout_of_its_fields() -> None:
    january = (
        'future:\n- id: one\n  text: >-\n    Visit\n    councils.\n  reason: Because.\n  due: "March 2020"\n'
        "- 'It''s a sentence: one'\n- {text: In braces, due: 2020, from: [x], tags: [a,\n  b]}\n"
    )
    sourced = sound_content({UPDATE: None, YAML_UPDATE: january})
    made = begun_on(sourced)
    assert made.files["customer-services.yml"].decode() == (
        "# Move here what is done, in place of the brackets, and say what was done.\n"
        "completed: []\nunder_way: []\nfuture:\n"
        "  - id: one\n    text: >-\n      Visit\n      councils.\n    due: \"March 2020\"\n"
        "  - id: its-a-sentence-one\n    text: 'It''s a sentence: one'\n"
        "  - id: in-braces\n    text: In braces\n    due: 2020\n    tags: [a, b]\n"
    )  # fmt: skip
    read_made(made, sourced)


def test_a_promise_that_an_edition_forgot_is_carried_as_well_after_those_that_it_spoke_of() -> None:
    text = begun(
        {
            "editions/2019-12/edition.md": "---\npublished: 2019-12-31\n---\nDecember.\n",
            "editions/2019-12/customer-services.md": "## Future actions\n\n- Forgotten. {#forgotten due=2019}\n",
            UPDATE: "## Future actions\n\n- Spoken of. {#spoken-of}\n",
        }
    ).files["customer-services.md"]
    assert b"- Spoken of. {#spoken-of}\n- Forgotten. {#forgotten due=2019}\n" in text


def test_a_promise_that_others_took_over_or_that_was_closed_is_not_carried() -> None:
    text = carried_from(
        "## Completed\n\n- All done. {#done}\n\n## Future actions\n\n- First half. {#first from=whole}\n",
        **{
            "editions/2019-12/edition.md": "---\npublished: 2019-12-31\n---\nDecember.\n",
            "editions/2019-12/customer-services.md": "## Future actions\n\n- Whole. {#whole}\n- Do it all. {#done}\n",
        },
    )
    assert text.count("{") == 1
    assert "{#first}" in text


AWKWARD = {
    "indented": "  - One {#one}\n    - detail\n      more\n  - Two {#two}\n\n    > plain\n    > words\n",
    "tabs": "-\tOne {#one due=2020}\n\n\tfurther\n\n\t> plain\n\n\t- detail\n",
    "numbers": "7. One {#one}\n8. Two\n   goes on {#two}\n\n   1. detail\n   2. more\n\n"
    "- Three {#three}\n* Four {#four}\n",
    "code": "- One {#one}\n\n  ```yaml\n  a: 1\n\n    b: 2\n     \n  ```\n\n- Two {#two}\n\n      indented code\n",
    "lazy lines": "- One\ngoes on\nand on {#one\ndue=2020}\n\n  > plain\nlazily\n- Two {#two}\n",
    "hard breaks": "- One  \n  two\\\n  three {#one}\n\n  Detail  \n  broken\n",
    "below its bullet": "-\n  One {#one}\n\n  > plain\n",
    "parts": "::: staff\n- One[^1] {#one}\n\n[^1]: For staff.\n:::\n- Two[^1] {#two}\n\n[^1]: For all.\n",
    "plain in between": "- One {#one}\n\n  Before.\n\n  > Plain.\n  >\n  > - more\n\n"
    "  | a | b |\n  | - | - |\n  | 1 | 2 |\n",
    "links": "- See [a][b], [b], [b][], [c d]. {#one}\n\n  > [b] for all.\n\n"
    "[b]: page:about 'About'\n[C  D]: <page:c>\n",
    "notes in plain words": "- One[^a] {#one}\n\n  > Plain[^b] words.\n\n[^a]: A.\n[^b]: B, and[^c].\n[^c]: C.\n",
    "signs": '- "Quoted": #3 & *bold* `{}` \\* — 50 % {#one tags="a b"}\n\n  > - not: a, list\n',
    "closing words": "- One {#one}\n  \n  Two\n  \n\n\n",
    "only spaces in braces": "- One { #one   due=2020   from=x   }\n- Two {reason='Why not' #two from=x}\n"
    "- Three {from=x due=2020}\n",
}  # fmt: skip


@pytest.mark.parametrize("last", [{}, {YAML_UPDATE: "introduction: Only words.\n"}], ids=["as Markdown", "as YAML"])
@pytest.mark.parametrize("bullets", AWKWARD.values(), ids=AWKWARD.keys())
def test_awkward_bullets_say_the_same_in_the_next_edition(bullets: str, last: Mapping[str, str]) -> None:
    assert_carried_whole({f"{OLDER}.md": f"## Future actions\n\n{bullets}", **last}, f"{OLDER}.md")


AWKWARD_ITEMS = {
    "a block of text": "- id: one\n  text: |\n    One\n    two\n\n    - detail\n\n"
    "    ```\n    code\n\n      more\n    ```\n",
    "no gap before the list": "- text: |+\n    One\n    - detail\n\n\n"
    "  plain: >\n    Plain\n    words\n\n    more\n  id: one\n",
    "footnotes": '- id: one\n  text: "One[^1]\\n\\n[^1]: A."\n  plain: "One[^1]\\n\\n[^1]: B."\n',
    "addresses": '- id: one\n  text: "[a]\\n\\n[a]: page:a"\n- id: two\n  text: "[a]\\n\\n[a]: page:b"\n',
    "several lines": "- id: one\n  text: One\n    two\n  for:\n    - staff\n  after: [a,\n    b]\n  tags: x y\n",
    "one line": "- {\"id\": one, 'text': \"One: two\", plain: 'It''s', due: Spring 2020, for: [staff]}\n",
    "brackets": "  [One, 'Two: two', {text: Three, id: three}]\n",
    "comments": '# one\n- id: one # its id\n\n  # its text\n  text: "One" # said\n',
}


@pytest.mark.parametrize("last", [{}, {UPDATE: "Only words.\n"}], ids=["as YAML", "as Markdown"])
@pytest.mark.parametrize("items", AWKWARD_ITEMS.values(), ids=AWKWARD_ITEMS.keys())
def test_awkward_items_say_the_same_in_the_next_edition(items: str, last: Mapping[str, str]) -> None:
    items = items.replace("# its id", "").replace(" \n", "\n")
    assert_carried_whole({f"{OLDER}.yml": f"future:\n{items}", **last}, f"{OLDER}.yml")
