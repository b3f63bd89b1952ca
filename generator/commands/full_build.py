"""The long way of `golden build`: what was asked for is read, judged, made, put in place and told."""

import gc
from argparse import Namespace
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from time import monotonic, time_ns

from generator import fast_path
from generator.build import Result, write
from generator.commands.judging import judge, request_of
from generator.commands.manner import Manner, manner_of
from generator.commands.placing import refuse_overlap, refuse_within
from generator.commands.put_manner import put_manner_of
from generator.commands.terminal import ending_of, findings_in_words, note, say
from generator.commands.unchanged_build import keep_answer, summary
from generator.keeping.cache import Cache
from generator.keeping.receipt import Receipt, digests_of, listing, packed, write_receipt
from generator.keeping.stamps import Identity, Stamp, files_below, identity_of, is_settled, whole_path
from generator.making.searching import can_index
from generator.output.failures import OutputChanged
from generator.output.names import CACHE, MANIFEST, OUR_FOLDER
from generator.shipped import places_for
from generator.values import dataclass


def build_anew(arguments: Namespace, asked: str, started: float, at_ns: int, *, is_second: bool = False) -> int:
    """The exit code. `asked` is what the receipt is kept for; `started` is on the monotonic clock, `at_ns` the time.

    The second time, all is made anew and the cache as well, since it tells of something else than what stands.
    """
    manner = manner_of(arguments)
    refuse_within(arguments.content, arguments.output)
    refuse_overlap(arguments.content, arguments.output / OUR_FOLDER)
    if not can_index():
        note("search is left out: Pagefind has no program for this machine; actions are listed from A to Z", manner)
    gc.disable()  # what is read and made is kept to the end: looking through it would find nothing to free
    inputs = _look_at_inputs(arguments.content, at_ns)
    kept = arguments.output / CACHE
    cache = None if arguments.no_cache else Cache(kept, arguments.output, arguments.content, at_ns, is_blank=is_second)
    putting = _Putting(arguments, manner, asked, started, inputs, cache)
    with cache or nullcontext():
        try:
            return judge(request_of(arguments, cache), manner, putting.put, ": nothing was written")
        except OutputChanged:
            pass
    return build_anew(arguments, asked, started, time_ns(), is_second=True)


@dataclass(frozen=True, slots=True)
class _Inputs:
    """How every file looked that the build may read, by its folder and its path in it, before anything was read.

    `young` are the digests, by their whole paths, of those of which a later change might not show.
    """

    files: Mapping[str, Mapping[str, Stamp]]
    young: Mapping[str, str]


def _look_at_inputs(content: Path, at_ns: int) -> _Inputs:
    folders = map(whole_path, (content, *places_for(content)))
    files = {folder: dict(files_below(folder)) for folder in folders}
    young = (
        f"{folder}/{path}"
        for folder, stamps in files.items()
        for path, stamp in stamps.items()
        if not is_settled(stamp, at_ns)
    )
    return _Inputs(files, digests_of(frozenset(young)))


@dataclass(frozen=True, slots=True)
class _Putting:
    """What is done with sites against which nothing stands."""

    arguments: Namespace
    manner: Manner
    asked: str
    started: float
    inputs: _Inputs
    cache: Cache | None

    def put(self, result: Result) -> str:
        """The line that is said last. Raises what `write` raises."""
        arguments = self.arguments
        for site in result.sites:
            refuse_overlap(arguments.content, arguments.output / site)
        files = sum(map(len, result.sites.values()))
        said = f"{' and '.join(result.sites)}: {files} files in {arguments.output}"
        written = write(
            arguments.output,
            result,
            put_manner_of(arguments),
            cache=self.cache,
            then=lambda: self._keep_receipt(result, said),
        )
        if arguments.explain:
            _explain(result, self.manner)
        changed = written.added + written.changed + written.removed
        return summary(said, changed, ending_of(result.findings), f"{monotonic() - self.started:.1f}")

    def _keep_receipt(self, result: Result, said: str) -> None:
        outputs = self._outputs(result)
        receipt = Receipt(
            asked=self.asked,
            on=result.on.isoformat() if result.on else "",
            timezone=result.timezone,
            inputs={folder: listing(files.items()) for folder, files in self.inputs.files.items()},
            young=self.inputs.young,
            outputs=tuple(outputs),
            hashes=packed(outputs.values()),
            printed=findings_in_words(result.findings, result.sources, self.manner),
            said=said,
            found=ending_of(result.findings),
        )
        write_receipt(str(self.arguments.output / CACHE), receipt)
        fast_path.forget_other_contents(str(self.arguments.output), receipt)
        if not self.inputs.young:
            keep_answer(receipt, self.arguments)

    def _outputs(self, result: Result) -> dict[str, Identity]:
        """By their whole paths. Those that the cache has looked at are as it saw them, so that a later change shows."""
        output = whole_path(self.arguments.output)
        identities: dict[str, Identity | None] = {}
        for site, files in result.sites.items():
            known = self.cache.identities(site) if self.cache else {}
            identities |= {f"{output}/{site}/{path}": known.get(path) for path in files}
        identities[f"{output}/{MANIFEST}"] = None
        return {path: identity for path, it in identities.items() if (identity := it or identity_of(path))}


def _explain(result: Result, manner: Manner) -> None:
    for name, site in result.made.items():
        for number, line in enumerate(site.why):
            say(f"  {name}/{line}" if number else f"{name}: {line}", manner)
