"""YAML as words that know where they stand."""

import pytest

from generator.reading.yaml import Mapping, Node, Sequence, Word, read_yaml
from tests.reading.desks import desk, marked


def plain(node: Node | None) -> object:
    match node:
        case Word():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case None:
            return None


def read(text: str) -> object:
    at = desk(text, "glossary.yml")
    node = read_yaml(at)
    assert not at.findings
    return plain(node)


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "null", "~", "1.10", "0x1F", "1_000", "2020-02-30", "1e3", ".inf", "=", "0o7", "12:30:45"],
)
def test_words_stay_words(word: str) -> None:
    assert read(f"- {word}\n- '{word}'\n") == [word, word]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: b\nc: [d, e]\nf: {g: h}\n", {"a": "b", "c": ["d", "e"], "f": {"g": "h"}}),
        ("- a\n-\n- ''\n", ["a", "", ""]),
        ("a: |\n  b\n\n  c\nd: >\n  e\n  f\n", {"a": "b\n\nc\n", "d": "e f\n"}),
        ("# A note\na: b\n\n  # another\nc: d # 5\n".replace(" # 5", ""), {"a": "b", "c": "d"}),
        ('a: "b" # a note after a quote loses nothing\n', {"a": "b"}),
        ("a: [b, c] # nor after a list\n", {"a": ["b", "c"]}),
        ("a: it's\nb: 10:30\nc: a#b\n", {"a": "it's", "b": "10:30", "c": "a#b"}),
        ("---\na: b\n", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("“curly”: ‘quotes’\n", {"“curly”": "‘quotes’"}),
        ("a: 🏛️ ŵyr\n", {"a": "🏛️ ŵyr"}),
    ],
)
def test_what_yaml_says_is_read(text: str, tree: object) -> None:
    assert read(text) == tree


def test_each_word_knows_its_place_also_after_wide_letters_and_windows_line_ends() -> None:
    at = desk("é: 🏛️\r\nb: 'it''s'\r\n", "glossary.yml")
    node = read_yaml(at)
    assert isinstance(node, Mapping)
    places = [
        at.source.text[word.span.start : word.span.end]
        for entry in node.entries
        for word in entry
        if isinstance(word, Word)
    ]
    assert places == ["é", "🏛️", "b", "'it''s'"]


def test_a_part_of_a_file_is_read_with_places_in_the_whole() -> None:
    at = desk("---\nfor: staff\n---\nwords", "editions/2020-01/it.md")
    node = read_yaml(at, 4, 14)
    assert isinstance(node, Mapping)
    key, value = node.entries[0]
    assert [at.source.text[word.span.start : word.span.end] for word in (key, value)] == ["for", "staff"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("- Replace kiosk #3\n", "comment-swallows-words", "#3"),
        ("- #3 kiosk\n", "comment-swallows-words", "#3 kiosk"),
        ("a: #3\n", "comment-swallows-words", "#3"),
        ("a: b \t# c\n", "comment-swallows-words", "# c"),
        ("[a #b\n]", "comment-swallows-words", "#b"),
        ("a: b\na: c\n", "duplicate-key", "a"),
        ("a: &b c\n", "yaml-alias", "&b"),
        ("a: *b\n", "yaml-alias", "*b"),
        ("a: !b c\n", "yaml-syntax", "!"),
        ("a: !!binary c\n", "yaml-syntax", "!"),
        ('a: "b\n', "unclosed-quote", '"'),
        ("a: 'b\nc: d\n", "unclosed-quote", "'"),
        ("a: 'b\nc: 'd'\n", "unclosed-quote", "'"),
        ("a:\n\t- b\n", "yaml-tab", "\t"),
        ("a: b: c\n", "colon-in-sentence", "b: c"),
        ("- a b: c: d\n", "colon-in-sentence", "a b: c: d"),
        ("a: b\n  c: d\n", "yaml-syntax", "c"),
        ("- a: b\n c: d\n", "yaml-syntax", "c: d"),
        ("- @a\n", "yaml-syntax", "@"),
        ("- **a** b\n", "yaml-syntax", "*"),
        ("- | a\n", "yaml-syntax", "|"),
        ('- "a" b\n', "yaml-syntax", "b"),
        ("- [a](b) c\n", "yaml-syntax", "(b) c"),
        ("- {a: b} c\n", "yaml-syntax", "c"),
        ("a: [b\nc: d\n", "yaml-syntax", "["),
        ('a: "S:\\General"\n', "yaml-syntax", "\\G"),
        ('a: "S:\\Plans"\n', "control-character", '"S:\\Plans"'),
        ("? [a]\n: b\n", "yaml-syntax", "["),
        ("a: b\n---\nc: d\n", "yaml-syntax", "---"),
        ("a:\n  - b\n  c\n", "yaml-syntax", "c"),
        ('a: "\\0"\n', "control-character", '"\\0"'),
    ],
)  # fmt: skip
def test_what_would_lose_words_or_cannot_be_read_is_marked(text: str, code: str, words: str) -> None:
    at = desk(text, "glossary.yml")
    read_yaml(at)
    assert marked(at) == [(code, words)]


def test_the_words_that_yaml_leaves_out_of_a_sentence_on_two_lines_are_reported_once() -> None:
    at = desk("- Replace kiosk #3\n  in reception\n", "glossary.yml")
    assert read_yaml(at) is None
    assert marked(at) == [("comment-swallows-words", "#3")]
