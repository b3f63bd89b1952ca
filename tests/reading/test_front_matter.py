"""Front matter, and what is nearly that."""

import pytest

from generator.reading.front_matter import read_front_matter
from generator.reading.yaml import Mapping
from tests.reading.desks import desk, marked


def read(text: str) -> tuple[list[str], str]:
    """The names of the fields, and the body."""
    at = desk(text)
    node, body = read_front_matter(at)
    assert isinstance(node, Mapping)
    assert body is not None
    assert not at.findings
    assert at.source.text[body.home.start : body.home.end] == body.text
    return [key.text for key, _ in node.entries], body.text


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("words\n", [], "words\n"),
        ("---\nfor: staff\n---\nwords\n", ["for"], "words\n"),
        ("---\nfor: staff\n---", ["for"], ""),
        ("---\n---\nwords\n", [], "words\n"),
        ("---\n\n \n---\nwords\n", [], "words\n"),
        ("---\n# only a note\n---\nwords\n", [], "words\n"),
        ("\n \n---  \nfor: staff\n---\t\nwords\n", ["for"], "words\n"),
        ("---\r\nfor: staff\r\n---\r\nwords\r\n", ["for"], "words\r\n"),
        ("words\n\n---\n\nmore words\n", [], "words\n\n---\n\nmore words\n"),
        ("---\nfor: staff\n---\na\n\n---\n\nb\n", ["for"], "a\n\n---\n\nb\n"),
        ("For us: a month of decisions.\n", [], "For us: a month of decisions.\n"),
        ("Summary: we did a lot.\n", [], "Summary: we did a lot.\n"),
    ],
)
def test_the_fields_and_the_body_are_told_apart(text: str, fields: list[str], body: str) -> None:
    assert read(text) == (fields, body)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\nfor: staff\n", "---"),
        ("---", "---"),
        ("\n--\nfor: staff\n--\n", "--"),
        ("—\nfor: staff\n—\n", "—"),
        ("–-\nfor: staff\n", "–-"),
        ("-----\nfor: staff\n-----\n", "-----"),
        ("for: staff\n\n## Completed\n", "for: staff"),
        ("\n\nFor: staff\n", "For: staff"),
        ("published: 2020-01-31\n", "published: 2020-01-31"),
    ],
)
def test_what_is_nearly_front_matter_is_never_read_as_words(text: str, words: str) -> None:
    at = desk(text)
    assert read_front_matter(at) == (None, None)
    assert marked(at) == [("front-matter-not-closed", words)]


def test_a_mistake_in_the_fields_leaves_the_body_to_be_read() -> None:
    at = desk("---\nfor: [staff\n---\nwords\n")
    node, body = read_front_matter(at)
    assert node is None
    assert body is not None
    assert body.text == "words\n"
    assert [code for code, _ in marked(at)] == ["yaml-syntax"]
