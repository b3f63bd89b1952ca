"""What is known of a thing under an old name holds for it under its new one."""

from datetime import date

from generator.domain.person import Person
from generator.domain.record import Record, SealedFile, WorkstreamThen

STAFF = frozenset(("staff",))
LEAD = Person("Priya Nair", "Head of Customer Services")


def record(*files: str) -> Record:
    then = WorkstreamThen("front-desk", "Front desk", LEAD, (), STAFF)
    sealed = tuple(SealedFile(name, name) for name in files)
    return Record(date(2020, 2, 1), STAFF, LEAD, workstreams=(then,), files=sealed)


def test_what_a_record_kept_to_staff_stays_with_them_when_its_workstream_is_renamed() -> None:
    then = record().renamed({"front-desk": "one-front-door"}).workstream("one-front-door")
    assert then is not None
    assert (then.title, then.audiences) == ("Front desk", STAFF)


def test_a_sealed_file_is_known_by_its_workstreams_new_name() -> None:
    renamed = record("edition.md", "front-desk.yml", "libraries.md").renamed({"front-desk": "one-front-door"})
    assert [file.name for file in renamed.files] == ["edition.md", "one-front-door.yml", "libraries.md"]


def test_of_two_workstreams_that_have_become_one_each_sealed_file_keeps_its_name() -> None:
    renamed = record("front-desk.md", "one-front-door.md").renamed({"front-desk": "one-front-door"})
    assert [file.name for file in renamed.files] == ["front-desk.md", "one-front-door.md"]
