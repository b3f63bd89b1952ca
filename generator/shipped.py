"""Where the files are that ship with the code: the themes, the pages that explain each finding, and the sample.

A wheel carries them inside the package, a checkout has them at its root. Nothing else may be looked for here.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "shipped"
_CHECKOUT = _PACKAGE.parent


def code_folder() -> Path:
    """The folder of our own sources, whose phrases a translator is given."""
    return _PACKAGE


def themes_folder() -> Path:
    """The folder with our own themes, one folder each."""
    installed = _INSTALLED / "themes"
    return installed if installed.is_dir() else _CHECKOUT / "themes"


def places_for(content: Path) -> tuple[Path, ...]:
    """The folders that may hold a theme: `themes/` beside the content, then our own."""
    return tuple(dict.fromkeys((content.resolve().parent / "themes", themes_folder())))


def diagnostics_folder() -> Path:
    """The folder with one Markdown page a diagnostic code, `<code>.md`."""
    installed = _INSTALLED / "diagnostics"
    return installed if installed.is_dir() else _CHECKOUT / "docs" / "reference" / "diagnostics"


def example_folder() -> Path:
    """The content folder of the sample programme."""
    installed = _INSTALLED / "example"
    return installed if installed.is_dir() else _CHECKOUT / "content"
