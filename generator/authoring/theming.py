"""The first file of a theme of one's own: it changes nothing yet, and says where everything is changed."""

from generator.making.theme import Theme

_COLOURS = ("accent", "link", "band")  # those by which a brand is known

_FILE = """\
# A theme of your own. It stands on `{parent}` and holds only what it changes: `golden theme check {name}` tries it.
name: {name}
title: {title}
extends: {parent}
# Your logo: put it into the folder assets/ beside this file, and name it here as assets/logo.svg. Empty for none.
options: {{logo: ""}}
tokens:
  # The colours of your brand: of bars and buttons, of links, of the band at the top. Each build checks that they can be
  # read where they stand, and names the nearest colour that can. More names are in the theme.yml of `base`.
  colour: {{{colour}}}
  # The same, for readers who ask their computer or phone for dark pages.
  dark: {{{dark}}}
"""


def begin_theme(name: str, parent: Theme) -> str:
    """The theme.yml of a child with its parent's own colours, so that it can be seen at once."""
    title = name.replace("-", " ").capitalize()
    groups = {group: _colours(parent, group) for group in ("colour", "dark")}
    return _FILE.format(name=name, title=title, parent=parent.name, **groups)


def _colours(parent: Theme, group: str) -> str:
    colours = parent.tokens.get(group, {})
    return ", ".join(f'{name}: "{colours[name]}"' for name in _COLOURS if name in colours)
