"""What a heading of somebody else's says to us: whose workstream this is, and whether it is done or to come."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from generator.domain.due import MONTHS
from generator.domain.edition import State
from generator.domain.programme import Programme
from generator.domain.workstream import Workstream
from generator.reading.desk import looked_up
from generator.values import dataclass

_WHEN = (
    r"(?:(?:in|during|for|over|since|to|as at|this|last|next|the|coming|past|date|so far|period|month|quarter|year|"
    r"update|edition|report|reporting|end|of|weeks?|few|months|until|by|now|up|"
    rf"{'|'.join(MONTHS)}|(?:19|20|21)\d\d(?:/\d\d)?|\d{{1,2}}|q[1-4]))"
).lower()
_THINGS = r"(?:actions?|activit(?:y|ies)|tasks?|work|milestones?|items?|deliverables?|things|steps?)"
_STATES: tuple[tuple[State, str], ...] = (
    (
        State.COMPLETED,
        rf"(?:recently )?(?:completed|done|delivered|achieved)(?: {_THINGS})?|{_THINGS} (?:that (?:are|were) )?"
        r"(?:completed|done|delivered|achieved)|(?:key |main |our )?(?:achievements|accomplishments|successes)|"
        r"(?:so )?what (?:have we|we have|weve|we|has been|have you|you have) (?:completed|done|achieved|delivered)|"
        r"(?:we have|weve) (?:completed|done|achieved|delivered)|complete",
    ),
    (
        State.UNDER_WAY,
        rf"(?:under ?way|ongoing|on going|in progress|in hand|in train)(?: {_THINGS})?|work in progress|"
        rf"{_THINGS} (?:under ?way|ongoing|on going|in progress)|current(?:ly)? (?:under ?way|{_THINGS})|"
        r"what (?:we are|were) (?:doing|working on)|(?:we are|were) working on",
    ),
    (
        State.FUTURE,
        rf"(?:future|planned|upcoming|forthcoming|next|further|proposed|outstanding)(?: {_THINGS})?|"
        rf"{_THINGS} (?:planned|for|to come|to do|outstanding|to be done|ahead)|next steps|"
        rf"(?:planned|plans|priorities|{_THINGS}) for|"
        r"(?:future|next) (?:plans|priorities)|whats next|what (?:is|comes|happens) next|coming (?:up|next|soon)|"
        r"what (?:we will|will we|well|we plan to|are we planning to|we are going to|we intend to|are we going to|"
        r"you will) (?:do|deliver)(?: next)?|(?:we will|we plan to)(?: do)?|looking (?:ahead|forward)|"
        r"(?:forward|ahead) (?:look|plan)|look ahead|to do|still to (?:do|come)|to come",
    ),
    (
        State.STOPPED,
        rf"(?:stopped|cancelled|canceled|withdrawn|discontinued|abandoned)(?: {_THINGS})?|"
        rf"{_THINGS} (?:that (?:are|were) )?(?:stopped|cancelled|withdrawn)|"
        r"no longer (?:planned|going ahead|proceeding|doing|happening)|"
        r"what (?:we have|weve) stopped(?: doing)?|(?:we have|weve) stopped",
    ),
)
_HEADS = tuple((state, re.compile(rf"(?:{words})(?: {_WHEN})*")) for state, words in _STATES)
_TOO_BARE = frozenset(("further", "complete", "proposed", "outstanding"))  # by themselves they say too little

# What the column of states in a table says of one action.
_STATUSES: Mapping[State, frozenset[str]] = {
    State.COMPLETED: frozenset(("complete", "completed", "done", "delivered", "achieved", "finished", "closed")),
    State.UNDER_WAY: frozenset(("in progress", "under way", "underway", "ongoing", "on going", "started", "current")),
    State.FUTURE: frozenset(
        ("future", "next step", "next steps", "not started", "open", "planned", "to do", "upcoming")
    ),
    State.STOPPED: frozenset(("stopped", "cancelled", "canceled", "withdrawn", "discontinued", "abandoned")),
}
# These say how it goes, and so that it goes; the words themselves stay.
_GOING = frozenset(
    ("on track", "off track", "at risk", "delayed", "behind", "behind schedule", "on schedule", "slipped", "late")
)

_PART = re.compile(r"(?<![\d.,])(?!100(?:[.,]0+)?\s?%)\d+(?:[.,]\d+)?\s?%")

# Words that make a heading of a name, or say no more of it.
_FILLERS = frozenset(
    (
        "workstream", "workstreams", "work", "stream", "streams", "strand", "programme", "project", "update", "updates",
        "report", "reports", "progress", "section", "lead", "leads", "leader", "led", "officer", "sro", "name", "owner",
        "by", "of", "for", "the", "on", "from", "a", "an", "and", "team", "monthly", "highlight", "summary", "status",
        "director", "manager", "responsible", "senior",
    )
)  # fmt: skip
_FILLERS |= {month.lower() for month in MONTHS}
_OF_A_LEAD = frozenset(["lead", "leads", "led", "leader", "owner", "sro", "officer", "workstream", "stream", "strand"])
_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"^\s*(?:workstream |work stream )?\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-hA-H])[.):]\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s+[–—|-]\s+|\s*[:|–—]\s*")
# A line that says that it names a lead or a workstream, before the name or after it.
_LEAD = r"(?:work ?stream|strand) (?:lead(?:er)?|owner|sro|manager)(?: officer)?"
_WHOSE = re.compile(
    rf"(?:{_LEAD}\s*[:–-]?|(?:work ?stream|strand)(?: \d{{1,2}})?\s*[:–-])\s*(?P<name>.+)"
    rf"|(?P<before>.+?)\s*[,(–-]\s*{_LEAD}\)?",
    re.IGNORECASE,
)
_SMALL_IN_A_NAME = frozenset(("and", "&", "of", "the", "for", "to", "de", "van", "von", "in", "–", "-"))
_LIKE_ENOUGH = 0.86
_LONGEST = 12  # words of a heading


@dataclass(frozen=True, slots=True)
class Head:
    """What a heading says. `is_near` where the workstream's name is not quite the one that we know."""

    workstream: str | None = None
    state: State | None = None
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    id: str
    titles: tuple[tuple[str, ...], ...]
    meant: tuple[tuple[str, ...], ...]  # the titles without their fillers
    lead: tuple[str, ...]
    role: tuple[str, ...]


class Heads:
    """The headings that a programme's people use."""

    def __init__(
        self, workstreams: Iterable[Workstream], programme: Programme, own_headings: Mapping[str, State]
    ) -> None:
        self._named = tuple(_named(it) for it in workstreams)
        self._director = _tokens(programme.director.role)
        self._own = own_headings

    def read(self, words: str, *, is_heading: bool) -> Head | None:
        """None for what is no heading of ours. `is_heading` allows names that are only near to one."""
        plain = _NUMBER.sub("", words.strip()).strip(" \t*_:#-–—")
        if not plain or len(plain.split()) > _LONGEST:
            return None
        if state := self.state(plain):
            return Head(state=state)
        head = self._workstream(plain, is_heading=is_heading)
        if head and not head.is_near:
            return head
        parts = [part for part in _PARTS.split(plain) if part]
        for name, word in (parts, reversed(parts)) if len(parts) == 2 else ():
            state, named = self.state(word), self._workstream(name, is_heading=is_heading)
            if state and named:
                return Head(named.workstream, state, named.is_near)
        return head

    def stands_alone(self, words: str) -> bool:
        """Whether a line without any mark of a heading is one nevertheless."""
        return self.read(words, is_heading=False) is not None or self.names_another(words)

    def names_another(self, words: str) -> bool:
        """Whether a line names a lead or a workstream that is none of ours."""
        plain = words.strip(" \t*_#")
        found = _WHOSE.fullmatch(plain) if len(plain.split()) <= _LONGEST else None
        if found is None or plain.endswith((".", "!", "?", ":")) or self.read(words, is_heading=True):
            return False
        name = (found["name"] or found["before"]).split()
        return name[0][:1].isupper() and all(it[:1].isupper() or it.lower() in _SMALL_IN_A_NAME for it in name)

    def state(self, words: str) -> State | None:
        if (own := self._own.get(looked_up(words))) is not None:
            return own
        small = " ".join(words.split()).lower().rstrip(":")
        plain = " ".join(re.sub(r"['’]", "", small.replace("-", " ")).split()).strip(" .:*_?!")
        if words.rstrip().endswith(".") or plain in _TOO_BARE or plain.endswith(" for"):
            return None
        return next((state for state, pattern in _HEADS if pattern.fullmatch(plain)), None)

    def workstream(self, words: str) -> Head | None:
        """A cell that names a workstream, by any of its names."""
        return self._workstream(_NUMBER.sub("", words.strip()), is_heading=True)

    def _workstream(self, words: str, *, is_heading: bool) -> Head | None:
        tokens = _tokens(words)
        if not tokens or (_contains(tokens, self._director) and not _OF_A_LEAD & frozenset(tokens)):
            return None
        exact = [it.id for it in self._named if _names(tokens, it, is_heading=is_heading)]
        if exact or not is_heading:
            return Head(exact[0]) if len(exact) == 1 else None
        near = [it.id for it in self._named if _is_near(tokens, it)]
        return Head(near[0], is_near=True) if len(near) == 1 else None


def status(words: str) -> tuple[State | None, bool]:
    """What a cell says of an action, and whether that is all that it says. What is 75% complete is not completed."""
    plain = " ".join(re.findall(r"[a-z]+", words.lower()))
    if "?" in words or _PART.search(words):
        return (State.UNDER_WAY if plain in _STATUSES[State.UNDER_WAY] else None), False
    for state, names in _STATUSES.items():
        if plain in names:
            return state, not any(it.isdigit() for it in words)
    return (State.UNDER_WAY if plain in _GOING else None), False


def _named(workstream: Workstream) -> _Named:
    titles = _tokens(workstream.title), _tokens(workstream.id)
    lead = workstream.lead
    return _Named(workstream.id, titles, tuple(map(_meant, titles)), _tokens(lead.name), _tokens(lead.role))


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(token.casefold() for token in _WORDS.findall(words.replace("&", " and ").replace("’", "")))


def _meant(tokens: Iterable[str]) -> tuple[str, ...]:
    """Without what says that it is a heading, and of which month."""
    return tuple(it for it in tokens if it not in _FILLERS and not it.isdigit())


def _names(tokens: tuple[str, ...], named: _Named, *, is_heading: bool) -> bool:
    """Whether the words are a title, or a lead's name or role, and nothing more.

    A name alone may be a signature, and a role alone a mention: they count in a heading, or beside the word `lead`.
    """
    meant = _meant(tokens)
    if tokens in named.titles or (meant and meant in named.meant):
        return True
    left, is_titled, is_led = tokens, False, False
    for own in (named.lead, named.role, *named.titles):
        at = _find(left, own)
        if at is not None:
            left = left[:at] + left[at + len(own) :]
            is_titled, is_led = is_titled or own in named.titles, is_led or own not in named.titles
    says_lead = is_heading or bool(_OF_A_LEAD & frozenset(tokens))
    return (is_titled or (is_led and says_lead)) and not _meant(left)


def _is_near(tokens: tuple[str, ...], named: _Named) -> bool:
    """Slips of the keys in the title, or one or two words more."""
    meant = _meant(tokens)
    for title, short in zip(named.titles, named.meant, strict=True):
        own = short or title
        if len(own) > 1 and len(meant) - len(own) in (1, 2) and frozenset(own) <= frozenset(meant):
            return True
        if meant and SequenceMatcher(None, " ".join(meant), " ".join(own)).ratio() >= _LIKE_ENOUGH:
            return True
    return False


def _find(tokens: tuple[str, ...], part: tuple[str, ...]) -> int | None:
    if not part:
        return None
    places = range(len(tokens) - len(part) + 1)
    return next((at for at in places if tokens[at : at + len(part)] == part), None)


def _contains(tokens: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return _find(tokens, part) is not None
