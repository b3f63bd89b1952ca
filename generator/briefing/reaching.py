"""Addresses by which a device calls or writes, from what stands in the programme for people to read."""

import re
from urllib.parse import quote

from generator.briefing.countries import country_of

_NUMBER = re.compile(r"\+?\d(?:[ .()\N{EN DASH}-]*\d)*")
_TRUNK = re.compile(r"\(0\)")  # `+44 (0)1632`: dialled within the country alone
_WITHIN_BRITAIN = re.compile(r"0([1-9]\d{8,9})")
_EXTENSION = re.compile(r"[ ,]*(?:ext(?:ension)?\.?|x) *(\d{1,6})", re.IGNORECASE)
_MOST_DIGITS = 15  # source: ITU-T E.164


def telephone_address(written: str, language: str) -> str:
    """The first number in some words, as `tel:`; empty where there is none.

    It is a global one, which can be called from everywhere, where the words or the country of the language tell which.
    A short number such as 101 stays as it is.
    Source: RFC 3966, section 5.1.
    """
    words = _TRUNK.sub("", written) if "+" in written else written
    found = _NUMBER.search(words)
    if found is None:
        return ""
    plus, digits = found[0][:1] == "+", re.sub(r"\D", "", found[0])
    if len(digits) > _MOST_DIGITS:
        return ""
    within = _WITHIN_BRITAIN.fullmatch(digits) if country_of(language) == "GB" and not plus else None
    number = f"+44{within[1]}" if within else f"{'+' if plus else ''}{digits}"
    extension = _EXTENSION.match(words, found.end())
    return f"tel:{number}{f';ext={extension[1]}' if extension else ''}"


def mail_address(email: str, subject: str = "") -> str:
    """A `mailto:` address; the subject is there to be changed. Source: RFC 6068, section 2."""
    if not email:
        return ""
    asked = f"?subject={quote(subject, safe='')}" if subject else ""
    return f"mailto:{quote(email, safe='@!$*+')}{asked}"
