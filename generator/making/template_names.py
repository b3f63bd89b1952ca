"""What templates name: variables, other templates, and files of the theme; and what of it is not there.

Some is seen in a template's text, whatever is shown with it; the rest only while a page is made.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, Undefined, nodes
from jinja2.utils import missing

from generator.making.faults import Fault
from generator.making.jinja_words import in_our_words
from generator.making.template_blocks import faults_of_blocks
from generator.making.template_trees import all_in, environment_for_reading, line_of_unclosed, tree_of, unknown_in
from generator.making.theme import generation
from generator.making.unescaped import unescaped_in
from generator.reading.desk import closest
from generator.values import dataclass

_SEEN = ("page", "site", "theme")
_GIVEN = frozenset(
    {
        *("_", "_trans", "gettext", "ngettext", "pgettext", "npgettext", "links"),
        *("caller", "loop", "varargs", "kwargs", "self", "super"),
    }
)
_OTHERS = (nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)
_NOT_GIVEN = "does not export"  # Jinja's words for a name that an import did not give, which is seen in the text
_ASSETS = "assets/"
_UNCLOSED = re.compile(r"Unexpected end of template.*that needs to be closed is '(\w+)'")

_NOT_UTF8 = "it is saved in another encoding than UTF-8"
_WITHOUT_END = "it comes to itself again and again, without an end"
_TOO_DEEP = "too much stands within each other in it"

Report = Callable[["Fault"], None]


def faults_in_text(
    templates: Mapping[str, Path],
    assets: frozenset[str],
    views: Mapping[str, tuple[type, ...]],
    folders: Sequence[Path] = (),
) -> Iterator[Fault]:
    """What is named in the text of templates, given by their names, and is not there.

    `assets` are the theme's files as they are published; `views` are the classes of `site`, of `theme` and, by a page's
    template, of `page`. `folders` are those of the theme and of all that it extends, its own first.
    """
    environment = environment_for_reading()
    trees: dict[str, nodes.Template] = {}
    for name, file in templates.items():
        try:
            trees[name] = tree_of(file.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            why = in_our_words(error.message or "it cannot be read", environment.filters, environment.tests)
            yield Fault(file, _line_to_mend(error, file), *why)
        except UnicodeDecodeError as error:
            yield Fault(file, _line_of(error), _NOT_UTF8, "save it again with the encoding UTF-8")
        except RecursionError:
            yield Fault(file, 1, _TOO_DEEP, "")
    for name, tree in trees.items():
        look = _TemplateReader(templates[name], tree, tuple(folders))
        yield from look.for_variables(environment)
        yield from look.for_templates(trees, templates)
        yield from faults_of_blocks(name, trees, templates, folders)
        yield from look.for_filters(environment)
        yield from look.for_assets(assets)
        for line, what in unescaped_in(name, tree):
            yield Fault(templates[name], line, what, "leave that out: `prose` and `runs` have tags of their own")
        for variable in _SEEN:
            yield from look.for_fields(variable, views.get(name if variable == "page" else variable, ()))


def others_named_in(file: Path) -> frozenset[str]:
    """The templates that one extends, includes or imports from; none where it cannot be read."""
    try:
        tree = tree_of(file.read_text(encoding="utf-8"))
    except (TemplateSyntaxError, UnicodeDecodeError, RecursionError):
        return frozenset()
    named = (node.template for node in all_in(tree, _OTHERS))  # type: ignore[attr-defined]  # all four have it
    return frozenset(it.value for it in named if isinstance(it, nodes.Const) and isinstance(it.value, str))


def why_unreadable(error: Exception, file: Path, line: int, folders: Sequence[Path]) -> tuple[Path, int, str]:
    """Where the fault of a template is that Python told, and what it is in our words; the file and the line are those
    at which it was noticed, which may have named another template from the folders.
    """
    match error:
        case UnicodeDecodeError():
            of = (it for folder in folders for it in folder.rglob("*") if it.is_file())
            found = next((it for it in of if it.read_bytes() == error.object), None)
            return (found, _line_of(error), _NOT_UTF8) if found else (file, line, str(error))
        case SyntaxError():  # of what Jinja has made of it
            return Path(error.filename or file), 1, _TOO_DEEP
        case _:
            return (file, line, _WITHOUT_END) if line else (file, line, _TOO_DEEP)


def _line_of(error: UnicodeDecodeError) -> int:
    return error.object.count(b"\n", 0, error.start) + 1


def _line_to_mend(error: TemplateSyntaxError, file: Path) -> int:
    """Of a tag that is never closed, the line that opens it; Jinja tells the last one."""
    unclosed = _UNCLOSED.search(error.message or "")
    return (unclosed and line_of_unclosed(file.read_text(encoding="utf-8"), unclosed[1])) or error.lineno


@dataclass(frozen=True, slots=True)
class _TemplateReader:
    """At one template."""

    file: Path
    tree: nodes.Template
    folders: tuple[Path, ...]

    def for_variables(self, environment: Environment) -> Iterator[Fault]:
        """Names that the template does not make anywhere in itself. Where it makes them is seen when it is shown."""
        known = {*_SEEN, *_GIVEN, *environment.globals, *self._made()}
        for node in all_in(self.tree, nodes.Name):
            if node.ctx == "load" and node.name not in known:
                yield Fault(self.file, node.lineno, *_no_variable(node.name))

    def _made(self) -> Iterator[str]:
        yield from (node.name for node in all_in(self.tree, nodes.Name) if node.ctx != "load")
        yield from (macro.name for macro in all_in(self.tree, nodes.Macro))
        yield from (node.target for node in all_in(self.tree, nodes.Import))
        for node in all_in(self.tree, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in node.names)

    def for_templates(self, trees: Mapping[str, nodes.Template], known: Mapping[str, Path]) -> Iterator[Fault]:
        for node in all_in(self.tree, _OTHERS):
            named = node.template  # type: ignore[attr-defined]  # all four have it
            if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
                remedy = "name one template in quotes, so that all that a page is made of can be known"
                yield Fault(self.file, node.lineno, "the template that is meant here is found only later", remedy)
            elif named.value not in known:
                yield Fault(self.file, node.lineno, f"there is no template `{named.value}`", _near(named.value, known))
            elif isinstance(node, nodes.FromImport) and named.value in trees:
                yield from self._imports(node, named.value, trees[named.value], known[named.value])

    def _imports(self, node: nodes.FromImport, template: str, tree: nodes.Template, file: Path) -> Iterator[Fault]:
        macros = tuple(macro.name for macro in all_in(tree, nodes.Macro))
        is_replaced = generation(file, self.folders) < generation(self.file, self.folders)
        for imported in node.names:
            name = imported if isinstance(imported, str) else imported[0]
            if name not in macros and is_replaced:
                why = f"it stands in place of another theme's, and lacks its macro `{name}`, which others take from it"
                yield Fault(file, 1, why, "write that macro into this file too: a file takes the place of a whole file")
            elif name not in macros:
                yield Fault(self.file, node.lineno, f"`{template}` has no macro `{name}`", closest(name, macros))

    def for_filters(self, environment: Environment) -> Iterator[Fault]:
        for line, message in unknown_in(self.tree):
            yield Fault(self.file, line, *in_our_words(message, environment.filters, environment.tests))

    def for_assets(self, assets: frozenset[str]) -> Iterator[Fault]:
        """Addresses such as `"assets/site.css" | url`."""
        for node in all_in(self.tree, nodes.Filter):
            target = node.node.value if node.name == "url" and isinstance(node.node, nodes.Const) else ""
            if isinstance(target, str) and target.startswith(_ASSETS) and target not in assets:
                yield Fault(self.file, node.lineno, f"the theme has no file `{target}`", closest(target, assets))

    def for_fields(self, variable: str, classes: Sequence[type]) -> Iterator[Fault]:
        """Fields that none of the classes has; nothing is known of a variable without classes."""
        known = tuple(field.name for one in classes for field in fields(one))
        for node in all_in(self.tree, nodes.Getattr) if known else ():
            if isinstance(node.node, nodes.Name) and node.node.name == variable and node.attr not in known:
                yield Fault(self.file, node.lineno, *_no_field(classes[0].__name__, node.attr, known))


def noting(report: Report) -> type[Undefined]:
    """The class of what stands for names that are not there: each is reported when it is used, and the page goes on.

    As with Jinja's strict one, `x is defined` and `x | default(...)` are no use of it.
    """

    class Noting(_Reporting):
        __slots__ = ()

        _report = staticmethod(report)

    return Noting


class _Reporting(Undefined):
    """What stands for a name that is not there. Each use of it is reported; as a value it is empty, zero and false."""

    __slots__ = ()

    @staticmethod
    def _report(fault: Fault, /) -> None:
        raise NotImplementedError(f"only a subclass that `noting` made can report {fault}")

    def _note(self, *_: object, **__: object) -> "_Reporting":
        if _NOT_GIVEN not in (self._undefined_hint or ""):
            self._report(_fault(self))
        return self

    def __getattr__(self, name: str) -> "_Reporting":
        if name.startswith("__"):
            raise AttributeError(name)
        return self._note()

    def __str__(self) -> str:
        self._note()
        return ""

    def __html__(self) -> str:
        return str(self)

    def __iter__(self) -> Iterator[object]:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    def __bool__(self) -> bool:
        self._note()
        return False

    def __eq__(self, _: object) -> bool:
        self._note()
        return False

    def __ne__(self, _: object) -> bool:
        return not self == _

    __hash__ = Undefined.__hash__
    __call__ = __getitem__ = _note  # type: ignore[assignment]  # it takes anything
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _note  # type: ignore[assignment]  # it takes anything
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _note  # type: ignore[assignment]  # it takes anything
    __lt__ = __le__ = __gt__ = __ge__ = _note  # type: ignore[assignment]  # it takes anything


def _fault(used: Undefined) -> Fault:
    file, line = _place()
    if used._undefined_hint is not None:
        return Fault(file, line, used._undefined_hint, "")
    of, name = used._undefined_obj, used._undefined_name or ""
    if is_dataclass(of):
        return Fault(file, line, *_no_field(type(of).__name__, name, tuple(field.name for field in fields(of))))
    if isinstance(of, Mapping):
        return Fault(file, line, f"there is no `{name}` here", closest(name, tuple(of)))
    if of is missing:
        return Fault(file, line, *_no_variable(name))
    if of is None:
        return Fault(
            file, line, f"what is asked for its `{name}` may be nothing", "ask first whether it is there, by `if`"
        )
    return Fault(file, line, f"there is no `{name}` here", "")


def _place() -> tuple[Path, int]:
    """The line of the innermost template that is being shown."""
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return Path(template.filename), template.get_corresponding_lineno(frame.f_lineno)
    raise LookupError("no template is being shown")


def _no_variable(name: str) -> tuple[str, str]:
    return f"`{name}` is not a name here", closest(name, _SEEN)


def _no_field(view: str, name: str, known: tuple[str, ...]) -> tuple[str, str]:
    return f"`{view}` has no `{name}`", closest(name, known)


def _near(template: str, known: Mapping[str, Path]) -> str:
    folder = template.rpartition("/")[0]
    return closest(template, tuple(name for name in known if name.rpartition("/")[0] == folder)) or closest(
        template, tuple(known)
    )
