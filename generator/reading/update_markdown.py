"""A workstream's update written in Markdown."""

from generator.domain.edition import Action, State
from generator.domain.prose import OnlyFor, Prose
from generator.reading.action_braces import details_of
from generator.reading.actions import by_state, make_action, report_no_words
from generator.reading.braces import Braces, Where, read_braces, report_unconsumed
from generator.reading.desk import Desk, closest, looked_up
from generator.reading.languages import marks_in
from generator.reading.limits import in_words, remedy
from generator.reading.markdown import Markdown, Range
from generator.reading.markdown_slips import (
    report_actions_above,
    report_close_bullet,
    report_pasted_bullet,
    report_plain_heading,
)
from generator.reading.passage import MarkdownPassage
from generator.reading.prose import parse
from generator.reading.segments import Segment, cut
from generator.text.source import Span


def read_update_body(passage: MarkdownPassage, desk: Desk) -> tuple[Prose, tuple[Action, ...]]:
    """The introduction, and the actions under the four headings."""
    return _Body(passage, desk).read()


class _Body:
    """The way down one update: which heading we are under, and what was found so far."""

    def __init__(self, passage: MarkdownPassage, desk: Desk) -> None:
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
        consumed = [*marks, *marks_in(self.passage.text)]
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
                consumed.extend(self.report_in_introduction(markdown, block))
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
        state = self.desk.rules.headings.get(looked_up(words))
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
            self.desk.report(
                "heading-twice",
                f"`{words}` is the second heading of its kind in this update",
                span,
                "if other actions stand below it, write their heading; if not, join the two",
                related=((self.headings[state], "the first"),),
            )
        else:
            self.headings[state] = span

    def report_in_introduction(self, markdown: Markdown, block: Range) -> list[Range]:
        """A quote; or what is meant for one of the four headings, whose actions would be read as introduction. Gives
        the ranges of braces that are not to blame.
        """
        self.report_quote(markdown, block)
        if report_plain_heading(markdown, block, self.desk):
            self.is_under_unknown_heading = True
        return report_actions_above(markdown, block, self.desk)

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
        if (
            report_pasted_bullet(markdown, block, self.desk) is not None
            or report_close_bullet(markdown, block, self.desk) is not None
        ):
            return [markdown.lines(block)]  # its braces are read once it is an item
        if markdown.kind(block) == "blockquote":
            self.report_quote(markdown, block)
        elif markdown.starts_with(block, ":", "："):  # a part's mark, misspelt
            return []
        elif report_plain_heading(markdown, block, self.desk):
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

    def item(self, markdown: Markdown, item: Range, segment: Segment) -> list[Range]:
        """Read one top-level item as an action."""
        parts = markdown.inside(item)
        if self.state is None:
            return self.skipped_braces(markdown, parts)
        if not parts or markdown.kind(parts[0]) != "paragraph":
            report_no_words(markdown.span(item), self.desk)
            return self.skipped_braces(markdown, parts)
        others = self.report_others(markdown, parts)
        start, end = markdown.lines(parts[0])
        braces = self.braces(markdown, parts[0], next((at for at, _ in others if start < at < end), end))
        details = details_of(braces, segment.audiences, self.desk)
        quotes = [part for part in parts if markdown.kind(part) == "blockquote"]
        self.report_quotes_in_detail(markdown, parts)
        for quote in quotes[1:]:
            self.desk.report(
                "quote-without-action",
                "this action has two texts for residents",
                markdown.span(quote),
                "join them with a line of `>` between the paragraphs",
            )
        if braces and not markdown.content(parts[0]).strip():
            report_no_words(markdown.span(parts[0]), self.desk)
        text = markdown.prose(part for part in parts if part not in quotes)
        plain = markdown.prose(markdown.inside(quotes[0])) if quotes else None
        self.actions.append(make_action(self.state, text, plain, details, markdown.span(parts[0]), self.desk))
        return [(braces.start, braces.end), *others] if braces else others

    def report_others(self, markdown: Markdown, parts: tuple[Range, ...]) -> list[Range]:
        """Slips by which other actions, or a heading, became words of this one. Gives the ranges of such actions, whose
        braces are read once they are items.
        """
        for part in parts:
            report_plain_heading(markdown, part, self.desk)
        text, others = markdown.passage.text, []
        for part in parts:
            start, end = markdown.lines(part)
            found = [slip(markdown, part, self.desk) for slip in (report_pasted_bullet, report_close_bullet)]
            begins = [at for at in found if at is not None and (part is not parts[0] or "\n" in text[start:at])]
            others += [(min(begins), end)] if begins else []
        return others

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
