"""E-mail saved as a file: the page or the text in it, with its pictures."""

from collections.abc import Iterator, Set
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message, MIMEPart

from generator.importing.document import CannotImportError, ImportedDocument, Remark
from generator.importing.plain import read_plain
from generator.importing.web_page import read_page


def read_message(data: bytes, name: str) -> ImportedDocument:
    """The form that its writer saw, all parts of it. Its subject and addresses are not brought in; attachments are
    named.
    """
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise _unreadable(name)
    try:
        body = message.get_body(("html", "plain"))
        others = list(_others(message, body)) if body is not None else []
        further = [it for it in others if body is not None and _goes_on(it, body)]
        contents = [it.get_content() for it in (body, *further) if it is not None]
        pictures = _pictures(message)
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        raise _unreadable(name) from error
    if body is None or not all(isinstance(it, str) for it in contents):
        raise _unreadable(name)
    shown: set[str] = set()

    def find(address: str) -> bytes | None:
        shown.add(address)
        return pictures.get(address)

    text = "\n\n".join(contents)
    document = read_page(text, name, find) if _kind(body) == "text/html" else read_plain(text.encode(), name)
    beside = [_name(it) for it in others if it not in further and not _is_of_page(it, shown)]
    return replace(
        document,
        remarks=(*document.remarks, *(Remark("is attached to the e-mail; bring it in by itself", it) for it in beside)),
    )


def _kind(part: Message) -> str:
    return part.get_content_type()


def _others(part: MIMEPart, body: MIMEPart) -> Iterator[MIMEPart]:
    """All that is in it beside the body, but for other forms of the same text."""
    within = part.get_payload()
    if part is body:
        return
    if not isinstance(within, list) or part.get_content_maintype() == "message":
        yield part
        return
    parts = [it for it in within if isinstance(it, MIMEPart)]
    if _kind(part) == "multipart/alternative":
        parts = [it for it in parts if any(each is body for each in it.walk())] or parts
    for each in parts:
        yield from _others(each, body)


def _goes_on(part: Message, body: Message) -> bool:
    """Whether it is more of the text, as where somebody has put a file between two paragraphs."""
    is_apart = part.get_content_disposition() == "attachment" or part.get_filename() or part["Content-Location"]
    return _kind(part) == _kind(body) and not is_apart


def _is_of_page(part: Message, shown: Set[str]) -> bool:
    """Whether the page has it already, or it only gives the page its looks."""
    is_looks = bool(part["Content-Location"]) and _kind(part) not in ("text/html", "text/plain")
    return is_looks or not shown.isdisjoint(_addresses(part))


def _name(part: Message) -> str:
    if part.get_filename():
        return str(part.get_filename())
    within = part.get_payload()
    if isinstance(within, list) and within and isinstance(within[0], Message) and within[0]["Subject"]:
        return f"the e-mail “{within[0]['Subject']}”"
    return f"a {'text' if part.get_content_maintype() == 'text' else 'file'} without a name"


def _pictures(message: EmailMessage) -> dict[str, bytes]:
    """By the addresses that the page has for them."""
    pictures: dict[str, bytes] = {}
    for part in message.walk():
        data = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(data, bytes):
            pictures |= dict.fromkeys(_addresses(part), data)
    return pictures


def _addresses(part: Message) -> list[str]:
    """By which a page may name it."""
    own, place = str(part.get("Content-ID", "")).strip("<> "), str(part.get("Content-Location", ""))
    return [it for it in (f"cid:{own}" if own else "", place, part.get_filename() or "") if it]


def _unreadable(name: str) -> CannotImportError:
    return CannotImportError(f"`{name}` holds no e-mail that can be read: copy its text into a .txt or .docx file")
