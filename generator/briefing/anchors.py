"""Ids on a page. Each has a dot, which no id of the content has, so that none can be a theme's own."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.domain.prose import Block, Heading, OnlyFor, Prose, words_of_runs
from generator.domain.rewording import map_blocks
from generator.reading.identity import id_from_words


def of_action(action_id: str) -> str:
    return f"action.{action_id}"


def of_project(project_id: str) -> str:
    return f"project.{project_id}"


def of_measure(measure_id: str) -> str:
    return f"measure.{measure_id}"


def of_document(document_id: str) -> str:
    return f"document.{document_id}"


def of_part(part_id: str) -> str:
    """What the accessibility statement says of one thing that not everyone can use."""
    return f"part.{part_id}"


def from_words(prefix: str) -> Callable[[str], str]:
    """Makes anchors of words on one page, such as `letter.what-went-wrong`; no two are alike, for the second that would
    be has a number.
    """
    made: dict[str, int] = {}

    def anchor(words: str) -> str:
        slug = id_from_words(words) or "part"
        made[slug] = made.get(slug, 0) + 1
        return f"{prefix}.{slug}" + (f".{made[slug]}" if made[slug] > 1 else "")

    return anchor


def with_anchors(prose: Prose, prefix: str) -> Prose:
    """The prose with an anchor on each of its headings, made from its words."""
    anchor = from_words(prefix)

    def anchored(block: Block) -> Block:
        return replace(block, anchor=anchor(words_of_runs(block.runs))) if isinstance(block, Heading) else block

    return map_blocks(prose, anchored)


def headings_at_top(prose: Prose) -> Iterator[Heading]:
    """The headings of the highest level, for a page's contents."""
    for block in prose:
        if isinstance(block, Heading) and block.level == 2:
            yield block
        elif isinstance(block, OnlyFor):
            yield from headings_at_top(block.blocks)
