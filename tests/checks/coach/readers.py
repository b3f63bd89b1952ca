"""Words given to the coach, without a programme around them."""

from datetime import date

from generator.checks.coach.all import coach
from generator.checks.coach.passages import CoachedPassage, PassageContext, passages_of
from generator.domain.audience import Audience, Audiences
from generator.domain.coaching import Coaching
from generator.domain.content import Content
from generator.domain.edition import Action, Edition, State, Status, Update
from generator.domain.library import Term
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.prose import Paragraph, Text
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source, Span

PATH = "editions/2020-01/customer-services.md"
PUBLISHED = date(2020, 1, 17)
STAFF = Audience("staff", "Staff", "council", is_internal=True)
RESIDENTS = Audience("residents", "Residents", "plain")
EVERYONE: Audiences = frozenset(("staff", "residents"))


def said(
    words: str, published: date | None = PUBLISHED, state: State | None = None, readers: Audiences = EVERYONE
) -> tuple[CoachedPassage, ...]:
    """One paragraph of plain words, as a check gets it; its file holds the words and nothing else."""
    context = PassageContext(Span(PATH, 0, 0), "it", published, state)
    sources = {PATH: Source(PATH, words)}
    return tuple(passages_of((((Paragraph((Text(words),)),), readers),), context, sources))


def coached(
    words: str,
    state: State = State.UNDER_WAY,
    language: str = "en-GB",
    coaching: Coaching | None = None,
    terms: tuple[Term, ...] = (),
) -> tuple[Diagnostic, ...]:
    """What the coach says of one action with these words, in an edition of 17 January 2020."""
    action = Action("it", state, (Paragraph((Text(words),)),), written_at=Span(PATH, 0, 0))
    edition = Edition(
        "2020-01", "January", PUBLISHED, Status.PUBLISHED, EVERYONE, (), (Update("customer-services", (), (action,)),)
    )
    programme = Programme(
        "", "", (), Person("", ""), (STAFF, RESIDENTS), language=language, coaching=coaching or Coaching()
    )
    content = Content(programme, terms=terms, editions=(edition,))
    return tuple(coach(content, {PATH: Source(PATH, words)}, PUBLISHED))


def marked(found: Diagnostic, words: str) -> str:
    """The words that a finding marks."""
    return words[found.span.start : found.span.end]
