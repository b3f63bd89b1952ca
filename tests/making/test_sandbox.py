"""The sandbox: whatever a template shows is escaped once, however often it was shown before."""

import pytest
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
    ("<a>",),
)


def test_a_value_is_escaped_as_markupsafe_does_it_each_time() -> None:
    environment = Sandbox(autoescape=True)
    environment.say(str)
    template = environment.from_string("{% macro twice(it) %}{{ it }}|{{ it }}{% endmacro %}{{ twice(shown) }}")
    for shown in (*SHOWN, *reversed(SHOWN)):
        assert template.render(shown=shown) == f"{escape(shown)}|{escape(shown)}"


def test_a_template_may_read_the_groups_that_it_makes() -> None:
    template = Sandbox().from_string(
        "{% for it in shown|groupby('year') %}{{ it.grouper }}: {{ it.list|length }} {% endfor %}"
    )
    assert template.render(shown=[{"year": 2020}, {"year": 2019}, {"year": 2020}]) == "2019: 1 2020: 2 "


def test_words_out_of_a_catalogue_end_no_attribute_and_are_markup_only_where_the_phrase_is() -> None:
    environment = Sandbox(autoescape=True, extensions=["jinja2.ext.i18n"])
    said = {"Close": '"><script>', "See <b>%(it)s</b>": "Gwêl <b>%(it)s</b>", "%(num)s a": "<i>%(num)s", "Shut": "Cau"}
    environment.say(lambda words: said.get(words, words))
    environment.count(lambda one, _, __: said[one], str)
    shown = environment.from_string(
        "<a title=\"{{ _('Close') }}\">{{ _('Shut') }}</a>"
        "{{ _('See <b>%(it)s</b>', it='<x>') }}{{ ngettext('%(num)s a', '%(num)s b', 2) }}"
    ).render()
    assert shown == '<a title="&#34;&gt;&lt;script&gt;">Cau</a>Gwêl <b>&lt;x&gt;</b>&lt;i&gt;2'


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
