"""What `golden new` has begun and nobody has written in since: it can be made again, so that no words stand in it."""

from collections.abc import Iterator
from dataclasses import replace

from generator.authoring.naming import parse_name
from generator.authoring.new_edition import Beginning, begin_edition, begin_update
from generator.authoring.sourced_content import SourcedContent
from generator.domain.edition import Edition, Status


def begun_files(sourced: SourcedContent, edition: Edition) -> frozenset[str]:
    """The names of the draft's files that are just as `golden new` would begin them today; none of a special edition.

    A file that was begun before an earlier edition was changed is not among them, since its words may be somebody's.
    """
    name = parse_name(edition.id)
    if name is None or name.is_special or edition.status is not Status.DRAFT or edition.id in sourced.frozen:
        return frozenset()
    without = without_files(sourced, edition, None)
    beginnings = [begin_edition(without, name, edition.published, ""), *_updates(sourced, edition)]
    return frozenset(
        file
        for beginning in beginnings
        for file, data in beginning.files.items()
        if _words_of(sourced, f"editions/{edition.id}/{file}") == data.decode().replace("\r\n", "\n")
    )


def _updates(sourced: SourcedContent, edition: Edition) -> Iterator[Beginning]:
    """Each update as it would have been added to the edition later, by itself."""
    for update in edition.updates:
        left = replace(edition, updates=tuple(it for it in edition.updates if it is not update))
        yield begin_update(without_files(sourced, edition, left), left, update.workstream)


def without_files(sourced: SourcedContent, edition: Edition, left: Edition | None) -> SourcedContent:
    """The content with what is left of the edition in its place; without it for None."""
    editions = (left if it.id == edition.id else it for it in sourced.content.editions)
    return replace(sourced, content=replace(sourced.content, editions=tuple(it for it in editions if it)))


def _words_of(sourced: SourcedContent, path: str) -> str | None:
    source = sourced.sources.get(path)
    return source.text.replace("\r\n", "\n") if source else None
