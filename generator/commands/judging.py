"""A build in memory whose findings are told: what `golden build` and `golden check` share."""

import sys
from argparse import Namespace
from collections.abc import Callable

from platformdirs import user_cache_path

from generator.build import Result, UnknownAudienceError, build
from generator.commands.arguments import BadEpochError, clock
from generator.commands.progress import showing_progress
from generator.commands.terminal import OK, complain, counted, exit_code, print_findings, say
from generator.keeping.cache import Cache
from generator.making.compiled import folder_for_compiled
from generator.making.render import keep_compiled_in
from generator.making.searching import NotIndexed
from generator.output.failures import OutputFailed, OutputRefused
from generator.request import Request


def judge(
    arguments: Namespace,
    finish: Callable[[Result], str],
    ending: str = "",
    cache: Cache | None = None,
    below: Callable[[Result], str] = lambda _: "",
) -> int:
    """Build in memory, tell the findings, and finish if nothing stands against it; else say so with the `ending`.

    `below` gives what is printed below the findings.
    """
    if not arguments.content.is_dir():
        return complain(f"there is no folder `{arguments.content}`; name the one with programme.yml in it")
    if cache:
        keep_compiled_in(folder_for_compiled(user_cache_path("golden-thread")))
    try:
        with showing_progress(sys.stderr, is_wanted=not arguments.quiet) as progress:
            asked = tuple(arguments.audience)
            result = build(Request(arguments.content, clock(arguments), asked, arguments.drafts, progress, cache=cache))
    except (UnknownAudienceError, BadEpochError, NotIndexed) as error:
        return complain(str(error))
    code = exit_code(result.findings, arguments.strict)
    if cache and code != OK:
        cache.close(is_complete=False)
    try:
        said = finish(result) if code == OK else f"{counted(result.findings)}{ending}"
    except (OutputRefused, OutputFailed) as error:
        print_findings(result, arguments)
        return complain(str(error))
    print_findings(result, arguments)
    sys.stdout.write(below(result))
    say(said, arguments)
    return code


def found(result: Result) -> str:
    return f"; {counted(result.findings)}" if result.findings else "; nothing to mend"
