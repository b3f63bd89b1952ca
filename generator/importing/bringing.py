"""Documents made into an edition, which is read back before anything is written: not one sentence may be lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from generator.authoring.fixing import mend
from generator.authoring.naming import EditionName
from generator.authoring.new_edition import LETTER, audiences_of_draft, draft_letter, for_line
from generator.authoring.sourced_content import SourcedContent
from generator.domain.audience import Audiences
from generator.domain.edition import Edition, State
from generator.domain.opening import NOT_PLACED
from generator.domain.prose import Block, Heading, Prose, Text
from generator.importing.correspondence import set_aside
from generator.importing.counting import count_sentences, texts_of, words_in
from generator.importing.dividing import divide
from generator.importing.document import CannotImportError, ImportedDocument, grids_of, paragraph, prose_of
from generator.importing.doubts import for_those_who_know, may_be_promised
from generator.importing.encodings import seen
from generator.importing.heads import Heads
from generator.importing.kinds import MAILS, TABLES, TEXTS, WORKBOOKS, is_of
from generator.importing.other_matter import is_line_of_title
from generator.importing.pictures import Album, Pictures
from generator.importing.placed import Placing, PlacingOptions, Section
from generator.importing.placing import place
from generator.importing.rows import heads_of, is_table_of_actions, plain_head
from generator.importing.settling import settle
from generator.importing.shaping import levelled, without_quotes
from generator.importing.unfolding import unfold
from generator.importing.writing import Writer
from generator.reading.content import read_content
from generator.reading.desk import Desk
from generator.reading.front_matter import read_front_matter
from generator.text.codes import Severity
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from generator.values import dataclass

_WHAT_TO_DO = "Each part below could not be placed. Move it to where it belongs, and take this heading out."
_ATTRIBUTES = ("id", "due", "project", "reason", "audiences")
_IN_BRACES = {"audiences": "for"}
_OF_THE_WORDS = frozenset(("path-of-own-computer", "id-needed"))  # findings that only their writer can mend


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be made. `is_addition` where the edition is there already and gets one update more. `mapped` are the
    fields that the user has given to columns, by their plain heads.
    """

    name: EditionName
    published: date
    title: str = ""
    workstream: str = ""
    is_addition: bool = False
    mapped: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """Sentences: all that the files hold, those that became headings, dates and the like, and those read back."""

    before: int
    became: int
    after: int

    @property
    def agree(self) -> bool:
        return self.before == self.became + self.after


@dataclass(frozen=True, slots=True)
class Brought:
    """`files` are those of the edition's folder, by their names; `pictures` those of its folder in images/."""

    files: Mapping[str, bytes]
    pictures: Pictures
    picture_folder: str
    placing: Placing
    counts: Counts


def bring(
    documents: Sequence[ImportedDocument], sourced: SourcedContent, root: Path, request: ImportRequest
) -> Brought:
    """Raises CannotImportError where what would be written does not say all that the documents say."""
    content = sourced.content
    heads = Heads(content.workstreams, content.programme, sourced.rules.headings)
    divided = [_divided(document, heads, request.mapped) for document in documents]
    _refuse_unknown_heads(divided, request.mapped)
    folder = f"{request.name}-{request.workstream}" if request.is_addition else str(request.name)
    album = Album(folder)
    settled = [_settled(album.filed(document), heads, request.mapped) for document in divided]
    texts = [text for it in settled for piece in it.pieces for text in texts_of(prose_of(piece.part))]
    placing = _placed(settled, sourced, heads, request)
    pictures = album.made()
    in_edition, in_images = f"editions/{request.name}/", f"images/{folder}/"
    files = {f"{in_edition}{name}": data for name, data in _Files(sourced, request, placing).made().items()}
    files |= {f"{in_images}{name}": data for name, data in pictures.files.items()}
    if pictures.files:
        files[f"{in_images}images.yml"] = f"{for_line(sourced, _readers(sourced, request))}\n".encode()
    files, edition = _read_back(files, sourced, root, str(request.name))
    counts = _compared(texts, placing, edition, request)
    pictures = replace(pictures, files=_below(in_images, files))
    return Brought(_below(in_edition, files), pictures, folder, placing, counts)


def _refuse_unknown_heads(documents: Iterable[ImportedDocument], mapped: Iterable[str]) -> None:
    known = {plain_head(head) for it in documents for grid in grids_of(it) for head in heads_of(grid)}
    if unknown := [head for head in mapped if head not in known]:
        raise CannotImportError(f"no table has a column `{unknown[0]}`, which --map names")


def _placed(
    documents: Iterable[ImportedDocument], sourced: SourcedContent, heads: Heads, request: ImportRequest
) -> Placing:
    """Where everything goes; actions that were promised before, for whom they were then."""
    content = sourced.content
    options = PlacingOptions(request.name.first_day, sourced.rules.quarters, request.workstream, request.mapped)
    placing = place(documents, content.workstreams, heads, options)
    like_promises = may_be_promised(placing.updates, content.editions)
    updates = for_those_who_know(placing.updates, content.editions)
    return replace(placing, updates=updates, remarks=(*placing.remarks, *like_promises))


def _readers(sourced: SourcedContent, request: ImportRequest) -> Audiences:
    """Those of the edition: its pictures are for nobody else."""
    edition = sourced.content.edition(str(request.name)) if request.is_addition else None
    return edition.audiences if edition else audiences_of_draft(sourced, request.name, request.published)


def _below(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the files that are in the folder, by their names in it."""
    return {path.removeprefix(folder): data for path, data in files.items() if path.startswith(folder)}


def _divided(document: ImportedDocument, heads: Heads, mapped: Mapping[str, str]) -> ImportedDocument:
    return replace(document, pieces=tuple(part for piece in document.pieces for part in divide(piece, heads, mapped)))


def _settled(document: ImportedDocument, heads: Heads, mapped: Mapping[str, str]) -> ImportedDocument:
    _refuse_without_actions(document, mapped)
    unfolded = unfold(document.pieces, heads, mapped)
    is_typed = is_of((*TEXTS, *MAILS), document.name)
    settled = settle(unfolded, lambda words: heads.stands_alone(words) or is_line_of_title(words), is_typed=is_typed)
    is_mail = is_of(MAILS, document.name)
    return replace(document, pieces=tuple(set_aside(settled, heads, is_mail=is_mail)))


def _refuse_without_actions(document: ImportedDocument, mapped: Mapping[str, str]) -> None:
    """Raises CannotImportError where a spreadsheet has no column of actions."""
    grids = grids_of(document)
    is_sheet = is_of((*WORKBOOKS, *TABLES), document.name)
    if is_sheet and grids and not any(is_table_of_actions(grid, mapped) for grid in grids):
        columns = ", ".join(f"“{head}”" for head in heads_of(grids[0])[:12] if head)
        raise CannotImportError(
            f"`{document.name}` has no column that is known to hold actions; its columns are {columns}: "
            'say which it is, with --map "HEAD=action"'
        )


class _Files:
    """The texts of the letter and the updates."""

    def __init__(self, sourced: SourcedContent, request: ImportRequest, placing: Placing) -> None:
        self.sourced = sourced
        self.request = request
        self.placing = placing
        self.writer = Writer(sourced.rules.headings)

    def made(self) -> dict[str, bytes]:
        updates = dict(self.placing.updates)
        if self.request.is_addition:
            own = updates.get(self.request.workstream, Section())
            aside = without_quotes(not_placed(self.placing, 3))
            updates = {self.request.workstream: replace(own, introduction=(*own.introduction, *aside))}
        files = {f"{workstream}.md": self.update(section).encode() for workstream, section in updates.items()}
        return files if self.request.is_addition else {LETTER: self.letter().encode(), **files}

    def letter(self) -> str:
        request = self.request
        body = Writer().prose((*self.placing.letter, *not_placed(self.placing, 2)))
        return draft_letter(self.sourced, request.name, request.published, request.title, f"{body}\n" if body else "")

    def update(self, section: Section) -> str:
        parts = [self.writer.prose(section.introduction)]
        for state in State:
            actions = [it for it in section.actions if it.state is state]
            if actions or state in (State.COMPLETED, State.FUTURE):
                parts.append(f"## {self.sourced.rules.heading(state)}")
            bullets = [
                self.writer.action(
                    it.text,
                    [(_IN_BRACES.get(name, name), value) for name in _ATTRIBUTES if (value := str(getattr(it, name)))],
                )
                for it in actions
            ]
            parts.append(("\n\n" if any("\n" in it for it in bullets) else "\n").join(bullets))
        text = "\n\n".join(filter(None, parts)) + "\n"
        _, body = read_front_matter(Desk(Source("update.md", text), []))
        return text if body is not None and body.text == text else f"---\n---\n{text}"


def not_placed(placing: Placing, level: int) -> Prose:
    """A heading, what to do, and each part with its own place and reason."""
    if not placing.unplaced:
        return ()
    blocks: list[Block] = [Heading(level, (Text(NOT_PLACED),)), paragraph(_WHAT_TO_DO)]
    for part in placing.unplaced:
        blocks.append(Heading(level + 1, (Text(_from(part.place, part.why)),)))
        blocks += levelled(part.prose, level + 2)
    return tuple(blocks)


def _from(place: str, why: str) -> str:
    return " ".join(seen(f"From {place}: {why}").split())


def _own_texts(placing: Placing) -> Counter[str]:
    if not placing.unplaced:
        return Counter()
    return Counter([NOT_PLACED, _WHAT_TO_DO, *(_from(it.place, it.why) for it in placing.unplaced)])


def _read_back(
    files: dict[str, bytes], sourced: SourcedContent, root: Path, name: str
) -> tuple[dict[str, bytes], Edition]:
    """The files with ids in them, as `golden fix` gives them, and the edition as our own reader reads it."""
    content, sources, findings = read_content(root, files)
    if content is not None:
        for mended in mend(SourcedContent(content, sources, sourced.rules), findings):
            if mended.is_changed and mended.after.path in files:
                files[mended.after.path] = mended.after.text.encode()
        content, _, findings = read_content(root, files)
    edition = content.edition(name) if content else None
    wrong = next((it for it in findings if _is_ours(it, files)), None)
    if edition is None or wrong is not None:
        why = wrong.message if wrong else "the edition"
        raise CannotImportError(
            f"what would be written could not be read again ({why}), so nothing was written; {_REMEDY}"
        )
    return files, edition


_REMEDY = "divide the file, and bring its parts in one by one, to find the place"


def _is_ours(finding: Diagnostic, files: Mapping[str, bytes]) -> bool:
    return finding.severity is Severity.ERROR and finding.span.path in files and finding.code not in _OF_THE_WORDS


def _compared(texts: Iterable[str], placing: Placing, edition: Edition, request: ImportRequest) -> Counts:
    """Raises CannotImportError where a sentence, a word or a date of the files is not in the edition."""
    all_texts = list(texts)
    out = list(_texts_out(edition, placing, request))
    counts = Counts(count_sentences(all_texts) + placing.extra_sentences, placing.count_became, count_sentences(out))
    lost = words_in(all_texts) - words_in(it.words for it in placing.became) - words_in(out)
    own = _brought(placing, request)
    dues = Counter(
        it.due.words for update in edition.updates if update.workstream in own for it in update.actions if it.due
    )
    meant = Counter(
        " ".join(it.due.split()) for section in placing.updates.values() for it in section.actions if it.due
    )
    if not counts.agree or lost or dues != meant:
        words = f"; these words are missing: {', '.join(list(lost)[:5])}" if lost else ""
        raise CannotImportError(
            f"{counts.before} sentences went in, and {counts.became + counts.after} would come out{words}. "
            f"Nothing was written; {_REMEDY}"
        )
    return counts


def _brought(placing: Placing, request: ImportRequest) -> set[str]:
    """The workstreams whose updates are written; others may stand beside them as `golden new` has begun them."""
    return {request.workstream} if request.is_addition else set(placing.updates)


def _texts_out(edition: Edition, placing: Placing, request: ImportRequest) -> Iterator[str]:
    """What stands in the edition, without what we wrote into it ourselves."""
    own = _own_texts(placing)
    has_letter = not request.is_addition and (placing.letter or placing.unplaced)
    updates = [it for it in edition.updates if it.workstream in _brought(placing, request)]
    prose: list[Prose] = [edition.letter] if has_letter else []
    prose += [part for it in updates for part in (it.introduction, *(action.text for action in it.actions))]
    for text in (text for part in prose for text in texts_of(part)):
        if own[text] > 0:
            own[text] -= 1
        else:
            yield text
