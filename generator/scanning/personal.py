"""What tells of a person, by its form alone: how to reach them, the numbers by which offices and banks know them, the
day on which they were born.

What has the form of such a number by chance, and fails its check digit, is passed over. So are numbers that are called
a reference, and those among many of their form of which most fail: in a table of figures, every tenth or so passes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from unicodedata import normalize

from generator.domain.programme import Contact
from generator.values import dataclass

# A quick look, as most words tell nothing of a person: six digits, as numbers are spaced, or a word about a birth. In
# one pattern with the digits, the words would be looked for at every letter.
_MAY_BE_A_NUMBER = re.compile(r"\d(?:[ ().-]*\d){5}")
_OF_A_BIRTH = ("born", "birth", "dob", "d.o.b", "do.b", "d.ob")
_DAY = (
    r"(?:\d{4}-\d\d-\d\d\b"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?[A-Z][a-z]{2,8} |[./-]\d{1,2}[./-])(?:\d{4}|\d\d)\b)"
)
_CALLED_A_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|uprn|case|order|invoice|application|licence|complaint)[\s:.#]*(?:(?:number|no)\b[\s:.#]*)?$",
    re.IGNORECASE,
)
_LONGEST_CALL = 30
_NOT_DIGITS = re.compile(r"\D")
# What Word, the web and keyboards put where a number or a name has a space, a hyphen or nothing at all.
_SPACES, _HYPHENS = "\xa0\u2002-\u200a\u202f\u205f\u3000", "\u2010-\u2015\u2212"
_UNSEEN, _WIDE = "\xad\u034f\u180e\u200b-\u200d\u2060\ufeff", "\uff01-\uff5e"
_UNUSUAL = re.compile(f"[{_SPACES}{_HYPHENS}{_UNSEEN}{_WIDE}]")
_SPACE, _HYPHEN, _NOTHING = (re.compile(f"[{signs}]") for signs in (_SPACES, _HYPHENS, _UNSEEN))
_AS_USUAL = {ord("\uff01") + at: ord("!") + at for at in range(94)}  # those as wide as Chinese characters


@dataclass(frozen=True, slots=True)
class _Form:
    """`what` goes before the detail in a message. The detail is the first group of the pattern, or all that it finds.

    It `may_be_a_reference`, or a figure in a table, where nothing but its digits tells what it is. Of what a few may be
    by chance, there are the `fewest` at least; where it is `called` what it is, as above a column, one is enough.
    """

    what: str
    pattern: re.Pattern[str]
    is_one: Callable[[str], bool] = lambda _: True
    may_be_a_reference: bool = False
    fewest: int = 1
    called: re.Pattern[str] | None = None


def as_seen(words: str) -> str:
    """As readers see them: letters composed, every space and hyphen the usual one, and nothing that nobody sees."""
    composed = words if words.isascii() else normalize("NFC", words)
    return with_usual_signs(_NOTHING.sub("", composed)) if _UNUSUAL.search(composed) else composed


def with_usual_signs(words: str) -> str:
    """With the usual space, hyphen, letters and digits in place of those that look like them: each at its own place."""
    return _HYPHEN.sub("-", _SPACE.sub(" ", words)).translate(_AS_USUAL)


def digits(number: str) -> str:
    """The digits alone, so that a number is the same however it is spaced; `+44`, `0044` and `+44 (0)` count as `0`."""
    return re.sub(r"^(?:00)?440?", "0", _NOT_DIGITS.sub("", number))


def ways_to_reach(contacts: Iterable[Contact]) -> Set[str]:
    """The addresses and telephone numbers of contacts, which are meant to be read."""
    return frozenset(it for contact in contacts for it in (contact.email.lower(), digits(contact.telephone)) if it)


def is_among(detail: str, ways: Set[str]) -> bool:
    """Whether a detail is one of these ways to reach somebody, however it is written.

    What has letters is no telephone number, whatever its digits are: jo101@council.example is not the number 101.
    """
    return detail.lower() in ways or (not any(map(str.isalpha, detail)) and digits(detail) in ways)


def is_nhs_number(number: str) -> bool:
    """Whether the last of ten digits is the check digit of the others: weighed 10 down to 2, counted modulo 11."""
    all_digits = [int(it) for it in _NOT_DIGITS.sub("", number)]
    weighed = sum(weight * digit for weight, digit in zip(range(10, 1, -1), all_digits, strict=False))
    return len(set(all_digits)) > 1 and (11 - weighed % 11) % 11 == all_digits[-1]


def is_card_number(number: str) -> bool:
    """Whether it passes the check of all payment cards: every other digit from the last but one is doubled."""
    backwards = [int(it) for it in reversed(_NOT_DIGITS.sub("", number))]
    return any(backwards) and sum(sum(divmod(digit * (1 + at % 2), 10)) for at, digit in enumerate(backwards)) % 10 == 0


def _ends_as_a_site_does(mail: str) -> bool:
    """In a word, or in how a word of other letters is written for machines. Meetings and programs have names that look
    like addresses, and end in a version: `meeting_NzQ@thread.v2`.
    """
    last = mail.rpartition(".")[2].strip("_-").lower()
    return last.isalpha() or last.startswith("xn--")


_FORMS = (
    # From where a run of its signs begins, and never from within it again, however long it is.
    _Form(
        "the e-mail address",
        re.compile(r"(?<![\w.+'’@-])['’]*+([\w.+-]++(?:['’][\w.+-]++)*+@[\w-]++(?:\.[\w-]++)+)"),
        _ends_as_a_site_does,
    ),
    # A United Kingdom number, or an international one, as people space them.
    _Form(
        "the telephone number",
        re.compile(
            r"(?<![\w.£/-])(?!\d\d?[./-]\d\d?[./-]\d\d)"  # a date
            r"(?!\d{8,9}[ ().-]+\d)"  # the number of a company, and a figure beside it
            r"(?!(?<=\b[HJNOST][A-Z] )\d{5} ?\d{5}\b)"  # a place on the national grid
            r"(?:(?:\+|00)[1-9]\d{0,2}[ ().-]*(?:\d[ ().-]*){8,11}\d|\(?0[1-357-9]\d[ ().-]*(?:\d[ ()./-]*){6,7}\d)"
            r"(?![\w-]|/[A-Za-z])"
        ),
        may_be_a_reference=True,
    ),
    # Source: HM Revenue and Customs, National Insurance Manual, NIM39110.
    _Form(
        "the National Insurance number",
        re.compile(
            r"\b(?!BG|GB|KN|NK|NT|TN|ZZ|OO)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D]\b",
            re.IGNORECASE,
        ),
    ),
    _Form(
        "the NHS number",
        re.compile(r"(?i:\bNHS (?:number|no)\b)[\s:.]{0,3}(\d{3}([ -]?)\d{3}\2\d{4})\b"),
        is_nhs_number,
    ),
    _Form(
        "the NHS number",
        re.compile(r"(?<![\w-])(?<!\+\d )(?<!\+\d\d )\d{3}[ -]\d{3}[ -]\d{4}(?![\w-])"),
        is_nhs_number,
        may_be_a_reference=True,
    ),
    _Form("the sort code", re.compile(r"(?i:\bsort code)\b(?: is)?[\s:]{0,3}(\d\d[ -]?\d\d[ -]?\d\d)\b")),
    _Form("the account number", re.compile(r"(?i:\baccount (?:number|no))\b\.?(?: is)?[\s:]{0,3}(\d{8})\b")),
    _Form("the account number", re.compile(r"\bGB\d\d ?[A-Z]{4} ?(?:\d{4} ?){3}\d\d\b")),
    # As other programs list them. The number of a book, which begins as these do not, has the same check digit.
    _Form(
        "the NHS number",
        re.compile(r"(?<![\w.£/+-])[3-9]\d{9}(?![\w-])"),
        is_nhs_number,
        may_be_a_reference=True,
        fewest=5,
        called=re.compile(r"\bNHS (?:numbers?|nos?)\b", re.IGNORECASE),
    ),
    _Form(
        "the card number",
        # No card begins as a year of today does. Many a share in a spreadsheet has sixteen digits behind its point.
        re.compile(r"(?<![\w.-])(?=[4-6]|3[56]|2[2-7])(?:\d{4}[ -]?){3}\d{4}(?![\w-])"),
        is_card_number,
        may_be_a_reference=True,
    ),
    _Form(
        "the date of birth",
        re.compile(rf"(?i:\b(?:born|d\.?o\.?b\b\.?|date of birth))(?: on| is| was)?(?: the)?[\s:,]{{0,3}}({_DAY})"),
    ),
)


def may_tell(words: str) -> bool:
    """Whether to look closer."""
    words = as_seen(words)
    if "@" in words or _MAY_BE_A_NUMBER.search(words):
        return True
    lowered = words.lower()
    return any(word in lowered for word in _OF_A_BIRTH)


def details_in(words: str) -> Iterator[tuple[str, str]]:
    """Each with what it is, in words that go before it, and as it is seen."""
    words = as_seen(words)
    for form in _FORMS:
        alike = list(_of_the_form(form, words))
        details = [detail for detail in alike if form.is_one(detail)]
        count = len(set(details))
        if _are_enough(count, form, words) and (not form.may_be_a_reference or 2 * count >= len(set(alike))):
            yield from ((form.what, detail) for detail in details)


def _are_enough(count: int, form: _Form, words: str) -> bool:
    return count >= form.fewest or (count > 0 and form.called is not None and form.called.search(words) is not None)


def _of_the_form(form: _Form, words: str) -> Iterator[str]:
    """What has it, whether or not its check digit is right; what is called a reference has not."""
    for found in form.pattern.finditer(words):
        before = words[max(0, found.start() - _LONGEST_CALL) : found.start()]
        if not (form.may_be_a_reference and _CALLED_A_REFERENCE.search(before)):
            yield (found[1] if form.pattern.groups else found[0]).strip().rstrip(".")
