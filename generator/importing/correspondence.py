"""What stands around an update and is none of it: who is greeted and who signs, the e-mail that it answers, the mail
server's notice.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.domain.prose import LineBreak, Paragraph, words_of_runs
from generator.importing.document import Piece, split_runs, words_of
from generator.importing.heads import Heads
from generator.importing.shaping import looks_like_heading

_GREETING = re.compile(
    r"(?:(?:kind(?:est)?|best|warm(?:est)?|with|many) )*(?:regards|wishes)\b|(?:many )?thanks(?: and|,|$)"
    r"|(?:thank you|cheers|best|all the best)(?:[,.!]?$|, [\w.’'-]+(?: [\w.’'-]+){0,2}$)"
    r"|yours (?:sincerely|faithfully)\b",
    re.IGNORECASE,
)
# To one person: who writes to all her colleagues begins a letter so.
_SALUTATION = re.compile(
    r"(?!.*\b(?:all|both|colleagues|every(?:one|body)|team|residents|neighbours|friends|readers)\b)"
    r"(?:hi|hiya|hey|hello|dear|(?:good )?(?:morning|afternoon|evening))(?: [\w.’'-]+){0,3} ?[,.!:–-]?",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"from: .+\b(?:sent|date): |-{3,} ?(?:original|forwarded) message ?-{3,}|on .{6,80}\bwrote:$", re.IGNORECASE
)
_NOTICE = re.compile(
    r"(?:disclaimer\b|important notice\b)?.{0,20}\bthis (?:e-?mail|message|communication)\b.{0,200}"
    r"\b(?:confidential|intended|privileged|recipient)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_SIGNATURE = 12

A_GREETING = "it is a greeting"
TO_ONE = "it greets one person"
SIGNED = "it stands below a greeting, as a name does"
EARLIER = "it is of an earlier e-mail, or of its head"
NOTICE = "it is a notice of the mail server"
AFTER = "it stands below the end of the e-mail"


def set_aside(pieces: Iterable[Piece], heads: Heads, *, is_mail: bool) -> Iterator[Piece]:
    """The pieces, with what stands around the update set aside, so that nobody's telephone number becomes an
    introduction.

    A greeting ends an update only below a heading such as “Completed”: before it stands the letter, which is signed as
    well, or what somebody wrote who passed an e-mail on. Below the end of an e-mail nothing is of the update; elsewhere
    short lines right below the greeting are names.
    """
    has_begun = has_ended = is_signing = False
    for piece in pieces:
        words = words_of(piece.part) if isinstance(piece.part, Paragraph) else ""
        head = heads.read(words_of(piece.part), is_heading=looks_like_heading(piece.part))
        why = _why(words, _first_line(piece), is_mail=is_mail, has_begun=has_begun)
        is_name = is_signing and not head and 0 < len(words.split()) <= _MOST_WORDS_OF_SIGNATURE
        if piece.aside:
            yield piece
        elif has_ended:
            yield replace(piece, aside=AFTER)
        elif why:
            yield replace(piece, aside=why)
            has_ended = is_mail and has_begun
            is_signing = why == A_GREETING
        elif is_name:
            yield replace(piece, aside=SIGNED)
        else:
            yield piece
            is_signing = False
            has_begun = has_begun or (head is not None and head.state is not None)


def _first_line(piece: Piece) -> str:
    """Of a name that stands in the same paragraph as the greeting, below it, the greeting."""
    runs = piece.part.runs if isinstance(piece.part, Paragraph) else ()
    first = split_runs(runs, lambda run: isinstance(run, LineBreak))[0]
    return words_of_runs(first).strip()


def _why(words: str, first_line: str, *, is_mail: bool, has_begun: bool) -> str:
    if is_mail and _EARLIER.match(words):
        return EARLIER
    if is_mail and _NOTICE.match(words):
        return NOTICE
    if is_mail and not has_begun and _SALUTATION.fullmatch(words):
        return TO_ONE
    is_greeting = _GREETING.match(words) or _GREETING.match(first_line)
    return A_GREETING if has_begun and is_greeting else ""
