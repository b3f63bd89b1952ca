"""`golden completion`: completion for shells, made from the command line's own description by shtab."""

import sys
from argparse import ArgumentParser, Namespace

import shtab

from generator.commands.terminal import OK

SHELLS = ("bash", "zsh", "tcsh")
EXAMPLES = """\
examples:
  golden completion bash > ~/.local/share/bash-completion/completions/golden
  golden completion zsh > ~/.zfunc/_golden
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to complete golden's commands")


def run(arguments: Namespace) -> int:
    """`arguments.whole` makes the parser of all commands."""
    sys.stdout.write(shtab.complete(arguments.whole(), arguments.shell))
    return OK
