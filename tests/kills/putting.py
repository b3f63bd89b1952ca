"""Puts small sites into the folder named, for a test that lets one of its system calls fail."""

import sys
from pathlib import Path

from generator.output import disk
from generator.output.failures import OutputFailed, OutputRefused
from generator.output.put import PutManner, put_in_place

OLD = {
    "staff": {"index.html": b"old home", "same.html": b"same", "gone/old.html": b"gone", "plan": b"a file"},
    "residents": {"index.html": b"old plain"},
}
NEW = {
    "staff": {"index.html": b"new home", "same.html": b"same", "more/new.html": b"new", "plan/index.html": b"a folder"},
    "residents": {"index.html": b"new plain"},
}


def main(output: Path, options: list[str]) -> int:
    is_atomic = "--atomic" in options
    if "--as-very-many" in options:
        disk._VERY_MANY = 1
    try:
        put_in_place(output, NEW, PutManner(is_atomic=is_atomic))
    except (OutputFailed, OutputRefused) as error:
        sys.stderr.write(f"golden: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
