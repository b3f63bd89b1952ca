"""The part of programme.yml that says how others may use the data."""

from generator.domain.open_data import Licence, OpenData
from generator.reading.desk import Desk
from generator.reading.kinds import FLAG, TEXT
from generator.reading.shape import Field, Shape, Values, kind_of

_TITLE = Field("title", TEXT, "What the licence is called.", is_required=True)
_ADDRESS = Field("address", TEXT, "Where the licence can be read.", is_required=True)
_NAME = Field("name", TEXT, "Its usual short name, such as OGL-UK-3.0.")
_LICENCE = Shape("a licence", (_TITLE, _ADDRESS, _NAME))


def _licence(values: Values, desk: Desk) -> Licence | None:
    title, address = values.get(_TITLE), values.get(_ADDRESS)
    if title is None or address is None:
        return None
    if not address.startswith(("https://", "http://")):
        span = values.span_of(_ADDRESS)
        desk.report("unsafe-address", f"`{address}` is not the address of a licence", span, "begin it with https://")
        return None
    return Licence(title, address, values.of(_NAME, ""), values.span_of(_ADDRESS))


_LICENCE_OF_DATA = Field("licence", kind_of(_LICENCE, _licence), "On which terms the public may use the data.")
_EXCEL = Field("excel", FLAG, "Whether tables begin with the mark by which Excel knows £ and ’ for what they are.")
_OPEN_DATA = Shape("the data", (_LICENCE_OF_DATA, _EXCEL))


def _open_data(values: Values, _: Desk) -> OpenData:
    return OpenData(values.get(_LICENCE_OF_DATA), values.of(_EXCEL, False))


OPEN_DATA = kind_of(_OPEN_DATA, _open_data)
