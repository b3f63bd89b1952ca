from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of the system that is kept in memory, where there is one


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder for thousands of builds. What kills prove is the order of our steps, which is the same on any disk."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)
