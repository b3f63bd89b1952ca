"""Generated files for every reader and every command: findings or words on one line, never a traceback or a hang."""

import contextlib
import io
import signal
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from tests.examples import smallest, write_files
from tests.hostile.fields import ACTIONS, FILES, MARKDOWN
from tests.hostile.strings import STRINGS
from tests.reading.test_robust import ANYTHING, READERS, read

LIMIT = 10  # seconds of work, which are the same however busy the machine is

PIECES = st.sampled_from([words for words in STRINGS if len(words) < 600])
TEXTS = ANYTHING | st.lists(PIECES | st.sampled_from(MARKDOWN + ACTIONS), max_size=12).flatmap(
    lambda parts: st.sampled_from(("\n", "\n\n", " ", "\n  ", "\n- ")).map(lambda between: between.join(parts))
)
FRONTS = st.sampled_from(
    ("", "---\npublished: 2020-01-31\ntitle: a\n---\n", "## Completed\n\n- ", "future:\n  - text: ")
)
REPEATED = st.tuples(PIECES, st.integers(1, 3_000)).map(lambda it: (it[0] * it[1])[:20_000])

# Each with its arguments; `{content}` and `{output}` are folders. None of these asks anything of a person.
COMMANDS = (
    ("check", "{content}", "--on", "2020-02-01"),
    ("check", "{content}", "--on", "2020-02-01", "--format", "sarif"),
    ("check", "{content}", "--on", "2020-02-01", "--format", "github", "--strict"),
    ("build", "{content}", "--output", "{output}", "--on", "2020-02-01", "--quiet"),
    ("fix", "--content", "{content}"),
    ("thread", "--content", "{content}", "--all", "--format", "csv"),
    ("freeze", "2020-01", "--content", "{content}", "--on", "2020-02-01"),
    ("new", "2020-02", "--content", "{content}", "--on", "2020-02-01"),
)
# Told by argparse or by us: all went well, findings, and what is asked or found cannot be used.
CODES = (0, 1, 2)


class HungError(BaseException):
    """Not an Exception, so that nothing on the way catches it."""


@contextlib.contextmanager
def within_the_limit() -> Iterator[None]:
    """Raises HungError in what takes longer."""

    def stop(_: int, __: FrameType | None) -> None:
        raise HungError(f"this took longer than {LIMIT} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def run(command: tuple[str, ...], files: dict[str, str]) -> int:
    laid = smallest() | {path: text.encode("utf-8", "replace") for path, text in files.items()}
    with TemporaryDirectory() as folder, contextlib.ExitStack() as silent:
        write_files(laid, Path(folder) / "content")
        words = [word.format(content=f"{folder}/content", output=f"{folder}/output") for word in command]
        for name in ("stdout", "stderr"):
            to = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
            silent.enter_context(getattr(contextlib, f"redirect_{name}")(to))
        try:
            return main(words)
        except SystemExit as ended:  # argparse's own way to end
            return int(ended.code or 0)


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def each_reader(path: str, front: str, text: str) -> None:
    with within_the_limit():
        read(path, (front + text).encode("utf-8", "replace").decode())


def each_command(command: tuple[str, ...], files: dict[str, str]) -> None:
    with within_the_limit():
        assert run(command, files) in CODES


BY_READER = given(st.sampled_from(sorted(READERS)), FRONTS, TEXTS | REPEATED)
BY_COMMAND = given(
    st.sampled_from(COMMANDS), st.dictionaries(st.sampled_from(sorted(FILES.values())), TEXTS, min_size=1, max_size=2)
)


@settings(max_examples=300, suppress_health_check=SLOW)
@BY_READER
def test_no_reader_is_brought_down(path: str, front: str, text: str) -> None:
    each_reader(path, front, text)


@settings(max_examples=100, suppress_health_check=SLOW)
@BY_COMMAND
def test_no_command_is_brought_down(command: tuple[str, ...], files: dict[str, str]) -> None:
    each_command(command, files)


@pytest.mark.long
@pytest.mark.timeout(7200)
@settings(max_examples=8_000, suppress_health_check=SLOW)
@BY_READER
def test_no_reader_is_brought_down_by_thousands(path: str, front: str, text: str) -> None:
    each_reader(path, front, text)


@pytest.mark.long
@pytest.mark.timeout(7200)
@settings(max_examples=2_000, suppress_health_check=SLOW)
@BY_COMMAND
def test_no_command_is_brought_down_by_thousands(command: tuple[str, ...], files: dict[str, str]) -> None:
    each_command(command, files)


# One paragraph costs the square of its length, one file has many of them: whatever is within the limits ends.
HOSTILE = (
    "![[]()",
    "[",
    "![",
    "*a ",
    "`a``",
    "&#",
    "[^1]",
    ":::\n",
    "::: x\n:::\n",
    "- a {#a}\n",
    "| a ",
    "<a ",
    "> a\n",
)


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.timeout(300)
def test_a_file_within_the_limits_comes_to_an_end(unit: str) -> None:
    lines = "\n\n".join([(unit * 10_000)[:9_900]] * 10)
    for path, front in (("editions/2020-01/customer-services.md", ""), ("pages/about.md", "---\ntitle: a\n---\n")):
        with within_the_limit():
            read(path, front + lines)
