"""Generated files for every reader and every command: findings or words on one line, never a traceback or a hang."""

import contextlib
import io
import signal
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.reading.content import read_content
from generator.text.diagnostic import in_order
from generator.text.formats import listing
from tests.examples import smallest, write_files
from tests.hostile.fields import ACTIONS, FILES, MARKDOWN
from tests.hostile.strings import STRINGS
from tests.reading.readers import ANYTHING, READERS, read

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
    ("changes", "--content", "{content}", "--on", "2020-02-01", "--audience", "residents", "--format", "markdown"),
    ("changes", "--content", "{content}", "--on", "2020-02-01", "--format", "html"),
    ("publish", "--content", "{content}", "--to", "{output}.zip", "--audience", "staff", "--on", "2020-02-01"),
    ("freeze", "2020-01", "--content", "{content}", "--on", "2020-02-01"),
    ("new", "2020-02", "--content", "{content}", "--on", "2020-02-01"),
)
# Told by argparse or by us: all went well, findings, and what is asked or found cannot be used.
CODES = (0, 1, 2)


class HungError(BaseException):
    """Not an Exception, so that nothing on the way catches it."""


@contextlib.contextmanager
def within_the_limit(seconds: int = LIMIT) -> Iterator[None]:
    """Raises HungError in what takes longer."""

    def stop(_: int, __: FrameType | None) -> None:
        raise HungError(f"this took longer than {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
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


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_each_command_does_its_work_where_nothing_is_wrong(command: tuple[str, ...]) -> None:
    """Or else, with an option that no longer is, it would look at none of the files."""
    assert run(command, {}) == 0


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


# Whatever is within the limits ends soon: files as large as they may be, of the shapes that cost most.
SOON = 5  # seconds of work; an idle machine needs less than 3
MOST = 490_000


def paragraphs(unit: str, length: int = 9_800) -> str:
    return "\n\n".join([(unit * length)[:length]] * (MOST // length))


def lines(unit: str) -> str:
    return (unit + "\n") * (MOST // (len(unit) + 1))


def sparse(unit: str) -> str:
    """As many signs as there may be in all of a file, among words."""
    return paragraphs(unit + "word" * 2 * len(unit))


SHAPES: dict[str, Callable[[str], str]] = {
    "paragraphs": paragraphs,
    "short paragraphs": lambda unit: paragraphs(unit, 200),
    "half a limit": lambda unit: paragraphs(unit, 4_900)[:48_000],
    "sparse": sparse,
    "lines": lines,
    "few lines": lambda unit: lines(unit)[:48_000],
    "lines apart": lambda unit: lines(unit + "\n")[:48_000],
    "bullets": lambda unit: lines("- " + unit)[:48_000],
    "deep bullets": lambda unit: lines("- " * 28 + unit)[:48_000],
    "deep quotes": lambda unit: lines("> " * 28 + unit)[:48_000],
    "one bullet": lambda unit: "- " + lines("  " + unit + "\n")[:48_000],
    "actions": lambda unit: "## Completed\n\n" + lines(f"- {unit} {{#a}}")[:48_000],
    "one action": lambda unit: f"## Completed\n\n- {unit} {{{(unit + ' ') * 4_000}}}",
    "footnotes": lambda unit: "".join(f"[^{number}]: {unit}\n\n" for number in range(6_000)),
    "definitions": lambda unit: "".join(f"[{number}]: {unit}\n" for number in range(9_000)),
    "parts": lambda unit: f"::: staff\n{unit}\n:::\n" * 1_900,
    "wide table": lambda unit: "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + f"{unit}\n" * 9_000,
    "empty tables": lambda unit: ("|a" * 50 + "|\n" + "|-" * 50 + "|\n" + f"{unit}\n" * 600 + "\n") * 50,
    "many tables": lambda unit: f"a|b|c|d\n-|-|-|-\n{unit}\n- x\n" * 2_000,
}
UNITS = (
    "a", "a ", "![[]()", "[", "![", "*a ", "_a_ ", "*_", "***a** ", "`a``", "`", "&#", "[^1]", "[a](b)", "[](",
    "[](\\*", "[a](\"", "<a ", "<a@b.c>", "<https://a.b> ", "{#", "{a=", "a=b ", "for=a ", ":::", "C:\\a ", "\\", "|",
    "a|", "> ", "1. ", "\x01", "&#8238;", "字", "• ",
)  # fmt: skip
WORST = (
    ("paragraphs", "a"), ("sparse", "!["), ("half a limit", "!["), ("sparse", "<a@b.c>"), ("sparse", "[](\\*"),
    ("lines", "a"), ("few lines", "["), ("lines apart", "a"), ("deep bullets", "a"), ("one action", "a=b"),
    ("wide table", "a"), ("empty tables", "a"), ("many tables", "a"), ("definitions", "a"), ("lines", "\x01"),
    ("half a limit", "*_"),
)  # fmt: skip
UPDATE = "editions/2020-01/customer-services.md"
FRONT_OF = {UPDATE: "", "pages/about.md": "---\ntitle: a\n---\n"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("smallest")
    write_files(smallest(), made)
    return made


def ends_soon(shape: str, unit: str, folder: Path, path: str) -> None:
    data = (FRONT_OF[path] + SHAPES[shape](unit)).encode()[:MOST]
    with within_the_limit(SOON):
        _, sources, findings = read_content(folder, {path: data})
        listing("text", in_order(findings), sources)


@pytest.mark.parametrize(("shape", "unit"), WORST)
def test_a_file_within_the_limits_ends_soon(shape: str, unit: str, folder: Path) -> None:
    """As an update, which may have actions in it; pages are looked at in the long run."""
    ends_soon(shape, unit, folder, UPDATE)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_any_shape_within_the_limits_ends_soon(shape: str, folder: Path) -> None:
    for unit, path in zip(UNITS, cycle(FRONT_OF), strict=False):
        ends_soon(shape, unit, folder, path)
