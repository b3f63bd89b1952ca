"""A build in memory whose findings are told: what the commands that build have in common."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace

from platformdirs import user_cache_path

from generator.build import Result, build
from generator.commands.arguments import clock
from generator.commands.manner import Manner
from generator.commands.progress import showing_progress
from generator.commands.terminal import OK, counted, exit_code, print_findings, say
from generator.keeping.cache import Cache
from generator.making.compiled import folder_for_compiled
from generator.request import BuildRequest
from generator.text import UserError
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic

CACHE_OF_USER = user_cache_path("golden-thread")


def request_of(arguments: Namespace, cache: Cache | None = None) -> BuildRequest:
    """Raises BadEpochError."""
    return BuildRequest(
        arguments.content,
        clock(arguments),
        tuple(arguments.audience),
        arguments.drafts,
        cache=cache,
        compiled_in=folder_for_compiled(CACHE_OF_USER) if cache else None,
    )


def build_and_tell(request: BuildRequest, manner: Manner) -> tuple[Result, int]:
    """Build in memory, and tell the findings. Unless the exit code is OK, it is said that nothing was written."""
    result = _built(request, manner)
    print_findings(result.findings, result.sources, manner)
    code = exit_code(result.findings, manner.strict)
    if code != OK:
        say(f"{counted(result.findings)}: nothing was written", manner)
    return result, code


def judge(
    request: BuildRequest,
    manner: Manner,
    finish: Callable[[Result], str],
    ending: str = "",
    *,
    below: Callable[[Result], str] = lambda _: "",
    passes: Callable[[Diagnostic], bool] = lambda _: False,
) -> int:
    """Build in memory, tell the findings, and finish if nothing stands against it; else say so with the `ending`.

    `below` gives what is printed below the findings. A warning that `passes` is told and stands against nothing.
    """
    result = _built(request, manner)
    against = [it for it in result.findings if it.severity is Severity.ERROR or not passes(it)]
    code = exit_code(against, manner.strict)
    if request.cache and code != OK:
        request.cache.close(is_complete=False)
    try:
        said = finish(result) if code == OK else f"{_counts(result, against)}{ending}"
    except UserError:
        print_findings(result.findings, result.sources, manner)
        raise
    print_findings(result.findings, result.sources, manner)
    sys.stdout.write(below(result))
    say(said, manner)
    return code


def _built(request: BuildRequest, manner: Manner) -> Result:
    with showing_progress(sys.stderr, is_wanted=not manner.quiet) as progress:
        return build(replace(request, progress=progress))


def _counts(result: Result, against: Sequence[Diagnostic]) -> str:
    """All that was told is counted, so that nobody looks for what the count leaves out."""
    passed = counted([it for it in result.findings if it not in against])
    return f"{counted(against)}, and {passed} set aside" if passed else counted(against)
