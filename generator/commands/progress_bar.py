"""The bar itself, drawn by Rich: a module of its own, so that builds that end before it shows do not load that."""

from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn


def started(stream: TextIO) -> Progress:
    """A bar on that stream, which goes when it ends, and is drawn only when it is told to."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    progress = Progress(*columns, console=Console(file=stream), transient=True, auto_refresh=False)
    progress.start()
    return progress
