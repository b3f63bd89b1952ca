"""Dates, numbers and sizes in the words of a language. Babel is known here and, for catalogues, in making/."""

import re
from collections.abc import Callable, Set
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, is_currency

from generator.briefing.countries import country_of
from generator.briefing.views import When
from generator.domain.due import Due, Precision
from generator.domain.saying import normal
from generator.values import cached_property

_YEAR = re.compile(r"\b[12]\d{3}\b")
_ANY_YEAR = 2000
_NUMBER = re.compile(r"\d+")
_DIGITS = re.compile(r"[#,0]+")
_THOUSAND = 1000  # below it no language that we know parts the digits, and Babel is slow


def _below_zero(value: Decimal | int, words: str) -> str:
    """With a sign that every voice says: before a number many pass over a hyphen, and a loss is heard as a gain."""
    return words.replace("-", "−", 1) if value < 0 else words


class Wording:
    """How one language says dates and numbers; `language` is a tag such as `en-GB`. An unknown one speaks English.

    `translate` gives the words between two dates.
    """

    def __init__(self, language: str, translate: Callable[[str], str] = str) -> None:
        self._locale, self._country = _locale(language)
        self._day, self._month = _patterns(self._locale)
        self._translate = translate
        self._known: dict[tuple[date, str], str] = {}  # few days are said often
        self._dues: dict[Due, When] = {}
        self._periods: dict[int, Set[str]] = {}

    @property
    def direction(self) -> str:
        return self._locale.text_direction

    @property
    def locale(self) -> str:
        """The language and its country: `en_GB`. Empty where no country is known."""
        country = self._country or country_of(self._locale.language)
        return f"{self._locale.language}_{country}" if country else ""

    def day(self, day: date) -> When:
        return When(self._date(day, self._day), day.isoformat())

    def year(self, day: date) -> str:
        return self._date(day, "y")

    def month(self, day: date) -> str:
        return self._date(day, self._month)

    def name_of_month(self, day: date) -> str:
        return self._date(day, "LLLL")

    def due(self, due: Due) -> When:
        """The due as people say it: whole names of months; a season by its name; a quarter by its months.

        However a writer has spelt it: the same due is always the same words.
        """
        known = self._dues.get(due)
        if known is None:
            known = self._dues[due] = self._due_in_words(due)
        return known

    def _due_in_words(self, due: Due) -> When:
        match due.precision:
            case Precision.DAY:
                return self.day(due.first_day)
            case Precision.MONTH:
                return When(self.month(due.first_day), due.first_day.strftime("%Y-%m"))
            case Precision.YEAR:
                return When(self.year(due.first_day), due.first_day.strftime("%Y"))
            case Precision.SEASON:
                return When(self._season(due.first_day, due.last_day))
            case _:
                return When(self.months(due.first_day, due.last_day))

    def _season(self, first: date, last: date) -> str:
        """A winter lies in two years: `Winter 2019/20`."""
        if first.year != last.year:
            years = f"{self.year(first)}/{last.year % 100:02}"
            return self._translate("Winter %(years)s") % {"years": years}
        say = self._translate
        # Translators: A season of three months. Where your language calls a month so, too, let readers tell the two
        # apart: `Hydref 2026` is October in Welsh, and `Tymor yr hydref 2026` is autumn.
        by_first_month = {3: say("Spring %(year)s"), 6: say("Summer %(year)s"), 9: say("Autumn %(year)s")}
        return by_first_month[first.month] % {"year": self.year(first)}

    def months(self, first: date, last: date) -> str:
        """`October to December 2026`: a word reads better aloud than a dash. The year once, if it is the same."""
        if (first.year, first.month) == (last.year, last.month):
            return self.month(first)
        begins = self.name_of_month(first) if first.year == last.year else self.month(first)
        # Translators: Months, as `October to December 2026`. Their names come unchanged, so take words after which they
        # stay as they are, or a dash: in Welsh `Hydref – Rhagfyr`, as `Hydref i Rhagfyr` would be wrong.
        return self._translate("%(first)s to %(last)s") % {"first": begins, "last": self.month(last)}

    def says_months(self, words: str) -> bool:
        """Whether the words, as `saying.normal` gives them, are a season or several months in a row, up to a year of
        them, just as `due` and `months` say them.
        """
        years = {*_YEAR.findall(words)}
        if not years or _NUMBER.sub("#", words) not in self._shapes_of_periods:
            return False
        return any(words in self._periods_from(int(year)) for year in years)

    @cached_property
    def _shapes_of_periods(self) -> Set[str]:
        """With `#` for each number: much is asked for that no year's are like, and one year's are soon said."""
        return {_NUMBER.sub("#", words) for words in self._periods_from(_ANY_YEAR)}

    def _periods_from(self, year: int) -> Set[str]:
        """All that begin in the year."""
        if year not in self._periods:
            firsts = [date(year + month // 12, month % 12 + 1, 1) for month in range(23)]
            to_others = ((first, last) for at, first in enumerate(firsts[:12]) for last in firsts[at + 1 : at + 12])
            months = (self.months(first, last) for first, last in to_others)
            seasons = (self._season(firsts[at], firsts[at + 2]) for at in (2, 5, 8, 11))
            self._periods[year] = {normal(words) for words in (*months, *seasons)}
        return self._periods[year]

    def _date(self, day: date, pattern: str) -> str:
        if (day, pattern) not in self._known:
            self._known[day, pattern] = format_date(day, pattern, self._locale)
        return self._known[day, pattern]

    def count(self, value: int) -> str:
        """A whole number: `17`, `1,204`."""
        return self.number(Decimal(value)) if abs(value) >= _THOUSAND else _below_zero(value, str(value))

    def number(self, value: Decimal) -> str:
        """With as many decimals as were written, and the language's own separators."""
        exponent = value.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        return _below_zero(value, format_decimal(value, pattern, self._locale))

    def amount(self, value: Decimal, unit: str) -> str:
        """A number with its unit: `80 services`, `97.5%`, `£1,200`. The code of a currency gives its sign."""
        if unit == "%":
            return _DIGITS.sub(lambda _: self.number(value), self._locale.percent_formats[None].pattern)
        if is_money(unit):
            has_pence = value != value.to_integral_value()
            pattern = "¤#,##0.00" if has_pence else "¤#,##0"
            return _below_zero(value, format_currency(value, unit, pattern, self._locale, currency_digits=False))
        return f"{self.number(value)} {unit}".strip()

    def file(self, name: str, length: int) -> tuple[str, str]:
        """A file's kind and size: `("PDF", "43 kB")`."""
        return PurePosixPath(name).suffix.removeprefix(".").upper(), self.size(length)

    def size(self, length: int) -> str:
        """A file's length in bytes as people say it, in thousands: `43 kB`, `1.2 MB`; never less than 1 kB."""
        kilobytes = max(1, round(length / 1000))
        if kilobytes < 1000:
            return f"{self.number(Decimal(kilobytes))} kB"
        return f"{self.number((Decimal(length) / 1_000_000).quantize(Decimal('0.1')))} MB"


def is_money(unit: str) -> bool:
    """Whether a unit is a currency by its code, such as GBP; FTE, which counts staff, is none."""
    return is_currency(unit)


def _locale(language: str) -> tuple[Locale, str]:
    """By whose rules to say dates and numbers, and the country that is named: English of no country is said as in
    Britain.
    """
    try:
        known = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        known = Locale("en", "GB")
    return (Locale("en", "GB") if str(known) == "en" else known), known.territory or ""


def _patterns(locale: Locale) -> tuple[str, str]:
    """How the language writes a day, and a month with its year."""
    day, month = locale.date_formats["long"].pattern, locale.datetime_skeletons["yMMMM"].pattern
    is_known = day.startswith("y") or not month.startswith("y")  # Cornish has an order of its own for days alone
    return day, month if is_known else "LLLL y"
