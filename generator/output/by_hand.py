"""What somebody has done by hand to files that we made: the next time it is undone, and nobody would know."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.output.look import PathState, state_of
from generator.output.manifest import Made, sha256_hex
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class ByHand:
    """Paths within a site, in order. What was `changed` would get our bytes again; what was changed and is `unwanted`
    would go; what was `removed` would come again.
    """

    changed: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def done_by_hand(folder: Path, made: Made, wanted: Mapping[str, bytes]) -> ByHand:
    """`made` is what we left there. A file that is already as it is `wanted`, or gone, is nobody's loss."""
    changed = sorted(_changed(folder, made, wanted))
    return ByHand(
        tuple(it for it in changed if it in wanted),
        tuple(it for it in changed if it not in wanted),
        tuple(sorted(it for it in made.keys() & wanted.keys() if state_of(folder / it) is PathState.NOTHING)),
    )


def _changed(folder: Path, made: Made, wanted: Mapping[str, bytes]) -> Iterator[str]:
    for path, digest in made.items():
        stands = state_of(folder / path, wanted.get(path))
        if stands is PathState.SOMETHING_ELSE and _digest_at(folder / path) != digest:
            yield path


def _digest_at(path: Path) -> str:
    """Empty for a link, which we never make, and for what we may not read: whoever closed it has changed it."""
    try:
        return "" if path.is_symlink() else sha256_hex(path.read_bytes())
    except OSError:
        return ""
