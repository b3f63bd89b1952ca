"""A theme tried with everything and with nothing in its pages: what is not there is told with its file and line."""

from pathlib import Path

import pytest

from generator.making.theme import load_theme, names_in
from generator.making.trial import look_at_pages, try_theme
from generator.shipped import themes_folder
from generator.text.diagnostic import Diagnostic, in_order
from generator.text.source import Source, Span

PERSON = "{% macro person(someone) %}{{ someone.name }}{% endmacro %}{% macro signature(x) %}{% endmacro %}"

Told = list[tuple[str, str, str]]


def tried(folder: Path, parent: str = "plain", **templates: str) -> Told:
    """File and line, message and help of all that a theme with these templates gives; `__` stands for `/`."""
    (folder / "own").mkdir()
    (folder / "own" / "theme.yml").write_text("name: own\n" + (f"extends: {parent}\n" if parent else ""))
    for name, text in templates.items():
        file = folder / "own" / f"{name.replace('__', '/')}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return told("own", (folder, themes_folder()))


def told(name: str, places: tuple[Path, ...]) -> Told:
    sources: dict[str, Source] = {}
    findings: list[Diagnostic] = []
    theme = load_theme(name, places, sources, findings, Span("", 0, 0))
    assert theme is not None
    assert findings == []
    return [_told(found, sources) for found in in_order(try_theme(theme, sources))]


def _told(found: Diagnostic, sources: dict[str, Source]) -> tuple[str, str, str]:
    assert found.code == "template-error"
    line = sources[found.span.path].place(found.span.start).line
    message = found.message.removeprefix("a template cannot be shown: ")
    return f"{Path(found.span.path).name}:{line}", message, found.help


@pytest.mark.parametrize("name", names_in((themes_folder(),)))
def test_our_own_themes_can_be_shown_whatever_is_in_them(name: str) -> None:
    assert told(name, (themes_folder(),)) == []


def test_all_that_is_not_there_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    found = tried(
        tmp_path,
        pages__home="{{ page.a }}{{ page.b }}\n{{ page.c.d + 1 }}",
        pages__updates="{{ theme.tokens.colour.acent }}",
        pages__workstreams="{% for one in page.workstreams %}\n{{ one.leed }}{% endfor %}",
        pages__glossary="{% for group in page.groups %}{{ group.x > 1 }}{% endfor %}",
        pages__text="{% if page.title %}",
        pages__progress="{{ page.title | shout }}",
        pages__timeline="{{ page.overdue.nothing | length }}",
        parts__when="{% macro when(moment) %}\n{{ moment.wrds }}{% endmacro %}",
    )
    assert [(where, what) for where, what, _ in found if not where.startswith("text")] == [
        ("glossary.html:1", "`TermGroup` has no `x`"),
        ("home.html:1", "`HomePage` has no `a`"),
        ("home.html:1", "`HomePage` has no `b`"),
        ("home.html:2", "`HomePage` has no `c`"),
        ("progress.html:1", "there is no filter `shout`"),
        ("timeline.html:1", "there is no `nothing` here"),
        ("updates.html:1", "there is no `acent` here"),
        ("workstreams.html:2", "`WorkstreamView` has no `leed`"),
        ("when.html:2", "`When` has no `wrds`"),
    ]
    remedies = {where: remedy for where, _, remedy in found}
    assert remedies["updates.html:1"] == "did you mean `accent`?"
    assert remedies["when.html:2"] == "did you mean `words`?"
    assert remedies["text.html:1"] == "write `{% endif %}`"


def test_a_fault_that_shows_only_where_there_is_nothing_is_found(tmp_path: Path) -> None:
    zero, nothing = tried(tmp_path, pages__home="{{ page.latest.title }}", pages__action="{{ 7 / page.days_taken }}")
    assert nothing == (
        "home.html:1",
        "what is asked for its `title` may be nothing",
        "ask first whether it is there, by `if`",
    )
    assert zero[0] == "action.html:1"
    assert "zero" in zero[1]


def test_a_part_that_is_given_too_little_is_told_where_it_misses_it(tmp_path: Path) -> None:
    text = '{% from "parts/person.html" import person %}{{ person() }}'
    ((where, what, _),) = tried(tmp_path, parts__person=PERSON, pages__missing=text)
    assert (where, what) == ("person.html:1", "parameter 'someone' was not provided")


def test_a_template_in_another_encoding_is_told_with_the_line_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "own" / "parts").mkdir(parents=True)
    (tmp_path / "own" / "theme.yml").write_text("name: own\nextends: plain\n")
    person = f"{PERSON}\n{{# caf\xe9 #}}".encode("latin-1")
    (tmp_path / "own" / "parts" / "person.html").write_bytes(person)
    assert told("own", (tmp_path, themes_folder())) == [
        ("person.html:2", "it is saved in another encoding than UTF-8", "save it again with the encoding UTF-8")
    ]


def test_a_macro_that_calls_itself_without_end_is_told_at_its_line(tmp_path: Path) -> None:
    text = "{% macro person(someone) %}\n{{ person(someone) }}{% endmacro %}{% macro signature(x) %}{% endmacro %}"
    assert tried(tmp_path, parts__person=text) == [
        ("person.html:2", "it comes to itself again and again, without an end", "mend the theme")
    ]


def test_a_template_with_too_much_within_each_other_is_told(tmp_path: Path) -> None:
    deep = "{{ " + "(" * 400 + "1" + ")" * 400 + " }}"
    loops = "{% for x in [1] %}" * 25 + "{% endfor %}" * 25
    lists = "{{ " + "[" * 150 + "]" * 150 + " }}"
    found = tried(tmp_path, pages__home=deep, pages__text=loops, pages__missing=lists)
    why = "too much stands within each other in it"
    assert found == [(f"{name}.html:1", why, "mend the theme") for name in ("home", "missing", "text")]


def test_asking_whether_a_name_is_there_is_no_use_of_it(tmp_path: Path) -> None:
    text = "{{ theme.options.x | default('') }}{% if theme.options.x is defined %}{{ theme.options.x }}{% endif %}"
    assert tried(tmp_path, pages__home=text) == []


def test_a_block_may_say_what_the_layout_says_in_it_and_what_another_block_says(tmp_path: Path) -> None:
    text = '{% extends "layouts/page.html" %}{% block main %}{{ super() }}<h1>{{ self.title() }}</h1>{% endblock %}'
    assert tried(tmp_path, pages__documents=text) == []


def test_a_filter_that_is_not_there_is_told_with_the_nearest_also_where_it_is_seldom_shown(tmp_path: Path) -> None:
    text = "{% if page.latest %}\n{{ page.latest.address | urll }}{% if page.title is srting %}{% endif %}{% endif %}"
    assert tried(tmp_path, pages__home=text) == [
        ("home.html:2", "there is no filter `urll`", "did you mean `url`?"),
        ("home.html:2", "there is no test `srting`", "did you mean `string`?"),
    ]


def test_what_is_never_closed_is_told_once_where_it_was_opened(tmp_path: Path) -> None:
    text = '{% extends "layouts/page.html" %}\n{% block title %}x\n{% block main %}y{% endblock %}\n'
    text += "{% if page.title %}\nz\n{% endif %}\n</div>\n"
    assert tried(tmp_path, pages__home=text) == [
        ("home.html:2", "`block` is not closed before the template ends", "write `{% endblock %}`")
    ]


def test_what_chance_decides_is_no_name_of_ours(tmp_path: Path) -> None:
    found = tried(tmp_path, pages__documents="{{ lipsum() }}", pages__home="{{ [1] | random }}")
    assert [(place, why) for place, why, _ in found] == [
        ("documents.html:1", "`lipsum` is not a name here"),
        ("home.html:1", "there is no filter `random`"),
    ]


def test_a_theme_that_stands_on_nothing_is_told_of_each_page_that_it_lacks(tmp_path: Path) -> None:
    found = tried(tmp_path, parent="", pages__home="<p>{{ page.title }}</p>")
    assert ("theme.yml:1", "there is no `pages/updates.html`", "write it, or extend a theme that has it") in found
    assert not [what for _, what, _ in found if "home.html" in what]


def test_a_block_that_the_layout_does_not_have_is_told_since_nobody_would_see_it(tmp_path: Path) -> None:
    text = '{% extends "layouts/page.html" %}\n{% block mian %}<h1>{% block inner %}{% endblock %}</h1>{% endblock %}'
    assert tried(tmp_path, pages__home=text) == [
        ("home.html:2", "`layouts/page.html` has no block `mian`", "did you mean `main`?")
    ]


def test_a_layout_that_lost_a_block_is_told_there_and_once_not_in_our_pages_that_fill_it(tmp_path: Path) -> None:
    layout = "".join(
        f"{{% block {it} %}}{{% endblock %}}" for it in ("title", "main_class", "policy", "head", "found", "content")
    )
    assert tried(tmp_path, layouts__page=layout) == [
        (
            "page.html:1",
            "it stands in place of another theme's, and lacks its block `main`, which pages fill",
            "write `{% block main %}{% endblock %}` where that belongs",
        )
    ]


def test_words_outside_of_all_blocks_are_told_since_nobody_would_see_them(tmp_path: Path) -> None:
    text = '{% extends "layouts/page.html" %}\n\n<h1>Here</h1>\n{% block main %}{% endblock %}\n'
    assert tried(tmp_path, pages__home=text) == [
        ("home.html:3", "this stands outside of all blocks, so it is shown nowhere", "put it into a block")
    ]


def test_a_block_of_a_layout_that_extends_another_may_be_filled(tmp_path: Path) -> None:
    layout = '{% extends "layouts/page.html" %}{% block main %}{% block story %}{% endblock %}{% endblock %}'
    page = '{% extends "layouts/own.html" %}{% block story %}{{ page.title }}{% endblock %}'
    assert tried(tmp_path, layouts__own=layout, pages__home=page) == []


@pytest.mark.parametrize(
    "page",
    [
        "{% block intro %}<p>Hello</p>{% endblock %}{% block main %}<h1>Here</h1>{{ self.intro() }}{% endblock %}",
        "<!-- a note of its author -->\n{% block main %}<h1>Here</h1>{% endblock %}",
        "{% block of_an_older_layout %}\n{% endblock %}{% block main %}<h1>Here</h1>{% endblock %}",
        "{% block old_class %}home{% endblock %}{% block main %}<h1>Here</h1>{% endblock %}",
    ],
)
def test_what_is_shown_elsewhere_and_what_nobody_was_to_see_are_not_lost(page: str, tmp_path: Path) -> None:
    assert tried(tmp_path, pages__home='{% extends "layouts/page.html" %}' + page) == []


def test_words_before_the_layout_is_named_are_shown(tmp_path: Path) -> None:
    text = 'Words\n{% extends "layouts/page.html" %}{% block main %}<h1>Here</h1>{% endblock %}'
    assert tried(tmp_path, pages__home=text) == []


def test_of_a_layout_that_is_chosen_only_when_a_page_is_made_nothing_more_is_told(tmp_path: Path) -> None:
    side = '{% extends "layouts/page.html" %}{% block main %}{% block side %}{% endblock %}{% endblock %}'
    either = (
        '{% if page.title %}{% extends "layouts/side.html" %}{% else %}{% extends "layouts/page.html" %}{% endif %}'
    )
    chosen = '{% extends "layouts/page.html" if page.title else "layouts/side.html" %}'
    found = tried(
        tmp_path,
        layouts__side=side,
        layouts__chosen=chosen,
        pages__home=either + "{% block side %}Hello{% endblock %}",
        pages__glossary='{% extends "layouts/chosen.html" %}{% block main %}Hello{% endblock %}',
    )
    assert [place for place, _, _ in found] == ["chosen.html:1"]


def test_a_block_within_one_that_another_layout_writes_anew_is_told_since_nobody_would_see_it(tmp_path: Path) -> None:
    first = '{% extends "layouts/page.html" %}{% block main %}{% block story %}{% endblock %}{% endblock %}'
    second = '{% extends "layouts/first.html" %}{% block main %}<h1>Here</h1>{% endblock %}'
    page = '{% extends "layouts/second.html" %}{% block story %}Lost{% endblock %}'
    assert tried(tmp_path, layouts__first=first, layouts__second=second, pages__home=page) == [
        (
            "home.html:1",
            "`layouts/second.html` has no block `story`",
            "choose from `policy`, `title`, `found`, `head`, `main_class` and `main`",
        )
    ]


def test_a_block_within_one_that_another_layout_adds_to_may_be_filled(tmp_path: Path) -> None:
    first = '{% extends "layouts/page.html" %}{% block main %}{% block story %}{% endblock %}{% endblock %}'
    second = '{% extends "layouts/first.html" %}{% block main %}<h1>Here</h1>{{ super() }}{% endblock %}'
    page = '{% extends "layouts/second.html" %}{% block story %}Shown{% endblock %}'
    assert tried(tmp_path, layouts__first=first, layouts__second=second, pages__home=page) == []


def test_a_part_that_lacks_a_macro_of_the_one_whose_place_it_takes_is_told_there_and_once(tmp_path: Path) -> None:
    text = "{% macro person(someone) %}{% endmacro %}"
    assert tried(tmp_path, parts__person=text) == [
        (
            "person.html:1",
            "it stands in place of another theme's, and lacks its macro `signature`, which others take from it",
            "write that macro into this file too: a file takes the place of a whole file",
        )
    ]


def looked_at(folder: Path, **templates: str) -> list[tuple[str, str]]:
    """File and line, and message, of all that the pages of a theme with these templates lack."""
    assert tried(folder, **templates) == []
    sources: dict[str, Source] = {}
    theme = load_theme("own", (folder, themes_folder()), sources, [], Span("", 0, 0))
    assert theme is not None
    found = look_at_pages(theme, sources)
    assert {it.code for it in found} <= {"page-structure"}
    lines = [sources[it.span.path].place(it.span.start).line for it in found]
    return [(f"{Path(it.span.path).name}:{line}", it.message) for it, line in zip(found, lines, strict=True)]


@pytest.mark.parametrize("name", names_in((themes_folder(),)))
def test_our_own_pages_have_all_that_a_page_needs(name: str) -> None:
    theme = load_theme(name, (themes_folder(),), {}, [], Span("", 0, 0))
    assert theme is not None
    assert look_at_pages(theme, {}) == []


def test_a_page_without_a_heading_and_a_part_without_alt_are_told_where_they_stand(tmp_path: Path) -> None:
    notice = (
        '{% macro notice() %}\n<img src="a.png">{{ caller() }}{% endmacro %}'
        "{% macro nothing_yet() %}{{ caller() }}{% endmacro %}"
    )
    text = '{% extends "layouts/page.html" %}{% block main %}<p>{{ page.title }}</p>{% endblock %}'
    assert looked_at(tmp_path, parts__notice=notice, pages__documents=text) == [
        ("documents.html:1", "the page has no heading of the first level, `<h1>`"),
        ("notice.html:2", "a picture has no `alt`"),
    ]


@pytest.mark.timeout(30)  # each way to read what is put in was tried with each of the others
def test_a_tag_that_is_not_closed_is_passed_over_where_another_is_looked_for(tmp_path: Path) -> None:
    notice = (
        '{% macro notice() %}\n<img src="{{ "a" }}.png">{{ caller() }}{% endmacro %}'
        "{% macro nothing_yet() %}{{ caller() }}{% endmacro %}"
    )
    text = (
        '{% extends "layouts/page.html" %}{% from "parts/notice.html" import notice %}'
        "{% block main %}<h1>{{ page.title }}</h1>{% call notice() %}{% endcall %}{% endblock %}"
    )
    beside = "{# <img " + 40 * "{{ page.title }} " + "#}"
    assert looked_at(tmp_path, parts__notice=notice, pages__documents=text + beside) == [
        ("notice.html:2", "a picture has no `alt`")
    ]


def test_a_page_without_the_layout_lacks_its_language_its_title_and_its_main_part(tmp_path: Path) -> None:
    assert looked_at(tmp_path, pages__documents="<h1>{{ page.title }}</h1>") == [
        ("documents.html:1", "the page does not carry the security policy"),
        ("documents.html:1", "the page does not say how wide it is, so phones show it small"),
        ("documents.html:1", "the page does not say its language"),
        ("documents.html:1", "the page has no main part, `<main>`"),
        ("documents.html:1", "the page has no title"),
    ]


def test_what_the_layout_lacks_is_told_once_and_there(tmp_path: Path) -> None:
    """A page that is ours cannot be blamed for it, and nobody reads the same line thirty times."""
    layout = (themes_folder() / "base" / "layouts" / "page.html").read_text()
    lines = layout.splitlines()
    image, html, skip = (
        next(number for number, line in enumerate(lines) if it in line) for it in ("<img", "<html", "skip-link")
    )
    lines[image] = '        <img class="logo" src="{{ "assets/favicon.svg" | url }}">'
    lines[html] = "<html>"
    lines[skip] = ""
    told = looked_at(tmp_path, layouts__page="\n".join(lines).replace("{% if theme.options.logo %}", "{% if 1 %}"))
    assert told == [
        ("page.html:1", "no link leads past the menu to the main part"),
        (f"page.html:{html + 1}", "the page does not say its language"),
        (f"page.html:{image + 1}", "a picture has no `alt`"),
    ]
