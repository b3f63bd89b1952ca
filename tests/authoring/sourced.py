"""Contents to author in: small programmes read from their files, which are given as text."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.authoring.naming import day_of_publication, parse_name
from generator.authoring.new_edition import Beginning, begin_edition
from generator.authoring.sourced_content import SourcedContent, read_sourced_content, what_hides_promises
from generator.domain.edition import Action, Edition, Status, Update
from generator.reading.decoding import decode
from generator.reading.desk import Desk
from generator.reading.editions import read_update
from generator.text.diagnostic import Diagnostic
from generator.text.source import Source
from tests.examples import smallest, write_files

UPDATE = "editions/2020-01/customer-services.md"
YAML_UPDATE = "editions/2020-01/customer-services.yml"
EVERYBODY = frozenset({"staff", "residents"})


def laid(files: Mapping[str, str | bytes | None]) -> dict[str, bytes]:
    """The smallest programme with these files laid over it; None takes one away."""
    texts = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    return {path: data for path, data in (smallest() | texts).items() if data is not None}


def workstreams(*names: str) -> str:
    """A workstreams.yml with these."""
    return "".join(f"- {{id: {it}, title: {it}, lead: {{name: A, role: B}}, summary: C}}\n" for it in names)


def read_sourced(files: Mapping[str, str | bytes | None]) -> tuple[SourcedContent, list[Diagnostic]]:
    """What was read, which may have errors, and the findings of reading it."""
    with TemporaryDirectory() as folder:
        write_files(laid(files), Path(folder))
        sourced, _, findings = read_sourced_content(Path(folder))
    assert sourced
    return sourced, findings


def sound_content(files: Mapping[str, str | bytes | None]) -> SourcedContent:
    sourced, findings = read_sourced(files)
    assert what_hides_promises(sourced, findings) == ()
    return sourced


def begun(files: Mapping[str, str | bytes | None], name: str = "2020-02") -> Beginning:
    """What `golden new` would make of the smallest programme with these files laid over it."""
    return begun_on(sound_content(files), name)


def begun_on(sourced: SourcedContent, name: str = "2020-02", title: str = "") -> Beginning:
    edition = parse_name(name)
    assert edition
    return begin_edition(sourced, edition, day_of_publication(edition, sourced.content.editions).day, title)


def carried_text(files: Mapping[str, str | bytes | None], file: str = "customer-services.md") -> str:
    """The new update's file as text."""
    return begun(files).files[file].decode()


def read_made(beginning: Beginning, sourced: SourcedContent, workstream: str = "customer-services") -> Update:
    """The new update as it is read, which must give no finding."""
    (name,) = (name for name in beginning.files if name.startswith(f"{workstream}."))
    return sound_update(beginning.files[name], f"editions/{beginning.name}/{name}", sourced)


def sound_update(data: bytes, path: str, sourced: SourcedContent) -> Update:
    findings: list[Diagnostic] = []
    text = decode(data, path, findings)
    update = read_update(Desk(Source(path, text), findings, sourced.rules))[0] if text else None
    assert findings == []
    assert update
    return update


def by_id(update: Update) -> dict[str, Action]:
    return {action.id: action for action in update.actions}


@cache
def _smallest() -> SourcedContent:
    return sound_content({})


def sourced_of_updates(updates: Mapping[str, str]) -> SourcedContent:
    """Without files, quickly: the updates by path, each edition for all on the last day of its month."""
    sourced = _smallest()
    sources = {path: Source(path, text) for path, text in updates.items()}
    editions: dict[str, Edition] = {}
    for path, source in sorted(sources.items()):
        name = parse_name(path.split("/")[1])
        assert name
        findings: list[Diagnostic] = []
        update, _ = read_update(Desk(source, findings, sourced.rules))
        assert findings == []
        assert update
        before = editions.setdefault(
            str(name), Edition(str(name), name.month_in_words, name.last_day, Status.PUBLISHED, EVERYBODY, ())
        )
        editions[str(name)] = replace(before, updates=(*before.updates, update))
    ordered = tuple(sorted(editions.values(), key=lambda edition: edition.order))
    others = {path: source for path, source in sourced.sources.items() if not path.startswith("editions/")}
    return SourcedContent(replace(sourced.content, editions=ordered), {**others, **sources}, sourced.rules)
