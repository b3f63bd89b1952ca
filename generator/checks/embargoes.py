"""Nothing is published to the public while an embargo lasts, such as in the weeks before an election.

Authority: the Code of Recommended Practice on Local Authority Publicity (2011), whose last principle is care in times
of heightened sensitivity, from the notice of an election to the election. Which days these are, and whether nothing at
all is published in them, is for the council to say.
"""

from collections.abc import Iterator

from generator.domain.audience import Audiences
from generator.domain.coaching import Embargo
from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.domain.edition import Edition, Status
from generator.text.diagnostic import Diagnostic
from generator.text.plural import joined


def check(content: Content) -> Iterator[Diagnostic]:
    """Drafts may be written meanwhile, and what is frozen was published before anybody knew of the embargo."""
    for edition in content.editions:
        if edition.status is Status.PUBLISHED and not edition.is_frozen:
            for embargo in content.programme.embargoes:
                held = (it.id for it in content.programme.audiences if embargo.is_for(it))
                if (readers := edition.audiences & frozenset(held)) and embargo.lasts_on(edition.published):
                    yield _finding(edition, embargo, readers)


def _finding(edition: Edition, embargo: Embargo, readers: Audiences) -> Diagnostic:
    first, last = day_in_words(embargo.first_day), day_in_words(embargo.last_day)
    return Diagnostic(
        "embargo",
        f"the edition {edition.id} for {joined(sorted(readers))} would be published in the embargo `{embargo.title}`",
        edition.written_at,
        "publish it on another day, keep it as a draft with `status: draft`, or take these readers out of its `for:`",
        f"nothing is published to them from {first} to {last}",
        related=((embargo.written_at, "the embargo"),),
        subject=edition.id,
    )
