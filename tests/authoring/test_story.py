"""A thread is told in sentences that a person can read out."""

from tests.authoring.stories import completed, future, told


def test_a_promise_that_moved_and_was_kept() -> None:
    story = told(
        future(braces='due="February 2020"'),
        future(braces='due="14 March 2020" reason="Two councils had no time."'),
        future(braces='due="14 March 2020"').replace("Future actions", "Under way"),
        completed(),
    )
    assert story.title == "visits: We visited them"
    assert story.events == (
        "Promised in January 2020 for February 2020.",
        "Moved in February 2020 from February 2020 to 14 March 2020, 14 days later. Why: Two councils had no time.",
        "Under way in March 2020.",
        "Completed in April 2020, 91 days after it was promised, though it was first promised for February 2020.",
    )
    assert story.words == (
        ("January 2020 · Customer services · future action, due February 2020", "Visit councils."),
        ("February 2020 · Customer services · future action, due 14 March 2020", "(in the same words)"),
        ("March 2020 · Customer services · under way, due 14 March 2020", "(in the same words)"),
        ("April 2020 · Customer services · completed", "We visited them."),
    )


def test_a_promise_that_was_stopped_opened_again_and_brought_forward() -> None:
    story = told(
        future(braces="due=2021"),
        '## Stopped\n\n- No visits. {#visits reason="No money"}\n',
        future(braces='due=2021 reason="There is money!"'),
        future(braces="due=2020"),
        future(braces='due="31 December 2020"'),
        drafts=(5,),
    )
    assert story.events == (
        "Promised in January 2020 for 2021.",
        "Stopped in February 2020, 31 days after it was promised. Why: No money.",
        "Opened again in March 2020 for 2021. Why: There is money!",
        "Brought forward in April 2020 from 2021 to 2020, 365 days earlier.",
        "Dated more exactly in May 2020 (a draft): 31 December 2020.",
    )


def test_a_promise_that_is_opened_again_without_a_date_has_the_date_that_it_had() -> None:
    again = future(braces='reason="We had counted one as all."')
    assert told(future(braces="due=2021"), completed(), again).events[-1] == (
        "Opened again in March 2020, still due 2021. Why: We had counted one as all."
    )
    assert told(future(), completed(), again).events[-1].startswith("Opened again in March 2020, without a date.")


def test_a_promise_that_is_late_and_forgotten() -> None:
    story = told(future(), future(braces='due="Spring 2020"'), "Nothing.\n")
    assert story.events == (
        "Promised in January 2020, without a date.",
        "Given a date in February 2020: Spring 2020.",
        "Overdue on 1 September 2020: it was due Spring 2020, 93 days before.",
        "The newest update, March 2020, says nothing of it.",
    )


def test_a_promise_that_is_put_back_and_loses_its_date() -> None:
    story = told("## Under way\n\n- Visit councils. {#visits due=2021}\n", future(), future())
    assert story.events[1:] == (
        "No longer under way in February 2020.",
        "No date is given in February 2020; it stays due 2021.",
    )


def test_what_was_never_promised_and_a_move_without_a_reason() -> None:
    assert told(completed()).events == ("Completed in January 2020, without having been promised before.",)
    moved = told(future(braces="due=2020"), future(braces="due=2021"))
    assert moved.events[-1] == "Moved in February 2020 from 2020 to 2021, 365 days later. No reason was given."


def test_what_took_a_promise_over_tells_from_when_it_moved() -> None:
    january = future(braces="due=2020")
    february = '## Future actions\n\n- Go. {#tour from=visits due=2021 reason="The halls are full."}\n'
    assert told(january, february, identity="tour").events == (
        "Promised in February 2020 for 2021, continuing visits.",
        "Moved in February 2020 from 2020 to 2021, 365 days later. Why: The halls are full.",
    )


def test_what_it_waits_for_what_waits_for_it_and_what_took_it_over() -> None:
    january = (
        "## Future actions\n\n- Visit councils. {#visits due=2021 after=money}\n- Agree the money. {#money due=2020}\n"
        "- Report. {#report after=visits}\n"
    )
    story = told(january)
    assert story.ties == (
        "Waits for money (future action, due 2020): Agree the money",
        "Is waited for by report (future action): Report",
    )
    agreed = told(january, january.replace("Future actions", "Completed"))
    assert [tie.partition(" (")[0] for tie in agreed.ties] == ["Waited for money", "Was waited for by report"]
    split = "## Future actions\n\n- North. {#north from=visits}\n- South. {#south from=visits}\n"
    assert told(january, split).events[-1] == "Continued by north (since February 2020), south (since February 2020)."
    north = told(january, split, identity="north")
    assert north.events == ("Promised in February 2020, still due 2021, continuing visits.",)
    assert north.ties == ("Continues visits (continued): Visit councils",)
