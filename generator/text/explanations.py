"""What each code of a finding means, as its page in docs/reference/diagnostics says it."""

from generator.shipped import diagnostics_folder
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """`title` is a line of Markdown without its mark, such as "`bad-due`: this is not a date ...". `reasons` are the
    paragraphs before the first example, and `page` is all of it.
    """

    title: str
    reasons: str
    page: str

    @property
    def short(self) -> str:
        """The title without the code."""
        return self.title.partition(": ")[2]


def explanation_of(code: str) -> Explanation:
    """`code` is one of CODES, each of which has a page."""
    page = (diagnostics_folder() / f"{code}.md").read_text(encoding="utf-8")
    heading, _, rest = page.partition("\n")
    reasons = rest.partition("\nWrong")[0].partition("\n```")[0].strip()
    return Explanation(heading.removeprefix("# "), reasons, page)
