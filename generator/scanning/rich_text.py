"""What a document in Rich Text Format says, which has its own signs between the words and in the midst of them.

Source: Microsoft, Rich Text Format (RTF) Specification, version 1.9.1.
"""

import re

# A character by its number in cp1252; one by its number in Unicode, with the one that stands in for it; a control word;
# a control sign; what groups, and the ends of lines, which are not part of the words.
_SIGNS = re.compile(
    r"\\'(?P<byte>[0-9a-fA-F]{2})|\\u(?P<code>-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n])?"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?:-?\d{1,10})? ?|\\(?P<sign>[^a-zA-Z])|[{}\r\n]+"
)
_WORDS = {
    **dict.fromkeys(("par", "line", "cell", "row", "tab", "sect", "page"), "\n"),
    **dict.fromkeys(("lquote", "rquote"), "'"),
    **dict.fromkeys(("ldblquote", "rdblquote"), '"'),
    **dict.fromkeys(("endash", "emdash"), "-"),
}
_OF_SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}


def words_of_rich_text(text: str) -> str:
    """The words, and the names of fonts and the like among them."""
    return _SIGNS.sub(_meant, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meant(found: re.Match[str]) -> str:
    if found["byte"]:
        return bytes.fromhex(found["byte"]).decode("cp1252", "replace")
    if found["code"]:
        return chr(int(found["code"]) % 0x10000)
    if found["word"]:
        return _WORDS.get(found["word"], "")
    return _OF_SIGNS.get(found["sign"] or "", "")
