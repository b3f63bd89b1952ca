"""Documents that a programme has for its readers, and what is found of one of them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf

from generator.reading.content import read_content
from generator.reading.memory import Forgetful, Memory
from generator.scanning.documents import find_in_documents
from generator.text.diagnostic import Diagnostic
from tests.examples import smallest, write_files

BOTH = "[staff, residents]"


def pdf(**facts: str) -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        for name, value in facts.items():
            document.docinfo[f"/{name}"] = value
        document.save(out)
    return out.getvalue()


def locked_pdf() -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def packed(*names: str, data: bytes = b"Nothing.") -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, data)
    return out.getvalue()


def changed(data: bytes, name: bytes, step: int, by: bytes) -> bytes:
    """With other bytes so many behind the first place where a name stands."""
    at = data.index(name) + len(name) + step
    return data[:at] + by + data[at + len(by) :]


def attaching(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments[name] = data
        document.save(out)
    return out.getvalue()


def locked_zip() -> bytes:
    """As its list of parts says it: the flag stands before the name there."""
    data = packed("b.txt")
    return changed(data, b"PK\x01\x02", 4, b"\x01\x00")


def misnamed_zip() -> bytes:
    """Its list of parts says that the name is UTF-8, which it is not."""
    return changed(changed(packed("b.txt"), b"PK\x01\x02", 4, b"\x00\x08"), b"PK\x01\x02", 42, b"\xff\xfe")


def holding_itself(depth: int) -> bytes:
    return packed("a.zip", data=holding_itself(depth - 1)) if depth else packed("b.txt")


def office(core: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("docProps/core.xml", core)
    return out.getvalue()


def findings(
    folder: Path, file: str, data: bytes, audiences: str = BOTH, memory: Memory | None = None
) -> list[Diagnostic]:
    """What is found of a document, at its place."""
    listed = f"- {{id: plan, title: The plan, file: {file}, for: {audiences}}}\n".encode()
    write_files(smallest() | {"documents.yml": listed, f"documents/{file}": data}, folder)
    content, _, _ = read_content(folder)
    assert content is not None
    found = list(find_in_documents(content, content.programme.audiences, folder, memory or Forgetful()))
    assert all((it.subject.split("/")[0], it.span.path) == ("plan", "documents.yml") for it in found)
    return found
