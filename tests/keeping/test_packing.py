"""Packing: values come back equal, and nothing else comes back at all."""

import os
import pickle
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator.domain.edition import Action, State
from generator.domain.prose import Paragraph, Text
from generator.keeping.packing import NotOurs, fingerprint, pack, unpack
from generator.reading.content import read_content
from tests.building import SAMPLE

ACTION = Action("visits", State.FUTURE, (Paragraph((Text("Visit three councils."),)),))


def test_a_whole_programme_comes_back_equal() -> None:
    content, _, _ = read_content(SAMPLE)
    assert content is not None
    assert unpack(pack(content.editions)) == content.editions


@pytest.mark.parametrize("value", [None, "words", 3, (1, "two"), {"a": (1, 2)}, date(2020, 1, 31), frozenset({"a"})])
def test_plain_values_come_back_equal(value: object) -> None:
    assert unpack(pack(value)) == value


def test_a_digest_does_not_depend_on_which_parts_are_the_same_in_memory() -> None:
    words = "".join(["wo", "rds"])
    assert fingerprint((words, words)) == fingerprint(("words", "".join(["w", "ords"])))
    assert fingerprint(ACTION) == fingerprint(unpack(pack(ACTION)))


def test_a_digest_is_the_same_in_another_process() -> None:
    program = "from tests.keeping.test_packing import ACTION, fingerprint; print(fingerprint(ACTION))"
    run = [sys.executable, "-c", program]
    root = Path(__file__).parents[2]
    told = {
        subprocess.run(run, cwd=root, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{fingerprint(ACTION)}\n".encode()}


@pytest.mark.parametrize("damage", [b"", b"short", pack(ACTION)[:-1], b"\0" + pack(ACTION)[1:], pack(ACTION) + b" "])
def test_damaged_bytes_are_refused(damage: bytes) -> None:
    with pytest.raises(NotOurs):
        unpack(damage)


class Harmful:
    """What somebody might put into a cache that is not theirs."""

    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, ("touch /tmp/harm",))


@pytest.mark.parametrize(
    "harm",
    [
        pickle.dumps(Harmful()),
        b"cos\nsystem\n(S'true'\ntR.",
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"cgenerator.keeping.packing\npickle.loads\n(S''\ntR.",
        b"cgenerator.keeping.packing\nsha256\n(tR.",
    ],
)
def test_a_pickle_that_asks_for_anything_but_our_values_is_refused(harm: bytes) -> None:
    with pytest.raises(NotOurs):
        unpack(sha256(harm).digest() + harm)
