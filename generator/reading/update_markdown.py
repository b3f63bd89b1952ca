"""A workstream's update written in Markdown."""

import re

from generator.domain.audience import Audiences
from generator.domain.edition import Action, State
from generator.domain.prose import OnlyFor, Prose
from generator.domain.workstream import Reference
from generator.reading.actions import Details, by_state, make_action
from generator.reading.braces import Attribute, Braces, read_braces, report_unconsumed
from generator.reading.desk import Desk, closest
from generator.reading.kinds import checked_audiences, checked_due, checked_id
from generator.reading.markdown import Markdown, Range
from generator.reading.passage import Passage
from generator.reading.prose import parse
from generator.reading.segments import Segment, cut

# Bullets as word processors write them, at the start of what Markdown takes for a paragraph.
_PASTED_BULLET = re.compile(r"[•–—·‣▪●◦○■\uf0b7](?=\s)|[•‣▪●◦\uf0b7]")


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
        self.introduction: Prose = ()
        self.actions: list[Action] = []

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
        report_unconsumed(self.passage, consumed, self.desk)
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
                self.report_quote(markdown, block)
            elif markdown.kind(block) in ("bullet_list", "ordered_list"):
                for item in markdown.items(block):
                    consumed.extend(self.item(markdown, item, segment))
            else:
                self.report_outside(markdown, block)
        if segment.audiences is None:
            self.introduction += markdown.blocks(opening, marks)
        elif opening:
            self.introduction += (OnlyFor(segment.audiences, markdown.prose(opening)),)
        shift = segment.passage.home.start - self.passage.home.start
        return [(start + shift, end + shift) for start, end in consumed]

    def heading(self, markdown: Markdown, block: Range, segment: Segment) -> None:
        words = " ".join(markdown.content(block).split())
        state = self.desk.rules.headings.get(words.lower().rstrip(":"))
        self.state, self.is_under_unknown_heading = state, state is None
        span = markdown.span(block)
        if state is None:
            known = tuple(heading.capitalize() for heading in self.desk.rules.headings)
            self.desk.report(
                "unknown-heading",
                f"`{words}` is not a heading of an update",
                span,
                closest(words, {heading.lower(): heading for heading in known}),
                "the workstream's title comes from workstreams.yml",
            )
        elif segment.audiences is not None:
            self.desk.report(
                "unknown-heading",
                "a heading cannot stand in a part for one audience",
                span,
                "put the part below the heading, around its actions",
            )

    def report_quote(self, markdown: Markdown, block: Range) -> None:
        if markdown.kind(block) == "blockquote":
            self.desk.report(
                "quote-without-action",
                "this quote belongs to no action",
                markdown.span(block),
                "a quote is an action's words for residents: indent it under the action, or take off its `>`",
            )

    def report_outside(self, markdown: Markdown, block: Range) -> None:
        span = markdown.span(block)
        start, end = markdown.lines(block)
        words = markdown.passage.text[start:end].strip()
        if markdown.kind(block) == "blockquote":
            self.report_quote(markdown, block)
        elif pasted := _PASTED_BULLET.match(words):
            self.report_pasted(pasted.group(), markdown, block)
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
                "begin it with `- ` if it is one, or indent it under the action that it belongs to",
            )

    def report_pasted(self, bullet: str, markdown: Markdown, block: Range) -> None:
        self.desk.report(
            "pasted-bullet",
            f"`{bullet}` is a bullet pasted from elsewhere, which nothing reads as one",
            markdown.span(block),
            "begin each of these lines with `- `",
        )

    def item(self, markdown: Markdown, item: Range, segment: Segment) -> list[Range]:
        """Read one top-level item as an action."""
        parts = markdown.inside(item)
        if self.state is None:
            return self.skipped_braces(markdown, parts)
        if not parts or markdown.kind(parts[0]) != "paragraph":
            self.desk.report(
                "action-without-words",
                "this action begins without words",
                markdown.span(item),
                "write what was done or will be done first",
            )
            return []
        pasted = _PASTED_BULLET.match(markdown.content(parts[0]))
        if pasted:
            self.report_pasted(pasted.group(), markdown, parts[0])
        braces = self.braces(markdown, parts[0])
        details = self.details(braces, segment.audiences)
        quotes = [part for part in parts if markdown.kind(part) == "blockquote"]
        for quote in quotes[1:]:
            self.desk.report(
                "quote-without-action",
                "this action has two texts for residents",
                markdown.span(quote),
                "join them with a line of `>` between the paragraphs",
            )
        self.report_headings(markdown, parts)
        text = markdown.prose(part for part in parts if part not in quotes)
        plain = markdown.prose(markdown.inside(quotes[0])) if quotes else None
        self.actions.append(make_action(self.state, text, plain, details, markdown.span(parts[0]), self.desk))
        return [(braces.start, braces.end)] if braces else []

    def skipped_braces(self, markdown: Markdown, parts: tuple[Range, ...]) -> list[Range]:
        """Under a heading that nobody knows the actions are not read; their braces are not to blame."""
        braces = self.braces(markdown, parts[0]) if parts and markdown.kind(parts[0]) == "paragraph" else None
        markdown.prose(parts)
        return [(braces.start, braces.end)] if braces else []

    def report_headings(self, markdown: Markdown, parts: tuple[Range, ...]) -> None:
        for part in parts:
            if markdown.kind(part) == "heading":
                self.desk.report(
                    "unknown-heading",
                    "a heading cannot stand inside an action",
                    markdown.span(part),
                    "write it as words in **bold**",
                )

    def braces(self, markdown: Markdown, paragraph: Range) -> Braces | None:
        """The braces at the paragraph's end, taken off before its words are read."""
        start, end = markdown.lines(paragraph)
        braces = read_braces(markdown.passage, start, end, self.desk)
        if braces:
            before = markdown.passage.text[start : braces.start].count("{")
            content = markdown.content(paragraph)
            at = [i for i, character in enumerate(content) if character == "{"][before]
            markdown.cut_content(paragraph, at)
        return braces

    def details(self, braces: Braces | None, block: Audiences | None) -> Details:
        attributes = dict(braces.attributes) if braces else {}
        audiences = self._audiences(attributes.get("for"), block)
        identity, due = attributes.get("id"), attributes.get("due")
        reason = attributes.get("reason")
        return Details(
            id=checked_id(identity.value, identity.span, self.desk) if identity else None,
            due=checked_due(due.value, due.span, self.desk) if due else None,
            audiences=audiences,
            reason=reason.value if reason else "",
            project=_reference(attributes.get("project")),
            measure=_reference(attributes.get("measure")),
            after=_references(attributes.get("after")),
            continues=_references(attributes.get("from")),
            tags=tuple(reference.id for reference in _references(attributes.get("tags"))),
        )

    def _audiences(self, written: Attribute | None, block: Audiences | None) -> Audiences | None:
        """What the braces say, narrowed by the part that the action stands in."""
        if written is None:
            return block
        named = [(name, written.span) for name in written.value.replace(",", " ").split()]
        own = checked_audiences(named, self.desk) or frozenset()
        return own if block is None else own & block


def _reference(attribute: Attribute | None) -> Reference | None:
    return Reference(attribute.value, attribute.span) if attribute else None


def _references(attribute: Attribute | None) -> tuple[Reference, ...]:
    names = attribute.value.replace(",", " ").split() if attribute else []
    return tuple(Reference(name, attribute.span) for name in names if attribute)
