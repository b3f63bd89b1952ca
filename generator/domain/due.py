"""Dates as people say them, kept with their precision."""

import re
from calendar import monthrange
from dataclasses import field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from generator.values import dataclass

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    name[:3].lower(): number for number, name in enumerate(MONTHS, 1)
}
_MONTH_NUMBERS["sept"] = 9
# First month and length of the meteorological seasons of the northern hemisphere; winter begins in the earlier year.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

FORMS = "write 14 February 2020, February 2020, Spring 2020, Winter 2019/20, Q4 2019/20, 2020 or 2020-02-14"


class Precision(StrEnum):
    """How exactly a due was given."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial year"
    YEAR = "year"


class YearOfQuarters(StrEnum):
    """Which year a bare `Q1 2020` counts in: the calendar's, or the council's financial year from April."""

    CALENDAR = "calendar"
    FINANCIAL = "financial"


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A period in which something is to happen, from `first_day` to `last_day`, both inside it.

    Dues are ordered by their last day, because a promise is late after it; `words` is what the writer wrote.
    """

    last_day: date
    first_day: date
    precision: Precision
    words: str = field(compare=False, default="")

    def is_past(self, on: date) -> bool:
        return self.last_day < on


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that are no due: what is wrong with them, and what to write instead. `meant` is the due that they mean, in
    words that can be read; empty where they may mean another.
    """

    why: str
    help: str = FORMS
    meant: str = ""


def parse_due(words: str, quarters: YearOfQuarters | None = None) -> Due | Unclear:
    """Read a due in any of the forms that FORMS lists.

    `14 February 2020`, `2020-02-14`; `February 2020`, `2020-02`; `Spring 2020`, `Winter 2019/20`; `Q4 2019/20` (of the
    financial year, April to March); `Q1 2020` only where `quarters` says which year is meant; `2019/20`; `2020`.
    Case does not matter, months may be shortened to three letters. What can be understood in two ways is Unclear.
    """
    plain = " ".join(words.split())
    for pattern, read in _READERS:
        match = pattern.fullmatch(plain)
        if match:
            return read(match, plain, quarters)
    if plain.casefold() in _NOT_YET:
        return Unclear(
            f"`{plain}` is no date", "leave it out until there is a date, or write a wide one: Spring 2020, 2020"
        )
    bare = _AROUND.sub("", plain)
    if bare != plain and isinstance(parse_due(bare, quarters), Due):
        return _meaning(plain, "has words around its date", bare)
    return Unclear(f"`{plain}` is not a date that we can read")


def month_of(year: int, month: int, words: str = "") -> Due:
    """The whole of one month."""
    return Due(_last_of(year, month), date(year, month, 1), Precision.MONTH, words)


def day_of(day: date, words: str = "") -> Due:
    return Due(day, day, Precision.DAY, words)


def quarter_of(day: date) -> Due:
    """The three months of the calendar that hold a day."""
    first, last = _months_from(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    return Due(last, first, Precision.QUARTER)


def year_of(day: date) -> Due:
    return Due(date(day.year, 12, 31), date(day.year, 1, 1), Precision.YEAR)


def financial_year_of(day: date) -> Due:
    """April to March."""
    year = day.year if day.month >= 4 else day.year - 1
    return Due(date(year + 1, 3, 31), date(year, 4, 1), Precision.FINANCIAL_YEAR)


def day_in_words(day: date) -> str:
    """`14 February 2020`, for messages to writers; pages word their days in the site's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _near_month(word: str) -> str:
    near = get_close_matches(word.capitalize(), (*MONTHS, *(season.capitalize() for season in _SEASONS)), n=1)
    return f"did you mean {near[0]}?" if near else FORMS


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from the given one on."""
    last = year * 12 + month - 1 + count - 1
    return date(year, month, 1), _last_of(last // 12, last % 12 + 1)


def _day(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    month = _MONTH_NUMBERS.get(match["month"].lower())
    if month is None:
        return Unclear(f"`{match['month']}` is not the name of a month", _near_month(match["month"]))
    return _checked_day(int(match["year"]), month, int(match["day"]), words)


def _iso_day(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return Unclear(f"`{words}` has no month {match['month']}", "write the year, the month and the day: 2020-02-14")
    return _checked_day(int(match["year"]), month, int(match["day"]), words)


def _day_in_figures(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    """Never a day: the help names each that the figures may mean; a spreadsheet or a form writes `3/4/2020`."""
    first, second, year = int(match["first"]), int(match["second"]), int(_in_full(match["year"]))
    either = ((first, second), (second, first))
    read = (_checked_day(year, month, day, words) for day, month in either if 1 <= month <= 12)
    days = list(dict.fromkeys(day_in_words(day.last_day) for day in read if isinstance(day, Due)))
    if len(days) > 1:
        return Unclear(f"`{words}` may be either of two days", f"write {' or '.join(days)}")
    if not days and 1 <= second <= 12:
        return _checked_day(year, second, first, words)
    return _meaning(words, "has a month in figures, not in letters", "".join(days))


def _meaning(words: str, why: str, meant: str) -> Unclear:
    """Words that are understood, but not taken; where `meant` is no due, they mean nothing."""
    is_due = isinstance(parse_due(meant), Due)
    return Unclear(f"`{words}` {why}", f"write {meant}", meant) if is_due else Unclear(f"`{words}` {why}")


def _in_full(year: str) -> str:
    """A year of two figures is one of this century."""
    return year if len(year) == 4 else f"20{year}"


def _short_year(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Unclear:
    """A day, a month or a quarter as a spreadsheet shows it: `1-Apr-27`, `Mar-26`, `Q4 25/26`."""
    parts = match.groupdict()
    month = _MONTH_NUMBERS.get((parts.get("month") or "").lower())
    name = MONTHS[month - 1] if month else parts.get("quarter") or ""
    day, second = parts.get("day") or "", parts.get("second") or ""
    meant = f"{day.lstrip('0')} {name} {_in_full(parts['year'])}{second}".strip() if name else ""
    return _meaning(words, "has a year of two figures", meant)


def _checked_day(year: int, month: int, day: int, words: str) -> Due | Unclear:
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        return Unclear(f"{MONTHS[month - 1]} {year} has no day {day}", f"{MONTHS[month - 1]} {year} has {length} days")
    return day_of(date(year, month, day), words)


def _month(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    month = _MONTH_NUMBERS.get(match["month"].lower())
    if month is None:
        return Unclear(f"`{match['month']}` is not the name of a month or a season", _near_month(match["month"]))
    return month_of(int(match["year"]), month, words)


def _iso_month(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    month = int(match["month"])
    year = int(match["year"])
    is_next_year = match["month"] == _two(year + 1)
    financial = f"write {year}/{match['month']} for the financial year"
    if not 1 <= month <= 12:
        return Unclear(f"`{words}` has no such month", financial if is_next_year else FORMS)
    if is_next_year:
        return Unclear(
            f"`{words}` may be a month or a financial year", f"write {MONTHS[month - 1]} {year}, or {financial[6:]}"
        )
    return month_of(year, month, words)


def _month_in_figures(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Unclear:
    month = int(match["month"])
    meant = f"{MONTHS[month - 1]} {match['year']}" if 1 <= month <= 12 else ""
    return _meaning(words, "has a month in figures, not in letters", meant)


def _season(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    season, year, second = match["season"].lower(), int(match["year"]), match["second"]
    if season != "winter":
        if second:
            return Unclear(f"{season} lies within one year", f"write {season.capitalize()} {year}")
    elif not second:
        before, after = f"Winter {year - 1}/{_two(year)}", f"Winter {year}/{_two(year + 1)}"
        return Unclear(f"`{words}` may be either of two winters", f"write {before} or {after}")
    elif wrong := _not_next_year(year, second, words):
        return wrong
    first, last = _months_from(year, _SEASONS[season], 3)
    return Due(last, first, Precision.SEASON, words)


def _quarter(match: re.Match[str], words: str, quarters: YearOfQuarters | None) -> Due | Unclear:
    number, year, second = int(match["quarter"]), int(match["year"]), match["second"]
    if second:
        if wrong := _not_next_year(year, second, words):
            return wrong
    elif quarters is YearOfQuarters.CALENDAR:
        first, last = _months_from(year, 3 * number - 2, 3)
        return Due(last, first, Precision.QUARTER, words)
    elif quarters is None:
        return Unclear(
            f"`{words}` may be a quarter of the calendar year or of the financial year",
            f"write Q{number} {year}/{_two(year + 1)} if it is the financial year, from April; for the calendar year, "
            "say `quarters: calendar` in programme.yml",
        )
    first, last = _months_from(year, 3 * number + 1, 3) if number < 4 else _months_from(year + 1, 1, 3)
    return Due(last, first, Precision.QUARTER, words)


def _financial_year(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    year = int(match["year"])
    if wrong := _not_next_year(year, match["second"], words):
        return wrong
    return Due(date(year + 1, 3, 31), date(year, 4, 1), Precision.FINANCIAL_YEAR, words)


def _year(match: re.Match[str], words: str, _: YearOfQuarters | None) -> Due | Unclear:
    year = int(match["year"])
    return Due(date(year, 12, 31), date(year, 1, 1), Precision.YEAR, words)


def _two(year: int) -> str:
    return f"{year % 100:02d}"


def _not_next_year(year: int, second: str, words: str) -> Unclear | None:
    """`2019/20` and `2019/2020` name a year and the next; anything else is a slip of the keys."""
    if second in (_two(year + 1), str(year + 1)):
        return None
    better = re.sub(rf"{year}.*", f"{year}/{_two(year + 1)}", words)
    return Unclear(f"`{words}` does not name a year and the next", f"write {better}")


# What people write where they have no date.
_NOT_YET = frozenset(
    ("asap", "n/a", "none", "ongoing", "soon", "tba", "tbc", "tbd", "to be agreed", "to be confirmed", "unknown")
)
# What people write around a date, which adds nothing to it: a due lasts to its last day.
_AROUND = re.compile(
    r"\A(?:(?:by|in|during) )?(?:the )?(?:end (?:of )?(?!\d\d?\D))?(?:the )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?",
    re.IGNORECASE,
)
_FOUR = r"(?P<year>(?:19|20|21)\d\d)"
_SECOND = r"[/–-](?P<second>\d{4}|\d\d)"
_READERS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), read)
    for pattern, read in (
        (rf"(?P<day>\d\d?)(?:st|nd|rd|th)? (?P<month>[a-z]+),? {_FOUR}", _day),
        (rf"{_FOUR}-(?P<month>\d\d)-(?P<day>\d\d)", _iso_day),
        (rf"(?P<first>\d\d?)[/.-](?P<second>\d\d?)[/.-]{_FOUR}", _day_in_figures),
        (rf"(?P<month>\d\d?)[/.-]{_FOUR}", _month_in_figures),
        (r"(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.](?P<year>\d\d)", _day_in_figures),
        (r"(?:(?P<day>\d\d?)[ -])?(?P<month>[a-z]+)(?:-| ?[’'])(?P<year>\d\d)", _short_year),
        (r"(?P<day>\d\d?) (?P<month>[a-z]+) (?P<year>\d\d)", _short_year),
        (r"(?P<quarter>Q[1-4]) (?P<year>\d\d)(?P<second>[/–-]\d\d)", _short_year),
        (rf"(?P<season>spring|summer|autumn|winter) {_FOUR}(?:{_SECOND})?", _season),
        (rf"(?P<month>[a-z]+) {_FOUR}", _month),
        (rf"{_FOUR}-(?P<month>\d\d)", _iso_month),
        (rf"Q(?P<quarter>[1-4]) {_FOUR}(?:{_SECOND})?", _quarter),
        (rf"{_FOUR}/(?P<second>\d{{4}}|\d\d)", _financial_year),
        (_FOUR, _year),
    )
)
