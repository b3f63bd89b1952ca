"""Newsletters to the public come out quarterly at most.

Authority: the Code of Recommended Practice on Local Authority Publicity (2011), which English councils must have regard
to under the Local Government Act 1986, section 4. Its words on newsletters are about those of principal councils, such
as boroughs and counties; parish councils may have one a month.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.domain.content import Content
from generator.domain.due import quarter_of
from generator.domain.newsletter import Every, Newsletter
from generator.text.diagnostic import Diagnostic

_WHY = "councils in England are to publish newsletters quarterly at most: Code of Practice on Local Authority Publicity"


def check(content: Content) -> Iterator[Diagnostic]:
    internal = content.programme.internal
    for newsletter in content.programme.newsletters:
        if newsletter.audience not in internal and _is_more_than_quarterly(newsletter, content):
            yield Diagnostic(
                "newsletter-too-often",
                f"the newsletter `{newsletter.id}` reaches {newsletter.audience} more than once a quarter",
                newsletter.written_at,
                "write `every: quarter`, or accept it here with the reason",
                _WHY,
                subject=newsletter.id,
            )


def _is_more_than_quarterly(newsletter: Newsletter, content: Content) -> bool:
    if isinstance(newsletter.every, Every):
        return newsletter.every is Every.MONTH
    named = {reference.id for reference in newsletter.every}
    quarters = [quarter_of(edition.month.first_day) for edition in content.editions if edition.id in named]
    return any(before == after for before, after in pairwise(quarters))
