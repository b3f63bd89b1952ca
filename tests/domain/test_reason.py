"""A reason that is told after the change."""

from tests.authoring.stories import completed, future, told


def test_a_reason_that_the_next_edition_gives_is_told_with_the_move() -> None:
    story = told(
        future(braces='due="March 2020"'),
        future(braces='due="May 2020"'),
        future(braces='due="May 2020" reason="Two were ill."'),
    )
    assert story.events[1] == (
        "Moved in February 2020 from March 2020 to May 2020, 61 days later. Why, as told in March 2020: Two were ill."
    )


def test_a_reason_of_the_next_move_is_no_reason_of_the_one_before() -> None:
    story = told(
        future(braces='due="March 2020"'),
        future(braces='due="May 2020"'),
        future(braces='due="June 2020" reason="Two were ill."'),
    )
    assert story.events[1].endswith("No reason was given.")


def test_a_reason_for_opening_again_may_come_later_but_not_after_it_was_done_again() -> None:
    first = (future(braces='due="March 2020"'), completed(), future(braces='due="May 2020"'))
    later = told(*first, future(braces='due="May 2020" reason="One was shut."'))
    assert later.events[2].endswith("Why, as told in April 2020: One was shut.")
    assert told(*first, completed()).events[2].endswith("No reason was given.")


def test_a_reason_may_come_with_a_more_exact_date_which_moves_nothing() -> None:
    story = told(
        future(braces='due="March 2020"'),
        future(braces='due="May 2020"'),
        future(braces='due="31 May 2020" reason="Two were ill."'),
    )
    assert story.events[1].endswith("Why, as told in March 2020: Two were ill.")


def test_why_it_was_done_after_all_is_not_why_it_was_stopped() -> None:
    stopped = "## Stopped\n\n- Visit councils. {#visits}\n"
    done = '## Completed\n\n- We visited them. {#visits reason="Somebody found the money."}\n'
    assert told(future(), stopped, done).events[1].endswith("No reason was given.")
