"""What `--help` says, set to the width of the terminal: paragraphs, examples, and the list of commands."""

import re
from argparse import Action, RawDescriptionHelpFormatter
from collections.abc import Iterator

_EXAMPLE = re.compile(r"  (?P<command>\S.*?)(?:  +(?P<words>\S.*))?")
_WORDS = re.compile(r" {3,}(?P<words>\S.*)")  # of the example above them


class HelpForm(RawDescriptionHelpFormatter):
    """Keeps the lines of a text as its author set them where the terminal has room for all of them. Where it has not,
    paragraphs are wrapped, and what an example does stands below it. A command is never broken: it is to be copied.
    """

    def add_argument(self, action: Action) -> None:
        """Makes room for the names of commands, which stand further in than argparse allows for."""
        super().add_argument(action)
        for inner in self._iter_indented_subactions(action):
            length = len(self._format_action_invocation(inner)) + self._current_indent
            self._action_max_length = max(self._action_max_length, length)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = text.rstrip().splitlines()
        if max(map(len, lines), default=0) > width:
            lines = list(_set(lines, width))
        return "".join(f"{indent}{line}\n" for line in lines)


def _set(lines: list[str], width: int) -> Iterator[str]:
    from generator.text.wrapping import wrapped  # noqa: PLC0415  every command starts here, and few are asked for help

    paragraph: list[str] = []
    for line in lines:
        if line and not line.startswith(" ") and not line.endswith(":"):
            paragraph.append(line)
            continue
        yield from wrapped(" ".join(paragraph), width)
        paragraph.clear()
        command, words = _parted(line)
        yield from [command] if command or not words else []
        yield from wrapped(words, width, "      ", "      ")
    yield from wrapped(" ".join(paragraph), width)


def _parted(line: str) -> tuple[str, str]:
    """The command of an example, and what it does; either may be empty. Other lines stay whole."""
    if words := _WORDS.fullmatch(line):
        return "", words["words"]
    if example := _EXAMPLE.fullmatch(line):
        return f"  {example['command']}", example["words"] or ""
    return line, ""
