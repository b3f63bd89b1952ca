"""Where everything that an audience sees stands on its site."""

from collections.abc import Mapping

from generator.domain import address
from generator.domain.content import Content
from generator.domain.target import Thing


def addresses(content: Content) -> Mapping[tuple[Thing, str], str]:
    """The address of everything that the audience sees, so that a link to anything else finds none."""
    found: dict[tuple[Thing, str], str] = {}
    for workstream in content.workstreams:
        found[Thing.WORKSTREAM, workstream.id] = address.of_workstream(workstream.id)
    for document in content.documents:
        found[Thing.DOCUMENT, document.id] = address.of_document(document.file)
    for image in content.images:
        found[Thing.IMAGE, image.path] = image.path
    for page in content.pages:
        found[Thing.PAGE, page.id] = address.of_page(page.id)
    for edition in content.editions:
        found[Thing.EDITION, edition.id] = address.of_edition(edition.id)
        for update in edition.updates:
            found[Thing.UPDATE, f"{edition.id}/{update.workstream}"] = address.of_update(edition.id, update.workstream)
            for action in update.actions:
                found[Thing.ACTION, action.id] = address.of_action(action.id)
    return found
