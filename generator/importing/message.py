"""E-mail saved as a file: the page or the text in it, with its pictures."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from generator.importing.document import CannotImportError, ImportedDocument
from generator.importing.plain import read_plain
from generator.importing.web_page import read_page


def read_message(data: bytes, name: str) -> ImportedDocument:
    """The form that its writer saw. Its subject and addresses are not brought in; attachments are named."""
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise _unreadable(name)
    try:
        body = message.get_body(("html", "plain"))
        content = body.get_content() if body is not None else None
        pictures = _pictures(message)
        attached = [str(part.get_filename() or "a file without a name") for part in message.iter_attachments()]
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        raise _unreadable(name) from error
    if body is None or not isinstance(content, str):
        raise _unreadable(name)
    is_page = body.get_content_subtype() == "html"
    document = read_page(content, name, pictures.get) if is_page else read_plain(content.encode(), name)
    at_hand = [it for it in attached if it not in {key.removeprefix("cid:") for key in pictures}]
    return replace(
        document,
        remarks=(*document.remarks, *(f"{it}: is attached to the e-mail; bring it in by itself" for it in at_hand)),
    )


def _pictures(message: EmailMessage) -> dict[str, bytes]:
    """By the addresses that the page has for them."""
    pictures: dict[str, bytes] = {}
    for part in message.walk():
        data = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(data, bytes):
            own, place = str(part.get("Content-ID", "")).strip("<> "), str(part.get("Content-Location", ""))
            pictures |= {key: data for key in (f"cid:{own}" if own else "", place, part.get_filename() or "") if key}
    return pictures


def _unreadable(name: str) -> CannotImportError:
    return CannotImportError(f"`{name}` holds no e-mail that can be read: copy its text into a .txt or .docx file")
