"""What a command tells, as it is handed over: to a terminal, to another program, or as a file."""

import codecs
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.commands.placing import refuse_within
from generator.commands.terminal import Refused
from generator.output.loose import put_loose_files


def add_output_file(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--output",
        "-o",
        metavar="FILE",
        type=Path,
        help="write it into this file, which is safe where `>` changes letters, as in PowerShell",
    )


def hand_over(words: str, arguments: Namespace) -> None:
    """Into the file that was named, else to standard output.

    Words in any form but text are for other programs: UTF-8 with our own line ends, whatever the terminal uses. A table
    has a byte order mark, as those of the sites have: spreadsheets take it for another encoding without one.
    Raises Refused, OutputRefused, OutputFailed.
    """
    data = (codecs.BOM_UTF8 if arguments.format == "csv" else b"") + words.encode()
    if arguments.output is not None:
        refuse_within(arguments.content, arguments.output)
        if arguments.output.is_dir():
            example = arguments.output / "it.txt"
            raise Refused(f"`{arguments.output}` is a folder: name a file, such as `{example}`")
        put_loose_files(arguments.output.parent, {arguments.output.name: data})
    elif arguments.format == "text":
        sys.stdout.write(words)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
