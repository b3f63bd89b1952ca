"""Whom to tell of a weakness is told for a time that is not over, and not too long.

Authority: RFC 9116, section 2.5.5: what has expired is not to be used, and should be less than a year ahead.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.domain.content import Content
from generator.domain.due import day_in_words
from generator.text.diagnostic import Diagnostic

_YEAR = timedelta(days=366)


def check(content: Content, on: date) -> Iterator[Diagnostic]:
    """`on` is the day by which the last day is judged."""
    contact = content.programme.security
    if contact is None or on <= contact.expires <= on + _YEAR:
        return
    day = day_in_words(contact.expires)
    is_over = contact.expires < on
    yield Diagnostic(
        "security-contact-expires",
        f"the contact for weaknesses expired on {day}"
        if is_over
        else f"the contact for weaknesses expires on {day}, more than a year ahead",
        contact.written_at,
        "see whether it still holds, and write a day within the next year",
        "whoever finds a weakness does not rely on it any more" if is_over else "in a year, much may have changed",
    )
