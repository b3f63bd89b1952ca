"""The way through the house, enforced: who may import whom, and which outside library belongs to which module.

The imports are read from the source, also those within functions and for type checking alone.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "generator"
LONGEST = 350  # lines of a module

# Each may import itself and those before it. A name is a folder of modules or a module of its own.
LAYERS = (
    "values",
    "text",
    "processes",
    "keeping",
    "domain",
    "reading",
    "checks",
    "briefing",
    "publications",
    "making",
    "scanning",
    "output",
    "fast_path",
    "serving",
    "authoring",
    "request",
    "incremental",
    "shares",
    "site",
    "site_job",
    "showing",
    "importing",
    "outside",
    "build",
    "commands",
    "cli",
    "__main__",
)
VALUES = "generator.values"
SLOW = {"dataclasses.dataclass", "functools.cached_property"}
SHIPPED = "shipped"  # knows where our own files are; it imports nothing of ours
MAY_ASK_FOR_SHIPPED_FILES = ("text", "making", "authoring", "site", "commands", "cli")
THESE_RULES = "tests.test_architecture"  # against which their page in the docs is held
STANDARD_LIBRARY_ONLY = ("values", "text", "keeping", "domain", SHIPPED)


@dataclass(frozen=True, slots=True)
class Owned:
    """The modules, or packages of modules, that may import a library, and why it is these."""

    by: tuple[str, ...]
    because: str


LIBRARIES: Mapping[str, Owned] = {
    "ahocorasick_rs": Owned(("generator.scanning.matching",), "many words are looked for at once in one place"),
    "babel": Owned(
        ("generator.briefing.wording", "generator.making.catalogue", "generator.making.translating"),
        "words and numbers of a language are worded in one place",
    ),
    "css_inline": Owned(("generator.making.email",), "only an e-mail carries its styles on its elements"),
    "coloraide": Owned(("generator.making.colour",), "a colour is read, measured and mended in one place"),
    "filelock": Owned(("generator.output.locking",), "who may write into an output folder is asked in one place"),
    "fontTools": Owned(("generator.making.fonts",), "which characters can be printed is asked in one place"),
    "icalendar": Owned(("generator.making.calendar",), "only a calendar has to be understood by calendar programs"),
    "jinja2": Owned(
        (
            "generator.making.render",
            "generator.making.sandbox",
            "generator.making.phrasing",
            "generator.making.compiled",
            "generator.making.template_names",
            "generator.making.template_blocks",
            "generator.making.template_trees",
            "generator.making.template_phrases",
            "generator.making.unescaped",
        ),
        "nothing but rendering, guarding, keeping and reading them knows that templates are Jinja",
    ),
    "mammoth": Owned(("generator.importing.word",), "only Word's own files need to be understood as Word does"),
    "markdown_it": Owned(
        ("generator.reading.markdown", "generator.reading.runs", "generator.reading.languages"),
        "prose leaves reading as our own tree",
    ),
    "markupsafe": Owned(
        ("generator.making.render", "generator.making.sandbox", "generator.making.phrasing", "generator.making.prose"),
        "only these make HTML",
    ),
    "mdit_py_plugins": Owned(("generator.reading.markdown",), "prose leaves reading as our own tree"),
    "nh3": Owned(("generator.making.allowed_html",), "what a writer's words may become is said in one place"),
    "PIL": Owned(
        ("generator.making.icons", "generator.making.photographs"),
        "a picture is opened in one place, and the mark drawn in one",
    ),
    "openpyxl": Owned(("generator.importing.spreadsheet",), "a workbook is opened in one place"),
    "pagefind_bin": Owned(("generator.making.indexing",), "only the index of a site needs to know who makes it"),
    "pypdfium2": Owned(("generator.scanning.opening",), "the words of a PDF's pages"),
    "pikepdf": Owned(
        ("generator.making.row_headers", "generator.scanning.opening"),
        "a finished PDF is opened to mark its tables, and to see what it says",
    ),
    "platformdirs": Owned(("generator.commands.judging",), "where a user's cache is, the command line says"),
    "rapidfuzz": Owned(
        ("generator.checks.likeness", "generator.reading.nearest"),
        "how alike sentences are is asked in one place, and how alike names are in another",
    ),
    "rich": Owned(
        ("generator.commands.progress", "generator.commands.progress_bar"), "a progress bar is all that we want of it"
    ),
    "segno": Owned(("generator.making.press",), "paper is the only thing that needs a QR code"),
    "selectolax": Owned(
        ("generator.importing.web_page", "generator.importing.hidden_on_page"),
        "other people's HTML is read in one place, once what it hides is taken out of it",
    ),
    "shtab": Owned(("generator.commands.completion",), "completion is made from the command line's own description"),
    "urllib3": Owned(("generator.outside.client",), "one place speaks with other people's servers"),
    "watchfiles": Owned(("generator.serving.watching",), "that files change is noticed in one place"),
    "wcwidth": Owned(("generator.making.plain_text",), "only plain text is counted in columns"),
    "tornado": Owned(("generator.serving.server",), "only the server knows how a browser's questions arrive"),
    "typst": Owned(
        ("generator.making.press", "generator.making.fonts"), "only the press and its fonts know that paper is Typst"
    ),
    "_typeshed": Owned(
        ("generator.__main__", "generator.briefing.specimens"), "kinds of values that only type checkers know"
    ),
    "yaml": Owned(("generator.reading.yaml",), "every word keeps its place, and no value is guessed"),
}

Sources = Mapping[str, str]  # a module's name to its text


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the module that it stands in, its line, and what it names; a module of ours is named whole."""

    module: str
    line: int
    name: str

    @property
    def at(self) -> str:
        return f"{self.module} (line {self.line})"


def sources_of(root: Path, package: str = PACKAGE) -> Sources:
    files = sorted((root / package).rglob("*.py"))
    return {_module_name(file.relative_to(root)): file.read_text(encoding="utf-8") for file in files}


def _module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(sources: Sources) -> tuple[Import, ...]:
    return tuple(found for module, text in sources.items() for found in _imports(module, text, sources))


def _imports(module: str, text: str, sources: Sources) -> Iterator[Import]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (Import(module, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"  # `from generator import shipped` is an import of a module too
                name = whole if whole in sources else str(node.module)
                yield Import(module, node.lineno, "." * node.level if node.level else name)


def _is_ours(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] == PACKAGE


def layer_of(module: str) -> str:
    """The part of the name after the package's; empty for the package itself, which holds its version alone."""
    return module.split(".")[1] if "." in module else ""


def faults_of_order(sources: Sources) -> Iterator[str]:
    """Imports from a layer further down, and layers that nobody has put in order."""
    for module in sources:
        if layer_of(module) not in ("", SHIPPED, *LAYERS):
            yield f"{module} belongs to no layer: put `{layer_of(module)}` into LAYERS where it stands in the order"
    for found in imports_of(sources):
        if found.name.startswith("."):
            yield f"{found.at} has a relative import: write the module's whole name"
        elif _is_ours(found.name) and not _is_allowed(layer_of(found.module), layer_of(found.name)):
            yield f"{found.at} imports {found.name}: `{layer_of(found.module)}` must not know `{layer_of(found.name)}`"


def _is_allowed(importer: str, imported: str) -> bool:
    if imported == "":
        return True
    if imported == SHIPPED:
        return importer in MAY_ASK_FOR_SHIPPED_FILES
    if importer not in LAYERS or imported not in LAYERS:
        return False
    return LAYERS.index(imported) <= LAYERS.index(importer)


def faults_of_ownership(sources: Sources) -> Iterator[str]:
    """Outside libraries where they do not belong."""
    for found in imports_of(sources):
        library = found.name.split(".")[0]
        if _is_ours(found.name) or library == "" or library in sys.stdlib_module_names:
            continue
        if layer_of(found.module) in STANDARD_LIBRARY_ONLY:
            yield f"{found.at} imports {library}: `{layer_of(found.module)}` may import the standard library only"
        elif library not in LIBRARIES:
            yield f"{found.at} imports {library}, which no module owns: give it an owner and a reason in LIBRARIES"
        elif not any(_is_within(found.module, owner) for owner in LIBRARIES[library].by):
            owned = LIBRARIES[library]
            yield f"{found.at} imports {library}, which belongs to {' and '.join(owned.by)}: {owned.because}"


def _is_within(module: str, owner: str) -> bool:
    return module == owner or module.startswith(f"{owner}.")


def faults_of_circles(sources: Sources) -> Iterator[str]:
    """Modules that import each other, directly or by way of others; each circle once."""
    imported = {
        module: sorted({found.name for found in _imports(module, text, sources)} & sources.keys() - {module})
        for module, text in sources.items()
    }
    finished: set[str] = set()
    for module in imported:
        yield from _circles_from((module,), imported, finished)


def _circles_from(path: tuple[str, ...], imported: Mapping[str, list[str]], finished: set[str]) -> Iterator[str]:
    if path[-1] in finished:
        return
    for module in imported[path[-1]]:
        if module in path:
            yield "modules import each other in a circle: " + " -> ".join((*path[path.index(module) :], module))
        else:
            yield from _circles_from((*path, module), imported, finished)
    finished.add(path[-1])


def faults_of_length(sources: Sources) -> Iterator[str]:
    for module, text in sources.items():
        if (lines := len(text.splitlines())) > LONGEST:
            yield f"{module} has {lines} lines, more than {LONGEST}: find the two things that it does"


def faults_of_values(sources: Sources) -> Iterator[str]:
    """What is made in the slow way: one class would go unnoticed, and three hundred take a quarter of a second."""
    for module in sources.keys() - {VALUES}:
        for node in ast.walk(ast.parse(sources[module])):
            if isinstance(node, ast.ImportFrom):
                slow = SLOW & {f"{node.module}.{alias.name}" for alias in node.names}
                yield from (f"{module} (line {node.lineno}) imports {name}: take that of {VALUES}" for name in slow)


def faults_of_sharing(sources: Sources) -> Iterator[str]:
    """Tests that others import from: such a test can be neither read, nor moved, nor thrown away by itself."""
    for found in imports_of(sources):
        if found.name.rpartition(".")[2].startswith("test_") and found.name != THESE_RULES:
            yield f"{found.at} imports {found.name}: move what they share into a module named for what it builds"


ROOT = Path(__file__).parents[1]
SOURCES = sources_of(ROOT)


def in_words(faults: Iterator[str]) -> str:
    return "".join(f"\n  - {fault}" for fault in faults)


def test_each_layer_imports_only_from_those_before_it() -> None:
    assert (faults := in_words(faults_of_order(SOURCES))) == "", faults


def test_each_outside_library_is_imported_by_its_owner_alone() -> None:
    assert (faults := in_words(faults_of_ownership(SOURCES))) == "", faults


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert (faults := in_words(faults_of_circles(SOURCES))) == "", faults


def test_no_module_is_too_long() -> None:
    assert (faults := in_words(faults_of_length(SOURCES))) == "", faults


def test_values_are_made_by_what_is_quick() -> None:
    assert (faults := in_words(faults_of_values(SOURCES))) == "", faults


def test_no_test_is_imported_by_another() -> None:
    assert (faults := in_words(faults_of_sharing(sources_of(ROOT, "tests")))) == "", faults


ORDER, OWNERSHIP, CIRCLES, LENGTH = faults_of_order, faults_of_ownership, faults_of_circles, faults_of_length


@pytest.mark.parametrize(
    ("faults", "sources", "words"),
    [
        pytest.param(
            ORDER,
            {"generator.domain.due": "def f():\n    from generator.reading.yaml import Word"},
            "generator.domain.due (line 2) imports generator.reading.yaml: `domain` must not know `reading`",
            id="a layer below",
        ),
        pytest.param(
            ORDER,
            {"generator.reading.x": "from generator import shipped", "generator.shipped": ""},
            "generator.reading.x (line 1) imports generator.shipped: `reading` must not know `shipped`",
            id="shipped files",
        ),
        pytest.param(
            ORDER, {"generator.text.x": "from .y import z"}, "has a relative import: write", id="a relative import"
        ),
        pytest.param(ORDER, {"generator.utils": ""}, "generator.utils belongs to no layer: put `utils`", id="no layer"),
        pytest.param(
            OWNERSHIP,
            {"generator.checks.links": "import yaml.nodes"},
            "imports yaml, which belongs to generator.reading.yaml: every word keeps its place",
            id="another's library",
        ),
        pytest.param(
            OWNERSHIP,
            {"generator.domain.due": "import babel"},
            "generator.domain.due (line 1) imports babel: `domain` may import the standard library only",
            id="a library in the domain",
        ),
        pytest.param(
            OWNERSHIP, {"generator.build": "import requests"}, "requests, which no module owns", id="nobody's library"
        ),
        pytest.param(
            CIRCLES,
            {
                "generator.text.a": "from generator.text.b import f",
                "generator.text.b": "from generator.text import c",
                "generator.text.c": "import generator.text.a",
            },
            "generator.text.a -> generator.text.b -> generator.text.c -> generator.text.a",
            id="a circle of three",
        ),
        pytest.param(
            faults_of_values,
            {"generator.cli": "from dataclasses import dataclass, field"},
            "generator.cli (line 1) imports dataclasses.dataclass: take that of generator.values",
            id="a class made slowly",
        ),
        pytest.param(
            faults_of_sharing,
            {"tests.pdf.test_report": "from tests.pdf.test_tags import kind"},
            "tests.pdf.test_report (line 1) imports tests.pdf.test_tags: move what they share",
            id="a test out of which another is made",
        ),
        pytest.param(LENGTH, {"generator.cli": "\n" * 351}, "generator.cli has 351 lines", id="a long module"),
    ],
)
def test_a_break_of_a_rule_is_told_in_words(faults: object, sources: Sources, words: str) -> None:
    assert callable(faults)
    (told,) = faults(sources)
    assert words in told


@pytest.mark.parametrize(
    ("faults", "sources"),
    [
        pytest.param(ORDER, {"generator.cli": "from generator import __version__, shipped"}, id="the version"),
        pytest.param(ORDER, {"generator.making.x": "from generator.domain.due import Due"}, id="a layer above"),
        pytest.param(OWNERSHIP, {"generator.reading.yaml": "import yaml, os"}, id="one's own library"),
        pytest.param(OWNERSHIP, {"generator.making.catalogue": "import babel.dates"}, id="a library of two"),
    ],
)
def test_what_the_rules_allow_is_not_told(faults: object, sources: Sources) -> None:
    assert callable(faults)
    assert list(faults(sources)) == []
