"""What holds for every test."""

import gc
import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from tests.quick import QUICK

# A slow machine is no fault of the code. In CI each run tries the same examples, so that a red one can be repeated;
# elsewhere it tries new ones. The long form tries four times as many.
EXAMPLES = 200 if os.environ.get("LONG") else 50
settings.register_profile("default", deadline=None, max_examples=EXAMPLES)
settings.register_profile("ci", deadline=None, max_examples=EXAMPLES, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# Files of few tests that take from a quarter of a minute to a whole one. xdist begins with what has most tests, so that
# one process was at work on the last of these for half a minute while the others had nothing left to do.
BEGUN_FIRST = (
    *("authoring/test_a_year.py", "browser/test_axe.py", "browser/test_html.py", "browser/test_injection.py"),
    *("browser/test_keyboard.py", "browser/test_media.py", "browser/test_titles.py", "kills/test_faults.py"),
    *("kills/test_kills.py", "kills/test_pairs.py", "kills/test_publishing.py", "making/test_branding.py"),
    *("pdf/test_injection.py", "pdf/test_validity.py", "properties/test_again.py", "properties/test_bytes.py"),
    "properties/test_interference.py",
)


def pytest_configure(config: pytest.Config) -> None:
    """The long tests, and those of a release, run when they are asked for with `-m`."""
    if not config.option.markexpr:
        config.option.markexpr = "not long and not release"
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as it is for what a shell has started in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.option.loadscopereorder = False  # xdist's own order, in place of that below
    if "PYTEST_XDIST_WORKER" not in os.environ:  # workers get the environment of the process that starts them
        _keep_out_of_the_user_s_cache(config)
        os.environ["GOLDEN_TESTS_SHARED"] = _folder_of_the_run(config, "shared")  # as tests/building.py has it


def _keep_out_of_the_user_s_cache(config: pytest.Config) -> None:
    """What builds keep for their user lasts as long as the tests; those of all workers, and new processes, share it.

    It is said before any module of ours is imported, since one asks for the folder as it is loaded.
    """
    os.environ["XDG_CACHE_HOME"] = _folder_of_the_run(config, "cache")


def _folder_of_the_run(config: pytest.Config, name: str) -> str:
    folder = TemporaryDirectory(prefix=f"golden-thread-{name}-")
    config.add_cleanup(folder.cleanup)
    return folder.name


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where processes share the files out, the longest come first and the smallest last; each keeps its own order."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = Path(__file__).parent
        number = Counter(item.path for item in items)
        first = {folder / name for name in BEGUN_FIRST}
        if gone := sorted(str(path) for path in first if not path.is_file()):
            raise pytest.UsageError(f"BEGUN_FIRST in tests/conftest.py names what is not there: {', '.join(gone)}")
        items.sort(key=lambda item: (item.path not in first, -number[item.path]))


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: looked through five thousand times, it took a tenth of all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """The command turns Python's collector off for as long as a build lasts, since its process ends with it. Ours goes
    on: without a collector it came to hold gigabytes.
    """
    yield
    gc.enable()


@pytest.fixture
def quick_path() -> Iterator[Path]:
    """As tmp_path, for tests that write as often as others draw breath."""
    with TemporaryDirectory(dir=QUICK) as folder:
        yield Path(folder)
