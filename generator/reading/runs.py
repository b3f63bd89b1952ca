"""The words of one block of Markdown, made into runs."""

from collections.abc import Collection, Iterable

from markdown_it.token import Token

from generator.domain import prose as tree
from generator.domain.prose import Run
from generator.reading import languages
from generator.reading.characters import UNSEEN, name_of, remedy_for
from generator.reading.desk import Desk
from generator.reading.lost_words import Lost, lost_in
from generator.reading.passage import MarkdownPassage
from generator.text.source import Span

# Beyond this depth markdown-it leaves words out without a sound, so we refuse to come near it.
MAX_NESTING = 60
_AFTER_ADDRESS = frozenset(")> \t\n")


class Runs:
    """The inline tokens of one block, made into runs; markdown-it gives them no places, so links are looked for."""

    def __init__(
        self,
        passage: MarkdownPassage,
        desk: Desk,
        lines: tuple[int, int],
        span: Span,
        notes: Collection[str],
        marks: dict[str, int],
    ) -> None:
        """`lines` are the block's offsets in the passage and `span` its first line; `notes` are the known footnotes."""
        self.passage = passage
        self.desk = desk
        self.begin, self.end = lines
        self.looked_up_to = self.begin
        self.block = span
        self.notes = notes
        self.marks = marks

    def build(self, tokens: list[Token]) -> tuple[Run, ...]:
        stack: list[list[Run]] = [[]]
        opened: list[Token] = []
        for token in tokens:
            if token.nesting == 1:
                opened.append(token)
                stack.append([])
            elif token.nesting == -1:
                runs = tuple(stack.pop())
                if len(opened) > MAX_NESTING:  # the words stay; the finding is an error
                    self._report_depth()
                    opened.pop()
                    stack[-1].extend(runs)
                else:
                    stack[-1].append(self._group(opened.pop(), runs))
            else:
                _append(stack[-1], self._single(token))
        return tuple(stack[0])

    def _group(self, token: Token, runs: tuple[Run, ...]) -> Run:
        match token.type:
            case "em_open":
                return tree.Emphasis(runs)
            case "strong_open":
                return tree.Strong(runs)
            case "s_open":
                return tree.Struck(runs)
            case languages.OPEN:
                return tree.InLanguage(str(token.attrs["lang"]), runs)
            case "link_open":
                target = self._seen(str(token.attrs.get("href", "")))
                return tree.Link(target, runs, self._find(target))
            case kind:
                raise AssertionError(kind)

    def _single(self, token: Token) -> Run:
        match token.type:
            case "text" | "text_special":
                self._report_lost(token.content)
                return tree.Text(self._seen(token.content))
            case "softbreak":
                return tree.Text(" ")
            case "hardbreak":
                return tree.LineBreak()
            case "code_inline":
                return tree.Code(token.content)
            case "image":
                target = self._seen(str(token.attrs.get("src", "")))
                alt = " ".join(self._seen(_alt(token.children or [])).split())
                return tree.InlineImage(target, alt, self._find(target))
            case "footnote_ref":
                return self._note_mark(str(token.meta["label"]))
            case kind:
                raise AssertionError(kind)

    def _seen(self, words: str) -> str:
        """The words without characters that nobody sees, which an entity such as `&#x202E;` can stand for."""
        for found in UNSEEN.finditer(words):
            problem = f"this stands for a character that nobody sees ({name_of(found.group())})"
            self.desk.report("control-character", problem, self.block, remedy_for(found.group()))
        return UNSEEN.sub(" ", words)

    def _note_mark(self, label: str) -> Run:
        if label not in self.notes:  # it stands inside a list or a quote, which is reported there
            return tree.Text("")
        return tree.NoteMark(self.marks.setdefault(label, len(self.marks) + 1))

    def _report_depth(self) -> None:
        remedy = "take off some of its `*`, `~` or `_`"
        problem = f"words here are marked more than {MAX_NESTING} times over"
        self.desk.report("too-deep", problem, self.block, remedy)

    def _find(self, target: str) -> Span:
        """The next place of an address in the block, or where the passage defines it by reference."""
        passage = self.passage
        for before in ("](", "](<", "]( ", "<") if target else ("](",):
            words = target.removeprefix("mailto:") if before == "<" else target  # an e-mail address stands by itself
            at = self._next(before + words) if words else passage.text.find(before, self.looked_up_to, self.end)
            if at >= 0:
                start = at + len(before) if words else at
                self.looked_up_to = at + len(before) + len(words)
                return passage.span(start, self.looked_up_to)
        at = passage.text.find(target, self.begin, self.end) if target else -1
        at = passage.definitions.get(target, -1) if at < 0 else at
        return passage.span(at, at + len(target)) if at >= 0 else self.block

    def _next(self, address: str) -> int:
        """Where an address stands next as a whole, and not as the beginning of a longer one."""
        text = self.passage.text
        at = text.find(address, self.looked_up_to, self.end)
        while at >= 0 and text[at + len(address) : at + len(address) + 1] not in _AFTER_ADDRESS:
            at = text.find(address, at + 1, self.end)
        return at

    def _report_lost(self, words: str) -> None:
        for lost in lost_in(words):
            self.report(lost)

    def report(self, lost: Lost) -> None:
        self.desk.report(lost.code, lost.message, self._place_of(lost.words), lost.help)

    def _place_of(self, words: str) -> Span:
        at = self.passage.text.find(words, self.begin, self.end)
        return self.passage.span(at, at + len(words)) if at >= 0 else self.block


def _alt(tokens: Iterable[Token]) -> str:
    """What a picture is said to show: the words alone, as CommonMark has it for alt texts."""
    words = ("\n" if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)
    return "".join(words)


def _append(runs: list[Run], run: Run) -> None:
    """Add a run; neighbouring words become one."""
    if isinstance(run, tree.Text) and runs and isinstance(runs[-1], tree.Text):
        runs[-1] = tree.Text(runs[-1].words + run.words)
    elif not (isinstance(run, tree.Text) and not run.words):
        runs.append(run)
