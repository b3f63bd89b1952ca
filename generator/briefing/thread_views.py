"""The views of threads: promises, their stories and the figures made from them."""

from generator.briefing.views import ActionView, DueMoveView, LinkTo, When
from generator.domain.prose import Prose
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A thread in short, for lists; `title` is its short name. What else it tells is that of its newest mention.

    `first_due` is given only where the due has been moved since; of what was completed,
    only where that was late or early. `moves` says how often it was moved later. `ended` is the month of the edition
    that told that it was completed, stopped or continued; None while it is open. `reason` says why it was stopped.
    `is_passed_over` says that it is open, overdue or not, and the newest update does not name it.
    """

    title: str
    address: str
    standing: str
    due: When | None
    first_due: When | None
    moves: int
    workstream: LinkTo
    edition: LinkTo
    waits_for: tuple[LinkTo, ...]
    is_restricted: bool
    ended: When | None
    reason: str
    is_passed_over: bool


@dataclass(frozen=True, slots=True)
class TiedPromise(LinkTo):
    """A link to an action that another came from, or that it was continued as.

    `due` is for when the first was promised until the other took it over, or for when the second, still open, is
    promised now; None without a date, and for what was completed or stopped. `standing` is where it stands now.
    """

    due: When | None
    standing: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One step of a thread's story, told by one edition.

    `kind` is promised, under_way, no_longer_under_way, repeated, moved_later, moved_earlier, taken_over_later or
    taken_over_earlier (it took over an open promise, and moved that), dated (given its first date), completed, stopped,
    reopened, reported (done without a promise before) or completed_in_part (done as part of a promise that it came
    from); and, for an edition that does not name it, continued or unmentioned. `before` and `after` are the dues of a
    move, with `days` between them; for a promise `after` is its due; for what was completed later than promised
    `before` is what it was first promised for. `text` and `detail` are the edition's words, empty where they repeat the
    step before. `workstream` is given only where it differs from the step before. `left_out` is the due that the step
    before gave and this one does not repeat. `state` is that of the action in this edition: completed, under_way,
    future or stopped; empty where the edition does not name it. `changed` is the newest day on which the edition was
    openly changed, where it names the action and was. `is_draft` says that the edition is not out yet.
    """

    kind: str
    edition: LinkTo
    published: When
    before: When | None
    after: When | None
    days: int
    reason: str
    text: Prose
    detail: Prose
    workstream: LinkTo | None
    left_out: When | None
    state: str
    changed: When | None
    is_draft: bool


@dataclass(frozen=True, slots=True)
class PeriodView:
    """Promises that are due in one period."""

    when: When
    promises: tuple[PromiseView, ...]


@dataclass(frozen=True, slots=True)
class TallyPart:
    """A part of all promises made, for a bar.

    `kind` is kept, on_course, late (overdue or unmentioned) or closed (stopped or continued).
    """

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class TallyView:
    """How many of a group of promises were kept, and so on; all are counts of threads, and `made` is their sum.

    `made` = kept + stopped + continued + on_course + overdue + unmentioned. `kept_on_time` are those of the kept that
    were done by the date first promised, `kept_without_date` those that never had one, `on_course_without_date` those
    on course that have none to be overdue by; `moved` those of all that were moved later, `open_and_moved` those of the
    open ones; `unpromised` were completed and `stopped_unpromised` stopped without a promise, `parts_done` and
    `parts_stopped` as part of one that they continue; `reopened` are those of all that were told as ended once, and
    opened again; `reopened_unpromised` those of them that nobody had promised until then.
    `open` = on_course + overdue + unmentioned; `passed_over` are those of them that the newest update does not name:
    the unmentioned, and `overdue_and_passed_over` of the overdue. `parts` are the same promises for a bar.
    """

    made: int
    kept: int
    kept_on_time: int
    kept_without_date: int
    stopped: int
    continued: int
    on_course: int
    on_course_without_date: int
    overdue: int
    unmentioned: int
    passed_over: int
    overdue_and_passed_over: int
    moved: int
    open_and_moved: int
    unpromised: int
    stopped_unpromised: int
    parts_done: int
    parts_stopped: int
    reopened: int
    reopened_unpromised: int
    open: int
    parts: tuple[TallyPart, ...]


@dataclass(frozen=True, slots=True)
class WorkstreamTally:
    """`worst` is the heaviest thing that can be said of its open promises: overdue, unmentioned, moved or on_course.

    It is nothing_open where none is open.
    """

    workstream: LinkTo
    tally: TallyView
    worst: str


@dataclass(frozen=True, slots=True)
class EditionTally:
    """What one edition changed. `promised` are new, `reopened` were closed before; `moved` counts the dues that it
    moved later. `direction` compares what it completed with the edition before: more, fewer, same or first."""

    edition: LinkTo
    completed: int
    promised: int
    reopened: int
    moved: int
    brought_forward: int
    stopped: int
    open: int
    direction: str


@dataclass(frozen=True, slots=True)
class SinceGroup:
    """What the newest edition changed in one way: `kind` is completed, promised, reopened, moved, brought_forward or
    stopped; or unmentioned, which are the open promises that it does not name.

    `actions` are the first few by their short names, never none; `more` is how many others there are. `moves` are from
    when to when, one for each of them, where they were moved or brought forward.
    """

    kind: str
    actions: tuple[LinkTo, ...]
    more: int
    moves: tuple[DueMoveView, ...]


@dataclass(frozen=True, slots=True)
class SinceView:
    """What the newest edition changed against the one before, which is None for the first."""

    edition: LinkTo
    before: LinkTo | None
    groups: tuple[SinceGroup, ...]


@dataclass(frozen=True, slots=True)
class CompletedView:
    """What one edition reports as completed in one workstream."""

    edition: LinkTo
    published: When
    actions: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A change of an edition after it was published; `kind` is correction or withdrawal."""

    kind: str
    when: When
    what: str
    why: str
