"""A withdrawal told in an edition's front matter, and its record sealed anew."""

import json
import re

from generator.authoring.sheets import Sheet, sheet_in, text_of
from generator.domain.edition import Edition
from generator.domain.record import Withdrawal
from generator.domain.sealing import files_of
from generator.reading.desk import Desk
from generator.reading.front_matter import read_front_matter
from generator.reading.yaml import Mapping, Node, Sequence
from generator.text.source import Source

_FIELD = "withdrawals"


def with_withdrawal(source: Source, withdrawal: Withdrawal) -> str:
    """An edition.md that tells of it, below what it tells already; every other byte stays."""
    front, body = read_front_matter(Desk(source, []))
    if not isinstance(front, Mapping) or body is None:
        return source.text
    line_end = "\r\n" if "\r\n" in source.text else "\n"
    earlier = next((value for key, value in front.entries if key.text == _FIELD), None)
    if earlier is not None:
        at, new = _next_in(earlier, withdrawal, source.text)
    elif source.text[front.span.start : front.span.start + 1] == "{":
        at, new = front.span.end - 1, f", {_FIELD}: [{_in_braces(withdrawal)}]"
    else:
        at = source.text.rfind("---", 0, body.home.start)
        new = f"{_FIELD}:\n{_item(withdrawal, '  ')}"
    return source.text[:at] + new.replace("\n", line_end) + source.text[at:]


def _next_in(earlier: Node, withdrawal: Withdrawal, text: str) -> tuple[int, str]:
    """Where one more goes into the list, and how it is written there."""
    has_items = isinstance(earlier, Sequence) and bool(earlier.items)
    if text[earlier.span.start : earlier.span.start + 1] == "[":
        return earlier.span.end - 1, f"{', ' if has_items else ''}{_in_braces(withdrawal)}"
    line = text.rfind("\n", 0, earlier.span.start) + 1
    indent = re.compile(r"[ ]*").match(text, line)
    after = text.find("\n", earlier.span.end) + 1
    return after, _item(withdrawal, indent.group() if indent else "")


def _item(withdrawal: Withdrawal, indent: str) -> str:
    lines = [f"{name}: {value}" for name, value in _fields(withdrawal)]
    return f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"


def _in_braces(withdrawal: Withdrawal) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in _fields(withdrawal)) + "}"


def _fields(withdrawal: Withdrawal) -> list[tuple[str, str]]:
    further = [] if withdrawal.audiences is None else [("for", f"[{', '.join(sorted(withdrawal.audiences))}]")]
    further += [("action", f'"{withdrawal.action}"')] if withdrawal.action else []
    why = json.dumps(withdrawal.why, ensure_ascii=False)
    return [("date", withdrawal.date.isoformat()), ("what", withdrawal.what.value), ("why", why), *further]


def resealed(
    record: Source, before: Edition, after: Edition, gone: frozenset[str], withdrawal: Withdrawal | None
) -> str:
    """The record of an edition out of which something was taken.

    Only what was as the record knows it before is sealed as it is now: a change that nobody has told of stays one.
    """
    sheet = sheet_in(record)
    old, new = files_of(before), files_of(after)
    sealed = [
        {**file, "digest": new.get(file["file"], "")} if _is_as_sealed(file, old) else file for file in sheet["files"]
    ]
    renewed = _renewed(before, after)
    withdrawals = [_with_digest(note, renewed) for note in sheet.get(_FIELD, [])]
    if withdrawal is not None:
        withdrawals.append({"date": withdrawal.date.isoformat(), "digest": withdrawal.digest})
    changed = {
        "awaited": [action for action in sheet.get("awaited", []) if action["id"] not in gone],
        "files": sealed,
        "corrections": [_with_digest(note, renewed) for note in sheet.get("corrections", [])],
        _FIELD: withdrawals,
    }
    return text_of({**sheet, **changed})


def _is_as_sealed(file: Sheet, digests: dict[str, str]) -> bool:
    return bool(digests.get(file["file"]) == file["digest"])


def _renewed(before: Edition, after: Edition) -> dict[str, str]:
    """The digests of corrections and withdrawals out of whose own words something was taken: the old to the new."""
    corrections = zip(before.corrections, after.corrections, strict=False)
    withdrawals = zip(before.withdrawals, after.withdrawals, strict=False)
    return {old.digest: new.digest for pairs in (corrections, withdrawals) for old, new in pairs}


def _with_digest(note: Sheet, renewed: dict[str, str]) -> Sheet:
    return {**note, "digest": renewed.get(note["digest"], note["digest"])}
