"""What whoever sends or publishes something is told while an embargo lasts, such as in the weeks before an election.

It stops nothing: a council goes on correcting what is wrong meanwhile, and who may say so is its monitoring officer.
"""

from collections.abc import Collection, Iterator
from datetime import date

from generator.domain.due import day_in_words
from generator.domain.programme import Programme
from generator.text.plural import joined


def embargoes_told(programme: Programme, readers: Collection[str], on: date) -> Iterator[str]:
    """A line for each embargo that lasts on the day for any of these audiences."""
    for embargo in programme.embargoes:
        held = sorted(it.id for it in programme.audiences if it.id in readers and embargo.is_for(it))
        if held and embargo.lasts_on(on):
            yield (
                f"`{embargo.title}` lasts until {day_in_words(embargo.last_day)}: hold what is for {joined(held)} until"
                " then, or ask your monitoring officer first"
            )
