"""What came of asking, in words for the writer. None of it is an error: other people's sites are not in our hands."""

from collections.abc import Sequence

from generator.outside.addresses import host_of
from generator.outside.answer import Answer, VisitOutcome
from generator.text.diagnostic import Diagnostic
from generator.text.source import Span
from generator.values import dataclass

_MOST_PLACES = 4  # besides the first

_LOOK = "open it in a browser; if all is well, accept this finding with that as its reason"
_WHO = "write an address that your readers can open; if they can open this one, accept this finding and say so"
_WARN = "tell those who run it; until then, link to a page that is safe"
_LATER = "ask again tomorrow; if it stays so, find where the page is now"
_FIND = "find where it is now, or take the link out and keep its words"


def finding(address: str, places: Sequence[Span], answer: Answer) -> Diagnostic | None:
    """One for an address, at its first place; None where all is well."""
    told = _told(address, answer)
    if told is None:
        return None
    note = told.note
    first, *others = places
    if len(others) > _MOST_PLACES:
        more = f"it stands in {len(places)} places, of which the first are shown"
        note = f"{note}; {more}" if note else more
    return Diagnostic(
        f"outside-link-{told.code}",
        told.message,
        first,
        told.remedy,
        note,
        related=tuple((span, "and here") for span in others[:_MOST_PLACES]),
        subject=address,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a finding says; `code` is the last part of its own."""

    code: str
    message: str
    remedy: str
    note: str = ""


def _told(address: str, answer: Answer) -> _Told | None:
    """None where all is well. What is said of a `host` is said of the one that answered: the last that it led on to."""
    host = host_of(answer.to) or host_of(address)
    onward = f"it leads on to {answer.to}" if answer.to else ""
    match answer.outcome:
        case VisitOutcome.FINE | VisitOutcome.LOST:
            return None
        case VisitOutcome.MOVED:
            return _Told("moved", "this page has moved for good", f"write {answer.to}")
        case VisitOutcome.SIGN_IN:
            note = f"it leads on to {answer.to}"
            return _Told("elsewhere", "this address leads to a page where one signs in", _WHO, note)
        case VisitOutcome.HOME:
            note = f"it leads on to {answer.to}; many sites do so with pages that they have taken down"
            return _Told("elsewhere", f"this address leads to the front page of {host}", _FIND, note)
        case VisitOutcome.OTHER_KIND:
            return _Told("elsewhere", "this address leads to something that is no web page", _FIND, onward)
        case VisitOutcome.INWARD:
            note = f"it leads on to {answer.to}, which was not asked" if answer.to else ""
            return _Told("elsewhere", "this address leads into a network of our own", _WHO, note)
        case VisitOutcome.GONE:
            words = "is no such page any more" if answer.said == "410" else "is no such page"
            return _Told("gone", f"{host} says that there {words} ({answer.said})", _FIND, onward)
        case VisitOutcome.CIRCLE:
            return _Told("gone", "this address leads round in a circle", _FIND, onward)
        case VisitOutcome.UNKNOWN_HOST:
            if answer.to:
                return _Told("gone", f"this address leads on to {host}, which nobody knows", _FIND, onward)
            note = "if it is known on your own network alone, accept this finding and say so"
            return _Told("gone", f"nobody knows a site called {host}", "look at its spelling", note)
        case VisitOutcome.FOR_EXAMPLES:
            return _Told(
                "gone", f"no site can have the name {host}, which is kept for examples", "write the real address"
            )
        case VisitOutcome.OURSELVES:
            message = f"for each reader {host} is a machine of their own"
            return _Told("gone", message, "write the address under which others find it", "it was not asked")
        case _:
            return _unclear(host, answer, onward)


def _unclear(host: str, answer: Answer, onward: str) -> _Told:
    """Where it may be that nothing is wrong."""
    match answer.outcome:
        case VisitOutcome.REFUSED:
            return _Told("unseen", f"{host} does not show this page to a program ({answer.said})", _LOOK, onward)
        case VisitOutcome.NOT_FOR_PROGRAMS:
            return _Told(
                "unseen", f"{host} asks programs not to visit this page", _LOOK, "it says so in its robots.txt"
            )
        case VisitOutcome.BUSY:
            note = "run `golden check --external` again later: what was found now is kept"
            return _Told("unseen", f"{host} asked us to come back later", _LOOK, note)
        case VisitOutcome.OUT_OF_SIGHT:
            note = "it is a name or an address of your own network, and this machine may stand outside it"
            return _Told("unseen", f"{host} cannot be seen from this machine", _LOOK, note)
        case VisitOutcome.UNSAFE:
            note = f"{answer.said}; readers are warned off, or cannot open it at all"
            return _Told(
                "unsafe", f"{host} cannot show that it is itself", _WARN, f"{onward}; {note}" if onward else note
            )
        case VisitOutcome.FAULTY:
            return _Told("silent", f"{host} says that something is wrong there ({answer.said})", _LATER, onward)
        case VisitOutcome.UNREACHABLE:
            return _Told("silent", f"{host} could not be reached", _LATER, onward)
        case _:
            return _Told("silent", f"{host} gave no answer: {answer.said}", _LATER, onward)
