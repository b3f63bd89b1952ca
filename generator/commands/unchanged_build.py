"""What is said of a build that has nothing to do, and kept so that it can be said at once the next time."""

from argparse import Namespace

from generator import fast_path
from generator.commands.arguments import fixed_day, hours_of
from generator.commands.terminal import MACHINE_FORMATS
from generator.keeping.receipt import Receipt
from generator.keeping.stamps import whole_path


def keep_answer(receipt: Receipt, arguments: Namespace) -> None:
    """For the next time that the same words are given, if the fast path can understand them."""
    words = arguments.as_given
    is_found = whole_path(fast_path.output_of(words)) == whole_path(arguments.output)
    if is_found and not arguments.no_cache:
        hours = (0.0, float("inf")) if fixed_day(arguments) else hours_of(receipt.on, receipt.timezone)
        fast_path.keep(words, receipt, hours, told_again(receipt, arguments))


def told_again(receipt: Receipt, arguments: Namespace) -> tuple[str, str]:
    """What is said of a build that has nothing to do, on standard output and on standard error."""
    lines = [summary(receipt.said, 0, receipt.found, fast_path.SECONDS)]
    if arguments.explain:
        lines.insert(0, "nothing was made again: all that it is made from, and all that was made, looks as it did")
    told = "" if arguments.quiet else "".join(f"{line}\n" for line in lines)
    return (receipt.printed, told) if arguments.format in MACHINE_FORMATS else (receipt.printed + told, "")


def summary(said: str, changed: int, found: str, took: str) -> str:
    """`took` are seconds."""
    return f"{said}, {changed} of them changed, in {took} s{found}"
