"""Laws of the published record: nothing changes it in silence, and what is withdrawn is nowhere."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.freezing import freeze
from generator.authoring.withdrawal_request import WithdrawalRequest
from generator.authoring.withdrawing import withdraw
from generator.briefing.briefing import brief
from generator.build import build
from generator.domain.edition import Edition
from generator.domain.record import Withdrawn
from generator.reading.content import read_content
from generator.request import BuildRequest
from tests.authoring.record_examples import (
    FILES,
    ITEMS,
    LETTER,
    ON,
    RECORD,
    UPDATE,
    content_of,
    errors_in,
    freeze_again,
    frozen,
)
from tests.building import files_of
from tests.examples import files_in, write_files

SEALED = (LETTER, UPDATE, ITEMS, RECORD)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme with January frozen, which no test changes."""
    return frozen(tmp_path_factory.mktemp("frozen"))


def january(folder: Path, path: str, data: bytes) -> Edition:
    content, _, _ = read_content(folder, {path: data})
    assert content is not None
    return content.editions[0]


def is_error_or_no_change(folder: Path, path: str, data: bytes) -> bool:
    if errors_in(folder, {path: data}):
        return True
    return january(folder, path, data) == january(folder, path, (folder / path).read_bytes())


@given(
    st.sampled_from(SEALED),
    st.integers(0, 10_000),
    st.integers(0, 3),
    st.one_of(st.binary(max_size=2), st.sampled_from([b" ", b"\n", b"#", b":", b"-", b"\r\n", b"'", b"\xef\xbb\xbf"])),
)
def test_a_change_of_a_frozen_edition_s_bytes_is_an_error_or_changes_nothing_that_is_read(
    folder: Path, path: str, place: int, taken_out: int, put_in: bytes
) -> None:
    data = (folder / path).read_bytes()
    at = place % (len(data) + 1)
    assert is_error_or_no_change(folder, path, data[:at] + put_in + data[at + taken_out :])


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("path", SEALED)
def test_no_single_byte_can_be_changed_in_silence(folder: Path, path: str) -> None:
    data = (folder / path).read_bytes()
    for at in range(len(data)):
        for new in (b"", data[at : at + 1] * 2, b"x"):
            assert is_error_or_no_change(folder, path, data[:at] + new + data[at + 1 :]), (at, new)


@pytest.mark.parametrize("path", SEALED)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_change_nothing(folder: Path, path: str, mark: bytes) -> None:
    data = mark + (folder / path).read_bytes().replace(b"\n", b"\r\n")
    assert errors_in(folder, {path: data}) == []
    assert january(folder, path, data) == january(folder, path, (folder / path).read_bytes())


def test_freezing_is_done_once(folder: Path) -> None:
    assert freeze(folder, "2020-01", lambda _: ON).files == {}


# Where a name may stand, in all the files of a programme; `@` is replaced by one of its forms.
NAMED = {
    "workstreams.yml": FILES["workstreams.yml"]
    .replace("name: Gareth Llewellyn", "name: @1")
    .replace("summary: One front door.", 'summary: "@2 keeps one front door."')
    .replace("New website", "Website of @3"),
    "glossary.yml": "# @1 keeps this.\n- {term: JS, means: @1, explained: 'Once called @3.'}\n",
    "documents.yml": "- id: plan\n  title: Plan by @1\n  file: plan.pdf\n  summary: |\n    Written by\n    @3.\n",
    "documents/plan.pdf": "%PDF",
    "pages/about.md": "---\ntitle: About @1\n---\n@2: a life.\n\n"
    "See [@2's work](action:visits) and `@3`.\n\n- @2(retired)\n",
    LETTER: FILES[LETTER]
    .replace("| Calls |", "| @3 |")
    .replace("Thank you", "Thank you, @2,")
    .replace("All of them", "@2"),
    UPDATE: FILES[UPDATE]
    .replace("the north and", "the north, with @2, and")
    .replace("their job", "the job of @3")
    .replace("> The council", "> @2\n  >\n  > The council")
    .replace("#price", "#@4-price")
    .replace("#kiosks", "tags=@4 #kiosks"),
    ITEMS: FILES[ITEMS]
    .replace("Gareth", "@1")
    .replace("They ring.", "@2 rings.")
    .replace("Every desk", "@1, or @1,")
    .replace("40 came", "@3 came")
    .replace("id: laptops", "id: @4-laptops")
    .replace("after: [laptops]", "after: [@4-laptops]"),
}
PLAIN = (
    "Jane Smith",
    "JANE SMITH",
    "jane smith",
    "Jane\u00a0Smith",
    "Jané Smith",
    "jane-smith",
    "jane.smith@merebrook.example",
)
FORMS = {
    "@1": (*PLAIN, "someone"),
    "@2": (*PLAIN, "**Jane** Smith", "Jane&nbsp;Smith", "J&#97;ne Smith", "*Jane Smith*", "someone"),
    "@3": (*PLAIN, "someone"),
    "@4": ("jane-smith", "someone"),
}


@st.composite
def programmes(draw: st.DrawFn) -> dict[str, str]:
    files = {}
    for path, text in NAMED.items():
        parts = re.split(r"(@\d)", text)
        files[path] = "".join(draw(st.sampled_from(FORMS[part])) if part in FORMS else part for part in parts)
    ids = st.sampled_from(FORMS["@4"])
    wanted = draw(ids)
    files[ITEMS] = re.sub(r"(?:jane-smith|someone)-laptops", f"{wanted}-laptops", files[ITEMS])
    return files


def as_read(data: bytes) -> str:
    """What a reader or a program would find in a file: with and without its tags, decoded."""
    text = data.decode("utf-8", errors="replace")
    both = re.sub(r"<[^>]*>", "", text) + "\n" + text
    bare = "".join(c for c in normalize("NFKD", unescape(unescape(both))) if not "\u0300" <= c <= "\u036f")
    return re.sub(r"[\s*_.-]+", " ", bare).casefold()


def holding(files: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    return (path for path, data in files if "jane smith" in as_read(data) or "janesmith" in as_read(data))


def withdrawn(folder: Path, what: Withdrawn) -> Path:
    request = WithdrawalRequest(
        folder, "2020-01", what, "Jane Smith", "It was a mistake.", lambda _: ON, everywhere=True
    )
    withdrawing = withdraw(request)
    assert withdrawing.findings == ()
    write_files(withdrawing.files, folder)
    return folder


@settings(max_examples=40)
@given(programmes(), st.sampled_from([Withdrawn.WORDS, Withdrawn.PERSON]))
def test_withdrawn_words_are_nowhere_in_the_content_its_records_or_what_any_audience_may_know(
    files: dict[str, str], what: Withdrawn
) -> None:
    with TemporaryDirectory() as name:
        folder = frozen(Path(name), files)
        if any(holding(files_in(folder).items())):
            withdrawn(folder, what)
        assert list(holding(files_in(folder).items())) == []
        assert errors_in(folder) == []
        assert freeze_again(folder) == {}
        content = content_of(folder)
        for audience in content.programme.audiences:
            known = repr(brief(content, audience, ON).content)
            assert list(holding([(audience.id, known.encode())])) == []


def test_withdrawn_words_are_in_no_file_of_any_site(tmp_path: Path) -> None:
    files = {path: re.sub(r"@(\d)", _the_hardest, text) for path, text in NAMED.items()}
    folder = frozen(tmp_path, files)
    assert any(holding(files_of(build(BuildRequest(folder, lambda _: ON)), "residents").items()))
    result = build(BuildRequest(withdrawn(folder, Withdrawn.PERSON), lambda _: ON))
    assert set(result.sites) == {"staff", "residents"}
    for site in result.sites:
        assert (site, list(holding(files_of(result, site).items()))) == (site, [])


def _the_hardest(slot: re.Match[str]) -> str:
    return {"1": "Jane Smith", "2": "**Jane** Smith", "3": "JANE\u00a0SMITH", "4": "jane-smith"}[slot[1]]
