"""What a build was made from and what it gave, so that the next one can see at once that nothing is left to do.

A receipt holds how every file looked that the build could have read, and every file that it put in place. Where all
look the same, the sites are as a build would make them, and what was said then is said again. A file that was changed
so shortly before that a second change might not show is young: it has to have the same bytes, too.

It is read before anything is known to be needed, so nothing large may be imported here.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from zlib import crc32

from generator.keeping.binding import Damaged, discard, names_in, read_bound, text, write_bound
from generator.keeping.code import code
from generator.keeping.stamps import Identity, Stamp, files_below, identity_of, is_settled, stamp_of

_NUMBER = "q"  # of eight bytes, as a hash is
_MANY = 10_000  # files, from which on it pays to divide the process
_BETWEEN = "\0"  # which no path has
_NAME = "receipt-"


class Receipt:
    """`asked` is all that was asked for, in words; `on` the date of the build, `timezone` where the programme is.

    `inputs` are the folders that were read, by path, with a listing of how their files looked, and `young` the digests
    of the young files, by their whole paths. `outputs` are the whole paths of the files that were put in place, and of
    those that tell of it; `hashes` has one of eight bytes of the identity of each. `printed` was written to
    standard output; `said` and `found` are the two ends of the line that was said last.
    """

    def __init__(
        self,
        *,
        asked: str,
        on: str,
        timezone: str,
        inputs: Mapping[str, str],
        young: Mapping[str, str],
        outputs: Sequence[str],
        hashes: bytes,
        printed: str,
        said: str,
        found: str,
    ) -> None:
        self.asked = asked
        self.on = on
        self.timezone = timezone
        self.inputs = inputs
        self.young = young
        self.outputs = outputs
        self.hashes = hashes
        self.printed = printed
        self.said = said
        self.found = found

    @property
    def mark(self) -> str:
        """By which that which was said of it is known to be of it."""
        told = (self.asked, self.on, self.printed, self.said, self.found)
        return f"{crc32(repr(told).encode('utf-8', 'surrogateescape')):08x}"

    def without_young(self) -> "Receipt":
        return Receipt(**{**vars(self), "young": {}})


def _file(folder: str, asked: str) -> str:
    """That of what was asked for, in the folder of the cache."""
    return f"{folder}/{_NAME}{crc32(asked.encode('utf-8', 'surrogateescape')):08x}"


def read_receipt(folder: str, asked: str) -> Receipt | None:
    """The receipt for what was asked, where this same code wrote it and it is whole."""
    receipt = _read(_file(folder, asked))
    return receipt if receipt and receipt.asked == asked else None


def _read(file: str) -> Receipt | None:
    try:
        made_by, hashes, *parts = read_bound(file)
    except (Damaged, ValueError):
        return None
    if text(made_by) != code():
        return None
    asked, on, timezone, printed, said, found, inputs, young, outputs = map(text, parts)
    return Receipt(
        asked=asked,
        on=on,
        timezone=timezone,
        inputs=_by_path(inputs),
        young=_by_path(young),
        outputs=outputs.split(_BETWEEN),
        hashes=hashes,
        printed=printed,
        said=said,
        found=found,
    )


def write_receipt(folder: str, receipt: Receipt) -> None:
    told = [receipt.asked, receipt.on, receipt.timezone, receipt.printed, receipt.said, receipt.found]
    told += [_BETWEEN.join(chain.from_iterable(it.items())) for it in (receipt.inputs, receipt.young)]
    write_bound(_file(folder, receipt.asked), [code(), receipt.hashes, *told, _BETWEEN.join(receipt.outputs)])


def forget_other_receipts(folder: str, receipt: Receipt) -> None:
    """Drops the receipts of builds that read what has changed since: no build can use them, and they say what was found
    then, which may be just the words that somebody has since taken out.
    """
    for name in names_in(folder, _NAME):
        other = _read(f"{folder}/{name}")
        if other is None or any(other.inputs.get(it, listed) != listed for it, listed in receipt.inputs.items()):
            discard(f"{folder}/{name}")


def _by_path(told: str) -> dict[str, str]:
    parts = told.split(_BETWEEN) if told else []
    return dict(zip(parts[::2], parts[1::2], strict=True))


def still_holds(receipt: Receipt) -> bool:
    """Whether all that was read and all that was put in place looks as it did."""
    return (
        all(listing(files_below(folder)) == listed for folder, listed in receipt.inputs.items())
        and "" not in receipt.young.values()  # a link to a folder, say: nobody looks at what is in that
        and digests_of(receipt.young) == receipt.young
        and _look_as_they_did(receipt)  # last, as there are most of these
    )


def _look_as_they_did(receipt: Receipt) -> bool:
    files = list(zip(receipt.outputs, array(_NUMBER, receipt.hashes), strict=True))
    if len(files) < _MANY:
        return _all_look_so(files)
    from generator.processes import share_out  # noqa: PLC0415  few programmes have so many files

    return all(share_out(files, _all_look_so))


def _all_look_so(files: Iterable[tuple[str, int]]) -> bool:
    return all(hash(identity_of(path)) == known for path, known in files)


def packed(identities: Iterable[Identity]) -> bytes:
    """A hash of eight bytes for each: to read whole identities would take longer than to ask the disk for them."""
    return array(_NUMBER, map(hash, identities)).tobytes()


def listing(files: Iterable[tuple[str, Stamp]]) -> str:
    """How the files of a folder look, in words that are compared as a whole."""
    return "\n".join(f"{path}/{size} {changed} {touched}" for path, (size, changed, touched) in files)


def digests_of(paths: Iterable[str]) -> dict[str, str]:
    """Those of the files' bytes; empty for one that cannot be read."""
    return {path: _digest_of(path) for path in paths}


def _digest_of(path: str) -> str:
    from hashlib import sha256  # noqa: PLC0415  there are young files for two seconds

    try:
        with open(path, "rb") as opened:
            return sha256(opened.read()).hexdigest()
    except (OSError, UnicodeEncodeError):  # the second where names were UTF-8, and are ASCII alone now
        return ""


def has_grown_old(receipt: Receipt, at_ns: int) -> bool:
    """Whether a receipt that holds has young files, and none of them is young any more."""
    stamps = map(stamp_of, receipt.young)
    return bool(receipt.young) and all(it is not None and is_settled(it, at_ns) for it in stamps)
