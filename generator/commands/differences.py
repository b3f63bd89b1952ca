"""How a file would change, in the form of `diff -u`."""

from collections.abc import Iterator
from difflib import unified_diff


def difference(before: str, after: str, path: str) -> Iterator[str]:
    """Its lines, each with its end; a last one without is told to be so, as diff does. None where both are the same."""
    for line in unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
