"""What came of asking one address, and the manners in which we ask."""

from enum import StrEnum

from generator.values import dataclass


class VisitOutcome(StrEnum):
    """How it went. The words are kept in a user's cache."""

    FINE = "fine"
    MOVED = "moved"  # for good, to another address
    SIGN_IN = "sign-in"
    HOME = "home"  # to a site's front page, from a page within it
    GONE = "gone"
    CIRCLE = "circle"
    UNKNOWN_HOST = "unknown-host"
    FOR_EXAMPLES = "for-examples"
    OURSELVES = "ourselves"
    INWARD = "inward"  # from outside into a network of our own
    OTHER_KIND = "other-kind"  # to something that is no page
    REFUSED = "refused"
    NOT_FOR_PROGRAMS = "not-for-programs"
    BUSY = "busy"
    OUT_OF_SIGHT = "out-of-sight"  # on a network of our own that this machine does not see
    UNSAFE = "unsafe"
    FAULTY = "faulty"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    LOST = "lost"  # this machine sees no network


# What one address tells of all the others of its host, and what it tells of those of its origin alone, as another port
# may be open: they need not be asked too.
OF_THE_HOST = frozenset(
    (
        VisitOutcome.UNKNOWN_HOST,
        VisitOutcome.BUSY,
        VisitOutcome.LOST,
        VisitOutcome.OURSELVES,
        VisitOutcome.FOR_EXAMPLES,
    )
)
OF_THE_ORIGIN = frozenset((VisitOutcome.OUT_OF_SIGHT, VisitOutcome.UNREACHABLE))


@dataclass(frozen=True, slots=True)
class Answer:
    """`to` is the address that it led to, where it led to another; `said` is what there is to say of it in words."""

    outcome: VisitOutcome
    to: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Manners:
    """How gently, and how patiently. All times are in seconds.

    `between` two requests to one server; `again_after` each try that came to nothing; `longest_wait` is how long we
    wait where a server asks us to; `connect`, `quiet` and `whole` are how long a connection, a silence and a whole
    reply may take. `side_by_side` is how many servers are asked at once, each by one request at a time.
    """

    between: float = 0.5
    again_after: tuple[float, ...] = (1.0, 4.0)
    longest_wait: float = 30.0
    connect: float = 10.0
    quiet: float = 15.0
    whole: float = 30.0
    side_by_side: int = 8


GENTLE = Manners()
