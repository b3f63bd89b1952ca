"""Pictures that stood in documents: saved where pages can show them, or told of where they cannot."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.domain.prose import InlineImage, Prose, Run, Text
from generator.domain.rewording import map_runs
from generator.importing.document import Grid, ImportedDocument, Piece, Remark
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
        filing = _Filing(self, document)
        pieces = tuple(map(filing.piece, document.pieces))
        return replace(document, pieces=pieces, remarks=(*document.remarks, *filing.remarks))

    def keep(self, data: bytes, kind: str) -> str:
        """The name that it has now in the folder."""
        name = f"picture-{len(self.files) + 1}.{kind}"
        self.files[name] = data
        return name


class _Filing:
    """The pictures of one document on their way into the album; one that stands in it twice is kept once."""

    def __init__(self, album: Album, document: ImportedDocument) -> None:
        self.album = album
        self.document = document
        self.names: dict[str, str] = {}  # in the folder, by the targets that the document has
        self.remarks: list[Remark] = []

    def piece(self, piece: Piece) -> Piece:
        def changed(prose: Prose) -> Prose:
            return map_runs(prose, lambda run: tuple(self.run(run, piece.place)))

        if isinstance(piece.part, Grid):
            rows = tuple(tuple(changed(cell) for cell in row) for row in piece.part.rows)
            return replace(piece, part=replace(piece.part, rows=rows))
        return replace(piece, part=changed((piece.part,))[0])

    def run(self, run: Run, place: str) -> Iterator[Run]:
        if not isinstance(run, InlineImage):
            yield run
            return
        data = self.document.pictures.get(run.target)
        kind = kind_of(data) if data else ""
        if data is None or not kind:
            what = f"the picture `{run.target}`" if data is None else "a picture"
            why = f"{what} is not brought in; save it as PNG or JPEG, and put it in by hand"
            self.remarks.append(Remark(why, place))
            yield Text(run.alt)
            return
        if run.target not in self.names:
            self.names[run.target] = self.album.keep(data, kind)
        path = f"images/{self.album.folder}/{self.names[run.target]}"
        if not run.alt.strip():
            self.album.without_alt.append(Missing(path, f"{self.document.name}, {place}"))
        yield InlineImage(f"../../{path}", run.alt)


def kind_of(data: bytes) -> str:
    """The ending of a form that web pages can show, by its first bytes; empty for others, such as Word's own."""
    if data.startswith(_WEBP[0]) and data[8:12] == _WEBP[1]:
        return "webp"
    return next((ending for begin, ending in _KINDS if data.startswith(begin)), "")
