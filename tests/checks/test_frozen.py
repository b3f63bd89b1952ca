"""The published record: what of a frozen edition is not as it was sealed. Whole files stand in tests/cases."""

from collections.abc import Sequence
from datetime import date

from generator.checks.frozen import check
from generator.domain.content import Content
from generator.domain.edition import Edition, Status, Update
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.record import Correction, Record, SealedFile, SealedNote, Withdrawal, Withdrawn
from generator.domain.sealing import notes_to_seal
from generator.text.source import Span

FOLDER = "editions/2020-01"
DAY = date(2020, 2, 3)
MOVED = Correction(DAY, "The visits are due in March.", "The date was copied from a draft.")
NAMED = Correction(DAY, "The hall is in Mill Street.", "The street was wrong.")
TAKEN = Withdrawal(DAY, Withdrawn.PERSON, "Somebody asked us.")
CHANGED, OPEN = "frozen-edition-changed", "correction-not-sealed"


def frozen(
    sealed: Sequence[Correction | Withdrawal] = (),
    told: Sequence[Correction | Withdrawal] = (),
    words: str = "as it was",
) -> Edition:
    """An edition with one update; `sealed` are the notes that its record knows, `told` those that it tells now."""

    def notes(kind: type[Correction] | type[Withdrawal]) -> tuple[SealedNote, ...]:
        return tuple(SealedNote(it.date, it.digest) for it in sealed if isinstance(it, kind))

    files = (SealedFile("customer-services.md", "as it was"), SealedFile("edition.md", "as it was"))
    person = Person("", "")
    record = Record(DAY, frozenset(), person, files=files, corrections=notes(Correction), withdrawals=notes(Withdrawal))
    update = Update("customer-services", (), (), written_at=Span(f"{FOLDER}/customer-services.md", 0, 0), digest=words)
    return Edition(
        "2020-01",
        "January",
        date(2020, 1, 31),
        Status.PUBLISHED,
        frozenset(),
        (),
        (update,),
        tuple(it for it in told if isinstance(it, Correction)),
        tuple(it for it in told if isinstance(it, Withdrawal)),
        record,
        written_at=Span(f"{FOLDER}/edition.md", 0, 0),
        digest="as it was",
    )


def found(edition: Edition, unread: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    programme = Programme("", "", (), Person("", ""), ())
    return [
        (it.code, it.message.partition(",")[0]) for it in check(Content(programme, editions=(edition,), unread=unread))
    ]


def test_what_is_as_it_was_sealed_is_no_finding() -> None:
    assert found(frozen()) == []
    assert found(frozen([MOVED, TAKEN], [MOVED, TAKEN])) == []


def test_a_sealed_withdrawal_that_is_told_no_more_is_an_error_as_a_correction_is() -> None:
    assert found(frozen([TAKEN])) == [(CHANGED, "the withdrawal of 3 February 2020 is gone")]
    assert found(frozen([MOVED])) == [(CHANGED, "the correction of 3 February 2020 is gone")]


def test_a_correction_or_a_withdrawal_that_is_not_sealed_opens_the_edition() -> None:
    for note in (MOVED, TAKEN):
        opened = frozen(told=[note], words="otherwise")
        assert [code for code, _ in found(opened)] == [OPEN]
        assert opened.record is not None
        assert notes_to_seal(opened, opened.record) == (note,)


def test_two_notes_that_read_the_same_are_two() -> None:
    assert found(frozen([MOVED, MOVED], [MOVED, MOVED])) == []
    assert [code for code, _ in found(frozen([MOVED, MOVED], [MOVED]))] == [CHANGED]
    assert [code for code, _ in found(frozen([MOVED], [MOVED, MOVED], "otherwise"))] == [OPEN]


def test_a_note_worded_anew_is_told_as_lost_alone_until_it_is_put_back() -> None:
    assert [code for code, _ in found(frozen([MOVED], [NAMED], "otherwise"))] == [CHANGED]


def test_a_changed_file_is_an_error_unless_it_cannot_be_read() -> None:
    assert [code for code, _ in found(frozen(words="otherwise"))] == [CHANGED]
    assert found(frozen(words="otherwise"), frozenset({f"{FOLDER}/customer-services.md"})) == []
