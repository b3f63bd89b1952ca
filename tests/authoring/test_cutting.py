"""An action is taken out whole, and every other byte stays."""

import pytest

from generator.authoring.cutting import without_action, without_references
from generator.domain.edition import Action, State
from generator.reading.desk import Desk
from generator.reading.editions import read_update
from generator.text.source import Source

MARKDOWN, YAML = "editions/2020-01/it.md", "editions/2020-01/it.yml"


def action_in(source: Source, identity: str) -> Action:
    update, _ = read_update(Desk(source, []))
    assert update is not None
    return next(action for action in update.actions if action.id == identity)


def without(path: str, text: str, identity: str = "gone") -> str:
    source = Source(path, text)
    return without_action(source, action_in(source, identity))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Completed\n\n- One.\n- Go. {#gone}\n- Two.\n", "## Completed\n\n- One.\n- Two.\n"),
        ("## Completed\n\n- One.\n\n- Go. {#gone}\n\n- Two.\n", "## Completed\n\n- One.\n\n- Two.\n"),
        (
            "## Completed\n\n- Go. {#gone}\n  - Detail.\n\n  > Plain.\n\n## Stopped\n",
            "## Completed\n\n## Stopped\n",
        ),
        (
            "## Completed\r\n\r\n- Go\r\n  on. {#gone}\r\n- Two.\r\n",
            "## Completed\r\n\r\n- Two.\r\n",
        ),
        ("## Completed\n\n1. One.\n2. Go. {#gone}", "## Completed\n\n1. One.\n"),
        ("## Completed\n\n::: staff\n- Go. {#gone}\n:::\n", "## Completed\n\n::: staff\n:::\n"),
        (
            "## Completed\n\n- Go.[^a] {#gone}\n- Two.[^b]\n\n[^a]: Jane.\n\n[^b]: Shared.\n",
            "## Completed\n\n- Two.[^b]\n\n[^b]: Shared.\n",
        ),
        (
            "## Completed\n\n- Go.[^a] {#gone}\n- Two.[^a]\n\n[^a]: Shared.\n",
            "## Completed\n\n- Two.[^a]\n\n[^a]: Shared.\n",
        ),
    ],
)
def test_a_bullet_goes_with_its_detail_its_plain_wording_and_its_own_footnotes(before: str, after: str) -> None:
    assert without(MARKDOWN, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("future:\n  - One.\n  - id: gone\n    text: Go.\n  - Two.\n", "future:\n  - One.\n  - Two.\n"),
        ("future:\n- id: gone\n  text: |\n    Go.\n\n    Far.\n- Two.\n", "future:\n- Two.\n"),
        ("completed:\n  - One.\nfuture:\n  - {id: gone, text: Go.}\n", "completed:\n  - One.\nfuture: []\n"),
        ("future: [One., {id: gone, text: Go.}, Two.]\n", "future: [One., Two.]\n"),
        ("future: [One., {id: gone, text: Go.}]\n", "future: [One.]\n"),
        ("future: [{id: gone, text: Go.}]\n", "future: []\n"),
        (
            "future: # mine\n  - {id: gone, text: Go.}  # his\n  # hers\n  - Two.\n",
            "future: # mine\n  # hers\n  - Two.\n",
        ),
        (
            "future:\n- id: gone\n  text: Go.\n  # his\n\n  # his: too\n# hers\n- Two.\n",
            "future:\n# hers\n- Two.\n",
        ),
        (
            "future:\r\n  # theirs: all\r\n  - id: gone\r\n    text: Go.\r\n    # his\r\n# hers\r\nstopped: []\r\n",
            "future: []\r\n  # theirs: all\r\n# hers\r\nstopped: []\r\n",
        ),
    ],
)
def test_an_item_of_yaml_goes_with_its_lines(before: str, after: str) -> None:
    assert without(YAML, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- Do it. {#it after=gone due=2020}", "- Do it. {#it due=2020}"),
        ('- Do it. {#it after="one gone"}', '- Do it. {#it after="one"}'),
        ("- Do it. {#it from=gone,one}", '- Do it. {#it from="one"}'),
        ("- Do it. {after=gone}", "- Do it."),
        ("- Do it. {#it after=gone-too}", "- Do it. {#it after=gone-too}"),
        (
            "- Do [*it*](action:gone), and [more](action:gone-too). {#it}",
            "- Do *it*, and [more](action:gone-too). {#it}",
        ),
    ],
)
def test_what_names_the_action_in_markdown_goes_with_it(before: str, after: str) -> None:
    text = "## Future actions\n\n{}\n"
    source = Source(MARKDOWN, text.format(before))
    assert without_references(source, frozenset({"gone"})) == text.format(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - id: it\n    after: gone\n    text: Do it.\n", "  - id: it\n    text: Do it.\n"),
        ("  - after: gone\n    text: Do it.\n", "  - text: Do it.\n"),
        ("  - id: it\n    after: [one, gone]\n    text: Do it.\n", "  - id: it\n    after: [one]\n    text: Do it.\n"),
        ("  - id: it\n    from:\n      - gone\n      - one\n    due: 2\n", "  - id: it\n    from: [one]\n    due: 2\n"),
        ("  - id: it\n    from:\n      - gone\n    text: Do it.\n", "  - id: it\n    text: Do it.\n"),
        ("  - {id: it, after: [gone], text: Do it.}\n", "  - {id: it, text: Do it.}\n"),
        ("  - {id: it, text: Do it., after: gone}\n", "  - {id: it, text: Do it.}\n"),
        ('  - "Do [it](action:gone)."\n', '  - "Do it."\n'),
    ],
)  # fmt: skip
def test_what_names_the_action_in_yaml_goes_with_it(before: str, after: str) -> None:
    source = Source(YAML, f"future:\n{before}")
    assert without_references(source, frozenset({"gone"})) == f"future:\n{after}"


def test_a_file_of_every_state_loses_nothing_else() -> None:
    headings = {State.COMPLETED: "Completed", State.UNDER_WAY: "Under way", State.FUTURE: "Future actions"}
    text = "".join(
        f"## {heading}\n\n- This is {state}. {{#{state.value.replace('_', '-')}}}\n\n"
        for state, heading in headings.items()
    )
    source = Source(MARKDOWN, text)
    for state in headings:
        left = without_action(source, action_in(source, state.value.replace("_", "-")))
        update, _ = read_update(Desk(Source(MARKDOWN, left), []))
        assert update is not None
        assert [action.state for action in update.actions] == [other for other in headings if other is not state]
