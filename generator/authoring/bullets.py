"""Where the actions of a Markdown update stand in its file, part by part, so that they can be copied and added to."""

from collections.abc import Iterator, Mapping

from generator.authoring.definitions import Definition, PlacedDefinition, definitions_in, named_in
from generator.reading.braces import read_braces
from generator.reading.desk import Desk, Rules
from generator.reading.front_matter import read_front_matter
from generator.reading.markdown import Markdown, Range
from generator.reading.prose import parse
from generator.reading.segments import cut
from generator.text.source import Source
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Bullet:
    """One action: offsets in the file's text, each range from its first character to the one after its last.

    `whole` begins at the start of the line with the bullet and ends with the last word. `words_end` is where the first
    paragraph's words end; braces stand after it. `attributes` are what the braces say, each with its name and quotes.
    """

    whole: Range
    words_end: int
    braces: Range | None
    attributes: Mapping[str, Range]
    quote: Range | None
    definitions: tuple[Definition, ...]


def bullets_in(source: Source, rules: Rules) -> dict[int, Bullet]:
    """The actions of an update without errors, by the offset at which their words begin (`Action.written_at`)."""
    desk = Desk(source, [], rules)
    _, body = read_front_matter(desk)
    if body is None:
        return {}
    segments, _ = cut(body, desk)
    outside = definitions_in((it.passage for it in segments if it.audiences is None), desk)
    bullets: dict[int, Bullet] = {}
    for segment, markdown in parse(segments, desk)[0]:
        definitions = outside if segment.audiences is None else definitions_in([segment.passage], desk)
        for item in _top_items(markdown):
            parts = markdown.inside(item)
            if parts and markdown.kind(parts[0]) == "paragraph":
                bullets[markdown.span(parts[0]).start] = _bullet(markdown, item, definitions, desk)
    return bullets


def _top_items(markdown: Markdown) -> Iterator[Range]:
    for block in markdown.top():
        if markdown.kind(block) in ("bullet_list", "ordered_list"):
            yield from markdown.items(block)


def _bullet(markdown: Markdown, item: Range, definitions: tuple[PlacedDefinition, ...], desk: Desk) -> Bullet:
    text, home = markdown.passage.text, markdown.passage.home.start
    parts = markdown.inside(item)
    start, end = _trimmed(text, markdown.lines(item))
    first, after = markdown.lines(parts[0])
    braces = read_braces(markdown.passage, first, after, desk)
    words_end = len(text[: braces.start if braces else after].rstrip())
    quote = next((part for part in parts if markdown.kind(part) == "blockquote"), None)
    attributes = braces.attributes if braces else {}
    return Bullet(
        whole=(start + home, end + home),
        words_end=words_end + home,
        braces=(braces.start + home, braces.end + home) if braces else None,
        attributes={name: (it.whole.start, it.whole.end) for name, it in attributes.items()},
        quote=_moved(_trimmed(text, markdown.lines(quote)), home) if quote else None,
        definitions=named_in(text[start:end], (it.definition for it in definitions)),
    )


def _moved(range_: Range, by: int) -> Range:
    return range_[0] + by, range_[1] + by


def _trimmed(text: str, lines: Range) -> Range:
    """Without the empty lines at the end."""
    return lines[0], lines[0] + len(text[slice(*lines)].rstrip())
