"""commands.md: every command with its arguments, options, defaults and examples, from the command line's own parser."""

import argparse
import re
from collections.abc import Iterator

from docs.making.markdown import block, code, link, sentence, table, whole
from generator.cli import make_parser

_DEFAULT = re.compile(r" ?\(default: (?P<words>.*)\)$", re.DOTALL)
_FIRST = """\
`golden COMMAND --help` tells the same in the terminal. Where a command takes a folder of content and none is named,
it takes `content` in the folder in which you are.
"""
_CODES = (
    ("0", "All is well."),
    ("1", "The content has errors; with `--strict`, warnings as well."),
    ("2", "A mistake of usage or of the machine: one line says which."),
    ("130", "You have ended it with Ctrl+C."),
    ("129, 143", "Its terminal was closed, or it was told to end (`SIGHUP`, `SIGTERM`)."),
)
_ENVIRONMENT = (
    ("`SOURCE_DATE_EPOCH`", "Seconds since 1970: the day of a build for which `--on` names none."),
    ("`NO_COLOR`", "Where it is set, no colours are used unless `--colour always` asks for them."),
)


def page() -> str:
    commands = dict(commands_of(make_parser()))
    return whole(
        "Commands",
        _FIRST,
        table(("command", "what it does"), ((link(f"golden {name}"), _about(it)) for name, it in commands.items())),
        "## Exit codes",
        table(("code", "what it means"), _CODES),
        "## What the environment says",
        table(("name", "what it does"), _ENVIRONMENT),
        *(part for name, command in commands.items() for part in _told(name, command)),
    )


def commands_of(parser: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command by its words, those within it after it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield f"{before}{name}", command
                yield from commands_of(command, f"{before}{name} ")


def examples_of(command: argparse.ArgumentParser) -> tuple[str, ...]:
    """The examples below its help, each as it would be typed."""
    lines = "".join(f"{line}\n" for line in (command.epilog or "").splitlines() if line.startswith("  "))
    joined = re.sub(r" *\\\n +", " ", lines)
    return tuple(re.findall(r"^  (golden .+?)(?:  +.*| for a spreadsheet)?$", joined, re.MULTILINE))


def _about(command: argparse.ArgumentParser) -> str:
    return command.description or ""


def _told(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    actions = [it for it in command._actions if not isinstance(it, argparse._HelpAction)]
    inner = [it for it in actions if isinstance(it, argparse._SubParsersAction)]
    given = [it for it in actions if it not in inner]
    yield f"## `golden {name}`"
    yield _about(command)
    yield block("text", " ".join(("golden", name, *_usage(given, bool(inner)))))
    positional = [it for it in given if not it.option_strings]
    options = [it for it in given if it.option_strings]
    if positional:
        yield table(("argument", "what it is", "without it"), map(_row, positional))
    if options:
        yield table(("option", "what it does", "without it"), map(_row, options))
    for group in command._mutually_exclusive_groups:
        if group.required:
            names = [code(it.option_strings[0]) for it in group._group_actions]
            yield f"One of {', '.join(names[:-1])} and {names[-1]} must be given, and no more than one."
    lines = (command.epilog or "").splitlines()
    examples = [line.removeprefix("  ") for line in lines if line.startswith("  ")]
    if examples:
        yield block("console", "\n".join(examples))
    yield " ".join(line for line in lines if not line.startswith("  ") and line != "examples:")


def _usage(given: list[argparse.Action], has_inner: bool) -> Iterator[str]:
    for action in given:
        if action.option_strings and action.required:
            yield _named(action, action.option_strings[0])
    if any(action.option_strings and not action.required for action in given):
        yield "[OPTIONS]"
    if has_inner:
        yield "ACTION ..."
    for action in given:
        if not action.option_strings:
            name = _metavar(action)
            yield f"[{name}]" if action.nargs == "?" else f"{name} [{name} ...]" if action.nargs == "+" else name


def _metavar(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    return str(action.metavar or (action.dest if action.choices is None else action.dest.upper()))


def _named(action: argparse.Action, option: str) -> str:
    return f"{option} {_metavar(action)}".strip()


def _row(action: argparse.Action) -> tuple[str, str, str]:
    told = (action.help or "") % {**vars(action), "prog": "golden"}
    what = sentence(_DEFAULT.sub("", told))
    if action.choices and action.metavar is None:
        what += " One of: " + ", ".join(map(code, action.choices)) + "."
    longest = sorted(action.option_strings, key=len, reverse=True)
    names = [_named(action, longest[0]), *longest[1:]] if longest else [_metavar(action)]
    return ", ".join(map(code, names)), what, _without(action, told)


def _without(action: argparse.Action, told: str) -> str:
    if action.required:
        return "it must be given"
    default = _DEFAULT.search(told)
    words = default["words"] if default else ""
    return code(words) if words and words == str(action.default) else words
