"""Every check of the content, in one tuple."""

from collections.abc import Callable, Iterator

from generator.checks import audiences, headings, identity, links, references
from generator.domain.content import Content
from generator.text.diagnostic import Diagnostic

CHECKS: tuple[Callable[[Content], Iterator[Diagnostic]], ...] = (
    identity.check,
    references.check,
    audiences.check,
    headings.check,
    links.check,
)


def check_content(content: Content) -> Iterator[Diagnostic]:
    for check in CHECKS:
        yield from check(content)
