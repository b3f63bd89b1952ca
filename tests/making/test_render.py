"""Templates: relative addresses, and faults that name their file and line."""

from dataclasses import fields, replace
from gettext import NullTranslations
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.briefing.page_views import HomePage
from generator.briefing.specimens import bare_page, full_site
from generator.domain.address import file_at
from generator.making.render import Renderer, TemplateFailedError, relative
from generator.making.theme import load_theme
from generator.making.trial import try_theme
from generator.shipped import themes_folder
from generator.text.source import Source, Span
from tests.building import built, codes, files_of, pages

THEME = "name: own\nextends: plain\n"
OWN = {"programme.yml": ""}


@pytest.mark.parametrize(
    ("target", "from_address", "reference"),
    [
        ("", "", "index.html"),
        ("", "updates/2020-01/", "../../index.html"),
        ("updates/", "updates/2020-01/", "../index.html"),
        ("updates/2020-01/#letter.a", "updates/2020-01/", "#letter.a"),
        ("actions/a/", "actions/b/", "../a/index.html"),
        ("documents/Plan (1).pdf", "documents/", "Plan%20%281%29.pdf"),
        ("assets/site.css", "404.html", "assets/site.css"),
        ("updates/2020-01/#workstream.it", "", "updates/2020-01/index.html#workstream.it"),
    ],
)
def test_an_address_is_written_relative_to_the_page(target: str, from_address: str, reference: str) -> None:
    assert relative(target, from_address) == reference


_PARTS = st.lists(st.sampled_from("abc"), max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(_PARTS, _PARTS)
def test_a_relative_address_leads_where_it_should(target: str, from_address: str) -> None:
    found = urljoin(f"https://x.example/{file_at(from_address)}", relative(target, from_address))
    assert found == f"https://x.example/{file_at(target)}"


def with_theme(folder: Path, **templates: str) -> list[tuple[str, str, str]]:
    """Code, place and message of what a residents' theme with these pages gives."""
    own = folder / "themes" / "own"
    (own / "pages").mkdir(parents=True)
    (own / "theme.yml").write_text(THEME)
    for name, text in templates.items():
        (own / "pages" / f"{name}.html").write_text(text)
    programme = (Path(__file__).parents[1] / "programmes/smallest/programme.yml").read_text()
    result = built(folder, {"programme.yml": programme.replace("theme: plain", "theme: own")})
    assert not result.sites
    found = []
    for finding in result.findings:
        line = result.sources[finding.span.path].place(finding.span.start).line
        found.append((finding.code, f"{Path(finding.span.path).name}:{line}", finding.message))
    return found


def test_a_name_that_a_view_does_not_have_is_an_error_at_its_line(tmp_path: Path) -> None:
    ((code, place, message),) = with_theme(tmp_path, home="<p>\n{{ page.objectiv }}\n</p>")
    assert (code, place) == ("template-error", "home.html:2")
    assert message == "a template cannot be shown: `HomePage` has no `objectiv`"


def test_a_template_that_cannot_be_read_is_an_error_at_its_line(tmp_path: Path) -> None:
    ((code, place, _),) = with_theme(tmp_path, home="<p>\n\n{% if page.title %}")
    assert (code, place) == ("template-error", "home.html:3")


def test_a_fault_in_many_pages_is_told_once_and_all_faults_are_told(tmp_path: Path) -> None:
    found = with_theme(tmp_path, home="{{ page.nothing }}", action="\n{{ 1 / 0 }}", updates="{{ page.x }}")
    assert [place for _, place, _ in found] == ["action.html:2", "home.html:1", "updates.html:1"]


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("\n{{ cycler() }}", "home.html:2", "at least one item has to be provided"),
        ("\n{% include 'parts/nothing.html' %}", "home.html:2", "the theme has no `parts/nothing.html`"),
        ('{{ "\\ud800" }}', "home.html:1", "it shows half a character, `\\ud800`, which no file can hold"),
        ("\n{{ page.title.upper }}", "home.html:2", "`upper` is shown and not called: write brackets after it"),
        ("\n{{ ngettext('a', 'b') }}", "home.html:2", "ngettext() missing 1 required positional argument: 'number'"),
    ],
)
def test_a_mistake_of_a_theme_s_author_is_told_with_its_place_whatever_it_is(
    text: str, place: str, why: str, tmp_path: Path
) -> None:
    found = with_theme(tmp_path, home=text)
    assert found == [("template-error", place, f"a template cannot be shown: {why}")]


@pytest.mark.parametrize(
    ("home", "place", "why"),
    [
        ('{% extends "layouts/page.html" %}{% block mian %}Hello{% endblock %}', "home.html:1", "has no block `mian`"),
        (
            '{% extends "layouts/page.html" %}\nHello',
            "home.html:2",
            "stands outside of all blocks, so it is shown nowhere",
        ),
    ],
)
def test_words_that_no_page_would_show_stop_a_build(home: str, place: str, why: str, tmp_path: Path) -> None:
    """Jinja leaves out a block that the layout lacks: the page went out without its words, and nobody was told."""
    ((code, at, message),) = with_theme(tmp_path, home=home)
    assert (code, at) == ("template-error", place)
    assert why in message


def test_a_layout_that_lost_what_pages_fill_stops_a_build(tmp_path: Path) -> None:
    layout = tmp_path / "themes/own/layouts/page.html"
    layout.parent.mkdir(parents=True)
    layout.write_text("<!doctype html><title>{% block title %}{% endblock %}</title><main>Hello</main>")
    found = with_theme(tmp_path)
    assert {(code, place) for code, place, _ in found} == {("template-error", "page.html:1")}
    assert any("lacks its block `main`, which pages fill" in message for _, _, message in found)


def test_a_template_cannot_ask_for_what_is_hidden_in_its_theme(tmp_path: Path) -> None:
    """It is no part of the theme, and nobody would see that it has changed."""
    hidden = tmp_path / "themes/own/parts/.idea/note.html"
    hidden.parent.mkdir(parents=True)
    hidden.write_text("words")
    found = with_theme(tmp_path, home="{% include 'parts/.idea/note.html' %}")
    why = "a template cannot be shown: the theme has no `parts/.idea/note.html`"
    assert found == [("template-error", "home.html:1", why)]


def test_a_template_cannot_reach_behind_its_views(tmp_path: Path) -> None:
    ((code, place, _),) = with_theme(tmp_path, home="{{ page.__class__.__mro__ }}")
    assert (code, place) == ("template-error", "home.html:1")


REACHING = (
    ('(theme.folders[0] / "/etc/hostname").read_text()', "`ThemeView` has no `folders`"),
    ("theme.assets() | list", "`ThemeView` has no `assets`"),
    ("site.navigation.__class__", "a template may not read `__class__` of a `tuple`"),
    ("''.__class__.__mro__", "a template may not read `__class__` of a `str`"),
    ("page.title.__init__.__globals__", "a template may not read `__init__` of a `str`"),
    ("page.__init__.__globals__", "a template may not read `__init__` of a `HomePage`"),
    ("(page | attr('__class__')).__mro__", "a template may not read `__class__` of a `HomePage`"),
    ("'{0.__class__}'.format(page)", "a template may not read `__class__` of a `HomePage`"),
    ("theme.tokens.update(colour=1)", "a template may not read `update` of a `dict`"),
    ("range.__globals__", "a template may not read `__globals__` of `range`"),
)


@pytest.fixture(scope="module")
def told_of_reaching(tmp_path_factory: pytest.TempPathFactory) -> set[int]:
    """The lines that `golden theme check` names of a page that says each of these on a line of its own."""
    own = tmp_path_factory.mktemp("reaching") / "own"
    (own / "pages").mkdir(parents=True)
    (own / "theme.yml").write_text(THEME)
    (own / "pages" / "home.html").write_text("\n".join(f"{{{{ {reach} }}}}" for reach, _ in REACHING))
    theme = load_theme("own", (own.parent, themes_folder()), {}, [], Span("theme.yml", 0, 0))
    assert theme is not None
    sources: dict[str, Source] = {}
    alone = replace(theme, folders=theme.folders[:1])
    found = [it for it in try_theme(alone, sources) if it.span.path.endswith("home.html")]
    return {sources[it.span.path].place(it.span.start).line for it in found}


def test_a_template_that_reaches_further_is_named_where_themes_are_checked(told_of_reaching: set[int]) -> None:
    assert told_of_reaching == set(range(1, len(REACHING) + 1))


@pytest.mark.parametrize(("reach", "why"), REACHING)
def test_a_template_reads_no_more_than_it_is_given(reach: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text(f"<p>\n{{{{ {reach} }}}}\n")
    base = load_theme("base", (themes_folder(),), {}, [], Span("theme.yml", 0, 0))
    assert base is not None
    renderer = Renderer(replace(base, folders=(tmp_path,)), full_site(), NullTranslations())
    with pytest.raises(TemplateFailedError) as failed:
        renderer.page("home.html", bare_page(HomePage))
    assert (failed.value.line, failed.value.why) == (2, why)


class _Reaching(HomePage):
    """A page whose template is given more than it should be."""

    @property
    def file(self) -> object:
        return Path("home.html")

    def read(self) -> str:
        return "never read"


_Reaching.__module__ = HomePage.__module__


@pytest.mark.parametrize(
    ("reach", "why"),
    [
        ("page.read()", "a template may not call `read`"),
        ("page.file.read_text()", f"a template may not read `read_text` of a `{type(Path()).__name__}`"),
        ("page.file.parent", f"a template may not read `parent` of a `{type(Path()).__name__}`"),
    ],
)
def test_what_is_neither_ours_nor_plain_is_closed_to_templates(reach: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text(f"{{{{ {reach} }}}}")
    base = load_theme("base", (themes_folder(),), {}, [], Span("theme.yml", 0, 0))
    assert base is not None
    page = bare_page(HomePage)
    reaching = _Reaching(**{field.name: getattr(page, field.name) for field in fields(page)})
    with pytest.raises(TemplateFailedError) as failed:
        Renderer(replace(base, folders=(tmp_path,)), full_site(), NullTranslations()).page("home.html", reaching)
    assert failed.value.why == why


def test_what_templates_do_among_themselves_is_open(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text(
        "{% set two = cycler('a', 'b') %}{% set n = namespace(x=1) %}{% set comma = joiner(';') %}"
        "{% macro say(x) %}{{ x.upper() }}{{ caller() }}{% endmacro %}{% call say('c') %}!{% endcall %}"
        "{% for one in range(2) %}{{ two.next() }}{{ loop.cycle(1, 2) }}{{ comma() }}{% endfor %}{{ n.x }}"
        "{{ '{0.title}'.format(theme) }}{% for name, value in dict(a=1).items() %}{{ name }}{% endfor %}"
        "{{ ngettext('%(num)s day', '%(num)s days', 2) }}{% block b %}{% endblock %}{{ self.b() }}"
    )
    base = load_theme("base", (themes_folder(),), {}, [], Span("theme.yml", 0, 0))
    assert base is not None
    renderer = Renderer(replace(base, folders=(tmp_path,), title="Base"), full_site(), NullTranslations())
    assert renderer.page("home.html", bare_page(HomePage)) == b"C!a1b2;1Basea2 days"


def test_a_child_theme_changes_only_what_it_holds(tmp_path: Path) -> None:
    own = tmp_path / "themes" / "own"
    (own / "pages").mkdir(parents=True)
    (own / "theme.yml").write_text(f"{THEME}tokens:\n  colour:\n    accent: '#123456'\n")
    (own / "pages" / "missing.html").write_text("nothing at {{ site.organisation }}")
    programme = (Path(__file__).parents[1] / "programmes/smallest/programme.yml").read_text()
    result = built(tmp_path, {"programme.yml": programme.replace("theme: plain", "theme: own")})
    assert codes(result) == []
    assert pages(result, "residents")["404.html"] == "nothing at Merebrook Borough Council"
    assert b"#123456" in files_of(result, "residents")["assets/site.css"]
    assert b"#123456" not in files_of(result, "staff")["assets/site.css"]


def test_an_option_of_the_theme_takes_the_script_away(tmp_path: Path) -> None:
    result = built(tmp_path)
    assert "assets/site.js" in result.sites["staff"]
    assert "assets/site.js" not in result.sites["residents"]
