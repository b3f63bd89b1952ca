"""What a programme begins with: the answers that flags give, and those that a talk gives."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace

from generator.authoring.new_programme import (
    Start,
    fault_of,
    fault_of_audience,
    fault_of_email,
    fault_of_person,
    fault_of_strand,
    read_person,
    read_strand,
)
from generator.authoring.workflow import fault_of_requirement
from generator.commands import asking
from generator.commands.manner import Manner
from generator.commands.terminal import Refused, say
from generator.making.colour import read_colour
from generator.making.theme import Theme

_ROLE = "Programme Director"
# What the talk asks for; each has a flag of its name.
_ANSWERS = ("organisation", "title", "objective", "director", "workstream", "audience", "email", "accent")


def add_answers(parser: ArgumentParser) -> None:
    parser.add_argument("--organisation", metavar="NAME", help="the council's name")
    parser.add_argument("--title", metavar="NAME", help="the programme's name")
    parser.add_argument("--objective", metavar="SENTENCE", help="what the programme is for")
    parser.add_argument("--director", metavar='"NAME, ROLE"', help="who directs it")
    parser.add_argument(
        "--workstream",
        metavar='"TITLE: NAME, ROLE"',
        action="append",
        help="a workstream and who leads it; may be given several times",
    )
    parser.add_argument(
        "--audience",
        metavar="NAME",
        action="append",
        help="who reads: staff, residents or others, each with a site; may be given several times (default: both)",
    )
    parser.add_argument("--email", metavar="ADDRESS", help="where readers can ask for help")
    parser.add_argument(
        "--accent",
        metavar="COLOUR",
        help="the council's colour, such as #0b5c64 or navy; the nearest shade that all can read is taken",
    )


def check_flags(arguments: Namespace) -> None:
    """Refuses flags that cannot stand together, and answers that cannot be taken, before anything is asked."""
    given = [name for name in _ANSWERS if getattr(arguments, name) is not None]
    if arguments.example and given:
        raise Refused(f"--example is a whole programme already: it cannot have --{given[0]} as well")
    if arguments.install_from is not None and not arguments.ci:
        raise Refused("--install-from is for --ci; give --ci github as well")
    for flag, fault in _faults(arguments):
        if fault:
            raise Refused(f"--{flag} cannot be taken: {fault}")


def _faults(arguments: Namespace) -> Iterator[tuple[str, str]]:
    for flag in ("organisation", "title", "director"):
        words = getattr(arguments, flag)
        if words is not None:
            yield flag, _fault_of_name(flag, words) if words.strip() else "it is empty"
    if arguments.email:
        yield "email", fault_of_email(arguments.email)
    if arguments.objective is not None:
        yield "objective", _fault_of_aim(arguments.objective)
    yield from (("workstream", fault_of_strand(read_strand(words))) for words in arguments.workstream or ())
    yield from (("audience", fault_of_audience(words)) for words in arguments.audience or ())
    if arguments.accent is not None:
        yield "accent", asking.fault_of_colour(arguments.accent)
    if arguments.install_from is not None:
        yield "install-from", fault_of_requirement(arguments.install_from)


def from_flags(arguments: Namespace) -> Start:
    usual = Start()
    strands = tuple(map(read_strand, arguments.workstream or ()))
    return Start(
        organisation=_one_line(arguments.organisation) or usual.organisation,
        title=_one_line(arguments.title) or usual.title,
        objective=_one_line(arguments.objective) or usual.objective,
        director=read_person(_one_line(arguments.director), _ROLE),
        strands=strands or usual.strands,
        audiences=tuple(map(_one_line, arguments.audience or ())) or usual.audiences,
        email=_one_line(arguments.email),
    )


def _one_line(words: str | None) -> str:
    return " ".join((words or "").split())


def talk(arguments: Namespace) -> Start:
    """Asks for what no flag has given."""
    start = from_flags(arguments)
    asking.tell("Answer each question, or press Enter for the answer in brackets: all can be changed later.")
    asking.tell("Ctrl+C stops, and leaves nothing behind.\n")
    if arguments.organisation is None:
        start = replace(start, organisation=asking.ask("What is your council called?", start.organisation, fault_of))
    if arguments.title is None:
        start = replace(start, title=asking.ask("What is the programme called?", start.title, fault_of))
    if arguments.objective is None:
        start = replace(start, objective=asking.ask("What is it for, in a sentence?", start.objective, _fault_of_aim))
    if arguments.director is None:
        question = "Who directs it? Name and role, with a comma between."
        start = replace(start, director=read_person(asking.ask_person(question, _ROLE), _ROLE))
    if arguments.workstream is None:
        start = replace(start, strands=asking.ask_strands())
    if arguments.audience is None:
        start = replace(start, audiences=asking.ask_audiences())
    if arguments.email is None:
        question = "At which e-mail address can readers ask for help?"
        start = replace(start, email=asking.ask(question, "", fault_of_email, "none yet"))
    return start


def _fault_of_name(flag: str, words: str) -> str:
    return fault_of_person(read_person(_one_line(words), _ROLE)) if flag == "director" else fault_of(words)


def _fault_of_aim(words: str) -> str:
    return fault_of(words, is_sentence=True)


def accent_of(arguments: Namespace, theme: Theme, asks: bool, manner: Manner) -> str | None:
    if arguments.accent is None:
        return asking.ask_colour(theme) if asks else None
    say(asking.in_words(arguments.accent, theme), manner)
    return read_colour(arguments.accent)
