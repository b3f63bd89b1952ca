"""Editions made in code, for the tests of threads; and hypothesis strategies for whole histories."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from generator.domain.due import Due, Precision, day_of, month_of
from generator.domain.edition import Action, Edition, State, Status, Update
from generator.domain.prose import Paragraph, Text
from generator.domain.record import Withdrawal, Withdrawn, stand_in
from generator.domain.thread import Thread
from generator.domain.weaving import weave
from generator.domain.workstream import Reference

EVERYONE = frozenset({"staff", "residents"})


def action(
    identity: str,
    state: State,
    due: Due | None = None,
    *,
    words: str = "",
    reason: str = "",
    after: Sequence[str] = (),
    continues: Sequence[str] = (),
) -> Action:
    return Action(
        identity,
        state,
        (Paragraph((Text(words or identity),)),),
        due=due,
        reason=reason,
        after=tuple(map(Reference, after)),
        continues=tuple(map(Reference, continues)),
    )


def edition(month: int, actions: Mapping[str, Sequence[Action]] | Sequence[Action], name: str = "") -> Edition:
    """The edition of a month of 2020, published on its 25th; actions by workstream, or all in `it`."""
    by_workstream = actions if isinstance(actions, Mapping) else {"it": actions}
    updates = tuple(Update(workstream, (), tuple(found)) for workstream, found in by_workstream.items())
    identity = name or f"2020-{month:02}"
    return Edition(identity, identity, date(2020, month, 25), Status.PUBLISHED, EVERYONE, (), updates)


def thread(*states: State | Action | None, identity: str = "visit") -> Thread:
    """The thread of one action through the months from January on; None is a month that says nothing of it."""
    editions = []
    for month, state in enumerate(states, 1):
        mentioned = [] if state is None else [state if isinstance(state, Action) else action(identity, state)]
        editions.append(edition(month, mentioned))
    return weave(editions)[identity]


_IDS = st.sampled_from("abcdef")
_MONTHS = [month_of(2020, month) for month in range(1, 13)]
_SPRING = Due(date(2020, 5, 31), date(2020, 3, 1), Precision.SEASON)
# Of days, those on which an edition comes out, and those before and after.
_DAYS = [day_of(date(2020, month, day)) for month in range(1, 7) for day in (24, 25, 26)]
_DUES = st.sampled_from([*[None] * 20, *_MONTHS, _SPRING, *_DAYS])  # one draw of many is quicker than draws of kinds


@st.composite
def histories(draw: st.DrawFn) -> list[Edition]:
    """Up to six editions. Any may be a special one, in a month that has no other or on the day of the one before it."""
    editions = draw(_monthly())
    for at in draw(st.sets(st.integers(0, len(editions) - 1), max_size=2)):
        month = draw(st.sampled_from([at, at + 1])) or 1
        name = f"2020-{month:02}-flood-{at}"
        editions[at] = replace(editions[at], id=name, title=name, published=date(2020, month, 25))
    return editions


@st.composite
def _monthly(draw: st.DrawFn) -> list[Edition]:
    """One a month, in each of which any of six actions may stand once, in any state and workstream."""
    editions = []
    for month in range(1, draw(st.integers(1, 6)) + 1):
        updates: dict[str, list[Action]] = {}
        for identity in draw(st.sets(_IDS)):
            made = action(
                identity,
                draw(st.sampled_from(State)),
                draw(_DUES),
                continues=draw(st.lists(_IDS, max_size=2, unique=True)),
                after=draw(st.lists(_IDS, max_size=1)),
            )
            updates.setdefault(draw(st.sampled_from(["it", "people"])), []).append(made)
        editions.append(without(edition(month, updates), *draw(st.sets(_IDS, max_size=1))))
    return editions


def without(told: Edition, *withdrawn: str) -> Edition:
    """The edition with notices that actions of these ids were taken out of it; what it tells of them stays."""
    notes = (Withdrawal(told.published, Withdrawn.ACTION, "", action=stand_in(identity)) for identity in withdrawn)
    return replace(told, withdrawals=tuple(notes))
