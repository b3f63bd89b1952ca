"""The program `golden`, as `python -m generator` is. What it is asked for the command line reads, in cli.py.

Nothing large may be imported here: most builds have nothing to do, and see that at a glance.
"""

import gc
import os
import sys

from generator.glance import look

_FAILED = 2


def run() -> None:
    """The whole program: does what its words ask for, and ends."""
    _open_streams()
    try:
        code = look(sys.argv[1:])
        if code is None:
            from generator.cli import main  # noqa: PLC0415  most builds have nothing to do

            code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        code = 0
        _say_no_more()
    except OSError as error:
        if error.filename is not None:
            raise
        code = _FAILED
        sys.stderr.write(f"golden: what we have to say could not be written: {str(error.strerror).lower()}\n")
        _say_no_more()
    _end(code)


def _open_streams() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before we began
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  no pathlib here; open to the end
        if hasattr(stream := getattr(sys, name), "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter shows its code


def _say_no_more() -> None:
    """What is left of our output goes nowhere: else Python would try once more at the end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(code: int) -> None:
    """To take apart what a build has in mind would take a good part of its time: the system takes it back at once."""
    if not gc.isenabled():  # by a build, for as long as it lasts
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
