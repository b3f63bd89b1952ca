"""A sound programme that says given words in every place where words can stand."""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image

AT_ONCE = 60  # words that one title says, one after the other
_FORMATS = ["html", "email", "text"]
_BOTH = ["staff", "residents"]
_KINDS = ("editions", "workstreams", "measures", "documents", "pages", "images", "glossary")
_SITES = {
    "staff": "https://intranet.merebrook.example/one-council/",
    "residents": "https://www.merebrook.example/one-council/",
}


def programme_saying(text: Sequence[str], prose: Sequence[str], at_once: int = AT_ONCE) -> dict[str, bytes]:
    """`text` stands in fields that are lines of words, `prose` where Markdown is read; each must be sound alone."""
    lines = [" ".join(" · ".join(words).split()) for words in _batches(text, at_once)]
    blocks = "\n\n".join(prose)
    files: dict[str, object] = {
        "programme.yml": _programme(lines),
        "workstreams.yml": [_workstream(number, words) for number, words in enumerate(lines)],
        "measures.yml": [_measure(lines)],
        "glossary.yml": [
            {"term": f"T{number} {words}", "means": words, "explained": words} for number, words in enumerate(text)
        ],
        "documents.yml": [
            {"id": f"d{number}", "title": words, "file": f"d{number}.txt", "summary": words}
            for number, words in enumerate(lines)
        ],
        "pages/accessibility.yml": _statement(lines),
    }
    written = {path: _as_json(fields).encode() for path, fields in files.items()}
    return {
        **written,
        **{f"documents/d{number}.txt": b"Words." for number in range(len(lines))},
        "images/x.png": _picture(),
        "pages/words.md": _front({"title": lines[0], "summary": lines[0]}) + blocks.encode(),
        "editions/2020-01/edition.md": _front({"published": "2020-01-31", "title": lines[0]}) + blocks.encode(),
        "editions/2020-01/w0.md": _update_in_markdown(lines, prose).encode(),
        "editions/2020-01/w1.yml": _as_json(_update_in_yaml(lines)).encode(),
    }


def _batches(words: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (words[at : at + size] for at in range(0, len(words), size))


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    return out.getvalue()


def _as_json(fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False, indent=1)


def _front(fields: object) -> bytes:
    return f"---\n{_as_json(fields)}\n---\n".encode()


def _programme(lines: Sequence[str]) -> object:
    return {
        "title": lines[0],
        "organisation": lines[1],
        "objective": "Make every service simple to use.",
        "director": {"name": lines[2], "role": lines[3], "public": True},
        "audiences": {
            id_: {"title": lines[4], "theme": "council" if id_ == "staff" else "plain", "site": site}
            for id_, site in _SITES.items()
        },
        "for": dict.fromkeys(_KINDS, _BOTH),
        "contacts": [
            {
                "purpose": words, "name": words, "telephone": words, "email": "a@b.example", "post": words,
                "formats": [words, {"name": words, "takes": words}],
            }
            for words in lines
        ],
        "priorities": [{"id": f"p{number}", "title": words} for number, words in enumerate(lines)],
        "newsletters": [
            {"id": f"n{audience}", "title": lines[5], "audience": audience, "every": "month", "formats": _FORMATS}
            for audience in _BOTH
        ],
    }  # fmt: skip


def _workstream(number: int, words: str) -> object:
    return {
        "id": f"w{number}",
        "title": words,
        "lead": {"name": words, "role": words, "public": True, "email": "a@b.example"},
        "summary": "What it does.",
        "priority": f"p{number}",
        "projects": [{"id": f"j{number}", "title": words, "stage": "design", "summary": "What it makes."}],
    }


def _measure(lines: Sequence[str]) -> object:
    return {
        "id": "m", "title": lines[0], "unit": lines[1], "better": "higher", "workstream": "w0",
        "baseline": {"date": "2018", "value": 14}, "target": {"date": "2021", "value": 80},
        "readings": [{"date": "March 2019", "value": 31, "note": words} for words in lines],
    }  # fmt: skip


def _statement(lines: Sequence[str]) -> object:
    problems = [
        {
            "id": f"s{number}",
            "title": words,
            "what": "What it is.",
            "fails": "1.1.1",
            "by": "March 2021",
            "instead": "Ask us.",
        }
        for number, words in enumerate(lines)
    ]
    return {
        "for": _BOTH, "compliance": "partial", "problems": problems, "prepared": "2020-01-10", "reviewed": "2020-01-10",
        "tests": [{"date": "2020-01-08", "by": lines[0], "method": "self-assessment", "what": "All pages."}],
        "feedback": {"answered_within": lines[0], "name": lines[1], "telephone": lines[2], "email": "a@b.example"},
        "law": "Great Britain",
    }  # fmt: skip


def _update_in_markdown(lines: Sequence[str], prose: Sequence[str]) -> str:
    """Each prose as the detail of an action, and as its plain wording where it is one line."""
    in_detail = [words for words in prose if "\n" not in words and not words.startswith(("#", ">"))]
    items = [
        f"- An action. {{#m{number} tags=t}}\n\n"
        + "\n\n".join(f"  {line}" for line in words)
        + "\n\n"
        + "\n  >\n".join(f"  > {line}" for line in words)
        for number, words in enumerate(_batches(in_detail, AT_ONCE))
    ]
    return "Introduction.\n\n## Completed\n\n" + "\n\n".join(items) + "\n"


def _update_in_yaml(lines: Sequence[str]) -> object:
    return {
        "stopped": [
            {"text": f"Stopped {number}.", "id": f"y{number}", "reason": words, "tags": words.split()[:9]}
            for number, words in enumerate(lines)
        ]
    }
