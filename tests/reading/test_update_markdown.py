"""Updates in Markdown: what is an action, and what belongs to it."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from generator.domain.due import month_of
from generator.domain.edition import Action, State
from generator.domain.prose import (
    BulletList,
    CodeBlock,
    NoteMark,
    Notes,
    OnlyFor,
    Paragraph,
    Prose,
    Text,
    plain_words,
    runs_in,
)
from generator.reading.desk import looked_up
from generator.reading.pasted import pasted_bullet
from generator.reading.update_markdown import read_update_body
from tests.reading.desks import desk, marked, whole

STAFF, BOTH = frozenset({"staff"}), frozenset({"staff", "residents"})


def read(text: str) -> tuple[Prose, tuple[Action, ...]]:
    at = desk(text)
    read = read_update_body(whole(at), at)
    assert not at.findings
    return read


def only_action(text: str) -> Action:
    _, (action,) = read(f"## Future actions\n\n{text}")
    return action


def codes(text: str) -> list[str]:
    at = desk(text)
    read_update_body(whole(at), at)
    return [code for code, _ in marked(at)]


def test_an_id_is_made_from_the_words_of_the_first_paragraph_alone() -> None:
    assert only_action("- Agree it.\n\n  With Cabinet.\n\n  - And the unions.\n").id == "agree-it"


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("## Completed", State.COMPLETED),
        ("# COMPLETED", State.COMPLETED),
        ("## under way:", State.UNDER_WAY),
        ("## under way :", State.UNDER_WAY),
        ("## Future  actions", State.FUTURE),
        ("## Next steps ##", State.FUTURE),
        ("Stopped\n---", State.STOPPED),
        ("Stopped\n===", State.STOPPED),
    ],
)
def test_the_headings_are_known_however_they_are_written(heading: str, state: State) -> None:
    _, (action,) = read(f"{heading}\n\n- Replace the kiosks.\n")
    assert action.state is state


@pytest.mark.parametrize("named", ["Done", "DONE:", "Done #", "Done: ##", " Done ", "Well  done"])
def test_a_heading_of_the_programme_s_own_is_known_as_its_markdown_reads(named: str) -> None:
    """Markdown takes the marks at the end of a heading away, and what is written with two spaces has one."""
    rules = replace(desk("").rules, headings={looked_up(named): State.COMPLETED})
    at = replace(desk(f"## {named}\n\n- Replace the kiosks.\n"), rules=rules)
    _, (action,) = read_update_body(whole(at), at)
    assert action.state is State.COMPLETED


@pytest.mark.parametrize("typed", ["Wedi'u cwblhau", "Wedi’u cwblhau", "wediʼu cwblhau", "Dŵr wedi'u cwblhau"])
def test_a_heading_is_known_whichever_apostrophe_is_typed(typed: str) -> None:
    """Word and Markdown have another than keyboards, a Mac writes ŵ as two signs, and nobody sees a difference."""
    named = ["Wedi’u cwblhau", normalize("NFD", "Dŵr wedi’u cwblhau")]
    rules = replace(desk("").rules, headings={looked_up(it): State.COMPLETED for it in named})
    at = replace(desk(f"## {typed}\n\n- Mae'r wefan ar gael.\n"), rules=rules)
    _, (action,) = read_update_body(whole(at), at)
    assert action.state is State.COMPLETED
    missed = replace(desk(f"{typed}\n\n- Mae'r wefan ar gael.\n"), rules=rules)
    read_update_body(whole(missed), missed)
    assert [it.help for it in missed.findings if it.code == "unknown-heading"] == [
        f"write it as `## {typed}`, on a line of its own with an empty line before it"
    ]


@pytest.mark.parametrize("bullet", ["- ", "* ", "+ ", "1. ", "1) ", "   - "])
def test_every_bullet_and_number_begins_an_action(bullet: str) -> None:
    assert plain_words(only_action(f"{bullet}Visit councils.").text) == "Visit councils."


def test_actions_stand_in_the_order_of_their_states_and_as_written() -> None:
    _, actions = read("## Stopped\n\n- a\n- d\n\n## Completed\n\n- b\n- c\n")
    assert [action.id for action in actions] == ["b", "c", "a", "d"]


def test_braces_say_everything_and_are_no_words() -> None:
    action = only_action(
        '- Visit councils. {#visits due="March 2020" for="staff, residents" reason="They  ask\n  us." '
        'project=p measure=m after="a b" from=c tags="x, y"}'
    )
    assert (action.id, action.due, action.audiences, action.reason) == (
        "visits",
        month_of(2020, 3),
        BOTH,
        "They ask us.",
    )
    assert action.project
    assert action.measure
    assert (action.project.id, action.measure.id) == ("p", "m")
    assert ([it.id for it in action.after], [it.id for it in action.continues]) == (["a", "b"], ["c"])
    assert action.tags == ("x", "y")
    assert action.has_written_id
    assert action.text == (Paragraph((Text("Visit councils."),)),)


@pytest.mark.parametrize(
    "braces",
    [
        "{#visits due=2020}", "{ #visits  due = 2020 }", "{due=2020 #visits}", "{#visits\n  due='2020'\n  }",
        "{#visits due=“2020”}",
        "{#visits due=”2020”}", "{#visits due=‘2020’}", "{#visits due=’2020’}", "{#visits\tdue=2020}  ",
        "{#visits\u00a0due=2020}",
    ],
)  # fmt: skip
def test_braces_may_be_spaced_wrapped_and_quoted_in_many_ways(braces: str) -> None:
    action = only_action(f"- Visit councils.\n  {braces}")
    assert (action.id, action.due and action.due.words) == ("visits", "2020")


def test_braces_in_a_list_in_a_quote_are_no_braces_of_ours_but_an_error() -> None:
    assert "stray-braces" in codes("## Completed\n\n- Visit.\n\n  > - Merebrook. {#visits}")


def test_the_detail_belongs_to_the_action_and_the_quote_is_its_plain_wording() -> None:
    action = only_action("- Visit. {#v}\n  - One\n  - Two\n\n  > Plain.\n  >\n  > Words.\n\n  ```\n  code\n  ```\n")
    assert [type(block) for block in action.text] == [Paragraph, BulletList, CodeBlock]
    assert action.plain == (Paragraph((Text("Plain."),)), Paragraph((Text("Words."),)))


def test_an_action_without_an_id_gets_one_from_its_words() -> None:
    action = only_action("- Agree the café's rent, at last, with the owner of the house.")
    assert action.id == "agree-the-cafes-rent-at-last-with"
    assert not action.has_written_id


def test_a_part_for_one_audience_narrows_the_actions_in_it() -> None:
    _, (inner, narrowed, outer) = read(
        "## Completed\n\n::: staff residents\n- a\n- b {#b for=staff}\n:::\n\n::: staff\n:::\n\n- c\n"
    )
    assert (inner.audiences, narrowed.audiences, outer.audiences) == (BOTH, STAFF, None)


def test_a_part_of_an_introduction_stands_in_it_with_footnotes_of_its_own() -> None:
    introduction, _ = read(
        "All.[^1]\n\n::: staff\nUs.[^1]\n\n[^1]: Ours.\n:::\n\nMore.[^2]\n\n[^1]: Of all.\n\n[^2]: More of all.\n"
    )
    _, part, _, notes = introduction
    assert isinstance(part, OnlyFor)
    assert plain_words(part.blocks) == "Us. Ours."
    assert isinstance(notes, Notes)
    assert [plain_words(note) for note in notes.notes] == ["Of all.", "More of all."]
    assert [run.number for run in runs_in(introduction) if isinstance(run, NoteMark)] == [1, 1, 2]


def test_a_footnote_below_the_actions_serves_an_action_and_the_introduction() -> None:
    introduction, (action,) = read(
        "We asked.[^a]\n\n## Completed\n\n- We counted.[^b]\n\n[^a]: Once.\n\n[^b]: Twice.\n"
    )
    assert plain_words(introduction) == "We asked. Once."
    assert plain_words(action.text) == "We counted. Twice."


def test_elsewhere_lists_are_only_lists() -> None:
    introduction, actions = read("- one\n- two\n")
    assert isinstance(introduction[0], BulletList)
    assert not actions


@pytest.mark.parametrize(
    "bullet",
    [*"•‣▪▫●◦∙⁃○■□◆◇❖➢➤►▶✓✔\uf0b7\uf0a7\uf0d8\uf0fc", "– ", "— ", "· ", "§ ", "o\t", "o  ", "•\u00a0"],
)
def test_every_bullet_of_a_word_processor_is_known(bullet: str) -> None:
    assert codes(f"## Completed\n\n{bullet}Visit councils.\n") == ["pasted-bullet"]


@pytest.mark.parametrize(
    "words", ["of the councils", "O what a month", "-5 degrees", "–5 degrees", "Ørsted visits", "o’clock"]
)
def test_words_that_begin_like_a_bullet_are_words(words: str) -> None:
    assert pasted_bullet(words) is None


def test_a_dash_that_wraps_to_the_next_line_is_no_bullet() -> None:
    assert only_action("- From 2019\n  – at the latest – to 2020.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Completed\n\n- Visit {x}.\n", []),
        ("## Completed\n\n- Visit {x}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit `}`\n", []),
        ("## Completed\n\n- Visit. {#a}.\n", ["stray-braces"]),
        ("## Completed\n\n- Visit. {#a} {#b}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit. {#a}{for=staff}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit. {#a for=}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit. {#a for= staff}\n", []),
        ("## Completed\n\n- Visit. {#}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit. {a}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit. {{#a}}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit. {#a for=staff \n\n  due=2020}\n", ["malformed-braces", "stray-braces"]),
        ("## Completed\n\n- Visit. {#a}\n{for=staff}\n", ["malformed-braces"]),
        ("## Completed\n\n- Visit.\n{#a}\n", []),
        ("## Completed\n\n- [Visit {#a}](page:x)\n", ["stray-braces"]),
        ("## Completed\n\n- Visit. <!-- {#a} -->\n", ["html-in-markdown", "stray-braces"]),
        ("## Completed\n\n- ~~Visit. {#a}~~\n", ["stray-braces"]),
        ("## Completed\n\n- Visit at 10::30 :: now.\n", []),
        ("## Completed\n\n- Visit.\n:::: \n", ["stray-block-mark"]),
        ("::: staff\n\n::: \n\n## Completed\n\n- a\n", []),
    ],
)  # fmt: skip
def test_braces_and_marks_are_read_whole_or_refused(text: str, found: list[str]) -> None:
    assert sorted(set(codes(text))) == found
