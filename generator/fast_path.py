"""The fast path: the answer to `golden build` with the same words as before, where it would find all as it left it.

To load what reads a command line takes longer than to look at some thousand files. So the words themselves lead to what
was said last time, and to the receipt that has to hold. Nothing large may be imported here; where this
gives no answer, the long way is gone, which comes to the same.
"""

import os
import sys
import time
from collections.abc import Sequence
from zlib import crc32

from generator.keeping.binding import Damaged, discard, names_in, read_bound, text, write_bound
from generator.keeping.receipt import Receipt, forget_other_receipts, read_receipt, still_holds
from generator.output.names import AT_REST, CACHE, OUR_FOLDER

TYPE_CHECKING = False  # typing would take longer to load than all that is done here
if TYPE_CHECKING:
    from typing import TextIO

SECONDS = "\0"  # stands where the time that it took is told
DEFAULT_OUTPUT = "output"
_NAME = "answer-"

_USUAL_WIDTH = 80  # columns
_HEEDED = ("NO_COLOR", "TERM", "SOURCE_DATE_EPOCH")


def answer_at_once(words: Sequence[str]) -> int | None:
    """The exit code of a build that has nothing to do, with all said; None for anything else."""
    if words[:1] != ["build"]:
        return None
    started = time.monotonic()
    output, asked = output_of(words), _asked(words)
    try:
        asked_then, begins, ends, in_full, mark, out, beside = map(text, read_bound(_file(output, asked)))
        is_of_today = float(begins) <= time.time() < float(ends)
    except (Damaged, ValueError):
        return None
    receipt = read_receipt(f"{output}/{CACHE}", in_full) if asked_then == asked and is_of_today else None
    if receipt is None or receipt.mark != mark or receipt.young or not stands(receipt, output):
        return None
    say(out, beside, started)
    return 0


def say(out: str, beside: str, started: float) -> None:
    """On standard output and on standard error, with the seconds since `started` on the monotonic clock."""
    took = f"{time.monotonic() - started:.1f}"
    sys.stdout.write(out.replace(SECONDS, took))
    sys.stderr.write(beside.replace(SECONDS, took))


def keep(words: Sequence[str], receipt: Receipt, hours: tuple[float, float], told: tuple[str, str]) -> None:
    """Writes down what `answer_at_once` needs: the receipt of what these words asked for; from when to when they mean
    that day, in seconds since 1970; what is told on standard output and standard error, with SECONDS.
    """
    asked = _asked(words)
    write_bound(_file(output_of(words), asked), (asked, *map(repr, hours), receipt.asked, receipt.mark, *told))


def forget_other_contents(output: str, receipt: Receipt) -> None:
    """Drops what was said of builds whose receipts are gone or others by now, once one is written."""
    folder = f"{output}/{CACHE}"
    forget_other_receipts(folder, receipt)
    for name in names_in(folder, _NAME):
        try:
            _, _, _, in_full, mark, _, _ = map(text, read_bound(f"{folder}/{name}"))
        except (Damaged, ValueError):
            discard(f"{folder}/{name}")
            continue
        standing = receipt if in_full == receipt.asked else read_receipt(folder, in_full)
        if standing is None or standing.mark != mark:
            discard(f"{folder}/{name}")


def stands(receipt: Receipt, output: str) -> bool:
    """Not where a build was broken off and has left anything, which the next one clears away."""
    try:
        ours = {entry.name for entry in os.scandir(f"{output}/{OUR_FOLDER}")}
    except OSError:
        return False
    return ours <= AT_REST and still_holds(receipt)


def output_of(words: Sequence[str]) -> str:
    """The output folder, as far as it can be told without reading the words as a command line."""
    for number, word in enumerate(words):
        if word.startswith("--output="):
            return word.removeprefix("--output=")
        if word in ("--output", "-o") and number + 1 < len(words):
            return words[number + 1]
    return DEFAULT_OUTPUT


def _file(output: str, asked: str) -> str:
    return f"{output}/{CACHE}/{_NAME}{crc32(asked.encode('utf-8', 'surrogateescape')):08x}"


def _asked(words: Sequence[str]) -> str:
    """All that two builds with these words may differ by, beside what they read."""
    return repr((list(words), os.getcwd(), width_of(sys.stdout), [os.environ.get(name) for name in _HEEDED]))


def width_of(stream: "TextIO") -> int | None:
    """The columns of the terminal; None where the words go elsewhere, and stay the same on every machine. COLUMNS in
    the environment says otherwise, as it does to other programs.
    """
    if not stream.isatty():
        return None
    said = os.environ.get("COLUMNS", "")
    try:
        return int(said) if said.isdecimal() and int(said) else os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):  # ValueError of one that has no number, such as a test's
        return _USUAL_WIDTH
