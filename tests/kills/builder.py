"""Runs `golden` again and again, each time in a process of its own that can be killed: `python -m tests.kills.builder`.

Reads the arguments of one run from each line, as JSON; answers with the number of its process, then with how it ended
as waitpid says it. What Python has to load for a build is loaded once, so that a run takes a tenth of the time.
"""

import json
import os
import sys
from pathlib import Path

from generator.cli import main


def serve(log: Path) -> None:
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            _run(json.loads(line), log)
        _answer(process)
        _answer(os.waitpid(process, 0)[1])


def _run(arguments: list[str], log: Path) -> None:
    """As from the shell, with all that it prints in the log."""
    code = 70
    try:
        opened = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, 1)
        os.dup2(opened, 2)
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(["check", "--quiet", "--on", "2020-02-01", str(Path(__file__).parents[1] / "programmes" / "smallest")])
    serve(Path(sys.argv[1]))
