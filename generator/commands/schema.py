"""`golden schema`: JSON Schemas of the files that writers fill in, so that their editors complete and check them."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.commands.arguments import place_named
from generator.commands.terminal import OK, complain
from generator.reading.schemas import SCHEMAS

EXAMPLES = """\
examples:
  golden schema                          the names of the schemas
  golden schema programme                the schema of programme.yml
  golden schema --output .vscode/golden  all of them, one file each, for an editor's settings
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", choices=tuple(SCHEMAS), help="one of: " + ", ".join(SCHEMAS))
    parser.add_argument("--output", "-o", metavar="DIR", type=place_named, help="write every schema into this folder")


def run(arguments: Namespace) -> int:
    if arguments.output is not None:
        return _write_all(arguments.output)
    if arguments.name is None:
        sys.stdout.writelines(f"{name:12}  {SCHEMAS[name]['title']}\n" for name in SCHEMAS)
        return OK
    sys.stdout.flush()
    sys.stdout.buffer.write(_text(arguments.name).encode())
    return OK


def _write_all(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in SCHEMAS:
            (folder / f"{name}.schema.json").write_text(_text(name), encoding="utf-8", newline="\n")
    except OSError as error:
        return complain(f"the schemas cannot be written into `{folder}`: {error.strerror}")
    sys.stdout.write(f"{len(SCHEMAS)} schemas in {folder}\n")
    return OK


def _text(name: str) -> str:
    return json.dumps(SCHEMAS[name], indent=2, ensure_ascii=False) + "\n"
