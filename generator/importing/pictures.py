"""Pictures that stood in documents: saved where pages can show them, or told of where they cannot."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.domain.prose import InlineImage, Prose, Run, Text
from generator.domain.rewording import map_runs
from generator.importing.document import Grid, ImportedDocument, Piece
from generator.values import dataclass

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))
_WEBP = (b"RIFF", b"WEBP")


@dataclass(frozen=True, slots=True)
class Missing:
    """A picture without words for those who cannot see it."""

    path: str
    place: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """`files` by their names in the folder; `without_alt` are those of which nobody said what they show."""

    files: Mapping[str, bytes]
    without_alt: tuple[Missing, ...]


class Album:
    """The pictures of one import, numbered in the order in which they stand."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.without_alt: list[Missing] = []

    def made(self) -> Pictures:
        return Pictures(self.files, tuple(self.without_alt))

    def filed(self, document: ImportedDocument) -> ImportedDocument:
        """The document with its pictures' targets as our own files have them."""
        remarks: list[str] = []
        named: dict[str, str] = {}
        pieces = tuple(self._piece(piece, document, named, remarks) for piece in document.pieces)
        return replace(document, pieces=pieces, remarks=(*document.remarks, *remarks))

    def _piece(self, piece: Piece, document: ImportedDocument, named: dict[str, str], remarks: list[str]) -> Piece:
        def change(run: Run) -> tuple[Run, ...]:
            return tuple(self._run(run, piece.place, document, named, remarks))

        def changed(prose: Prose) -> Prose:
            return map_runs(prose, change)

        if isinstance(piece.part, Grid):
            rows = tuple(tuple(changed(cell) for cell in row) for row in piece.part.rows)
            return replace(piece, part=replace(piece.part, rows=rows))
        return replace(piece, part=changed((piece.part,))[0])

    def _run(
        self, run: Run, place: str, document: ImportedDocument, named: dict[str, str], remarks: list[str]
    ) -> Iterator[Run]:
        if not isinstance(run, InlineImage):
            yield run
            return
        data = document.pictures.get(run.target)
        kind = kind_of(data) if data else ""
        if data is None or not kind:
            what = f"the picture `{run.target}`" if data is None else "a picture"
            remarks.append(f"{place}: {what} is not brought in; save it as PNG or JPEG, and put it in by hand")
            yield Text(run.alt)
            return
        if run.target not in named:
            named[run.target] = f"picture-{len(self.files) + 1}.{kind}"
            self.files[named[run.target]] = data
        path = f"images/{self.folder}/{named[run.target]}"
        if not run.alt.strip():
            self.without_alt.append(Missing(path, f"{document.name}, {place}"))
        yield InlineImage(f"../../{path}", run.alt)


def kind_of(data: bytes) -> str:
    """The ending of a form that web pages can show, by its first bytes; empty for others, such as Word's own."""
    if data.startswith(_WEBP[0]) and data[8:12] == _WEBP[1]:
        return "webp"
    return next((ending for begin, ending in _KINDS if data.startswith(begin)), "")
