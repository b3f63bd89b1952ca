"""Links and images lead somewhere, are of a kind that is safe, and say what they show.

Authority for alt texts: WCAG 2.2, success criterion 1.1.1 (Non-text Content).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from unicodedata import category

from generator.checks.words import prose_around_editions, prose_of
from generator.domain.content import Content
from generator.domain.edition import Edition
from generator.domain.library import is_picture
from generator.domain.moved import names_of
from generator.domain.prose import InlineImage, Link, Prose, is_alike_for_all, runs_in, words_of_runs
from generator.domain.target import Astray, DocumentFile, Inside, Outside, Thing, parse_target
from generator.reading.nearest import nearest
from generator.text.diagnostic import Diagnostic

Known = Mapping[Thing, Collection[str]]

_ALT_HELP = "write between the square brackets what it shows: ![Plan of the new reception](...)"
_OTHER_KIND = "save it as JPEG or PNG, or as WebP, GIF or SVG, and write that name here"
# Names of files, and words that stand for any picture. Authority: failure F30 of WCAG 2.2, success criterion 1.1.1.
_NO_ALT = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|figure|screenshot|logo|icon|spacer|alt(?: text)?)"
    r"[ _-]*\d*"
    r"|\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|heic|avif)|(?:img|dscn?|pict?|image|photo|scan)[_-]?\d[\w-]*",
    re.IGNORECASE,
)


def check(content: Content) -> Iterator[Diagnostic]:
    known = _whole(ids_of(content), content)
    files = frozenset(document.file for document in content.documents)
    of_editions = (it.once("leading", partial(_leading_in, it)) for it in content.editions)
    for run in chain(_leading(prose_around_editions(content)), *of_editions):
        if isinstance(run, Link):
            yield from _link(run, known, files)
        else:
            yield from _image(run, known)


def _leading(proses: Iterable[Prose]) -> Iterator[Link | InlineImage]:
    for prose in proses:
        if not is_alike_for_all(prose):
            yield from (run for run in runs_in(prose) if isinstance(run, Link | InlineImage))


def _leading_in(edition: Edition) -> tuple[Link | InlineImage, ...]:
    return tuple(_leading(prose_of(edition)))


_HOMES = {
    Thing.ACTION: "editions/",
    Thing.WORKSTREAM: "workstreams.yml",
    Thing.DOCUMENT: "documents.yml",
    Thing.EDITION: "editions/",
    Thing.UPDATE: "editions/",
    Thing.PAGE: "pages/",
    Thing.IMAGE: "images/",
}


def _whole(known: Known, content: Content) -> Known:
    """Without the kinds of things of which some could not be read: none of these can be called unknown."""
    return {thing: ids for thing, ids in known.items() if content.is_whole_for(_HOMES[thing])}


def ids_of(content: Content) -> Known:
    """Everything that a link can name, by its kind; editions and workstreams also by what they were called before."""
    files = {workstream.id: names_of(workstream) for workstream in content.workstreams}
    updates = [(edition, update) for edition in content.editions for update in edition.updates]
    return {
        Thing.ACTION: frozenset[str]().union(*(edition.action_ids for edition in content.editions)),
        Thing.WORKSTREAM: frozenset(name for names in files.values() for name in names),
        Thing.DOCUMENT: frozenset(document.id for document in content.documents),
        Thing.EDITION: frozenset(name for edition in content.editions for name in names_of(edition)),
        Thing.UPDATE: frozenset(
            f"{folder}/{file}"
            for edition, update in updates
            for folder in names_of(edition)
            for file in files.get(update.workstream, (update.workstream,))
        ),
        Thing.PAGE: frozenset(page.id for page in content.pages),
        Thing.IMAGE: frozenset(image.path for image in content.images),
    }


def _says_anything(words: str) -> bool:
    """Whether there is a letter, a digit or a sign of its own, such as £, that can be read out."""
    return any(category(character)[0] in "LNS" for character in words)


def _link(link: Link, known: Known, files: Collection[str]) -> Iterator[Diagnostic]:
    target = parse_target(link.target, link.written_at.path)
    if not isinstance(target, Astray) and not _says_anything(words_of_runs(link.runs)):
        yield Diagnostic(
            "empty-link",
            "this link has no words that can be read out",
            link.written_at,
            "write between the square brackets what is behind it: [the Council Plan 2020](...)",
        )
    match target:
        case Astray(code, why, remedy):
            yield Diagnostic(code, why, link.written_at, remedy)
        case Inside(thing, identity) if identity not in known.get(thing, (identity,)):
            code = f"unknown-{thing}" if thing in (Thing.ACTION, Thing.WORKSTREAM, Thing.DOCUMENT) else "dead-link"
            remedy = _near(identity, known[thing], thing)
            yield Diagnostic(code, f"no {thing} has the id `{identity}`", link.written_at, remedy)
        case DocumentFile(file) if file not in files:
            yield Diagnostic(
                "missing-linked-file",
                f"documents.yml names no document with the file {file}",
                link.written_at,
                "add it to documents.yml, with an id, a title and whom it is for",
            )
        case Outside() | Inside() | DocumentFile():
            return


def _image(image: InlineImage, known: Known) -> Iterator[Diagnostic]:
    if not _says_anything(image.alt):
        yield Diagnostic(
            "image-without-alt",
            "this picture has no words for those who cannot see it",
            image.written_at,
            _ALT_HELP,
        )
    elif _NO_ALT.fullmatch(image.alt.strip()):
        yield Diagnostic(
            "image-without-alt",
            f"`{image.alt.strip()}` does not say what this picture shows",
            image.written_at,
            _ALT_HELP,
        )
    match parse_target(image.target, image.written_at.path):
        case Inside(Thing.IMAGE, path) if path in known.get(Thing.IMAGE, (path,)):
            return
        case Inside(Thing.IMAGE, path):
            near = nearest(_below(path), [_below(it) for it in known[Thing.IMAGE]])
            is_other = "." in path.rpartition("/")[2] and not is_picture(path)
            why = f"{path} is no picture of a kind that we publish" if is_other else f"there is no picture {path}"
            remedy = _OTHER_KIND if is_other else "save it there, or correct its name: capitals count"
            remedy = f"did you mean `images/{near}`?" if near else remedy
            yield Diagnostic("missing-linked-file", why, image.written_at, remedy)
        case Astray("missing-linked-file" as code):
            yield Diagnostic(
                code, "a picture must stand in images/", image.written_at, f"save it there and write {_path_of(image)}"
            )
        case Astray(code, why, remedy):
            yield Diagnostic(code, why, image.written_at, remedy)
        case _:
            yield Diagnostic(
                "unsafe-address",
                "a picture must stand in images/",
                image.written_at,
                f"save it there and write its path, such as {_path_of(image)}",
                "then every page is whole without the network, and no other site learns who reads it",
            )


def _below(path: str) -> str:
    """Below images/, which all have in common."""
    return path.partition("/")[2]


def _path_of(image: InlineImage) -> str:
    """The path that the picture has in images/, as it is written in its file."""
    name = image.target.strip().rpartition("/")[2]
    named = name if re.fullmatch(r"[\w-]+\.\w+", name) else "reception.svg"
    return "../" * image.written_at.path.count("/") + f"images/{named}"


def _near(identity: str, known: Collection[str], thing: Thing) -> str:
    near = nearest(identity, known)
    return f"did you mean `{near}`?" if near else f"look up how it is written in {_HOMES[thing]}"
