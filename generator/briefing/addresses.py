"""Where everything that an audience sees stands on its site."""

from collections.abc import Mapping

from generator.domain import address
from generator.domain.content import Content
from generator.domain.moved import names_of
from generator.domain.target import Thing


def addresses(content: Content) -> Mapping[tuple[Thing, str], str]:
    """The address of everything that the audience sees, so that a link to anything else finds none.

    What was called something else before is found by that, too.
    """
    called = {workstream.id: names_of(workstream) for workstream in content.workstreams}
    found: dict[tuple[Thing, str], str] = {}
    for workstream, names in called.items():
        found |= {(Thing.WORKSTREAM, name): address.of_workstream(workstream) for name in names}
    for document in content.documents:
        found[Thing.DOCUMENT, document.id] = address.of_document(document.file)
    for image in content.images:
        found[Thing.IMAGE, image.path] = image.path
    for page in content.pages:
        found[Thing.PAGE, page.id] = address.of_page(page.id)
    for edition in content.editions:
        folders = names_of(edition)
        found |= {(Thing.EDITION, name): address.of_edition(edition.id) for name in folders}
        for update in edition.updates:
            where = address.of_update(edition.id, update.workstream)
            for name in called.get(update.workstream, (update.workstream,)):
                found |= {(Thing.UPDATE, f"{folder}/{name}"): where for folder in folders}
            for action in update.actions:
                found[Thing.ACTION, action.id] = address.of_action(action.id)
    return found
