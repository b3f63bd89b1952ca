"""The views of data that others use: tables, and the page that offers them."""

from collections.abc import Callable

from generator.briefing.page_views import PageView
from generator.briefing.views import ContactView, LinkTo
from generator.values import dataclass

Cell = str | bool | int | tuple[str, ...] | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is string, integer, number, boolean, date or list: ids, with a space between them in a table.

    A date stands in its cell as ISO 8601 has it, and a number with the decimals that were written.
    `choices` are all the words that it may hold, if they are few.
    """

    name: str
    description: str
    kind: str = "string"
    is_required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row that is only worked out when it is asked for; `action` is the id of the one that it tells of, if of any."""

    cells: Callable[[], Row]
    action: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of the same columns; those of `key` together tell a row from all others."""

    name: str
    address: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[RowOf, ...]


@dataclass(frozen=True, slots=True)
class Histories:
    """The rows of a table, each with its own history: `rows` gives one group for each row of `table`."""

    name: str
    address: str
    title: str
    description: str
    table: DataTable
    columns: tuple[Column, ...]
    rows: tuple[Callable[[], tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class LicenceView:
    """`name` may be empty."""

    name: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class PackageView:
    """What all the files are together; its tables are without their rows.

    `homepage` is the whole address of the page that offers the files, or empty; `version` is the newest edition's id,
    and `as_of` the day by which it is judged what is overdue.
    """

    name: str
    title: str
    description: str
    publisher: str
    homepage: str
    version: str
    as_of: str
    licence: LicenceView | None
    tables: tuple[DataTable, ...]
    histories: Histories


@dataclass(frozen=True, slots=True)
class DataDownload:
    """A file of data; `size` is in words and empty until the file is made. `format` is csv or json."""

    format: str
    address: str
    size: str = ""


@dataclass(frozen=True, slots=True)
class DataFileView:
    """A file of data with its columns; `anchor` is its id on the page."""

    anchor: str
    title: str
    description: str
    file: DataDownload
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(PageView):
    """`dataset` is what all the files are together, in short. `package` tells programs about the others.

    `licence` is None where none is given here. `ask` are those who give the data in another format.
    """

    dataset: str
    files: tuple[DataFileView, ...]
    package: DataDownload
    licence: LinkTo | None
    ask: tuple[ContactView, ...]
