"""What was found lately, in a file of the user's cache, so that nobody is asked the same thing twice a day.

Only what is well is kept, and what has moved: what was wrong may be mended by now. A file that is damaged counts as
none, and one that cannot be written is left alone.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator.outside.answer import Answer, VisitOutcome

_KEPT = (VisitOutcome.FINE, VisitOutcome.MOVED)
_FORM = "1"
_LONGEST = 100 * 24 * 3600  # seconds for which anything is kept, however old an answer somebody may ask for


def read_kept(file: Path, since: float) -> dict[str, tuple[float, Answer]]:
    """The answers got at `since` or later, in seconds since 1970, each with its time."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["form"] != _FORM:
            return {}
        found = {
            str(address): (float(at), Answer(VisitOutcome(outcome), str(to)))
            for address, (at, outcome, to) in kept["answers"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return {address: one for address, one in found.items() if one[0] >= since}


def write_kept(file: Path, answers: Mapping[str, Answer], now: float) -> None:
    """Beside those that are there already; the new file takes the old one's place in one step."""
    older = {address: one for address, one in read_kept(file, now - _LONGEST).items() if address not in answers}
    new = {address: (now, answer) for address, answer in answers.items() if answer.outcome in _KEPT}
    rows = {address: [at, answer.outcome, answer.to] for address, (at, answer) in sorted({**older, **new}.items())}
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as written:  # its owner's alone
            json.dump({"form": _FORM, "answers": rows}, written)
        try:
            Path(written.name).replace(file)
        except OSError:
            Path(written.name).unlink(missing_ok=True)
