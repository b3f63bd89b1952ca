"""Words that a template of markup would put onto a page as they are."""

import pytest
from jinja2 import Environment

from generator.making.unescaped import unescaped_in
from generator.shipped import themes_folder


def lines(text: str, name: str = "pages/home.html") -> list[int]:
    return [line for line, _ in unescaped_in(name, Environment(autoescape=True).parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "\n{{ page.title | safe }}",
        "\n{{ (page.title | upper) | safe }}",
        "\n{{ page.actions[0].words | trim | safe }}",
        "\n{{ (page.title ~ theme.title) | safe }}",
        "\n{% autoescape false %}{{ page.title }}{% endautoescape %}",
        "\n{% autoescape page.is_plain %}{{ page.title }}{% endautoescape %}",
    ],
)
def test_words_of_the_content_that_are_let_through_are_told_at_their_line(text: str) -> None:
    assert lines(text) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title }}",
        "{{ '<b>' | safe }}",
        "{{ theme.options.strap | safe }}",
        "{{ theme.options['strap'] | safe }}",
        "{% autoescape true %}{{ page.title }}{% endautoescape %}",
    ],
)
def test_what_is_escaped_and_what_the_author_of_the_theme_wrote_is_not_told(text: str) -> None:
    assert lines(text) == []


def test_in_files_that_are_no_markup_letters_are_letters() -> None:
    assert lines("{{ page.title | safe }}", "hosting/nginx.txt") == []
    assert lines("{{ page.title | safe }}", "feeds/atom.xml") == [1]


def test_none_of_our_own_templates_lets_words_through() -> None:
    reader = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    reader.filters |= dict.fromkeys(("url", "prose", "runs"), str)
    files = [file for ending in ("html", "xml") for file in themes_folder().rglob(f"*.{ending}")]
    assert len(files) > 50
    for file in files:
        assert list(unescaped_in(file.name, reader.parse(file.read_text(encoding="utf-8")))) == [], file
