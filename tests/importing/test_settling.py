"""What was typed to look like headings, bullets and numbers becomes these; other lines stay together."""

import pytest

from generator.domain.prose import BulletList, LineBreak, NumberedList, Paragraph, Prose, Run, Text, plain_words
from generator.importing.document import Piece, paragraph, prose_of
from generator.importing.settling import settle


def typed(*lines: str) -> Paragraph:
    runs: list[Run] = []
    for line in lines:
        runs += [*([LineBreak()] if runs else []), Text(line)]
    return Paragraph(tuple(runs))


def settled(*blocks: Paragraph | BulletList, is_typed: bool = True) -> list[str]:
    pieces = (Piece(block, f"line {number}") for number, block in enumerate(blocks, 1))
    return [
        shown(prose_of(it.part)) for it in settle(pieces, lambda words: words in ("Done", "Lead Jo"), is_typed=is_typed)
    ]


def shown(prose: Prose) -> str:
    """`a`, with bullets as [a | b] and numbers as (a | b)."""
    texts = []
    for block in prose:
        match block:
            case BulletList(items):
                texts.append(f"[{' | '.join(map(shown, items))}]")
            case NumberedList(items):
                texts.append(f"({' | '.join(map(shown, items))})")
            case Paragraph():
                texts.append(
                    "/".join("".join(plain_words((Paragraph((run,)),)) or " " for run in block.runs).split("\n"))
                )
            case _:
                texts.append("?")
    return " ".join(texts)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([typed("Done", "we did it")], ["Done", "we did it"], id="a heading without an empty line"),
        pytest.param([typed("Lead", "Jo")], ["Lead Jo"], id="a heading of two lines"),
        pytest.param([typed("One ends.", "Two ends.")], ["One ends.", "Two ends."], id="a line is a paragraph"),
        pytest.param([typed("Done", "One.", "Two.")], ["Done", "One.", "Two."], id="lines that end, below a heading"),
        pytest.param(
            [typed("a line that goes on until the typist’s page has", "no more room")],
            ["a line that goes on until the typist’s page has no more room"],
            id="a line is full",
        ),
        pytest.param([typed("• a", "goes on", "• b")], ["[a goes on | b]"], id="bullets in one paragraph"),
        pytest.param([typed("• a"), typed("– b"), typed("– c"), typed("• d")], ["[a [b | c] | d]"], id="two kinds"),
        pytest.param([typed("1. a"), typed("2. b"), typed("plain")], ["(a | b)", "plain"], id="typed numbers"),
        pytest.param(
            [typed("1. a"), typed("- b"), typed("- c"), typed("2. d"), typed("3. e")],
            ["(a [b | c] | d | e)"],
            id="bullets between typed numbers",
        ),
        pytest.param([typed("1. a"), typed("- b"), typed("3. c")], ["(a [b])", "3. c"], id="a number too far"),
        pytest.param([typed("a) x"), typed("b) y")], ["(x | y)"], id="typed letters"),
        pytest.param([typed("1. January was short")], ["1. January was short"], id="one number alone"),
        pytest.param([typed("1. a"), typed("3. c")], ["1. a", "3. c"], id="numbers that do not follow"),
        pytest.param([typed("•")], ["•"], id="a bullet without words"),
        pytest.param([typed("✓ a"), typed("✔ b")], ["[a | b]"], id="ticks for bullets"),
        pytest.param([typed("✓ a"), typed("✗ b")], ["[✓ a | ✗ b]"], id="a tick and a cross, which say what is done"),
        pytest.param([typed("[x] a"), typed("[ ] b")], ["[[x] a | [ ] b]"], id="boxes that were typed"),
        pytest.param([typed("☑ a", "☐ b")], ["[☑ a | ☐ b]"], id="boxes in lines"),
        pytest.param(
            [BulletList(((typed("a", "Done"),), (typed("b"),)))], ["[a]", "Done", "[b]"], id="a heading below a bullet"
        ),
        pytest.param([paragraph("plain"), paragraph("words")], ["plain", "words"], id="nothing to do"),
    ],
)
def test_lines_become_what_they_were_meant_for(blocks: list[Paragraph | BulletList], expected: list[str]) -> None:
    assert settled(*blocks) == expected


def test_a_break_that_somebody_made_in_word_stays() -> None:
    (piece,) = settle([Piece(typed("Kind regards", "Jo"), "paragraph 1")], lambda _: False, is_typed=False)
    assert piece.part == typed("Kind regards", "Jo")
