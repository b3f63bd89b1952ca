"""A report for scrutiny as a PDF: whole, in order, and with its documents in it. test_validity.py tries the rules."""

import re
from io import BytesIO
from itertools import pairwise

from pikepdf import Pdf
from pypdf import PdfReader

from generator.briefing.pages import site
from generator.domain.prose import plain_words
from generator.scanning.decoding import decode
from tests.building import SAMPLE
from tests.pdf.printing import bare, describer, kind, tags_of, words_of_tags
from tests.pdf.reports import report_of_the_sample


def test_its_documents_are_in_it_byte_for_byte_and_are_looked_through_for_leaks() -> None:
    page, file = report_of_the_sample()
    with Pdf.open(BytesIO(file)) as pdf:
        attached = {name: held.get_file().read_bytes() for name, held in pdf.attachments.items()}
    assert attached == {it.file_name: (SAMPLE / it.file).read_bytes() for it in page.appendices}
    words = decode("agile-guide.pdf", attached["agile-guide.pdf"]).words
    assert len(words) > 1000
    assert words in decode("report.pdf", file).words


def test_it_says_every_sentence_of_the_page_in_its_order() -> None:
    page, file = report_of_the_sample()
    meanings = [bare(f" ({means})") for _, means in site(describer(SAMPLE, "staff")[0]).terms]
    said = bare(words_of_tags(file))
    for meaning in meanings:  # at the first use of a term
        said = said.replace(meaning, "", 1)
    at = 0
    told = [*page.summary.sentences]
    for part in page.parts:
        told += [part.title, *part.sentences]
        told += [cell.words for table in part.tables for row in table.rows for cell in row]
        for group in part.groups:
            for item in group.items:
                told += [plain_words(item.words), *(fact.words for fact in item.facts)]
    for words in told:
        found = said.find(bare(words), at)
        assert found >= 0, words
        at = found


def test_its_headings_go_down_one_level_at_a_time_and_its_tables_have_headers() -> None:
    page, file = report_of_the_sample()
    with Pdf.open(BytesIO(file)) as pdf:
        tags = [kind(it) for it in tags_of(pdf.Root.StructTreeRoot)]
    levels = [int(it[1]) for it in tags if re.fullmatch("H[1-6]", it)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    tables = sum(len(part.tables) for part in page.parts)
    assert tags.count("Table") == tables
    assert tags.count("Caption") == tables


def test_its_contents_stand_on_one_page_and_leave_none_almost_empty() -> None:
    page, file = report_of_the_sample("2026-04", "residents")
    reader = PdfReader(BytesIO(file))
    first, second = (" ".join(reader.pages[at].extract_text().split()) for at in (0, 1))
    for title in (page.summary.title, *(part.title for part in page.parts), page.words.appendices, page.words.formats):
        assert title in first, title
    assert page.parts[0].title in second
