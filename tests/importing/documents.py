"""Documents as people have them: those of Word and Excel are made here, the others stand in files/."""

import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from PIL import Image

FILES = Path(__file__).parent / "files"
# Those of the library that makes the documents take longer to read than all the rest.
NO_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

PROGRAMME = {
    "programme.yml": """\
title: One Council
organisation: Merebrook Borough Council
objective: Make every service simple to use.
director: {name: Amina Yusuf, role: Programme Director}
language: en-GB
timezone: Europe/London
audiences:
  staff: {title: Staff, theme: council, site: "https://intranet.merebrook.example/"}
for: {editions: [staff], workstreams: [staff], images: [staff]}
contacts:
  - {purpose: another format, email: formats@merebrook.example}
""",
    "workstreams.yml": """\
- id: customer-services
  title: Customer services
  lead: {name: Priya Nair, role: Head of Customer Services}
  summary: One front door.
- id: it
  title: Digital and IT
  lead: {name: Gareth Llewellyn, role: Head of Digital and IT}
  summary: Equipment that works.
  projects:
    - {id: telephones, title: New telephones, stage: delivery, summary: One service for all.}
- id: people
  title: Our people
  lead: {name: Chidinma Okafor, role: Head of People}
  summary: A good place to work.
- id: finance
  title: Finance
  lead: {name: Margaret Whitlock, role: Head of Finance}
  summary: Money that anyone can follow.
""",
}


def picture(kind: str = "PNG") -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", (4, 3), "teal").save(stream, kind)
    stream.seek(0)
    return stream


def link(paragraph: Paragraph, words: str, address: str) -> None:
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element.append(paragraph.add_run(words)._r)
    paragraph._p.append(element)


def bold(document: Document, words: str) -> None:
    document.add_paragraph().add_run(words).bold = True


def saved(made: Document | Workbook) -> bytes:
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def table(document: Document, *rows: tuple[str, ...]) -> Table:
    laid: Table = document.add_table(len(rows), len(rows[0]))
    for row, words in zip(laid.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    return laid


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The same file with some of its parts changed, added, or taken away."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(it for it in changes if it not in old.namelist())]:
            content = changes.get(name, old.read(name) if name in old.namelist() else None)
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def two_level_headings() -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Merebrook Borough Council"
    made.add_heading("One Council: January 2020", 0)
    made.add_paragraph("Dear colleagues, this was a month of small steps. Thank you for each of them.")
    made.add_heading("Customer services", 1)
    made.add_paragraph("We want every resident to reach us.")
    made.add_heading("Completed", 2)
    first = made.add_paragraph("We published ", style="List Bullet")
    link(first, "the customer promise", "https://www.merebrook.example/promise")
    first.add_run(" in ")
    first.add_run("plain").italic = True
    first.add_run(" words.")
    made.add_paragraph("The desk at “Weavers’ Hall” is open.", style="List Bullet")
    made.add_paragraph("on Mondays", style="List Bullet 2")
    made.add_paragraph("on Fridays", style="List Bullet 2")
    made.add_heading("Future actions", 2)
    made.add_paragraph("Visit three councils by February 2020.", style="List Number")
    made.add_paragraph("Answer every letter within ten days.", style="List Number")
    made.add_heading("Digital and IT", 1)
    made.add_heading("Future actions", 2)
    made.add_heading("New telephones", 3)
    made.add_paragraph("Choose a supplier in Q4 2019/20.", style="List Bullet")
    made.add_heading("Other things", 3)
    made.add_paragraph("Clear the cellar.", style="List Bullet")
    made.add_heading("Parks", 1)
    made.add_paragraph("Forty trees were planted.", style="List Bullet")
    return saved(made)


def bold_lines() -> bytes:
    made = docx.Document()
    bold(made, "Customer Services – Priya Nair")
    bold(made, "What we have done")
    for words in (
        "• The queue is shorter.",
        "• Two new chairs:",
        "– one for the hall",
        "– one for the desk",
        "•\tA bell.",
    ):
        made.add_paragraph(words)
    bold(made, "What’s next?")
    made.add_paragraph("1) Paint the door by 3 March 2020.")
    made.add_paragraph("2) Say thank you.")
    bold(made, "Update from Our People")
    made.add_paragraph("It was a quiet month.")
    bold(made, "Completed in January 2020:")
    made.add_paragraph("We welcomed nine apprentices.")
    made.add_paragraph("We closed the old canteen.")
    bold(made, "In progress")
    made.add_paragraph("None")
    bold(made, "No longer going ahead")
    made.add_paragraph("The summer party.")
    return saved(made)


def pictures() -> bytes:
    made = docx.Document()
    made.add_heading("Finance", 1)
    made.add_paragraph("This is where the money went.")
    made.add_picture(picture())
    made.add_picture(picture("GIF"))
    properties = list(made.element.iter(qn("wp:docPr")))
    properties[0].set("descr", "A bar chart: half of it for care")
    table = made.add_table(3, 2)
    for row, words in zip(table.rows, (("Where", "Pounds"), ("Care", "40m"), ("Roads | paths", "3m")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    made.add_heading("Completed", 2)
    made.add_paragraph("The report is out.", style="List Bullet")
    return saved(made)


def form() -> bytes:
    """A highlight report: a label, and beside it the words."""
    made = docx.Document()
    made.add_paragraph("Highlight report")
    table = made.add_table(6, 2)
    labels = ("Workstream", "Lead", "Overall RAG", "Completed this month", "Next steps", "Risks")
    for row, label in zip(table.rows, labels, strict=True):
        row.cells[0].text = label
    table.cell(0, 1).text = "Digital and IT"
    table.cell(1, 1).text = "Gareth Llewellyn"
    table.cell(2, 1).text = "Amber"
    table.cell(3, 1).text = "Moved 300 mailboxes."
    table.cell(3, 1).add_paragraph("Retired the fax.")
    table.cell(4, 1).text = ""
    table.cell(4, 1).paragraphs[0].text = "Order 40 laptops by 1 April 2020."
    table.cell(4, 1).paragraphs[0].style = "List Bullet"
    table.cell(4, 1).add_paragraph("Train their users.", style="List Bullet")
    table.cell(5, 1).text = "The supplier may be late."
    return saved(made)


def table_of_actions() -> bytes:
    made = docx.Document()
    made.add_heading("Our people", 1)
    made.add_paragraph("All that we are at:")
    rows = (
        ("Ref", "Action", "Due date", "Owner", "Status", "RAG"),
        ("quiet-room", "Open the quiet room.", "14 February 2020", "Jo Shah", "In progress", "Green"),
        ("2", "Write to {all} managers: <urgent>.", "ASAP", "Chidinma Okafor", "Not started", "Red"),
        ("3", "Survey colleagues.", "December 2019", "Jo Shah", "Complete", "Blue"),
        ("4", "Move the lockers.", "Spring 2020", "", "On track", "Amber"),
        ("5", "Hold a party.", "", "Jo Shah", "Perhaps", ""),
    )
    table = made.add_table(len(rows), 6)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    return saved(made)


def two_columns() -> bytes:
    made = docx.Document()
    made.add_heading("Workstream 2: Digital & IT", 2)
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Achievements", "Planned for next month"
    table.cell(1, 0).text = "The network is faster."
    table.cell(1, 0).paragraphs[0].style = "List Bullet"
    table.cell(1, 1).text = "Give the library free Wi-Fi."
    table.cell(1, 1).add_paragraph("Sell old screens in May 2020.")
    return saved(made)


def one_lead() -> bytes:
    made = docx.Document()
    made.add_paragraph("Money was tight, as always.")
    bold(made, "Done")
    made.add_paragraph("One page of figures, not nine.", style="List Bullet")
    bold(made, "Looking ahead")
    made.add_paragraph("Explain the budget to residents during Summer 2020.", style="List Bullet")
    return saved(made)


def plan() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    sheet.append(["One Council plan"])
    sheet.append([])
    sheet.append(["Workstream", "Action", "By when", "Lead officer", "Status", "RAG", "Comments"])
    sheet.append(["Customer services", "Open on Saturdays", date(2020, 5, 2), "Priya Nair", "Planned", "Green", None])
    sheet.append([None, "Answer the telephone in two minutes", "Summer 2020", "Sam Roe", "Under way", "Amber", 1234.5])
    sheet.append(
        ["Digital & IT", "Switch off the old server", date(2020, 1, 10), None, "Done", None, "It was 14 years old."]
    )
    sheet.append(["Digital & IT", "A new lift", None, None, "Cancelled", "Red", "Too dear"])
    sheet.append(["Libraries", "Lend drills", "June 2020", None, "Planned", None, None])
    sheet["B6"].hyperlink = "https://intranet.merebrook.example/server"
    return saved(book)


def sheets() -> bytes:
    """A sheet for each workstream, without a column that says whose it is."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Our people"
    first.append(["What we have done"])
    first.append(["Action", "Owner"])
    first.append(["Nine apprentices began.\nAll of them are from the borough.", "Jo Shah"])
    second = book.create_sheet("Finance")
    second.append(["Task", "Deadline", "Progress"])
    second.append(["Close the accounts", "2020-04-30", "Not started"])
    return saved(book)


def _file(name: str) -> Callable[[], bytes]:
    return (FILES / name).read_bytes


# By the name of the folder in expected/: the file's name, its bytes, and what else is said on the command line.
DOCUMENTS: Mapping[str, tuple[str, Callable[[], bytes], tuple[str, ...]]] = {
    "two-level-headings": ("January.docx", two_level_headings, ()),
    "bold-lines": ("bold lines.docx", bold_lines, ()),
    "pictures": ("pictures.docx", pictures, ()),
    "form": ("highlight report.docx", form, ()),
    "table-of-actions": ("actions.docx", table_of_actions, ()),
    "two-columns": ("columns.docx", two_columns, ()),
    "one-lead": ("ours.docx", one_lead, ("--workstream", "finance")),
    "tight-text": ("tight.txt", _file("tight.txt"), ()),
    "windows-text": ("email.txt", _file("email.txt"), ()),
    "markdown": ("update.md", _file("update.md"), ()),
    "intranet-page": ("intranet.html", _file("intranet.html"), ()),
    "outlook-page": ("outlook.htm", _file("outlook.htm"), ()),
    "e-mail": ("mail.eml", _file("mail.eml"), ()),
    "workbook": ("plan.xlsx", plan, ()),
    "sheets": ("sheets.xlsx", sheets, ()),
    "odd-heads": (
        "odd-heads.csv",
        _file("odd-heads.csv"),
        ("--map", "What we promise=action", "--map", "Finish=due", "--map", "Where are we=status"),
    ),
}
