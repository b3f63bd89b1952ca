"""The columns of the data: names that last, and what each means in the language of the site."""

from collections.abc import Callable, Iterator

from generator.briefing.open_data_views import Column
from generator.domain.due import Precision
from generator.domain.edition import State
from generator.domain.measure import Better
from generator.domain.thread import Standing

Translate = Callable[[str], str]


def action_columns(_: Translate) -> tuple[Column, ...]:
    return (
        Column("id", _("The action's id, the same in every update."), is_required=True),
        Column("id_lasts", _("Whether its id was given by a writer. One made from words may change."), "boolean", True),
        Column("page", _("Its page, with its whole story."), is_required=True),
        Column("title", _("Its short name: what promises it, or what tells how it ended."), is_required=True),
        Column("text", _("All of its newest words."), is_required=True),
        Column("workstream", _("The id of the workstream that spoke of it last."), is_required=True),
        Column("workstream_title", _("What that workstream is called."), is_required=True),
        Column("standing", _("Where it stands."), "string", True, tuple(it.value for it in Standing)),
        Column("promised_in", _("The first update that promised it; none if it had no promise of its own.")),
        Column("promised_on", _("When that update came out."), "date"),
        *_due_columns("first_due", _("When it was due at first"), _),
        *_due_columns("due", _("When it is due by the newest date given"), _),
        Column("times_moved_later", _("How often its due date was moved later."), "integer", True),
        Column("days_moved", _("Days from its first due date to its newest; below zero if sooner."), "integer"),
        Column(
            "was_late",
            _("Whether its date became later, or passed while it was open; not if it was done by its first date."),
            "boolean",
            True,
        ),
        Column("passed_over", _("Whether it is open and the newest update does not name it."), "boolean", True),
        Column("last_update", _("The newest update that speaks of it."), is_required=True),
        Column("last_updated_on", _("When that update came out."), "date", True),
        Column("closed_in", _("The update that said it was completed or stopped.")),
        Column("closed_on", _("When that update came out."), "date"),
        Column("days_taken", _("Days from the update that promised it to the one that closed it."), "integer"),
        Column("times_reopened", _("How often it was opened again after it had ended."), "integer", True),
        Column("reason", _("Why it was moved or stopped, if its newest update says so.")),
        Column("project", _("The id of the project that it is part of.")),
        Column("measure", _("The id of the measure that it is to change.")),
        Column("waits_for", _("The ids of the actions that it waits for."), "list"),
        Column("continues", _("The ids of the actions that it came from."), "list"),
        Column("continued_by", _("The ids of the actions that it was continued as."), "list"),
        Column("tags", _("Its tags."), "list"),
        Column("continued_in", _("The update in which it was continued as others, if it was.")),
        Column("continued_on", _("When that update came out."), "date"),
    )


def mention_columns(_: Translate) -> tuple[Column, ...]:
    return (
        Column("update", _("The id of the update."), is_required=True),
        Column("published_on", _("When it came out."), "date", True),
        Column("workstream", _("The id of the workstream that said it."), is_required=True),
        Column("state", _("What the update reported it as."), "string", True, tuple(it.value for it in State)),
        Column("text", _("What it said."), is_required=True),
        *_due_columns("due", _("When it was due"), _),
        Column("reason", _("Why it was moved or stopped, if the update says so.")),
    )


def measure_columns(_: Translate) -> tuple[Column, ...]:
    kinds = ("baseline", "reading", "target")
    return (
        Column("measure", _("The measure's id."), is_required=True),
        Column("point", _("The place of the value among the measure's own, from 1."), "integer", True),
        Column("kind", _("Where it began, what was read since, or where it is to be."), "string", True, kinds),
        Column("title", _("What is measured."), is_required=True),
        Column("unit", _("What the number counts; a code such as GBP is a currency.")),
        Column("better", _("Which is better."), "string", True, tuple(it.value for it in Better)),
        Column("workstream", _("The id of the workstream that answers for it.")),
        *_due_columns("date", _("When it was, or is to be, measured"), _, is_required=True),
        Column("value", _("The number."), "number", True),
        Column("note", _("What happened then.")),
    )


def _due_columns(name: str, words: str, _: Translate, *, is_required: bool = False) -> Iterator[Column]:
    """A time as people say it, how exactly that was, and its first and last day."""
    told = {"when": words}
    precisions = tuple(it.value for it in Precision)
    yield Column(name, _("%(when)s, in words.") % told, is_required=is_required)
    yield Column(f"{name}_precision", _("%(when)s: how exactly.") % told, "string", is_required, precisions)
    yield Column(f"{name}_first_day", _("%(when)s: the first day of that time.") % told, "date", is_required)
    yield Column(f"{name}_last_day", _("%(when)s: the last day of that time.") % told, "date", is_required)
