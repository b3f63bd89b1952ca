"""The two ways in which a site cannot be put in place: we may not, or the machine could not."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHOWN = 10  # reasons that are spelled out; the rest are counted


class OutputRefused(Exception):
    """Nothing was written, for the `reasons` given: each a line of words that says what to do."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__(_listed(reasons))


class OutputFailed(Exception):
    """The machine did not let us: one line of words, with the OSError as its cause.

    Files already put in place stay, and the manifest knows them: the next build goes on from there.
    """


@contextmanager
def failing_in_words(doing: str, path: Path) -> Iterator[None]:
    """Turns an OSError into OutputFailed: "could not write `output/staff/index.html`: no space left on device"."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        raise OutputFailed(f"could not {doing} `{path}`: {reason[:1].lower()}{reason[1:]}") from error


def _listed(reasons: tuple[str, ...]) -> str:
    if len(reasons) == 1:
        return f"nothing was written: {reasons[0]}"
    more = [f"and {len(reasons) - SHOWN} more"] if len(reasons) > SHOWN else []
    return "\n  ".join(["nothing was written:", *reasons[:SHOWN], *more])
