"""An action as an issue of a newsletter tells it: by what was known on the issue's day, and once."""

from collections.abc import Mapping
from dataclasses import replace

from generator.briefing.describe import Describer
from generator.briefing.newsletter_views import NewsletterPart, UnmentionedView
from generator.briefing.story import link_to_mark, reopened_in
from generator.briefing.views import ActionView, CountView, OutcomeView
from generator.domain import address
from generator.domain.edition import State
from generator.domain.issue import Issue
from generator.domain.thread import Standing, Thread


def as_known_then(then: Describer, issue: Issue, action: ActionView, why_moved: Mapping[str, str]) -> ActionView:
    """Of what became of it, only that it was late or forgotten on the issue's day; its move is told elsewhere, with the
    reason in `why_moved`, by the action's address. That it was opened again is told whichever of the issue's editions
    did so, and that it had ended before only where none of them told it first.

    One that is open has the due that it had, also where the newest words leave it out: whoever reads the issue on paper
    has no other place to look.
    """
    thread = then.threads[action.id]
    again = (reopened_in(thread, it.id) for it in reversed(issue.editions) if thread.latest.is_open)
    outcome, due = action.outcome, thread.due if thread.latest.is_open else None
    is_late = outcome and outcome.standing in (Standing.OVERDUE, Standing.UNMENTIONED)
    known_on = then.wording.day(issue.published)
    own = {address.of_edition(edition.id) for edition in issue.editions}
    return replace(
        action,
        due=action.due or (then.wording.due(due) if due else None),
        outcome=replace(outcome, known_on=known_on) if outcome and is_late else None,
        moved=None,
        reopened=next(filter(None, again), None),
        reason="" if action.reason == why_moved.get(action.address) else action.reason,
        tags=(),
        told_before=None if action.told_before and action.told_before.address in own else action.told_before,
    )


def unmentioned_then(then: Describer, thread: Thread) -> UnmentionedView:
    """A promise that the newest edition passes over, by what was known then."""
    latest, day = thread.latest, then.briefing.on
    return UnmentionedView(
        title=thread.headline,
        address=address.of_action(thread.id),
        workstream=then.link_to_workstream(latest.workstream),
        due=then.wording.due(thread.due) if thread.due else None,
        outcome=OutcomeView(
            standing=thread.standing(day).value,
            edition=link_to_mark(latest.edition),
            due=None,
            continued_by=(),
            step="",
            known_on=then.wording.day(day),
            is_passed_over=True,
        ),
        is_restricted=then.is_restricted(latest.edition.id, thread.id),
    )


def counts_of(parts: tuple[NewsletterPart, ...]) -> tuple[CountView, ...]:
    """How many actions are in each state that has any; what has ended, only where the issue tells so first."""
    found = {state.value: 0 for state in State}
    for part in parts:
        for section in part.sections:
            found[section.state] += sum(action.told_before is None for action in section.actions)
    return tuple(CountView(state, count) for state, count in found.items() if count)
