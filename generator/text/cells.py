"""Words in the cells of a table that a spreadsheet will open."""

import re

# What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asian keyboards.
# Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula: with an apostrophe before it, where that is needed.

    It is undone by taking the apostrophe away with which a cell begins, where none but spaces and more apostrophes
    stand between it and one of the signs.
    """
    return f"'{text}" if _FORMULA.match(text) else text
