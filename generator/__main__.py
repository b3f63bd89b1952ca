"""The program `golden`, as `python -m generator` is. What it is asked for the command line reads, in cli.py.

Nothing large may be imported here: most builds have nothing to do, and see that at a glance.
"""

import codecs
import gc
import os
import sys
from io import BufferedWriter, TextIOWrapper

from generator.fast_path import answer_at_once

TYPE_CHECKING = False  # typing would take longer to load than all that is done here
if TYPE_CHECKING:
    from io import FileIO

    from _typeshed import ReadableBuffer

_FAILED = 2
_STREAMS = (-11, -12)  # STD_OUTPUT_HANDLE and STD_ERROR_HANDLE
_KNOWS_CODES = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
_AS_CAN_BE_SHOWN = "as can be shown"
_GONE = "the folder in which you stand is no longer there; go into another one, and try again"


def run() -> None:
    """The whole program: does what its words ask for, and ends."""
    _open_streams()
    let_colours_through()
    try:
        try:
            code = _do()
        finally:
            sys.stdout.flush()
    except _Unsaid as unsaid:
        code = _after(unsaid)
    _end(code)


def _do() -> int:
    try:
        os.getcwd()
    except OSError:
        sys.stderr.write(f"golden: {_GONE}\n")
        return _FAILED
    code = answer_at_once(sys.argv[1:])
    if code is None:
        from generator.cli import run_to_the_end  # noqa: PLC0415  a build with nothing to do has been answered

        code = run_to_the_end()
    return code


class _Unsaid(OSError):
    """One of our own streams cannot be written to."""


class _Stream(BufferedWriter):
    """By which we speak: that it fails is told apart from all else that may."""

    is_unbuffered = False

    def write(self, words: "ReadableBuffer", /) -> int:
        try:
            written = super().write(words)
            if self.is_unbuffered:
                super().flush()
        except OSError as error:
            raise _Unsaid(error.errno, error.strerror) from error
        return written

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise _Unsaid(error.errno, error.strerror) from error


def _open_streams() -> None:
    if sys.stdin is None:  # it was closed before we began, and nobody can be asked
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before we began
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        if type(stream := getattr(sys, name)) is TextIOWrapper:  # not what a test puts in its place
            setattr(sys, name, _telling(stream))


def let_colours_through() -> None:
    """A console of Windows shows the codes of colours as letters, unless the program says that they are codes; one that
    cannot be told so gets none. Source: https://learn.microsoft.com/en-us/windows/console/console-virtual-terminal-sequences
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  no other system has such consoles

        consoles, mode = ctypes.windll.kernel32, ctypes.c_ulong()
        for handle in map(consoles.GetStdHandle, _STREAMS):
            is_console = consoles.GetConsoleMode(handle, ctypes.byref(mode))
            if is_console and not consoles.SetConsoleMode(handle, mode.value | _KNOWS_CODES):
                os.environ["NO_COLOR"] = "1"


def _telling(stream: "TextIOWrapper[BufferedWriter | FileIO]") -> TextIOWrapper:
    """A stream of ours in its place."""
    encoding, by_lines, beneath = stream.encoding, stream.line_buffering, stream.detach()
    ours = _Stream(beneath.detach() if isinstance(beneath, BufferedWriter) else beneath)
    ours.is_unbuffered = not isinstance(beneath, BufferedWriter)
    codecs.register_error(_AS_CAN_BE_SHOWN, _as_can_be_shown)
    return TextIOWrapper(ours, encoding, _AS_CAN_BE_SHOWN, line_buffering=by_lines, write_through=ours.is_unbuffered)


def _as_can_be_shown(error: UnicodeError) -> tuple[str | bytes, int]:
    """What a terminal shows in place of a letter that it has not: its code, but for a minus sign, whose code would read
    as one with the number after it.
    """
    if isinstance(error, UnicodeEncodeError):
        error.end = error.start + 1
        if error.object[error.start] == "−":
            return "-", error.end
    return codecs.backslashreplace_errors(error)


def _after(unsaid: _Unsaid) -> int:
    """The exit code, after what has not been said. What is left of it goes nowhere: else Python would try once more at
    the end, and complain.
    """
    is_seen = isinstance(unsaid.__cause__, BrokenPipeError)  # the reader of our output, such as head, has seen enough
    if not is_seen:
        try:
            sys.stderr.write(f"golden: what we have to say could not be written: {str(unsaid.strerror).lower()}\n")
            sys.stderr.flush()
        except _Unsaid:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if is_seen else _FAILED


def _end(code: int) -> None:
    """To take apart what a build has in mind would take a good part of its time: the system takes it back at once."""
    if not gc.isenabled():  # by a build, for as long as it lasts
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
