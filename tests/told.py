"""Commands that a page tells its readers to run."""

from collections.abc import Sequence

from generator.cli import main, make_parser


def run_as_told(words: Sequence[str]) -> int:
    """Runs it; one that would go on until somebody ends it is only understood. Gives its exit code."""
    if words[0] == "serve":
        make_parser("serve").parse_args(words)
        return 0
    return main(words)
