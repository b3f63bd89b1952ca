"""The one paragraph of a letter that stands for it in lists, in search engines and in shared links."""

from generator.domain.prose import (
    Block,
    BulletList,
    NoteMark,
    NumberedList,
    Paragraph,
    Prose,
    Table,
    plain_words,
    words_of_runs,
)
from generator.domain.rewording import map_runs

_LONGEST_DESCRIPTION = 155


def opening(prose: Prose) -> Prose:
    """One paragraph that speaks for the whole elsewhere; without the marks of footnotes, which stay with the whole.

    It is the first that does not lead into a list or a table, nor tells of one that has just been read. Where there is
    none it is the first of all.
    """
    beside = zip((None, *prose), prose, (*prose[1:], None), strict=False)
    paragraphs = [(before, it, after) for before, it, after in beside if isinstance(it, Paragraph)]
    alone = (it for before, it, after in paragraphs if not (_is_list(before) or _is_list(after) or _leads_on(it)))
    found = next(alone, None) or next((it for _, it, _ in paragraphs), None)
    return map_runs((found,) if found else (), lambda run: () if isinstance(run, NoteMark) else (run,))


def _is_list(block: Block | None) -> bool:
    return isinstance(block, BulletList | NumberedList | Table)


def _leads_on(paragraph: Paragraph) -> bool:
    return words_of_runs(paragraph.runs).rstrip().endswith(":")


def in_short(prose: Prose) -> str:
    """Words for search engines and previews: whole words, 155 characters at most."""
    return shortened(plain_words(prose))


def shortened(words: str) -> str:
    if len(words) <= _LONGEST_DESCRIPTION:
        return words
    return f"{words[:_LONGEST_DESCRIPTION].rpartition(' ')[0]} …"
