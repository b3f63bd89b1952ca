"""What a document in Rich Text Format says, which has its own signs between the words and in the midst of them.

Source: Microsoft, Rich Text Format (RTF) Specification, version 1.9.1.
"""

import re
from collections.abc import Iterator

# A character by its number in cp1252; one by its number in Unicode; how many characters stand in for one of these; a
# control word; a control sign; what groups; and the ends of lines, which are not part of the words.
_SIGNS = re.compile(
    r"\\'(?P<byte>[0-9a-fA-F]{2})|\\u(?P<code>-?\d{1,5}) ?|\\uc(?P<count>\d)(?!\d) ?"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?:-?\d{1,10})? ?|\\(?P<sign>[^a-zA-Z])|(?P<group>[{}])|[\r\n]+"
)
_WORDS = {
    **dict.fromkeys(("par", "line", "cell", "row", "tab", "sect", "page"), "\n"),
    **dict.fromkeys(("lquote", "rquote"), "'"),
    **dict.fromkeys(("ldblquote", "rdblquote"), '"'),
    **dict.fromkeys(("endash", "emdash"), "-"),
}
_OF_SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_USUAL_COUNT = 1


def words_of_rich_text(text: str) -> str:
    """The words, and the names of fonts and the like among them."""
    return "".join(_said(text)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _said(text: str) -> Iterator[str]:
    """Without the characters that stand in for one by its number: one for each, unless the group says another count.
    A control word counts as one character there, as a control sign does.
    """
    counts = [_USUAL_COUNT]  # of the groups that are open, the innermost last
    at = left_out = 0
    for found in _SIGNS.finditer(text):
        plain = text[at : found.start()]
        yield plain[left_out:]
        left_out = max(0, left_out - len(plain))
        at = found.end()
        if left_out and (found["byte"] or found["word"] or found["sign"]):
            left_out -= 1
            yield from (it for it in _meant(found) if it == "\n")  # words on two lines are not one
        elif found["code"]:
            yield chr(int(found["code"]) % 0x10000)
            left_out = counts[-1]
        elif found["count"]:
            counts[-1] = int(found["count"])
        elif found["group"]:
            left_out = 0
            _enter_or_leave(found["group"], counts)
        else:
            yield _meant(found)
    yield text[at:][left_out:]


def _enter_or_leave(group: str, counts: list[int]) -> None:
    if group == "{":
        counts.append(counts[-1])
    elif len(counts) > 1:
        counts.pop()


def _meant(found: re.Match[str]) -> str:
    if found["byte"]:
        return bytes.fromhex(found["byte"]).decode("cp1252", "replace")
    if found["word"]:
        return _WORDS.get(found["word"], "")
    return _OF_SIGNS.get(found["sign"] or "", "")
