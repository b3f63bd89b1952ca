"""A build in memory whose findings are told: what `golden build` and `golden check` share."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable

from platformdirs import user_cache_path

from generator.build import Result, build
from generator.commands.arguments import clock
from generator.commands.progress import Tell, showing_progress
from generator.commands.terminal import OK, counted, exit_code, print_findings, say
from generator.domain.content import Content
from generator.keeping.cache import Cache
from generator.making.compiled import folder_for_compiled
from generator.making.render import keep_compiled_in
from generator.request import Request
from generator.text import UserError
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
) -> int:
    """Build in memory, tell the findings, and finish if nothing stands against it; else say so with the `ending`.

    `below` gives what is printed below the findings; `further` finds what no build looks for.
    """
    if cache:
        keep_compiled_in(folder_for_compiled(CACHE_OF_USER))
    with showing_progress(sys.stderr, is_wanted=not arguments.quiet) as progress:
        request = Request(
            arguments.content,
            clock(arguments),
            tuple(arguments.audience),
            arguments.drafts,
            progress,
            cache=cache,
            further=lambda content: further(content, progress),
        )
        result = build(request)
    code = exit_code(result.findings, arguments.strict)
    if cache and code != OK:
        cache.close(is_complete=False)
    try:
        said = finish(result) if code == OK else f"{counted(result.findings)}{ending}"
    except UserError:
        print_findings(result, arguments)
        raise
    print_findings(result, arguments)
    sys.stdout.write(below(result))
    say(said, arguments)
    return code


def found(result: Result) -> str:
    return f"; {counted(result.findings)}" if result.findings else "; nothing to mend"
