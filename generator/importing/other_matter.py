"""Parts of a report that hold no actions: a risk is no promise, and a decision that is wanted is not made."""

import re

from generator.domain.prose import Heading, Paragraph
from generator.importing.document import Part, words_of
from generator.importing.shaping import is_bold_title

OF_A_LINE = 7  # below the levels of headings

_MATTER = (
    r"(?:risks?|issues?|dependenc(?:y|ies)|assumptions?|decisions?|escalations?|blockers?|challenges|concerns|mitigations?|"
    r"budget|finances?|spend(?:ing)?|costs?|savings|benefits|resources|resourcing|staffing|lessons|feedback|"
    r"key messages|communications|apologies|attendance|contacts?|appendix|appendices|notes|comments|"
    r"any other business|aob|support|help|asks?)"
)
_OTHER = re.compile(
    rf"(?:(?:key|top|main|current|new|open|our) )?{_MATTER}(?: (?:and|or|of) {_MATTER}| {_MATTER})*"
    r"(?: (?:log|register|learned|learnt|required|needed|sought|requested|update|summary|position|for (?:the )?board))*"
)


def names_other_matter(words: str) -> bool:
    """Whether a line is the title of such a part, such as `Risks and issues`."""
    plain = words.strip().replace("&", " and ").replace("/", " ").lower()
    is_title = not words.rstrip().endswith((".", "!", ",", ";"))
    return is_title and _OTHER.fullmatch(" ".join(re.findall(r"[a-z]+", plain))) is not None


def is_line_of_title(words: str) -> bool:
    """Whether a line among others is such a title, and not the end of a sentence or a figure: `costs`, `Costs: 40`."""
    return words[:1].isupper() and not any(map(str.isdigit, words)) and names_other_matter(words)


def begins_other_matter(part: Part, state_level: int) -> bool:
    """Whether a heading that we do not know ends the actions above it, as one of the same kind as theirs does.

    `state_level` is that of the heading that said whether they are done; OF_A_LINE where it was a line without a style.
    """
    if not isinstance(part, Heading | Paragraph):
        return False
    level = part.level if isinstance(part, Heading) else OF_A_LINE
    is_line = isinstance(part, Heading) or is_bold_title(part)
    return (is_line and level <= state_level) or names_other_matter(words_of(part))


def why_left(part: Part) -> str:
    return f"nothing says whether what stands below “{words_of(part)}” is done or to come"
