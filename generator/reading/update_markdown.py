"""A workstream's update written in Markdown."""

import re

from generator.domain.audience import Audiences
from generator.domain.edition import Action, State
from generator.domain.prose import OnlyFor, Prose
from generator.domain.workstream import Reference
from generator.reading.actions import BOLD_HELP, Details, by_state, make_action, report_no_words
from generator.reading.braces import Attribute, Braces, Where, read_braces, report_unconsumed
from generator.reading.desk import Desk, closest
from generator.reading.kinds import checked_audiences, checked_due, checked_id
from generator.reading.limits import in_words, remedy
from generator.reading.markdown import Markdown, Range
from generator.reading.passage import Passage
from generator.reading.pasted import close_bullet, pasted_bullet
from generator.reading.plain_headings import plain_heading
from generator.reading.prose import parse
from generator.reading.segments import Segment, cut
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span

_BOX = ("box to tick, which nothing reads as one", "take it out: the heading above says whether it is done")
_BULLET = (
    "bullet pasted from elsewhere, which nothing reads as a bullet",
    "begin this line, and each that is like it, with `- `",
)


def read_update_body(passage: Passage, desk: Desk) -> tuple[Prose, tuple[Action, ...]]:
    """The introduction, and the actions under the four headings."""
    return _Body(passage, desk).read()


class _Body:
    """The way down one update: which heading we are under, and what was found so far."""

    def __init__(self, passage: Passage, desk: Desk) -> None:
        self.passage = passage
        self.desk = desk
        self.state: State | None = None
        self.is_under_unknown_heading = False
        self.is_full = False
        self.introduction: Prose = ()
        self.actions: list[Action] = []
        self.headings: dict[State, Span] = {}

    def read(self) -> tuple[Prose, tuple[Action, ...]]:
        segments, marks = cut(self.passage, self.desk)
        consumed = list(marks)
        parsed, outside = parse(segments, self.desk)
        opening_marks: dict[str, int] = {}
        for segment, markdown in parsed:
            consumed.extend(self.segment(segment, markdown, opening_marks))
        self.introduction += outside.notes_of(opening_marks)
        for _, markdown in parsed:
            markdown.scope.report_unused_notes()
        if not self.is_full:  # what was not read consumed nothing
            report_unconsumed(self.passage, consumed, self.desk, Where.UPDATE)
        return self.introduction, by_state(self.actions)

    def segment(self, segment: Segment, markdown: Markdown, marks: dict[str, int]) -> list[Range]:
        """Read one segment; gives the ranges of the braces that were consumed, counted in the whole passage."""
        opening: list[Range] = []
        consumed: list[Range] = []
        for block in markdown.top():
            if markdown.kind(block) == "heading" and markdown.level(block) <= 2:
                self.heading(markdown, block, segment)
            elif self.state is None and not self.is_under_unknown_heading:
                opening.append(block)
                self.report_in_introduction(markdown, block)
            elif markdown.kind(block) in ("bullet_list", "ordered_list"):
                for item in self.not_too_many(markdown, markdown.items(block)):
                    consumed.extend(self.item(markdown, item, segment))
            else:
                consumed.extend(self.report_outside(markdown, block))
        if segment.audiences is None:
            self.introduction += markdown.blocks(opening, marks)
        elif opening:
            self.introduction += (OnlyFor(segment.audiences, markdown.prose(opening)),)
        shift = segment.passage.home.start - self.passage.home.start
        return [(start + shift, end + shift) for start, end in consumed]

    def not_too_many(self, markdown: Markdown, items: tuple[Range, ...]) -> tuple[Range, ...]:
        """The items up to the most actions that an update may have; what comes then is not read."""
        most = self.desk.rules.limits.items
        left = most - len(self.actions)
        if len(items) > left and not self.is_full:
            self.is_full = True
            advice = remedy("items", "look for what was copied too often")
            problem = f"this update has more actions than the limit, which is {in_words(most)}"
            self.desk.report("too-large", problem, markdown.span(items[left]), advice)
        return items[:left]

    def heading(self, markdown: Markdown, block: Range, segment: Segment) -> None:
        words = " ".join(markdown.content(block).split())
        state = self.desk.rules.headings.get(words.lower().rstrip(":"))
        self.state, self.is_under_unknown_heading = state, state is None
        span = markdown.span(block)
        if state is None:
            known = tuple(heading.capitalize() for heading in self.desk.rules.headings)
            title = "the workstream's title comes from workstreams.yml" if markdown.level(block) == 1 else ""
            message = f"`{words}` is not a heading of an update" if words else "this heading has no words"
            self.desk.report("unknown-heading", message, span, closest(words, known), title)
        elif segment.audiences is not None:
            self.desk.report(
                "unknown-heading",
                "a heading cannot stand in a part for one audience",
                span,
                "put the part below the heading, around its actions",
            )
        elif state in self.headings:
            self.desk.findings.append(
                Diagnostic(
                    "heading-twice",
                    f"`{words}` is the second heading of its kind in this update",
                    span,
                    "if other actions stand below it, write their heading; if not, join the two",
                    related=((self.headings[state], "the first"),),
                )
            )
        else:
            self.headings[state] = span

    def report_in_introduction(self, markdown: Markdown, block: Range) -> None:
        """A quote; or what is meant for one of the four headings, whose actions would be read as introduction."""
        self.report_quote(markdown, block)
        if self.is_plain_heading(markdown, block):
            self.is_under_unknown_heading = True

    def is_plain_heading(self, markdown: Markdown, block: Range) -> bool:
        """Whether a line of a paragraph is one of the headings in all but its form, which is then reported.

        Right below a bullet such a line would become the bullet's own words, and what is promised be told as completed.
        """
        if markdown.kind(block) not in ("heading", "paragraph"):
            return False
        found = plain_heading(markdown.content(block), self.desk.rules.headings)
        if found is None:
            return False
        words = found[1]
        start, end = markdown.lines(block)
        at = markdown.passage.text.find(words, start, end)
        span = markdown.passage.span(at, at + len(words)) if at >= 0 else markdown.span(block)
        self.desk.report(
            "unknown-heading",
            f"`{words}` is one of the headings, but not written as one",
            span,
            f"write it as `## {words}`, on a line of its own with an empty line before it",
        )
        return True

    def report_quote(self, markdown: Markdown, block: Range) -> None:
        if markdown.kind(block) == "blockquote":
            self.desk.report(
                "quote-without-action",
                "this quote belongs to no action",
                markdown.span(block),
                "a quote is an action's words for residents: indent it under the action, or take off its `>`",
            )

    def report_outside(self, markdown: Markdown, block: Range) -> list[Range]:
        """What is reported of a block as a whole; gives the ranges of words in which nothing else is to blame."""
        span = markdown.span(block)
        if self.is_pasted(markdown, block) or self.close_bullet(markdown, block) is not None:
            return [markdown.lines(block)]  # its braces are read once it is an item
        if markdown.kind(block) == "blockquote":
            self.report_quote(markdown, block)
        elif markdown.starts_with(block, ":", "："):  # a part's mark, misspelt
            return []
        elif self.is_plain_heading(markdown, block):
            self.state, self.is_under_unknown_heading = None, True
        elif markdown.kind(block) == "heading":
            self.desk.report(
                "unknown-heading",
                "a smaller heading cannot stand among the actions",
                span,
                "make it the beginning of an action, or put it in the introduction",
            )
        else:
            self.desk.report(
                "text-outside-action",
                "under this heading stand only actions",
                span,
                "indent it under its action, begin it with `- ` if it is one, or move it up into the introduction",
            )
        return []

    def is_pasted(self, markdown: Markdown, block: Range) -> bool:
        """Whether a paragraph, or a line of it, begins with a bullet pasted from elsewhere, which is then reported."""
        content = markdown.content(block) if markdown.kind(block) == "paragraph" else ""
        bullet = pasted_bullet(content)
        if bullet is None:
            return False
        sign = content[slice(*bullet)]
        what, remedy = _BOX if sign.startswith("[") else _BULLET
        self.desk.report("pasted-bullet", f"`{sign}` is a {what}", _span_in(markdown, block, bullet), remedy)
        return True

    def close_bullet(self, markdown: Markdown, block: Range) -> int | None:
        """Report the first bullet of a paragraph that lost its space; gives its offset in the passage."""
        content = markdown.content(block) if markdown.kind(block) == "paragraph" else ""
        bullet = close_bullet(content)
        if bullet is None:
            return None
        span, sign = _span_in(markdown, block, bullet), content[slice(*bullet)]
        self.desk.report(
            "bullet-without-space",
            f"no space follows this `{sign}`, so it is read as words, not as a bullet",
            span,
            "write a space after it, and in each line like it; "
            f"if the words are to begin with `{sign}`, write `{sign[:-1]}\\{sign[-1:]}`",
        )
        return max(span.start - markdown.passage.home.start, markdown.lines(block)[0])

    def item(self, markdown: Markdown, item: Range, segment: Segment) -> list[Range]:
        """Read one top-level item as an action."""
        parts = markdown.inside(item)
        if self.state is None:
            return self.skipped_braces(markdown, parts)
        if not parts or markdown.kind(parts[0]) != "paragraph":
            report_no_words(markdown.span(item), self.desk)
            return self.skipped_braces(markdown, parts)
        for part in parts:
            self.is_pasted(markdown, part)
            self.is_plain_heading(markdown, part)
        others = [
            (at, markdown.lines(part)[1]) for part in parts if (at := self.close_bullet(markdown, part)) is not None
        ]
        start, end = markdown.lines(parts[0])
        braces = self.braces(markdown, parts[0], next((at for at, _ in others if start < at < end), end))
        details = self.details(braces, segment.audiences)
        quotes = [part for part in parts if markdown.kind(part) == "blockquote"]
        self.report_quotes_in_detail(markdown, parts)
        for quote in quotes[1:]:
            self.desk.report(
                "quote-without-action",
                "this action has two texts for residents",
                markdown.span(quote),
                "join them with a line of `>` between the paragraphs",
            )
        self.report_headings(markdown, parts)
        if braces and not markdown.content(parts[0]).strip():
            report_no_words(markdown.span(parts[0]), self.desk)
        text = markdown.prose(part for part in parts if part not in quotes)
        plain = markdown.prose(markdown.inside(quotes[0])) if quotes else None
        self.actions.append(make_action(self.state, text, plain, details, markdown.span(parts[0]), self.desk))
        return [(braces.start, braces.end), *others] if braces else others

    def report_quotes_in_detail(self, markdown: Markdown, parts: tuple[Range, ...]) -> None:
        for part in parts:
            for quote in markdown.quotes_within(part):
                self.desk.report(
                    "quote-without-action",
                    "this quote stands deeper than the action's own words",
                    markdown.span(quote),
                    "indent it as far as the action's first word, or take off its `>`",
                )

    def skipped_braces(self, markdown: Markdown, parts: tuple[Range, ...]) -> list[Range]:
        """Under a heading that nobody knows the actions are not read; their braces are not to blame."""
        is_words = parts and markdown.kind(parts[0]) == "paragraph"
        braces = self.braces(markdown, parts[0], markdown.lines(parts[0])[1]) if is_words else None
        markdown.prose(parts)
        return [(braces.start, braces.end)] if braces else []

    def report_headings(self, markdown: Markdown, parts: tuple[Range, ...]) -> None:
        for part in parts:
            if markdown.kind(part) == "heading":
                self.desk.report(
                    "unknown-heading",
                    "a heading cannot stand inside an action",
                    markdown.span(part),
                    BOLD_HELP,
                )

    def braces(self, markdown: Markdown, paragraph: Range, end: int) -> Braces | None:
        """The braces at the paragraph's end, taken off before its words are read; a paragraph too large is not read.

        It ends earlier where another action was meant to begin in it.
        """
        start, _ = markdown.lines(paragraph)
        if markdown.is_too_large(paragraph):
            return Braces({}, start, end)
        braces = read_braces(markdown.passage, start, end, self.desk)
        if braces:
            opening = markdown.passage.text[braces.start]
            before = markdown.passage.text[start : braces.start].count(opening)
            content = markdown.content(paragraph)
            at = [i for i, character in enumerate(content) if character == opening][before]
            markdown.cut_content(paragraph, at)
        return braces

    def details(self, braces: Braces | None, block: Audiences | None) -> Details:
        attributes = dict(braces.attributes) if braces else {}
        audiences = self.audiences(attributes.get("for"), block)
        identity, due = attributes.get("id"), attributes.get("due")
        said = {name: it.value for name, it in attributes.items()}
        return Details(
            id=checked_id(identity.value, identity.span, self.desk) if identity else None,
            due=checked_due(due.value, due.span, self.desk) if due else None,
            audiences=audiences,
            reason=said.get("reason", ""),
            project=_reference(attributes.get("project")),
            measure=_reference(attributes.get("measure")),
            after=_references(attributes.get("after"), self.desk),
            continues=_references(attributes.get("from"), self.desk),
            tags=tuple(name for name, _ in _named(attributes.get("tags"), self.desk)),
            equality=said.get("equality", ""),
            climate=said.get("climate", ""),
        )

    def audiences(self, written: Attribute | None, block: Audiences | None) -> Audiences | None:
        """What the braces say, narrowed by the part that the action stands in."""
        if written is None:
            return block
        own = checked_audiences(_named(written, self.desk), self.desk) or frozenset()
        if block and own - block:
            self.desk.report(
                "wider-audience",
                f"this is for {' and '.join(sorted(own - block))}, but the part that it stands in is not",
                written.span,
                "move it out of the part, or narrow this",
            )
        return own if block is None else own & block


def _span_in(markdown: Markdown, block: Range, found: Range) -> Span:
    """Where words of a paragraph's content stand, which has lost the spaces that its lines begin with."""
    content = markdown.content(block)
    line = content[found[0] :].split("\n", 1)[0]
    start, end = markdown.lines(block)
    at = markdown.passage.text.find(line, start, end)
    return markdown.passage.span(at, at + found[1] - found[0]) if at >= 0 else markdown.span(block)


def _reference(attribute: Attribute | None) -> Reference | None:
    return Reference(attribute.value, attribute.span) if attribute else None


def _references(attribute: Attribute | None, desk: Desk) -> tuple[Reference, ...]:
    return tuple(Reference(name, span) for name, span in _named(attribute, desk))


def _named(attribute: Attribute | None, desk: Desk) -> list[tuple[str, Span]]:
    """The names in a value, each with its own place."""
    if attribute is None:
        return []
    start = attribute.span.start
    written = desk.source.text[start : attribute.span.end]
    names = re.finditer(r"[^\s,>]+", written)
    return [(name.group(), desk.source.span(start + name.start(), start + name.end())) for name in names]
