"""Bullets and headings that a writer meant, and that Markdown takes for words."""

from generator.domain.edition import State
from generator.reading.braces import braces_at_the_end
from generator.reading.desk import Desk, listed
from generator.reading.markdown import Markdown, Range
from generator.reading.pasted import close_bullet, pasted_bullet
from generator.reading.plain_headings import plain_heading
from generator.text.source import Span

_BOX = ("box to tick, which nothing reads as one", "take it out: the heading above says whether it is done")
_BULLET = (
    "bullet pasted from elsewhere, which nothing reads as a bullet",
    "begin this line, and each that is like it, with `- `",
)


def report_pasted_bullet(markdown: Markdown, block: Range, desk: Desk) -> int | None:
    """Where the first bullet pasted from elsewhere that a paragraph, or a line of it, begins with stands in the
    passage; None where there is none.
    """
    content = _words(markdown, block)
    bullet = pasted_bullet(content)
    if bullet is None:
        return None
    sign, span = content[slice(*bullet)], _span_in(markdown, block, bullet)
    what, remedy = _BOX if sign.startswith("[") else _BULLET
    desk.report("pasted-bullet", f"`{sign}` is a {what}", span, remedy)
    return max(span.start - markdown.passage.home.start, markdown.lines(block)[0])


def report_close_bullet(markdown: Markdown, block: Range, desk: Desk) -> int | None:
    """Where the first bullet of a paragraph that lost its space begins in the passage; None where there is none."""
    content = _words(markdown, block)
    bullet = close_bullet(content)
    if bullet is None:
        return None
    span, sign = _span_in(markdown, block, bullet), content[slice(*bullet)]
    desk.report(
        "bullet-without-space",
        f"no space follows this `{sign}`, so it is read as words, not as a bullet",
        span,
        "write a space after it, and in each line like it; "
        f"if the words are to begin with `{sign}`, write `{sign[:-1]}\\{sign[-1:]}`",
    )
    return max(span.start - markdown.passage.home.start, markdown.lines(block)[0])


def report_actions_above(markdown: Markdown, block: Range, desk: Desk) -> list[Range]:
    """A list above the first heading whose bullets end in braces; gives the ranges of all of these.

    They are said once: one heading mends them all.
    """
    if markdown.kind(block) not in ("bullet_list", "ordered_list"):
        return []
    first = (parts[0] for parts in map(markdown.inside, markdown.items(block)) if parts)
    paragraphs = (part for part in first if markdown.kind(part) == "paragraph")
    ends = (braces_at_the_end(markdown.passage, *markdown.lines(part)) for part in paragraphs)
    found = [braces for braces in ends if braces]
    if found:
        by_state = {state: f"## {words.capitalize()}" for words, state in reversed([*desk.rules.headings.items()])}
        headings = listed([by_state[state] for state in State], "or")
        desk.report(
            "stray-braces",
            "nothing reads these braces, because their bullet stands under no heading",
            markdown.passage.span(*found[0]),
            f"write {headings} above this bullet, and above each that is like it, with an empty line on either side",
        )
    return found


def report_plain_heading(markdown: Markdown, block: Range, desk: Desk) -> bool:
    """Whether a line of a paragraph is one of the headings in all but its form.

    Right below a bullet such a line would become the bullet's own words, and what is promised be told as completed.
    """
    if markdown.kind(block) not in ("heading", "paragraph"):
        return False
    words = plain_heading(markdown.content(block), desk.rules.headings)
    if words is None:
        return False
    start, end = markdown.lines(block)
    at = markdown.passage.text.find(words, start, end)
    span = markdown.passage.span(at, at + len(words)) if at >= 0 else markdown.span(block)
    desk.report(
        "unknown-heading",
        f"`{words}` is one of the headings, but not written as one",
        span,
        f"write it as `## {words}`, on a line of its own with an empty line before it",
    )
    return True


def _words(markdown: Markdown, block: Range) -> str:
    """Of a paragraph; empty for all else, which cannot be a bullet that went wrong."""
    return markdown.content(block) if markdown.kind(block) == "paragraph" else ""


def _span_in(markdown: Markdown, block: Range, found: Range) -> Span:
    """Where words of a paragraph's content stand, which has lost the spaces that its lines begin with."""
    line = markdown.content(block)[found[0] :].split("\n", 1)[0]
    start, end = markdown.lines(block)
    at = markdown.passage.text.find(line, start, end)
    return markdown.passage.span(at, at + found[1] - found[0]) if at >= 0 else markdown.span(block)
