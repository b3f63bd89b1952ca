"""What the text of a template names and is not there, whatever is shown with it."""

from pathlib import Path

import pytest

from generator.briefing.page_views import HomePage
from generator.briefing.views import SiteView
from generator.making.template_names import faults_in_text

PERSON = "{% macro person(someone) %}{{ someone.name }}{% endmacro %}"


def faults_of(folder: Path, text: str) -> list[tuple[int, str, str]]:
    """Line, what is wrong and the help, of a home page beside one part and one asset."""
    (folder / "home.html").write_text(text)
    (folder / "person.html").write_text(PERSON)
    templates = {"pages/home.html": folder / "home.html", "parts/person.html": folder / "person.html"}
    views: dict[str, tuple[type, ...]] = {"pages/home.html": (HomePage,), "site": (SiteView,)}
    return [(it.line, it.why, it.help) for it in faults_in_text(templates, frozenset(("assets/logo.svg",)), views)]


@pytest.mark.parametrize(
    ("text", "line", "why", "remedy"),
    [
        ("\n{{ page.objectiv }}", 2, "`HomePage` has no `objectiv`", "did you mean `objective`?"),
        ("{{ site.organization }}", 1, "`SiteView` has no `organization`", "did you mean `organisation`?"),
        ("\n\n{{ pge.title }}", 3, "`pge` is not a name here", "did you mean `page`?"),
        ("{% if false %}{{ page.laitest }}{% endif %}", 1, "`HomePage` has no `laitest`", "did you mean `latest`?"),
        (
            '{% include "parts/persn.html" %}',
            1,
            "there is no template `parts/persn.html`",
            "did you mean `parts/person.html`?",
        ),
        (
            '{% from "parts/person.html" import persn %}',
            1,
            "`parts/person.html` has no macro `persn`",
            "did you mean `person`?",
        ),
        (
            '<img src="{{ "assets/lgo.svg" | url }}" alt="">',
            1,
            "the theme has no file `assets/lgo.svg`",
            "did you mean `assets/logo.svg`?",
        ),
        (
            "{% include page.title %}",
            1,
            "the template that is meant here is found only later",
            "name one template in quotes, so that all that a page is made of can be known",
        ),
        (
            "\n{{ page.objective | safe }}",
            2,
            "`safe` puts words onto the page as they are: a `<` in them begins a tag",
            "leave that out: `prose` and `runs` have tags of their own",
        ),
    ],
)
def test_what_is_not_there_is_told_with_its_line(text: str, line: int, why: str, remedy: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, text) == [(line, why, remedy)]


def test_a_template_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    ((line, why, _),) = faults_of(tmp_path, "<p>\n{% if page.title %}")
    assert line == 2
    assert "not closed before the template ends" in why


@pytest.mark.parametrize(
    "text",
    [
        "{% set own = 1 %}{{ own }}",
        "{% macro mine(x) %}{{ x }}{{ caller() }}{% endmacro %}{% call mine(2) %}{% endcall %}",
        '{% import "parts/person.html" as people %}{{ people.person(page.director) }}',
        '{% from "parts/person.html" import person as who %}{{ who(page.director) }}',
        "{% for one in page.workstreams %}{{ loop.index }}{{ one.anything }}{% endfor %}",
        '{{ _("Yes") }}{{ ngettext("%(num)s day", "%(num)s days", 2) }}{% trans x=1 %}{{ x }} of all{% endtrans %}',
        '{{ "assets/logo.svg" | url }}{{ "updates/" | url }}{{ page.objective | prose }}',
    ],
)
def test_what_is_there_is_no_fault(text: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, text) == []
