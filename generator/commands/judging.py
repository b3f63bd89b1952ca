"""A build in memory whose findings are told: what `golden build` and `golden check` share."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable

from platformdirs import user_cache_path

from generator.build import Result, UnknownAudienceError, build
from generator.commands.arguments import BadEpochError, clock
from generator.commands.progress import Tell, showing_progress
from generator.commands.terminal import OK, complain, counted, exit_code, print_findings, say
from generator.domain.content import Content
from generator.keeping.cache import Cache
from generator.making.compiled import folder_for_compiled
from generator.making.searching import NotIndexed
from generator.output.failures import OutputFailed, OutputRefused
from generator.processes import HelperLost
from generator.request import Request
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic

CACHE_OF_USER = user_cache_path("golden-thread")
Further = Callable[[Content, Tell], Iterable[Diagnostic]]


def _nothing_further(_: Content, __: Tell) -> Iterable[Diagnostic]:
    return ()


def judge(
    arguments: Namespace,
    finish: Callable[[Result], str],
    ending: str = "",
    cache: Cache | None = None,
    below: Callable[[Result], str] = lambda _: "",
    further: Further = _nothing_further,
    passes: Callable[[Diagnostic], bool] = lambda _: False,
) -> int:
    """Build in memory, tell the findings, and finish if nothing stands against it; else say so with the `ending`.

    `below` gives what is printed below the findings; `further` finds what no build looks for. A warning that `passes`
    is told and stands against nothing.
    """
    try:
        with showing_progress(sys.stderr, is_wanted=not arguments.quiet) as progress:
            request = Request(
                arguments.content,
                clock(arguments),
                tuple(arguments.audience),
                arguments.drafts,
                progress,
                cache=cache,
                compiled_in=folder_for_compiled(CACHE_OF_USER) if cache else None,
                further=lambda content: further(content, progress),
            )
            result = build(request)
    except (UnknownAudienceError, BadEpochError, NotIndexed, HelperLost) as error:
        return complain(str(error))
    against = [it for it in result.findings if it.severity is Severity.ERROR or not passes(it)]
    code = exit_code(against, arguments.strict)
    if cache and code != OK:
        cache.close(is_complete=False)
    try:
        said = finish(result) if code == OK else f"{counted(against)}{ending}"
    except (OutputRefused, OutputFailed) as error:
        print_findings(result, arguments)
        return complain(str(error))
    print_findings(result, arguments)
    sys.stdout.write(below(result))
    say(said, arguments)
    return code


def found(result: Result) -> str:
    return f"; {counted(result.findings)}" if result.findings else "; nothing to mend"
