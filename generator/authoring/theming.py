"""The first file of a theme of one's own: it says where everything is changed, and changes the colours at the most."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.making.branding import BRAND, Fitted
from generator.making.theme import Theme

_FILE = """\
# A theme of your own. It stands on `{parent}` and holds only what it changes: `golden theme check {name}` tries it.
name: {name}
title: {title}
extends: {parent}
# Your logo: put it into the folder assets/ beside this file, and name it here as assets/logo.svg. Empty for none.
options: {{logo: ""}}
tokens:
  # The colours of your brand: of bars and buttons, of links, of the band at the top. Each build checks that they can be
  # read where they stand, and names the nearest colour that can. The docs have all names, on their page about themes.
  colour: {{{colour}}}
  # The same, for readers who ask their computer or phone for dark pages.
  dark: {{{dark}}}
"""


def begin_theme(name: str, parent: Theme, colours: Fitted = MappingProxyType({})) -> str:
    """The theme.yml of a child with its parent's own colours, so that it can be seen at once; or with these instead."""
    title = name.replace("-", " ").capitalize()
    groups = {
        group: _colours({**parent.tokens.get(group, {}), **colours.get(group, {})}) for group in ("colour", "dark")
    }
    return _FILE.format(name=name, title=title, parent=parent.name, **groups)


def _colours(palette: Mapping[str, str]) -> str:
    return ", ".join(f'{name}: "{palette[name]}"' for name in BRAND if name in palette)
