"""What residents' approver reads tells nothing that is for staff alone, not even that it is there."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from generator.authoring.review_forms import as_text
from generator.authoring.reviewing import review
from generator.reading.content import read_content
from tests.building import ON
from tests.examples import smallest, write_files
from tests.properties.staff_only import NOTHING, Files, staff_only

# The next month, in which some promises are kept, moved, told in other words, or not told at all.
FEBRUARY: Files = {
    "editions/2020-02/edition.md": "---\npublished: 2020-02-29\n---\nOpen letter of February.\n",
    "editions/2020-02/customer-services.md": "Open words.\n\n## Completed\n\n- Tried all the forms. {#forms}\n\n"
    '## Future actions\n\n- Visit other councils. {#visits due=2032 measure=visits-made reason="No train."}\n'
    "- Paint the desk. {#paint after=visits}\n",
}
_DRAFTS_FOR_ALL = ("editions/2020-03/edition.md",)  # which an approver is told of
_LINE = re.compile(r":\d+")  # words for staff before it move a line further down; that is in the writer's file only


def residents_are_told(files: Files) -> str:
    laid = {path: text for path, text in files.items() if path not in _DRAFTS_FOR_ALL} | FEBRUARY
    with TemporaryDirectory() as folder:
        write_files(smallest() | {path: text.encode() for path, text in laid.items()}, Path(folder))
        content, sources, _ = read_content(Path(folder))
        assert content
        page = review(content, content.programme.audience("residents"), "", ON, sources)
    return _LINE.sub("", as_text(page, 100))


@pytest.fixture(scope="module")
def alone() -> str:
    return residents_are_told(NOTHING)


def test_there_is_something_to_tell(alone: str) -> None:
    assert all(word in alone for word in ("Kept", "Moved", "New", "the letter"))


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(staff_only())
def test_what_is_for_staff_alone_changes_no_word_for_residents(alone: str, files: Files) -> None:
    assert residents_are_told(files) == alone
