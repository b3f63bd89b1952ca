"""On which terms, and in which form, a programme offers its data."""

from dataclasses import field

from generator.domain.prose import NOWHERE
from generator.text.source import Span
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms on which the public may use the data; `name` is a licence's usual short one, such as OGL-UK-3.0."""

    title: str
    address: str
    name: str = ""
    address_at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class OpenData:
    """`is_for_excel` says that tables begin with a mark by which Excel knows that they are UTF-8."""

    licence: Licence | None = None
    is_for_excel: bool = False
