"""The date by which a sentence says that something will be done, where it leaves no doubt."""

import re
from datetime import date

from generator.domain.due import FORMS, MONTHS, Due, Precision, Unclear, YearOfQuarters, parse_due
from generator.text.sentences import sentences_in

_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_YEAR = r"(?:19|20|21)\d\d"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH}),? {_YEAR}|(?:{_MONTH}) {_YEAR}"
    rf"|(?:spring|summer|autumn|winter) {_YEAR}(?:[/–-]\d{{2,4}})?|Q[1-4] {_YEAR}(?:[/–-]\d{{2,4}})?"
    rf"|{_YEAR}/\d{{2,4}}|{_YEAR}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d\d)?\d\d)"
)
_ANY_DATE = re.compile(rf"\b(?:{_DATE})\b|\b{_YEAR}\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b", re.IGNORECASE)
_PROMISED = re.compile(
    rf"\b(?P<how>by|in|during|on|due in|due by|due on)(?P<end> the end of| end of| end)? (?P<date>{_DATE})"
    r"(?=[.;)]|\s*$)",
    re.IGNORECASE,
)
_NO_YEAR = rf"(?!,? {_YEAR}|/|\d)"
_UNCERTAIN = re.compile(
    r"\b(?P<date>\d{1,2}[/.]\d{1,2}[/.](?:\d\d)?\d\d"
    rf"|(?:end(?: of)?|by|in|on) (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})\b{_NO_YEAR}|Q[1-4]{_NO_YEAR})\b",
    re.IGNORECASE,
)
# Words that make a date another thing than the day of what is promised.
_DOUBT = re.compile(
    r"\b(?:not|no|never|unless|if|after|following|since|until|from|was|were|had|been|held|published|agreed in|"
    r"approved in|subject to|may|might|could|hope|hopefully|provisionally|around|about|approximately|circa|"
    r"before|earliest|latest)\b",
    re.IGNORECASE,
)
_LIKE_A_DAY = re.compile(r"[a-z]+-\d\d", re.IGNORECASE)


def promised_due(words: str, month: date, quarters: YearOfQuarters | None) -> str:
    """The date in the words as they have it, if it is the only one, ends its clause, and is not past in that month.

    Empty where anything else may be meant. What is said of a whole year or an early part of anything is left alone.
    """
    if len(_ANY_DATE.findall(words)) != 1:
        return ""
    for sentence in (line[start:end] for line in words.split("\n") for start, end in sentences_in(line)):
        found = _PROMISED.search(sentence)
        if found and not _DOUBT.search(sentence.replace(found["date"], "")):
            due = certain(found["date"], quarters)
            is_day = due is not None and due.precision is Precision.DAY
            fits = due is not None and due.last_day >= month and (is_day or found["how"].lower() != "on")
            return due.words if due and fits else ""
    return ""


def uncertain_date(words: str, quarters: YearOfQuarters | None) -> str:
    """The first words that tell by when, and leave open which day, month or year is meant; empty where none do."""
    found = (it for it in _UNCERTAIN.finditer(words) if certain(it["date"], quarters) is None)
    return next((it["date"] for it in found), "")


def certain(words: str, quarters: YearOfQuarters | None) -> Due | None:
    """The due of a cell or a sentence, with words as our files have them.

    Of 3/4/2020 nobody knows which number is the month. A year of two figures is one of this century. The end of a month
    is when the month is due; `Mar-26` is how a spreadsheet shows a month, where it shows a day as `26-Mar`.
    """
    due = parse_due(words, quarters)
    if isinstance(due, Unclear) and due.meant:
        due = parse_due(due.meant, quarters)
    return None if isinstance(due, Unclear) else due


def remark_on(words: str, due: Due | None) -> str:
    """What is to be looked at in a cell for dates; empty where its words leave no doubt."""
    if due is None:
        unclear = parse_due(words)
        is_known = isinstance(unclear, Unclear) and unclear.help.startswith("write ") and unclear.help != FORMS
        better = f": {unclear.help}" if isinstance(unclear, Unclear) and is_known else ""
        return f"“{words}” is not a date that is certain; it is kept as words{better}"
    if due.precision is Precision.MONTH and _LIKE_A_DAY.fullmatch(words.strip()):
        return f"“{words}” was taken for {due.words}, not for a day in {MONTHS[due.first_day.month - 1]}"
    return ""
