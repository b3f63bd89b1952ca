"""The programme that is imported into, read once."""

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.authoring.sourced_content import SourcedContent, read_sourced_content
from tests.examples import write_files
from tests.importing.documents import PROGRAMME


@cache
def content_folder() -> Path:
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    write_files({path: text.encode() for path, text in PROGRAMME.items()}, Path(folder.name) / "content")
    return Path(folder.name) / "content"


@cache
def sourced() -> SourcedContent:
    found, _, _ = read_sourced_content(content_folder())
    assert found
    return found
