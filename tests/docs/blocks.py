"""The blocks of YAML that a page of the docs shows."""

import re
from pathlib import Path

_BLOCK = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def yaml_in(page: Path) -> list[str]:
    found = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return ["".join(line.removeprefix(indent) for line in body.splitlines(keepends=True)) for indent, body in found]
