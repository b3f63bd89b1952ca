"""A report for scrutiny as a PDF: for everyone, for the archive, whole, and with its documents in it."""

import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pikepdf import Pdf

from generator.briefing.report_views import ReportPage
from generator.briefing.scrutiny.page import Asked, report_page
from generator.domain.due import Unclear
from generator.domain.period import period_between
from generator.domain.prose import plain_words
from generator.scanning.decoding import decode
from tests.building import SAMPLE
from tests.pdf.printing import bare, describer, press_for, tags_of, words_of_tags
from tests.pdf.test_tags import kind
from tests.pdf.test_validity import broken_rules


@cache
def of_the_sample() -> tuple[ReportPage, bytes]:
    describe, theme = describer(SAMPLE, "staff")
    period = period_between("2026-04", "2026-09")
    assert not isinstance(period, Unclear)
    page = report_page(describe, Asked(period))
    with press_for(SAMPLE, describe, theme) as press:
        file = press.begin_report(page).result()
        assert not press.missing
    return page, file


@pytest.mark.timeout(300)  # one run of Java, on a machine that may be busy
def test_it_breaks_no_rule_of_pdf_ua_1_and_pdf_a_3a_with_its_documents_attached(tmp_path: Path) -> None:
    assert broken_rules([of_the_sample()[1]], tmp_path, ("PDFUA-1", "PDFA-3A")) == []


def test_its_documents_are_in_it_byte_for_byte_and_are_looked_through_for_leaks() -> None:
    page, file = of_the_sample()
    with Pdf.open(BytesIO(file)) as pdf:
        attached = {name: held.get_file().read_bytes() for name, held in pdf.attachments.items()}
    assert attached == {it.file_name: (SAMPLE / it.file).read_bytes() for it in page.appendices}
    assert len(attached) == 5
    assert "Brook House" in decode("options-appraisal.pdf", attached["options-appraisal.pdf"]).words
    assert decode("options-appraisal.pdf", attached["options-appraisal.pdf"]).words in decode("report.pdf", file).words


def test_it_says_every_sentence_of_the_page_in_its_order() -> None:
    page, file = of_the_sample()
    said = bare(words_of_tags(file))
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
    page, file = of_the_sample()
    with Pdf.open(BytesIO(file)) as pdf:
        tags = [kind(it) for it in tags_of(pdf.Root.StructTreeRoot)]
    levels = [int(it[1]) for it in tags if re.fullmatch("H[1-6]", it)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    tables = sum(len(part.tables) for part in page.parts)
    assert tags.count("Table") == tables
    assert tags.count("Caption") == tables
