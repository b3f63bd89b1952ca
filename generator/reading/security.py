"""The part of programme.yml that says whom to tell of a weakness.

Source: RFC 9116, https://www.rfc-editor.org/rfc/rfc9116: addresses of the web begin with https (section 2.5).
"""

import re

from generator.domain.security import SecurityContact
from generator.reading.desk import Desk
from generator.reading.kinds import DAY, word_of
from generator.reading.shape import Field, Kind, Shape, Values, kind_of
from generator.reading.yaml import Node, Sequence, Word

_WEB = re.compile(r"https://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][!-~]*)?", re.ASCII)
_MAIL = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.ASCII)
_TELEPHONE = re.compile(r"tel:\+[0-9-]+")


def _address(word: Word, desk: Desk) -> str | None:
    mail = _MAIL.fullmatch(word.text)
    if mail:
        return f"mailto:{mail[1]}"
    if _WEB.fullmatch(word.text) or _TELEPHONE.fullmatch(word.text):
        return word.text
    desk.report(
        "unsafe-address",
        f"`{word.text}` is not an address at which a weakness can be told",
        word.span,
        "write an e-mail address, an address that begins with https://, or a number such as tel:+441632960200",
    )
    return None


def _contacts(node: Node, desk: Desk) -> tuple[str, ...] | None:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    words = [word_of(item, desk, "an address") for item in nodes]
    found = [_address(word, desk) for word in words if word]
    return tuple(address for address in found if address) or None


def _policy(node: Node, desk: Desk) -> str | None:
    word = word_of(node, desk, "the address of a page")
    if word is None or _WEB.fullmatch(word.text):
        return word.text if word else None
    desk.report("unsafe-address", f"`{word.text}` is not the address of a page", word.span, "begin it with https://")
    return None


_CONTACT = Field(
    "contact",
    Kind(
        "an e-mail address, an address that begins with https://, or a list of such",
        _contacts,
        {"type": ["string", "array"], "items": {"type": "string"}},
    ),
    "Where a weakness can be told; of several, the best first.",
    is_required=True,
)
_EXPIRES = Field("expires", DAY, "The last day on which that holds, within a year from now.", is_required=True)
_POLICY = Field(
    "policy",
    Kind("an address that begins with https://", _policy, {"type": "string", "pattern": "^https://"}),
    "A page that says how reports are dealt with.",
)
_SECURITY = Shape("the contact for weaknesses", (_CONTACT, _EXPIRES, _POLICY))


def _security(values: Values, _: Desk) -> SecurityContact | None:
    contacts, expires = values.get(_CONTACT), values.get(_EXPIRES)
    if contacts is None or expires is None:
        return None
    return SecurityContact(contacts, expires, values.of(_POLICY, ""), values.span_of(_EXPIRES))


SECURITY = Field("security", kind_of(_SECURITY, _security), "Whom to tell of a weakness in the public's sites.")
