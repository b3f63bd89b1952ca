"""The sandbox: whatever a template shows is escaped once, however often it was shown before."""

import re
from datetime import date

import pytest
from jinja2 import DictLoader, StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from generator.making.sandbox import Sandbox

SHOWN = (
    "Tom & <Jerry>",
    Markup("Tom &amp; <b>Jerry</b>"),
    Markup("Tom & <Jerry>"),  # equal to the first, and taken as it is
    "",
    "<" * 500,
    1,
    True,
    None,
    2.5,
)


def test_a_value_is_escaped_as_markupsafe_does_it_each_time() -> None:
    environment = Sandbox(autoescape=True)
    environment.say(str)
    template = environment.from_string("{% macro twice(it) %}{{ it }}|{{ it }}{% endmacro %}{{ twice(shown) }}")
    for shown in (*SHOWN, *reversed(SHOWN)):
        assert template.render(shown=shown) == f"{escape(shown)}|{escape(shown)}"


class _Page:
    """Something that holds much, and is no words."""

    def title(self) -> str:
        return "Glossary"


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        ("many | map('string')", "a list that is not joined yet cannot be shown: write `| join(', ')` after it"),
        ("many", "a `list` is not words: name what of it is to be shown"),
        ("named", "a `dict` is not words: name what of it is to be shown"),
        ("page", "a `_Page` is not words: name what of it is to be shown"),
        ("'a' ~ page", "a `_Page` is not words: name what of it is to be shown"),
        ("word.upper", "`upper` is shown and not called: write brackets after it"),
        ("range", "`range` is shown and not called: write brackets after it"),
        ("_", "`gettext` is shown and not called: write brackets after it"),
        ("page | string", "a `_Page` is not words: name what of it is to be shown"),
        ("[page, page] | join(', ')", "a `_Page` is not words: name what of it is to be shown"),
        ("[[page], [many]] | map('first') | join", "a `_Page` is not words: name what of it is to be shown"),
        ("'a' | replace('a', many | map('string'))", "a list that is not joined yet cannot be shown: write"),
        ("many | map('string') | upper", "a list that is not joined yet cannot be shown: write"),
        ("'%(a)s' | format(a=page)", "a `_Page` is not words: name what of it is to be shown"),
        ("'%s and %s' % ('a', page)", "a `_Page` is not words: name what of it is to be shown"),
        ("'%(a)s' % {'a': page}", "a `_Page` is not words: name what of it is to be shown"),
        ("_('%(a)s', a=page)", "a `_Page` is not words: name what of it is to be shown"),
        ("page | pprint", "No filter named 'pprint'"),
    ],
)
@pytest.mark.parametrize("escapes", [True, False])
def test_what_is_no_words_is_refused_since_it_would_be_shown_with_its_place_in_memory(
    escapes: bool, shown: str, why: str
) -> None:
    environment = Sandbox(autoescape=escapes, undefined=StrictUndefined)
    environment.say(str)
    with pytest.raises(TemplateError, match=re.escape(why)):
        environment.from_string(f"{{{{ {shown} }}}}").render(page=_Page(), many=[1, 2], named={"a": 1}, word="a")


def test_what_a_template_joins_and_what_is_not_there_are_shown_as_ever() -> None:
    environment = Sandbox(autoescape=True)
    environment.say(str)
    said = "{{ [1, 2] | map('string') | join(', ') }}{{ nothing }}{{ 'a' ~ 1 ~ day ~ nothing }}{{ x }}"
    assert environment.from_string("{% set x %}<b>{% endset %}" + said).render(day=date(2026, 1, 2)) == (
        "1, 2a12026-01-02<b>"
    )


@pytest.mark.parametrize("by_chance", ["{{ lipsum() }}", "{{ [1, 2, 3] | random }}"])
def test_nothing_that_chance_decides_is_open_to_templates(by_chance: str) -> None:
    environment = Sandbox()
    environment.say(str)
    with pytest.raises(TemplateError):
        environment.from_string(by_chance).render()


IMPORTED = {
    "cycler": "{% set c = cycler('a', 'b') %}{% macro row() %}{{ c.next() }}{% endmacro %}",
    "namespace": "{% set c = namespace(n=0) %}{% macro row() %}{% set c.n = c.n + 1 %}{{ c.n }}{% endmacro %}",
    "joiner": "{% set c = [joiner()] %}{% macro row() %}{{ c[0]() }}{% endmacro %}",
    "generator": "{% set c = [1, 2] | map('string') %}{% macro row() %}{{ c | first }}{% endmacro %}",
}


@pytest.mark.parametrize("kind", IMPORTED)
def test_a_page_is_the_same_whichever_pages_were_made_before_it(kind: str) -> None:
    page = "{% from 'part' import row %}{{ row() }}{{ row() }}"
    environment = Sandbox(loader=DictLoader({"part": IMPORTED[kind], "page": page}))
    environment.say(str)
    with pytest.raises(SecurityError, match="`c` of `part` goes on from page to page: make it within a macro, or"):
        environment.get_template("page").render()
    within = Sandbox(loader=DictLoader({"part": IMPORTED[kind], "page": page.replace("row %", "row with context %")}))
    within.say(str)
    assert within.get_template("page").render() == within.get_template("page").render()


@pytest.mark.parametrize("way", ["{% from 'part' import row with context %}", "{% import 'part' as it with context %}"])
def test_what_a_part_imports_with_context_goes_on_from_page_to_page_as_the_part_does(way: str) -> None:
    """Its author has done what the message says, which helps only where a page imports."""
    between = way + "{% macro rows() %}{{ row() if row is defined else it.row() }}{% endmacro %}"
    page = "{% from 'between' import rows %}{{ rows() }}"
    environment = Sandbox(loader=DictLoader({"part": IMPORTED["cycler"], "between": between, "page": page}))
    environment.say(str)
    with pytest.raises(SecurityError, match="`c` of `part` goes on from page to page"):
        environment.get_template("page").render()
    within = Sandbox(
        loader=DictLoader(
            {"part": IMPORTED["cycler"], "between": between, "page": page.replace("rows %", "rows with context %")}
        )
    )
    within.say(str)
    assert [within.get_template("page").render() for _ in range(2)] == ["a", "a"]


def test_a_part_may_hold_what_stays_as_it_is() -> None:
    part = (
        "{% set words = {'a': ('b', 1)} %}{% from 'other' import say %}{% macro row() %}{{ words.a[0] }}{% endmacro %}"
    )
    parts = {
        "part": part,
        "other": "{% macro say() %}{% endmacro %}",
        "page": "{% import 'part' as it %}{{ it.row() }}",
    }
    environment = Sandbox(loader=DictLoader(parts))
    environment.say(str)
    assert [environment.get_template("page").render() for _ in range(2)] == ["b", "b"]


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("_('a %(b)s')", "nothing is put into a phrase for `%(b)s`"),
        ("_('50% off')", "`50% off` cannot be said: write `%%` for a per cent sign in a phrase"),
        ("ngettext('%(x)s', '%(x)s', 2)", "nothing is put into a phrase for `%(x)s`"),
    ],
)
def test_a_phrase_that_cannot_be_said_is_told_in_words_about_phrases(phrase: str, why: str) -> None:
    environment = Sandbox()
    environment.say(str)
    environment.say_counted(lambda one, _, __: one, str)
    with pytest.raises(SecurityError, match=re.escape(why)):
        environment.from_string(f"{{{{ {phrase} }}}}").render()


def test_a_template_may_read_the_groups_that_it_makes() -> None:
    template = Sandbox().from_string(
        "{% for it in shown|groupby('year') %}{{ it.grouper }}: {{ it.list|length }} {% endfor %}"
    )
    assert template.render(shown=[{"year": 2020}, {"year": 2019}, {"year": 2020}]) == "2019: 1 2020: 2 "


def test_words_out_of_a_catalogue_end_no_attribute_and_are_markup_only_where_the_phrase_is() -> None:
    environment = Sandbox(autoescape=True, extensions=["jinja2.ext.i18n"])
    in_context = {("door", "Close"): '"><i>', ("day", "%(num)s a"): '"%(num)s'}
    said = {"Close": '"><script>', "See <b>%(it)s</b>": "Gwêl <b>%(it)s</b>", "%(num)s a": "<i>%(num)s", "Shut": "Cau"}
    environment.say(lambda words: said.get(words, words), lambda *phrase: in_context[phrase])
    environment.say_counted(lambda one, _, __: said[one], str, lambda context, one, _, __: in_context[context, one])
    shown = environment.from_string(
        "<a title=\"{{ _('Close') }}\">{{ _('Shut') }}</a>"
        "{{ _('See <b>%(it)s</b>', it='<x>') }}{{ ngettext('%(num)s a', '%(num)s b', 2) }}"
        "{{ pgettext('door', 'Close') }}{{ npgettext('day', '%(num)s a', '%(num)s b', 2) }}"
    ).render()
    assert shown == (
        '<a title="&#34;&gt;&lt;script&gt;">Cau</a>Gwêl <b>&lt;x&gt;</b>&lt;i&gt;2&#34;&gt;&lt;i&gt;&#34;2'
    )


@pytest.mark.parametrize(
    ("endless", "why"),
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "it counts to more than"),
        ("{{ range(10 ** 9) | length }}", "it counts to more than"),
        ('{{ "a" * 999999999 }}', "it makes more of something than any page needs"),
        ("{{ 3 * 'a' * 999999 }}", "it makes more of something than any page needs"),
        ("{{ [1] * 999999999 }}", "it makes more of something than any page needs"),
        ("{{ 9 ** 99999 }}", "it makes more of something than any page needs"),
    ],
)
def test_what_would_never_end_or_fill_the_machine_is_refused(endless: str, why: str) -> None:
    environment = Sandbox()
    environment.say(str)
    environment.begin()
    with pytest.raises(SecurityError, match=why):
        environment.from_string(endless).render()


def test_pages_may_count_and_multiply_as_much_as_pages_do() -> None:
    environment = Sandbox()
    environment.say(str)
    template = environment.from_string(
        "{% for x in range(50000) %}{% endfor %}{{ '-' * 3 }}{{ 3 * 4 }}{{ 2 ** 10 }}{{ 2 ** -1 }}{{ 0 ** 9 }}"
    )
    for _ in range(5):
        environment.begin()
        assert template.render() == "---1210240.50"
