"""Where each part of what people have goes: the letter, a workstream's introduction, an action, or nowhere yet."""

from collections.abc import Iterable, Mapping, Sequence

from generator.domain.prose import Heading, Paragraph
from generator.domain.workstream import Workstream
from generator.importing.columns import NO_WORKSTREAM
from generator.importing.document import ImportedDocument, Piece, prose_of, words_of
from generator.importing.gathering import Gathering
from generator.importing.heads import Head, Heads
from generator.importing.other_matter import OF_A_LINE, begins_other_matter, why_left
from generator.importing.placed import Placing, PlacingOptions
from generator.importing.sections import Part, Sections
from generator.importing.shaping import could_be_title, looks_like_heading
from generator.importing.table_actions import taken_for


def place(
    documents: Iterable[ImportedDocument], workstreams: Sequence[Workstream], heads: Heads, options: PlacingOptions
) -> Placing:
    gathering = Gathering()
    walk = _Walk({it.id: it for it in workstreams}, heads, options, gathering)
    for document in documents:
        walk.document(document)
    return gathering.placing([it.id for it in workstreams])


class _Walk:
    """The way through the documents, from heading to heading: where a part begins and ends."""

    def __init__(
        self, workstreams: Mapping[str, Workstream], heads: Heads, options: PlacingOptions, into: Gathering
    ) -> None:
        self.workstreams = workstreams
        self.heads = heads
        self.only = options.workstream
        self.into = into
        self.sections = Sections(workstreams, heads, options, into)
        self.part = Part()
        self.stem = self.sheet = ""
        self.own: Head | None = None  # what the file is named for

    def document(self, document: ImportedDocument) -> None:
        self.into.file = document.name
        has_heads = any((head := self.head(piece)) and head.workstream for piece in document.pieces)
        self.stem = document.name.rpartition(".")[0]
        self.own = None if has_heads else self.heads.workstream(self.stem.replace("_", " ").replace("-", " "))
        is_workbook = any(piece.sheet for piece in document.pieces)
        self.part = Part("" if is_workbook else self.whose(""))
        self.sheet = ""
        for piece in (it for it in document.pieces if not it.aside):
            self.piece(piece)
        self.sections.put(self.part)
        for piece in (it for it in document.pieces if it.aside):
            self.into.leave(piece.place, piece.aside, prose_of(piece.part))
        for remark in document.remarks:
            self.into.remark(remark.place, remark.words)

    def turn_to(self, sheet: str) -> None:
        """A sheet may be named for a workstream, or for what is done and what is to come."""
        self.sections.put(self.part)
        self.part = Part(self.whose(sheet))
        self.part.state = self.heads.state(sheet) if self.part.workstream else None
        self.sheet = sheet

    def whose(self, sheet: str) -> str:
        """The only workstream that is wanted, else that which the sheet or the file is named for; empty for none."""
        if self.only:
            return self.only
        place, words, head = f"the sheet {sheet}", sheet, self.heads.workstream(sheet)
        if head is None or head.workstream is None:
            place, words, head = "", self.stem, self.own
        self.tell_if_near(place, words, head)
        return (head and head.workstream) or ""

    def tell_if_near(self, place: str, words: str, head: Head | None) -> None:
        """A name that is not quite a workstream's may be meant for another's, which only a person can tell."""
        if head and head.workstream and head.is_near:
            self.into.remark(place, taken_for(words, self.workstreams[head.workstream]))

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
        if head := self.head(piece):
            self.known(piece, head)
        elif isinstance(piece.part, Heading) and self.ends_workstream(piece.part):
            self.sections.put(self.part)
            self.unknown(piece, piece.part)
        elif self.part.state and not self.only and self.names_another(piece):
            self.sections.put(self.part)
            self.begin_with_nobody(piece, "no workstream is known by")
        elif self.part.state and self.ends_actions(piece):
            self.sections.put(self.part)
            self.end_actions(piece)
        else:
            self.part.section.append(piece)
            self.part.heading = None

    def unknown(self, piece: Piece, heading: Heading) -> None:
        """A heading that begins something of which we do not know what it is."""
        if self.only and self.part.state:
            self.end_actions(piece)
        elif self.only and self.part.workstream:
            self.into.introduce(self.only, (heading,))
        elif self.only:
            self.into.leave(piece.place, self.part.why, (heading,))  # it is of another one
        elif self.part.workstream or self.part.why:
            self.begin_with_nobody(piece, "no workstream is called")
            self.part.heading, self.part.level = piece, heading.level
        else:
            self.into.into_letter((heading,))
            self.part.heading = piece

    def names_another(self, piece: Piece) -> bool:
        return isinstance(piece.part, Paragraph) and self.heads.names_another(words_of(piece.part))

    def ends_actions(self, piece: Piece) -> bool:
        is_other = begins_other_matter(piece.part, self.part.state_level)
        return is_other and not self.sections.project_in(self.part, words_of(piece.part))

    def end_actions(self, piece: Piece) -> None:
        """What follows has no place until a heading says again that it is done or to come."""
        self.part.other, self.part.why = piece, why_left(piece.part)
        self.into.leave(piece.place, self.part.why, prose_of(piece.part))

    def begin_with_nobody(self, piece: Piece, why: str) -> None:
        """What follows is of a workstream or a lead that we do not know."""
        self.part = Part(why=f"{why} “{words_of(piece.part)}”")
        self.into.leave(piece.place, self.part.why, prose_of(piece.part))

    def ends_workstream(self, heading: Heading) -> bool:
        """Whether a heading that we do not know begins something else, as it does on the level of a workstream's."""
        part = self.part
        return not part.workstream or part.state is None or heading.level <= (part.level or 1)

    def known(self, piece: Piece, head: Head) -> None:
        level = piece.part.level if isinstance(piece.part, Heading) else OF_A_LINE
        unknown, was = self.part.heading, self.part.workstream
        self.end_part_of_another(head)
        if head.workstream and self.only and head.workstream != self.only:
            self.part = Part(why=f"it is of another workstream than {self.only}")
            self.into.leave(piece.place, self.part.why, prose_of(piece.part))
            return
        if head.workstream:
            self.tell_if_near(piece.place, words_of(piece.part), head)
            is_same = was == head.workstream and self.part.state is None
            self.part = Part(head.workstream, self.part.level if is_same else level)
            if unknown and isinstance(unknown.part, Heading):
                self.into.give_title(unknown.part, head.workstream)  # with the lead named right below it
        if head.state and not self.part.workstream:
            self.part.why = self.part.why or NO_WORKSTREAM
            self.into.leave(piece.place, self.part.why, prose_of(piece.part))
            return
        if head.state:
            self.part.turn_to(head.state, level)
        self.into.became(piece.place, words_of(piece.part))

    def end_part_of_another(self, head: Head) -> None:
        """Before a heading that we know. Where the headings of a part begin again, a line that nobody knew, right
        before it or where the actions ended, was the title of another's part.
        """
        is_again = not head.workstream and head.state in self.part.seen and not self.only
        title = self.part.section.pop() if is_again and self.ends_with_title() else None
        self.sections.put(self.part)
        if title:
            self.begin_with_nobody(title, "no workstream is called")
        elif self.part.other and is_again:
            self.part = Part(why=f"no workstream is called “{words_of(self.part.other.part)}”")

    def ends_with_title(self) -> bool:
        """Whether the last line of words could be the title of another's part."""
        part = self.part
        if not part.section or part.level < OF_A_LINE:
            return False
        line = part.section[-1].part
        return could_be_title(line) and not self.sections.project_in(part, words_of(line))
