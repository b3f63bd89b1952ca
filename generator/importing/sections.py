"""What stands under one heading: where each piece of it goes."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from generator.domain.edition import State
from generator.domain.prose import BulletList, Heading, NumberedList, Paragraph, Prose, Rule, plain_words
from generator.domain.workstream import Workstream
from generator.importing.document import Grid, Piece, prose_of, words_of
from generator.importing.doubts import told_as_introduction, told_as_words, told_by_marks
from generator.importing.gathering import Gathering
from generator.importing.heads import Heads
from generator.importing.other_matter import OF_A_LINE
from generator.importing.placed import PlacingOptions, Planned
from generator.importing.row_actions import Around, date_to_ask, due_in
from generator.importing.rows import is_table_of_actions
from generator.importing.shaping import (
    SAYS_NOTHING,
    begun_with_words,
    is_bold_title,
    is_picture,
    says_nothing,
    without_quotes,
)
from generator.importing.table_actions import TableOf, actions_of
from generator.values import dataclass


@dataclass(slots=True)
class Part:
    """A part of a document that is a workstream's, or nobody's, and how far we are in it.

    `level` is that of the heading that named the workstream, 0 where none did; `state_level` that of the one that gave
    the `state`. `seen` are all states that headings have given. Where there is a `why`, nothing can be placed until the
    next heading that we know; `other` is that of another matter, which ended the actions. `section` holds what stands
    below the last heading; `heading` is one that we do not know, right before.
    """

    workstream: str = ""
    level: int = 0
    state: State | None = None
    state_level: int = OF_A_LINE
    seen: set[State] = field(default_factory=set)
    project: str = ""
    why: str = ""
    other: Piece | None = None
    section: list[Piece] = field(default_factory=list)
    heading: Piece | None = None

    def turn_to(self, state: State, level: int) -> None:
        """A heading of that level says that what follows is done, under way, to come or stopped."""
        self.state, self.state_level, self.project = state, level, ""
        self.why, self.other = "", None
        self.seen.add(state)


class Sections:
    """Puts what stands under one heading to its place."""

    def __init__(
        self, workstreams: Mapping[str, Workstream], heads: Heads, options: PlacingOptions, into: Gathering
    ) -> None:
        self._workstreams = workstreams
        self._heads = heads
        self._options = options
        self._into = into

    def put(self, part: Part) -> None:
        """What the part has gathered below its last heading, which it has no longer then."""
        section, part.section = part.section, []
        if part.why:
            for piece in section:
                self._into.leave(piece.place, part.why, prose_of(piece.part))
        elif part.workstream and part.state:
            self._under_state(part, part.state, section)
        else:
            for piece in section:
                self._free(part, piece)

    def project_in(self, part: Part, words: str) -> str:
        """The id of the workstream's project that goes by these words; empty for none."""
        name = words.strip().rstrip(":").casefold()
        projects = self._workstreams[part.workstream].projects
        return next((it.id for it in projects if name in (it.title.casefold(), it.id)), "")

    def _free(self, part: Part, piece: Piece) -> None:
        """What stands in the letter, in an introduction, or in a table that says itself what is what."""
        if isinstance(piece.part, Grid) and is_table_of_actions(piece.part, self._options.mapped):
            self._table(part, piece, piece.part)
        elif part.workstream:
            self._into.introduce(part.workstream, prose_of(piece.part))
            self._into.remark(piece.place, *told_as_introduction(piece.part))
        elif piece.sheet:
            self._into.leave(piece.place, "it stands in no table of actions", prose_of(piece.part))
        elif not isinstance(piece.part, Rule):
            self._into.into_letter(prose_of(piece.part))

    def _under_state(self, part: Part, state: State, section: Sequence[Piece]) -> None:
        """Items are actions; so are paragraphs where there are only these. Other words go into the introduction."""
        has_lists = any(isinstance(it.part, BulletList | NumberedList) or self._is_table(it) for it in section)
        for piece in section:
            match piece.part:
                case BulletList(items) | NumberedList(items):
                    for item in items:
                        self._act(part, state, item, piece.place)
                case Heading():
                    self._smaller(part, piece, piece.part)
                case Paragraph() if is_bold_title(piece.part):
                    self._smaller(part, piece, piece.part)
                case Paragraph() if not has_lists and not is_picture(piece.part):
                    self._act(part, state, (piece.part,), piece.place)
                case Grid() if self._is_table(piece):
                    self._table(part, piece, piece.part)
                case _:
                    self._into.introduce(part.workstream, prose_of(piece.part))
                    self._into.remark(piece.place, *told_as_words(piece.part))

    def _is_table(self, piece: Piece) -> bool:
        return isinstance(piece.part, Grid) and is_table_of_actions(piece.part, self._options.mapped)

    def _smaller(self, part: Part, piece: Piece, heading: Heading | Paragraph) -> None:
        """A heading among actions names a project; any other would be lost upon them."""
        part.project = self.project_in(part, plain_words((heading,)))
        if part.project:
            self._into.became(piece.place, words_of(heading))
        else:
            why = "a smaller heading cannot stand among actions; say it in them, or leave it out"
            self._into.leave(piece.place, why, (heading,))

    def _act(self, part: Part, state: State, item: Prose, place: str) -> None:
        text = without_quotes(item)
        if says_nothing(plain_words(text[:1])):
            self._into.leave(place, SAYS_NOTHING, text)
        elif text:
            due = due_in(text, state, self._options)
            self._into.act(part.workstream, Planned(state, begun_with_words(text), due=due, project=part.project))
            doubts = () if due else date_to_ask(text, state, self._options)
            self._into.remark(place, *told_by_marks(text), *doubts)

    def _table(self, part: Part, piece: Piece, grid: Grid) -> None:
        around = Around(part.workstream, part.state, part.project)
        table = TableOf(self._into.file, self._workstreams, self._heads, self._options)
        self._into.of_table(actions_of(piece, grid, around, table))
