"""What a build was made from and what it gave, so that the next one can see at once that nothing is left to do.

A receipt holds how every file looked that the build could have read, and every file that it put in place. Where all
look the same, the sites are as a build would make them, and what was said then is said again. A file that was changed
so shortly before that a second change might not show is young: it has to have the same bytes, too.
"""

import os
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.keeping.code import code_key
from generator.keeping.looking import Look, Looks, look_at, look_of
from generator.keeping.packing import NotOurs, pack, unpack

_NUMBER = "q"  # of eight bytes, as a hash is
_MANY = 10_000  # files, from which on it pays to divide the process


@dataclass(frozen=True, slots=True)
class Receipt:
    """`asked` is all that was asked for, in words; `on` the date of the build, `timezone` where the programme is.

    `inputs` are the folders that were read, by path, with how their files looked, and `young` the digests of the young
    files, by their whole paths. `outputs` are the whole paths of the files that were put in place, and of those that
    tell of it; `looks` has a number of eight bytes for how each of them looked. `printed` was written to standard
    output; `said` and `found` are the two ends of the line that was said last; `code` is the exit code.
    """

    made_by: str
    asked: str
    on: str
    timezone: str
    inputs: Mapping[str, Mapping[str, Look]]
    young: Mapping[str, str]
    outputs: tuple[str, ...]
    looks: bytes
    printed: str
    said: str
    found: str
    code: int


def receipt_at(folder: Path, asked: str) -> Path:
    """The file of what was asked for, in the folder of the cache."""
    return folder / f"receipt-{sha256(asked.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def read_receipt(file: Path, asked: str) -> Receipt | None:
    """The receipt, where this same code wrote it and it is whole."""
    try:
        found = unpack(file.read_bytes())
    except (OSError, NotOurs):
        return None
    is_ours = isinstance(found, Receipt) and found.made_by == code_key() and found.asked == asked
    return found if is_ours else None


def still_holds(receipt: Receipt, at_ns: int) -> bool:
    """Whether all that was read and all that was put in place looks as it did."""
    return (
        all(look_at(folder, at_ns).files == files for folder, files in receipt.inputs.items())
        and all(_digest_of(path) == digest for path, digest in receipt.young.items())
        and _look_as_they_did(receipt)  # last, as there are most of these
    )


def _look_as_they_did(receipt: Receipt) -> bool:
    files = list(zip(receipt.outputs, array(_NUMBER, receipt.looks), strict=True))
    if len(files) < _MANY:
        return _all_look_so(files)
    from generator.crew import share_out  # noqa: PLC0415  few programmes have so many files

    return all(share_out(files, _all_look_so))


def _all_look_so(files: Iterable[tuple[str, int]]) -> bool:
    return all(hash(look_of(path)) == look for path, look in files)


def packed(looks: Iterable[Look]) -> bytes:
    """How files looked, as a receipt has it: all by themselves, they would take longer to read than to look at."""
    return array(_NUMBER, map(hash, looks)).tobytes()


def _digest_of(path: str) -> str:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def looks_of_inputs(folders: Sequence[Path], at_ns: int) -> Mapping[str, Looks]:
    return {os.path.abspath(folder): look_at(folder, at_ns) for folder in folders}  # noqa: PTH100  Path.absolute keeps `..`


def young_in(looks: Mapping[str, Looks]) -> frozenset[str]:
    """The whole paths of files of which a later change might not show."""
    return frozenset(
        f"{folder}/{path}" for folder, found in looks.items() for path in found.files if not found.is_settled(path)
    )


def digests_of(paths: Iterable[str]) -> dict[str, str]:
    return {path: _digest_of(path) for path in paths}


def grown_up(receipt: Receipt, at_ns: int) -> Receipt | None:
    """The same without young files, where a receipt that holds has some, and they have grown old by now."""
    looks = {folder: Looks(at_ns, dict(files)) for folder, files in receipt.inputs.items()}
    return replace(receipt, young={}) if receipt.young and not young_in(looks) else None


def write_receipt(file: Path, receipt: Receipt) -> None:
    """Whole or not at all. A disk that does not take it keeps us from nothing but a faster build."""
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(exist_ok=True)
        part.write_bytes(pack(receipt))
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
