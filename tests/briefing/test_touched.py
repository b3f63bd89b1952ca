"""Which pages an edit touches: what names what has changed, and nothing that would be left stale."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from generator import domain
from generator.briefing.touched import Everything, LetterEdit, Touched, UpdateEdit, find_touched
from generator.domain.audience import Audience, Audiences
from generator.domain.content import Content
from generator.domain.due import month_of
from generator.domain.edition import Action, Edition, State, Update
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.prose import Paragraph, Prose, Text
from generator.domain.record import Correction
from generator.domain.weaving import weave
from generator.text.source import Span
from tests.editions import action, edition, without

PROMISED, DONE = State.FUTURE, State.COMPLETED
STAFF: Audiences = frozenset({"staff"})
NOTHING: frozenset[str] = frozenset()


def letter(words: str) -> Prose:
    return (Paragraph((Text(words),)),)


def update(*actions: Action, audiences: Audiences | None = None) -> Update:
    return Update("it", (), actions, audiences)


def touched(
    editions: Iterable[Edition],
    before: Update,
    *,
    month: int = 2,
    seen: Iterable[Edition] | None = None,
    seen_before: Iterable[str] | None = None,
    otherwise_restricted: Iterable[str] = (),
) -> Touched | Everything:
    """By an edit of what `it` reports in a month of 2020, which said `before`; `seen` is what the audience sees."""
    every = tuple(editions)
    whole = Content(programme=Programme("", "", (), Person("", ""), (Audience("staff", "", ""),)), editions=every)
    named = f"2020-{month:02}"
    (after,) = (it for found in every if found.id == named for it in found.updates if it.workstream == "it")
    threads = weave(every if seen is None else seen)
    known = threads.keys() if seen_before is None else set(seen_before)
    return find_touched([UpdateEdit(named, before, after)], whole, threads, known, set(otherwise_restricted))


def test_an_edit_touches_the_action_and_every_edition_and_workstream_that_tells_of_it() -> None:
    old = replace(edition(1, {"people": [action("visit", PROMISED)]}, "2019-12"), published=date(2019, 12, 20))
    editions = [
        old,
        edition(1, {"law": [action("kiosks", PROMISED)]}),
        edition(2, [action("visit", PROMISED, words="Visit two.")]),
    ]
    found = touched(editions, update(action("visit", PROMISED)))
    assert found == Touched(
        threads=frozenset({"visit"}),
        editions=frozenset({"2019-12", "2020-02"}),
        workstreams=frozenset({"people", "it"}),
        years=frozenset({2019, 2020}),
        since=frozenset({"2020-02"}),
    )


def test_an_introduction_touches_its_edition_its_workstream_and_its_year() -> None:
    found = touched([edition(2, {"it": []})], Update("it", letter("Hello."), ()))
    february = frozenset({"2020-02"})
    assert found == Touched(NOTHING, february, frozenset({"it"}), frozenset({2020}), february)


def test_an_edit_touches_the_issues_that_came_out_since_and_none_before() -> None:
    """An issue tells what was known on its day."""
    editions = [edition(month, {"people": [action("visit", PROMISED)], "it": []}) for month in (4, 1, 2, 3)]
    found = touched(editions, Update("it", letter("Hello."), ()))
    assert isinstance(found, Touched)
    assert found.since == {"2020-02", "2020-03", "2020-04"}


def test_what_others_see_more_or_less_of_now_is_told_in_old_issues_too() -> None:
    editions = [edition(month, {"people": [action("visit", PROMISED)], "it": []}) for month in (1, 2, 3)]
    found = touched(editions, Update("it", letter("Hello."), ()), month=3)
    assert isinstance(found, Touched)
    assert found.since == {"2020-03"}
    found = touched(editions, Update("it", letter("Hello."), ()), month=3, otherwise_restricted=["visit"])
    assert isinstance(found, Touched)
    assert found.since == {"2020-01", "2020-02", "2020-03"}


def test_what_waits_for_it_and_what_it_continues_and_what_these_wait_for_is_touched_too() -> None:
    editions = [
        edition(1, [
            action("waits", PROMISED, after=["visit"]), action("goes-on", PROMISED, continues=["visit"]),
            action("beside", PROMISED), action("awaited", PROMISED), action("far", PROMISED),
        ]),
        edition(2, [action("visit", DONE, after=["awaited"], words="Went.")]),
    ]  # fmt: skip
    found = touched(editions, update(action("visit", DONE, after=["far"])))
    assert isinstance(found, Touched)
    assert found.threads == {"visit", "waits", "goes-on", "awaited", "far"}


def test_what_an_action_no_longer_names_is_touched_and_so_is_what_names_that() -> None:
    editions = [
        edition(1, [action("lift", PROMISED), action("desk", PROMISED, after=["lift"])]),
        edition(2, [action("stairs", PROMISED)]),
    ]
    found = touched(editions, update(action("stairs", PROMISED, continues=["lift"])))
    assert isinstance(found, Touched)
    assert found.threads == {"stairs", "lift", "desk"}


def test_an_action_that_an_other_took_over_touches_the_year_in_which_it_ended() -> None:
    later = replace(
        edition(3, [action("stairs", PROMISED, continues=["lift"])], "2021-03"), published=date(2021, 3, 25)
    )
    editions = [edition(2, [action("lift", PROMISED, words="Mend it.")]), later]
    found = touched(editions, update(action("lift", PROMISED)))
    assert isinstance(found, Touched)
    assert found.years == {2020, 2021}


def test_an_update_that_other_people_may_read_touches_everything_as_a_link_in_any_page_may_lead_to_it() -> None:
    one = action("a", PROMISED)
    because = Everything("the readers of an update in 2020-02 have changed")
    assert touched([edition(2, [one])], update(one, audiences=STAFF)) == because


def test_an_update_in_another_order_is_touched_as_a_whole() -> None:
    both = [action("a", PROMISED), action("b", PROMISED)]
    editions = [edition(2, both)]
    assert _threads(touched(editions, update(*both))) == set()
    assert _threads(touched(editions, update(*reversed(both)))) == {"a", "b"}


def test_an_action_that_is_gone_is_touched() -> None:
    editions = [edition(1, [action("a", PROMISED)]), edition(2, [action("b", PROMISED)])]
    gone = update(action("b", PROMISED), action("c", PROMISED))
    assert _threads(touched(editions, gone, seen_before="abc")) == {"c"}


def test_what_others_see_more_or_less_of_now_is_touched() -> None:
    editions = [edition(1, [action("a", PROMISED)]), edition(2, [action("b", PROMISED)])]
    assert _threads(touched(editions, update(action("b", PROMISED)), otherwise_restricted="a")) == {"a"}


def test_an_action_that_comes_into_sight_or_goes_out_of_it_touches_everything() -> None:
    """What was not edited may name it, and would go on to tell of it."""
    shown, kept = action("sale", PROMISED), replace(action("sale", PROMISED), audiences=STAFF)
    because = Everything("who may know of the action sale has changed")
    assert touched([edition(2, [kept])], update(shown), seen=[], seen_before=["sale"]) == because
    assert touched([edition(2, [shown])], update(kept), seen_before=[]) == because


def test_an_action_that_comes_into_sight_in_an_update_that_was_not_edited_touches_everything() -> None:
    """It was hidden with what it waits for, which is now told."""
    editions = [edition(1, [action("move", PROMISED, after=["sale"])]), edition(2, [action("sale", PROMISED)])]
    hidden = update(replace(action("sale", PROMISED), audiences=STAFF))
    assert isinstance(touched(editions, hidden, seen_before=["sale"]), Everything)
    elsewhere = [edition(2, {"it": [], "people": [action("move", PROMISED)]})]
    assert isinstance(touched(elsewhere, update(), seen_before=[]), Everything)


def test_an_action_that_is_wholly_new_or_wholly_gone_touches_itself_alone() -> None:
    editions = [edition(1, [action("a", PROMISED)]), edition(2, [action("new", PROMISED)])]
    found = touched(editions, update(action("old", PROMISED)), seen_before=["a", "old"])
    assert _threads(found) == {"new", "old"}


def test_a_letter_touches_its_own_edition_and_a_date_everything() -> None:
    before = edition(2, [])
    corrected = (Correction(date(2020, 3, 1), "A sum.", "We had miscounted."),)
    whole = Content(programme=Programme("", "", (), Person("", ""), (Audience("staff", "", ""),)), editions=(before,))

    def by(after: Edition) -> Touched | Everything:
        return find_touched([LetterEdit("2020-02", before, after)], whole, {}, NOTHING)

    february = frozenset({"2020-02"})
    own = Touched(NOTHING, february, NOTHING, frozenset({2020}), february)
    assert by(replace(before, letter=letter("Hello."))) == own
    assert by(replace(before, corrections=corrected)) == replace(own, workstreams=frozenset({"it"}))
    assert by(without(before, "visit")) == Everything("an action was withdrawn from 2020-02")
    because = Everything("the title, the date or the readers of 2020-02 have changed")
    assert by(replace(before, title="Winter")) == because
    assert by(replace(before, published=date(2020, 2, 26))) == because
    assert by(replace(before, audiences=STAFF)) == because


def test_what_is_said_of_corrections_touches_the_actions_whose_stories_the_edition_tells() -> None:
    editions = [edition(1, [action("kiosks", PROMISED)]), edition(2, [action("visit", PROMISED)])]
    whole = Content(
        programme=Programme("", "", (), Person("", ""), (Audience("staff", "", ""),)), editions=(*editions,)
    )
    bare = without(editions[1])
    corrected = replace(bare, corrections=(Correction(date(2020, 3, 1), "A sum.", "We had miscounted."),))
    threads = weave(editions)

    def by(after: Edition) -> frozenset[str]:
        return _threads(find_touched([LetterEdit("2020-02", bare, after)], whole, threads, threads.keys()))

    assert by(replace(bare, letter=letter("Hello."))) == NOTHING
    assert by(corrected) == {"visit"}


def test_a_correction_touches_the_workstreams_that_reported_there_as_those_who_follow_them_are_told() -> None:
    before = edition(2, {"people": [], "law": []})
    whole = Content(programme=Programme("", "", (), Person("", ""), (Audience("staff", "", ""),)), editions=(before,))
    after = replace(before, corrections=(Correction(date(2020, 3, 1), "A sum.", "We had miscounted."),))
    found = find_touched([LetterEdit("2020-02", before, after)], whole, {}, NOTHING)
    assert isinstance(found, Touched)
    assert found.workstreams == {"people", "law"}


def test_an_action_that_gets_its_id_written_is_touched_as_the_open_data_tell_of_that() -> None:
    made = replace(action("a", PROMISED), has_written_id=False)
    assert _threads(touched([edition(2, [action("a", PROMISED)])], update(made))) == {"a"}


def test_what_is_left_out_when_values_are_compared_stands_on_no_page() -> None:
    """An edit is found by comparing, and by whether an id is written. Readers are told of no place in a file, of no
    digest for the record and not how a due is spelt.
    """
    for module in iter_modules(domain.__path__, "generator.domain."):
        import_module(module.name)
    kinds = [it for it in _all_below(object) if is_dataclass(it) and it.__module__.startswith("generator.domain.")]
    left_out = {(it.name, str(it.type)) for kind in kinds for it in fields(kind) if not it.compare}
    assert {name for name, of in left_out if of != str(Span)} == {"digest", "words", "has_written_id"}


def _all_below(kind: type) -> Iterator[type]:
    every: list[type] = type.__subclasses__(kind)
    for below in every:
        yield below
        yield from _all_below(below)


def _threads(found: Touched | Everything) -> frozenset[str]:
    assert isinstance(found, Touched), found
    return found.threads


def test_what_took_an_edited_promise_over_is_touched_and_what_took_over_that_as_they_have_its_due() -> None:
    editions = [
        edition(1, [action("visit", PROMISED)]),
        edition(3, [action("tour", PROMISED, continues=["visit"])]),
        edition(4, [action("report", PROMISED, continues=["tour"])]),
        edition(5, [action("beside", PROMISED, after=["report"]), action("far", PROMISED)]),
    ]
    found = touched(
        [*editions, edition(2, [action("visit", PROMISED, month_of(2020, 3))])], update(action("visit", PROMISED))
    )
    assert _threads(found) == {"visit", "tour", "report", "beside"}
