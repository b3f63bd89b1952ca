"""What people see in a cell of a sheet: its value, in the form that the cell has."""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.domain.due import MONTHS, day_in_words
from generator.importing.encodings import seen

_LIKE_EXCEL = 15  # digits of a number that a sheet keeps; further ones come of binary fractions
_ROUNDED = Context(prec=1000, rounding=ROUND_HALF_UP)  # as in sheets, however large the number


def words_shown(value: object, shown_as: str) -> str:
    """`shown_as` is the form in Excel's own codes, such as `mmm-yy` or `0%`."""
    match value:
        case date():
            return _as_shown(value, shown_as) or words_of_value(value)
        case int() | float():
            return _share(value, shown_as) or words_of_value(value)
        case _:
            return words_of_value(value)


def words_of_value(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case datetime():
            is_day = value.time() == time()
            return day_in_words(value.date()) if is_day else f"{day_in_words(value.date())} {value:%H:%M}"
        case date():
            return day_in_words(value)
        case float():
            return f"{_decimal(value):f}"
        case _:
            return seen(str(value).replace("_x000D_", "")).replace("\r", "\n")


def _as_shown(day: date, shown_as: str) -> str:
    """The month or the year of a day of which people see no more; empty where they see the day."""
    codes = _codes(shown_as).lower()
    if "y" not in codes or re.search(r"[dhs]", codes):
        return ""
    return f"{MONTHS[day.month - 1]} {day.year}" if "m" in codes else str(day.year)


def _codes(shown_as: str) -> str:
    """What a cell's form is made of: letters in quotes or brackets, or after a backslash, are shown as they are."""
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shown_as)


def _share(number: float, shown_as: str) -> str:
    """A number of which people see how many of a hundred it is, with as many places as they see; empty for others."""
    codes = _codes(shown_as).partition(";")[0]
    if "%" not in codes or isinstance(number, bool):
        return ""
    places = sum(it in "0#?" for it in codes.partition(".")[2])
    return f"{(_decimal(number) * 100).quantize(Decimal(1).scaleb(-places), context=_ROUNDED):f}%"


def _decimal(number: float) -> Decimal:
    return Decimal(f"{number:.{_LIKE_EXCEL}g}") + 0  # so that there is no `-0`
