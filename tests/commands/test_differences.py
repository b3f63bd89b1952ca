"""How a file would change is told as diff tells it."""

from generator.commands.differences import difference


def test_what_is_the_same_has_no_difference() -> None:
    assert list(difference("a\nb", "a\nb", "x.md")) == []


def test_a_last_line_without_an_end_is_told_to_be_one() -> None:
    assert "".join(difference("a\nb", "a\nc\n", "x.md")) == (
        "--- x.md\n+++ x.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
    )
