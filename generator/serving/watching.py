"""Waiting for files to change. What the system tells is a hint that something did; what it was is looked up.

A hint may name a folder for the files in it, name a file twice, or not come at all: of a folder that is removed and
made anew nothing is told any more. So every now and then we look without one, and begin to watch again where a folder
is another one than before.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from pathlib import Path

from watchfiles import awatch

from generator.keeping.stamps import Folders, folders_below, stamp_of
from generator.values import dataclass

_QUIET_MS = 2  # without another change, for all of one save to be there
_LONGEST_MS = 200  # that we wait for quiet
_UNTOLD_SECONDS = 1.5  # between two looks without a hint
_POLL_MS = 300
_GONE_SECONDS = 0.3
_TOLD_NO_MORE = "the system watches no more files for us, so we look for changes ourselves, which takes longer"

_Seen = Mapping[Path, Folders]


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What looks otherwise than the last time, by path from the folder that holds the folder, and how all looks now; no
    paths where a hint names something that looks as it did, or where a round is due without any.
    """

    paths: tuple[str, ...]
    seen: Mapping[Path, Folders]


async def changes(
    folders: Sequence[Path],
    seen: Mapping[Path, Folders],
    polls: bool,
    tell: Callable[[str], None],
    is_due: Callable[[], bool] = lambda: False,
) -> AsyncGenerator[FileChanges, None]:
    """Each change in the folders since they were `seen`, as `look` gives it. With `polls`, the system is not asked: it
    tells nothing of a network drive. Where a round `is_due` for another reason, such as a new day, that is a change.

    Where the system will not watch so many files, we look for changes ourselves, and `tell` is told so in words.
    """
    now = look(folders)
    if changed := tuple(_changed(seen, now)):
        yield FileChanges(changed, now)
    seen = now
    while True:
        roots = _roots(folders)
        hints = _hints(folders, polls)
        try:
            async for hinted in hints:
                now = _look_again(seen, hinted or (), folders)
                changed = tuple(_changed(seen, now))
                seen = now
                if changed or any(_is_seen(path, folders) for path in hinted or ()) or is_due():
                    yield FileChanges(changed, seen)
                if hinted is None and polls:
                    await asyncio.sleep(_UNTOLD_SECONDS)
                elif hinted is None:
                    polls = True
                    tell(_TOLD_NO_MORE)
                if _roots(folders) != roots:
                    break
        finally:
            await hints.aclose()


async def _hints(folders: Sequence[Path], polls: bool) -> AsyncGenerator[Sequence[Path] | None, None]:
    """What may have changed; every now and then nothing, and None at the end where nothing can be watched."""
    watcher = awatch(
        *(folder for folder in folders if folder.is_dir()),
        watch_filter=None,
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        rust_timeout=int(_UNTOLD_SECONDS * 1000),
        yield_on_timeout=True,
        force_polling=polls or None,
        poll_delay_ms=_POLL_MS,
        ignore_permission_denied=True,
    )
    try:
        async for hinted in watcher:
            yield [Path(path) for _, path in hinted]
    except FileNotFoundError:  # a folder has gone while we began to watch it
        await asyncio.sleep(_GONE_SECONDS)
        yield ()
    except (OSError, RuntimeError, ExceptionGroup):  # the last two once it watches: of a folder that is new
        yield None
    finally:
        await watcher.aclose()


def look(folders: Sequence[Path]) -> Mapping[Path, Folders]:
    """How all files in the folders look."""
    return {folder: dict(folders_below(folder)) for folder in folders}


def _look_again(before: _Seen, hinted: Sequence[Path], folders: Sequence[Path]) -> _Seen:
    """At the files alone that hints name, which is what a save comes to; at all, where they name anything else."""
    if not hinted:
        return look(folders)
    now = dict(before)
    for path in hinted:
        stamp = stamp_of(path)
        folder = next((it for it in folders if path.is_relative_to(it)), None)
        if folder is None or stamp is None:
            return look(folders)
        within = "/".join(path.parent.relative_to(folder).parts)
        files = now[folder].get(within, {})
        if path.name not in files:
            return look(folders)
        now[folder] = {**now[folder], within: {**files, path.name: stamp}}
    return now


def _changed(before: _Seen, now: _Seen) -> Iterator[str]:
    for folder in now:
        old, new = before[folder], now[folder]
        for within in sorted(old.keys() | new.keys()):
            was, is_now = old.get(within, {}), new.get(within, {})
            prefix = f"{folder.name}/{within}/" if within else f"{folder.name}/"
            if was != is_now:
                names = sorted(was.keys() | is_now.keys())
                yield from (f"{prefix}{name}" for name in names if was.get(name) != is_now.get(name))


def _is_seen(path: Path, folders: Sequence[Path]) -> bool:
    """Whether it is a file that is there, and not one of those that programs hide."""
    names = next((path.relative_to(it).parts for it in folders if path.is_relative_to(it)), (".",))
    return not any(name.startswith(".") or name.endswith("~") for name in names) and path.is_file()


def _roots(folders: Sequence[Path]) -> tuple[tuple[int, int] | None, ...]:
    """Which folder stands under each name."""
    return tuple(_root(folder) for folder in folders)


def _root(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
