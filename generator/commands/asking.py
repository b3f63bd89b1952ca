"""A talk in the terminal: one question a line, each with an answer that Enter gives, in words that can be read aloud.

Plain `input` is enough for it. Libraries for such talks redraw the screen, which a screen reader cannot follow.
"""

import sys
from collections.abc import Callable, Iterator

from generator.authoring.new_programme import (
    Start,
    Strand,
    fault_of_audience,
    fault_of_person,
    fault_of_strand,
    read_person,
)
from generator.making.branding import legibility
from generator.making.colour import read_colour
from generator.making.theme import Theme
from generator.making.theme_file import TEXT_NEEDS

Fault = Callable[[str], str]

_YES = ("y", "yes")
_NO = ("n", "no")
_LEAD = "Workstream lead"
_BAD_LETTERS = "those letters could not be read; please type them again"


def can_ask() -> bool:
    """Whether somebody sits at both ends: nobody is asked through a pipe."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def ask(question: str, default: str, fault: Fault, shown: str = "") -> str:
    """The answer, or the default for none. What is wrong with an answer is told, and the question asked again.

    `shown` says what the default is, where that is not its own words. Raises EOFError where the answers end.
    """
    while True:
        try:
            words = " ".join(input(f"{question} (Enter: {shown or default}) ").split())
        except UnicodeDecodeError:
            tell(_BAD_LETTERS)
            continue
        wrong = fault(words) if words else ""
        if not wrong:
            return words or default
        tell(f"That cannot be taken: {wrong}.")


def ask_person(question: str, role: str) -> str:
    default = read_person("", role)
    return ask(question, f"{default.name}, {default.role}", lambda words: fault_of_person(read_person(words, role)))


def ask_strands() -> tuple[Strand, ...]:
    """At least one workstream; an empty title ends the list."""
    first = Start().strands[0]
    strands: list[Strand] = []
    title = ask("What is the first workstream called?", first.title, _fault_of_title)
    while title:
        lead = ask_person(f"Who leads {title}? Name and role, with a comma between.", _LEAD)
        strands.append(Strand(title, read_person(lead, _LEAD)))
        title = ask("What is the next workstream called?", "", _fault_of_title, "no more")
    return tuple(strands)


def _fault_of_title(words: str) -> str:
    return fault_of_strand(Strand(words, Start().strands[0].lead))


def ask_audiences() -> tuple[str, ...]:
    usual = ", ".join(Start().audiences)
    words = ask("Who reads the updates? Each has a site of their own. Put commas between.", usual, _fault_of_audiences)
    return tuple(listed(words))


def listed(words: str) -> Iterator[str]:
    """The parts between commas, but for empty ones."""
    return (part.strip() for part in words.split(",") if part.strip())


def _fault_of_audiences(words: str) -> str:
    if not any(listed(words)):
        return "it names nobody"
    return next(filter(None, map(fault_of_audience, listed(words))), "")


def ask_colour(theme: Theme) -> str | None:
    """The council's colour, as six digits; None for the theme's own. Each page gets the nearest shade that passes."""
    words = ask("Which colour is your council known by, such as #0b5c64 or navy?", "", fault_of_colour, "ours")
    while words:
        found = legibility(read_colour(words) or "", theme)
        tell(in_words(words, theme))
        if found.passes or found.nearest is None:
            return found.colour
        offer = "Shall we take that one? Yes, no, or another colour."
        answer = ask(offer, "yes", _fault_of_offer)
        if answer.lower() in _YES:
            return found.colour
        is_no = answer.lower() in _NO
        words = ask("Which colour instead?", "", fault_of_colour, "ours") if is_no else answer
    return None


def fault_of_colour(words: str) -> str:
    wrong = f"`{words}` is no colour that we can read; write six digits such as #0b5c64, or a name such as navy"
    return "" if read_colour(words) else wrong


def _fault_of_offer(words: str) -> str:
    return "" if words.lower() in (*_YES, *_NO) else fault_of_colour(words)


def in_words(words: str, theme: Theme) -> str:
    """How well a colour can be read, in figures and in words."""
    found = legibility(read_colour(words) or "", theme)
    name = found.colour if words.lower() == found.colour else f"{words} ({found.colour})"
    on_it = f"words on it one of {found.words_on_it:g} to 1"
    figures = f"{name} has a contrast of {found.on_page:g} to 1 to the page, and {on_it}."
    if found.passes:
        return f"{figures} Words need {TEXT_NEEDS:g}: everyone can read them."
    nearest = f" The nearest shade that passes is {found.nearest}." if found.nearest else ""
    return f"{figures} Words need {TEXT_NEEDS:g}: some people could not read them.{nearest}"
