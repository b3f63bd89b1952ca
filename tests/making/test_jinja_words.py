"""What Jinja says of a template that it cannot read, in words that tell what to do."""

import pytest
from jinja2 import Environment, TemplateSyntaxError

from generator.making.jinja_words import in_our_words


@pytest.mark.parametrize(
    ("template", "why", "remedy"),
    [
        ("{{ x | upperr }}", "there is no filter `upperr`", "did you mean `upper`?"),
        ("{{ x is defind }}", "there is no test `defind`", "did you mean `defined`?"),
        ("{% blok main %}", "there is no tag `blok`", "did you mean `block`?"),
        ("{% if x %}{% endfi %}", "`endfi` closes nothing: what is open here is `if`", "write `{% endif %}`"),
        ("{% if x %}", "`if` is not closed before the template ends", "write `{% endif %}`"),
        ("{# x", "a comment is not closed before the template ends", "write `#}`"),
        ("{% for x in %}", "a value is missing before the `%}`", "write what is meant, such as `page.title`"),
        ("{% if x }", "`}` is not expected here", "look at the quotes, and whether `{{` ends in `}}` and `{%` in `%}`"),
        ("{{ x y }}", "`y` is not expected here", "look at the quotes, and whether `{{` ends in `}}` and `{%` in `%}`"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_remedy(template: str, why: str, remedy: str) -> None:
    environment = Environment(autoescape=True)
    with pytest.raises(TemplateSyntaxError) as refused:
        environment.from_string(template)
    assert in_our_words(refused.value.message or "", environment.filters, environment.tests) == (why, remedy)


def test_what_we_do_not_know_is_told_in_jinjas_own_words() -> None:
    assert in_our_words("Something new.") == ("Something new", "")
