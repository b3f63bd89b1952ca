"""One file brought into the programme of sourced.py, and what became of it; the file is where no other test writes."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.authoring.naming import EditionName
from generator.domain.edition import State
from generator.domain.prose import plain_words
from generator.importing.bringing import Brought, ImportRequest, bring
from generator.importing.document import ImportedDocument
from generator.importing.opening import open_document
from generator.importing.placed import Placing
from tests.importing.sourced import content_folder, sourced

REQUEST = ImportRequest(EditionName(2020, 1), EditionName(2020, 1).last_day)
OF_FINANCE = replace(REQUEST, workstream="finance")


def brought(name: str, file: str | bytes, request: ImportRequest = REQUEST) -> Brought:
    """Raises CannotImportError."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(file.encode() if isinstance(file, str) else file)
        return bring([open_document(path)], sourced(), content_folder(), request)


def placed(name: str, file: str | bytes, request: ImportRequest = REQUEST) -> Placing:
    return brought(name, file, request).placing


def actions(placing: Placing) -> dict[str, list[tuple[State, str, str]]]:
    """By workstream; of each its state, the words of its first paragraph, and its due."""
    return {
        id_: [(it.state, plain_words(it.text[:1]), it.due) for it in section.actions]
        for id_, section in placing.updates.items()
    }


def actions_and_rest(text: str) -> tuple[dict[str, list[str]], str]:
    """The actions of a text by workstream, in their words, and the words that have no place yet."""
    placing = placed("typed.txt", text)
    found = {it: [plain_words(action.text) for action in part.actions] for it, part in placing.updates.items()}
    return found, " ".join(plain_words(it.prose) for it in placing.unplaced)


def remarks_of(imported: ImportedDocument | Placing) -> tuple[str, ...]:
    """As the person who imports reads them."""
    return tuple(map(str, imported.remarks))
