"""`golden theme`: begin a theme of one's own, try it, see all its parts, and say it in another language."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from generator import __version__
from generator.authoring.putting import put_files, put_folder
from generator.authoring.theming import begin_theme
from generator.commands.arguments import add_content_option, add_manners, add_reporting, place_named, today_in
from generator.commands.help_form import HelpForm
from generator.commands.judging import CACHE_OF_USER
from generator.commands.manner import manner_of
from generator.commands.placing import refuse_overlap, refuse_within
from generator.commands.terminal import OK, Refused, ending_of, exit_code, print_findings, say, shown_path, stop_over
from generator.making.catalogue import UnreadableCatalogueError, catalogue_of
from generator.making.compiled import folder_for_compiled
from generator.making.copied import changed_since, copied
from generator.making.gallery import make_gallery
from generator.making.paper_trial import try_paper
from generator.making.phrases import phrases_of
from generator.making.theme import Theme, load_theme, names_in, papers_of, templates_of
from generator.making.theme_holdings import in_vain, look_at_files
from generator.making.translating import Updated, begin_catalogue, language_name, update_catalogue
from generator.making.trial import look_at_pages, try_theme
from generator.making.untranslated import untranslated
from generator.output.put import put_in_place
from generator.reading.desk import closest, with_choice
from generator.reading.names import fault_of_id
from generator.shipped import places_for, themes_folder
from generator.text.diagnostic import Diagnostic, has_errors, in_order
from generator.text.plural import plural
from generator.text.source import Source, Span

EXAMPLES = """\
examples:
  golden theme new merebrook       a theme of your own, to be filled with your colours and logo
  golden theme copy merebrook pages/home.html   our template of the home page, for you to change
  golden theme check merebrook     what is wrong with it: colours, names, templates, translations
  golden theme gallery merebrook   one page with every part in every state, to look at in a browser
  golden theme translate merebrook cy   every phrase of the pages, to be said in Welsh
"""
_NEW = """\
examples:
  golden theme new merebrook                  themes/merebrook beside the content, standing on our theme `council`
  golden theme new residents --extends plain  one that stands on `plain`, our theme for residents
"""
_CHECK = """\
examples:
  golden theme check             all themes beside the content
  golden theme check merebrook   that theme, with all that it extends
"""
_COPY = """\
examples:
  golden theme copy merebrook                   the paths of all templates that can be copied
  golden theme copy merebrook pages/home.html   themes/merebrook/pages/home.html, which stands in place of ours then
"""
_GALLERY = """\
examples:
  golden theme gallery merebrook                 gallery/merebrook/index.html
  golden theme gallery plain --output /tmp/look  the same of one of our own themes, elsewhere
"""
_TRANSLATE = """\
examples:
  golden theme translate merebrook cy   themes/merebrook/languages/cy.po; run it again after each new version of ours
"""
_GALLERIES = Path("gallery")
_LIST_THEM = "without FILE the command lists them"
_PARENT = "council"


def add_arguments(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(title="what to do", metavar="ACTION", required=True)

    def add(name: str, about: str, examples: str, run: Callable[[Namespace], int]) -> ArgumentParser:
        action = actions.add_parser(
            name,
            help=about[0].lower() + about[1:].rstrip("."),
            description=about,
            epilog=examples,
            formatter_class=HelpForm,
        )
        action.set_defaults(run_theme=run, format="text", parser=action)
        return action

    new = add("new", "Begin a theme of your own.", _NEW, _new)
    new.add_argument("name", metavar="NAME", help="what it is called, such as merebrook")
    new.add_argument(
        "--extends", metavar="THEME", default=_PARENT, help="the theme that it stands on (default: %(default)s)"
    )
    copy = add("copy", "Copy a template that a theme extends into it, to be changed there.", _COPY, _copy)
    copy.add_argument("name", metavar="NAME", help="a theme of your own")
    copy.add_argument("templates", metavar="FILE", nargs="*", help="its path in the theme (default: list them all)")
    check = add("check", "Find what is wrong with a theme.", _CHECK, _check)
    check.add_argument(
        "name", metavar="NAME", nargs="?", help="the theme (default: all beside the content, or else ours)"
    )
    gallery = add("gallery", "Show every part of a theme in every state, on one page.", _GALLERY, _gallery)
    gallery.add_argument("name", metavar="NAME", nargs="?", help="the theme (default: your own, if you have one)")
    gallery.add_argument(
        "--output",
        "-o",
        metavar="DIR",
        type=place_named,
        default=_GALLERIES,
        help="where the gallery is put, in a folder of the theme's name (default: %(default)s)",
    )
    translate = add(
        "translate", "Give a translator the phrases of the pages, and keep the list up to date.", _TRANSLATE, _translate
    )
    translate.add_argument("name", metavar="NAME", help="a theme of your own")
    translate.add_argument("language", metavar="LANGUAGE", help="the tag of the language, such as cy")
    for action in (new, copy, check, gallery, translate):
        add_content_option(action)
    add_manners(new)
    add_manners(copy)
    add_manners(translate)
    add_reporting(check)
    add_manners(gallery)


def run(arguments: Namespace) -> int:
    return int(arguments.run_theme(arguments))


def _new(arguments: Namespace) -> int:
    name, manner = arguments.name, manner_of(arguments)
    if fault := fault_of_id(name):
        raise Refused(f"`{name}` cannot be a theme's name; {fault[1]}")
    places = places_for(arguments.content)
    if (themes_folder() / name).exists():
        raise Refused(f"`{name}` is a theme of ours; choose another name")
    folder = places[0] / name
    if folder.exists():
        raise Refused(f"`{shown_path(folder)}` is there already, and is left as it is; choose another name")
    parent, sources, findings = _load(arguments.extends, places)
    if parent is None or has_errors(findings):
        return stop_over(findings, sources, manner, f" in `{arguments.extends}`: nothing was made")
    put_folder(folder, {"theme.yml": begin_theme(name, parent).encode()})
    say(_next_steps(name, folder / "theme.yml"), manner)
    return OK


def _next_steps(name: str, file: Path) -> str:
    return f"""\
made {shown_path(file)}, which looks like its parent until you change it

next:
  1. write your colours into it, and put your logo into {shown_path(file.parent / "assets")}
  2. golden theme check {name}
  3. golden theme gallery {name}, to see all of it
  4. name it in programme.yml, for each audience that is to have it: `theme: {name}`"""


def _copy(arguments: Namespace) -> int:
    name, manner = arguments.name, manner_of(arguments)
    places = places_for(arguments.content)
    theme, sources, findings = _load(name, places)
    if theme is None:
        return stop_over(findings, sources, manner, ": nothing was copied")
    own = theme.folders[0]
    if own.parent != places[0] or own.is_relative_to(themes_folder()):
        raise Refused(f"`{name}` is a theme of ours; begin your own: golden theme new merebrook --extends {name}")
    vain = in_vain(theme, templates_of(theme))
    templates = tuple(sorted({*templates_of(theme), *papers_of(theme)} - vain.keys()))
    for it in vain.keys() & {*arguments.templates}:
        raise Refused(f"`{it}` would change nothing; {vain[it]}")
    if not arguments.templates:
        print("\n".join(templates))
        return OK
    files = dict(_copies(theme, arguments.templates, templates))
    for file in files:
        _make_folder(file.parent)
    put_files(files)
    for file in files:
        say(f"made {shown_path(file)}, a copy of ours that stands in its place: golden theme check {name}", manner)
    return OK


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"we cannot make the folder `{shown_path(folder)}`: {error.strerror}") from error


def _copies(theme: Theme, wanted: Iterable[str], templates: tuple[str, ...]) -> Iterator[tuple[Path, bytes]]:
    """Raises Refused for what is no template, and for what the theme has already."""
    for template in wanted:
        file = theme.folders[0] / template
        if template not in templates:
            raise Refused(f"no theme has a template `{template}`; {closest(template, templates) or _LIST_THEM}")
        if file.exists():
            raise Refused(f"`{shown_path(file)}` is there already, and is left as it is")
        yield file, copied(theme, template, __version__) or b""


def _check(arguments: Namespace) -> int:
    places, manner = places_for(arguments.content), manner_of(arguments)
    names = (arguments.name,) if arguments.name else names_in(places[:1]) or names_in(places)
    everything: list[Diagnostic] = []
    known: dict[str, Source] = {}
    for name in names:
        theme, sources, findings = _load(name, places)
        if theme is not None:
            faults = try_theme(theme, sources, folder_for_compiled(CACHE_OF_USER))
            findings += [*faults, *untranslated(theme, sources)]
            findings += changed_since(theme, sources)
            findings += look_at_files(theme, templates_of(theme), sources)
            if not faults:
                findings += [*look_at_pages(theme, sources), *try_paper(theme, sources)]
        everything += findings
        known |= sources
    findings = list(in_order(everything))
    print_findings(findings, known, manner)
    say(f"{plural(len(names), 'theme')} checked{ending_of(findings)}", manner)
    return exit_code(findings, manner.strict)


def _gallery(arguments: Namespace) -> int:
    places, manner = places_for(arguments.content), manner_of(arguments)
    name = arguments.name or _own_theme(places)
    theme, sources, findings = _load(name, places)
    refuse_within(arguments.content, arguments.output)
    refuse_overlap(arguments.content, arguments.output / name)
    files: dict[str, bytes] = {}
    if theme is not None and not findings:
        files, found = make_gallery(theme, sources)
        findings += found
    if findings:
        return stop_over(findings, sources, manner, ": nothing was written")
    put_in_place(arguments.output, {name: files})
    say(f"open {arguments.output / name / 'index.html'} in a browser", manner)
    return OK


def _translate(arguments: Namespace) -> int:
    name, tag, manner = arguments.name, arguments.language, manner_of(arguments)
    places = places_for(arguments.content)
    theme, sources, findings = _load(name, places)
    if theme and theme.folders[0].parent != places[0]:
        raise Refused(f"`{name}` is a theme of ours; begin your own: golden theme new merebrook --extends {name}")
    language = language_name(tag)
    if language is None:
        raise Refused(f"`{tag}` is not the tag of a language that we know; Welsh is cy, and French fr")
    file, *others = (catalogue_of(places[0] / it, tag) for it in (name, *names_in(places[:1])))
    updated = _updated(theme, tag, file, others) if theme else None
    if updated is None:
        return stop_over(findings, sources, manner, ": nothing was written")
    if file.parent.is_dir():
        put_files({file: updated.data})
    else:
        put_folder(file.parent, {file.name: updated.data})
    say(_told_of(updated, language, file), manner)
    return OK


def _updated(theme: Theme, tag: str, file: Path, others: Iterable[Path]) -> Updated | None:
    """None where the catalogue that is there cannot be read, which loading the theme has told."""
    before = file.read_bytes() if file.is_file() else begin_catalogue(tag, theme.name, today_in("UTC"))
    given = [it.read_bytes() for it in others if it.is_file() and it != file]
    try:
        return update_catalogue(tag, before, phrases_of(theme), given)
    except UnreadableCatalogueError:
        return None


def _told_of(updated: Updated, language: str, file: Path) -> str:
    told = [f"{shown_path(file)}: {plural(updated.phrases, 'phrase')} in {language}"]
    told += [f"{updated.new} new"] if updated.new else []
    told += [f"{updated.gone} gone, which stand at its end"] if updated.gone else []
    told += [f"{updated.taken} taken from other themes"] if updated.taken else []
    return ", ".join([*told, f"{updated.missing} to translate" if updated.missing else "all of them translated"])


def _own_theme(places: Sequence[Path]) -> str:
    own = names_in([place for place in places[:1] if place != themes_folder()])
    if len(own) == 1:
        return own[0]
    raise Refused(f"name a theme: golden theme gallery {(own or (_PARENT,))[0]}")


def _load(name: str, places: tuple[Path, ...]) -> tuple[Theme | None, dict[str, Source], list[Diagnostic]]:
    """The theme, and what its files say wrongly. Raises Refused where there is none of that name."""
    if name not in names_in(places):
        raise Refused(with_choice(f"there is no theme `{name}`", Path(name).name, names_in(places)))
    sources: dict[str, Source] = {}
    findings: list[Diagnostic] = []
    return load_theme(name, places, sources, findings, Span("theme.yml", 0, 0)), sources, findings
