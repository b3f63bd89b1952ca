"""What a mention changes against the one before it."""

import pytest
from hypothesis import given

from generator.domain.due import day_of, month_of
from generator.domain.edition import Action, Edition, State
from generator.domain.mention import Event
from generator.domain.weaving import weave
from tests.editions import action, edition, histories, thread

DONE, BEGUN, PROMISED, STOPPED = State.COMPLETED, State.UNDER_WAY, State.FUTURE, State.STOPPED
MARCH, MAY = month_of(2020, 3), month_of(2020, 5)


def visit(state: State, *due: object) -> Action:
    return action("visit", state, *due)  # type: ignore[arg-type]  # a due or none


def the_last(*mentions: Action) -> Event:
    return thread(*mentions).events[-1]


def said(event: Event) -> set[str]:
    """By name, all that holds of it."""
    asked = ("is_closing", "is_reopening", "goes_on", "has_begun", "is_put_back", "move", "first_date", "other_words")
    return {name for name in (*asked, "left_out", "has_changed_hands") if getattr(event, name)}


@pytest.mark.parametrize(
    ("mentions", "holds"),
    [
        ((visit(PROMISED, MAY),), set()),
        ((visit(DONE),), {"is_closing"}),
        ((visit(DONE), visit(DONE)), set()),
        ((visit(DONE), visit(STOPPED)), {"is_closing"}),
        ((visit(DONE), visit(PROMISED, MAY)), {"is_reopening"}),
        ((visit(PROMISED, MARCH), visit(DONE), visit(PROMISED, MAY)), {"is_reopening"}),
        ((visit(PROMISED, MARCH), visit(BEGUN, MAY)), {"goes_on", "has_begun", "move"}),
        ((visit(BEGUN, MAY), visit(PROMISED, MARCH)), {"goes_on", "is_put_back", "move"}),
        ((visit(PROMISED), visit(PROMISED, MAY)), {"goes_on", "first_date"}),
        ((visit(PROMISED, MAY), visit(PROMISED)), {"goes_on", "left_out"}),
        ((visit(PROMISED, MAY), visit(PROMISED), visit(PROMISED)), {"goes_on"}),
        ((visit(PROMISED, MAY), visit(PROMISED, day_of(MAY.last_day))), {"goes_on", "other_words"}),
        ((visit(PROMISED, MAY), visit(PROMISED), visit(PROMISED, MAY)), {"goes_on"}),
        ((visit(PROMISED, MAY), visit(DONE, MARCH)), {"is_closing"}),
    ],
)
def test_a_mention_changes_what_it_says_otherwise_than_the_one_before(
    mentions: tuple[Action, ...], holds: set[str]
) -> None:
    assert said(the_last(*mentions)) == holds


def test_another_workstream_than_before_has_it_now() -> None:
    editions = [edition(1, {"it": [visit(PROMISED)]}), edition(2, {"people": [visit(PROMISED)]})]
    assert [said(it) for it in weave(editions)["visit"].events] == [set(), {"goes_on", "has_changed_hands"}]


def test_the_first_mention_moves_the_date_that_it_takes_over() -> None:
    def taken_over(due: object) -> Event:
        later = action("tour", PROMISED, due, continues=["visit"])  # type: ignore[arg-type]  # a due or none
        return weave([edition(1, [visit(PROMISED, MARCH)]), edition(2, [later])])["tour"].events[0]

    assert said(taken_over(MAY)) == {"move"}
    assert said(taken_over(day_of(MARCH.last_day))) == {"other_words"}
    assert (said(taken_over(None)), taken_over(None).due) == (set(), MARCH)


@given(histories())
def test_an_event_begins_where_the_one_before_it_ended_and_does_one_thing_to_the_state_and_one_to_the_date(
    editions: list[Edition],
) -> None:
    for told in weave(editions).values():
        assert [it.mention for it in told.events] == list(told.mentions)
        for before, event in zip(told.events, told.events[1:], strict=False):
            assert (event.before, event.was_due) == (before.mention, before.due)
        for event in told.events:
            of_state = said(event) & {"is_closing", "is_reopening", "has_begun", "is_put_back"}
            of_date = said(event) & {"move", "first_date", "other_words", "left_out"}
            assert len(of_state) <= 1
            assert len(of_date) <= 1
            assert event.mention.is_open or not of_date
