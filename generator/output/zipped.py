"""One audience's site as a zip file: the same site gives the same bytes, and the file changes whole or not at all."""

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import crc32

from generator.output.disk import remove, rename, sync
from generator.output.failures import failing_in_words, refuse
from generator.output.look import PathState, state_of
from generator.output.publication import Publication, as_json, from_json
from generator.output.site_folder import refuse_inside_a_site, refuse_missing
from generator.values import dataclass

ENDING = ".zip"

_MARK = b"Golden Thread: "  # begins the comment of a zip file that is ours
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can tell, so that no clock is in it
_A_FILE_THAT_ALL_MAY_READ = 0o100644 << 16
_UNIX = 3  # made everywhere as on Unix, because the rights are told in its way
_LEVEL = 9

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Zipped:
    """The file that is to hold a site, which needs no unpacking program of ours; the path is whole."""

    file: Path

    def last(self) -> Publication | None:
        """What it holds of ours; None where there is none yet. Raises OutputRefused where it is somebody else's."""
        refuse_missing(self.file.parent)
        refuse_inside_a_site(self.file)
        stands = state_of(self.file)
        if stands is PathState.NOTHING:
            return None
        if stands is PathState.A_FOLDER or self.file.is_symlink():
            refuse(f"`{self.file}` is a folder or a link: name a file")
        try:
            return self._publication()
        except (BadZipFile, ValueError, NotImplementedError, RecursionError):
            refuse(f"`{self.file}` is there, and we did not make it: move it away, or name another file")

    def _publication(self) -> Publication:
        with failing_in_words("read", self.file), ZipFile(self.file) as opened:
            comment = opened.comment
        if not comment.startswith(_MARK):
            raise ValueError("not ours")
        return from_json(json.loads(comment.removeprefix(_MARK)))

    def made(self) -> Mapping[str, str]:
        """What it holds, each file by what it is known by. Nothing is unpacked."""
        if state_of(self.file) is PathState.NOTHING:
            return {}
        with failing_in_words("read", self.file), ZipFile(self.file) as opened:
            return {it.filename: _known_by(it.CRC, it.file_size) for it in opened.infolist()}

    def put(self, files: Files, publication: Publication, first: Callable[[], None] = lambda: None) -> None:
        """Writes the file beside its place and renames it. `first` is called before anything is changed.

        What a run that was killed has left of it is cleared away. Raises OutputFailed.
        """
        data = zip_bytes(files, publication)
        first()
        part = self.file.with_name(f".{self.file.name}.{token_hex(8)}.part")
        with failing_in_words("write", self.file):
            for left in self.file.parent.glob(f".{_literal(self.file.name)}.{'[0-9a-f]' * 16}.part"):
                remove(left)
            if state_of(self.file, data) is PathState.THE_SAME:
                return
            try:
                part.write_bytes(data)
                sync((part,), ())
                rename(part, self.file)
            finally:
                remove(part)
        sync((), (self.file.parent,))


def zip_bytes(files: Files, publication: Publication) -> bytes:
    """The files in the order of their names, all of the same day and with the same rights."""
    written = BytesIO()
    with ZipFile(written, "w") as opened:
        for path in sorted(files):
            entry = ZipInfo(path, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _A_FILE_THAT_ALL_MAY_READ
            opened.writestr(entry, files[path], ZIP_DEFLATED, _LEVEL)
        opened.comment = _MARK + as_json(publication).encode()
    return written.getvalue()


def known_by(files: Files) -> Mapping[str, str]:
    """As `Zipped.made`, of files that are not in it yet."""
    return {path: _known_by(crc32(data), len(data)) for path, data in files.items()}


def _known_by(checksum: int, length: int) -> str:
    return f"{checksum:08x} {length}"


def _literal(name: str) -> str:
    return "".join(f"[{it}]" if it in "*?[" else it for it in name)
