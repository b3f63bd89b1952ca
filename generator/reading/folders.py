"""The folder of an edition as it stands, so that of one that has not changed no file is asked for anew."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import field
from typing import Any, TypeVar

from generator.text.diagnostic import Diagnostic
from generator.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """The lengths in bytes of its files, and the digests of those with words, by their paths; in the order of those.

    `length` is how many characters they have in all, `findings` are what is wrong with the files themselves.
    """

    sizes: Mapping[str, int]
    digests: Mapping[str, str]
    length: int
    findings: tuple[Diagnostic, ...]
    _answers: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, question: Hashable, answer: Callable[[], T]) -> T:
        """What follows from what stands in it and from the question alone."""
        if question not in self._answers:
            self._answers[question] = answer()
        known: T = self._answers[question]
        return known
