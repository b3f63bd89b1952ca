"""A progress bar on work that takes long, where somebody looks at it. progress_bar.py draws it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Work that is over sooner than this needs no bar, and a bar that flashes up disturbs.
_PATIENCE_SECONDS = 0.7
_BETWEEN_SECONDS = 0.1

Tell = Callable[[str, int], None]


@contextmanager
def showing_progress(stream: TextIO, is_wanted: bool) -> Iterator[Tell]:
    """Gives a function to tell of work: a name and its number of steps, then an empty name and 0 for each step done."""
    if not (is_wanted and stream.isatty()):
        yield lambda _name, _steps: None
        return
    bar = _Bar(stream)
    try:
        yield bar.tell
    finally:
        bar.stop()


class _Bar:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._started = monotonic()
        self._shown = 0.0
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._name, self._steps, self._done = "", 0, 0

    def tell(self, name: str, steps: int) -> None:
        if steps:
            self._name, self._steps, self._done = name, steps, 0
            self._task = None
        else:
            self._done += 1
        if self._progress is None and monotonic() - self._started > _PATIENCE_SECONDS:
            self._progress = _started_progress(self._stream)
        if self._progress is not None:
            if self._task is None:
                self._task = self._progress.add_task(self._name, total=self._steps)
            self._progress.update(self._task, completed=self._done)
            self._show()

    def _show(self) -> None:
        """Now and then: without a thread of its own, so that a build can still be divided among processes."""
        now = monotonic()
        if self._progress is not None and now - self._shown > _BETWEEN_SECONDS:
            self._progress.refresh()
            self._shown = now

    def stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()


def _started_progress(stream: TextIO) -> "Progress":
    from generator.commands.progress_bar import started  # noqa: PLC0415  it loads Rich, and most builds are over before

    return started(stream)
