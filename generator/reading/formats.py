"""The formats that a contact offers in programme.yml: large print, Braille, a reading on the telephone."""

from generator.domain.programme import OtherFormat
from generator.reading.desk import Desk
from generator.reading.kinds import TEXT
from generator.reading.shape import Field, Kind, Shape, Values, kind_of, list_of
from generator.reading.yaml import Node, Word

_NAME = Field("name", TEXT, "What it is: large print, Braille, a telephone call.", is_required=True)
_TAKES = Field("takes", TEXT, "How long it takes: two working days.")
FORMAT = Shape("a format", (_NAME, _TAKES))


def _format(values: Values, _: Desk) -> OtherFormat | None:
    name = values.get(_NAME)
    return OtherFormat(name, values.of(_TAKES, "")) if name else None


_IN_FIELDS = kind_of(FORMAT, _format)


def _read(node: Node, desk: Desk) -> OtherFormat | None:
    """A format written as fields, or as no more than its name."""
    if not isinstance(node, Word):
        return _IN_FIELDS.read(node, desk)
    name = TEXT.read(node, desk)
    return OtherFormat(name) if name else None


FORMATS = list_of(Kind("a format", _read, {"anyOf": [TEXT.schema, FORMAT.schema()]}, FORMAT), "a list of formats")
