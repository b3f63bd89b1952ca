"""The programme that is imported into, read once."""

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.authoring.ground import Ground, survey
from tests.examples import write_files
from tests.importing.documents import PROGRAMME


@cache
def content_folder() -> Path:
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    write_files({path: text.encode() for path, text in PROGRAMME.items()}, Path(folder.name) / "content")
    return Path(folder.name) / "content"


@cache
def ground() -> Ground:
    found, _, _ = survey(content_folder())
    assert found
    return found
