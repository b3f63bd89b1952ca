"""Small programmes of which the tests of this folder know every word."""

from collections.abc import Mapping
from pathlib import Path

from generator.domain.content import Content
from generator.reading.content import read_content
from tests.examples import smallest, write_files


def written(folder: Path, updates: Mapping[str, str], more: Mapping[str, str] | None = None) -> Content:
    """The smallest programme with an update for each of these months, and with more files."""
    files = smallest() | {name: words.encode() for name, words in (more or {}).items()}
    files["programme.yml"] += b"  questions: [staff, residents]\n"
    for month, update in updates.items():
        files[f"editions/{month}/edition.md"] = f"---\npublished: {month[:7]}-28\n---\nA month.\n".encode()
        files[f"editions/{month}/customer-services.md"] = update.encode()
    write_files(files, folder)
    content, _, findings = read_content(folder)
    assert content is not None, findings
    return content


def future(*actions: str) -> str:
    return "## Future actions\n\n" + "".join(f"- {action}\n" for action in actions)


def completed(*actions: str) -> str:
    return "## Completed\n\n" + "".join(f"- {action}\n" for action in actions)
