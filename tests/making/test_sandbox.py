"""The sandbox: whatever a template shows is escaped once, however often it was shown before."""

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
