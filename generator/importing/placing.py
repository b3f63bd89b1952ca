"""Where each part of what people have goes: the letter, a workstream's introduction, an action, or nowhere yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.domain.edition import State
from generator.domain.prose import Block, BulletList, Heading, NumberedList, Paragraph, Prose, Rule, plain_words
from generator.domain.workstream import Workstream
from generator.importing.columns import NO_WORKSTREAM
from generator.importing.document import Grid, ImportedDocument, Piece, Remark, prose_of, words_of
from generator.importing.doubts import told_as_introduction, told_as_words, told_by_marks
from generator.importing.heads import Head, Heads
from generator.importing.other_matter import OF_A_LINE, begins_other_matter, why_left
from generator.importing.placed import (
    Became,
    Placing,
    PlacingOptions,
    Planned,
    Section,
    Unplaced,
    together,
)
from generator.importing.row_actions import Around, date_to_ask, due_in
from generator.importing.rows import is_table_of_actions
from generator.importing.shaping import (
    SAYS_NOTHING,
    as_small_heading,
    begun_with_words,
    could_be_title,
    is_bold_title,
    is_picture,
    levelled,
    looks_like_heading,
    says_nothing,
    without_quotes,
)
from generator.importing.table_actions import TableOf, actions_of, taken_for


def place(
    documents: Iterable[ImportedDocument], workstreams: Sequence[Workstream], heads: Heads, options: PlacingOptions
) -> Placing:
    walk = _Walk({it.id: it for it in workstreams}, heads, options)
    for document in documents:
        walk.document(document)
    introductions = {it: tuple(blocks) for it, blocks in walk.introductions.items()}
    ids = [it.id for it in workstreams if introductions.get(it.id) or walk.actions.get(it.id)]
    updates = {it: Section(introductions.get(it, ()), tuple(walk.actions.get(it, ()))) for it in ids}
    return Placing(
        letter=tuple(levelled(walk.letter, 2)),
        updates=updates,
        unplaced=tuple(together(walk.unplaced)),
        became=tuple(walk.became),
        remarks=tuple(walk.remarks),
        fields_meant=frozenset(walk.fields_meant),
        extra_sentences=walk.extra_sentences,
    )


class _Walk:
    """The way through the documents: whose part we are in, and under which heading."""

    def __init__(self, workstreams: Mapping[str, Workstream], heads: Heads, options: PlacingOptions) -> None:
        self.workstreams = workstreams
        self.heads = heads
        self.options = options
        self.letter: list[Block] = []
        self.introductions: dict[str, list[Block]] = {}
        self.actions: dict[str, list[Planned]] = {}
        self.unplaced: list[Unplaced] = []
        self.became: list[Became] = []
        self.remarks: list[Remark] = []
        self.fields_meant = set[str]()
        self.extra_sentences = 0
        self.name = self.stem = self.sheet = ""
        self.own: Head | None = None  # what the file is named for
        self.asides: list[Piece] = []
        self.begin("")

    def begin(self, workstream: str, level: int = 0) -> None:
        """A part of a workstream, or of nobody; `level` is that of the heading that named it, 0 where none did."""
        self.workstream = workstream
        self.state: State | None = None
        self.level = level
        self.state_level = OF_A_LINE  # that of the heading that gave the state
        self.other: Piece | None = None  # the heading of another matter, which ended the actions
        self.seen: set[State] = set()
        self.project = ""
        self.why = ""  # nothing can be placed until the next heading that we know
        self.section: list[Piece] = []
        self.heading: Piece | None = None  # one that we do not know, right before

    def document(self, document: ImportedDocument) -> None:
        self.name = document.name
        has_heads = any((head := self.head(piece)) and head.workstream for piece in document.pieces)
        self.stem = document.name.rpartition(".")[0]
        self.own = None if has_heads else self.heads.workstream(self.stem.replace("_", " ").replace("-", " "))
        is_workbook = any(piece.sheet for piece in document.pieces)
        self.begin("" if is_workbook else self.whose(""))
        self.sheet, self.asides = "", list[Piece]()
        for piece in document.pieces:
            self.piece(piece)
        self.flush()
        for piece in self.asides:
            self.leave(piece.place, piece.aside, prose_of(piece.part))
        self.remarks += [replace(remark, file=document.name) for remark in document.remarks]

    def turn_to(self, sheet: str) -> None:
        """A sheet may be named for a workstream, or for what is done and what is to come."""
        self.flush()
        self.begin(self.whose(sheet))
        self.state = self.heads.state(sheet) if self.workstream else None
        self.sheet = sheet

    def whose(self, sheet: str) -> str:
        """The only workstream that is wanted, else that which the sheet or the file is named for; empty for none."""
        if self.options.workstream:
            return self.options.workstream
        place, words, head = f"the sheet {sheet}", sheet, self.heads.workstream(sheet)
        if head is None or head.workstream is None:
            place, words, head = "", self.stem, self.own
        self.tell_if_near(place, words, head)
        return (head and head.workstream) or ""

    def tell_if_near(self, place: str, words: str, head: Head | None) -> None:
        """A name that is not quite a workstream's may be meant for another's, which only a person can tell."""
        if head and head.workstream and head.is_near:
            self.remark(place, taken_for(words, self.workstreams[head.workstream]))

    def remark(self, place: str, *about: str) -> None:
        self.remarks += (Remark(words, place, self.name) for words in about)

    def at(self, place: str) -> str:
        return f"{self.name}, {place}"

    def head(self, piece: Piece) -> Head | None:
        match piece.part:
            case Heading() | Paragraph():
                words = words_of(piece.part)
                return self.heads.read(words, is_heading=looks_like_heading(piece.part))
            case _:
                return None

    def piece(self, piece: Piece) -> None:
        if piece.sheet != self.sheet:
            self.turn_to(piece.sheet)
        if piece.aside:
            self.asides.append(piece)
        elif head := self.head(piece):
            self.known(piece, head)
        elif isinstance(piece.part, Heading) and self.ends_workstream(piece.part):
            self.flush()
            if self.options.workstream and self.state:
                self.end_actions(piece)
            elif self.options.workstream and self.workstream:
                self.introduce(piece.part)
            elif self.options.workstream:
                self.leave(piece.place, self.why, prose_of(piece.part))  # it is of another one
            elif self.workstream or self.why:
                self.begin_with_nobody(piece, "no workstream is called")
                self.heading = piece
                self.level = piece.part.level
            else:
                self.letter.append(piece.part)
                self.heading = piece
        elif self.state and not self.options.workstream and self.names_another(piece):
            self.flush()
            self.begin_with_nobody(piece, "no workstream is known by")
        elif self.state and self.ends_actions(piece):
            self.flush()
            self.end_actions(piece)
        else:
            self.section.append(piece)
            self.heading = None

    def names_another(self, piece: Piece) -> bool:
        return isinstance(piece.part, Paragraph) and self.heads.names_another(words_of(piece.part))

    def ends_actions(self, piece: Piece) -> bool:
        return begins_other_matter(piece.part, self.state_level) and not self.project_in(words_of(piece.part))

    def end_actions(self, piece: Piece) -> None:
        """What follows has no place until a heading says again that it is done or to come."""
        self.other, self.why = piece, why_left(piece.part)
        self.leave(piece.place, self.why, prose_of(piece.part))

    def begin_with_nobody(self, piece: Piece, why: str) -> None:
        """What follows is of a workstream or a lead that we do not know."""
        self.begin("")
        self.why = f"{why} “{words_of(piece.part)}”"
        self.leave(piece.place, self.why, prose_of(piece.part))

    def ends_with_title(self, head: Head) -> bool:
        """Whether a line of words right before a heading that has been here already is the title of another's part."""
        is_again = head.workstream is None and head.state in self.seen
        if not self.section or not is_again or self.options.workstream or self.level < OF_A_LINE:
            return False
        return could_be_title(self.section[-1].part) and not self.project_in(words_of(self.section[-1].part))

    def begin_again(self, title: Piece) -> None:
        """The headings begin again below a title that nobody knew: it was that of another's part."""
        self.begin("")
        self.why = f"no workstream is called “{words_of(title.part)}”"

    def ends_workstream(self, heading: Heading) -> bool:
        """Whether a heading that we do not know begins something else, as it does on the level of a workstream's."""
        return not self.workstream or self.state is None or heading.level <= (self.level or 1)

    def known(self, piece: Piece, head: Head) -> None:
        level = piece.part.level if isinstance(piece.part, Heading) else OF_A_LINE
        heading, was = self.heading, self.workstream
        of_another = self.section.pop() if self.ends_with_title(head) else None
        self.flush()
        if of_another:
            self.begin_with_nobody(of_another, "no workstream is called")
        elif self.other and not head.workstream and head.state in self.seen and not self.options.workstream:
            self.begin_again(self.other)
        if head.workstream and self.options.workstream and head.workstream != self.options.workstream:
            self.begin("")
            self.why = f"it is of another workstream than {self.options.workstream}"
            self.leave(piece.place, self.why, prose_of(piece.part))
            return
        if head.workstream:
            self.tell_if_near(piece.place, words_of(piece.part), head)
            is_same = was == head.workstream and self.state is None
            self.begin(head.workstream, self.level if is_same else level)
            self.takes(heading, head.workstream)
        if head.state and not self.workstream:
            self.why = self.why or NO_WORKSTREAM
            self.leave(piece.place, self.why, prose_of(piece.part))
            return
        if head.state:
            self.state, self.project, self.state_level = head.state, "", level
            self.why, self.other = "", None
            self.seen.add(head.state)
        self.became.append(Became(self.at(piece.place), words_of(piece.part)))

    def takes(self, heading: Piece | None, workstream: str) -> None:
        """A heading that nobody knew was the title of the workstream whose lead is named right below it."""
        if heading is None or not isinstance(heading.part, Heading):
            return
        if self.unplaced and self.unplaced[-1].prose == (heading.part,):
            self.unplaced.pop()
        elif self.letter and self.letter[-1] is heading.part:
            self.letter.pop()
        else:
            return
        self.introductions.setdefault(workstream, []).append(as_small_heading(heading.part))

    def flush(self) -> None:
        """Put what stood under the last heading to its place."""
        section, self.section = self.section, []
        if self.why and section:
            for piece in section:
                self.leave(piece.place, self.why, prose_of(piece.part))
        elif self.workstream and self.state:
            self.under_state(section)
        else:
            for piece in section:
                self.free(piece)

    def free(self, piece: Piece) -> None:
        """What stands in the letter, in an introduction, or in a table that says itself what is what."""
        if isinstance(piece.part, Grid) and is_table_of_actions(piece.part, self.options.mapped):
            self.table(piece, piece.part)
        elif self.workstream:
            self.introduce(*prose_of(piece.part))
            self.remark(piece.place, *told_as_introduction(piece.part))
        elif self.sheet:
            self.leave(piece.place, "it stands in no table of actions", prose_of(piece.part))
        elif not isinstance(piece.part, Rule):
            self.letter += prose_of(piece.part)

    def introduce(self, *blocks: Block) -> None:
        kept = (as_small_heading(it) if isinstance(it, Heading) else it for it in without_quotes(blocks))
        self.introductions.setdefault(self.workstream, []).extend(kept)

    def under_state(self, section: Sequence[Piece]) -> None:
        """Items are actions; so are paragraphs where there are only these. Other words go into the introduction."""
        has_lists = any(isinstance(it.part, BulletList | NumberedList) or _is_table(it, self.options) for it in section)
        for piece in section:
            match piece.part:
                case BulletList(items) | NumberedList(items):
                    for item in items:
                        self.act(item, piece.place)
                case Heading():
                    self.smaller(piece, piece.part)
                case Paragraph() if is_bold_title(piece.part):
                    self.smaller(piece, piece.part)
                case Paragraph() if not has_lists and not is_picture(piece.part):
                    self.act((piece.part,), piece.place)
                case Grid() if is_table_of_actions(piece.part, self.options.mapped):
                    self.table(piece, piece.part)
                case _:
                    self.introduce(*prose_of(piece.part))
                    self.remark(piece.place, *told_as_words(piece.part))

    def smaller(self, piece: Piece, heading: Heading | Paragraph) -> None:
        """A heading among actions names a project; any other would be lost upon them."""
        self.project = self.project_in(plain_words((heading,)))
        if self.project:
            self.became.append(Became(self.at(piece.place), words_of(heading)))
        else:
            why = "a smaller heading cannot stand among actions; say it in them, or leave it out"
            self.leave(piece.place, why, (heading,))

    def project_in(self, words: str) -> str:
        name = words.strip().rstrip(":").casefold()
        projects = self.workstreams[self.workstream].projects
        return next((it.id for it in projects if name in (it.title.casefold(), it.id)), "")

    def act(self, item: Prose, place: str) -> None:
        text = without_quotes(item)
        if says_nothing(plain_words(text[:1])):
            self.leave(place, SAYS_NOTHING, text)
        elif self.state and text:
            due = due_in(text, self.state, self.options)
            planned = Planned(self.state, begun_with_words(text), due=due, project=self.project)
            self.actions.setdefault(self.workstream, []).append(planned)
            self.remark(place, *told_by_marks(text), *(() if due else date_to_ask(text, self.state, self.options)))

    def table(self, piece: Piece, grid: Grid) -> None:
        around = Around(self.workstream, self.state, self.project)
        found = actions_of(piece, grid, around, TableOf(self.name, self.workstreams, self.heads, self.options))
        for workstream, action in found.actions:
            self.actions.setdefault(workstream, []).append(action)
        self.became += found.became
        self.remarks += found.remarks
        self.fields_meant |= found.fields_meant
        self.unplaced += found.unplaced
        self.extra_sentences += found.extra_sentences

    def leave(self, place: str, why: str, prose: Prose) -> None:
        self.unplaced.append(Unplaced(self.at(place), why, prose))


def _is_table(piece: Piece, options: PlacingOptions) -> bool:
    return isinstance(piece.part, Grid) and is_table_of_actions(piece.part, options.mapped)
