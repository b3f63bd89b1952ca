"""What one audience may see is what everything on the way to it lets through."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.audience import Audience, Audiences
from generator.domain.content import Content
from generator.domain.due import month_of
from generator.domain.edition import Action, Edition, State, Status, Update
from generator.domain.library import Document
from generator.domain.measure import Measure, Reading
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.prose import BulletList, OnlyFor, Paragraph, Text
from generator.domain.statement import (
    Compliance,
    Examination,
    Feedback,
    Law,
    Method,
    NonAccessible,
    Reason,
    Statement,
)
from generator.domain.visibility import HiddenWith, editions_seen_by, prose_seen_by, sight_of, statement_seen_by
from generator.domain.workstream import Project, Reference, Workstream

STAFF, RESIDENTS, BOTH = frozenset({"staff"}), frozenset({"residents"}), frozenset({"staff", "residents"})
NOBODY: Audiences = frozenset()


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def action(identity: str, audiences: Audiences | None = None, after: tuple[str, ...] = ()) -> Action:
    waits_for = tuple(Reference(name) for name in after)
    return Action(identity, State.FUTURE, (words(identity),), audiences=audiences, after=waits_for)


def content(
    *actions: Action,
    edition: Audiences = BOTH,
    update: Audiences | None = None,
    workstream: Audiences = BOTH,
    project: Audiences | None = None,
    measure: Audiences = BOTH,
) -> Content:
    """One edition with one update of one workstream, which has a project `website` and a measure `online`."""
    reading = Reading(month_of(2020, 1), 1)  # type: ignore[arg-type]  # any number will do
    return Content(
        programme=Programme("", "", (), Person("", ""), (Audience("staff", "", ""), Audience("residents", "", ""))),
        workstreams=(
            Workstream(
                "it", "IT", Person("", ""), (), workstream, projects=(Project("website", "", "", audiences=project),)
            ),
        ),
        measures=(Measure("online", "", measure, reading, reading),),
        editions=(
            Edition(
                "2020-01", "", date(2020, 1, 31), Status.PUBLISHED, edition, (), (Update("it", (), actions, update),)
            ),
        ),
    )


def seen(whole: Content, audience: str = "residents") -> list[str]:
    return [
        it.id for edition in editions_seen_by(whole, audience) for update in edition.updates for it in update.actions
    ]


def test_what_says_nothing_is_seen_by_all_who_see_what_it_stands_in() -> None:
    assert seen(content(action("a"))) == ["a"]


@pytest.mark.parametrize("place", ["edition", "workstream", "update"])
def test_an_action_is_hidden_with_what_it_stands_in_even_if_it_says_otherwise(place: str) -> None:
    narrowed: dict[str, Audiences] = {place: STAFF}
    assert seen(content(action("a", BOTH), **narrowed)) == []
    assert seen(content(action("a", BOTH), **narrowed), "staff") == ["a"]


def test_an_action_is_hidden_with_its_project_and_with_its_measure() -> None:
    of_project = replace(action("a", BOTH), project=Reference("website"))
    of_measure = replace(action("b", BOTH), measure=Reference("online"))
    assert seen(content(of_project, of_measure, action("c"), project=STAFF)) == ["b", "c"]
    assert seen(content(of_project, of_measure, action("c"), measure=STAFF)) == ["a", "c"]


def test_what_hides_an_action_can_be_told() -> None:
    of_project = replace(action("a", BOTH), project=Reference("website"))
    of_measure = replace(action("b", BOTH), measure=Reference("online"))
    waiting = action("c", BOTH, after=("d",))
    whole = content(of_project, of_measure, waiting, action("d", STAFF), project=STAFF, measure=STAFF)
    residents, staff = sight_of(whole, "residents"), sight_of(whole, "staff")
    assert [residents.what_hides(it) for it in (of_project, of_measure, waiting)] == [
        (HiddenWith.PROJECT, "website"),
        (HiddenWith.MEASURE, "online"),
        (HiddenWith.ACTION, "d"),
    ]
    assert [staff.what_hides(it) for it in (of_project, of_measure, waiting)] == [None, None, None]


def test_a_project_says_nothing_more_widely_than_its_workstream() -> None:
    assert seen(content(replace(action("a"), project=Reference("website")), workstream=STAFF, project=BOTH)) == []


def test_an_action_is_hidden_with_what_it_waits_for_and_so_on_down_the_line() -> None:
    line = (
        action("a", STAFF),
        action("b", after=("a",)),
        action("c", after=("b",)),
        action("d", after=("e",)),
        action("e"),
    )
    assert seen(content(*line)) == ["d", "e"]
    assert seen(content(*line), "staff") == ["a", "b", "c", "d", "e"]


def test_an_action_is_seen_where_what_it_waits_for_is_told_in_any_edition() -> None:
    whole = content(action("a", STAFF), action("b", after=("a",)), action("c", after=("d",)), action("d", STAFF))
    (january,) = whole.editions
    february = replace(january, id="2020-02", updates=(Update("it", (), (action("a"), action("d", STAFF))),))
    assert seen(replace(whole, editions=(january, february))) == ["b", "a"]


def test_actions_that_wait_for_each_other_are_no_endless_task() -> None:
    assert seen(content(action("a", after=("b",)), action("b", after=("a",)))) == ["a", "b"]


audiences = st.sampled_from([None, NOBODY, STAFF, RESIDENTS, BOTH])
given_audiences = st.just(BOTH) | st.sampled_from([NOBODY, STAFF, RESIDENTS, BOTH])


@given(
    st.lists(st.tuples(audiences, st.lists(st.sampled_from("abcd"), max_size=2)), min_size=2, max_size=4),
    given_audiences,
    st.none() | audiences,
    given_audiences,
    st.sampled_from(["staff", "residents"]),
)
def test_an_action_is_seen_where_all_around_it_and_all_that_it_waits_for_let_it_through_and_nowhere_else(
    said: list[tuple[Audiences | None, list[str]]],
    edition: Audiences,
    update: Audiences | None,
    workstream: Audiences,
    audience: str,
) -> None:
    actions = [action(name, own, tuple(after)) for name, (own, after) in zip("abcd", said, strict=False)]
    whole = content(*actions, edition=edition, update=update, workstream=workstream)
    found = seen(whole, audience)
    hidden = {it.id for it in actions} - set(found)
    for it in actions:
        around = (it.audiences, update, edition, workstream)
        is_let_through = all(said_by is None or audience in said_by for said_by in around)
        waits_for_hidden = any(reference.id in hidden for reference in it.after)
        assert (it.id in found) == (is_let_through and not waits_for_hidden)


def part(identity: str, own: Audiences | None = None, document: str = "") -> NonAccessible:
    about = Reference(document) if document else None
    return NonAccessible(identity, "", Reason.PROBLEM, (), document=about, audiences=own)


def examination(by: str, own: Audiences | None = None) -> Examination:
    return Examination(month_of(2020, 1), by, Method.SELF, (), own)


def test_a_statement_tells_an_audience_of_its_own_site_alone() -> None:
    statement = Statement(
        BOTH,
        {"staff": Compliance.PARTIAL, "residents": Compliance.FULL},
        date(2020, 1, 6),
        date(2020, 1, 6),
        (examination("us"), examination("staff", STAFF), examination("residents", RESIDENTS)),
        Feedback("five days"),
        Law.GREAT_BRITAIN,
        non_accessible=(part("a"), part("b", STAFF), part("c", BOTH, "rota"), part("d", document="plan")),
    )
    documents = (Document("rota", "", "rota.pdf", 1, STAFF), Document("plan", "", "plan.pdf", 1, BOTH))
    whole = replace(content(), statement=statement, documents=documents)
    for audience, tests, parts in (("residents", ["us", "residents"], "ad"), ("staff", ["us", "staff"], "abcd")):
        found = statement_seen_by(whole, audience)
        assert found is not None
        assert (found.audiences, set(found.compliance)) == (frozenset({audience}), {audience})
        assert [it.by for it in found.tests] == tests
        assert [it.id for it in found.non_accessible] == list(parts)
    assert statement_seen_by(replace(whole, statement=replace(statement, audiences=STAFF)), "residents") is None
    assert statement_seen_by(replace(whole, statement=None), "staff") is None


def test_parts_for_others_are_taken_out_and_ones_own_are_opened() -> None:
    prose = (
        words("all"),
        OnlyFor(STAFF, (words("us"),)),
        BulletList(((words("all"),),)),
        OnlyFor(NOBODY, (words("none"),)),
    )
    assert prose_seen_by(prose, "residents") == (words("all"), BulletList(((words("all"),),)))
    assert prose_seen_by(prose, "staff") == (words("all"), words("us"), BulletList(((words("all"),),)))
