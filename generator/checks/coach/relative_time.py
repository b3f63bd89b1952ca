"""Time told from the day of writing: in a month's time, nobody knows which month was next.

Authority: Contented's advice on web content, “Use exact dates”: pages are read later than they are written, so that
they should say neither next month nor soon nor recently.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from generator.checks.coach.passages import CoachedPassage
from generator.domain.due import MONTHS, day_in_words
from generator.text.diagnostic import Diagnostic

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MONTHS_OF_A_SEASON = 3
_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_MONTH = "|".join(MONTHS)
_SEASON = "|".join(_SEASONS)
_VAGUE = (
    "recently",
    "shortly",
    "in recent (?:weeks|months|years)",
    "in due course",
    "in the near future",
    "(?:in|over) the (?:weeks|months) ahead",
    "(?:earlier|later) this (?:month|year)",
)


@cache
def _when_pattern() -> re.Pattern[str]:
    """Not `this May 2020` and not `the last week of May`, which say when."""
    vague = "|".join(_VAGUE)
    return re.compile(
        rf"\b(?:(?P<which>(?i:next|last|this)) (?P<unit>(?i:week|month|quarter|year|{_SEASON})|{_MONTH})\b"
        r"|(?i:in|over) the (?P<way>(?i:next|coming|last|past)) (?:\w+ (?:to|or) )?(?P<count>\w+ )?"
        r"(?P<units>weeks?|months?|years?)\b"
        rf"|(?i:(?P<day>tomorrow|yesterday)\b)|(?i:(?P<vague>{vague})\b))"
        r"(?!(?:[’']s)? (?:of|from|after|before|\d{4}))"
    )


@cache
def _not_relative_pattern() -> re.Pattern[str]:
    """What stands before a time that is none of its own: `the next year`, `a last month`."""
    return re.compile(r"(?i:\b(?:the|each|every|any|a) )\Z")


def check(passages: Iterable[CoachedPassage]) -> Iterator[Diagnostic]:
    for passage in passages:
        for time in _when_pattern().finditer(passage.words):
            before = passage.words[max(0, time.start() - 6) : time.start()]
            if not (time["which"] and _not_relative_pattern().search(before)):
                yield _finding(passage, time)


def _finding(passage: CoachedPassage, time: re.Match[str]) -> Diagnostic:
    said = time.group()
    likely = _likely(time, passage.published) if passage.published else ""
    if likely:
        remedy = f"write {likely}, if that is what is meant"
    elif passage.published:
        remedy = f"write the month, such as {_month(passage.published)}, or leave it out"
    else:
        remedy = "write the month and the year, or leave it out"
    return Diagnostic(
        "relative-time",
        f"`{said}` will soon mean another time",
        passage.span(*time.span()),
        remedy,
        "updates are read for years after the day on which they were written",
        subject=passage.subject,
    )


def _likely(time: re.Match[str], published: date) -> str:
    """The time that was most likely meant in an edition published on a day; empty where nobody can say."""
    if time["day"]:
        step = 1 if time["day"].lower() == "tomorrow" else -1
        return day_in_words(_days_later(published, step))
    if time["which"]:
        return _period(time["which"].lower(), time["unit"], published)
    if time["way"]:
        return _span_of_time(time, published)
    return ""


def _period(which: str, unit: str, published: date) -> str:
    step = {"next": 1, "last": -1, "this": 0}[which]
    if unit in MONTHS:
        return _named(step, MONTHS.index(unit) + 1, published)
    match unit.lower():
        case "week":
            monday = _days_later(published, 7 * step - published.weekday())
            return f"the week of {day_in_words(monday)}"
        case "month":
            return _month(_later(published, step))
        case "quarter":
            first = _later(published.replace(month=(published.month - 1) // 3 * 3 + 1), 3 * step)
            return f"{MONTHS[first.month - 1]} to {_month(_later(first, 2))}"
        case "year":
            return str(published.year + step)
        case season:
            return _season(season, step, published)


def _named(step: int, month: int, published: date) -> str:
    """`this February` and `next February` are the first to come, `last February` the one gone by."""
    year = published.year
    if step < 0:
        year -= month >= published.month
    else:
        year += month < published.month or (step > 0 and month == published.month)
    return f"{MONTHS[month - 1]} {year}"


def _season(season: str, step: int, published: date) -> str:
    """A season is `this` one until it is over; a winter goes by the year in which it begins."""
    first = _SEASONS[season]
    begun = published.year - (published.month < first)  # the year in which the newest one began
    is_over = published.year * 12 + published.month - (begun * 12 + first) >= _MONTHS_OF_A_SEASON
    year = begun + (is_over if step == 0 else 1 if step > 0 else is_over - 1)
    return f"Winter {year}/{(year + 1) % 100:02d}" if season == "winter" else f"{season.capitalize()} {year}"


def _span_of_time(time: re.Match[str], published: date) -> str:
    """`in the next 12 months` has an end; `in the coming months` has none that is told."""
    count = (time["count"] or "").strip().lower()
    number = int(count) if count.isascii() and count.isdecimal() and len(count) < 3 else _NUMBERS.get(count, 0)
    if not number and time["units"].endswith("s"):
        return ""
    number = number or 1
    sign = 1 if time["way"].lower() in ("next", "coming") else -1
    preposition = "by" if sign > 0 else "since"
    unit = time["units"].rstrip("s")
    if unit == "week":
        return f"{preposition} {day_in_words(_days_later(published, 7 * sign * number))}"
    return f"{preposition} {_month(_later(published, sign * number * (12 if unit == 'year' else 1)))}"


def _days_later(day: date, days: int) -> date:
    """So many days later, or earlier; kept within the days that a calendar has, as are the months below."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _later(day: date, months: int) -> date:
    """The first day of the month so many months later, or earlier."""
    month = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return date(month // 12, month % 12 + 1, 1)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
