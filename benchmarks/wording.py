"""The words of made content: sentences of the length and variety of real updates, always the same for the same names.

Few of them stand twice in ten years of updates, so that nothing which reads, compares or packs words has it too easy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import TypeVar

T = TypeVar("T")

_DEEDS = (  # a short name, what we will do, and how it reads when it is done
    ("lift", "Replace the lift", "The new lift works"),
    ("forms", "Put the ten most-used paper forms online", "The ten most-used forms work online"),
    ("records", "Move the customer records into the CRM", "The customer records are in the CRM"),
    ("evening-lines", "Keep the telephone lines open until seven", "The telephone lines stay open until seven"),
    ("survey", "Publish the results of the residents’ survey in full", "The survey’s results are published in full"),
    ("wifi", "Open free Wi-Fi to everyone who visits", "Free Wi-Fi is open to everyone who visits"),
    ("signs", "Put up signs that can be read from a wheelchair", "Signs that can be read from a wheelchair are up"),
    ("rota", "Agree a rota that everyone knows four weeks ahead", "Every rota is known four weeks ahead"),
    ("interpreters", "Offer BSL interpreters by video", "BSL interpreters answer by video within two minutes"),
    ("invoices", "Pay every small firm within ten days", "Small firms are paid within ten days"),
    ("boilers", "Take out the two oldest boilers", "The two oldest boilers are out"),
    ("panel", "Ask the residents’ panel its first questions", "The residents’ panel answered its first questions"),
    ("letters", "Rewrite our standard letters in plain English", "Our standard letters are in plain English"),
    ("apprentices", "Find apprentices who want to learn the work", "The new apprentices have begun"),
    ("minutes", "Publish decisions on the day after they are made", "Decisions are published the day after"),
    ("training", "Train colleagues who answer residents", "Colleagues who answer residents are trained"),
    ("booking", "Let people choose the hour of a visit", "People choose the hour of a visit themselves"),
    ("contract", "Buy the cleaning of old data together with our neighbours", "The contract for old data is signed"),
    ("website", "Test the new website with people who were never online", "The new website is tested"),
    ("archive", "List what is in the paper archive, and keep only what we must", "The paper archive is listed"),
    (
        "repairs",
        "Send a picture of the finished repair to whoever reported it",
        "Whoever reports a fault gets a picture",
    ),
    ("budget", "Explain next year’s budget on two pages", "Next year’s budget is explained on two pages"),
    ("bins", "Tell every street which day its bins are emptied", "Every street knows the day of its bins"),
    ("translations", "Offer our ten most-read leaflets in five languages", "Our ten most-read leaflets are translated"),
)
_PLACES = (
    "at Central Library",
    "at Eastgate Library",
    "in Thornmere",
    "in Wick Green",
    "at the Town Hall",
    "in all eleven buildings",
    "at the Alderfield community centre",
    "at the Sallowby depot",
    "in the contact centre",
    "for the four wards in the north",
    "at Weavers’ Hall",
    "in Market Square",
    "for our nineteen schools",
    "at the Loom Street offices",
    "in the planning team",
    "for tenants in Harrow Lane",
    "at Brook House",
    "for people who care for somebody at home",
)
_AIMS = (
    "so that callers tell their story only once",
    "which helps people who work in the day",
    "as the residents’ panel asked",
    "before the old agreement ends",
    "because the old way took eleven days",
    "together with the two councils next to us",
    "within the money that Cabinet agreed",
    "and write down what we would do differently",
    "starting with those who wait longest",
    "without closing the service for a day",
    "so that nobody needs to come to an office for it",
    "after a trial with forty households",
)
_COUNTED = ("households", "records", "letters", "colleagues", "visits", "calls", "rooms", "cases", "replies", "forms")
_ENDINGS = (
    "The team of {n} works on it each week, and meets on Tuesdays.",
    "Of those whom we asked, {n} in a hundred were content with how it went.",
    "It costs £{n},400, which is less than we had set aside.",
    "We heard from {n} people, and changed two things because of what they said.",
    "What is left is small: {n} cases, each of which somebody has begun.",
    "The figures are in [the report of the month](https://www.merebrook.example/reports/{n}).",
    "The next step needs the contractor, who comes on the {day} of the month.",
    "Anybody who would rather write or ring can still do so, and {n} did.",
)
_WHY_LATER = (
    "The electrician found that the fuse board needs replacing as well.",
    "Two of the three firms that we asked had no time before the summer.",
    "More people answered than we had allowed for, and each answer is read.",
    "The supplier delivers five weeks late.",
)
_WHY_STOPPED = (
    "A trial gave the wrong answer one time in five.",
    "The new website does the same for less.",
    "Those for whom it was meant told us that they would rather have a person.",
)
_LETTER = (
    "This month {n} of you wrote to me, most of them about our work {place}, and I have read every letter. What I took "
    "from them stands below; what I could not answer at once I have passed to the people who can, with a date by which "
    "to reply.",
    "Some things went well. {done} {place}, and the first {n} {counted} are through. It took longer than I had hoped, "
    "and I would rather say so here than have you find it in a table. The [figures](https://www.merebrook.example/"
    "figures/{n}) are open to all, with the ones that do not flatter us.",
    "Other things did not. We had meant to go further {place}, {aim}, and we are not there. I have asked the team to "
    "say by the {day} of next month what it needs, and I will tell you what they answered.",
    "There is more to read from each workstream, and beside each promise stands what became of it. If a date matters "
    "to you and it moves, please ask us why: you have a right to know, and a reason that cannot be told is a poor one.",
)
_TO_COLLEAGUES = (
    "To colleagues {place}: nothing changes for you before the {day}, and {n} of you have asked me already."
)
_DAYS = ("second", "fifth", "ninth", "twelfth", "fourteenth", "nineteenth", "twenty-first", "twenty-sixth")


@dataclass(slots=True)
class Dice:
    """Throws that depend on nothing but the name: the same on every machine and in every version of Python."""

    name: str
    _left: bytes = b""
    _turn: int = 0

    def throw(self, sides: int) -> int:
        """From 0 up to, and without, the number of sides."""
        if len(self._left) < 2:
            self._left = blake2s(f"{self.name}/{self._turn}".encode()).digest()
            self._turn += 1
        number, self._left = int.from_bytes(self._left[:2], "big"), self._left[2:]
        return number % sides

    def pick(self, choice: Sequence[T]) -> T:
        return choice[self.throw(len(choice))]

    def comes(self, times: int, of: int) -> bool:
        """Whether a thing is so that is so for this share of all."""
        return self.throw(of) < times


@dataclass(frozen=True, slots=True)
class Matter:
    """What one action is about, through all its months."""

    slug: str
    will: str
    done: str
    place: str
    aim: str
    counted: str
    whole: int  # how many there are to do


def matter(name: str) -> Matter:
    dice = Dice(name)
    slug, will, done = dice.pick(_DEEDS)
    place, aim, counted = dice.pick(_PLACES), dice.pick(_AIMS), dice.pick(_COUNTED)
    return Matter(slug, will, done, place, aim, counted, 40 + dice.throw(1900))


def promise(about: Matter) -> str:
    return f"{about.will} {about.place}, {about.aim}: {about.whole:,} {about.counted} in all."


def progress(about: Matter, dice: Dice) -> str:
    so_far = 1 + dice.throw(about.whole)
    return f"{about.will} {about.place}: {so_far:,} of {about.whole:,} {about.counted} so far.{_ending(dice)}"


def completion(about: Matter, dice: Dice) -> str:
    return f"{about.done} {about.place}, for {about.whole:,} {about.counted}, {about.aim}.{_ending(dice)}"


def plain(about: Matter, *, is_done: bool) -> str:
    """What residents read in place of it."""
    if is_done:
        return f"It is done: {_low(about.done)} {about.place}."
    return f"We want to {_low(about.will)} {about.place}, and we will tell you here when it is done."


def details(about: Matter, dice: Dice) -> tuple[str, str]:
    return (
        f"{_upper(about.counted)} {about.place}: {dice.throw(about.whole)} checked, by {2 + dice.throw(7)} people.",
        _ending(dice, 1).strip(),
    )


def why_later(dice: Dice) -> str:
    return dice.pick(_WHY_LATER)


def why_stopped(dice: Dice) -> str:
    return dice.pick(_WHY_STOPPED)


def introduction(name: str) -> str:
    """The sentence or two with which a workstream begins."""
    dice, about = Dice(name), matter(name)
    return f"Most of our time went to the work {about.place}, {about.aim}.{_ending(dice)}"


def letter(name: str) -> tuple[str, ...]:
    """Four paragraphs from the director, some with a word to colleagues below."""
    dice = Dice(name)
    paragraphs = [_fill(text, dice, matter(f"{name}/{place}")) for place, text in enumerate(_LETTER)]
    if dice.comes(1, 3):
        paragraphs.append(f"::: staff\n{_fill(_TO_COLLEAGUES, dice, matter(f'{name}/staff'))}\n:::")
    return tuple(paragraphs)


def _ending(dice: Dice, least: int = 0) -> str:
    """None, one or two more sentences."""
    return "".join(f" {_fill(dice.pick(_ENDINGS), dice, None)}" for _ in range(max(least, dice.throw(3))))


def _fill(text: str, dice: Dice, about: Matter | None) -> str:
    day = dice.pick(_DAYS)
    if about is None:
        return text.format(n=3 + dice.throw(95), day=day)
    return text.format(
        n=3 + dice.throw(95), day=day, place=about.place, done=about.done, aim=about.aim, counted=about.counted
    )


def _low(text: str) -> str:
    return text if text[:2].isupper() else text[0].lower() + text[1:]


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]
