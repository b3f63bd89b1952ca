"""No setting and no turn of content that is about something else lets a finding vanish without a word.

Sure violations stand in the smallest programme, at every place where words can stand; then all around them is varied,
in pairs, and each must still be told.
"""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from tests.building import built, checked
from tests.examples import smallest

PROGRAMME, WORKSTREAMS, STATEMENT = "programme.yml", "workstreams.yml", "pages/accessibility.yml"
LETTER, UPDATE = "editions/2020-01/edition.md", "editions/2020-01/customer-services.md"
BOTH = "for: [staff, residents]"
Files = dict[str, str]
Change = Callable[[Files], None]

# By the code of what is found, words that surely are: in English, wherever they stand.
WARNED = {
    "personal-detail": "Write to jo{at}101@council.example.",
    "party-politics": "The Tories voted for it.",
    "vague-link": "Read it [here](https://council.example/plan{at}).",
}
REFUSED = {
    "image-without-alt": "![…](PICTURE)",
    "empty-link": "Read [-](https://council.example/plan).",
    "dead-link": "Read [the plan](#plan).",
    "path-of-own-computer": "Read [the plan](C:\\\\plan.docx).",
}
PAIRS = 14


def _programme(words: str) -> Files:
    """The same words at each place where prose can stand."""
    files = {path: data.decode() for path, data in smallest().items()}
    at = {place: words.format(at=place) if "{at}" in words else words for place in "abcdefghij"}
    files[LETTER] += f"\n{at['a']}\n"
    files[UPDATE] = f"{at['b']}\n\n{files[UPDATE]}- Paint the hall. {at['c']} {{#hall}}\n"
    files[UPDATE] += f"- Mend the roof. {{#roof}}\n\n  > We mend it. {at['d']}\n"
    files[WORKSTREAMS] += (
        f"  projects:\n    - id: site\n      title: Site\n      stage: design\n      summary: >\n        {at['e']}\n"
    )
    files["pages/more.md"] = f"---\ntitle: More\n---\n| Table |\n| --- |\n| {at['f']} |\n\n> {at['g']}\n"
    files[STATEMENT] += f"improving: >\n  {at['h']}\n"
    files["questions.yml"] = (
        f"- id: why\n  asked: 2020-01-02\n  answered: 2020-01-09\n  by: a resident\n  {BOTH}\n"
        f"  question: >\n    Why so? {at['i']}\n  answer: >\n    So it is. {at['j']}\n"
    )
    folders = {path: "../" * path.count("/") for path in files}
    return {path: text.replace("PICTURE", f"{folders[path]}images/hall.png") for path, text in files.items()}


def _adds(path: str, text: str) -> Change:
    return lambda files: files.update({path: files.get(path, "") + text})


def _replaces(path: str, before: str, after: str) -> Change:
    def change(files: Files) -> None:
        assert before in files[path] or after in files[path], before
        files[path] = files[path].replace(before, after)

    return change


def _everywhere(before: str, after: str) -> Change:
    return lambda files: files.update({path: text.replace(before, after) for path, text in files.items()})


def _without_staff(files: Files) -> None:
    _everywhere("[staff, residents]", "[residents]")(files)
    _everywhere("  staff: {title: Staff, theme: council}\n", "")(files)


def _later_edition(status: str) -> Change:
    """A special one that comes out after the day of the build, or is a draft."""
    head = f"---\npublished: 2020-03-28\ntitle: Flood\n{status}---\nIt rained.\n"
    return _adds("editions/2020-03-flood/edition.md", head)


CONTACT = "  - {{purpose: help, {}}}\n"
VARIATIONS: dict[str, Change] = {
    "CRLF": _everywhere("\n", "\r\n"),
    "byte order marks": lambda files: files.update({path: f"\ufeff{text}" for path, text in files.items()}),
    "a third audience": _adds("audiences", "  partners: {title: Partners, theme: plain}\n"),
    "no staff": _without_staff,
    "residents of another name": _everywhere("residents", "public"),
    "a contact without a telephone": _adds("contacts", CONTACT.format("email: us@council.example")),
    "a contact without an address": _adds("contacts", CONTACT.format("telephone: '101'")),
    "a contact with neither": _adds("contacts", CONTACT.format("post: Town Hall")),
    "a name of one word": _replaces(WORKSTREAMS, "Priya Nair", "Priya"),
    "a name with signs of patterns": _replaces(WORKSTREAMS, "name: Priya Nair", "name: '(P*|]+ Nair ['"),
    "a title of a sign": _replaces(PROGRAMME, "title: One Council", "title: '*'"),
    "one place is accepted": _adds("accept", "".join(f"  - {{code: {it}, place: x, reason: y}}\n" for it in WARNED)),
    "other weights": _adds("severity", "".join(f"  {code}: advice\n" for code in WARNED)),
    "words that are allowed": _adds("coach", "  allow: ['*', '.', here it is, Tory]\n"),
    "an embargo in the past": _adds("embargoes", "  - {title: Election, from: 2019-01-01, to: 2019-02-01}\n"),
    "a later special edition": _later_edition(""),
    "a draft": _later_edition("status: draft\n"),
    "a newsletter": _adds("newsletters", "  - {id: news, title: News, audience: residents, every: quarter}\n"),
    "a term": _adds("glossary.yml", "- {term: ZZ, means: zed zed}\n"),
}


def _varied(words: str, names: tuple[str, ...]) -> Files:
    """What programme.yml gets in one of its lists or groups is gathered first; line ends and marks come last."""
    files = _programme(words)
    for name in sorted(names, key=["CRLF", "byte order marks"].__contains__):
        if name in ("CRLF", "byte order marks"):
            _settle(files)
        VARIATIONS[name](files)
    _settle(files)
    return files


def _settle(files: Files) -> None:
    groups = {name: files.pop(name) for name in tuple(files) if "/" not in name and "." not in name}
    files[PROGRAMME] = files[PROGRAMME].replace("audiences:\n", f"audiences:\n{groups.pop('audiences', '')}")
    files[PROGRAMME] += "".join(f"{name}:\n{text}" for name, text in groups.items())


def _chosen() -> list[tuple[str, ...]]:
    pairs = list(combinations(VARIATIONS, 2))
    return [(name,) for name in VARIATIONS] + Random(7).sample(pairs, PAIRS)


@pytest.mark.parametrize("names", _chosen(), ids=" and ".join)
def test_what_was_found_is_found_whatever_is_varied_around_it(tmp_path: Path, names: tuple[str, ...]) -> None:
    words = " ".join(WARNED.values())
    found = built(tmp_path / "warned", _varied(words, names)).findings
    for code in WARNED:
        assert len({it.span for it in found if it.code == code}) >= 10, (code, found)
    refused = checked(tmp_path / "refused", _varied(" ".join(REFUSED.values()), names))
    for code in REFUSED:
        assert len({it.span for it in refused if it.code == code}) >= 10, (code, refused)
