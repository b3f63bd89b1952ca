"""Changes of the disk that are broken off after so many steps."""

import os
from collections.abc import Callable, Sequence
from itertools import count

import pytest


class Killed(BaseException):
    """As a kill: nobody expects it, so nobody cleans up."""


STEPS = ("replace", "unlink", "rmdir", "mkdir", "fsync", "link")


def break_off(
    patch: pytest.MonkeyPatch, steps: int, how: BaseException, *, once: bool = False, calls: Sequence[str] = STEPS
) -> list[str]:
    """Lets so many of the `calls`, which are those of os that change the disk, happen, and then each of them fails, or
    the next one alone; gives those that have failed.
    """
    made, failed = count(), list[str]()

    def counted(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            if next(made) >= steps and not (once and failed):
                failed.append(name)
                raise how
            return call(*arguments, **options)

        return step

    for name in calls:
        patch.setattr(os, name, counted(name, getattr(os, name)))
    return failed
